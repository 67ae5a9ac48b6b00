# Lines of the audit about jobs, each a sentence behind a time and a name.

audit-job-stopped = Stopped the job `{ $job }` of <@{ $member }>.
