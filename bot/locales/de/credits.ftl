# Credits: what members have, what swaps cost, and what moderators decide.

credits-own = { $left ->
    [one] Du hast noch **{ $left } Credit**.
   *[other] Du hast noch **{ $left } Credits**.
 }
credits-of = { $left ->
    [one] <@{ $member }> hat noch **{ $left } Credit**.
   *[other] <@{ $member }> hat noch **{ $left } Credits**.
 }
credits-pot-allowance = Tagesguthaben: noch { $left } von { $allowance }, wird { $when } aufgefüllt
credits-pot-granted = Gutgeschrieben: { $left }, die bleiben, bis sie verbraucht sind
credits-pot-pool = Topf dieses Servers: heute noch { $left } von { $pool }, für alle Mitglieder zusammen
credits-pots-order = -# Tausche werden in dieser Reihenfolge daraus bezahlt.

credits-not-enough = { $needed ->
    [one] Das kostet { $needed } Credit und du hast noch { $left }: { $allowance } vom Tagesguthaben, { $granted } gutgeschrieben und { $pool } im Topf des Servers; das Tagesguthaben wird { $when } aufgefüllt.
   *[other] Das kostet { $needed } Credits und du hast noch { $left }: { $allowance } vom Tagesguthaben, { $granted } gutgeschrieben und { $pool } im Topf des Servers; das Tagesguthaben wird { $when } aufgefüllt.
 }

# History

credits-history-own = **Deine Credits, das Neueste zuerst**
credits-history-of = **Die Credits von <@{ $member }>, das Neueste zuerst**
credits-history-empty = Es gibt noch keine Buchungen.
credits-history-page = -# Seite { $page } von { $pages }
credits-line-hold = { $when } · **-{ $amount }** für `{ $verb }`, { $pot ->
    [allowance] vom Tagesguthaben
    [granted] von den gutgeschriebenen
   *[pool] aus dem Topf des Servers
 }
credits-line-settle = { $when } · davon { $amount } verbraucht: `{ $verb }` ist vorbei
credits-line-refund = { $when } · **+{ $amount }** zurück von `{ $verb }`, { $pot ->
    [allowance] ins Tagesguthaben
    [granted] zu den gutgeschriebenen
   *[pool] in den Topf des Servers
 }
credits-line-reversal = { $when } · **+{ $amount }** zurück, weil das Ergebnis von `{ $verb }` nicht zugestellt werden konnte, { $pot ->
    [allowance] ins Tagesguthaben
    [granted] zu den gutgeschriebenen
   *[pool] in den Topf des Servers
 }
credits-line-grant = { $when } · **+{ $amount }** gutgeschrieben von <@{ $actor }>
credits-line-grant-why = { $when } · **+{ $amount }** gutgeschrieben von <@{ $actor }>: { $reason }
credits-line-revoke = { $when } · **-{ $amount }** zurückgenommen von <@{ $actor }>
credits-line-revoke-why = { $when } · **-{ $amount }** zurückgenommen von <@{ $actor }>: { $reason }

# Prices

credits-prices = **Was ein Gesicht kostet**
credits-price-free = `{ $verb }`: nichts
credits-price-made = { $each ->
    [one] `{ $verb }`: { $each } Credit pro Bild
   *[other] `{ $verb }`: { $each } Credits pro Bild
 }
credits-price = { $still ->
    [one] `{ $verb }`: { $still } Credit in einem Bild, { $frame } pro Einzelbild in einem GIF, { $second } pro Sekunde in einem Video
   *[other] `{ $verb }`: { $still } Credits in einem Bild, { $frame } pro Einzelbild in einem GIF, { $second } pro Sekunde in einem Video
 }
credits-prices-rounded = -# Was ein Gesicht in einem Clip kostet, wird auf ganze Credits aufgerundet.
credits-allowances = **Was es am Tag gibt**, ab 00:00 UTC
credits-allowance-all = { $amount ->
    [one] Alle: { $amount } Credit
   *[other] Alle: { $amount } Credits
 }
credits-allowance-role = { $amount ->
    [one] <@&{ $role }>: { $amount } Credit
   *[other] <@&{ $role }>: { $amount } Credits
 }
credits-allowance-highest = -# Von den Rollen eines Mitglieds zählt die, die am meisten gibt.
credits-pool = { $amount ->
    [one] Alle Mitglieder zusammen: { $amount } Credit dazu, im Topf dieses Servers
   *[other] Alle Mitglieder zusammen: { $amount } Credits dazu, im Topf dieses Servers
 }

