# Refus à propos des échanges.

error-unknown-job = Je ne connais pas cet échange ; choisis-en un parmi ceux proposés pendant que tu écris, ou prends son identifiant dans /jobs list.
error-job-over = Cet échange est déjà terminé ; /jobs show dit comment il a fini.
error-nothing-to-retry = On ne peut réessayer qu’un échange qui a échoué, a été annulé ou n’a pas pu être livré ; pour un autre résultat, appuie sur « Refaire » sous celui que tu as.
error-still-at-work = De nouveaux échanges à toi sont arrivés entre-temps, donc rien n’a été effacé ; attends qu’ils soient finis et réessaie.
error-stopped-by-moderator = La modération de ce serveur l’a arrêté, donc rien n’a été débité ; demande-lui pourquoi.
error-too-many-open-jobs = Tu as déjà autant d’échanges ouverts que possible ({ $waiting }) ; réessaie quand l’un d’eux sera terminé.
error-too-many-open-jobs-server = Ce serveur a déjà autant d’échanges ouverts que possible ({ $waiting }) ; réessaie quand l’un d’eux sera terminé.
