# What is written once in a server that the bot has come into. The numbers begin lines of a list.

welcome = 👋 **Hallo, ich tausche Gesichter in Bildern, GIFs und Videos.** Drei Dinge für alle, die diesen Server verwalten:
    1. Bestimmt, wo und von wem ich benutzt werden darf und was aus Ergebnissen wird: `/policy edit`.
    2. { $credits ->
        [one] Jedes Mitglied hat { $credits } Credit am Tag, und ein Gesicht in einem Bild kostet einen.
       *[other] Jedes Mitglied hat { $credits } Credits am Tag, und ein Gesicht in einem Bild kostet einen.
    }
    3. Alle beginnen mit `/saveid` und einem Foto, oder mit `/faceswap`; `/help` zeigt den Rest. Tauscht nur Gesichter von Leuten, die damit einverstanden sind.
