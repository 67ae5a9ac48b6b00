# While one waits.

waiting-working = ⏳ Working on it. The picture will appear here.
waiting-starting = ⏳ Starting. The result will appear here.
# Clips are GIFs and videos.
waiting-in-line = ⏳ Waiting for the clips before this one. The result will appear here.
waiting-looking = ⏳ Looking through the clip for faces; a long one takes a while.
# The swap engine is the process that does the work. "Held" is kept, and done as soon as it is there.
waiting-looking-held = ⏳ The swap engine is starting. Your clip is held; this takes a few seconds.
waiting-saving-held = ⏳ The swap engine is starting. Your photo is held; this takes a few seconds.
waiting-busy = ⏳ The swap engine has a lot to do. Your swap is held and nothing is lost; the result will appear here.
waiting-restarting = ⏳ The swap engine is restarting. Your swap is held and nothing is lost; the result will appear here.

# How far a clip is: "45%", and below it frames, speed and time, with dots between them.
progress-share = { $percent }%
progress-frames = { $done } of { $total ->
    [one] { $total } frame
   *[other] { $total } frames
 }
progress-steps = { $done } of { $total ->
    [one] { $total } step
   *[other] { $total } steps
 }
progress-speed = { $speed } frames/s
# $time is a duration, as in "3 min left".
progress-left = { $time } left
# Instead of the time, when that is nearly none.
progress-finishing = finishing
# Describes the small picture beside the bar for those who cannot see it.
progress-glimpse = What it looks like so far

canceled-before = Canceled before anything was made, so nothing was charged.
# $charged and $returned are credits.
canceled-after = Canceled after { $done } of { $total ->
    [one] { $total } frame
   *[other] { $total } frames
 }: { $charged ->
    [one] { $charged } credit used
   *[other] { $charged } credits used
 }, { $returned ->
    [0] none returned
   *[other] { $returned } returned
 }.
