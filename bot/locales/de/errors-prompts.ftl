# Absagen an Beschreibungen, aus denen ein Bild werden soll.

error-empty-prompt = Da sind keine Worte, aus denen ein Bild werden kann; beschreib es, zum Beispiel: me, ein irrer König in Blau.
error-prompt-too-long = Diese Beschreibung hat { $length } Zeichen und ich nehme bis zu { $limit }; bitte kürze sie.
error-unknown-prompt-flags = { $flags } kenne ich nicht; hier kann { $takes } stehen.
error-no-place = Sag, wohin sie sollen, zum Beispiel: ein Strand bei Sonnenuntergang, oder lade einen Hintergrund hoch.
error-sexual-content = Ich mache keine sexuellen Bilder von Menschen; bitte beschreib etwas anderes.
error-word-blocked = Die Moderation dieses Servers erlaubt „{ $word }“ in Beschreibungen nicht; bitte lass es weg.
