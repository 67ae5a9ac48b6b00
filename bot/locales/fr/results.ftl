# Résultats.

result-title = **`{ $ids }`** pour { $asker } · { $command }
result-title-one-shot = **Échange de visages** pour { $asker } · { $command }
result-pictures = { $count ->
    [one] { $count } image
   *[other] { $count } images
 }
result-faces = { $swapped ->
    [one] { $swapped } visage sur { $found }
   *[other] { $swapped } visages sur { $found }
 }

result-frames = { $frames ->
    [one] { $frames } image
   *[other] { $frames } images
 }
result-frames-changed = { $frames ->
    [one] { $frames } image, dont { $changed } avec un nouveau visage
   *[other] { $frames } images, dont { $changed } avec un nouveau visage
 }
result-cost = { $charged ->
    [one] { $charged } crédit utilisé · il en reste { $left } sur { $allowance } · recharge { $when }
   *[other] { $charged } crédits utilisés · il en reste { $left } sur { $allowance } · recharge { $when }
 }

result-reduced = Réduit pour pouvoir être publié ici.
result-reduced-encoded = Réduit pour pouvoir être publié ici : réencodé à { $rate }.
result-reduced-scaled = Réduit pour pouvoir être publié ici : redimensionné en { $size }.
result-reduced-both = Réduit pour pouvoir être publié ici : réencodé à { $rate } et redimensionné en { $size }.
result-linked = { $name } fait { $size } Mo, plus que ce qui peut être publié ici : qui a le lien peut l’ouvrir jusqu’au { $until }.

result-none-left = { $faces ->
    [one] Cette image a { $faces } visage ; il n’en restait aucun pour `{ $who }`.
   *[other] Cette image a { $faces } visages ; il n’en restait aucun pour `{ $who }`.
 }
result-none-left-clip = { $faces ->
    [one] Ce clip a { $faces } visage ; il n’en restait aucun pour `{ $who }`.
   *[other] Ce clip a { $faces } visages ; il n’en restait aucun pour `{ $who }`.
 }
result-none-left-in = { $pictures ->
    [one] { $pictures } image a moins de visages que la liste ; les derniers ID n’y ont pas servi.
   *[other] { $pictures } images ont moins de visages que la liste ; les derniers ID n’y ont pas servi.
 }

picker-title = **Quelqu’un d’autre ?** Choisis qui va sur quel visage.
picker-face = Visage { $face } : { $who }
picker-leave = Visage { $face } : laisser tel quel
picker-source = Visage { $face } : le visage de la photo

alt-before = Avant : { $name }
alt-after = Après : { $name } avec le visage de { $who }
alt-numbered = { $count ->
    [one] L’image, avec son { $count } visage numéroté
   *[other] L’image, avec ses { $count } visages numérotés de gauche à droite
 }
alt-numbered-clip = { $count ->
    [one] Le { $count } visage vu dans le clip, avec son numéro et ses moments
   *[other] Les { $count } visages vus dans le clip, avec leurs numéros et leurs moments
 }
