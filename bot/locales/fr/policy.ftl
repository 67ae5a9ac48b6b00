# Les règles d’un serveur : /policy show, edit, ban et unban.

# Titres des trois pages, et boutons qui y mènent.
policy-page-people = Où et qui
policy-page-swaps = Échanges et résultats
policy-page-more = Mention, langue, journal
policy-title = ## Règles de ce serveur
policy-hint = -# Ce que tu choisis compte tout de suite ; pas besoin d’enregistrer.

# Au-dessus de chaque menu, et dedans tant que rien n’est choisi.
policy-allowed-channels = **Salons ouverts.** Où on peut m’utiliser ; une catégorie vaut pour tout ce qu’elle contient.
policy-allowed-channels-none = Tous les salons
policy-forbidden-channels = **Salons fermés.** Où on ne peut pas m’utiliser, même s’ils sont ouverts plus haut.
policy-forbidden-channels-none = Aucun salon
policy-users = **Qui peut m’utiliser.** Les membres qui ont un de ces rôles.
policy-users-none = Tout le monde
policy-savers = **Qui peut enregistrer des ID.** Les membres qui ont un de ces rôles.
policy-savers-none = Toutes les personnes qui peuvent m’utiliser
policy-moderators = **Modération.** Les rôles qui peuvent changer ces règles, en plus des membres qui peuvent gérer le serveur.
policy-moderators-none = Aucun rôle
policy-backend = **Qui fait les échanges.**
policy-backend-auto = Qui est disponible
policy-language = **Langue.** Celle que je parle ici et dans le journal.
policy-language-auto = Celle de chaque personne
policy-audit-channel = **Journal.** Un salon qui reçoit une ligne pour chaque échange et chaque changement.
policy-audit-channel-none = Aucun salon

# Ce qui s’active ou se désactive. Le bouton dit ce qu’il fait.
policy-allow-gif = **Les GIF et autres animations** { $on ->
    [yes] sont acceptés.
   *[no] sont refusés.
 }
policy-allow-video = **Les vidéos** { $on ->
    [yes] sont acceptées.
   *[no] sont refusées.
 }
policy-private = **Les résultats** { $on ->
    [yes] ne sont vus que par la personne qui les demande, sauf si elle veut les montrer.
   *[no] sont vus par tout le monde, sauf si la personne qui les demande les veut privés.
 }
policy-mark = **Une mention visible** { $on ->
    [yes] est dessinée dans chaque résultat.
   *[no] n’est pas dessinée dans les résultats.
 }
policy-turn = { $on ->
    [yes] Désactiver
   *[no] Activer
 }
policy-turn-private = { $on ->
    [yes] Rendre publics
   *[no] Rendre privés
 }

# Ce qu’on demande dans un formulaire.
policy-change = Changer
policy-limits = **Limites.** { $seconds ->
    [0] Clips jusqu’à ma propre limite
    [one] Clips jusqu’à { $seconds } seconde
   *[other] Clips jusqu’à { $seconds } secondes
 } ; les résultats { $hours ->
    [0] restent.
    [one] sont supprimés au bout de { $hours } heure.
   *[other] sont supprimés au bout de { $hours } heures.
 }
policy-limits-title = Limites
policy-limits-seconds = Durée maximale d’un clip, en secondes
policy-limits-seconds-hint = 0 pour aller jusqu’à ma propre limite
policy-limits-hours = Heures avant de supprimer les résultats
policy-limits-hours-hint = 0 pour les garder
policy-mark-text = **Son texte.** « { $text } »
policy-mark-title = Mention visible
policy-mark-label = Texte, { $most } caractères au maximum
policy-blocked-words = **Mots bloqués.** { $words ->
    [none] aucun, sauf les miens sur le sexe.
   *[other] { $words }
 }
policy-blocked-words-title = Mots dont rien n’est fait
policy-blocked-words-label = Mots séparés par des virgules
policy-blocked-words-hint = En plus de ceux des images sexuelles, que je ne fais jamais

# Ce que dit /policy show, une ligne pour chaque règle.
policy-show-where = **Salons :** { $open ->
    [none] tous
   *[other] seulement { $open }
 }{ $closed ->
    [none] .
   *[other] , sauf { $closed }.
 }
policy-show-users = **M’utiliser :** { $roles ->
    [none] tout le monde.
   *[other] { $roles }.
 }
policy-show-savers = **Enregistrer des ID :** { $roles ->
    [none] toutes les personnes qui peuvent m’utiliser.
   *[other] { $roles }.
 }
policy-show-moderators = **Modérer :** les membres qui peuvent gérer le serveur{ $roles ->
    [none] .
   *[other] {" "}et { $roles }.
 }
policy-show-backend = **Qui fait les échanges :** { $name ->
    [auto] qui est disponible.
   *[other] { $name }.
 }
policy-show-language = **Langue :** { $name ->
    [auto] celle de chaque personne.
   *[other] { $name }.
 }
policy-show-mark-text = **Son texte :** « { $text } »
policy-show-audit = **Journal :** { $channel ->
    [none] nulle part.
   *[other] { $channel }.
 }
policy-trouble = ⚠️ Depuis le { $since }, je ne peux pas écrire dans ce salon, donc des lignes se perdent ; laisse-moi le voir et y écrire, puis choisis-le de nouveau.
policy-show-banned = **Bannis :** { $count ->
    [0] personne.
    [one] { $count } membre
   *[other] { $count } membres
 }
policy-show-ban = • <@{ $member }>, { $until ->
    [none] pour de bon
   *[other] jusqu’au <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] {" "}: { $reason }
 }
policy-show-more = { $count ->
    [one] • et { $count } autre
   *[other] • et { $count } autres
 }
policy-show-edit = Change-les avec `/policy edit`, et occupe-toi des membres avec `/policy ban` et `/policy unban`.

policy-banned = 🚫 <@{ $member }> { $until ->
    [none] ne peut plus m’utiliser ici ; `/policy unban` lève cette interdiction.
   *[other] ne peut pas m’utiliser ici jusqu’au <t:{ $until }:f>.
 }
policy-unbanned = ✅ <@{ $member }> peut de nouveau m’utiliser ici.
