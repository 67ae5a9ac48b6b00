# Ofertas, antes de começar um clipe.

offer-begun = Essa troca já começou; o resultado vai aparecer no lugar daquela mensagem.
offer-over = Essa troca já terminou; comece uma nova.

offer-animation = { $frames ->
    [one] 🎞️ { $name }: { $kind }, { $frames } quadro
   *[other] 🎞️ { $name }: { $kind }, { $frames } quadros
 }
offer-video = 🎞️ { $name }: vídeo, { $time }, { $size }
offer-video-with-sound = 🎞️ { $name }: vídeo, { $time }, { $size }, com som

offer-price = { $price ->
    [one] Isso custa **{ $price } crédito**; você ainda tem { $left } de { $allowance } hoje.
   *[other] Isso custa **{ $price } créditos**; você ainda tem { $left } de { $allowance } hoje.
 }
offer-price-short = { $price ->
    [one] Isso custa **{ $price } crédito** e você tem { $left } de { $allowance } hoje; recarga { $when }.
   *[other] Isso custa **{ $price } créditos** e você tem { $left } de { $allowance } hoje; recarga { $when }.
 }
offer-left = você ainda tem { $left } de { $allowance } hoje

offer-seen = **Rosto { $face }**: { $times }
