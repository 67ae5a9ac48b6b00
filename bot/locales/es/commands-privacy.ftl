# Comandos de /privacy.

command-privacy-description = Lo que guardo sobre ti
command-privacy-show-description = Dice lo que se guarda sobre ti
command-privacy-export-description = Te da todo lo que se guarda sobre ti, en un archivo
command-privacy-delete-description = Borra todo lo que se guarda sobre ti; antes te pregunta
