# Angebote, bevor ein Clip dran ist.

offer-begun = Dieser Tausch hat schon begonnen; das Ergebnis tritt an die Stelle des Angebots.
offer-over = Dieser Tausch ist schon vorbei; bitte starte einen neuen.

offer-animation = { $frames ->
    [one] 🎞️ { $name }: { $kind }, { $frames } Bild
   *[other] 🎞️ { $name }: { $kind }, { $frames } Bilder
 }
offer-video = 🎞️ { $name }: Video, { $time }, { $size }
offer-video-with-sound = 🎞️ { $name }: Video, { $time }, { $size }, mit Ton

offer-price = { $price ->
    [one] Das kostet **{ $price } Credit**; du hast heute noch { $left } von { $allowance }.
   *[other] Das kostet **{ $price } Credits**; du hast heute noch { $left } von { $allowance }.
 }
offer-price-short = { $price ->
    [one] Das kostet **{ $price } Credit**; du hast heute noch { $left } von { $allowance }, und { $when } wird aufgefüllt.
   *[other] Das kostet **{ $price } Credits**; du hast heute noch { $left } von { $allowance }, und { $when } wird aufgefüllt.
 }
offer-left = heute noch { $left } von { $allowance }

offer-seen = **Gesicht { $face }**: { $times }
