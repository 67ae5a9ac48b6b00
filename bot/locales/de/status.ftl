# How the bot is: its engine, its queues, its versions.

status-title = Status
status-ready = 🟢 Die Tausch-Engine ist bereit.
status-busy = 🟡 Die Tausch-Engine hat viel zu tun; neue Tausche warten, bis sie dran sind.
status-starting = 🟡 Die Tausch-Engine startet gerade; Tausche sind vorgemerkt, bis sie bereit ist.
status-down = 🔴 Die Tausch-Engine antwortet nicht; Tausche sind vorgemerkt und nichts geht verloren.
status-engine = Engine: **{ $engine }** · { $provider }
status-models = Modelle: { $models }
status-lane-stills = **Bilder:** { $waiting ->
    [0] keins wartet
    [one] { $waiting } wartet
   *[other] { $waiting } warten
 }, { $running } von { $slots } in Arbeit
status-lane-clips = **Clips:** { $waiting ->
    [0] keiner wartet
    [one] { $waiting } wartet
   *[other] { $waiting } warten
 }, { $running } von { $slots } in Arbeit
status-waited = längste Wartezeit bisher { $time }
status-takes = ein neuer Tausch dauert etwa { $time }
status-versions = Visage { $visage } · Engine { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = Gestartet { $when }
