# Lines of the audit about jobs. A time and a moderator's name stand before each of them.

audit-job-stopped = Hat den Auftrag `{ $job }` von <@{ $member }> gestoppt.
