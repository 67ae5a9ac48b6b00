# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = Make a portrait of a saved face from a description
command-headshot-option-prompt = prompt
command-headshot-option-prompt-description = Who, and as what: me, a mad king in royal blue --no green --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = Whose portrait, where the description does not begin with an id
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square, --portrait or --landscape; --grid makes four; -m, -f, -s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = Put the people of a picture in another place
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = The picture with the people
command-changebg-option-a-background-photo-of = a_background_photo_of
command-changebg-option-a-background-photo-of-description = Where to put them: a beach at sunset --no people --seed 7
command-changebg-option-background = background
command-changebg-option-background-description = A picture to put them before, instead of a description
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid makes four, --seed 7 makes the same again
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
