# O que a moderação mudou nos créditos, como a auditoria conta.

audit-credits-granted = { $reason ->
    [none] { $amount ->
        [one] Concedeu { $amount } crédito a <@{ $member }> (saldo concedido: { $granted }).
       *[other] Concedeu { $amount } créditos a <@{ $member }> (saldo concedido: { $granted }).
    }
   *[other] { $amount ->
        [one] Concedeu { $amount } crédito a <@{ $member }> (saldo concedido: { $granted }): { $reason }
       *[other] Concedeu { $amount } créditos a <@{ $member }> (saldo concedido: { $granted }): { $reason }
    }
 }
audit-credits-revoked = { $reason ->
    [none] { $amount ->
        [one] Retirou { $amount } crédito concedido de <@{ $member }> (saldo concedido: { $granted }).
       *[other] Retirou { $amount } créditos concedidos de <@{ $member }> (saldo concedido: { $granted }).
    }
   *[other] { $amount ->
        [one] Retirou { $amount } crédito concedido de <@{ $member }> (saldo concedido: { $granted }): { $reason }
       *[other] Retirou { $amount } créditos concedidos de <@{ $member }> (saldo concedido: { $granted }): { $reason }
    }
 }
audit-credits-allowance = { $amount ->
    [one] Definiu a cota de todos em { $amount } crédito por dia.
   *[other] Definiu a cota de todos em { $amount } créditos por dia.
 }
audit-credits-allowance-role = { $amount ->
    [one] Definiu a cota de <@&{ $role }> em { $amount } crédito por dia.
   *[other] Definiu a cota de <@&{ $role }> em { $amount } créditos por dia.
 }
audit-credits-allowance-cleared = Voltou a cota de todos ao padrão.
audit-credits-allowance-cleared-role = Removeu a cota de <@&{ $role }>.
audit-credits-price = { $amount ->
    [0] Deixou `{ $verb }` grátis.
    [one] Definiu o preço de `{ $verb }` em { $amount } crédito por rosto.
   *[other] Definiu o preço de `{ $verb }` em { $amount } créditos por rosto.
 }
audit-credits-pool = { $amount ->
    [0] Fechou o fundo do servidor.
    [one] Definiu o fundo do servidor em { $amount } crédito por dia.
   *[other] Definiu o fundo do servidor em { $amount } créditos por dia.
 }
