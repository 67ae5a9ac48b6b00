# Absagen, jede ein Satz, der sagt, was hilft.

error-error = Da ist etwas schiefgegangen.
error-unexpected = Bei mir ist etwas schiefgegangen, also wurde nichts berechnet. Bitte versuch es noch mal; wenn es wieder passiert, nenne dem Besitzer des Servers das Kennwort `{ $reference }`.
error-command-changed = Dieser Befehl hat sich geändert. Bitte versuch es in einer Minute noch mal.

# Dateien.

error-no-picture = In dieser Nachricht ist kein Bild; bitte wähle eine mit einem Bild.
error-picture-gone = { $name } ließ sich nicht herunterladen; bitte lade die Datei noch mal hoch.
error-not-a-picture = { $name } ist kein Bild oder Video, das ich lesen kann; bitte schick ein JPEG, PNG, WebP, GIF oder MP4.
error-unsupported-picture = { $name } ist vom Typ { $kind }, den ich nicht öffnen kann; bitte speichere das Bild als JPEG oder PNG und versuch es noch mal.
error-broken-picture = { $name } ist abgeschnitten oder beschädigt; bitte lade die Datei noch mal hoch, oder öffne und speichere sie vorher neu.
error-file-too-large = { $name } hat { $size } MB und ich nehme bis zu { $limit } MB; bitte schick eine kleinere Kopie.
error-too-many-pixels = { $name } hat { $width } x { $height } Pixel und ich nehme bis zu { $limit } Megapixel; bitte schick eine kleinere Kopie.
error-picture-too-small = { $name } hat nur { $width } x { $height } Pixel; bitte schick ein Bild mit mindestens { $least } x { $least }.
error-animated-picture = { $name } ist animiert und ich lerne Gesichter nur aus Fotos; bitte schick ein einzelnes Bild daraus.

# Clips.

error-clip-too-long = { $name } dauert { $seconds } Sekunden und ich nehme bis zu { $limit }; bitte kürze den Clip.
error-too-many-frames = { $name } hat { $frames } Einzelbilder und ich nehme bis zu { $limit }; bitte schick einen kürzeren Clip.
error-broken-clip = { $name } ist abgeschnitten, beschädigt oder zu aufwendig zum Abspielen; bitte lade die Datei noch mal hoch, oder speichere sie vorher neu als MP4 oder GIF.
error-no-frames = { $name } enthält keine bewegten Bilder; bitte schick ein Video oder eine Animation.

# Gesichter.

error-no-face = Ich habe in { $name } kein Gesicht gefunden; bitte schick ein Bild, auf dem ein Gesicht deutlich und nicht von hinten zu sehen ist.
error-too-few-faces = Die Liste verlangt Gesicht { $place } von links, aber in { $name } gibt es nur { $found }; bitte kürze die Liste.
error-face-too-small = Das Gesicht in { $name } ist nur { $width } Pixel breit und ich brauche { $least }; bitte schick ein Bild, auf dem es näher oder größer ist.
error-face-too-blurred = Das Gesicht in { $name } ({ $width } Pixel breit) ist zu unscharf, um daraus zu lernen; bitte schick ein schärferes Bild.
error-face-turned-away = Das Gesicht in { $name } ist { $yaw } Grad zur Seite gedreht; bitte schick ein Bild, auf dem es mehr zur Kamera schaut.
error-nobody-there = Ich habe in { $name } niemanden gefunden, den ich woandershin versetzen könnte; bitte schick ein Bild, auf dem eine Person deutlich zu sehen ist.

# IDs und Listen.

