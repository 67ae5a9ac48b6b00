# Results that are made from words: portraits, and people in another place.

made-title-place = **New background** for { $asker } · { $command }
# $title is the English name of what was drawn, such as "a king on his throne".
made-scene = Drawn as *{ $title }*.
made-scene-closest = No scene fits those words, so I took the closest: *{ $title }*.
made-place = Put before *{ $title }*.
made-place-closest = I have no place for those words, so I took the closest: *{ $title }*.
# $maker is the name of a generator.
made-by = Made by { $maker }.
# A seed is a number that makes the same picture again; $seeds has one for each picture.
made-seed = { $count ->
    [one] seed { $seeds }
   *[other] seeds { $seeds }
 }
made-hint = Drawn from scenes of my own; whoever runs me can add a generator.

# Descriptions of pictures for those who cannot see them; $what is what is shown.
alt-portrait = A portrait of { $who }: { $what }
alt-place = The people of the picture in another place: { $what }
