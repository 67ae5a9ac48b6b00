# Negativas: cada una es una frase que dice qué hacer.

error-error = Algo salió mal.
error-unexpected = Algo falló de mi lado, así que no se te cobró nada. Inténtalo de nuevo; si vuelve a pasar, dale al propietario del servidor la referencia `{ $reference }`.
error-command-changed = Ese comando ha cambiado. Inténtalo de nuevo en un minuto.

# Archivos.

error-no-picture = No hay ninguna imagen en ese mensaje; elige uno que tenga una.
error-picture-gone = { $name } no se pudo descargar; vuelve a subir el archivo.
error-not-a-picture = { $name } no es una imagen ni un video que yo pueda leer; envía un JPEG, PNG, WebP, GIF o MP4.
error-unsupported-picture = { $name } es de tipo { $kind } y no puedo abrirlo; guárdalo como JPEG o PNG e inténtalo de nuevo.
error-broken-picture = { $name } está incompleto o dañado; vuelve a subirlo, o ábrelo y guárdalo de nuevo antes.
error-file-too-large = { $name } ocupa { $size } MB y acepto hasta { $limit } MB; envía una copia más pequeña.
error-too-many-pixels = { $name } mide { $width } x { $height } píxeles y acepto hasta { $limit } megapíxeles; envía una copia más pequeña.
error-picture-too-small = { $name } solo mide { $width } x { $height } píxeles; envía una imagen de al menos { $least } x { $least }.
error-animated-picture = { $name } está animado y solo puedo aprender una cara a partir de fotos fijas; envía un solo fotograma.

# Clips.

error-clip-too-long = { $name } dura { $seconds } segundos y acepto hasta { $limit }; recórtalo.
error-too-many-frames = { $name } tiene { $frames } fotogramas y acepto hasta { $limit }; envía uno más corto.
error-broken-clip = { $name } está incompleto, dañado o es demasiado complejo para reproducirlo; vuelve a subirlo, o guárdalo antes de nuevo como MP4 o GIF.
error-no-frames = { $name } no tiene imágenes en movimiento; envía un video o una animación.

# Caras.

error-no-face = No encuentro ninguna cara en { $name }; envía una imagen donde se vea bien una cara, no de espaldas.
error-too-few-faces = La lista pide la cara { $place } desde la izquierda, pero en { $name } solo hay { $found }; acorta la lista.
error-face-too-small = La cara en { $name } mide solo { $width } píxeles de ancho y necesito { $least }; envía una imagen donde se vea más cerca o más grande.
error-face-too-blurred = La cara en { $name } ({ $width } píxeles de ancho) está demasiado borrosa para aprender de ella; envía una imagen más nítida.
error-face-turned-away = La cara en { $name } está girada { $yaw } grados hacia un lado; envía una imagen donde mire más a la cámara.
error-nobody-there = No encuentro a nadie en { $name } a quien llevar a otro lugar; envía una imagen donde se vea bien a una persona.

# Los ID y sus listas.

error-bad-id-name = “{ $name }” no puede ser un ID: usa de 1 a 10 letras y números sin espacios, como yo o anna2.
error-unknown-id = Todavía no tienes ningún ID “{ $name }”; guarda una cara con ese nombre usando /saveid.
error-unknown-id-nearest = No tienes ningún ID “{ $name }”; ¿querías decir “{ $nearest }”?
error-unknown-id-others = No tienes ningún ID “{ $name }”; /listid muestra los que tienes.
error-too-many-ids = Ya tienes { $limit } ID, que es el máximo; elimina uno con /delid, o guarda encima de un nombre que ya tengas.
error-no-default-id = Todavía no tienes un ID actual; guarda una cara con /saveid, o elige un ID con /setid.
error-bad-id-list = No entiendo “{ $text }” como lista de ID; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-meant = No entiendo “{ $text }” como lista de ID; ¿querías decir “{ $meant }”?
error-bad-id-list-empty = No entiendo “{ $text }” como lista de ID: está vacía; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-long = No entiendo “{ $text }” como lista de ID: tiene más de { $most } puestos; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-nobody = No entiendo “{ $text }” como lista de ID: no nombra a nadie; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-gap = No entiendo “{ $text }” como lista de ID: entre dos comas no hay nada (usa _ para saltar una cara); escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-plus = No entiendo “{ $text }” como lista de ID: el signo más necesita un nombre a cada lado; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-bad-id-list-one = “{ $text }” nombra a varias personas y un retrato muestra una; escribe un ID o mezcla con a+b.
error-bad-id-list-mixed = No entiendo “{ $text }” como lista de ID: en una cara se pueden mezclar { $most } ID como máximo; escríbelos como a,b,_ de izquierda a derecha y mezcla con a+b.
error-nobody-chosen = Elige un ID o escribe uno.
error-id-unreadable = El ID “{ $name }” se guardó con ajustes que ya no existen; vuelve a guardarlo con /saveid.

# Opciones.

error-unknown-flags = No conozco { $flags }; las opciones son -m, -f, -s, --mute y --webm, y /help las explica.
error-bad-flag-value = { $flag } lleva un número entero de { $least } a { $most }, no “{ $value }”.
error-pack-missing = { $flag } necesita el paquete de modelos { $pack }, que todavía no existe; quita { $flag }.

# Intercambios y resultados.

error-not-yours = Eso solo puede hacerlo quien lo pidió.
error-not-yours-moderators = Eso solo puede hacerlo quien lo pidió, o alguien de moderación.
error-job-gone = Ese intercambio ya no está guardado; empieza uno nuevo.
error-canceled = Cancelado, como pediste.
error-not-enough-credits = { $needed ->
    [one] Esto cuesta { $needed } crédito y { $left ->
        [0] hoy ya no te quedan
        [one] hoy te queda { $left }
       *[other] hoy te quedan { $left }
     }; se recargan <t:{ $refill }:R>.
   *[other] Esto cuesta { $needed } créditos y { $left ->
        [0] hoy ya no te quedan
        [one] hoy te queda { $left }
       *[other] hoy te quedan { $left }
     }; se recargan <t:{ $refill }:R>.
 }
error-result-too-large = El resultado ocupa { $size } MB y aquí se pueden publicar { $limit } MB como máximo, así que no se te cobró nada; envía algo más pequeño o más corto.
error-result-too-large-unknown = El resultado ocupa { $size } MB y aquí no se puede publicar tanto, así que no se te cobró nada; envía algo más pequeño o más corto.
error-result-refused = El resultado se hizo, pero no se pudo publicar aquí, así que no se te cobró nada; prueba con otra imagen o en otro lugar.

# Fallos.

error-backend-down = El motor de intercambio no responde ahora mismo, así que no se te cobró nada; inténtalo de nuevo en unos minutos.
error-backend-busy = El motor de intercambio tiene demasiado trabajo ahora mismo, así que no se te cobró nada; inténtalo de nuevo en unos minutos.
error-backend-lost = El motor de intercambio se reinició mientras trabajaba en esto, así que no se te cobró nada; inténtalo de nuevo.
error-took-too-long = Esto tardó demasiado y se detuvo; no se te cobró nada, inténtalo de nuevo.
