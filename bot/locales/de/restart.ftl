# After a restart.

restart-sorry = Ich wurde neu gestartet, bevor ich das tun konnte, also wurde nichts berechnet; bitte frag noch mal.
