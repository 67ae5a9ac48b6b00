# Ce qui est écrit une fois sur un serveur où le bot vient d’arriver.

welcome = 👋 **Salut, j’échange des visages dans des images, des GIF et des vidéos.** Trois choses si tu gères ce serveur :
    1. Choisis où et par qui je peux être utilisé, et ce que deviennent les résultats : `/policy edit`.
    2. { $credits ->
        [one] Chaque membre a { $credits } crédit par jour, et un visage dans une image en coûte un.
       *[other] Chaque membre a { $credits } crédits par jour, et un visage dans une image en coûte un.
    }
    3. Tout le monde commence avec `/saveid` et une photo, ou avec `/faceswap` ; `/help` montre le reste. N’échange que les visages de personnes qui sont d’accord.
