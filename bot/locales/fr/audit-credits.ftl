# Ce que la modération a changé aux crédits, pour le journal.

audit-credits-granted = { $reason ->
    [none] { $amount ->
        [one] A accordé { $amount } crédit à <@{ $member }>, ce qui fait { $granted } en tout.
       *[other] A accordé { $amount } crédits à <@{ $member }>, ce qui fait { $granted } en tout.
    }
   *[other] { $amount ->
        [one] A accordé { $amount } crédit à <@{ $member }>, ce qui fait { $granted } en tout : { $reason }
       *[other] A accordé { $amount } crédits à <@{ $member }>, ce qui fait { $granted } en tout : { $reason }
    }
 }
audit-credits-revoked = { $reason ->
    [none] { $amount ->
        [one] A retiré { $amount } crédit accordé à <@{ $member }>, il en reste { $granted }.
       *[other] A retiré { $amount } crédits accordés à <@{ $member }>, il en reste { $granted }.
    }
   *[other] { $amount ->
        [one] A retiré { $amount } crédit accordé à <@{ $member }>, il en reste { $granted } : { $reason }
       *[other] A retiré { $amount } crédits accordés à <@{ $member }>, il en reste { $granted } : { $reason }
    }
 }
audit-credits-allowance = A fixé les crédits du jour à { $amount } pour tout le monde.
audit-credits-allowance-role = A fixé les crédits du jour à { $amount } pour <@&{ $role }>.
audit-credits-allowance-cleared = A rétabli les crédits du jour habituels pour tout le monde.
audit-credits-allowance-cleared-role = A retiré à <@&{ $role }> ses propres crédits du jour.
audit-credits-price = { $amount ->
    [0] A rendu `{ $verb }` gratuit.
    [one] A fixé le prix de `{ $verb }` à { $amount } crédit par visage.
   *[other] A fixé le prix de `{ $verb }` à { $amount } crédits par visage.
 }
audit-credits-pool = { $amount ->
    [0] A fermé la réserve du serveur.
    [one] A fixé la réserve du serveur à { $amount } crédit par jour.
   *[other] A fixé la réserve du serveur à { $amount } crédits par jour.
 }
