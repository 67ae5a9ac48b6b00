# Opções, enquanto são digitadas.

flag-m = mantém a boca da imagem
flag-f = mantém a textura da pele da imagem
flag-s = dá mais nitidez
flag-mute = tira o som de um vídeo
flag-webm = gera um WebM de um vídeo, em vez de MP4
flag-square = tão largo quanto alto
flag-portrait = em pé
flag-landscape = deitado
flag-grid = faz quatro para escolher
