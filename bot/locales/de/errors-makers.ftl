# Was aus Worten entsteht, und Menschen vor einem anderen Hintergrund.

error-not-a-still = { $name } bewegt sich, und ich kann nur bei stehenden Bildern den Hintergrund ändern; bitte schick ein Foto.
