# Comandos.

command-saveid-description = Guarda una cara con un nombre, a partir de una a tres fotos
command-saveid-option-idname = id
command-saveid-option-idname-description = Cómo se llamará: de 1 a 10 letras y números
command-saveid-option-image = imagen
command-saveid-option-image-description = Una foto clara de la cara
command-saveid-option-image2 = imagen2
command-saveid-option-image2-description = Otra foto de la misma cara, para que se parezca más
command-saveid-option-image3 = imagen3
command-saveid-option-image3-description = Una tercera foto de la misma cara

command-setid-description = Elige cuál de tus ID se usa cuando no indicas ninguno
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = Un ID o una lista como anna,_,ben o anna+ben, con opciones
command-listid-description = Muestra tus ID y tus créditos
command-delid-description = Elimina uno de tus ID y lo aprendido de su cara
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = Cuál
command-delall-description = Elimina todos tus ID; antes te pregunta

command-swapid-description = Pone una o varias de tus caras guardadas en una imagen, un GIF o un video
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = Un ID o una lista de izquierda a derecha: anna,_,ben (_ salta una cara, anna+ben mezcla)
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = La imagen, el GIF o el video donde ponerlas
command-swapid-option-options = opciones
command-swapid-option-options-description = -m conserva la boca, -f la textura de la piel, -s da nitidez; --mute sin sonido, --webm para WebM
command-swapid-option-private = privado
command-swapid-option-private-description = Solo tú ves el resultado

command-faceswap-description = Pone la cara de una foto en una imagen, un GIF o un video; no guarda ningún ID
command-faceswap-option-source = origen
command-faceswap-option-source-description = Una foto de la cara
command-faceswap-option-target = destino
command-faceswap-option-target-description = La imagen, el GIF o el video donde ponerla
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = imagen_de_origen
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = imagen_gif_o_video_de_destino
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = Cómo intercambiar caras, en una sola pantalla

command-save-as-id = Guardar como ID
