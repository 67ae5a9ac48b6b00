# Refus d’une mention visible, le petit texte dans un coin de chaque résultat.

error-mark-too-long = Cette mention compte { $length } caractères et j’en dessine jusqu’à { $limit } ; raccourcis-la.
error-mark-unwritable = Je ne peux pas dessiner { $characters } dans une image ; pour la mention, utilise des lettres latines, grecques, cyrilliques, chinoises, japonaises ou coréennes, des chiffres et de la ponctuation.
