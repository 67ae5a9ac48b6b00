# Buttons.

button-again = Noch mal
button-another = Andere ID nehmen
button-reroll = Neu würfeln
button-variations = Variationen
button-delete = Löschen
button-cancel = Abbrechen
button-choose-faces = Gesichter auswählen
button-delete-all = Alle löschen
button-keep = Behalten

button-swap = { $price ->
    [0] Tauschen
    [one] Tauschen ({ $price } Credit)
   *[other] Tauschen ({ $price } Credits)
 }
button-swap-faces = { $price ->
    [0] Diese Gesichter tauschen
    [one] Diese Gesichter tauschen ({ $price } Credit)
   *[other] Diese Gesichter tauschen ({ $price } Credits)
 }
