# O que é escrito uma vez em um servidor aonde o bot chegou. Os números começam linhas de uma lista.

welcome = 👋 **Olá, eu troco rostos em imagens, GIFs e vídeos.** Três coisas para quem gerencia este servidor:
    1. Escolha onde posso ser usado, por quem e o que acontece com os resultados: `/policy edit`.
    2. { $credits ->
        [one] Cada membro tem { $credits } crédito por dia, e um rosto em uma imagem custa um.
       *[other] Cada membro tem { $credits } créditos por dia, e um rosto em uma imagem custa um.
    }
    3. Todos começam com `/saveid` e uma foto, ou com `/faceswap`; `/help` mostra o resto. Troque só rostos de pessoas que concordam com isso.
