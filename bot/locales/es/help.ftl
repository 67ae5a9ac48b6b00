# /help, en una sola pantalla.

help-begin =
    ## Intercambia caras en imágenes, GIF y videos
    {"**1.**"} `/saveid` con un nombre y una foto clara de una cara.
    {"**2.**"} `/swapid` con ese nombre y una imagen o un clip, o clic derecho en una imagen → Aplicaciones → **INSwapper**.
help-commands =
    {"**Intercambiar**"}
    `/swapid` pone caras guardadas en una imagen, un GIF o un video
    `/faceswap` toma la cara de una foto y no guarda ningún ID (`/picsi` es lo mismo)
    {"**INSwapper**"} (clic derecho en un mensaje) usa tu ID actual

    {"**Tus ID**"}
    `/saveid` guarda una cara, con hasta tres fotos · `/setid` elige el actual · `/listid` · `/delid` · `/delall`
    {"**Guardar como ID**"} (clic derecho en un mensaje) guarda la cara de su imagen
help-create =
    {"**Con palabras**"}
    `/headshot` hace un retrato, como `me, un rey loco de azul` · `/changebg` lleva a la gente a otro lugar, como `una playa`
    `--no verde` · `--square` · `--seed 7` lo mismo otra vez · `--grid` cuatro ({ $headshot } créditos por retrato, { $changebg } por lugar)
help-faces =
    {"**Varias caras**"}
    `anna,_,ben` va de izquierda a derecha, y en un clip por orden de aparición; `_` deja una cara como está
    `anna+ben` mezcla hasta tres; `anna+anna+ben` tiene más de anna
    Un ID solo va a la cara más grande; debajo del resultado puedes elegir otras.

    {"**Opciones**"}, detrás de los ID o en `opciones`
    `-m` conserva la boca de la imagen · `-f` conserva su textura de piel · `-s` da más nitidez
    `--mute` quita el sonido de un video · `--webm` lo convierte en WebM
help-more =
    {"**Además**"}: `/jobs` tus intercambios · `/credits` lo que tienes · `/privacy` tus datos · `/status` cómo estoy
    {"**Moderación**"}: `/policy` para reglas y vetos · `/credits` para asignaciones, precios y un informe
help-rules =
    -# { $allowance } créditos al día, que se recargan a las 00:00 UTC. Una cara cuesta 1 en una imagen, { $frame } por fotograma en un GIF y { $second } por segundo en un video; antes de un gasto mayor, te aviso.
    -# Hasta { $ids } ID. De una cara guardada conservo una plantilla cifrada, nunca la foto. Las imágenes de un intercambio, y la cara que solo era para él, se borran al cabo de { $days ->
        [one] { $days } día
       *[other] { $days } días
     }, o con “Eliminar”.
