# The commands of /policy; a description has 100 characters at most.

command-policy-description = The rules of this server, for its moderators
command-policy-show-description = Show the rules of this server, and who is banned
command-policy-edit-description = Change the rules of this server: where, who, what and how
command-policy-ban-description = Keep a member from using me in this server
command-policy-ban-option-member = member
command-policy-ban-option-member-description = Whom
command-policy-ban-option-reason = reason
command-policy-ban-option-reason-description = Why; the member is told
command-policy-ban-option-until = until
command-policy-ban-option-until-description = For how long, such as 2h or 3d, or until a date such as 2030-12-24
command-policy-unban-description = Let a banned member use me in this server again
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = Whom to let in again
