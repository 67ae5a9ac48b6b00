# Les échanges : leurs listes, un seul, et ce qu’on peut en faire.

jobs-of-yours = Tes échanges
jobs-of-member = Échanges de { $member } sur ce serveur
jobs-of-everybody = Tous les échanges sur ce serveur
jobs-heading = { $whose } · { $count ->
    [0] aucun
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] aucun
   *[other] { $count }
 }
jobs-page = Page { $page } sur { $pages } · `/jobs show` en dit plus sur l’un d’eux
jobs-none = Il n’y en a pas encore. `/swapid` en lance un.
jobs-none-such = Il n’y en a aucun de ce genre.
jobs-newer-button = Plus récents
jobs-older-button = Plus anciens
jobs-everybodys-button = Ceux de tout le monde
jobs-only-mine-button = Seulement les miens

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = pour { $member }
jobs-link = [Ouvrir la réponse]({ $link })

# L’état d’un échange.
jobs-state-offered = attend ton accord
jobs-state-queued = en attente
jobs-state-preparing = démarre
jobs-state-processing = en cours
jobs-state-done = terminé
jobs-state-failed = échoué
jobs-state-canceled = annulé
jobs-state-moderated = refusé
jobs-state-expired = expiré
jobs-state-undelivered = non livré

# Les états auxquels on peut limiter une liste.
jobs-shown-waiting = en attente
jobs-shown-running = en cours
jobs-shown-done = terminé
jobs-shown-failed = échoué
jobs-shown-canceled = annulé
jobs-shown-undelivered = non livré
jobs-shown-expired = expiré

jobs-private = privé
jobs-cost-used = { $count ->
    [0] gratuit
    [one] { $count } crédit utilisé
   *[other] { $count } crédits utilisés
 }
jobs-cost-held = { $count ->
    [one] { $count } crédit réservé
   *[other] { $count } crédits réservés
 }
jobs-cost-offered = { $count ->
    [one] coûte { $count } crédit
   *[other] coûte { $count } crédits
 }

# Un échange.
jobs-title = { $sign } { $state } · { $what }
jobs-asked = Demandé par { $member } { $when }
jobs-asked-in = Demandé par { $member } { $when } dans { $channel }
jobs-place = { $place ->
    [1] Le prochain dans la file.
   *[other] Numéro { $place } dans la file.
 }
jobs-place-takes = { $place ->
    [1] Le prochain dans la file ; prêt dans { $time } environ.
   *[other] Numéro { $place } dans la file ; prêt dans { $time } environ.
 }
jobs-far-back = Dans la file, avec beaucoup d’autres devant.
jobs-held = Il est mis en attente et sera retenté tout seul : { $reason }
jobs-begun = Il est en cours.
jobs-begun-takes = Il est en cours ; encore { $time } environ.
jobs-progress = `{ $bar }` **{ $percent } %** · { $done ->
    [one] { $done } image sur { $total }
   *[other] { $done } images sur { $total }
 }
jobs-progress-steps = `{ $bar }` **{ $percent } %** · { $done ->
    [one] { $done } étape sur { $total }
   *[other] { $done } étapes sur { $total }
 }
jobs-seconds = { $count } s
jobs-minutes = { $count } min
jobs-offered-until = Il commence quand tu appuies sur « Lancer l’échange » sous l’offre, qui expire { $when }.
jobs-done-at = S’est terminé { $when }.
jobs-has-expired = Il a expiré : ses images sont effacées et il n’en reste que ceci.
jobs-result-private = Son résultat est privé, donc seule la personne qui l’a demandé le voit ici.
jobs-result-too-large = Son résultat est trop gros pour être affiché ici.
jobs-result = Le résultat obtenu à partir de { $name }
jobs-result-gone = Son résultat n’est plus enregistré.
jobs-is-again = Il refait l’échange `{ $parent }`.
jobs-no-longer-live = Ceci n’est plus mis à jour ; appuie sur « Actualiser ».

jobs-undelivered-channel-gone = La réponse n’a pas pu être publiée : son salon n’existe plus.
jobs-undelivered-not-allowed = La réponse n’a pas pu être publiée : je n’ai pas le droit d’écrire ou de publier des images là-bas.
jobs-undelivered-left-server = La réponse n’a pas pu être publiée : je ne suis plus sur ce serveur.
jobs-undelivered-dms-closed = La réponse n’a pas pu être envoyée : les messages privés me sont fermés.
jobs-undelivered-given-up = La réponse n’a pas pu être publiée : Discord est resté injoignable pendant un jour.
jobs-undelivered-no-place = La réponse n’a pas pu être publiée : je ne sais plus où elle devait aller.
jobs-undelivered-refused = La réponse n’a pas pu être publiée : Discord ne l’a pas acceptée.
jobs-kept-here = Le résultat est gardé ici ; « Réessayer » le publie là où tu es.

jobs-cancel-button = Annuler
jobs-retry-button = Réessayer
jobs-refresh-button = Actualiser
jobs-open-button = Ouvrir la réponse
jobs-stopped = Arrêté · { $cost }
jobs-stopped-for = L’échange de { $member } est arrêté, et cette personne en est informée. Rien n’a été débité.

# Pendant qu’on choisit un échange.
jobs-choice = { $what } · { $state } · { $when }
jobs-now = à l’instant
jobs-minutes-ago = il y a { $count } min
jobs-hours-ago = il y a { $count } h
jobs-days-ago = { $count ->
    [one] il y a { $count } jour
   *[other] il y a { $count } jours
 }

jobs-exported = { $count ->
    [0] Tu n’as aucun échange.
    [one] Ton seul échange, en JSON.
   *[other] Tes { $count } échanges, en JSON.
 }
jobs-exported-some = { $count ->
    [one] Ton échange le plus récent ({ $count } sur { $all }), en JSON : il n’en tient pas plus dans un fichier.
   *[other] Tes { $count } échanges les plus récents sur { $all }, en JSON : il n’en tient pas plus dans un fichier.
 }
jobs-exported-no-links = Les adresses des images n’y sont pas : je ne peux plus lire les réponses qui les contiennent.
jobs-exported-links = { $count ->
    [one] L’adresse des images n’est indiquée que pour la réponse la plus récente ({ $count }), si je peux encore la lire ; Discord la fait expirer au bout d’un jour environ.
   *[other] Les adresses des images sont indiquées pour les { $count } réponses les plus récentes, si je peux encore les lire ; Discord les fait expirer au bout d’un jour environ.
 }
