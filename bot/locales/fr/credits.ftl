# Crédits : ce que les membres ont, ce que coûtent les échanges, et ce que décide la modération.

credits-own = { $left ->
    [one] Il te reste **{ $left } crédit**.
   *[other] Il te reste **{ $left } crédits**.
 }
credits-of = { $left ->
    [one] Il reste **{ $left } crédit** à <@{ $member }>.
   *[other] Il reste **{ $left } crédits** à <@{ $member }>.
 }
credits-pot-allowance = Crédits du jour : il en reste { $left } sur { $allowance } · recharge { $when }
credits-pot-granted = Crédits accordés : { $left }, gardés jusqu’à ce qu’ils soient dépensés
credits-pot-pool = Réserve de ce serveur : il en reste { $left } sur { $pool } aujourd’hui, partagés entre tous les membres
credits-pots-order = -# Les échanges y sont débités dans cet ordre.

credits-not-enough = { $needed ->
    [one] Ça coûte { $needed } crédit et il t’en reste { $left } (du jour : { $allowance }, accordés : { $granted }, réserve du serveur : { $pool }) ; ceux du jour seront rechargés { $when }.
   *[other] Ça coûte { $needed } crédits et il t’en reste { $left } (du jour : { $allowance }, accordés : { $granted }, réserve du serveur : { $pool }) ; ceux du jour seront rechargés { $when }.
 }

# Historique

credits-history-own = **Tes crédits, du plus récent au plus ancien**
credits-history-of = **Les crédits de <@{ $member }>, du plus récent au plus ancien**
credits-history-empty = Aucun crédit n’a encore bougé.
credits-history-page = -# Page { $page } sur { $pages }
credits-line-hold = { $when } · **-{ $amount }** pour `{ $verb }`, pris sur { $pot ->
    [allowance] les crédits du jour
    [granted] les crédits accordés
   *[pool] la réserve du serveur
 }
credits-line-settle = { $amount ->
    [one] { $when } · dont { $amount } dépensé : `{ $verb }` est terminé
   *[other] { $when } · dont { $amount } dépensés : `{ $verb }` est terminé
 }
credits-line-refund = { $when } · **+{ $amount }** de retour de `{ $verb }`, vers { $pot ->
    [allowance] les crédits du jour
    [granted] les crédits accordés
   *[pool] la réserve du serveur
 }
credits-line-reversal = { $when } · **+{ $amount }** de retour, car le résultat de `{ $verb }` n’a pas pu être livré, vers { $pot ->
    [allowance] les crédits du jour
    [granted] les crédits accordés
   *[pool] la réserve du serveur
 }
credits-line-grant = { $amount ->
    [one] { $when } · **+{ $amount }** accordé par <@{ $actor }>
   *[other] { $when } · **+{ $amount }** accordés par <@{ $actor }>
 }
credits-line-grant-why = { $amount ->
    [one] { $when } · **+{ $amount }** accordé par <@{ $actor }> : { $reason }
   *[other] { $when } · **+{ $amount }** accordés par <@{ $actor }> : { $reason }
 }
credits-line-revoke = { $amount ->
    [one] { $when } · **-{ $amount }** retiré par <@{ $actor }>
   *[other] { $when } · **-{ $amount }** retirés par <@{ $actor }>
 }
credits-line-revoke-why = { $amount ->
    [one] { $when } · **-{ $amount }** retiré par <@{ $actor }> : { $reason }
   *[other] { $when } · **-{ $amount }** retirés par <@{ $actor }> : { $reason }
 }

# Prix

credits-prices = **Ce que coûte chaque visage**
credits-price-free = `{ $verb }` : rien
credits-price-made = { $each ->
    [one] `{ $verb }` : { $each } crédit par image
   *[other] `{ $verb }` : { $each } crédits par image
 }
credits-price = { $still ->
    [one] `{ $verb }` : { $still } crédit dans une image fixe, { $frame } par image dans un GIF, { $second } par seconde dans une vidéo
   *[other] `{ $verb }` : { $still } crédits dans une image fixe, { $frame } par image dans un GIF, { $second } par seconde dans une vidéo
 }
credits-prices-rounded = -# Dans un clip, le prix d’un visage est arrondi au crédit supérieur.
credits-allowances = **Ce qu’il y a chaque jour**, à partir de 00:00 UTC
credits-allowance-all = { $amount ->
    [one] Tout le monde : { $amount } crédit
   *[other] Tout le monde : { $amount } crédits
 }
credits-allowance-role = { $amount ->
    [one] <@&{ $role }> : { $amount } crédit
   *[other] <@&{ $role }> : { $amount } crédits
 }
