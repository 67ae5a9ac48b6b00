# Jobs: lists of them, one of them, and what can be done with it.

jobs-of-yours = Deine Aufträge
jobs-of-member = Aufträge von { $member } auf diesem Server
jobs-of-everybody = Alle Aufträge auf diesem Server
jobs-heading = { $whose } · { $count ->
    [0] keine
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] keine
   *[other] { $count }
 }
jobs-page = Seite { $page } von { $pages } · `/jobs show` sagt mehr über einen
jobs-none = Noch gibt es keine. Mit `/swapid` entsteht einer.
jobs-none-such = Davon gibt es keine.
jobs-newer-button = Neuere
jobs-older-button = Ältere
jobs-everybodys-button = Die von allen
jobs-only-mine-button = Nur meine

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = für { $member }
jobs-link = [Zur Antwort]({ $link })

# A job's state, as members name it.
jobs-state-offered = wartet auf Zustimmung
jobs-state-queued = wartet
jobs-state-preparing = startet
jobs-state-processing = läuft
jobs-state-done = fertig
jobs-state-failed = gescheitert
jobs-state-canceled = abgebrochen
jobs-state-moderated = abgelehnt
jobs-state-expired = abgelaufen
jobs-state-undelivered = nicht zugestellt

# The states that a list can be cut down to.
jobs-shown-waiting = wartet
jobs-shown-running = läuft
jobs-shown-done = fertig
jobs-shown-failed = gescheitert
jobs-shown-canceled = abgebrochen
jobs-shown-undelivered = nicht zugestellt
jobs-shown-expired = abgelaufen

jobs-private = privat
jobs-cost-used = { $count ->
    [0] nichts berechnet
    [one] { $count } Credit verbraucht
   *[other] { $count } Credits verbraucht
 }
jobs-cost-held = { $count ->
    [one] { $count } Credit reserviert
   *[other] { $count } Credits reserviert
 }
jobs-cost-offered = { $count ->
    [one] kostet { $count } Credit
   *[other] kostet { $count } Credits
 }

# One job.
jobs-title = { $sign } { $state } · { $what }
jobs-asked = Von { $member } { $when } in Auftrag gegeben
jobs-asked-in = Von { $member } { $when } in { $channel } in Auftrag gegeben
jobs-place = { $place ->
    [1] Als Nächstes dran.
   *[other] Platz { $place } in der Schlange.
 }
jobs-place-takes = { $place ->
    [1] Als Nächstes dran; fertig in etwa { $time }.
   *[other] Platz { $place } in der Schlange; fertig in etwa { $time }.
 }
jobs-far-back = In der Schlange, mit vielen davor.
jobs-held = Vorgemerkt, und wird von selbst noch mal versucht: { $reason }
jobs-begun = In Arbeit.
jobs-begun-takes = In Arbeit; noch etwa { $time }.
jobs-progress = `{ $bar }` **{ $percent } %** · { $done } von { $total ->
    [one] { $total } Bild
   *[other] { $total } Bildern
 }
jobs-progress-steps = `{ $bar }` **{ $percent } %** · { $done } von { $total ->
    [one] { $total } Schritt
   *[other] { $total } Schritten
 }
jobs-seconds = { $count } s
jobs-minutes = { $count } min
jobs-offered-until = Es beginnt, wenn du unter dem Angebot „Tauschen“ drückst; das Angebot endet { $when }.
jobs-done-at = Beendet { $when }.
jobs-has-expired = Abgelaufen: die Bilder sind gelöscht, und nur das hier ist übrig.
jobs-result-private = Das Ergebnis ist privat, also sieht es hier nur, wer danach gefragt hat.
jobs-result-too-large = Das Ergebnis ist zu groß, um es hier zu zeigen.
jobs-result = Das Ergebnis aus { $name }
jobs-result-gone = Das Ergebnis ist nicht mehr gespeichert.
jobs-is-again = Wiederholt den Auftrag `{ $parent }`.
jobs-no-longer-live = Das wird nicht mehr auf dem Laufenden gehalten; drück „Aktualisieren“.

jobs-undelivered-channel-gone = Die Antwort ließ sich nicht posten: ihren Kanal gibt es nicht mehr.
jobs-undelivered-not-allowed = Die Antwort ließ sich nicht posten: ich darf dort nicht schreiben oder keine Bilder posten.
jobs-undelivered-left-server = Die Antwort ließ sich nicht posten: ich bin nicht mehr auf diesem Server.
jobs-undelivered-dms-closed = Die Antwort ließ sich nicht schicken: Direktnachrichten sind für mich geschlossen.
jobs-undelivered-given-up = Die Antwort ließ sich nicht posten: Discord war einen Tag lang nicht zu erreichen.
jobs-undelivered-no-place = Die Antwort ließ sich nicht posten: wohin sie gehört, ist nicht mehr bekannt.
jobs-undelivered-refused = Die Antwort ließ sich nicht posten: Discord hat sie nicht angenommen.
jobs-kept-here = Das Ergebnis liegt hier bereit; mit „Noch mal versuchen“ wird es da gepostet, wo du bist.

jobs-cancel-button = Abbrechen
jobs-retry-button = Noch mal versuchen
jobs-refresh-button = Aktualisieren
jobs-open-button = Zur Antwort
jobs-stopped = Abgebrochen · { $cost }
jobs-stopped-for = Der Auftrag von { $member } ist gestoppt, und das Mitglied erfährt es. Es wurde nichts berechnet.

# While a job is chosen.
jobs-choice = { $what } · { $state } · { $when }
jobs-now = gerade eben
jobs-minutes-ago = vor { $count } min
jobs-hours-ago = vor { $count } h
jobs-days-ago = { $count ->
    [one] vor { $count } Tag
   *[other] vor { $count } Tagen
 }

jobs-exported = { $count ->
    [0] Du hast keine Aufträge.
    [one] Dein einziger Auftrag, als JSON.
   *[other] Deine { $count } Aufträge, als JSON.
 }
jobs-exported-some = Deine neuesten { $count } von { $all } Aufträgen, als JSON: mehr passen nicht in eine Datei.
jobs-exported-no-links = Die Adressen der Bilder fehlen: ich kann die Antworten, in denen sie stehen, nicht mehr lesen.
jobs-exported-links = { $count ->
    [one] Adressen von Bildern stehen nur bei der neuesten Antwort, falls ich sie noch lesen kann; bei Discord enden sie nach etwa einem Tag.
   *[other] Adressen von Bildern stehen bei den neuesten { $count } Antworten, soweit ich sie noch lesen kann; bei Discord enden sie nach etwa einem Tag.
 }
