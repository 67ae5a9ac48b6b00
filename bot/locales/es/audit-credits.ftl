# Registro: créditos.

audit-credits-granted = { $reason ->
    [none] { $amount ->
        [one] Concedió { $amount } crédito a <@{ $member }>; ahora tiene { $granted } concedidos.
       *[other] Concedió { $amount } créditos a <@{ $member }>; ahora tiene { $granted } concedidos.
    }
   *[other] { $amount ->
        [one] Concedió { $amount } crédito a <@{ $member }>; ahora tiene { $granted } concedidos: { $reason }
       *[other] Concedió { $amount } créditos a <@{ $member }>; ahora tiene { $granted } concedidos: { $reason }
    }
 }
audit-credits-revoked = { $reason ->
    [none] { $amount ->
        [one] Retiró { $amount } crédito concedido de <@{ $member }> (quedan: { $granted }).
       *[other] Retiró { $amount } créditos concedidos de <@{ $member }> (quedan: { $granted }).
    }
   *[other] { $amount ->
        [one] Retiró { $amount } crédito concedido de <@{ $member }> (quedan: { $granted }): { $reason }
       *[other] Retiró { $amount } créditos concedidos de <@{ $member }> (quedan: { $granted }): { $reason }
    }
 }
audit-credits-allowance = { $amount ->
    [one] Fijó el cupo de todos en { $amount } crédito al día.
   *[other] Fijó el cupo de todos en { $amount } créditos al día.
 }
audit-credits-allowance-role = { $amount ->
    [one] Fijó el cupo de <@&{ $role }> en { $amount } crédito al día.
   *[other] Fijó el cupo de <@&{ $role }> en { $amount } créditos al día.
 }
audit-credits-allowance-cleared = Devolvió a todos el cupo habitual.
audit-credits-allowance-cleared-role = Quitó el cupo de <@&{ $role }>.
audit-credits-price = { $amount ->
    [0] Hizo gratis `{ $verb }`.
    [one] Fijó el precio de `{ $verb }` en { $amount } crédito por cara.
   *[other] Fijó el precio de `{ $verb }` en { $amount } créditos por cara.
 }
audit-credits-pool = { $amount ->
    [0] Cerró el fondo común del servidor.
    [one] Fijó el fondo común del servidor en { $amount } crédito al día.
   *[other] Fijó el fondo común del servidor en { $amount } créditos al día.
 }
