# 时长和码率。

unit-seconds = { $seconds } 秒
unit-minutes = { $minutes } 分钟
unit-minutes-seconds = { $minutes } 分 { $seconds } 秒
unit-megabits = { $rate } Mbit/s
unit-kilobits = { $rate } kbit/s
