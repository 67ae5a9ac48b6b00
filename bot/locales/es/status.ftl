# Cómo está el bot.

status-title = Estado
status-ready = 🟢 El motor de intercambio está listo.
status-busy = 🟡 El motor de intercambio está ocupado; los intercambios nuevos esperan su turno.
status-starting = 🟡 El motor de intercambio se está iniciando; los intercambios quedan en espera hasta que esté listo.
status-down = 🔴 El motor de intercambio no responde; los intercambios quedan en espera y no se pierde nada.
status-engine = Motor: **{ $engine }** · { $provider }
status-models = Modelos: { $models }
status-lane-stills = **Imágenes:** { $waiting ->
    [0] ninguna en espera
   *[other] { $waiting } en espera
 }, { $running } de { $slots } en marcha
status-lane-clips = **Clips:** { $waiting ->
    [0] ninguno en espera
   *[other] { $waiting } en espera
 }, { $running } de { $slots } en marcha
status-waited = la espera más larga: { $time }
status-takes = un intercambio nuevo tarda { $time } más o menos
status-versions = Visage { $visage } · motor { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = Iniciado { $when }
