# Negativas por las normas de un servidor.

error-only-in-servers = Eso es cosa de un servidor; úsalo en uno al que me hayan añadido.
error-not-a-moderator = Eso solo puede hacerlo la moderación de este servidor; pídeselo a alguien que pueda gestionarlo.
error-managers-only = Solo quienes pueden gestionar este servidor eligen su moderación; pídeselo a alguien que pueda.
error-channel-forbidden = La moderación de este servidor me ha cerrado este canal; prueba en otro.
error-channel-not-allowed = En este servidor solo se me puede usar en { $channels }; vuelve a pedirlo ahí.
error-role-needed = En este servidor solo pueden usarme miembros con ciertos roles; pídele uno a la moderación.
error-saving-refused = En este servidor solo pueden guardar ID miembros con ciertos roles; pídele uno a la moderación, o usa /faceswap.
error-animations-refused = { $name } está animado y este servidor no acepta GIF; envía una imagen fija.
error-videos-refused = { $name } es un video y este servidor no los acepta; envía una imagen fija.
error-clip-too-long-here = { $name } dura { $seconds } segundos y este servidor acepta hasta { $limit }; recórtalo.
error-banned = No puedes usarme en este servidor hasta el { $until } (motivo: { $reason }); alguien de moderación puede contarte más.
error-banned-unexplained = No puedes usarme en este servidor hasta el { $until }; alguien de moderación puede decirte por qué.
error-banned-lasting = No puedes usarme en este servidor (motivo: { $reason }); alguien de moderación puede contarte más.
error-banned-lasting-unexplained = No puedes usarme en este servidor; alguien de moderación puede decirte por qué.
error-not-yourself = No puedes vetarte ni levantar tu propio veto; pídeselo a otra persona de moderación.
error-manager-not-banned = Ese miembro puede gestionar el servidor y no se le puede vetar; quítale antes ese permiso.
error-not-banned = Ese miembro no está vetado; /policy show muestra quiénes lo están.
error-bad-until = “{ $text }” no es un momento futuro; escribe cuánto debe durar, como 2h, 3d o 1w, o una fecha como 2030-12-24.
error-bad-number = “{ $text }” no es un número entero de 0 a { $most }; escribe uno, o deja el campo vacío.
