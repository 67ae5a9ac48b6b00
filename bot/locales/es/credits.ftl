# Créditos.

credits-own = { $left ->
    [one] Te queda **{ $left } crédito**.
   *[other] Te quedan **{ $left } créditos**.
 }
credits-of = { $left ->
    [one] A <@{ $member }> le queda **{ $left } crédito**.
   *[other] A <@{ $member }> le quedan **{ $left } créditos**.
 }
credits-pot-allowance = Cupo de hoy: { $left } de { $allowance }, se recarga { $when }
credits-pot-granted = Concedidos: { $left }, se conservan hasta gastarse
credits-pot-pool = Fondo común de este servidor: hoy { $left } de { $pool }, para todos los miembros
credits-pots-order = -# Los intercambios se pagan de aquí, en este orden.

credits-not-enough = { $needed ->
    [one] Esto cuesta { $needed } crédito y { $left ->
        [one] te queda { $left }
       *[other] te quedan { $left }
     }: { $allowance } de hoy, { $granted } de los concedidos y { $pool } en el fondo común del servidor; los de hoy se recargan { $when }.
   *[other] Esto cuesta { $needed } créditos y { $left ->
        [one] te queda { $left }
       *[other] te quedan { $left }
     }: { $allowance } de hoy, { $granted } de los concedidos y { $pool } en el fondo común del servidor; los de hoy se recargan { $when }.
 }

# Historial

credits-history-own = **Tus créditos, primero lo más reciente**
credits-history-of = **Los créditos de <@{ $member }>, primero lo más reciente**
credits-history-empty = Todavía no hay movimientos de créditos.
credits-history-page = -# Página { $page } de { $pages }
credits-line-hold = { $when } · **-{ $amount }** por `{ $verb }`, { $pot ->
    [allowance] del cupo diario
    [granted] de los créditos concedidos
   *[pool] del fondo común del servidor
 }
credits-line-settle = { $when } · { $amount ->
    [one] { $amount } de ellos gastado
   *[other] { $amount } de ellos gastados
 }: `{ $verb }` terminó
credits-line-refund = { $when } · **+{ $amount }** de vuelta de `{ $verb }`, { $pot ->
    [allowance] al cupo diario
    [granted] a los créditos concedidos
   *[pool] al fondo común del servidor
 }
credits-line-reversal = { $when } · **+{ $amount }** de vuelta { $pot ->
    [allowance] al cupo diario
    [granted] a los créditos concedidos
   *[pool] al fondo común del servidor
 }, porque el resultado de `{ $verb }` no se pudo entregar
credits-line-grant = { $when } · **+{ $amount }** { $amount ->
    [one] concedido
   *[other] concedidos
 } por <@{ $actor }>
credits-line-grant-why = { $when } · **+{ $amount }** { $amount ->
    [one] concedido
   *[other] concedidos
 } por <@{ $actor }>: { $reason }
credits-line-revoke = { $when } · **-{ $amount }** { $amount ->
    [one] retirado
   *[other] retirados
 } por <@{ $actor }>
credits-line-revoke-why = { $when } · **-{ $amount }** { $amount ->
    [one] retirado
   *[other] retirados
 } por <@{ $actor }>: { $reason }

# Precios

credits-prices = **Lo que cuesta cada cara**
credits-price-free = `{ $verb }`: nada
credits-price-made = { $each ->
    [one] `{ $verb }`: { $each } crédito por imagen
   *[other] `{ $verb }`: { $each } créditos por imagen
 }
credits-price = { $still ->
    [one] `{ $verb }`: { $still } crédito en una imagen, { $frame } por fotograma de un GIF, { $second } por segundo de un video
   *[other] `{ $verb }`: { $still } créditos en una imagen, { $frame } por fotograma de un GIF, { $second } por segundo de un video
 }
credits-prices-rounded = -# En un clip, lo que suma cada cara se redondea hacia arriba a créditos enteros.
credits-allowances = **Lo que hay cada día**, desde las 00:00 UTC
credits-allowance-all = { $amount ->
    [one] Todos: { $amount } crédito
   *[other] Todos: { $amount } créditos
 }
credits-allowance-role = { $amount ->
    [one] <@&{ $role }>: { $amount } crédito
   *[other] <@&{ $role }>: { $amount } créditos
 }
