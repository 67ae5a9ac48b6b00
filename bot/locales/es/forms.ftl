# Formularios.

form-another-title = Poner a otra persona
form-another-pick-label = Uno de tus ID
form-another-pick-hint = Va a la cara más grande
form-another-typed-label = O escribe una lista
form-another-typed-hint = anna,_,ben de izquierda a derecha · anna+ben para mezclar · -m -f -s
form-portrait-title = Un retrato de otra persona
form-portrait-pick-hint = De quién es el retrato
form-portrait-typed-label = O escribe un ID
form-portrait-typed-hint = anna · anna+ben para mezclar · -m -f -s
form-save-title = Guardar como ID
form-save-name-label = Nombre
form-save-name-hint = De 1 a 10 letras y números, como yo o anna2
