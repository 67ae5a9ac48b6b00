# /privacy : ce qui est gardé sur un membre, remis et effacé.

privacy-title = ## Ce que je garde sur toi
privacy-nothing = Je ne garde rien sur toi : ni ID, ni images, ni crédits.
privacy-ids = { $count ->
    [one] **{ $count } ID :** { $names }. De ce visage, je garde un gabarit chiffré, jamais la photo.
   *[other] **{ $count } ID :** { $names }. De chaque visage, je garde un gabarit chiffré, jamais la photo.
 }
privacy-swaps = { $count ->
    [one] **{ $count } échange** avec { $pictures ->
        [one] { $pictures } fichier chiffré
       *[other] { $pictures } fichiers chiffrés
    } : ce que tu as envoyé et ce qui en est sorti. Tout est effacé { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } après sa fin, ou avec « Supprimer » sous le résultat.
   *[other] **{ $count } échanges** avec { $pictures ->
        [one] { $pictures } fichier chiffré
       *[other] { $pictures } fichiers chiffrés
    } : ce que tu as envoyé et ce qui en est sorti. Tout est effacé { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } après la fin de chacun, ou avec « Supprimer » sous le résultat.
 }
privacy-words = Les mots dont une image a été faite sont gardés avec elle, non chiffrés.
privacy-open = { $count ->
    [one] { $count } d’entre eux est encore ouvert.
   *[other] { $count } d’entre eux sont encore ouverts.
 }
privacy-past = { $count ->
    [one] **Passé :** pour { $count } autre échange, quand c’était, ce qu’il a coûté et où est sa réponse ; aucune image.
   *[other] **Passé :** pour { $count } autres échanges, quand c’était, ce qu’ils ont coûté et où sont leurs réponses ; aucune image.
 }
privacy-credits = { $movements ->
    [one] **Crédits :** { $movements } mouvement de tes crédits.
   *[other] **Crédits :** { $movements } mouvements de tes crédits à { $accounts ->
        [one] { $accounts } endroit
       *[other] { $accounts } endroits
    }.
 }
privacy-bans = { $count ->
    [one] **Bannissements :** { $count } serveur t’interdit de m’utiliser ; ça reste du côté du serveur.
   *[other] **Bannissements :** { $count } serveurs t’interdisent de m’utiliser ; ça reste du côté des serveurs.
 }
privacy-never = -# Jamais gardés : les photos d’où viennent tes ID, ton nom, tes messages. `/privacy export` te remet tout, `/privacy delete` efface tout.

privacy-handed-over = 📦 Voici tout ce que je garde sur toi.
privacy-left-out = { $count ->
    [one] { $count } image ne tenait pas dans ce qui peut être publié ici ; elle est dans `/jobs list`.
   *[other] { $count } images ne tenaient pas dans ce qui peut être publié ici ; elles sont dans `/jobs list`.
 }
# Le texte d’un fichier de l’archive.
privacy-readme =
    Ce que Visage garde sur toi, à la date du { $now } UTC.

    ids.json : tes visages enregistrés, et les ID qui servent quand tu n’en indiques aucun.
    ids/*.template : ce qui a été appris de chaque visage, tel que le moteur le lit. Il n’y a pas de photos : elles ne sont pas gardées.
    swaps.json : tes échanges, du plus récent au plus ancien, y compris ceux dont les images ont disparu.
    pictures/ : ce que tu as envoyé pour un échange et ce qui en est sorti, un dossier par échange.
    credits.json : chaque mouvement de tes crédits.
    bans.json : les serveurs qui t’interdisent d’utiliser Visage.

    /privacy delete efface tout ça, sauf les bannissements.

privacy-delete-title = Effacer tout ce que je garde sur toi
privacy-delete-what = Ça arrête tes échanges ouverts et efface tes ID, tes images et tes échanges, ainsi que tes crédits, même ceux qu’on t’a accordés. C’est irréversible. Les messages publiés restent ; supprime-les avant, avec le bouton sous chacun d’eux.
privacy-delete-sure = C’est bien ce que tu veux ?
privacy-delete-yes = Oui, tout effacer

privacy-erased = 🗑️ C’est fait : { $ids } ID et { $swaps ->
    [one] { $swaps } échange
   *[other] { $swaps } échanges
 } effacés, images comprises. Les mouvements de tes crédits restent, sans ton nom. Ce que tu as dépensé aujourd’hui compte jusqu’à 00:00 UTC.
privacy-kept-after = -# Si un serveur t’interdit de m’utiliser, ça reste.
