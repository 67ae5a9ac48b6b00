# Resultados hechos con palabras.

made-title-place = **Fondo nuevo** para { $asker } · { $command }
made-scene = Dibujado como *{ $title }*.
made-scene-closest = Ninguna escena encaja con esas palabras, así que tomé la más cercana: *{ $title }*.
made-place = Con este fondo: *{ $title }*.
made-place-closest = No tengo un lugar para esas palabras, así que tomé el más cercano: *{ $title }*.
made-by = Hecho por { $maker }.
made-seed = { $count ->
    [one] semilla { $seeds }
   *[other] semillas { $seeds }
 }
made-hint = Dibujado con mis propias escenas; quien me administra puede añadir un generador.

alt-portrait = Un retrato de { $who }: { $what }
alt-place = Las personas de la imagen en otro lugar: { $what }
