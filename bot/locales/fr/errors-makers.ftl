# Ce qui naît de mots, et les personnes mises ailleurs.

error-not-a-still = { $name } bouge, et je ne peux changer l’arrière-plan que d’images fixes ; envoie une photo.
error-no-face-made = Aucune des images faites à partir de ces mots ne montre un visage assez grand, donc rien n’a été débité ; décris une seule personne dont on voit le visage.
error-maker-down = Le générateur d’images ne répond pas comme il faut en ce moment, donc rien n’a été débité ; réessaie dans quelques minutes.
error-maker-refused = Le générateur d’images ne fait pas d’image avec ces mots, donc rien n’a été débité ; essaies-en d’autres.
