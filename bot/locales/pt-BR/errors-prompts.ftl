# Recusas de descrições das quais se faria uma imagem.

error-empty-prompt = Não há palavras para fazer uma imagem; descreva, por exemplo: me, um rei louco de azul.
error-prompt-too-long = Essa descrição tem { $length } caracteres e eu aceito até { $limit }; encurte.
error-unknown-prompt-flags = Não conheço { $flags }; aqui dá para usar { $takes }.
error-no-place = Diga onde colocar as pessoas, por exemplo: uma praia ao pôr do sol, ou envie um fundo.
error-sexual-content = Não faço imagens sexuais de pessoas; descreva outra coisa.
error-word-blocked = A moderação deste servidor não permite “{ $word }” nas descrições; tire essa palavra.
