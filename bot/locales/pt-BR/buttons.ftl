# Botões.

button-again = De novo
button-another = Usar outro ID
button-reroll = Sortear de novo
button-variations = Variações
button-delete = Excluir
button-cancel = Cancelar
button-choose-faces = Escolher rostos
button-delete-all = Excluir todos
button-keep = Manter

button-swap = { $price ->
    [0] Fazer a troca
    [one] Fazer a troca ({ $price } crédito)
   *[other] Fazer a troca ({ $price } créditos)
 }
button-swap-faces = { $price ->
    [0] Trocar estes rostos
    [one] Trocar estes rostos ({ $price } crédito)
   *[other] Trocar estes rostos ({ $price } créditos)
 }
