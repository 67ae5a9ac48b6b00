# Normas de un servidor: /policy.

policy-page-people = Dónde y quién
policy-page-swaps = Intercambios y resultados
policy-page-more = Marca, idioma, registro
policy-title = ## Normas de este servidor
policy-hint = -# Lo que elijas vale desde ya; no hace falta guardar nada.

policy-allowed-channels = **Canales abiertos.** Donde se me puede usar; una categoría vale por todo lo que contiene.
policy-allowed-channels-none = Todos los canales
policy-forbidden-channels = **Canales cerrados.** Donde no se me puede usar, aunque arriba estén abiertos.
policy-forbidden-channels-none = Ningún canal
policy-users = **Quién puede usarme.** Miembros con uno de estos roles.
policy-users-none = Todos
policy-savers = **Quién puede guardar ID.** Miembros con uno de estos roles.
policy-savers-none = Todos los que pueden usarme
policy-moderators = **Moderación.** Roles que pueden cambiar estas normas, además de los miembros que pueden gestionar el servidor.
policy-moderators-none = Ningún rol
policy-backend = **Quién intercambia.**
policy-backend-auto = Quien esté disponible
policy-language = **Idioma.** Lo que hablo aquí y en el registro.
policy-language-auto = El de cada cual
policy-audit-channel = **Registro.** Un canal que recibe una línea por cada intercambio y cada cambio.
policy-audit-channel-none = Ningún canal

policy-allow-gif = **Los GIF y otras animaciones** { $on ->
    [yes] se aceptan.
   *[no] se rechazan.
 }
policy-allow-video = **Los videos** { $on ->
    [yes] se aceptan.
   *[no] se rechazan.
 }
policy-private = **Los resultados** { $on ->
    [yes] solo los ve quien los pide, salvo que los quiera públicos.
   *[no] los ven todos, salvo que quien los pide los quiera privados.
 }
policy-mark = **Una marca visible** { $on ->
    [yes] se dibuja en cada resultado.
   *[no] no se dibuja en los resultados.
 }
policy-turn = { $on ->
    [yes] Desactivar
   *[no] Activar
 }
policy-turn-private = { $on ->
    [yes] Hacer públicos
   *[no] Hacer privados
 }

policy-change = Cambiar
policy-limits = **Límites.** { $seconds ->
    [0] Clips de la duración máxima que acepto
    [one] Clips de hasta { $seconds } segundo
   *[other] Clips de hasta { $seconds } segundos
 }; los resultados { $hours ->
    [0] se conservan.
    [one] se eliminan al cabo de { $hours } hora.
   *[other] se eliminan al cabo de { $hours } horas.
 }
policy-limits-title = Límites
policy-limits-seconds = Clip más largo, en segundos
policy-limits-seconds-hint = 0 para la duración máxima que acepto
policy-limits-hours = Horas hasta eliminar los resultados
policy-limits-hours-hint = 0 para conservarlos
policy-mark-text = **Su texto.** “{ $text }”
policy-mark-title = Marca visible
policy-mark-label = Texto, hasta { $most } caracteres
policy-blocked-words = **Palabras bloqueadas.** { $words ->
    [none] ninguna, salvo las mías sobre sexo.
   *[other] { $words }
 }
policy-blocked-words-title = Palabras con las que no se hace nada
policy-blocked-words-label = Palabras separadas por comas
policy-blocked-words-hint = Además de las de imágenes sexuales, que nunca hago

policy-show-where = **Canales:** { $open ->
    [none] todos
   *[other] solo { $open }
 }{ $closed ->
    [none] .
   *[other] , menos { $closed }.
 }
policy-show-users = **Usarme:** { $roles ->
    [none] todos.
   *[other] { $roles }.
 }
policy-show-savers = **Guardar ID:** { $roles ->
    [none] todos los que pueden usarme.
   *[other] { $roles }.
 }
policy-show-moderators = **Moderar:** miembros que pueden gestionar el servidor{ $roles ->
    [none] .
   *[other] , y { $roles }.
 }
policy-show-backend = **Quién intercambia:** { $name ->
    [auto] quien esté disponible.
   *[other] { $name }.
 }
policy-show-language = **Idioma:** { $name ->
    [auto] el de cada cual.
   *[other] { $name }.
 }
policy-show-mark-text = **Su texto:** “{ $text }”
policy-show-audit = **Registro:** { $channel ->
    [none] en ningún canal.
   *[other] { $channel }.
 }
policy-trouble = ⚠️ Desde el { $since } no he podido escribir ahí, así que se pierden líneas; déjame ver el canal y escribir en él, y elígelo otra vez.
policy-show-banned = **Vetados:** { $count ->
    [0] nadie.
    [one] { $count } miembro
   *[other] { $count } miembros
 }
policy-show-ban = • <@{ $member }>, { $until ->
    [none] por tiempo indefinido
   *[other] hasta el <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] : { $reason }
 }
policy-show-more = • y { $count } más
policy-show-edit = Cámbialas con `/policy edit`, y ocúpate de los miembros con `/policy ban` y `/policy unban`.

policy-banned = 🚫 <@{ $member }> { $until ->
    [none] ya no puede usarme aquí; `/policy unban` levanta el veto.
   *[other] no puede usarme aquí hasta el <t:{ $until }:f>.
 }
policy-unbanned = ✅ <@{ $member }> puede volver a usarme aquí.
