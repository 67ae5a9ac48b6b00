# Créditos: o que os membros têm, quanto as trocas custam e o que a moderação decide.

credits-own = { $left ->
    [0] Você não tem mais créditos.
    [one] Você ainda tem **{ $left } crédito**.
   *[other] Você ainda tem **{ $left } créditos**.
 }
credits-of = { $left ->
    [0] <@{ $member }> não tem mais créditos.
    [one] <@{ $member }> ainda tem **{ $left } crédito**.
   *[other] <@{ $member }> ainda tem **{ $left } créditos**.
 }
credits-pot-allowance = Cota de hoje: saldo de { $left } de { $allowance }, recarga { $when }
credits-pot-granted = Concedidos: { $left }, guardados até serem gastos
credits-pot-pool = Fundo deste servidor: saldo de { $left } de { $pool } hoje, dividido entre todos os membros
credits-pots-order = -# As trocas são pagas com estes, na ordem mostrada.

credits-not-enough = { $needed ->
    [one] Isso custa { $needed } crédito e você tem { $left } (cota de hoje: { $allowance }; concedidos: { $granted }; fundo do servidor: { $pool }); a cota é recarregada { $when }.
   *[other] Isso custa { $needed } créditos e você tem { $left } (cota de hoje: { $allowance }; concedidos: { $granted }; fundo do servidor: { $pool }); a cota é recarregada { $when }.
 }

# Histórico.

credits-history-own = **Seus créditos, os mais recentes primeiro**
credits-history-of = **Os créditos de <@{ $member }>, os mais recentes primeiro**
credits-history-empty = Nenhum crédito foi movimentado ainda.
credits-history-page = -# Página { $page } de { $pages }
credits-line-hold = { $when } · **-{ $amount }** por `{ $verb }`, { $pot ->
    [allowance] da cota do dia
    [granted] dos créditos concedidos
   *[pool] do fundo do servidor
 }
credits-line-settle = { $when } · gasto disso: { $amount }; `{ $verb }` terminou
credits-line-refund = { $when } · **+{ $amount }** de volta de `{ $verb }`, { $pot ->
    [allowance] para a cota do dia
    [granted] para os créditos concedidos
   *[pool] para o fundo do servidor
 }
credits-line-reversal = { $when } · **+{ $amount }** de volta, pois o resultado de `{ $verb }` não pôde ser entregue, { $pot ->
    [allowance] para a cota do dia
    [granted] para os créditos concedidos
   *[pool] para o fundo do servidor
 }
credits-line-grant = { $amount ->
    [one] { $when } · **+{ $amount }** concedido por <@{ $actor }>
   *[other] { $when } · **+{ $amount }** concedidos por <@{ $actor }>
 }
credits-line-grant-why = { $amount ->
    [one] { $when } · **+{ $amount }** concedido por <@{ $actor }>: { $reason }
   *[other] { $when } · **+{ $amount }** concedidos por <@{ $actor }>: { $reason }
 }
credits-line-revoke = { $amount ->
    [one] { $when } · **-{ $amount }** retirado por <@{ $actor }>
   *[other] { $when } · **-{ $amount }** retirados por <@{ $actor }>
 }
credits-line-revoke-why = { $amount ->
    [one] { $when } · **-{ $amount }** retirado por <@{ $actor }>: { $reason }
   *[other] { $when } · **-{ $amount }** retirados por <@{ $actor }>: { $reason }
 }

# Preços.

credits-prices = **Quanto custa cada rosto**
credits-price-free = `{ $verb }`: nada
credits-price-made = { $each ->
    [one] `{ $verb }`: { $each } crédito por imagem
   *[other] `{ $verb }`: { $each } créditos por imagem
 }
credits-price = { $still ->
    [one] `{ $verb }`: { $still } crédito em uma imagem, { $frame } por quadro em um GIF, { $second } por segundo em um vídeo
   *[other] `{ $verb }`: { $still } créditos em uma imagem, { $frame } por quadro em um GIF, { $second } por segundo em um vídeo
 }
credits-prices-rounded = -# Em um clipe, o total de um rosto é arredondado para cima, em créditos inteiros.
credits-allowances = **O que há por dia**, a partir das 00:00 UTC
credits-allowance-all = { $amount ->
    [one] Todos: { $amount } crédito
   *[other] Todos: { $amount } créditos
 }
