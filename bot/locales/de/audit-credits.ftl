# What moderators changed about credits, as the audit tells it.

audit-credits-granted = { $reason ->
    [none] { $amount ->
        [one] Hat <@{ $member }> { $amount } Credit gutgeschrieben, zusammen jetzt { $granted }.
       *[other] Hat <@{ $member }> { $amount } Credits gutgeschrieben, zusammen jetzt { $granted }.
    }
   *[other] { $amount ->
        [one] Hat <@{ $member }> { $amount } Credit gutgeschrieben, zusammen jetzt { $granted }: { $reason }
       *[other] Hat <@{ $member }> { $amount } Credits gutgeschrieben, zusammen jetzt { $granted }: { $reason }
    }
 }
audit-credits-revoked = { $reason ->
    [none] { $amount ->
        [one] Hat { $amount } gutgeschriebenen Credit von <@{ $member }> zurückgenommen, jetzt noch { $granted }.
       *[other] Hat { $amount } gutgeschriebene Credits von <@{ $member }> zurückgenommen, jetzt noch { $granted }.
    }
   *[other] { $amount ->
        [one] Hat { $amount } gutgeschriebenen Credit von <@{ $member }> zurückgenommen, jetzt noch { $granted }: { $reason }
       *[other] Hat { $amount } gutgeschriebene Credits von <@{ $member }> zurückgenommen, jetzt noch { $granted }: { $reason }
    }
 }
audit-credits-allowance = { $amount ->
    [one] Hat das Tagesguthaben für alle auf { $amount } Credit festgelegt.
   *[other] Hat das Tagesguthaben für alle auf { $amount } Credits festgelegt.
 }
audit-credits-allowance-role = { $amount ->
    [one] Hat das Tagesguthaben für <@&{ $role }> auf { $amount } Credit festgelegt.
   *[other] Hat das Tagesguthaben für <@&{ $role }> auf { $amount } Credits festgelegt.
 }
audit-credits-allowance-cleared = Hat für alle das übliche Tagesguthaben wiederhergestellt.
audit-credits-allowance-cleared-role = Hat das Tagesguthaben für <@&{ $role }> aufgehoben.
audit-credits-price = { $amount ->
    [0] Hat `{ $verb }` kostenlos gemacht.
    [one] Hat den Preis von `{ $verb }` auf { $amount } Credit pro Gesicht festgelegt.
   *[other] Hat den Preis von `{ $verb }` auf { $amount } Credits pro Gesicht festgelegt.
 }
audit-credits-pool = { $amount ->
    [0] Hat den Topf des Servers geschlossen.
    [one] Hat den Topf des Servers auf { $amount } Credit am Tag festgelegt.
   *[other] Hat den Topf des Servers auf { $amount } Credits am Tag festgelegt.
 }
