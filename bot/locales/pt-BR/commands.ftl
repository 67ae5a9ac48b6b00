# Comandos.

command-saveid-description = Salva um rosto com um nome, a partir de uma a três fotos
command-saveid-option-idname = id
command-saveid-option-idname-description = Como vai se chamar: de 1 a 10 letras e números
command-saveid-option-image = imagem
command-saveid-option-image-description = Uma foto nítida do rosto
command-saveid-option-image2 = imagem2
command-saveid-option-image2-description = Outra foto do mesmo rosto, para ficar mais parecido
command-saveid-option-image3 = imagem3
command-saveid-option-image3-description = Uma terceira foto do mesmo rosto

command-setid-description = Escolhe qual dos seus IDs é usado quando você não informa nenhum
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = Um ID ou uma lista como anna,_,ben ou anna+ben, com opções
command-listid-description = Mostra seus IDs e seus créditos
command-delid-description = Exclui um dos seus IDs e o que foi aprendido do rosto
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = Qual deles
command-delall-description = Exclui todos os seus IDs; pergunta antes

command-swapid-description = Coloca um ou mais dos seus rostos salvos em uma imagem, um GIF ou um vídeo
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = Um ID ou uma lista da esquerda para a direita: anna,_,ben (_ pula um rosto, anna+ben mistura)
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = A imagem, o GIF ou o vídeo onde colocar
command-swapid-option-options = opções
command-swapid-option-options-description = -m mantém a boca, -f a textura da pele, -s dá nitidez; --mute tira o som, --webm gera WebM
command-swapid-option-private = privado
command-swapid-option-private-description = Só você vê o resultado

command-faceswap-description = Coloca o rosto de uma foto em uma imagem, um GIF ou um vídeo; não salva ID
command-faceswap-option-source = origem
command-faceswap-option-source-description = Uma foto do rosto
command-faceswap-option-target = destino
command-faceswap-option-target-description = A imagem, o GIF ou o vídeo onde colocar
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = imagem_de_origem
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = imagem_gif_ou_vídeo_de_destino
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = Como trocar rostos, em uma tela só

command-save-as-id = Salvar como ID
