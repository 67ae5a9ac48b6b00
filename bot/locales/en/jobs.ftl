# Jobs: lists of them, one of them, and what can be done with it.

jobs-of-yours = Your jobs
jobs-of-member = Jobs of { $member } in this server
jobs-of-everybody = All jobs in this server
jobs-heading = { $whose } · { $count ->
    [0] none
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] none
   *[other] { $count }
 }
jobs-page = Page { $page } of { $pages } · `/jobs show` tells more of one
jobs-none = There are none yet. `/swapid` makes one.
jobs-none-such = There are none of these.
jobs-newer-button = Newer
jobs-older-button = Older
jobs-everybodys-button = Everybody's
jobs-only-mine-button = Only mine

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = for { $member }
jobs-link = [Open the answer]({ $link })

# A job's state, as members name it.
jobs-state-offered = waits for your consent
jobs-state-queued = waiting
jobs-state-preparing = starting
jobs-state-processing = working
jobs-state-done = done
jobs-state-failed = failed
jobs-state-canceled = canceled
jobs-state-moderated = refused
jobs-state-expired = expired
jobs-state-undelivered = not delivered

# The states that a list can be cut down to.
jobs-shown-waiting = waiting
jobs-shown-running = running
jobs-shown-done = done
jobs-shown-failed = failed
jobs-shown-canceled = canceled
jobs-shown-undelivered = not delivered
jobs-shown-expired = expired

jobs-private = private
jobs-cost-used = { $count ->
    [0] free
    [one] { $count } credit used
   *[other] { $count } credits used
 }
jobs-cost-held = { $count ->
    [one] { $count } credit held
   *[other] { $count } credits held
 }
jobs-cost-offered = { $count ->
    [one] costs { $count } credit
   *[other] costs { $count } credits
 }

# One job.
jobs-title = { $sign } { $state } · { $what }
jobs-asked = Asked by { $member } { $when }
jobs-asked-in = Asked by { $member } { $when } in { $channel }
jobs-place = { $place ->
    [1] Next in line.
   *[other] Number { $place } in line.
 }
jobs-place-takes = { $place ->
    [1] Next in line; done in about { $time }.
   *[other] Number { $place } in line; done in about { $time }.
 }
jobs-far-back = In line, with many before it.
jobs-held = It is held, and tried again by itself: { $reason }
jobs-begun = It is worked on.
jobs-begun-takes = It is worked on; about { $time } left.
jobs-progress = `{ $bar }` **{ $percent }%** · { $done } of { $total ->
    [one] { $total } frame
   *[other] { $total } frames
 }
jobs-progress-steps = `{ $bar }` **{ $percent }%** · { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
 }
jobs-seconds = { $count } s
jobs-minutes = { $count } min
jobs-offered-until = It begins when you press Swap below the offer, which ends { $when }.
jobs-done-at = Ended { $when }.
jobs-has-expired = It has expired: its pictures are erased, and only this is left of it.
jobs-result-private = Its result is private, so only whoever asked for it sees it here.
jobs-result-too-large = Its result is too large to be shown here.
jobs-result = The result made of { $name }
jobs-result-gone = Its result is no longer stored.
jobs-is-again = It repeats the job `{ $parent }`.
jobs-no-longer-live = This is no longer kept up to date; press Refresh.

jobs-undelivered-channel-gone = The answer could not be posted: its channel is gone.
jobs-undelivered-not-allowed = The answer could not be posted: I may not write or post pictures there.
jobs-undelivered-left-server = The answer could not be posted: I am no longer in that server.
jobs-undelivered-dms-closed = The answer could not be sent: direct messages are closed to me.
jobs-undelivered-given-up = The answer could not be posted: Discord could not be reached for a day.
jobs-undelivered-no-place = The answer could not be posted: the place for it is not known any more.
jobs-undelivered-refused = The answer could not be posted: Discord did not take it.
jobs-kept-here = The result is kept here; Retry posts it where you are.

jobs-cancel-button = Cancel
jobs-retry-button = Retry
jobs-refresh-button = Refresh
jobs-open-button = Open the answer
jobs-stopped = Stopped · { $cost }
jobs-stopped-for = Stopped the job of { $member }, who is told so. Nothing was charged.

# While a job is chosen.
jobs-choice = { $what } · { $state } · { $when }
jobs-now = just now
jobs-minutes-ago = { $count } min ago
jobs-hours-ago = { $count } h ago
jobs-days-ago = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
 }

jobs-exported = { $count ->
    [0] There are no jobs of yours.
    [one] Your only job, as JSON.
   *[other] Your { $count } jobs, as JSON.
 }
jobs-exported-some = Your newest { $count } jobs of { $all }, as JSON: more do not fit into one file.
jobs-exported-no-links = Addresses of pictures are left out: I can no longer read the answers they are in.
jobs-exported-links = Addresses of pictures are told for the newest { $count } answers, where I can still read them; Discord ends them after about a day.
