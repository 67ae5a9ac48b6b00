# Refus : chacun est une phrase qui dit quoi faire.

error-error = Quelque chose s’est mal passé.
error-unexpected = Il y a eu un problème de mon côté, donc rien n’a été débité. Réessaie ; si ça se reproduit, donne au propriétaire du serveur la référence `{ $reference }`.
error-command-changed = Cette commande a changé. Réessaie dans une minute.

# Fichiers.

error-no-picture = Il n’y a pas d’image dans ce message ; choisis-en un qui en contient une.
error-picture-gone = { $name } n’a pas pu être téléchargé ; renvoie le fichier.
error-not-a-picture = { $name } n’est pas une image ou une vidéo que je sais lire ; envoie un JPEG, PNG, WebP, GIF ou MP4.
error-unsupported-picture = { $name } est de type { $kind }, que je ne sais pas ouvrir ; enregistre-le en JPEG ou PNG et réessaie.
error-broken-picture = { $name } est incomplet ou endommagé ; renvoie-le, ou ouvre-le et enregistre-le de nouveau avant.
error-file-too-large = { $name } fait { $size } Mo et j’accepte jusqu’à { $limit } Mo ; envoie une copie plus petite.
error-too-many-pixels = { $name } fait { $width } x { $height } pixels et j’accepte jusqu’à { $limit } mégapixels ; envoie une copie plus petite.
error-picture-too-small = { $name } ne fait que { $width } x { $height } pixels ; envoie une image d’au moins { $least } x { $least }.
error-animated-picture = { $name } est animé et je n’apprends un visage qu’à partir de photos ; envoie une seule image de l’animation.

# Clips.

error-clip-too-long = { $name } dure { $seconds } secondes et j’accepte jusqu’à { $limit } ; raccourcis-le.
error-too-many-frames = { $name } compte { $frames } images et j’accepte jusqu’à { $limit } ; envoie un clip plus court.
error-broken-clip = { $name } est incomplet, endommagé ou trop complexe à lire ; renvoie-le, ou enregistre-le de nouveau en MP4 ou GIF avant.
error-no-frames = { $name } ne contient aucune image animée ; envoie une vidéo ou une animation.

# Visages.

error-no-face = Je n’ai trouvé aucun visage dans { $name } ; envoie une image où on voit bien un visage, et pas de dos.
error-too-few-faces = La liste demande le visage { $place } en partant de la gauche, mais il n’y en a que { $found } dans { $name } ; raccourcis la liste.
error-face-too-small = Le visage dans { $name } ne fait que { $width } pixels de large et il m’en faut { $least } ; envoie une image où il est plus près ou plus grand.
error-face-too-blurred = Le visage dans { $name } ({ $width } pixels de large) est trop flou pour que je l’apprenne ; envoie une image plus nette.
error-face-turned-away = Le visage dans { $name } est tourné de { $yaw } degrés sur le côté ; envoie une image où il regarde plus vers l’objectif.
error-nobody-there = Je n’ai trouvé personne dans { $name } à placer ailleurs ; envoie une image où on voit bien une personne.

# Les ID et leurs listes.

error-bad-id-name = « { $name } » ne peut pas être un ID : utilise 1 à 10 lettres et chiffres sans espaces, comme moi ou anna2.
error-unknown-id = Tu n’as pas encore d’ID « { $name } » ; enregistre un visage sous ce nom avec /saveid.
error-unknown-id-nearest = Tu n’as pas d’ID « { $name } » ; tu voulais dire « { $nearest } » ?
error-unknown-id-others = Tu n’as pas d’ID « { $name } » ; /listid affiche ceux que tu as.
error-too-many-ids = Tu as déjà { $limit } ID, c’est le maximum ; supprimes-en un avec /delid, ou enregistre sous un nom que tu as déjà.
error-no-default-id = Tu n’as pas encore d’ID actuel ; enregistre un visage avec /saveid, ou choisis un ID avec /setid.
error-bad-id-list = Je ne peux pas lire « { $text } » comme des ID ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-meant = Je ne peux pas lire « { $text } » comme des ID ; tu voulais dire « { $meant } » ?
error-bad-id-list-empty = Je ne peux pas lire « { $text } » comme des ID : la liste est vide ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-long = Je ne peux pas lire « { $text } » comme des ID : la liste a plus de { $most } places ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-nobody = Je ne peux pas lire « { $text } » comme des ID : la liste ne nomme personne ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-gap = Je ne peux pas lire « { $text } » comme des ID : il n’y a rien entre deux virgules (_ saute un visage) ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-plus = Je ne peux pas lire « { $text } » comme des ID : il faut un nom de chaque côté du signe plus ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-bad-id-list-one = « { $text } » nomme plusieurs personnes et un portrait en montre une ; écris un seul ID, ou mélange avec a+b.
error-bad-id-list-mixed = Je ne peux pas lire « { $text } » comme des ID : un visage mélange { $most } ID au maximum ; écris-les comme a,b,_ de gauche à droite et mélange avec a+b.
error-nobody-chosen = Choisis un ID ou écris-en un.
error-id-unreadable = L’ID « { $name } » a été enregistré avec des réglages qui n’existent plus ; enregistre-le de nouveau avec /saveid.

# Options.

error-unknown-flags = Je ne connais pas { $flags } ; les options sont -m, -f, -s, --mute et --webm, et /help les explique.
error-bad-flag-value = { $flag } demande un nombre entier de { $least } à { $most }, pas « { $value } ».
error-pack-missing = { $flag } a besoin du pack de modèles { $pack }, qui n’existe pas encore ; enlève { $flag }.

# Échanges et résultats.

error-not-yours = Seule la personne qui l’a demandé peut faire ça.
error-not-yours-moderators = Seule la personne qui l’a demandé, ou la modération, peut faire ça.
error-job-gone = Cet échange n’est plus enregistré ; lances-en un nouveau.
error-canceled = Annulé, comme demandé.
error-not-enough-credits = { $needed ->
    [one] Ça coûte { $needed } crédit et { $left ->
        [0] il ne t’en reste plus aujourd’hui
       *[other] il t’en reste { $left } aujourd’hui
     } ; ils seront rechargés <t:{ $refill }:R>.
   *[other] Ça coûte { $needed } crédits et { $left ->
        [0] il ne t’en reste plus aujourd’hui
       *[other] il t’en reste { $left } aujourd’hui
     } ; ils seront rechargés <t:{ $refill }:R>.
 }
error-result-too-large = Le résultat fait { $size } Mo et on peut publier { $limit } Mo au maximum ici, donc rien n’a été débité ; envoie quelque chose de plus petit ou de plus court.
error-result-too-large-unknown = Le résultat fait { $size } Mo, c’est trop pour être publié ici, donc rien n’a été débité ; envoie quelque chose de plus petit ou de plus court.
error-result-refused = Le résultat était prêt mais n’a pas pu être publié ici, donc rien n’a été débité ; essaie avec une autre image ou à un autre endroit.

# Pannes.

error-backend-down = Le moteur d’échange ne répond pas en ce moment, donc rien n’a été débité ; réessaie dans quelques minutes.
error-backend-busy = Le moteur d’échange a trop à faire en ce moment, donc rien n’a été débité ; réessaie dans quelques minutes.
error-backend-lost = Le moteur d’échange a redémarré pendant qu’il y travaillait, donc rien n’a été débité ; réessaie.
error-took-too-long = Ça prenait trop de temps et a été arrêté ; rien n’a été débité, réessaie.
