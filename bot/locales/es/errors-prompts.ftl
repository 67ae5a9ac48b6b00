# Negativas a descripciones de las que se haría una imagen.

error-empty-prompt = No hay palabras con las que hacer una imagen; descríbela, por ejemplo: me, un rey loco de azul.
error-prompt-too-long = Esa descripción tiene { $length } caracteres y acepto hasta { $limit }; acórtala.
error-unknown-prompt-flags = No conozco { $flags }; aquí se puede poner { $takes }.
error-no-place = Di dónde ponerlos, por ejemplo: una playa al atardecer, o sube un fondo.
error-sexual-content = No hago imágenes sexuales de personas; describe otra cosa.
error-word-blocked = La moderación de este servidor no permite “{ $word }” en las descripciones; quítalo.
