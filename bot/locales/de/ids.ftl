# IDs: gespeicherte Gesichter.

ids-saved = ✅ **{ $name }** ist gespeichert. Das ist jetzt deine aktuelle ID.
ids-updated = ✅ **{ $name }** hat jetzt das neue Gesicht. Das ist jetzt deine aktuelle ID.
ids-photos = { $photos ->
    [one] { $photos } Foto, Gesicht { $width } Pixel breit
   *[other] { $photos } Fotos, Gesicht { $width } Pixel breit
 }
ids-small = 💡 Das Gesicht ist klein. Es geht, aber mit einem größeren Foto wird es schärfer.
ids-next = Weiter: `/swapid` mit `{ $name }` und einem Bild, oder Rechtsklick auf ein Bild → Apps → INSwapper.
ids-chosen =
    ✅ Deine aktuelle ID ist jetzt `{ $ids }`.
    Mit Rechtsklick auf ein Bild → Apps → INSwapper setzt du sie ein.

ids-none-yet = Du hast noch keine IDs. Speichere ein Gesicht mit `/saveid`.
ids-listed = **Deine IDs** · { $count } von { $limit }
ids-current = **Aktuell:** `{ $current }`
ids-no-current = **Aktuell:** noch keine; wähle eine mit `/setid`
ids-credits = { $left } von { $allowance } Credits übrig · wird { $when } aufgefüllt

ids-deleted = 🗑️ **{ $name }** ist gelöscht, samt allem, was ich von dem Gesicht gelernt habe. Bilder damit verschwinden mit der Zeit, oder mit „Löschen“ darunter.
ids-deleted-current = Du hast jetzt keine aktuelle ID; wähle eine mit `/setid`.
ids-ask-delete-all = { $count ->
    [one] Deine einzige ID löschen? Das lässt sich nicht rückgängig machen.
   *[other] Alle { $count } IDs von dir löschen? Das lässt sich nicht rückgängig machen.
 }
ids-deleted-all = { $count ->
    [one] 🗑️ { $count } ID gelöscht. Du hast keine IDs mehr. Gesichter, die nur für einen Tausch da waren, verschwinden mit ihren Bildern, oder mit „Löschen“ unter dem Ergebnis.
   *[other] 🗑️ { $count } IDs gelöscht. Du hast keine IDs mehr. Gesichter, die nur für einen Tausch da waren, verschwinden mit ihren Bildern, oder mit „Löschen“ unter dem Ergebnis.
 }
ids-nothing-to-delete = Du hast keine IDs, also gab es nichts zu löschen.
ids-kept-all = Es wurde nichts gelöscht.
