# Resultados.

result-title = **`{ $ids }`** para { $asker } · { $command }
result-title-one-shot = **Troca de rosto** para { $asker } · { $command }
result-pictures = { $count ->
    [one] { $count } imagem
   *[other] { $count } imagens
 }
result-faces = { $found ->
    [one] { $swapped } de { $found } rosto
   *[other] { $swapped } de { $found } rostos
 }

result-frames = { $frames ->
    [one] { $frames } quadro
   *[other] { $frames } quadros
 }
result-frames-changed = { $frames ->
    [one] { $frames } quadro, { $changed } com rosto novo
   *[other] { $frames } quadros, { $changed } com rosto novo
 }
result-cost = { $charged ->
    [one] { $charged } crédito usado · saldo: { $left } de { $allowance } · recarga { $when }
   *[other] { $charged } créditos usados · saldo: { $left } de { $allowance } · recarga { $when }
 }

result-reduced = Reduzido para poder ser postado aqui.
result-reduced-encoded = Reduzido para poder ser postado aqui: recodificado a { $rate }.
result-reduced-scaled = Reduzido para poder ser postado aqui: redimensionado para { $size }.
result-reduced-both = Reduzido para poder ser postado aqui: recodificado a { $rate } e redimensionado para { $size }.
result-linked = { $name } tem { $size } MB, mais do que dá para postar aqui: quem tiver o link pode abrir até { $until }.

result-none-left = { $faces ->
    [one] Esta imagem tem { $faces } rosto; não sobrou nenhum para `{ $who }`.
   *[other] Esta imagem tem { $faces } rostos; não sobrou nenhum para `{ $who }`.
 }
result-none-left-clip = { $faces ->
    [one] Este clipe tem { $faces } rosto; não sobrou nenhum para `{ $who }`.
   *[other] Este clipe tem { $faces } rostos; não sobrou nenhum para `{ $who }`.
 }
result-none-left-in = { $pictures ->
    [one] { $pictures } imagem tem menos rostos que a lista; os últimos IDs não foram usados nela.
   *[other] { $pictures } imagens têm menos rostos que a lista; os últimos IDs não foram usados nelas.
 }

picker-title = **Outra pessoa?** Escolha quem vai em cada rosto.
picker-face = Rosto { $face }: { $who }
picker-leave = Rosto { $face }: deixar como está
picker-source = Rosto { $face }: o rosto da foto

alt-before = Antes: { $name }
alt-after = Depois: { $name } com o rosto de { $who }
alt-numbered = { $count ->
    [one] A imagem, com seu { $count } rosto numerado
   *[other] A imagem, com seus { $count } rostos numerados da esquerda para a direita
 }
alt-numbered-clip = { $count ->
    [one] O { $count } rosto visto no clipe, com número e tempos
   *[other] Os { $count } rostos vistos no clipe, com números e tempos
 }
