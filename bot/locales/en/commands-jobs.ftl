# The commands of /jobs, and /status; a description has 100 characters at most.

command-jobs-description = Your swaps: how they stand and how they went
command-jobs-list-description = List your swaps, newest first
command-jobs-list-option-state = state
command-jobs-list-option-state-description = Only those in this state
command-jobs-list-option-member = member
command-jobs-list-option-member-description = For moderators: whose swaps in this server
command-jobs-show-description = Show a swap: how far it is, and what came of it
command-jobs-show-option-job = job
command-jobs-show-option-job-description = Which one: choose it, or type its id
command-jobs-cancel-description = Stop a swap that waits or is worked on
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = Try a swap again that failed, was canceled or never arrived
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = Get all your swaps as a JSON file
command-status-description = How I am: the engine, how many swaps wait, versions

# States of a swap, to choose one of.

choice-waiting = waiting
choice-running = running
choice-done = done
choice-failed = failed
choice-canceled = canceled
choice-undelivered = not delivered
choice-expired = expired
