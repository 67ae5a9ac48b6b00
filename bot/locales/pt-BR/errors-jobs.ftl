# Recusas sobre trocas que são consultadas.

error-unknown-job = Não conheço essa troca; escolha uma das que aparecem enquanto você digita, ou pegue o código dela em /jobs list.
error-job-over = Essa troca já terminou; /jobs show mostra como.
error-nothing-to-retry = Só dá para tentar de novo uma troca que falhou, foi cancelada ou não pôde ser entregue; para outro resultado, aperte “De novo” abaixo do que você tem.
error-still-at-work = Nesse meio-tempo chegaram novas trocas suas, então nada foi apagado; espere elas terminarem e tente de novo.
error-stopped-by-moderator = Alguém da moderação deste servidor interrompeu isso, então nada foi cobrado; pergunte o motivo à moderação.
error-too-many-open-jobs = Você já tem o máximo de trocas em aberto ({ $waiting }); tente de novo quando uma terminar.
error-too-many-open-jobs-server = Este servidor já tem o máximo de trocas em aberto ({ $waiting }); tente de novo quando uma terminar.
