# Nombres de los archivos.

files-photo = foto { $number }
files-picture = imagen { $number }
files-source = el origen
files-target = el destino
files-people = las personas
files-background = el fondo
files-that-message = Ese mensaje
files-that-file = Ese archivo
# Va siempre detrás de “en”.
files-that-picture = esa imagen
