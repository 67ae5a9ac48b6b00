# Boutons.

button-again = Refaire
button-open = Ouvrir { $name }
button-another = Utiliser un autre ID
button-reroll = { $price ->
    [0] Relancer
    [one] Relancer ({ $price } crédit)
   *[other] Relancer ({ $price } crédits)
 }
button-variations = { $price ->
    [0] Variations
    [one] Variations ({ $price } crédit)
   *[other] Variations ({ $price } crédits)
 }
button-delete = Supprimer
button-cancel = Annuler
button-choose-faces = Choisir les visages
button-delete-all = Tout supprimer
button-keep = Les garder

button-swap = { $price ->
    [0] Lancer l’échange
    [one] Lancer l’échange ({ $price } crédit)
   *[other] Lancer l’échange ({ $price } crédits)
 }
button-swap-faces = { $price ->
    [0] Échanger ces visages
    [one] Échanger ces visages ({ $price } crédit)
   *[other] Échanger ces visages ({ $price } crédits)
 }
