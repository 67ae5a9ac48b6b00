# The commands of /jobs, and /status; a description has 100 characters at most.

command-jobs-description = Deine Tausche: wie es um sie steht und wie sie ausgingen
command-jobs-list-description = Zeigt deine Tausche, die neuesten zuerst
command-jobs-list-option-state = zustand
command-jobs-list-option-state-description = Nur die in diesem Zustand
command-jobs-list-option-member = mitglied
command-jobs-list-option-member-description = Für Moderatoren: wessen Tausche auf diesem Server
command-jobs-show-description = Zeigt einen Tausch: wie weit er ist, und was daraus wurde
command-jobs-show-option-job = auftrag
command-jobs-show-option-job-description = Welcher: wähle ihn, oder tippe seine Kennung
command-jobs-cancel-description = Bricht einen Tausch ab, der wartet oder läuft
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = Versucht einen Tausch noch mal, der scheiterte, abgebrochen wurde oder nie ankam
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = Gibt dir alle deine Tausche als JSON-Datei
command-status-description = Wie es mir geht: die Engine, wie viele Tausche warten, Versionen

# States of a swap, to choose one of.

choice-waiting = wartet
choice-running = läuft
choice-done = fertig
choice-failed = gescheitert
choice-canceled = abgebrochen
choice-undelivered = nicht zugestellt
choice-expired = abgelaufen
