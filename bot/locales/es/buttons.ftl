# Botones.

button-again = Otra vez
button-open = Abrir { $name }
button-another = Usar otro ID
button-reroll = { $price ->
    [0] Volver a tirar
    [one] Volver a tirar ({ $price } crédito)
   *[other] Volver a tirar ({ $price } créditos)
 }
button-variations = { $price ->
    [0] Variaciones
    [one] Variaciones ({ $price } crédito)
   *[other] Variaciones ({ $price } créditos)
 }
button-delete = Eliminar
button-cancel = Cancelar
button-choose-faces = Elegir caras
button-delete-all = Eliminar todos
button-keep = Conservarlos

button-swap = { $price ->
    [0] Hacer el intercambio
    [one] Hacer el intercambio ({ $price } crédito)
   *[other] Hacer el intercambio ({ $price } créditos)
 }
button-swap-faces = { $price ->
    [0] Intercambiar estas caras
    [one] Intercambiar estas caras ({ $price } crédito)
   *[other] Intercambiar estas caras ({ $price } créditos)
 }
