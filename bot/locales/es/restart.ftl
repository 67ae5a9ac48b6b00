# Después de un reinicio.

restart-sorry = Me reiniciaron antes de poder hacer esto, así que no se te cobró nada; pídelo otra vez.
