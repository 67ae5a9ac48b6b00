# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = Hace un retrato de una cara guardada a partir de una descripción
command-headshot-option-prompt = descripción
command-headshot-option-prompt-description = Quién y como qué: me, un rey loco de azul --no verde --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = De quién, si la descripción no empieza con un ID
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square, --portrait o --landscape; --grid hace cuatro; -m, -f, -s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = Lleva a las personas de una imagen a otro lugar
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = La imagen con las personas
command-changebg-option-a-background-photo-of = una_foto_de
command-changebg-option-a-background-photo-of-description = Adónde: una playa al atardecer --no gente --seed 7
command-changebg-option-background = fondo
command-changebg-option-background-description = Una imagen de fondo, en lugar de una descripción
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid hace cuatro, --seed 7 repite lo mismo
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
