# Buttons.

button-again = Noch mal
button-open = { $name } öffnen
button-another = Andere ID nehmen
button-reroll = { $price ->
    [0] Neu würfeln
    [one] Neu würfeln ({ $price } Credit)
   *[other] Neu würfeln ({ $price } Credits)
 }
button-variations = { $price ->
    [0] Variationen
    [one] Variationen ({ $price } Credit)
   *[other] Variationen ({ $price } Credits)
 }
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
