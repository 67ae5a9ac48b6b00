# How the bot is: its engine, its queues, its versions.

status-title = Status
status-ready = 🟢 The swap engine is ready.
status-busy = 🟡 The swap engine is busy; new swaps wait for their turn.
status-starting = 🟡 The swap engine is starting; swaps are held until it is ready.
status-down = 🔴 The swap engine is not answering; swaps are held, and nothing is lost.
status-engine = Engine: **{ $engine }** · { $provider }
status-models = Models: { $models }
status-lane-stills = **Pictures:** { $waiting ->
    [0] none waiting
    [one] { $waiting } waiting
   *[other] { $waiting } waiting
 }, { $running } of { $slots } at work
status-lane-clips = **Clips:** { $waiting ->
    [0] none waiting
    [one] { $waiting } waiting
   *[other] { $waiting } waiting
 }, { $running } of { $slots } at work
status-waited = the longest for { $time }
status-takes = a new one takes about { $time }
status-versions = Visage { $visage } · engine { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = Started { $when }