credits-allowance-highest = -# De tous les rôles d’un membre, celui qui en donne le plus l’emporte.
credits-pool = { $amount ->
    [one] Tous les membres ensemble : { $amount } crédit de plus, dans la réserve de ce serveur
   *[other] Tous les membres ensemble : { $amount } crédits de plus, dans la réserve de ce serveur
 }

# Ce que fait la modération

credits-granted = { $amount ->
    [one] ✅ <@{ $actor }> a accordé **{ $amount } crédit** à <@{ $member }>.
   *[other] ✅ <@{ $actor }> a accordé **{ $amount } crédits** à <@{ $member }>.
 }
credits-granted-now = { $granted ->
    [one] Ça lui fait { $granted } crédit accordé, en plus des crédits du jour.
   *[other] Ça lui fait { $granted } crédits accordés, en plus des crédits du jour.
 }
credits-revoked = { $amount ->
    [one] ✅ <@{ $actor }> a retiré **{ $amount } crédit accordé** à <@{ $member }>.
   *[other] ✅ <@{ $actor }> a retiré **{ $amount } crédits accordés** à <@{ $member }>.
 }
credits-revoked-none = <@{ $member }> n’a pas de crédits accordés, donc rien n’a été retiré ; les crédits du jour se fixent avec `/credits allowance`.
credits-revoked-now = { $granted ->
    [0] Il ne lui reste aucun crédit accordé.
    [one] Il lui reste { $granted } crédit accordé.
   *[other] Il lui reste { $granted } crédits accordés.
 }
credits-why = Motif : { $reason }
credits-set-allowance = { $amount ->
    [one] ✅ <@{ $actor }> a fixé les crédits du jour de tout le monde à **{ $amount } crédit par jour** ; ça compte tout de suite.
   *[other] ✅ <@{ $actor }> a fixé les crédits du jour de tout le monde à **{ $amount } crédits par jour** ; ça compte tout de suite.
 }
credits-set-allowance-role = { $amount ->
    [one] ✅ <@{ $actor }> a fixé les crédits du jour de <@&{ $role }> à **{ $amount } crédit par jour** ; ça compte tout de suite.
   *[other] ✅ <@{ $actor }> a fixé les crédits du jour de <@&{ $role }> à **{ $amount } crédits par jour** ; ça compte tout de suite.
 }
credits-cleared-allowance = ✅ <@{ $actor }> a rétabli les crédits du jour habituels pour tout le monde.
credits-cleared-allowance-role = ✅ <@{ $actor }> a retiré à <@&{ $role }> ses propres crédits du jour ; ceux de tout le monde s’y appliquent.
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> a rendu `{ $verb }` gratuit.
    [one] ✅ <@{ $actor }> a fixé le prix de `{ $verb }` à **{ $amount } crédit par visage** dans une image.
   *[other] ✅ <@{ $actor }> a fixé le prix de `{ $verb }` à **{ $amount } crédits par visage** dans une image.
 }
credits-set-price-agreed = -# Les échanges demandés ou proposés avant gardent leur prix.
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> a fermé la réserve de ce serveur.
    [one] ✅ <@{ $actor }> a fixé la réserve de ce serveur à **{ $amount } crédit par jour** pour tous les membres ensemble.
   *[other] ✅ <@{ $actor }> a fixé la réserve de ce serveur à **{ $amount } crédits par jour** pour tous les membres ensemble.
 }

# Ce qui a été dépensé

credits-top = { $days ->
    [one] **Qui a le plus dépensé en { $days } jour**
   *[other] **Qui a le plus dépensé en { $days } jours**
 }
credits-top-line = { $amount ->
    [one] { $place }. <@{ $member }> : { $amount } crédit
   *[other] { $place }. <@{ $member }> : { $amount } crédits
 }
credits-top-none = { $days ->
    [one] Personne n’a dépensé de crédits en { $days } jour.
   *[other] Personne n’a dépensé de crédits en { $days } jours.
 }
credits-report = { $amount ->
    [one] **{ $amount } crédit** dépensé du { $first } au { $last }
   *[other] **{ $amount } crédits** dépensés du { $first } au { $last }
 }
credits-report-none = Aucun crédit n’a été dépensé du { $first } au { $last }.
credits-report-day = jour
credits-report-total = total
credits-report-latest = { $days ->
    [one] -# Le tableau montre le dernier jour avec des dépenses ({ $days }) ; le fichier les a tous.
   *[other] -# Le tableau montre les { $days } derniers jours avec des dépenses ; le fichier les a tous.
 }
credits-report-no-chart = -# Le graphique n’a pas pu être dessiné cette fois ; les chiffres sont dans le tableau et le fichier.
credits-report-alt = Des barres montrent les crédits dépensés chaque jour, empilés par commande
