# Linhas da auditoria sobre trocas. Antes de cada uma vêm a hora e o nome de quem modera.

audit-job-stopped = Interrompeu a troca `{ $job }` de <@{ $member }>.
