# /privacy: what is kept about a member, handed over and erased.

privacy-title = ## Was ich über dich aufbewahre
privacy-nothing = Ich bewahre nichts über dich auf: keine IDs, keine Bilder, keine Credits.
privacy-ids = { $count ->
    [one] **IDs:** { $names }. Von diesem Gesicht behalte ich eine verschlüsselte Vorlage, nie das Foto.
   *[other] **{ $count } IDs:** { $names }. Von jedem Gesicht behalte ich eine verschlüsselte Vorlage, nie das Foto.
 }
# $days: how long pictures are kept at most.
privacy-swaps = { $count ->
    [one] **Ein Tausch** mit { $pictures ->
        [one] { $pictures } verschlüsselten Datei
       *[other] { $pictures } verschlüsselten Dateien
     }: was du geschickt hast und was daraus wurde. Das verschwindet { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
     } nach seinem Ende, oder mit „Löschen“ unter dem Ergebnis.
   *[other] **{ $count } Tausche** mit { $pictures ->
        [one] { $pictures } verschlüsselten Datei
       *[other] { $pictures } verschlüsselten Dateien
     }: was du geschickt hast und was daraus wurde. Das verschwindet jeweils { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
     } nach dem Ende, oder mit „Löschen“ unter dem Ergebnis.
 }
privacy-words = Worte, aus denen ein Bild gemacht wurde, behalte ich unverschlüsselt so lange wie das Bild.
privacy-open = { $count ->
    [one] Einer davon ist noch offen.
   *[other] { $count } davon sind noch offen.
 }
privacy-past = { $count ->
    [one] **Früher:** von einem weiteren Tausch, wann er war, was er gekostet hat und wo seine Antwort steht; kein Bild.
   *[other] **Früher:** von { $count } weiteren Tauschen, wann sie waren, was sie gekostet haben und wo ihre Antworten stehen; kein Bild.
 }
privacy-credits = { $movements ->
    [one] **Credits:** eine Buchung deiner Credits.
   *[other] **Credits:** { $movements } Buchungen deiner Credits an { $accounts ->
        [one] einem Ort
       *[other] { $accounts } Orten
    }.
 }
privacy-bans = { $count ->
    [one] **Sperren:** ein Server hat dich gesperrt, sodass du mich dort nicht benutzen darfst; das bleibt bei dem Server.
   *[other] **Sperren:** { $count } Server haben dich gesperrt, sodass du mich dort nicht benutzen darfst; das bleibt bei den Servern.
 }
privacy-never = -# Nie aufbewahrt: Fotos, aus denen du eine ID speicherst, dein Name, deine Nachrichten. `/privacy export` gibt dir alles, `/privacy delete` löscht es.

privacy-handed-over = 📦 Hier ist alles, was ich über dich aufbewahre.
privacy-left-out = { $count ->
    [one] Ein Bild passte nicht in das, was hier gepostet werden darf; es ist in `/jobs list`.
   *[other] { $count } Bilder passten nicht in das, was hier gepostet werden darf; sie sind in `/jobs list`.
 }
# The text of a file in the archive.
privacy-readme =
    Was Visage über dich aufbewahrt, Stand { $now } UTC.

    ids.json: deine gespeicherten Gesichter, und die IDs, die gelten, wenn du keine nennst.
    ids/*.template: was von jedem Gesicht gelernt wurde, so wie die Engine es liest. Fotos gibt es keine: sie werden nicht aufbewahrt.
    swaps.json: deine Tausche, die neuesten zuerst, auch die, deren Bilder gelöscht sind.
    pictures/: was du zum Tauschen geschickt hast und was daraus wurde, ein Ordner für jeden Tausch.
    credits.json: jede Buchung deiner Credits.
    bans.json: Server, die dich gesperrt haben, sodass du Visage dort nicht benutzen darfst.

    /privacy delete löscht das alles, außer den Sperren.

privacy-delete-title = Alles löschen, was ich über dich aufbewahre
privacy-delete-what = Das beendet deine offenen Tausche und löscht deine IDs, deine Bilder und Tausche und deine Credits, auch die, die dir gutgeschrieben wurden. Es lässt sich nicht rückgängig machen. Gepostete Nachrichten bleiben stehen; lösche sie vorher mit dem Button darunter.
privacy-delete-sure = Bist du sicher?
privacy-delete-yes = Ja, alles löschen

privacy-erased = 🗑️ Fertig: { $ids ->
    [one] eine ID
   *[other] { $ids } IDs
 } und { $swaps ->
    [one] ein Tausch
   *[other] { $swaps } Tausche
 } samt Bildern sind gelöscht. Buchungen deiner Credits bleiben, ohne deinen Namen. Was du heute verbraucht hast, zählt bis 00:00 UTC.
privacy-kept-after = -# Hat ein Server dich gesperrt, sodass du mich dort nicht benutzen darfst, bleibt das.
