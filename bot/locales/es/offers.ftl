# Ofertas, antes de empezar con un clip.

offer-begun = Ese intercambio ya empezó; su resultado ocupará el lugar de ese mensaje.
offer-over = Ese intercambio ya terminó; empieza uno nuevo.

offer-animation = { $frames ->
    [one] 🎞️ { $name }: { $kind }, { $frames } fotograma
   *[other] 🎞️ { $name }: { $kind }, { $frames } fotogramas
 }
offer-video = 🎞️ { $name }: video, { $time }, { $size }
offer-video-with-sound = 🎞️ { $name }: video, { $time }, { $size }, con sonido

offer-price = { $price ->
    [one] Esto cuesta **{ $price } crédito**; hoy aún tienes { $left } de { $allowance }.
   *[other] Esto cuesta **{ $price } créditos**; hoy aún tienes { $left } de { $allowance }.
 }
offer-price-short = { $price ->
    [one] Esto cuesta **{ $price } crédito** y hoy tienes { $left } de { $allowance }; se recargan { $when }.
   *[other] Esto cuesta **{ $price } créditos** y hoy tienes { $left } de { $allowance }; se recargan { $when }.
 }
offer-left = { $left ->
    [one] hoy te queda { $left } de { $allowance }
   *[other] hoy te quedan { $left } de { $allowance }
 }

offer-seen = **Cara { $face }**: { $times }
