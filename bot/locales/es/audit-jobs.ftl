# Registro: trabajos.

audit-job-stopped = Detuvo el trabajo `{ $job }` de <@{ $member }>.
