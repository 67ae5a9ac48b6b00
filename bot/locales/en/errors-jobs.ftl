# Refusals about jobs, which is what swaps are called where they are looked up.

error-unknown-job = I know no such job; choose one of those that are offered while you type, or take its id from /jobs list.
error-job-over = That job is over already; /jobs show tells how it ended.
error-nothing-to-retry = Only a job that failed, was canceled or could not be delivered can be tried again; for another result, press Again below the one you have.
error-still-at-work = New swaps of yours came in meanwhile, so nothing was erased; please wait for them and try again.
error-stopped-by-moderator = A moderator of this server stopped it, so nothing was charged; please ask them why.
# $waiting is how many wait or are worked on, which is as many as may be.
error-too-many-open-jobs = As many swaps of yours are open as may be ({ $waiting }); please try again when one is done.
error-too-many-open-jobs-server = As many swaps of this server are open as may be ({ $waiting }); please try again when one is done.
