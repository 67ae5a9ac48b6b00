# /help, auf einem Bildschirm.

help-begin =
    ## Tausche Gesichter in Bildern, GIFs und Videos
    {"**1.**"} `/saveid` mit einem Namen und einem klaren Foto eines Gesichts.
    {"**2.**"} `/swapid` mit diesem Namen und einem Bild oder Clip, oder Rechtsklick darauf → Apps → **INSwapper**.
help-commands =
    {"**Tauschen**"}
    `/swapid` setzt gespeicherte Gesichter in ein Bild, GIF oder Video ein
    `/faceswap` nimmt ein Gesicht aus einem Foto und speichert keine ID (`/picsi` ist dasselbe)
    {"**INSwapper**"} (Rechtsklick auf eine Nachricht) nimmt deine aktuelle ID

    {"**Deine IDs**"}
    `/saveid` speichert ein Gesicht, aus bis zu drei Fotos · `/setid` wählt die aktuelle · `/listid` · `/delid` · `/delall`
    {"**Als ID speichern**"} (Rechtsklick auf eine Nachricht) speichert das Gesicht in ihrem Bild
help-create =
    {"**Aus Worten**"}
    `/headshot` macht ein Porträt, etwa `me, ein irrer König in Blau` · `/changebg` versetzt Leute, etwa an `ein Strand`
    `--no grün` · `--square` · `--seed 7` dasselbe noch mal · `--grid` vier ({ $headshot } Credits pro Porträt, { $changebg } pro Ort)
help-faces =
    {"**Mehrere Gesichter**"}
    `anna,_,ben` geht von links nach rechts, in einem Clip der Reihe nach; `_` lässt ein Gesicht, wie es ist
    `anna+ben` mischt bis zu drei; `anna+anna+ben` ist mehr anna
    Eine ID allein kommt auf das größte Gesicht; unter dem Ergebnis kannst du andere wählen.

    {"**Optionen**"}, hinter den IDs oder in `optionen`
    `-m` behält den Mund des Bildes · `-f` behält seine Hautstruktur · `-s` schärft nach
    `--mute` lässt den Ton eines Videos weg · `--webm` macht ein WebM daraus
help-more =
    {"**Außerdem**"}: `/jobs` deine Tausche · `/credits` was du hast · `/privacy` deine Daten · `/status` wie es mir geht
    {"**Moderatoren**"}: `/policy` für Regeln und Sperren · `/credits` für Kontingente, Preise und einen Bericht
help-rules =
    -# { $allowance } Credits am Tag, aufgefüllt um 00:00 UTC. Ein Gesicht kostet 1 in einem Bild, { $frame } pro Einzelbild in einem GIF, { $second } pro Sekunde in einem Video; was mehr als ein bisschen kostet, sage ich dir vorher.
    -# Bis zu { $ids } IDs. Von einem gespeicherten Gesicht behalte ich eine verschlüsselte Vorlage, nie das Foto. Die Bilder eines Tauschs, und ein Gesicht, das nur für diesen da war, werden nach { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
     } gelöscht, oder mit „Löschen“.
