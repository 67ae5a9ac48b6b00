# Boutons.

button-again = Refaire
button-another = Utiliser un autre ID
button-reroll = Relancer
button-variations = Variations
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
