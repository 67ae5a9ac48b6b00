# Nomes dos arquivos.

files-photo = foto { $number }
files-picture = imagem { $number }
files-source = a origem
files-target = o destino
files-people = as pessoas
files-background = o fundo
files-that-message = Essa mensagem
files-that-file = Esse arquivo
# Vem sempre no começo da frase.
files-that-picture = Essa imagem
