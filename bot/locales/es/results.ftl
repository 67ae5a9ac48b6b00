# Resultados.

result-title = **`{ $ids }`** para { $asker } · { $command }
result-title-one-shot = **Intercambio de caras** para { $asker } · { $command }
result-pictures = { $count ->
    [one] { $count } imagen
   *[other] { $count } imágenes
 }
result-faces = { $found ->
    [one] { $swapped } de { $found } cara
   *[other] { $swapped } de { $found } caras
 }

result-frames = { $frames ->
    [one] { $frames } fotograma
   *[other] { $frames } fotogramas
 }
result-frames-changed = { $frames ->
    [one] { $frames } fotograma, { $changed } con cara nueva
   *[other] { $frames } fotogramas, { $changed } con cara nueva
 }
result-cost = { $charged ->
    [one] { $charged } crédito usado · saldo: { $left } de { $allowance } · se recarga { $when }
   *[other] { $charged } créditos usados · saldo: { $left } de { $allowance } · se recarga { $when }
 }

result-reduced = Reducido para que se pueda publicar aquí.
result-reduced-encoded = Reducido para que se pueda publicar aquí: recodificado a { $rate }.
result-reduced-scaled = Reducido para que se pueda publicar aquí: escalado a { $size }.
result-reduced-both = Reducido para que se pueda publicar aquí: recodificado a { $rate } y escalado a { $size }.
result-linked = { $name } ocupa { $size } MB, más de lo que se puede publicar aquí: quien tenga el enlace puede abrirlo hasta el { $until }.

result-none-left = { $faces ->
    [one] Esta imagen tiene { $faces } cara; no quedó ninguna para `{ $who }`.
   *[other] Esta imagen tiene { $faces } caras; no quedó ninguna para `{ $who }`.
 }
result-none-left-clip = { $faces ->
    [one] Este clip tiene { $faces } cara; no quedó ninguna para `{ $who }`.
   *[other] Este clip tiene { $faces } caras; no quedó ninguna para `{ $who }`.
 }
result-none-left-in = { $pictures ->
    [one] { $pictures } imagen tiene menos caras que la lista; ahí no se usaron los últimos ID.
   *[other] { $pictures } imágenes tienen menos caras que la lista; ahí no se usaron los últimos ID.
 }

picker-title = **¿Otra persona?** Elige quién va en cada cara.
picker-face = Cara { $face }: { $who }
picker-leave = Cara { $face }: dejarla como está
picker-source = Cara { $face }: la cara de la foto

alt-before = Antes: { $name }
alt-after = Después: { $name } con la cara de { $who }
alt-numbered = { $count ->
    [one] La imagen, con su { $count } cara numerada
   *[other] La imagen, con sus { $count } caras numeradas de izquierda a derecha
 }
alt-numbered-clip = { $count ->
    [one] La { $count } cara que se ve en el clip, con número y tiempos
   *[other] Las { $count } caras que se ven en el clip, con números y tiempos
 }
