# Le journal d’un serveur. Devant chaque ligne se trouvent une heure et le nom d’un membre.

audit-job-done = `{ $verb }` terminé, { $credits ->
    [one] { $credits } crédit utilisé
   *[other] { $credits } crédits utilisés
 }
audit-job-failed = `{ $verb }` échoué, rien n’a été débité
audit-job-moderated = `{ $verb }` refusé, rien n’a été débité
audit-job-canceled = `{ $verb }` annulé, { $credits ->
    [one] { $credits } crédit utilisé
   *[other] { $credits } crédits utilisés
 }

audit-policy-allowed-channels = { $value ->
    [none] M’a ouvert tous les salons
   *[other] Ne m’a ouvert que ces salons : { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] Ne m’a plus fermé aucun salon
   *[other] M’a fermé ces salons : { $value }
 }
audit-policy-users = { $value ->
    [none] A permis à tout le monde de m’utiliser
   *[other] A réservé mon utilisation à ces rôles : { $value }
 }
audit-policy-moderators = { $value ->
    [none] N’a confié ma modération à aucun rôle
   *[other] A confié ma modération à ces rôles : { $value }
 }
audit-policy-savers = { $value ->
    [none] A permis à tout le monde d’enregistrer des ID
   *[other] A réservé l’enregistrement d’ID à ces rôles : { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] A autorisé les GIF
   *[other] A interdit les GIF
 }
audit-policy-allow-video = { $value ->
    [yes] A autorisé les vidéos
   *[other] A interdit les vidéos
 }
audit-policy-longest-seconds = { $value ->
    [0] A autorisé les clips jusqu’à ma propre limite
    [one] A autorisé les clips jusqu’à { $value } seconde
   *[other] A autorisé les clips jusqu’à { $value } secondes
 }
audit-policy-private = { $value ->
    [yes] A rendu les résultats privés, sauf demande contraire
   *[other] A rendu les résultats publics, sauf demande contraire
 }
audit-policy-delete-after = { $value ->
    [0] A laissé les résultats en place
    [one] A fait supprimer les résultats au bout de { $value } heure
   *[other] A fait supprimer les résultats au bout de { $value } heures
 }
audit-policy-blocked-words = { $value ->
    [none] N’a bloqué aucun mot dans les descriptions
   *[other] A bloqué ces mots dans les descriptions : { $value }
 }
audit-policy-mark = { $value ->
    [yes] A fait ajouter la mention aux résultats
   *[other] A fait retirer la mention des prochains résultats
 }
audit-policy-mark-text = { $value ->
    [none] A rétabli le texte habituel de la mention
   *[other] A remplacé le texte de la mention par « { $value } »
 }
audit-policy-backend = { $value ->
    [auto] M’a laissé choisir qui fait les échanges
   *[other] A choisi qui fait les échanges : { $value }
 }
audit-policy-language = { $value ->
    [auto] M’a fait parler à chaque personne dans sa langue
   *[other] M’a fait parler une seule langue : { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] A arrêté la publication de ces lignes
   *[other] A fait publier ces lignes dans { $value }
 }

audit-member-banned = A banni <@{ $member }> { $until ->
    [none] pour de bon
   *[other] jusqu’au <t:{ $until }:f>
 } (motif : { $reason ->
    [none] aucun
   *[other] { $reason }
 })
audit-member-unbanned = A levé le bannissement de <@{ $member }>
