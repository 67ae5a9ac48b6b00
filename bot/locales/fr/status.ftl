# Comment va le bot : son moteur, ses files, ses versions.

status-title = État
status-ready = 🟢 Le moteur d’échange est prêt.
status-busy = 🟡 Le moteur d’échange est occupé ; les nouveaux échanges attendent leur tour.
status-starting = 🟡 Le moteur d’échange démarre ; les échanges sont mis en attente jusqu’à ce qu’il soit prêt.
status-down = 🔴 Le moteur d’échange ne répond pas ; les échanges sont mis en attente et rien n’est perdu.
status-engine = Moteur : **{ $engine }** · { $provider }
status-models = Modèles : { $models }
status-lane-stills = **Images :** { $waiting ->
    [0] aucune en attente
    [one] { $waiting } en attente
   *[other] { $waiting } en attente
 }, { $running } sur { $slots } en cours
status-lane-clips = **Clips :** { $waiting ->
    [0] aucun en attente
    [one] { $waiting } en attente
   *[other] { $waiting } en attente
 }, { $running } sur { $slots } en cours
status-waited = attente la plus longue : { $time }
status-takes = un nouvel échange prend environ { $time }
status-versions = Visage { $visage } · moteur { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = Démarré { $when }
