# What moderators changed about credits, as the audit tells it.

audit-credits-granted = { $reason ->
    [none] { $amount ->
        [one] Granted <@{ $member }> { $amount } credit, which makes { $granted } granted.
       *[other] Granted <@{ $member }> { $amount } credits, which makes { $granted } granted.
    }
   *[other] { $amount ->
        [one] Granted <@{ $member }> { $amount } credit, which makes { $granted } granted: { $reason }
       *[other] Granted <@{ $member }> { $amount } credits, which makes { $granted } granted: { $reason }
    }
 }
audit-credits-revoked = { $reason ->
    [none] { $amount ->
        [one] Revoked { $amount } granted credit of <@{ $member }>, which leaves { $granted }.
       *[other] Revoked { $amount } granted credits of <@{ $member }>, which leaves { $granted }.
    }
   *[other] { $amount ->
        [one] Revoked { $amount } granted credit of <@{ $member }>, which leaves { $granted }: { $reason }
       *[other] Revoked { $amount } granted credits of <@{ $member }>, which leaves { $granted }: { $reason }
    }
 }
audit-credits-allowance = { $amount ->
    [one] Set everybody's allowance to { $amount } credit a day.
   *[other] Set everybody's allowance to { $amount } credits a day.
 }
audit-credits-allowance-role = { $amount ->
    [one] Set the allowance of <@&{ $role }> to { $amount } credit a day.
   *[other] Set the allowance of <@&{ $role }> to { $amount } credits a day.
 }
audit-credits-allowance-cleared = Gave everybody the usual allowance back.
audit-credits-allowance-cleared-role = Took the allowance of <@&{ $role }> away.
audit-credits-price = { $amount ->
    [0] Made `{ $verb }` free.
    [one] Set the price of `{ $verb }` to { $amount } credit for each face.
   *[other] Set the price of `{ $verb }` to { $amount } credits for each face.
 }
audit-credits-pool = { $amount ->
    [0] Closed the server's pool.
    [one] Set the server's pool to { $amount } credit a day.
   *[other] Set the server's pool to { $amount } credits a day.
 }
