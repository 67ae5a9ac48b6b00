# As regras de um servidor: /policy show, edit, ban e unban.

policy-page-people = Onde e quem
policy-page-swaps = Trocas e resultados
policy-page-more = Marca, idioma, auditoria
policy-title = ## Regras deste servidor
policy-hint = -# O que você escolhe vale na hora; não precisa salvar nada.

# O que vem acima de cada menu, e dentro dele enquanto nada foi escolhido.
policy-allowed-channels = **Canais abertos.** Onde posso ser usado; uma categoria vale por tudo o que há nela.
policy-allowed-channels-none = Todos os canais
policy-forbidden-channels = **Canais fechados.** Onde não posso ser usado, mesmo que estejam abertos acima.
policy-forbidden-channels-none = Nenhum canal
policy-users = **Quem pode me usar.** Membros com um destes cargos.
policy-users-none = Todo mundo
policy-savers = **Quem pode salvar IDs.** Membros com um destes cargos.
policy-savers-none = Todos que podem me usar
policy-moderators = **Moderação.** Cargos que podem mudar estas regras, além dos membros que podem gerenciar o servidor.
policy-moderators-none = Nenhum cargo
policy-backend = **Quem faz as trocas.**
policy-backend-auto = Quem estiver disponível
policy-language = **Idioma.** O que eu falo aqui e na auditoria.
policy-language-auto = O de cada pessoa
policy-audit-channel = **Auditoria.** Um canal que recebe uma linha por troca e por mudança.
policy-audit-channel-none = Nenhum canal

# O que se liga e desliga. O botão diz o que acontece ao apertar.
policy-allow-gif = **GIFs e outras animações** { $on ->
    [yes] são aceitos.
   *[no] são recusados.
 }
policy-allow-video = **Vídeos** { $on ->
    [yes] são aceitos.
   *[no] são recusados.
 }
policy-private = **Resultados** { $on ->
    [yes] só são vistos por quem pediu, a menos que a pessoa queira mostrar aos outros.
   *[no] são vistos por todos, a menos que quem pediu prefira em privado.
 }
policy-mark = **Uma marca visível** { $on ->
    [yes] é desenhada em cada resultado.
   *[no] não é desenhada nos resultados.
 }
policy-turn = { $on ->
    [yes] Desativar
   *[no] Ativar
 }
policy-turn-private = { $on ->
    [yes] Tornar públicos
   *[no] Tornar privados
 }

# O que se pede em um formulário.
policy-change = Mudar
policy-limits = **Limites.** { $seconds ->
    [0] Clipes de qualquer duração que eu aceite
    [one] Clipes de até { $seconds } segundo
   *[other] Clipes de até { $seconds } segundos
 }; resultados { $hours ->
    [0] ficam.
    [one] são excluídos depois de { $hours } hora.
   *[other] são excluídos depois de { $hours } horas.
 }
policy-limits-title = Limites
policy-limits-seconds = Duração máxima de um clipe, em segundos
policy-limits-seconds-hint = 0 para qualquer duração que eu aceite
policy-limits-hours = Excluir resultados depois de quantas horas
policy-limits-hours-hint = 0 para manter
policy-mark-text = **O texto dela.** “{ $text }”
policy-mark-title = Marca visível
policy-mark-label = Texto, até { $most } caracteres
policy-blocked-words = **Palavras bloqueadas.** { $words ->
    [none] nenhuma, além das minhas sobre sexo.
   *[other] { $words }
 }
policy-blocked-words-title = Palavras com as quais nada é feito
policy-blocked-words-label = Palavras separadas por vírgulas
policy-blocked-words-hint = Além das de imagens sexuais, que nunca faço

# O que /policy show diz, uma linha para cada.
policy-show-where = **Canais:** { $open ->
    [none] todos
   *[other] só { $open }
 }{ $closed ->
    [none] .
   *[other] , menos { $closed }.
 }
policy-show-users = **Me usar:** { $roles ->
    [none] todo mundo.
   *[other] { $roles }.
 }
policy-show-savers = **Salvar IDs:** { $roles ->
    [none] todos que podem me usar.
   *[other] { $roles }.
 }
policy-show-moderators = **Moderar:** membros que podem gerenciar o servidor{ $roles ->
    [none] .
   *[other] , e { $roles }.
 }
policy-show-backend = **Quem faz as trocas:** { $name ->
    [auto] quem estiver disponível.
   *[other] { $name }.
 }
policy-show-language = **Idioma:** { $name ->
    [auto] o de cada pessoa.
   *[other] { $name }.
 }
policy-show-mark-text = **O texto dela:** “{ $text }”
policy-show-audit = **Auditoria:** { $channel ->
    [none] em lugar nenhum.
   *[other] { $channel }.
 }
policy-trouble = ⚠️ Desde { $since } não consigo escrever lá, então linhas se perdem; deixe que eu veja o canal e escreva nele, e escolha de novo.
policy-show-banned = **Banidos:** { $count ->
    [0] ninguém.
    [one] { $count } membro
   *[other] { $count } membros
 }
policy-show-ban = • <@{ $member }>, { $until ->
    [none] para sempre
   *[other] até <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] : { $reason }
 }
policy-show-more = • e mais { $count }
policy-show-edit = Mude as regras com `/policy edit`; para os membros, use `/policy ban` e `/policy unban`.

policy-banned = { $until ->
    [none] 🚫 <@{ $member }> não pode mais me usar aqui; `/policy unban` desfaz isso.
   *[other] 🚫 <@{ $member }> não pode me usar aqui até <t:{ $until }:f>.
 }
policy-unbanned = ✅ <@{ $member }> pode me usar aqui de novo.
