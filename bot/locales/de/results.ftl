# Ergebnisse.

result-title = **`{ $ids }`** für { $asker } · { $command }
result-title-one-shot = **Gesichtertausch** für { $asker } · { $command }
result-pictures = { $count ->
    [one] { $count } Bild
   *[other] { $count } Bilder
 }
result-faces = { $found ->
    [one] { $swapped } von { $found } Gesicht
   *[other] { $swapped } von { $found } Gesichtern
 }

result-frames = { $frames ->
    [one] { $frames } Bild
   *[other] { $frames } Bilder
 }
result-frames-changed = { $frames ->
    [one] { $frames } Bild, davon { $changed } mit neuem Gesicht
   *[other] { $frames } Bilder, davon { $changed } mit neuem Gesicht
 }
result-cost = { $charged ->
    [one] { $charged } Credit verbraucht · { $left } von { $allowance } übrig · wird { $when } aufgefüllt
   *[other] { $charged } Credits verbraucht · { $left } von { $allowance } übrig · wird { $when } aufgefüllt
 }

result-reduced = Verkleinert, damit es hier gepostet werden kann.
result-reduced-encoded = Verkleinert, damit es hier gepostet werden kann: neu kodiert mit { $rate }.
result-reduced-scaled = Verkleinert, damit es hier gepostet werden kann: skaliert auf { $size }.
result-reduced-both = Verkleinert, damit es hier gepostet werden kann: neu kodiert mit { $rate }, skaliert auf { $size }.
result-linked = { $name } hat { $size } MB, mehr als hier gepostet werden darf: wer den Link hat, kann es bis { $until } öffnen.

result-none-left = { $faces ->
    [one] Dieses Bild hat { $faces } Gesicht; für `{ $who }` blieb keins übrig.
   *[other] Dieses Bild hat { $faces } Gesichter; für `{ $who }` blieb keins übrig.
 }
result-none-left-clip = { $faces ->
    [one] Dieser Clip hat { $faces } Gesicht; für `{ $who }` blieb keins übrig.
   *[other] Dieser Clip hat { $faces } Gesichter; für `{ $who }` blieb keins übrig.
 }
result-none-left-in = { $pictures ->
    [one] { $pictures } Bild hat weniger Gesichter als die Liste; die letzten IDs kamen dort nicht zum Einsatz.
   *[other] { $pictures } Bilder haben weniger Gesichter als die Liste; die letzten IDs kamen dort nicht zum Einsatz.
 }

picker-title = **Jemand anders?** Wähle, wer auf welches Gesicht kommt.
picker-face = Gesicht { $face }: { $who }
picker-leave = Gesicht { $face }: so lassen
picker-source = Gesicht { $face }: das Gesicht aus dem Foto

alt-before = Vorher: { $name }
alt-after = Nachher: { $name } mit dem Gesicht von { $who }
alt-numbered = { $count ->
    [one] Das Bild, sein { $count } Gesicht mit einer Nummer
   *[other] Das Bild, seine { $count } Gesichter von links nach rechts nummeriert
 }
alt-numbered-clip = { $count ->
    [one] Das { $count } Gesicht im Clip, mit Nummer und Zeit
   *[other] Die { $count } Gesichter im Clip, mit Nummern und Zeiten
 }
