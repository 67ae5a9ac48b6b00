# Ergebnisse, die aus Worten gemacht sind.

made-title-place = **Neuer Hintergrund** für { $asker } · { $command }
made-scene = Gezeichnet als *{ $title }*.
made-scene-closest = Zu diesen Worten passt keine Szene, darum nahm ich die nächste: *{ $title }*.
made-place = Versetzt nach: *{ $title }*.
made-place-closest = Zu diesen Worten habe ich keinen Ort, darum nahm ich den nächsten: *{ $title }*.
made-by = Gemacht von { $maker }.
made-seed = { $count ->
    [one] Seed { $seeds }
   *[other] Seeds { $seeds }
 }
made-hint = Aus eigenen Szenen gezeichnet; wer mich betreibt, kann einen Generator ergänzen.

alt-portrait = Ein Porträt von { $who }: { $what }
alt-place = Die Leute aus dem Bild an einem anderen Ort: { $what }
