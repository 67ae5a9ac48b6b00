# Refusals of a visible mark, the short text in a corner of each result.

error-mark-too-long = Dieses Kennzeichen hat { $length } Zeichen und ich zeichne bis zu { $limit }; bitte kürze es.
# $characters are those that cannot be drawn.
error-mark-unwritable = { $characters } kann ich nicht in ein Bild zeichnen; bitte nimm für das Kennzeichen lateinische, griechische, kyrillische, chinesische, japanische oder koreanische Schriftzeichen, Ziffern und Satzzeichen.
