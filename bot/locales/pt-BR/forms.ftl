# Formulários.

form-another-title = Colocar outra pessoa
form-another-pick-label = Um dos seus IDs
form-another-pick-hint = Vai para o maior rosto
form-another-typed-label = Ou digite uma lista
form-another-typed-hint = anna,_,ben da esquerda para a direita · anna+ben para misturar · -m -f -s
form-portrait-title = Um retrato de outra pessoa
form-portrait-pick-hint = De quem é o retrato
form-portrait-typed-label = Ou digite um ID
form-portrait-typed-hint = anna · anna+ben para misturar · -m -f -s
form-save-title = Salvar como ID
form-save-name-label = Nome
form-save-name-hint = De 1 a 10 letras e números, como eu ou anna2
