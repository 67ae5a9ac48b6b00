# Pendant l’attente.

waiting-working = ⏳ J’y travaille. L’image s’affichera ici.
waiting-starting = ⏳ C’est parti. Le résultat s’affichera ici.
waiting-in-line = ⏳ D’autres clips passent avant celui-ci. Le résultat s’affichera ici.
waiting-looking = ⏳ Je cherche des visages dans le clip ; s’il est long, ça prend un moment.
waiting-looking-held = ⏳ Le moteur d’échange démarre. Ton clip est mis en attente ; ça prend quelques secondes.
waiting-saving-held = ⏳ Le moteur d’échange démarre. Ta photo est mise en attente ; ça prend quelques secondes.
waiting-busy = ⏳ Le moteur d’échange a beaucoup à faire. Ton échange est mis en attente et rien n’est perdu ; le résultat s’affichera ici.
waiting-restarting = ⏳ Le moteur d’échange redémarre. Ton échange est mis en attente et rien n’est perdu ; le résultat s’affichera ici.

progress-share = { $percent } %
progress-frames = { $done ->
    [one] { $done } image sur { $total }
   *[other] { $done } images sur { $total }
 }
progress-steps = { $done ->
    [one] { $done } étape sur { $total }
   *[other] { $done } étapes sur { $total }
 }
progress-speed = { $speed } images/s
progress-left = encore { $time }
progress-finishing = presque fini
progress-glimpse = À quoi ça ressemble pour l’instant

canceled-before = Annulé avant que rien ne soit fait, donc rien n’a été débité.
canceled-after = Annulé après { $done ->
    [one] { $done } image sur { $total }
   *[other] { $done } images sur { $total }
 } : { $charged ->
    [one] { $charged } crédit utilisé
   *[other] { $charged } crédits utilisés
 }, { $returned ->
    [0] aucun rendu
    [one] { $returned } rendu
   *[other] { $returned } rendus
 }.
