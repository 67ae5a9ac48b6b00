# Como está o bot: o motor, as filas, as versões.

status-title = Status
status-ready = 🟢 O motor de troca está pronto.
status-busy = 🟡 O motor de troca está com muito trabalho; novas trocas esperam a vez.
status-starting = 🟡 O motor de troca está iniciando; as trocas ficam guardadas na fila até ele estar pronto.
status-down = 🔴 O motor de troca não está respondendo; as trocas ficam guardadas na fila e nada se perde.
status-engine = Motor: **{ $engine }** · { $provider }
status-models = Modelos: { $models }
status-lane-stills = **Imagens:** { $waiting ->
    [0] nenhuma na fila
   *[other] { $waiting } na fila
 }, { $running } de { $slots } em andamento
status-lane-clips = **Clipes:** { $waiting ->
    [0] nenhum na fila
   *[other] { $waiting } na fila
 }, { $running } de { $slots } em andamento
status-waited = maior espera: { $time }
status-takes = uma nova troca leva cerca de { $time }
status-versions = Visage { $visage } · motor { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = Iniciado { $when }
