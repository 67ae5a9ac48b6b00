# Trocas: listas delas, uma delas e o que dá para fazer com ela.

jobs-of-yours = Suas trocas
jobs-of-member = Trocas de { $member } neste servidor
jobs-of-everybody = Todas as trocas neste servidor
jobs-heading = { $whose } · { $count ->
    [0] nenhuma
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] nenhuma
   *[other] { $count }
 }
jobs-page = Página { $page } de { $pages } · `/jobs show` conta mais sobre uma delas
jobs-none = Ainda não há nenhuma. Faça uma com `/swapid`.
jobs-none-such = Não há nenhuma assim.
jobs-newer-button = Mais novas
jobs-older-button = Mais antigas
jobs-everybodys-button = De todos
jobs-only-mine-button = Só as minhas

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = para { $member }
jobs-link = [Abrir a resposta]({ $link })

# O estado de uma troca.
jobs-state-offered = aguarda sua confirmação
jobs-state-queued = aguardando
jobs-state-preparing = começando
jobs-state-processing = em andamento
jobs-state-done = concluída
jobs-state-failed = falhou
jobs-state-canceled = cancelada
jobs-state-moderated = recusada
jobs-state-expired = expirada
jobs-state-undelivered = não entregue

# Os estados pelos quais uma lista pode ser filtrada.
jobs-shown-waiting = aguardando
jobs-shown-running = em andamento
jobs-shown-done = concluídas
jobs-shown-failed = que falharam
jobs-shown-canceled = canceladas
jobs-shown-undelivered = não entregues
jobs-shown-expired = expiradas

jobs-private = privada
jobs-cost-used = { $count ->
    [0] grátis
    [one] { $count } crédito usado
   *[other] { $count } créditos usados
 }
jobs-cost-held = { $count ->
    [one] { $count } crédito reservado
   *[other] { $count } créditos reservados
 }
jobs-cost-offered = { $count ->
    [one] custa { $count } crédito
   *[other] custa { $count } créditos
 }

# Uma troca.
jobs-title = { $sign } { $state } · { $what }
jobs-asked = Pedida por { $member } { $when }
jobs-asked-in = Pedida por { $member } { $when } em { $channel }
jobs-place = { $place ->
    [1] A próxima da fila.
   *[other] Número { $place } na fila.
 }
jobs-place-takes = { $place ->
    [1] A próxima da fila; fica pronta em cerca de { $time }.
   *[other] Número { $place } na fila; fica pronta em cerca de { $time }.
 }
jobs-far-back = Na fila, com muitas na frente.
jobs-held = Está guardada na fila e vai ser tentada de novo sozinha: { $reason }
jobs-begun = Está em andamento.
jobs-begun-takes = Está em andamento; faltam cerca de { $time }.
jobs-progress = `{ $bar }` **{ $percent }%** · { $done } de { $total ->
    [one] { $total } quadro
   *[other] { $total } quadros
 }
jobs-progress-steps = `{ $bar }` **{ $percent }%** · { $done } de { $total ->
    [one] { $total } passo
   *[other] { $total } passos
 }
jobs-seconds = { $count } s
jobs-minutes = { $count } min
jobs-offered-until = Começa quando você apertar “Fazer a troca” abaixo da oferta, que vence { $when }.
jobs-done-at = Terminou { $when }.
jobs-has-expired = Expirou: as imagens dela foram apagadas e só isto restou.
jobs-result-private = O resultado é privado, então só quem pediu vê aqui.
jobs-result-too-large = O resultado é grande demais para aparecer aqui.
jobs-result = O resultado feito com { $name }
jobs-result-gone = O resultado não está mais guardado.
jobs-is-again = Repete a troca `{ $parent }`.
jobs-no-longer-live = Isto não se atualiza mais sozinho; aperte “Atualizar”.

jobs-undelivered-channel-gone = A resposta não pôde ser postada: o canal não existe mais.
jobs-undelivered-not-allowed = A resposta não pôde ser postada: não tenho permissão para escrever ou postar imagens lá.
jobs-undelivered-left-server = A resposta não pôde ser postada: não estou mais nesse servidor.
jobs-undelivered-dms-closed = A resposta não pôde ser enviada: as mensagens diretas estão fechadas para mim.
jobs-undelivered-given-up = A resposta não pôde ser postada: passei um dia sem conseguir acesso ao Discord.
jobs-undelivered-no-place = A resposta não pôde ser postada: não se sabe mais onde era para ficar.
jobs-undelivered-refused = A resposta não pôde ser postada: o Discord não aceitou.
jobs-kept-here = O resultado está guardado aqui; “Tentar de novo” posta onde você está.

jobs-cancel-button = Cancelar
jobs-retry-button = Tentar de novo
jobs-refresh-button = Atualizar
jobs-open-button = Abrir a resposta
jobs-stopped = Interrompida · { $cost }
jobs-stopped-for = A troca de { $member } foi interrompida e a pessoa fica sabendo. Nada foi cobrado.

# Enquanto se escolhe uma troca.
jobs-choice = { $what } · { $state } · { $when }
jobs-now = agora mesmo
jobs-minutes-ago = há { $count } min
jobs-hours-ago = há { $count } h
jobs-days-ago = { $count ->
    [one] há { $count } dia
   *[other] há { $count } dias
 }

jobs-exported = { $count ->
    [0] Você não tem trocas.
    [one] Sua única troca, em JSON.
   *[other] Suas { $count } trocas, em JSON.
 }
jobs-exported-some = Suas { $count } trocas mais novas, de { $all }, em JSON: mais que isso não cabe em um arquivo.
jobs-exported-no-links = Os endereços das imagens ficaram de fora: não consigo mais ler as respostas onde elas estão.
jobs-exported-links = Os endereços das imagens só vêm para as { $count } respostas mais novas, quando ainda consigo lê-las; no Discord, eles deixam de funcionar depois de cerca de um dia.
