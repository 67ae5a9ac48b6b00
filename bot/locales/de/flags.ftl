# Optionen beim Tippen.

flag-m = behält den Mund des Bildes
flag-f = behält die Hautstruktur des Bildes
flag-s = schärft nach
flag-mute = lässt den Ton eines Videos weg
flag-webm = macht aus einem Video ein WebM statt eines MP4
flag-square = so breit wie hoch
flag-portrait = hochkant
flag-landscape = quer
flag-grid = macht vier zur Auswahl
