# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = Faz um retrato de um rosto salvo a partir de uma descrição
command-headshot-option-prompt = descrição
command-headshot-option-prompt-description = Quem, e como o quê: me, um rei louco de azul --no verde --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = De quem, se a descrição não começa com um ID
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square, --portrait ou --landscape; --grid faz quatro; -m, -f, -s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = Leva as pessoas de uma imagem para outro lugar
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = A imagem com as pessoas
command-changebg-option-a-background-photo-of = uma_foto_de
command-changebg-option-a-background-photo-of-description = Para onde: uma praia ao pôr do sol --no gente --seed 7
command-changebg-option-background = fundo
command-changebg-option-background-description = Uma imagem de fundo, em vez de uma descrição
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid faz quatro, --seed 7 repete o mesmo
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
