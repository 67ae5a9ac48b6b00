# Ce que refusent les règles d’un serveur.

error-only-in-servers = Ça concerne un serveur ; utilise-le sur un serveur où on m’a ajouté.
error-not-a-moderator = Seule la modération de ce serveur peut faire ça ; demande à quelqu’un qui peut le gérer.
error-managers-only = Seuls les membres qui peuvent gérer ce serveur choisissent sa modération ; demande à l’un d’eux.
error-channel-forbidden = La modération de ce serveur m’a fermé ce salon ; essaie dans un autre.
error-channel-not-allowed = Sur ce serveur, on ne peut m’utiliser que dans { $channels } ; redemande là-bas.
error-role-needed = Sur ce serveur, seuls les membres qui ont certains rôles peuvent m’utiliser ; demande un de ces rôles à la modération.
error-saving-refused = Sur ce serveur, seuls les membres qui ont certains rôles peuvent enregistrer des ID ; demande un de ces rôles à la modération, ou utilise /faceswap.
error-animations-refused = { $name } est animé et ce serveur n’accepte pas les GIF ; envoie une image fixe.
error-videos-refused = { $name } est une vidéo et ce serveur n’en accepte pas ; envoie une image fixe.
error-clip-too-long-here = { $name } dure { $seconds } secondes et ce serveur accepte jusqu’à { $limit } ; raccourcis-le.
error-banned = Tu ne peux pas m’utiliser sur ce serveur jusqu’au { $until } (raison : { $reason }) ; un modérateur peut t’en dire plus.
error-banned-unexplained = Tu ne peux pas m’utiliser sur ce serveur jusqu’au { $until } ; un modérateur peut te dire pourquoi.
error-banned-lasting = Tu ne peux pas m’utiliser sur ce serveur (raison : { $reason }) ; un modérateur peut t’en dire plus.
error-banned-lasting-unexplained = Tu ne peux pas m’utiliser sur ce serveur ; un modérateur peut te dire pourquoi.
error-not-yourself = Tu ne peux pas te bannir ni lever ton propre bannissement ; demande à quelqu’un d’autre de la modération.
error-manager-not-banned = Ce membre peut gérer le serveur et ne peut donc pas être banni ; retire-lui d’abord cette permission.
error-not-banned = Ce membre n’est pas banni ; /policy show affiche ceux qui le sont.
error-bad-until = « { $text } » n’est pas un moment à venir ; écris combien de temps ça doit durer, comme 2h, 3d ou 1w, ou une date comme 2030-12-24.
error-bad-number = « { $text } » n’est pas un nombre entier de 0 à { $most } ; écris-en un, ou laisse le champ vide.
