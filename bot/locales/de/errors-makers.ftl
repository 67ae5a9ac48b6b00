# Was aus Worten entsteht, und Menschen vor einem anderen Hintergrund.

error-not-a-still = { $name } bewegt sich, und ich kann nur bei stehenden Bildern den Hintergrund ändern; bitte schick ein Foto.
error-no-face-made = Keins der Bilder zu diesen Worten zeigt ein Gesicht, das groß genug ist, also wurde nichts berechnet; bitte beschreib eine einzelne Person, deren Gesicht zu sehen ist.
error-maker-down = Der Bildgenerator antwortet gerade nicht so, wie er sollte, also wurde nichts berechnet; bitte versuch es in ein paar Minuten noch mal.
error-maker-refused = Der Bildgenerator macht aus diesen Worten kein Bild, also wurde nichts berechnet; bitte versuch es mit anderen.
