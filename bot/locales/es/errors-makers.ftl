# Lo que se hace con palabras, y personas en otro lugar.

error-not-a-still = { $name } se mueve y solo puedo cambiar el fondo de imágenes fijas; envía una foto.
error-no-face-made = Ninguna de las imágenes hechas con esas palabras muestra una cara lo bastante grande, así que no se te cobró nada; describe a una sola persona a la que se le vea la cara.
error-maker-down = El generador de imágenes no responde como debería en este momento, así que no se te cobró nada; inténtalo de nuevo en unos minutos.
error-maker-refused = El generador de imágenes no hace ninguna imagen con estas palabras, así que no se te cobró nada; prueba con otras.
