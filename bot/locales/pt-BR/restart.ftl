# Depois de um reinício.

restart-sorry = Fui reiniciado antes de conseguir fazer isso, então nada foi cobrado; peça de novo.
