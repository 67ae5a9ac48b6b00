# O que se faz com palavras, e pessoas em outro lugar.

error-not-a-still = { $name } se mexe, e eu só consigo trocar o fundo de imagens paradas; envie uma foto.
