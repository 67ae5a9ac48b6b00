# Botões.

button-again = De novo
button-open = Abrir { $name }
button-another = Usar outro ID
button-reroll = { $price ->
    [0] Sortear de novo
    [one] Sortear de novo ({ $price } crédito)
   *[other] Sortear de novo ({ $price } créditos)
 }
button-variations = { $price ->
    [0] Variações
    [one] Variações ({ $price } crédito)
   *[other] Variações ({ $price } créditos)
 }
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
