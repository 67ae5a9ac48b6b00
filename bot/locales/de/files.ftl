# Namen für Dateien.

files-photo = Foto { $number }
files-picture = Bild { $number }
files-source = die Quelle
files-target = das Ziel
files-people = die Leute
files-background = der Hintergrund
files-that-message = Diese Nachricht
files-that-file = Diese Datei
# Steht immer hinter „in“.
files-that-picture = diesem Bild
