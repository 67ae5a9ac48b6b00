# /privacy: o que está guardado sobre um membro, entregue e apagado.

privacy-title = ## O que eu guardo sobre você
privacy-nothing = Não guardo nada sobre você: nem IDs, nem imagens, nem créditos.
privacy-ids = { $count ->
    [one] **ID:** { $names }. Deste rosto eu guardo um modelo criptografado, nunca a foto.
   *[other] **{ $count } IDs:** { $names }. De cada rosto eu guardo um modelo criptografado, nunca a foto.
 }
privacy-swaps = **{ $count ->
    [one] { $count } troca
   *[other] { $count } trocas
 }** com { $pictures ->
    [one] { $pictures } arquivo criptografado
   *[other] { $pictures } arquivos criptografados
 }: o que você enviou e no que deu. Tudo some { $days ->
    [one] { $days } dia
   *[other] { $days } dias
 } depois do fim de cada troca, ou com “Excluir” abaixo do resultado.
privacy-words = As palavras de que uma imagem foi feita ficam guardadas com ela, sem criptografia.
privacy-open = { $count ->
    [one] { $count } delas ainda está em aberto.
   *[other] { $count } delas ainda estão em aberto.
 }
privacy-past = { $count ->
    [one] **Passado:** de mais { $count } troca, só quando foi, quanto custou e onde está a resposta; nenhuma imagem.
   *[other] **Passado:** de mais { $count } trocas, só quando foram, quanto custaram e onde estão as respostas; nenhuma imagem.
 }
privacy-credits = { $movements ->
    [one] **Créditos:** { $movements } movimentação dos seus créditos.
   *[other] **Créditos:** { $movements } movimentações dos seus créditos em { $accounts ->
        [one] { $accounts } lugar
       *[other] { $accounts } lugares
    }.
 }
privacy-bans = { $count ->
    [one] **Banimentos:** { $count } servidor proibiu você de me usar; isso fica com o servidor.
   *[other] **Banimentos:** { $count } servidores proibiram você de me usar; isso fica com os servidores.
 }
privacy-never = -# Nunca guardo: as fotos com que você salva um ID, seu nome, suas mensagens. `/privacy export` entrega tudo, `/privacy delete` apaga.

privacy-handed-over = 📦 Aqui está tudo o que eu guardo sobre você.
privacy-left-out = { $count ->
    [one] { $count } imagem não coube no que dá para postar aqui; ela está em `/jobs list`.
   *[other] { $count } imagens não couberam no que dá para postar aqui; elas estão em `/jobs list`.
 }
# O texto de um arquivo do pacote.
privacy-readme =
    O que o Visage guarda sobre você, em { $now } UTC.

    ids.json: seus rostos salvos, e os IDs usados quando você não informa nenhum.
    ids/*.template: o que foi aprendido de cada rosto, como o motor lê. Não há fotos: elas não são guardadas.
    swaps.json: suas trocas, das mais novas às mais antigas, mesmo as que não têm mais imagens.
    pictures/: o que você enviou para trocar e no que deu, uma pasta por troca.
    credits.json: cada movimentação dos seus créditos.
    bans.json: servidores que proibiram você de usar o Visage.

    /privacy delete apaga tudo isso, menos os banimentos.

privacy-delete-title = Apagar tudo o que guardo sobre você
privacy-delete-what = Isso encerra suas trocas em aberto e apaga seus IDs, suas imagens e trocas, e seus créditos, inclusive os que foram concedidos a você. Não dá para desfazer. As mensagens já postadas ficam; exclua-as antes, com o botão abaixo de cada uma.
privacy-delete-sure = Tem certeza?
privacy-delete-yes = Sim, apagar tudo

privacy-erased = 🗑️ Pronto. Apagados, com as imagens: { $ids ->
    [0] nenhum ID
    [one] { $ids } ID
   *[other] { $ids } IDs
 } e { $swaps ->
    [0] nenhuma troca
    [one] { $swaps } troca
   *[other] { $swaps } trocas
 }. As movimentações dos seus créditos ficam sem o seu nome. O que você gastou hoje conta até as 00:00 UTC.
privacy-kept-after = -# Se um servidor proibiu você de me usar, isso continua.
