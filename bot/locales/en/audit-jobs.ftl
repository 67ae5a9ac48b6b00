# What the audit says of jobs.

audit-job-canceled = Canceled the job `{ $job }` of <@{ $member }>.
