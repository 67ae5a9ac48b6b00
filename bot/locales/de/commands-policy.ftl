# The commands of /policy; a description has 100 characters at most.

command-policy-description = Die Regeln dieses Servers, für seine Moderatoren
command-policy-show-description = Zeigt die Regeln dieses Servers und wer gesperrt ist
command-policy-edit-description = Ändert die Regeln dieses Servers: wo, wer, was und wie
command-policy-ban-description = Lässt mich ein Mitglied auf diesem Server nicht mehr benutzen
command-policy-ban-option-member = mitglied
command-policy-ban-option-member-description = Wen
command-policy-ban-option-reason = grund
command-policy-ban-option-reason-description = Warum; das Mitglied erfährt es
command-policy-ban-option-until = bis
command-policy-ban-option-until-description = Wie lange, zum Beispiel 2h oder 3d, oder bis zu einem Datum wie 2030-12-24
command-policy-unban-description = Lässt mich ein gesperrtes Mitglied auf diesem Server wieder benutzen
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = Wen wieder hereinlassen
