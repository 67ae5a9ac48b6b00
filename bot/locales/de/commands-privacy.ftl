# The commands of /privacy; a description has 100 characters at most.

command-privacy-description = Was ich über dich aufbewahre
command-privacy-show-description = Sagt, was über dich aufbewahrt wird
command-privacy-export-description = Gibt dir alles, was über dich aufbewahrt wird, in einer Datei
command-privacy-delete-description = Löscht alles, was über dich aufbewahrt wird; fragt vorher nach
