# Offres, avant de traiter un clip.

offer-begun = Cet échange a déjà commencé ; son résultat prendra la place de l’offre.
offer-over = Cet échange est déjà terminé ; lances-en un nouveau.

offer-animation = { $frames ->
    [one] 🎞️ { $name } : { $kind }, { $frames } image
   *[other] 🎞️ { $name } : { $kind }, { $frames } images
 }
offer-video = 🎞️ { $name } : vidéo, { $time }, { $size }
offer-video-with-sound = 🎞️ { $name } : vidéo, { $time }, { $size }, avec le son

offer-price = { $price ->
    [one] Ça coûte **{ $price } crédit** ; il t’en reste { $left } sur { $allowance } aujourd’hui.
   *[other] Ça coûte **{ $price } crédits** ; il t’en reste { $left } sur { $allowance } aujourd’hui.
 }
offer-price-short = { $price ->
    [one] Ça coûte **{ $price } crédit** et il t’en reste { $left } sur { $allowance } aujourd’hui ; recharge { $when }.
   *[other] Ça coûte **{ $price } crédits** et il t’en reste { $left } sur { $allowance } aujourd’hui ; recharge { $when }.
 }
offer-left = il t’en reste { $left } sur { $allowance } aujourd’hui

offer-seen = **Visage { $face }** : { $times }
