# /help, em uma tela só.

help-begin =
    ## Troque rostos em imagens, GIFs e vídeos
    {"**1.**"} `/saveid` com um nome e uma foto nítida de um rosto.
    {"**2.**"} `/swapid` com esse nome e uma imagem ou um clipe, ou clique com o botão direito em uma imagem → Apps → **INSwapper**.
help-commands =
    {"**Trocar**"}
    `/swapid` coloca rostos salvos em uma imagem, um GIF ou um vídeo
    `/faceswap` pega o rosto de uma foto e não salva ID (`/picsi` é a mesma coisa)
    {"**INSwapper**"} (botão direito em uma mensagem) usa seu ID atual

    {"**Seus IDs**"}
    `/saveid` salva um rosto, com até três fotos · `/setid` escolhe o atual · `/listid` · `/delid` · `/delall`
    {"**Salvar como ID**"} (botão direito em uma mensagem) salva o rosto da imagem dela
help-create =
    {"**Com palavras**"}
    `/headshot` faz um retrato, como `me, um rei louco de azul` · `/changebg` leva pessoas para outro lugar, como `uma praia`
    `--no verde` · `--square` · `--seed 7` o mesmo de novo · `--grid` quatro ({ $headshot } créditos por retrato, { $changebg } por lugar)
help-faces =
    {"**Vários rostos**"}
    `anna,_,ben` vai da esquerda para a direita, e em um clipe na ordem em que aparecem; `_` deixa um rosto como está
    `anna+ben` mistura até três; `anna+anna+ben` puxa mais para anna
    Um ID sozinho vai para o maior rosto; abaixo do resultado dá para escolher outros.

    {"**Opções**"}, depois dos IDs ou em `opções`
    `-m` mantém a boca da imagem · `-f` mantém a textura da pele · `-s` dá mais nitidez
    `--mute` tira o som de um vídeo · `--webm` gera um WebM dele
help-more =
    {"**E mais**"}: `/jobs` suas trocas · `/credits` o que você tem · `/privacy` seus dados · `/status` como estou
    {"**Moderadores**"}: `/policy` para regras e bloqueios · `/credits` para cotas, preços e um relatório
help-rules =
    -# { $allowance } créditos por dia, recarregados às 00:00 UTC. Um rosto custa 1 em uma imagem, { $frame } por quadro em um GIF, { $second } por segundo em um vídeo; antes de um gasto maior, eu aviso.
    -# Até { $ids } IDs. De um rosto salvo eu guardo um modelo criptografado, nunca a foto. As imagens de uma troca, e o rosto que era só para ela, são apagados depois de { $days ->
        [one] { $days } dia
       *[other] { $days } dias
     }, ou com “Excluir”.
