# Lines in a server's audit channel. A time and a member's name stand before each of them.
# $value is a list of names, a number or a word; "none" stands for nothing.

# $verb is a command's name.
audit-job-done = `{ $verb }` fertig, { $credits ->
    [one] { $credits } Credit
   *[other] { $credits } Credits
 } verbraucht
audit-job-failed = `{ $verb }` gescheitert, nichts berechnet
audit-job-moderated = `{ $verb }` abgelehnt, nichts berechnet
audit-job-canceled = `{ $verb }` abgebrochen, { $credits ->
    [one] { $credits } Credit
   *[other] { $credits } Credits
 } verbraucht

audit-policy-allowed-channels = { $value ->
    [none] Hat alle Kanäle für mich geöffnet
   *[other] Hat nur diese Kanäle für mich geöffnet: { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] Hat keinen Kanal mehr für mich geschlossen
   *[other] Hat diese Kanäle für mich geschlossen: { $value }
 }
audit-policy-users = { $value ->
    [none] Lässt mich alle benutzen
   *[other] Lässt mich diese Rollen benutzen: { $value }
 }
audit-policy-moderators = { $value ->
    [none] Lässt keine Rolle mich moderieren
   *[other] Lässt diese Rollen mich moderieren: { $value }
 }
audit-policy-savers = { $value ->
    [none] Lässt alle IDs speichern
   *[other] Lässt diese Rollen IDs speichern: { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] Hat GIFs erlaubt
   *[other] Hat GIFs verboten
 }
audit-policy-allow-video = { $value ->
    [yes] Hat Videos erlaubt
   *[other] Hat Videos verboten
 }
audit-policy-longest-seconds = { $value ->
    [0] Hat Clips so lang erlaubt, wie ich sie nehme
    [one] Hat Clips bis zu { $value } Sekunde erlaubt
   *[other] Hat Clips bis zu { $value } Sekunden erlaubt
 }
audit-policy-private = { $value ->
    [yes] Lässt Ergebnisse privat sein, wenn niemand etwas anderes sagt
   *[other] Lässt Ergebnisse öffentlich sein, wenn niemand etwas anderes sagt
 }
audit-policy-delete-after = { $value ->
    [0] Lässt Ergebnisse stehen
    [one] Lässt Ergebnisse nach { $value } Stunde löschen
   *[other] Lässt Ergebnisse nach { $value } Stunden löschen
 }
audit-policy-blocked-words = { $value ->
    [none] Hat keine Wörter in Beschreibungen gesperrt
   *[other] Hat diese Wörter in Beschreibungen gesperrt: { $value }
 }
audit-policy-mark = { $value ->
    [yes] Lässt Ergebnisse kennzeichnen
   *[other] Lässt Ergebnisse nicht mehr kennzeichnen
 }
audit-policy-mark-text = { $value ->
    [none] Lässt das Kennzeichen sagen, was es sonst sagt
   *[other] Lässt das Kennzeichen „{ $value }“ sagen
 }
audit-policy-backend = { $value ->
    [auto] Überlässt es mir, wer tauscht
   *[other] Hat bestimmt, wer tauscht: { $value }
 }
audit-policy-language = { $value ->
    [auto] Lässt mich mit allen in ihrer eigenen Sprache sprechen
   *[other] Lässt mich eine Sprache sprechen: { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] Lässt diese Zeilen nirgends schreiben
   *[other] Lässt diese Zeilen in { $value } schreiben
 }

# $member is an id; $until is a time in Discord's own form, or "none".
audit-member-banned = Hat <@{ $member }> { $until ->
    [none] für immer
   *[other] bis <t:{ $until }:f>
 } gesperrt (Grund: { $reason ->
    [none] keiner genannt
   *[other] { $reason }
 })
audit-member-unbanned = Hat die Sperre von <@{ $member }> aufgehoben
