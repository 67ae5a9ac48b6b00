# Resultados feitos de palavras.

made-title-place = **Fundo novo** para { $asker } · { $command }
made-scene = Desenhado como *{ $title }*.
made-scene-closest = Nenhuma cena combina com essas palavras, então peguei a mais próxima: *{ $title }*.
made-place = Com este fundo: *{ $title }*.
made-place-closest = Não tenho um lugar para essas palavras, então peguei o mais próximo: *{ $title }*.
made-by = Feito por { $maker }.
made-seed = { $count ->
    [one] semente { $seeds }
   *[other] sementes { $seeds }
 }
made-hint = Desenhado com cenas próprias; quem me administra pode adicionar um gerador.

alt-portrait = Um retrato de { $who }: { $what }
alt-place = As pessoas da imagem em outro lugar: { $what }
