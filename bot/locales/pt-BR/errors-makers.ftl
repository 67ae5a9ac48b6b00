# O que se faz com palavras, e pessoas em outro lugar.

error-not-a-still = { $name } se mexe, e eu só consigo trocar o fundo de imagens paradas; envie uma foto.
error-no-face-made = Nenhuma das imagens feitas com essas palavras mostra um rosto grande o bastante, então nada foi cobrado; descreva uma só pessoa cujo rosto apareça.
error-maker-down = O gerador de imagens não está respondendo como deveria agora, então nada foi cobrado; tente de novo em alguns minutos.
error-maker-refused = O gerador de imagens não faz uma imagem com essas palavras, então nada foi cobrado; tente outras.
