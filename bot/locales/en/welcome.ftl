# What is written once in a server that the bot has come into. The numbers begin lines of a list.

welcome = 👋 **Hello, I swap faces in pictures, GIFs and videos.** Three things for whoever manages this server:
    1. Choose where I may be used, by whom, and what becomes of results: `/policy edit`.
    2. { $credits ->
        [one] Each member has { $credits } credit a day, and a face in a picture costs one.
       *[other] Each member has { $credits } credits a day, and a face in a picture costs one.
    }
    3. Everybody begins with `/saveid` and a photo, or with `/faceswap`; `/help` shows the rest. Swap only the faces of people who agree to it.
