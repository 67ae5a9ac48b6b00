# Les commandes de /policy.

command-policy-description = Les règles de ce serveur, pour sa modération
command-policy-show-description = Afficher les règles de ce serveur et les membres bannis
command-policy-edit-description = Changer les règles de ce serveur : où, qui, quoi et comment
command-policy-ban-description = Empêcher un membre de m’utiliser sur ce serveur
command-policy-ban-option-member = membre
command-policy-ban-option-member-description = Qui
command-policy-ban-option-reason = motif
command-policy-ban-option-reason-description = Pourquoi ; le membre en est informé
command-policy-ban-option-until = fin
command-policy-ban-option-until-description = Pour combien de temps, par ex. 2h ou 3d, ou jusqu’à une date comme 2030-12-24
command-policy-unban-description = Laisser un membre banni m’utiliser de nouveau sur ce serveur
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = Qui peut revenir
