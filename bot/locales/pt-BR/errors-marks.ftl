# Recusas de uma marca visível, o texto curto em um canto de cada resultado.

error-mark-too-long = Essa marca tem { $length } caracteres e eu desenho até { $limit }; encurte o texto.
error-mark-unwritable = Não consigo desenhar { $characters } em uma imagem; na marca, use letras latinas, gregas, cirílicas, chinesas, japonesas ou coreanas, números e pontuação.
