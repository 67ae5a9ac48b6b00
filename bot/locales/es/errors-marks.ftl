# Negativas sobre la marca visible.

error-mark-too-long = Esa marca tiene { $length } caracteres y dibujo hasta { $limit }; acórtala.
error-mark-unwritable = No puedo dibujar { $characters } en una imagen; usa en la marca letras latinas, griegas, cirílicas, chinas, japonesas o coreanas, números y signos de puntuación.
