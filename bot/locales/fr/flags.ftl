# Options, pendant qu’on les écrit.

flag-m = garde la bouche de l’image
flag-f = garde le grain de peau de l’image
flag-s = rend plus net
flag-mute = enlève le son d’une vidéo
flag-webm = fait d’une vidéo un WebM, pas un MP4
flag-square = aussi large que haut
flag-portrait = vertical
flag-landscape = horizontal
flag-grid = en fait quatre, au choix
