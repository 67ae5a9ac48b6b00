# Labels of buttons: 80 characters at most, and better far fewer, for several stand side by side.

button-again = Again
# $name is a file's.
button-open = Open { $name }
button-another = Use another id
# More pictures of the same words; $price is in credits, 0 where they are free.
button-reroll = { $price ->
    [0] Reroll
    [one] Reroll ({ $price } credit)
   *[other] Reroll ({ $price } credits)
 }
button-variations = { $price ->
    [0] Variations
    [one] Variations ({ $price } credit)
   *[other] Variations ({ $price } credits)
 }
button-delete = Delete
button-cancel = Cancel
button-choose-faces = Choose faces
button-delete-all = Delete all
# The answer to "Delete all of your ids?" that keeps them.
button-keep = Keep them

# Consents to the price of a clip; $price is in credits, 0 where nobody is chosen yet.
button-swap = { $price ->
    [0] Swap
    [one] Swap ({ $price } credit)
   *[other] Swap ({ $price } credits)
 }
# Below a result: swaps as is chosen in the selects above it.
button-swap-faces = { $price ->
    [0] Swap these faces
    [one] Swap these faces ({ $price } credit)
   *[other] Swap these faces ({ $price } credits)
 }
