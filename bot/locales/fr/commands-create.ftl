# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = Fait un portrait d’un visage enregistré à partir d’une description
command-headshot-option-prompt = description
command-headshot-option-prompt-description = Qui, et en quoi : me, un roi fou en bleu --no vert --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = De qui, si la description ne commence pas par un ID
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square, --portrait ou --landscape ; --grid en fait quatre ; -m, -f, -s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = Place ailleurs les personnes d’une image
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = L’image avec les personnes
command-changebg-option-a-background-photo-of = une_photo_de
command-changebg-option-a-background-photo-of-description = Où : une plage au coucher du soleil --no gens --seed 7
command-changebg-option-background = arrière-plan
command-changebg-option-background-description = Une image à mettre derrière, au lieu d’une description
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid en fait quatre, --seed 7 refait le même
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
