# Saludo en un servidor nuevo.

welcome = 👋 **Hola, intercambio caras en imágenes, GIF y videos.** Tres cosas para quien gestiona este servidor:
    1. Elige dónde se me puede usar, quién puede y qué pasa con los resultados: `/policy edit`.
    2. { $credits ->
        [one] Cada miembro tiene { $credits } crédito al día, y una cara en una imagen cuesta uno.
       *[other] Cada miembro tiene { $credits } créditos al día, y una cara en una imagen cuesta uno.
    }
    3. Todos empiezan con `/saveid` y una foto, o con `/faceswap`; `/help` muestra el resto. Intercambia solo caras de personas que estén de acuerdo.
