# Formulaires.

form-another-title = Mettre quelqu’un d’autre
form-another-pick-label = Un de tes ID
form-another-pick-hint = Va sur le plus grand visage
form-another-typed-label = Ou écris une liste
form-another-typed-hint = anna,_,ben de gauche à droite · anna+ben pour mélanger · -m -f -s
form-portrait-title = Un portrait de quelqu’un d’autre
form-portrait-pick-hint = De qui est le portrait
form-portrait-typed-label = Ou écris un ID
form-portrait-typed-hint = anna · anna+ben pour mélanger · -m -f -s
form-save-title = Enregistrer comme ID
form-save-name-label = Nom
form-save-name-hint = 1 à 10 lettres et chiffres, comme moi ou anna2