# What moderators do

credits-granted = { $amount ->
    [one] ✅ <@{ $actor }> hat <@{ $member }> **{ $amount } Credit** gutgeschrieben.
   *[other] ✅ <@{ $actor }> hat <@{ $member }> **{ $amount } Credits** gutgeschrieben.
 }
credits-granted-now = { $granted ->
    [one] Das ist jetzt { $granted } gutgeschriebener Credit, neben dem Tagesguthaben.
   *[other] Das sind jetzt { $granted } gutgeschriebene Credits, neben dem Tagesguthaben.
 }
credits-revoked = { $amount ->
    [one] ✅ <@{ $actor }> hat **{ $amount } gutgeschriebenen Credit** von <@{ $member }> zurückgenommen.
   *[other] ✅ <@{ $actor }> hat **{ $amount } gutgeschriebene Credits** von <@{ $member }> zurückgenommen.
 }
credits-revoked-none = <@{ $member }> hat keine gutgeschriebenen Credits, also wurde nichts zurückgenommen; das Tagesguthaben legst du mit `/credits allowance` fest.
credits-revoked-now = { $granted ->
    [0] Es sind keine gutgeschriebenen Credits mehr übrig.
    [one] Es ist noch { $granted } gutgeschriebener Credit übrig.
   *[other] Es sind noch { $granted } gutgeschriebene Credits übrig.
 }
credits-why = Grund: { $reason }
credits-set-allowance = { $amount ->
    [one] ✅ <@{ $actor }> hat das Tagesguthaben für alle auf **{ $amount } Credit** festgelegt; das gilt sofort.
   *[other] ✅ <@{ $actor }> hat das Tagesguthaben für alle auf **{ $amount } Credits** festgelegt; das gilt sofort.
 }
credits-set-allowance-role = { $amount ->
    [one] ✅ <@{ $actor }> hat das Tagesguthaben für <@&{ $role }> auf **{ $amount } Credit** festgelegt; das gilt sofort.
   *[other] ✅ <@{ $actor }> hat das Tagesguthaben für <@&{ $role }> auf **{ $amount } Credits** festgelegt; das gilt sofort.
 }
credits-cleared-allowance = ✅ <@{ $actor }> hat für alle das übliche Tagesguthaben wiederhergestellt.
credits-cleared-allowance-role = ✅ <@{ $actor }> hat das Tagesguthaben für <@&{ $role }> aufgehoben; für diese Mitglieder gilt, was für alle gilt.
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> hat `{ $verb }` kostenlos gemacht.
    [one] ✅ <@{ $actor }> hat den Preis von `{ $verb }` auf **{ $amount } Credit pro Gesicht** in einem Bild festgelegt.
   *[other] ✅ <@{ $actor }> hat den Preis von `{ $verb }` auf **{ $amount } Credits pro Gesicht** in einem Bild festgelegt.
 }
credits-set-price-agreed = -# Tausche, nach denen vorher gefragt wurde oder die vorher angeboten wurden, behalten ihren Preis.
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> hat den Topf dieses Servers geschlossen.
    [one] ✅ <@{ $actor }> hat den Topf dieses Servers auf **{ $amount } Credit am Tag** für alle Mitglieder zusammen festgelegt.
   *[other] ✅ <@{ $actor }> hat den Topf dieses Servers auf **{ $amount } Credits am Tag** für alle Mitglieder zusammen festgelegt.
 }

# What was spent

credits-top = **Wer in { $days } Tagen am meisten verbraucht hat**
credits-top-line = { $amount ->
    [one] { $place }. <@{ $member }>: { $amount } Credit
   *[other] { $place }. <@{ $member }>: { $amount } Credits
 }
credits-top-none = In { $days } Tagen hat niemand Credits verbraucht.
credits-report = { $amount ->
    [one] **{ $amount } Credit** verbraucht von { $first } bis { $last }
   *[other] **{ $amount } Credits** verbraucht von { $first } bis { $last }
 }
credits-report-none = Von { $first } bis { $last } wurden keine Credits verbraucht.
credits-report-day = Tag
credits-report-total = gesamt
credits-report-latest = -# Die Tabelle zeigt die letzten { $days } Tage, an denen etwas verbraucht wurde; in der Datei stehen alle.
credits-report-no-chart = -# Das Diagramm ließ sich diesmal nicht zeichnen; die Zahlen stehen in der Tabelle und in der Datei.
credits-report-alt = Balken der Credits, die an jedem Tag verbraucht wurden, nach Befehlen gestapelt
