# /help, en un seul écran.

help-begin =
    ## Échange des visages dans des images, des GIF et des vidéos
    {"**1.**"} `/saveid` avec un nom et une photo nette d’un visage.
    {"**2.**"} `/swapid` avec ce nom et une image ou un clip, ou clic droit sur une image → Applications → **INSwapper**.
help-commands =
    {"**Échanger**"}
    `/swapid` met des visages enregistrés dans une image, un GIF ou une vidéo
    `/faceswap` prend le visage d’une photo et n’enregistre pas d’ID (`/picsi` fait pareil)
    {"**INSwapper**"} (clic droit sur un message) utilise ton ID actuel

    {"**Tes ID**"}
    `/saveid` enregistre un visage, avec jusqu’à trois photos · `/setid` choisit l’ID actuel · `/listid` · `/delid` · `/delall`
    {"**Enregistrer comme ID**"} (clic droit sur un message) enregistre le visage de son image
help-create =
    {"**Avec des mots**"}
    `/headshot` fait un portrait, comme `me, un roi fou en bleu` · `/changebg` place des gens ailleurs, comme `une plage`
    `--no vert` · `--square` · `--seed 7` le même encore · `--grid` quatre ({ $headshot } crédits par portrait, { $changebg } par lieu)
help-faces =
    {"**Plusieurs visages**"}
    `anna,_,ben` va de gauche à droite, et dans un clip par ordre d’apparition ; `_` laisse un visage tel quel
    `anna+ben` en mélange jusqu’à trois ; `anna+anna+ben` tient plus d’anna
    Un ID seul va sur le plus grand visage ; tu peux en choisir d’autres sous le résultat.

    {"**Options**"}, derrière les ID ou dans `options`
    `-m` garde la bouche de l’image · `-f` garde son grain de peau · `-s` rend plus net
    `--mute` enlève le son d’une vidéo · `--webm` en fait un WebM
help-more =
    {"**Et aussi**"} : `/jobs` tes échanges · `/credits` ce que tu as · `/privacy` tes données · `/status` comment je vais
    {"**Modérateurs**"} : `/policy` pour les règles et les bannissements · `/credits` pour les quotas, les prix et un rapport
help-rules =
    -# { $allowance } crédits par jour, rechargés à 00:00 UTC. Un visage coûte 1 dans une image fixe, { $frame } par image dans un GIF, { $second } par seconde dans une vidéo ; au-delà d’un petit prix, je te préviens avant.
    -# Jusqu’à { $ids } ID. D’un visage enregistré, je garde un gabarit chiffré, jamais la photo. Les images d’un échange, et le visage qui n’a servi que pour lui, sont effacés après { $days ->
        [one] { $days } jour
       *[other] { $days } jours
     }, ou avec « Supprimer ».
