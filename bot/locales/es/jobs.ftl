# Trabajos.

jobs-of-yours = Tus trabajos
jobs-of-member = Trabajos de { $member } en este servidor
jobs-of-everybody = Todos los trabajos de este servidor
jobs-heading = { $whose } · { $count ->
    [0] ninguno
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] ninguno
   *[other] { $count }
 }
jobs-page = Página { $page } de { $pages } · `/jobs show` da más detalles de uno
jobs-none = Todavía no hay ninguno. Con `/swapid` haces uno.
jobs-none-such = No hay ninguno así.
jobs-newer-button = Más recientes
jobs-older-button = Más antiguos
jobs-everybodys-button = Los de todos
jobs-only-mine-button = Solo los míos

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = para { $member }
jobs-link = [Abrir la respuesta]({ $link })

# Estados de un trabajo.
jobs-state-offered = espera tu confirmación
jobs-state-queued = en espera
jobs-state-preparing = empezando
jobs-state-processing = en marcha
jobs-state-done = listo
jobs-state-failed = fallido
jobs-state-canceled = cancelado
jobs-state-moderated = rechazado
jobs-state-expired = caducado
jobs-state-undelivered = no entregado

# Estados por los que se puede filtrar una lista.
jobs-shown-waiting = en espera
jobs-shown-running = en marcha
jobs-shown-done = listo
jobs-shown-failed = fallido
jobs-shown-canceled = cancelado
jobs-shown-undelivered = no entregado
jobs-shown-expired = caducado

jobs-private = privado
jobs-cost-used = { $count ->
    [0] gratis
    [one] { $count } crédito usado
   *[other] { $count } créditos usados
 }
jobs-cost-held = { $count ->
    [one] { $count } crédito reservado
   *[other] { $count } créditos reservados
 }
jobs-cost-offered = { $count ->
    [one] cuesta { $count } crédito
   *[other] cuesta { $count } créditos
 }

# Un trabajo.
jobs-title = { $sign } { $state } · { $what }
jobs-asked = Lo pidió { $member } { $when }
jobs-asked-in = Lo pidió { $member } { $when } en { $channel }
jobs-place = { $place ->
    [1] Es el siguiente en la cola.
   *[other] Es el número { $place } de la cola.
 }
jobs-place-takes = { $place ->
    [1] Es el siguiente en la cola; estará listo en { $time } más o menos.
   *[other] Es el número { $place } de la cola; estará listo en { $time } más o menos.
 }
jobs-far-back = Está en la cola, con muchos por delante.
jobs-held = Queda en espera y se reintenta solo: { $reason }
jobs-begun = Está en marcha.
jobs-begun-takes = Está en marcha; faltan { $time } más o menos.
jobs-progress = `{ $bar }` **{ $percent } %** · { $done } de { $total ->
    [one] { $total } fotograma
   *[other] { $total } fotogramas
 }
jobs-progress-steps = `{ $bar }` **{ $percent } %** · { $done } de { $total ->
    [one] { $total } paso
   *[other] { $total } pasos
 }
jobs-seconds = { $count } s
jobs-minutes = { $count } min
jobs-offered-until = Empieza cuando pulses “Hacer el intercambio” debajo de la oferta, que vence { $when }.
jobs-done-at = Terminó { $when }.
jobs-has-expired = Ha caducado: sus imágenes están borradas y solo queda esto de él.
jobs-result-private = Su resultado es privado, así que aquí solo lo ve quien lo pidió.
jobs-result-too-large = Su resultado es demasiado grande para mostrarlo aquí.
jobs-result = El resultado hecho con { $name }
jobs-result-gone = Su resultado ya no está guardado.
jobs-is-again = Repite el trabajo `{ $parent }`.
jobs-no-longer-live = Esto ya no se actualiza solo; pulsa “Actualizar”.

jobs-undelivered-channel-gone = La respuesta no se pudo publicar: su canal ya no existe.
jobs-undelivered-not-allowed = La respuesta no se pudo publicar: ahí no puedo escribir o publicar imágenes.
jobs-undelivered-left-server = La respuesta no se pudo publicar: ya no estoy en ese servidor.
jobs-undelivered-dms-closed = La respuesta no se pudo enviar: los mensajes directos están cerrados para mí.
jobs-undelivered-given-up = La respuesta no se pudo publicar: durante un día no hubo conexión con Discord.
jobs-undelivered-no-place = La respuesta no se pudo publicar: ya no se sabe dónde iba.
jobs-undelivered-refused = La respuesta no se pudo publicar: Discord no la aceptó.
jobs-kept-here = El resultado se conserva aquí; “Reintentar” lo publica donde estás.

jobs-cancel-button = Cancelar
jobs-retry-button = Reintentar
jobs-refresh-button = Actualizar
jobs-open-button = Abrir la respuesta
jobs-stopped = Detenido · { $cost }
jobs-stopped-for = Se detuvo el trabajo de { $member }, que recibe un aviso. No se cobró nada.

# Al elegir un trabajo.
jobs-choice = { $what } · { $state } · { $when }
jobs-now = ahora mismo
jobs-minutes-ago = hace { $count } min
jobs-hours-ago = hace { $count } h
jobs-days-ago = { $count ->
    [one] hace { $count } día
   *[other] hace { $count } días
 }

jobs-exported = { $count ->
    [0] No tienes ningún trabajo.
    [one] Tu único trabajo, en JSON.
   *[other] Tus { $count } trabajos, en JSON.
 }
jobs-exported-some = Tus { $count } trabajos más recientes de { $all }, en JSON: en un archivo no caben más.
jobs-exported-no-links = Faltan las direcciones de las imágenes: ya no puedo leer las respuestas donde están.
jobs-exported-links = { $count ->
    [one] Solo la respuesta más reciente lleva direcciones de imágenes, si aún puedo leerla; Discord las anula al cabo de un día más o menos.
   *[other] Solo las { $count } respuestas más recientes llevan direcciones de imágenes, si aún puedo leerlas; Discord las anula al cabo de un día más o menos.
 }
