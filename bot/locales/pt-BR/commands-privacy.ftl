# Os comandos de /privacy; uma descrição tem no máximo 100 caracteres.

command-privacy-description = O que eu guardo sobre você
command-privacy-show-description = Mostra o que está guardado sobre você
command-privacy-export-description = Envia tudo o que está guardado sobre você, em um arquivo
command-privacy-delete-description = Apaga tudo o que está guardado sobre você; pergunta antes
