# Opciones, mientras se escriben.

flag-m = conserva la boca de la imagen
flag-f = conserva la textura de la piel de la imagen
flag-s = da más nitidez
flag-mute = quita el sonido de un video
flag-webm = convierte un video en WebM y no en MP4
flag-square = tan ancho como alto
flag-portrait = vertical
flag-landscape = apaisado
flag-grid = hace cuatro para elegir