error-bad-id-name = „{ $name }“ kann keine ID sein: nimm 1 bis 10 Buchstaben und Ziffern ohne Leerzeichen, zum Beispiel ich oder anna2.
error-unknown-id = Du hast noch keine ID „{ $name }“; speichere unter diesem Namen ein Gesicht mit /saveid.
error-unknown-id-nearest = Du hast keine ID „{ $name }“; meinst du „{ $nearest }“?
error-unknown-id-others = Du hast keine ID „{ $name }“; /listid zeigt, welche du hast.
error-too-many-ids = Du hast schon { $limit } IDs, mehr werden hier nicht aufbewahrt; lösche eine mit /delid, oder speichere über einen Namen, den du hast.
error-no-default-id = Du hast noch keine aktuelle ID; speichere ein Gesicht mit /saveid, oder wähle eine ID mit /setid.
error-bad-id-list = „{ $text }“ lässt sich nicht als IDs lesen; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-meant = „{ $text }“ lässt sich nicht als IDs lesen; meinst du „{ $meant }“?
error-bad-id-list-empty = „{ $text }“ lässt sich nicht als IDs lesen: da steht nichts; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-long = „{ $text }“ lässt sich nicht als IDs lesen: das sind mehr als { $most } Plätze; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-nobody = „{ $text }“ lässt sich nicht als IDs lesen: da ist niemand genannt; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-gap = „{ $text }“ lässt sich nicht als IDs lesen: zwischen zwei Kommas steht nichts (mit _ lässt du ein Gesicht aus); schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-plus = „{ $text }“ lässt sich nicht als IDs lesen: ein Pluszeichen braucht auf beiden Seiten einen Namen; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-bad-id-list-one = „{ $text }“ nennt mehrere und ein Porträt zeigt eine Person; schreib eine ID oder mische mit a+b.
error-bad-id-list-mixed = „{ $text }“ lässt sich nicht als IDs lesen: höchstens { $most } IDs passen gemischt auf ein Gesicht; schreib sie als a,b,_ von links nach rechts und mische mit a+b.
error-nobody-chosen = Wähle eine ID oder tippe eine.
error-id-unreadable = Die ID „{ $name }“ wurde mit Einstellungen gespeichert, die es nicht mehr gibt; bitte speichere sie neu mit /saveid.

# Optionen.

error-unknown-flags = { $flags } kenne ich nicht; die Optionen sind -m, -f, -s, --mute und --webm, und /help erklärt sie.
error-bad-flag-value = { $flag } braucht eine ganze Zahl von { $least } bis { $most }, nicht „{ $value }“.
error-pack-missing = { $flag } braucht das Modellpaket { $pack }, das es noch nicht gibt; bitte lass { $flag } weg.

# Tausche und Ergebnisse.

error-not-yours = Das kann nur, wer danach gefragt hat.
error-not-yours-moderators = Das kann nur, wer danach gefragt hat, oder jemand aus der Moderation.
error-job-gone = Dieser Tausch ist nicht mehr gespeichert; bitte starte einen neuen.
error-canceled = Abgebrochen, wie gewünscht.
error-not-enough-credits = { $needed ->
    [one] Das kostet { $needed } Credit und du hast { $left ->
        [0] heute keine mehr
       *[other] heute noch { $left }
     }; sie werden <t:{ $refill }:R> aufgefüllt.
   *[other] Das kostet { $needed } Credits und du hast { $left ->
        [0] heute keine mehr
       *[other] heute noch { $left }
     }; sie werden <t:{ $refill }:R> aufgefüllt.
 }
error-result-too-large = Das Ergebnis hat { $size } MB und hier dürfen höchstens { $limit } MB gepostet werden, also wurde nichts berechnet; bitte schick etwas Kleineres oder Kürzeres.
error-result-too-large-unknown = Das Ergebnis hat { $size } MB und hier darf nur weniger gepostet werden, also wurde nichts berechnet; bitte schick etwas Kleineres oder Kürzeres.
error-result-refused = Das Ergebnis ist fertig geworden, ließ sich hier aber nicht posten, also wurde nichts berechnet; bitte versuch es mit einem anderen Bild oder an einem anderen Ort.

# Störungen.

error-backend-down = Die Tausch-Engine antwortet gerade nicht, also wurde nichts berechnet; bitte versuch es in ein paar Minuten noch mal.
error-backend-busy = Die Tausch-Engine hat gerade zu viel zu tun, also wurde nichts berechnet; bitte versuch es in ein paar Minuten noch mal.
error-backend-lost = Die Tausch-Engine wurde dabei neu gestartet, also wurde nichts berechnet; bitte versuch es noch mal.
error-took-too-long = Das hat zu lange gedauert und wurde angehalten; es wurde nichts berechnet, bitte versuch es noch mal.
