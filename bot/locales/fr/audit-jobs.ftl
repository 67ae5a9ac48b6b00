# Les échanges, pour le journal.

audit-job-stopped = A arrêté l’échange `{ $job }` de <@{ $member }>.
