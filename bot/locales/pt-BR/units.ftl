# Durações e taxas.

unit-seconds = { $seconds } s
unit-minutes = { $minutes } min
unit-minutes-seconds = { $minutes } min { $seconds } s
unit-megabits = { $rate } Mbit/s
unit-kilobits = { $rate } kbit/s
