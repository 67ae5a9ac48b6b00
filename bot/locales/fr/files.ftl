# Noms des fichiers.

files-photo = photo { $number }
files-picture = image { $number }
files-source = la source
files-target = la cible
files-people = les personnes
files-background = l’arrière-plan
files-that-message = Ce message
files-that-file = Ce fichier
# Toujours derrière « dans ».
files-that-picture = cette image
