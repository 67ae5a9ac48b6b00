# Ce qui naît de mots, et les personnes mises ailleurs.

error-not-a-still = { $name } bouge, et je ne peux changer l’arrière-plan que d’images fixes ; envoie une photo.
