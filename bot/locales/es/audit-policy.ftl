# Registro: intercambios, normas y vetos.

audit-job-done = `{ $verb }` terminado, { $credits ->
    [one] { $credits } crédito usado
   *[other] { $credits } créditos usados
 }
audit-job-failed = `{ $verb }` fallido, no se cobró nada
audit-job-moderated = `{ $verb }` rechazado, no se cobró nada
audit-job-canceled = `{ $verb }` cancelado, { $credits ->
    [one] { $credits } crédito usado
   *[other] { $credits } créditos usados
 }

audit-policy-allowed-channels = { $value ->
    [none] Me abrió todos los canales
   *[other] Me abrió solo estos canales: { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] No me dejó ningún canal cerrado
   *[other] Me cerró estos canales: { $value }
 }
audit-policy-users = { $value ->
    [none] Permitió que me usen todos
   *[other] Permitió que me usen estos roles: { $value }
 }
audit-policy-moderators = { $value ->
    [none] Decidió que no me modere ningún rol
   *[other] Permitió que me moderen estos roles: { $value }
 }
audit-policy-savers = { $value ->
    [none] Permitió que todos guarden ID
   *[other] Permitió que guarden ID estos roles: { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] Permitió los GIF
   *[other] Prohibió los GIF
 }
audit-policy-allow-video = { $value ->
    [yes] Permitió los videos
   *[other] Prohibió los videos
 }
audit-policy-longest-seconds = { $value ->
    [0] Permitió clips de la duración máxima que acepto
    [one] Permitió clips de hasta { $value } segundo
   *[other] Permitió clips de hasta { $value } segundos
 }
audit-policy-private = { $value ->
    [yes] Hizo privados los resultados, salvo que quien los pide diga otra cosa
   *[other] Hizo públicos los resultados, salvo que quien los pide diga otra cosa
 }
audit-policy-delete-after = { $value ->
    [0] Hizo que los resultados se conserven
    [one] Hizo que los resultados se eliminen al cabo de { $value } hora
   *[other] Hizo que los resultados se eliminen al cabo de { $value } horas
 }
audit-policy-blocked-words = { $value ->
    [none] No ha bloqueado ninguna palabra en las descripciones
   *[other] Ha bloqueado estas palabras en las descripciones: { $value }
 }
audit-policy-mark = { $value ->
    [yes] Hizo que los resultados lleven marca
   *[other] Hizo que los resultados ya no lleven marca
 }
audit-policy-mark-text = { $value ->
    [none] Devolvió a la marca su texto habitual
   *[other] Puso a la marca el texto “{ $value }”
 }
audit-policy-backend = { $value ->
    [auto] Me dejó elegir quién intercambia
   *[other] Eligió quién intercambia: { $value }
 }
audit-policy-language = { $value ->
    [auto] Hizo que hable a cada cual en su idioma
   *[other] Hizo que hable un solo idioma: { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] Hizo que estas líneas no se publiquen en ningún canal
   *[other] Hizo que estas líneas se publiquen en { $value }
 }

audit-member-banned = Vetó a <@{ $member }> { $until ->
    [none] por tiempo indefinido
   *[other] hasta el <t:{ $until }:f>
 } (motivo: { $reason ->
    [none] sin indicar
   *[other] { $reason }
 })
audit-member-unbanned = Levantó el veto a <@{ $member }>
