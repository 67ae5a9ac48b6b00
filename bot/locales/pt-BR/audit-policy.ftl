# Linhas no canal de auditoria de um servidor. Antes de cada uma vêm a hora e o nome de um membro.

audit-job-done = `{ $verb }` concluído, { $credits ->
    [one] { $credits } crédito usado
   *[other] { $credits } créditos usados
 }
audit-job-failed = `{ $verb }` falhou, nada foi cobrado
audit-job-moderated = `{ $verb }` recusado, nada foi cobrado
audit-job-canceled = `{ $verb }` cancelado, { $credits ->
    [one] { $credits } crédito usado
   *[other] { $credits } créditos usados
 }

audit-policy-allowed-channels = { $value ->
    [none] Abriu todos os canais para mim
   *[other] Abriu só estes canais para mim: { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] Não deixou nenhum canal fechado para mim
   *[other] Fechou estes canais para mim: { $value }
 }
audit-policy-users = { $value ->
    [none] Deixou todo mundo me usar
   *[other] Deixou só estes cargos me usarem: { $value }
 }
audit-policy-moderators = { $value ->
    [none] Não deixou nenhum cargo me moderar
   *[other] Deixou estes cargos me moderarem: { $value }
 }
audit-policy-savers = { $value ->
    [none] Deixou todo mundo salvar IDs
   *[other] Deixou só estes cargos salvarem IDs: { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] Permitiu GIFs
   *[other] Proibiu GIFs
 }
audit-policy-allow-video = { $value ->
    [yes] Permitiu vídeos
   *[other] Proibiu vídeos
 }
audit-policy-longest-seconds = { $value ->
    [0] Permitiu clipes de qualquer duração que eu aceite
    [one] Permitiu clipes de até { $value } segundo
   *[other] Permitiu clipes de até { $value } segundos
 }
audit-policy-private = { $value ->
    [yes] Deixou os resultados privados, a menos que quem pede escolha outra coisa
   *[other] Deixou os resultados públicos, a menos que quem pede escolha outra coisa
 }
audit-policy-delete-after = { $value ->
    [0] Deixou os resultados ficarem
    [one] Fez os resultados serem excluídos depois de { $value } hora
   *[other] Fez os resultados serem excluídos depois de { $value } horas
 }
audit-policy-blocked-words = { $value ->
    [none] Não bloqueou nenhuma palavra nas descrições
   *[other] Bloqueou estas palavras nas descrições: { $value }
 }
audit-policy-mark = { $value ->
    [yes] Ativou a marca nos resultados
   *[other] Desativou a marca nos resultados
 }
audit-policy-mark-text = { $value ->
    [none] Voltou o texto da marca ao padrão
   *[other] Mudou o texto da marca para “{ $value }”
 }
audit-policy-backend = { $value ->
    [auto] Deixou que eu escolha quem faz as trocas
   *[other] Escolheu quem faz as trocas: { $value }
 }
audit-policy-language = { $value ->
    [auto] Deixou que eu fale com cada pessoa no idioma dela
   *[other] Escolheu um só idioma para mim: { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] Fez estas linhas não serem mais postadas
   *[other] Fez estas linhas serem postadas em { $value }
 }

audit-member-banned = Baniu <@{ $member }> { $until ->
    [none] para sempre
   *[other] até <t:{ $until }:f>
 } (motivo: { $reason ->
    [none] não informado
   *[other] { $reason }
 })
audit-member-unbanned = Retirou o banimento de <@{ $member }>
