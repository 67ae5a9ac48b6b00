# Après un redémarrage.

restart-sorry = J’ai redémarré avant de pouvoir faire ça, donc rien n’a été débité ; redemande-le-moi.
