# Durante a espera.

waiting-working = ⏳ Trabalhando nisso. A imagem vai aparecer aqui.
waiting-starting = ⏳ Começando. O resultado vai aparecer aqui.
waiting-in-line = ⏳ Há outros clipes na frente deste. O resultado vai aparecer aqui.
waiting-looking = ⏳ Procurando rostos no clipe; se for longo, leva um tempo.
waiting-looking-held = ⏳ O motor de troca está iniciando. Seu clipe está guardado na fila; leva alguns segundos.
waiting-saving-held = ⏳ O motor de troca está iniciando. Sua foto está guardada na fila; leva alguns segundos.
waiting-busy = ⏳ O motor de troca está com muito trabalho. Sua troca está guardada na fila e nada se perde; o resultado vai aparecer aqui.
waiting-restarting = ⏳ O motor de troca está reiniciando. Sua troca está guardada na fila e nada se perde; o resultado vai aparecer aqui.

progress-share = { $percent }%
progress-frames = { $done } de { $total ->
    [one] { $total } quadro
   *[other] { $total } quadros
 }
progress-steps = { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
 }
progress-speed = { $speed } quadros/s
progress-left = faltam { $time }
progress-finishing = quase pronto
progress-glimpse = Como está ficando até agora

canceled-before = Cancelado antes de qualquer coisa ser feita, então nada foi cobrado.
canceled-after = Cancelado depois de { $done } de { $total ->
    [one] { $total } quadro
   *[other] { $total } quadros
 }: { $charged ->
    [one] { $charged } crédito usado
   *[other] { $charged } créditos usados
 }, { $returned ->
    [0] nenhum devolvido
    [one] { $returned } devolvido
   *[other] { $returned } devolvidos
 }.
