# Les commandes de /jobs, et /status.

command-jobs-description = Tes échanges : où ils en sont et comment ils ont fini
command-jobs-list-description = Afficher tes échanges, du plus récent au plus ancien
command-jobs-list-option-state = état
command-jobs-list-option-state-description = Seulement ceux qui sont dans cet état
command-jobs-list-option-member = membre
command-jobs-list-option-member-description = Pour la modération : les échanges de qui sur ce serveur
command-jobs-show-description = Afficher un échange : où il en est, et ce qu’il a donné
command-jobs-show-option-job = échange
command-jobs-show-option-job-description = Lequel : choisis-le, ou écris son identifiant
command-jobs-cancel-description = Arrêter un échange qui est en attente ou en cours
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = Réessayer un échange qui a échoué, a été annulé ou n’est jamais arrivé
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = Recevoir tous tes échanges dans un fichier JSON
command-status-description = Comment je vais : le moteur, les échanges en attente, les versions

# Les états d’un échange, au choix.

choice-waiting = en attente
choice-running = en cours
choice-done = terminé
choice-failed = échoué
choice-canceled = annulé
choice-undelivered = non livré
choice-expired = expiré
