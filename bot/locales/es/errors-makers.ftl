# Lo que se hace con palabras, y personas en otro lugar.

error-not-a-still = { $name } se mueve y solo puedo cambiar el fondo de imágenes fijas; envía una foto.
