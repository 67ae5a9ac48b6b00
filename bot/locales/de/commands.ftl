# Befehle.

command-saveid-description = Speichert ein Gesicht unter einem Namen, aus ein bis drei Fotos davon
command-saveid-option-idname = idname
command-saveid-option-idname-description = Wie es heißen soll: 1 bis 10 Buchstaben und Ziffern
command-saveid-option-image = bild
command-saveid-option-image-description = Ein klares Foto des Gesichts
command-saveid-option-image2 = bild2
command-saveid-option-image2-description = Noch ein Foto desselben Gesichts, dann wird es ähnlicher
command-saveid-option-image3 = bild3
command-saveid-option-image3-description = Ein drittes Foto desselben Gesichts

command-setid-description = Wählt, welche deiner IDs gilt, wenn du keine nennst
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = Eine ID oder eine Liste wie anna,_,ben oder anna+ben, mit Optionen
command-listid-description = Zeigt deine IDs und deine Credits
command-delid-description = Löscht eine deiner IDs und was von ihrem Gesicht gelernt wurde
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = Welche
command-delall-description = Löscht alle deine IDs; fragt vorher nach

command-swapid-description = Setzt gespeicherte Gesichter in ein Bild, GIF oder Video ein
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = Eine ID oder Liste von links: anna,_,ben (_ lässt ein Gesicht aus, anna+ben mischt)
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = Das Bild, GIF oder Video, in das sie kommen
command-swapid-option-options = optionen
command-swapid-option-options-description = -m behält den Mund, -f die Hautstruktur, -s schärft; --mute ohne Ton, --webm für WebM
command-swapid-option-private = privat
command-swapid-option-private-description = Nur du siehst das Ergebnis

command-faceswap-description = Setzt das Gesicht aus einem Foto in ein Bild, GIF oder Video ein; speichert keine ID
command-faceswap-option-source = quelle
command-faceswap-option-source-description = Ein Foto des Gesichts
command-faceswap-option-target = ziel
command-faceswap-option-target-description = Das Bild, GIF oder Video, in das es kommt
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = quellbild
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = zielbild_gif_oder_video
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = Wie man Gesichter tauscht, auf einem Bildschirm

command-save-as-id = Als ID speichern
