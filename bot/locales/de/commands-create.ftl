# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = Macht aus einer Beschreibung ein Porträt eines gespeicherten Gesichts
command-headshot-option-prompt = beschreibung
command-headshot-option-prompt-description = Wer, und als was: me, ein irrer König in Blau --no grün --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = Wessen Porträt, falls die Beschreibung nicht mit einer ID beginnt
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square, --portrait oder --landscape; --grid macht vier; -m, -f, -s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = Versetzt die Leute eines Bildes an einen anderen Ort
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = Das Bild mit den Leuten
command-changebg-option-a-background-photo-of = ein_foto_von
command-changebg-option-a-background-photo-of-description = Wohin: ein Strand bei Sonnenuntergang --no Leute --seed 7
command-changebg-option-background = hintergrund
command-changebg-option-background-description = Ein Bild, vor das sie kommen, statt einer Beschreibung
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid macht vier, --seed 7 macht dasselbe noch mal
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
