# Während man wartet.

waiting-working = ⏳ Bin dabei. Das Bild erscheint hier.
waiting-starting = ⏳ Es geht los. Das Ergebnis erscheint hier.
waiting-in-line = ⏳ Vorher sind noch andere Clips dran. Das Ergebnis erscheint hier.
waiting-looking = ⏳ Ich suche im Clip nach Gesichtern; bei einem langen dauert das etwas.
waiting-looking-held = ⏳ Die Tausch-Engine startet gerade. Dein Clip ist vorgemerkt; das dauert ein paar Sekunden.
waiting-saving-held = ⏳ Die Tausch-Engine startet gerade. Dein Foto ist vorgemerkt; das dauert ein paar Sekunden.
waiting-busy = ⏳ Die Tausch-Engine hat viel zu tun. Dein Tausch ist vorgemerkt und nichts geht verloren; das Ergebnis erscheint hier.
waiting-restarting = ⏳ Die Tausch-Engine startet neu. Dein Tausch ist vorgemerkt und nichts geht verloren; das Ergebnis erscheint hier.

progress-share = { $percent } %
progress-frames = { $done } von { $total ->
    [one] { $total } Bild
   *[other] { $total } Bildern
 }
progress-steps = { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
 }
progress-speed = { $speed } Bilder/s
progress-left = noch { $time }
progress-finishing = gleich fertig
progress-glimpse = So sieht es bisher aus

canceled-before = Abgebrochen, bevor etwas entstanden ist; es wurde nichts berechnet.
canceled-after = Abgebrochen nach { $done } von { $total ->
    [one] { $total } Bild
   *[other] { $total } Bildern
 }: { $charged ->
    [one] { $charged } Credit verbraucht
   *[other] { $charged } Credits verbraucht
 }, { $returned ->
    [0] keiner zurückgegeben
   *[other] { $returned } zurückgegeben
 }.
