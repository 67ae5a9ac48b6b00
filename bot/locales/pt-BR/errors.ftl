# Recusas: cada uma é uma frase que diz o que fazer.

error-error = Algo deu errado.
error-unexpected = Algo deu errado do meu lado, então nada foi cobrado. Tente de novo; se acontecer outra vez, passe ao dono do servidor a referência `{ $reference }`.
error-command-changed = Esse comando mudou. Tente de novo em um minuto.

# Arquivos.

error-no-picture = Não há nenhuma imagem nessa mensagem; escolha uma que tenha.
error-picture-gone = { $name } não pôde ser baixado; envie o arquivo de novo.
error-not-a-picture = { $name } não é uma imagem ou um vídeo que eu consiga ler; envie um JPEG, PNG, WebP, GIF ou MP4.
error-unsupported-picture = { $name } é do tipo { $kind }, que não consigo abrir; salve como JPEG ou PNG e tente de novo.
error-broken-picture = { $name } está incompleto ou danificado; envie de novo, ou abra e salve outra vez antes.
error-file-too-large = { $name } tem { $size } MB e eu aceito até { $limit } MB; envie uma cópia menor.
error-too-many-pixels = { $name } tem { $width } x { $height } pixels e eu aceito até { $limit } megapixels; envie uma cópia menor.
error-picture-too-small = { $name } tem só { $width } x { $height } pixels; envie uma imagem de pelo menos { $least } x { $least }.
error-animated-picture = { $name } é animado e eu só aprendo um rosto com fotos paradas; envie um único quadro da animação.

# Clipes.

error-clip-too-long = { $name } dura { $seconds } segundos e eu aceito até { $limit }; corte um pouco.
error-too-many-frames = { $name } tem { $frames } quadros e eu aceito até { $limit }; envie um clipe mais curto.
error-broken-clip = { $name } está incompleto, danificado ou é complexo demais para reproduzir; envie de novo, ou salve outra vez como MP4 ou GIF antes.
error-no-frames = { $name } não tem imagens em movimento; envie um vídeo ou uma animação.

# Rostos. O nome vem sempre no começo da frase.

error-no-face = { $name } não mostra nenhum rosto que eu consiga encontrar; envie uma imagem em que um rosto apareça bem, e não de costas.
error-too-few-faces = { $name } não tem o rosto { $place } a partir da esquerda, que a lista pede: só encontrei { $found }; encurte a lista.
error-face-too-small = { $name } mostra um rosto com só { $width } pixels de largura e eu preciso de { $least }; envie uma imagem em que ele esteja mais perto ou maior.
error-face-too-blurred = { $name } mostra um rosto ({ $width } pixels de largura) borrado demais para eu aprender com ele; envie uma imagem mais nítida.
error-face-turned-away = { $name } mostra um rosto virado { $yaw } graus para o lado; envie uma imagem em que ele olhe mais para a câmera.
error-nobody-there = { $name } não mostra ninguém que eu possa levar para outro lugar; envie uma imagem em que uma pessoa apareça bem.

# IDs e listas.

error-bad-id-name = “{ $name }” não pode ser um ID: use de 1 a 10 letras e números sem espaços, como eu ou anna2.
error-unknown-id = Você ainda não tem o ID “{ $name }”; salve um rosto com esse nome usando /saveid.
error-unknown-id-nearest = Você não tem o ID “{ $name }”; quis dizer “{ $nearest }”?
error-unknown-id-others = Você não tem o ID “{ $name }”; /listid mostra os que você tem.
error-too-many-ids = Você já tem { $limit } IDs, que é o máximo; exclua um com /delid, ou salve por cima de um nome que você já tem.
error-no-default-id = Você ainda não tem um ID atual; salve um rosto com /saveid, ou escolha um ID com /setid.
error-bad-id-list = Não consigo ler “{ $text }” como IDs; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-meant = Não consigo ler “{ $text }” como IDs; você quis dizer “{ $meant }”?
error-bad-id-list-empty = Não consigo ler “{ $text }” como IDs: a lista está vazia; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-long = Não consigo ler “{ $text }” como IDs: a lista tem mais de { $most } lugares; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-nobody = Não consigo ler “{ $text }” como IDs: a lista não tem o nome de ninguém; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-gap = Não consigo ler “{ $text }” como IDs: não há nada entre duas vírgulas (use _ para pular um rosto); escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-plus = Não consigo ler “{ $text }” como IDs: o sinal de mais precisa de um nome de cada lado; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-bad-id-list-one = “{ $text }” cita várias pessoas e um retrato mostra uma; escreva um ID ou misture com a+b.
error-bad-id-list-mixed = Não consigo ler “{ $text }” como IDs: dá para misturar no máximo { $most } IDs em um rosto; escreva como a,b,_ da esquerda para a direita e misture com a+b.
error-nobody-chosen = Escolha um ID ou digite um.
error-id-unreadable = O ID “{ $name }” foi salvo com configurações que não existem mais; salve de novo com /saveid.

# Opções.

error-unknown-flags = Não conheço { $flags }; as opções são -m, -f, -s, --mute e --webm, e /help explica cada uma.
error-bad-flag-value = { $flag } precisa de um número inteiro de { $least } a { $most }, não “{ $value }”.
error-pack-missing = { $flag } precisa do pacote de modelos { $pack }, que ainda não existe; tire { $flag }.

# Trocas e resultados.

error-not-yours = Só quem pediu pode fazer isso.
error-not-yours-moderators = Só quem pediu, ou alguém da moderação, pode fazer isso.
error-job-gone = Essa troca não está mais guardada; comece uma nova.
error-canceled = Cancelado, como você pediu.
error-not-enough-credits = { $needed ->
    [one] Isso custa { $needed } crédito e { $left ->
        [0] você não tem mais nenhum hoje
       *[other] você ainda tem { $left } hoje
     }; eles são recarregados <t:{ $refill }:R>.
   *[other] Isso custa { $needed } créditos e { $left ->
        [0] você não tem mais nenhum hoje
       *[other] você ainda tem { $left } hoje
     }; eles são recarregados <t:{ $refill }:R>.
 }
error-result-too-large = O resultado tem { $size } MB e aqui dá para postar no máximo { $limit } MB, então nada foi cobrado; envie algo menor ou mais curto.
error-result-too-large-unknown = O resultado tem { $size } MB e aqui não dá para postar tanto, então nada foi cobrado; envie algo menor ou mais curto.
error-result-refused = O resultado ficou pronto, mas não pôde ser postado aqui, então nada foi cobrado; tente com outra imagem ou em outro lugar.

# Falhas.

error-backend-down = O motor de troca não está respondendo agora, então nada foi cobrado; tente de novo em alguns minutos.
error-backend-busy = O motor de troca está com muito trabalho agora, então nada foi cobrado; tente de novo em alguns minutos.
error-backend-lost = O motor de troca reiniciou enquanto trabalhava nisso, então nada foi cobrado; tente de novo.
error-took-too-long = Isso demorou demais e foi interrompido; nada foi cobrado, tente de novo.
