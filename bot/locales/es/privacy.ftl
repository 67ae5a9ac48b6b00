# /privacy: lo que se guarda sobre un miembro.

privacy-title = ## Lo que guardo sobre ti
privacy-nothing = No guardo nada sobre ti: ni ID, ni imágenes, ni créditos.
privacy-ids = { $count ->
    [one] **ID:** { $names }. De esta cara conservo una plantilla cifrada, nunca la foto.
   *[other] **{ $count } ID:** { $names }. De cada cara conservo una plantilla cifrada, nunca la foto.
 }
privacy-swaps = { $count ->
    [one] **Un intercambio** con { $pictures ->
        [one] { $pictures } archivo cifrado
       *[other] { $pictures } archivos cifrados
     }: lo que enviaste y lo que salió de ahí. Todo desaparece { $days ->
        [one] { $days } día
       *[other] { $days } días
     } después de que termine, o con “Eliminar” debajo del resultado.
   *[other] **{ $count } intercambios** con { $pictures ->
        [one] { $pictures } archivo cifrado
       *[other] { $pictures } archivos cifrados
     }: lo que enviaste y lo que salió de ahí. Todo desaparece { $days ->
        [one] { $days } día
       *[other] { $days } días
     } después de que termine cada uno, o con “Eliminar” debajo del resultado.
 }
privacy-words = Las palabras con las que se hizo una imagen se conservan con ella, sin cifrar.
privacy-open = { $count ->
    [one] Uno de ellos sigue abierto.
   *[other] { $count } de ellos siguen abiertos.
 }
privacy-past = { $count ->
    [one] **Pasado:** de otro intercambio, cuándo fue, cuánto costó y dónde está su respuesta; ninguna imagen.
   *[other] **Pasado:** de otros { $count } intercambios, cuándo fueron, cuánto costaron y dónde están sus respuestas; ninguna imagen.
 }
privacy-credits = { $movements ->
    [one] **Créditos:** un movimiento de tus créditos.
   *[other] **Créditos:** { $movements } movimientos de tus créditos en { $accounts ->
        [one] un lugar
       *[other] { $accounts } lugares
    }.
 }
privacy-bans = { $count ->
    [one] **Vetos:** un servidor te ha vetado y no puedes usarme en él; eso se queda en el servidor.
   *[other] **Vetos:** { $count } servidores te han vetado y no puedes usarme en ellos; eso se queda en los servidores.
 }
privacy-never = -# Nunca guardo las fotos de las que sale un ID, tu nombre ni tus mensajes. `/privacy export` te lo entrega todo y `/privacy delete` lo borra.

privacy-handed-over = 📦 Aquí está todo lo que guardo sobre ti.
privacy-left-out = { $count ->
    [one] Una imagen no cabía en lo que se puede publicar aquí; está en `/jobs list`.
   *[other] { $count } imágenes no cabían en lo que se puede publicar aquí; están en `/jobs list`.
 }
privacy-readme =
    Lo que Visage guarda sobre ti, a fecha de { $now } UTC.

    ids.json: tus caras guardadas y los ID que se usan cuando no indicas ninguno.
    ids/*.template: lo aprendido de cada cara, tal como lo lee el motor. No hay fotos: no se guardan.
    swaps.json: tus intercambios, primero los más recientes, también aquellos cuyas imágenes ya no están.
    pictures/: lo que enviaste para intercambiar y lo que salió de ahí, una carpeta por intercambio.
    credits.json: cada movimiento de tus créditos.
    bans.json: servidores que te han vetado, donde no puedes usar Visage.

    /privacy delete borra todo esto menos los vetos.

privacy-delete-title = Borrar todo lo que guardo sobre ti
privacy-delete-what = Esto detiene tus intercambios abiertos y borra tus ID, tus imágenes e intercambios y tus créditos, también los que se te concedieron. No se puede deshacer. Los mensajes publicados se quedan; elimínalos antes con el botón que hay debajo de cada uno.
privacy-delete-sure = ¿Seguro?
privacy-delete-yes = Sí, borrar todo

privacy-erased = 🗑️ Listo: { $ids ->
    [one] un ID
   *[other] { $ids } ID
 } y { $swaps ->
    [one] un intercambio
   *[other] { $swaps } intercambios
 } con sus imágenes, borrados. Los movimientos de tus créditos se conservan sin tu nombre. Lo que gastaste hoy cuenta hasta las 00:00 UTC.
privacy-kept-after = -# Si un servidor te ha vetado, eso se queda.
