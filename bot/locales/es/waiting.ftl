# Mientras se espera.

waiting-working = ⏳ Trabajando en ello. La imagen aparecerá aquí.
waiting-starting = ⏳ Empezando. El resultado aparecerá aquí.
waiting-in-line = ⏳ Antes van otros clips. El resultado aparecerá aquí.
waiting-looking = ⏳ Busco caras en el clip; si es largo, tarda un rato.
waiting-looking-held = ⏳ El motor de intercambio se está iniciando. Tu clip queda en espera; son unos segundos.
waiting-saving-held = ⏳ El motor de intercambio se está iniciando. Tu foto queda en espera; son unos segundos.
waiting-busy = ⏳ El motor de intercambio tiene mucho trabajo. Tu intercambio queda en espera y no se pierde nada; el resultado aparecerá aquí.
waiting-restarting = ⏳ El motor de intercambio se está reiniciando. Tu intercambio queda en espera y no se pierde nada; el resultado aparecerá aquí.

progress-share = { $percent } %
progress-frames = { $done } de { $total ->
    [one] { $total } fotograma
   *[other] { $total } fotogramas
 }
progress-steps = { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
 }
progress-speed = { $speed } fotogramas/s
progress-left = faltan { $time }
progress-finishing = casi listo
progress-glimpse = Cómo se ve hasta ahora

canceled-before = Cancelado antes de que se hiciera nada, así que no se te cobró nada.
canceled-after = Cancelado tras { $done } de { $total ->
    [one] { $total } fotograma
   *[other] { $total } fotogramas
 }: { $charged ->
    [one] { $charged } crédito usado
   *[other] { $charged } créditos usados
 }, { $returned ->
    [0] ninguno devuelto
    [one] { $returned } devuelto
   *[other] { $returned } devueltos
 }.
