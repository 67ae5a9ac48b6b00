# The rules of a server: /policy show, edit, ban and unban.

# Titles of the three pages to edit on, and the buttons that lead there; 80 letters at most.
policy-page-people = Wo und wer
policy-page-swaps = Tausche und Ergebnisse
policy-page-more = Kennzeichen, Sprache, Protokoll
policy-title = ## Regeln dieses Servers
policy-hint = -# Was du wählst, gilt sofort; es muss nichts gespeichert werden.

# What stands above each menu, and in it while nothing is chosen.
policy-allowed-channels = **Offene Kanäle.** Wo ich benutzt werden darf; eine Kategorie steht für alles darin.
policy-allowed-channels-none = Alle Kanäle
policy-forbidden-channels = **Geschlossene Kanäle.** Wo ich nicht benutzt werden darf, auch wenn sie oben offen sind.
policy-forbidden-channels-none = Kein Kanal
policy-users = **Wer mich benutzen darf.** Mitglieder mit einer dieser Rollen.
policy-users-none = Alle
policy-savers = **Wer IDs speichern darf.** Mitglieder mit einer dieser Rollen.
policy-savers-none = Alle, die mich benutzen dürfen
policy-moderators = **Moderatoren.** Rollen, die diese Regeln ändern dürfen, neben Mitgliedern, die den Server verwalten können.
policy-moderators-none = Keine Rolle
policy-backend = **Wer tauscht.**
policy-backend-auto = Wer gerade da ist
policy-language = **Sprache.** Was ich hier und im Protokoll spreche.
policy-language-auto = Mit allen ihre eigene
policy-audit-channel = **Protokoll.** Ein Kanal, der eine Zeile für jeden Tausch und jede Änderung bekommt.
policy-audit-channel-none = Kein Kanal

# What can be switched. The button says what a press does.
policy-allow-gif = **GIFs und andere Animationen** { $on ->
    [yes] werden genommen.
   *[no] werden abgelehnt.
 }
policy-allow-video = **Videos** { $on ->
    [yes] werden genommen.
   *[no] werden abgelehnt.
 }
policy-private = **Ergebnisse** { $on ->
    [yes] sieht nur, wer gefragt hat, außer er will es anders.
   *[no] sehen alle, außer wer gefragt hat, will sie privat.
 }
policy-mark = **Ein sichtbares Kennzeichen** { $on ->
    [yes] steht in jedem Ergebnis.
   *[no] steht in keinem Ergebnis.
 }
policy-turn = { $on ->
    [yes] Ausschalten
   *[no] Einschalten
 }
policy-turn-private = { $on ->
    [yes] Öffentlich machen
   *[no] Privat machen
 }

# What is asked for in a form.
policy-change = Ändern
policy-limits = **Grenzen.** { $seconds ->
    [0] Clips so lang, wie ich sie nehme
    [one] Clips bis zu { $seconds } Sekunde
   *[other] Clips bis zu { $seconds } Sekunden
 }; Ergebnisse { $hours ->
    [0] bleiben stehen.
    [one] werden nach { $hours } Stunde gelöscht.
   *[other] werden nach { $hours } Stunden gelöscht.
 }
policy-limits-title = Grenzen
policy-limits-seconds = Längster Clip, in Sekunden
policy-limits-seconds-hint = 0 für so lang, wie ich sie nehme
policy-limits-hours = Ergebnisse nach so vielen Stunden löschen
policy-limits-hours-hint = 0, um sie stehen zu lassen
policy-mark-text = **Sein Text.** „{ $text }“
policy-mark-title = Sichtbares Kennzeichen
policy-mark-label = Text, bis zu { $most } Zeichen
policy-blocked-words = **Gesperrte Wörter.** { $words ->
    [none] keine außer meinen eigenen zu Sex.
   *[other] { $words }
 }
policy-blocked-words-title = Wörter, aus denen nichts gemacht wird
policy-blocked-words-label = Wörter, mit Kommas dazwischen
policy-blocked-words-hint = Dazu die für sexuelle Bilder, die ich nie mache

# What /policy show says, a line each.
policy-show-where = **Kanäle:** { $open ->
    [none] alle
   *[other] nur { $open }
 }{ $closed ->
    [none] .
   *[other] , nicht { $closed }.
 }
policy-show-users = **Mich benutzen:** { $roles ->
    [none] alle.
   *[other] { $roles }.
 }
policy-show-savers = **IDs speichern:** { $roles ->
    [none] alle, die mich benutzen dürfen.
   *[other] { $roles }.
 }
policy-show-moderators = **Moderieren:** Mitglieder, die den Server verwalten können{ $roles ->
    [none] .
   *[other] , und { $roles }.
 }
policy-show-backend = **Wer tauscht:** { $name ->
    [auto] wer gerade da ist.
   *[other] { $name }.
 }
policy-show-language = **Sprache:** { $name ->
    [auto] mit allen ihre eigene.
   *[other] { $name }.
 }
policy-show-mark-text = **Sein Text:** „{ $text }“
policy-show-audit = **Protokoll:** { $channel ->
    [none] nirgends.
   *[other] { $channel }.
 }
policy-trouble = ⚠️ Seit { $since } konnte ich dort nicht schreiben, und Zeilen gehen verloren; lass mich ihn sehen und darin schreiben, und wähle ihn noch einmal.
policy-show-banned = **Gesperrt:** { $count ->
    [0] niemand.
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
 }
# $until is a time in Discord's own form, or "none"; $reason is what a moderator wrote, or "none".
policy-show-ban = • <@{ $member }>, { $until ->
    [none] für immer
   *[other] bis <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] : { $reason }
 }
policy-show-more = • und { $count ->
    [one] { $count } weiteres
   *[other] { $count } weitere
 }
policy-show-edit = Ändere sie mit `/policy edit`, und kümmere dich mit `/policy ban` und `/policy unban` um Mitglieder.

policy-banned = 🚫 <@{ $member }> darf mich hier { $until ->
    [none] nicht mehr benutzen; `/policy unban` hebt das auf.
   *[other] bis <t:{ $until }:f> nicht benutzen.
 }
policy-unbanned = ✅ <@{ $member }> darf mich hier wieder benutzen.