credits-allowance-highest = -# De los roles de un miembro, cuenta el que más da.
credits-pool = { $amount ->
    [one] Todos los miembros juntos: { $amount } crédito más, en el fondo común de este servidor
   *[other] Todos los miembros juntos: { $amount } créditos más, en el fondo común de este servidor
 }

# Moderación

credits-granted = { $amount ->
    [one] ✅ <@{ $actor }> concedió **{ $amount } crédito** a <@{ $member }>.
   *[other] ✅ <@{ $actor }> concedió **{ $amount } créditos** a <@{ $member }>.
 }
credits-granted-now = { $granted ->
    [one] Ahora tiene { $granted } crédito concedido, además del cupo diario.
   *[other] Ahora tiene { $granted } créditos concedidos, además del cupo diario.
 }
credits-revoked = { $amount ->
    [one] ✅ <@{ $actor }> retiró **{ $amount } crédito concedido** a <@{ $member }>.
   *[other] ✅ <@{ $actor }> retiró **{ $amount } créditos concedidos** a <@{ $member }>.
 }
credits-revoked-none = <@{ $member }> no tiene créditos concedidos, así que no se retiró nada; el cupo diario se fija con `/credits allowance`.
credits-revoked-now = { $granted ->
    [0] Ya no le quedan créditos concedidos.
    [one] Le queda { $granted } crédito concedido.
   *[other] Le quedan { $granted } créditos concedidos.
 }
credits-why = Motivo: { $reason }
credits-set-allowance = { $amount ->
    [one] ✅ <@{ $actor }> fijó el cupo de todos en **{ $amount } crédito al día**; vale desde ya.
   *[other] ✅ <@{ $actor }> fijó el cupo de todos en **{ $amount } créditos al día**; vale desde ya.
 }
credits-set-allowance-role = { $amount ->
    [one] ✅ <@{ $actor }> fijó el cupo de <@&{ $role }> en **{ $amount } crédito al día**; vale desde ya.
   *[other] ✅ <@{ $actor }> fijó el cupo de <@&{ $role }> en **{ $amount } créditos al día**; vale desde ya.
 }
credits-cleared-allowance = ✅ <@{ $actor }> devolvió a todos el cupo habitual.
credits-cleared-allowance-role = ✅ <@{ $actor }> quitó el cupo de <@&{ $role }>; ahora le vale el de todos.
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> hizo gratis `{ $verb }`.
    [one] ✅ <@{ $actor }> fijó el precio de `{ $verb }` en **{ $amount } crédito por cara** en una imagen.
   *[other] ✅ <@{ $actor }> fijó el precio de `{ $verb }` en **{ $amount } créditos por cara** en una imagen.
 }
credits-set-price-agreed = -# Los intercambios pedidos u ofrecidos antes mantienen su precio.
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> cerró el fondo común de este servidor.
    [one] ✅ <@{ $actor }> fijó el fondo común de este servidor en **{ $amount } crédito al día** para todos los miembros juntos.
   *[other] ✅ <@{ $actor }> fijó el fondo común de este servidor en **{ $amount } créditos al día** para todos los miembros juntos.
 }

# Gastos

credits-top = { $days ->
    [one] **Quién gastó más en { $days } día**
   *[other] **Quién gastó más en { $days } días**
 }
credits-top-line = { $amount ->
    [one] { $place }. <@{ $member }>: { $amount } crédito
   *[other] { $place }. <@{ $member }>: { $amount } créditos
 }
credits-top-none = { $days ->
    [one] Nadie gastó créditos en { $days } día.
   *[other] Nadie gastó créditos en { $days } días.
 }
credits-report = { $amount ->
    [one] **{ $amount } crédito** gastado del { $first } al { $last }
   *[other] **{ $amount } créditos** gastados del { $first } al { $last }
 }
credits-report-none = No se gastaron créditos del { $first } al { $last }.
credits-report-day = día
credits-report-total = total
credits-report-latest = { $days ->
    [one] -# La tabla muestra el último día con gastos; el archivo los tiene todos.
   *[other] -# La tabla muestra los últimos { $days } días con gastos; el archivo los tiene todos.
 }
credits-report-no-chart = -# Esta vez no se pudo dibujar el gráfico; la tabla y el archivo tienen las cifras.
credits-report-alt = Barras con los créditos gastados cada día, apiladas por comando