credits-allowance-role = { $amount ->
    [one] <@&{ $role }>: { $amount } crédito
   *[other] <@&{ $role }>: { $amount } créditos
 }
credits-allowance-highest = -# Dos cargos de um membro, vale o que dá mais.
credits-pool = { $amount ->
    [one] Todos os membros juntos: mais { $amount } crédito, no fundo deste servidor
   *[other] Todos os membros juntos: mais { $amount } créditos, no fundo deste servidor
 }

# O que a moderação faz.

credits-granted = { $amount ->
    [one] ✅ <@{ $actor }> concedeu **{ $amount } crédito** a <@{ $member }>.
   *[other] ✅ <@{ $actor }> concedeu **{ $amount } créditos** a <@{ $member }>.
 }
credits-granted-now = { $granted ->
    [one] O total agora é de { $granted } crédito concedido, além da cota diária.
   *[other] O total agora é de { $granted } créditos concedidos, além da cota diária.
 }
credits-revoked = { $amount ->
    [one] ✅ <@{ $actor }> retirou **{ $amount } crédito concedido** de <@{ $member }>.
   *[other] ✅ <@{ $actor }> retirou **{ $amount } créditos concedidos** de <@{ $member }>.
 }
credits-revoked-none = <@{ $member }> não tem créditos concedidos, então nada foi retirado; a cota diária é definida com `/credits allowance`.
credits-revoked-now = { $granted ->
    [0] Não sobra nenhum crédito concedido.
    [one] Sobra { $granted } crédito concedido.
   *[other] Sobram { $granted } créditos concedidos.
 }
credits-why = Motivo: { $reason }
credits-set-allowance = { $amount ->
    [one] ✅ <@{ $actor }> definiu a cota de todos em **{ $amount } crédito por dia**; já está valendo.
   *[other] ✅ <@{ $actor }> definiu a cota de todos em **{ $amount } créditos por dia**; já está valendo.
 }
credits-set-allowance-role = { $amount ->
    [one] ✅ <@{ $actor }> definiu a cota de <@&{ $role }> em **{ $amount } crédito por dia**; já está valendo.
   *[other] ✅ <@{ $actor }> definiu a cota de <@&{ $role }> em **{ $amount } créditos por dia**; já está valendo.
 }
credits-cleared-allowance = ✅ <@{ $actor }> voltou a cota de todos ao padrão.
credits-cleared-allowance-role = ✅ <@{ $actor }> removeu a cota de <@&{ $role }>; para esse cargo, vale a de todos.
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> deixou `{ $verb }` grátis.
    [one] ✅ <@{ $actor }> definiu o preço de `{ $verb }` em **{ $amount } crédito por rosto** em uma imagem.
   *[other] ✅ <@{ $actor }> definiu o preço de `{ $verb }` em **{ $amount } créditos por rosto** em uma imagem.
 }
credits-set-price-agreed = -# Trocas pedidas ou oferecidas antes mantêm o preço.
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> fechou o fundo deste servidor.
    [one] ✅ <@{ $actor }> definiu o fundo deste servidor em **{ $amount } crédito por dia** para todos os membros juntos.
   *[other] ✅ <@{ $actor }> definiu o fundo deste servidor em **{ $amount } créditos por dia** para todos os membros juntos.
 }

# O que foi gasto.

credits-top = **Quem mais gastou em { $days } dias**
credits-top-line = { $amount ->
    [one] { $place }. <@{ $member }>: { $amount } crédito
   *[other] { $place }. <@{ $member }>: { $amount } créditos
 }
credits-top-none = Ninguém gastou créditos em { $days } dias.
credits-report = { $amount ->
    [one] **{ $amount } crédito** gasto de { $first } a { $last }
   *[other] **{ $amount } créditos** gastos de { $first } a { $last }
 }
credits-report-none = Nenhum crédito foi gasto de { $first } a { $last }.
credits-report-day = dia
credits-report-total = total
credits-report-latest = -# A tabela mostra os últimos { $days } dias com gastos; o arquivo tem todos.
credits-report-no-chart = -# Desta vez não deu para desenhar o gráfico; a tabela e o arquivo têm os números.
credits-report-alt = Barras com os créditos gastos em cada dia, divididas por comando
