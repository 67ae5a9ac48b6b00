# Les commandes de /privacy.

command-privacy-description = Ce que je garde sur toi
command-privacy-show-description = Dire ce qui est gardé sur toi
command-privacy-export-description = Recevoir tout ce qui est gardé sur toi, en un seul fichier
command-privacy-delete-description = Effacer tout ce qui est gardé sur toi, après confirmation
