# Credits: what members have, what swaps cost, and what moderators decide.

credits-own = { $left ->
    [one] You have **{ $left } credit** left.
   *[other] You have **{ $left } credits** left.
 }
credits-of = { $left ->
    [one] <@{ $member }> has **{ $left } credit** left.
   *[other] <@{ $member }> has **{ $left } credits** left.
 }
credits-pot-allowance = Today's allowance: { $left } of { $allowance } left, refilled { $when }
credits-pot-granted = Granted: { $left }, kept until they are spent
credits-pot-pool = This server's pool: { $left } of { $pool } left today, shared by all members
credits-pots-order = -# Swaps are paid from these in the order shown.

credits-not-enough = { $needed ->
    [one] This costs { $needed } credit and you have { $left } left: { $allowance } of today's, { $granted } granted and { $pool } in the server's pool; today's are refilled { $when }.
   *[other] This costs { $needed } credits and you have { $left } left: { $allowance } of today's, { $granted } granted and { $pool } in the server's pool; today's are refilled { $when }.
 }

# History

credits-history-own = **Your credits, the latest first**
credits-history-of = **The credits of <@{ $member }>, the latest first**
credits-history-empty = No credits have moved yet.
credits-history-page = -# Page { $page } of { $pages }
credits-line-hold = { $when } · **-{ $amount }** for `{ $verb }`, from { $pot ->
    [allowance] the day's allowance
    [granted] granted credits
   *[pool] the server's pool
 }
credits-line-settle = { $when } · { $amount } of it spent: `{ $verb }` is over
credits-line-refund = { $when } · **+{ $amount }** back from `{ $verb }`, to { $pot ->
    [allowance] the day's allowance
    [granted] granted credits
   *[pool] the server's pool
 }
credits-line-reversal = { $when } · **+{ $amount }** back, as the result of `{ $verb }` could not be delivered, to { $pot ->
    [allowance] the day's allowance
    [granted] granted credits
   *[pool] the server's pool
 }
credits-line-grant = { $when } · **+{ $amount }** granted by <@{ $actor }>
credits-line-grant-why = { $when } · **+{ $amount }** granted by <@{ $actor }>: { $reason }
credits-line-revoke = { $when } · **-{ $amount }** revoked by <@{ $actor }>
credits-line-revoke-why = { $when } · **-{ $amount }** revoked by <@{ $actor }>: { $reason }

# Prices

credits-prices = **What each face costs**
credits-price-free = `{ $verb }`: nothing
credits-price-made = { $each ->
    [one] `{ $verb }`: { $each } credit for each picture
   *[other] `{ $verb }`: { $each } credits for each picture
 }
credits-price = { $still ->
    [one] `{ $verb }`: { $still } credit in a picture, { $frame } for a frame of a GIF, { $second } for a second of a video
   *[other] `{ $verb }`: { $still } credits in a picture, { $frame } for a frame of a GIF, { $second } for a second of a video
 }
credits-prices-rounded = -# In a clip, what a face comes to is rounded up to whole credits.
credits-allowances = **What there is each day**, from 00:00 UTC
credits-allowance-all = { $amount ->
    [one] Everybody: { $amount } credit
   *[other] Everybody: { $amount } credits
 }
credits-allowance-role = { $amount ->
    [one] <@&{ $role }>: { $amount } credit
   *[other] <@&{ $role }>: { $amount } credits
 }
credits-allowance-highest = -# Of a member's roles, the one that gives most counts.
credits-pool = { $amount ->
    [one] All members together: { $amount } credit more, in this server's pool
   *[other] All members together: { $amount } credits more, in this server's pool
 }

# What moderators do

credits-granted = { $amount ->
    [one] ✅ <@{ $actor }> granted <@{ $member }> **{ $amount } credit**.
   *[other] ✅ <@{ $actor }> granted <@{ $member }> **{ $amount } credits**.
 }
credits-granted-now = { $granted ->
    [one] They have { $granted } granted credit now, beside each day's allowance.
   *[other] They have { $granted } granted credits now, beside each day's allowance.
 }
credits-revoked = { $amount ->
    [one] ✅ <@{ $actor }> revoked **{ $amount } granted credit** of <@{ $member }>.
   *[other] ✅ <@{ $actor }> revoked **{ $amount } granted credits** of <@{ $member }>.
 }
credits-revoked-none = <@{ $member }> has no granted credits, so nothing was revoked; each day's allowance is set with `/credits allowance`.
credits-revoked-now = { $granted ->
    [0] They have no granted credits left.
    [one] They have { $granted } granted credit left.
   *[other] They have { $granted } granted credits left.
 }
credits-why = Reason: { $reason }
credits-set-allowance = { $amount ->
    [one] ✅ <@{ $actor }> set everybody's allowance to **{ $amount } credit a day**; it counts at once.
   *[other] ✅ <@{ $actor }> set everybody's allowance to **{ $amount } credits a day**; it counts at once.
 }
credits-set-allowance-role = { $amount ->
    [one] ✅ <@{ $actor }> set the allowance of <@&{ $role }> to **{ $amount } credit a day**; it counts at once.
   *[other] ✅ <@{ $actor }> set the allowance of <@&{ $role }> to **{ $amount } credits a day**; it counts at once.
 }
credits-cleared-allowance = ✅ <@{ $actor }> gave everybody the usual allowance back.
credits-cleared-allowance-role = ✅ <@{ $actor }> took the allowance of <@&{ $role }> away; everybody's holds for them.
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> made `{ $verb }` free.
    [one] ✅ <@{ $actor }> set the price of `{ $verb }` to **{ $amount } credit for each face** in a picture.
   *[other] ✅ <@{ $actor }> set the price of `{ $verb }` to **{ $amount } credits for each face** in a picture.
 }
credits-set-price-agreed = -# Swaps that were asked for or offered before keep their price.
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> closed this server's pool.
    [one] ✅ <@{ $actor }> set this server's pool to **{ $amount } credit a day** for all members together.
   *[other] ✅ <@{ $actor }> set this server's pool to **{ $amount } credits a day** for all members together.
 }

# What was spent

credits-top = **Who spent most in { $days } days**
credits-top-line = { $amount ->
    [one] { $place }. <@{ $member }>: { $amount } credit
   *[other] { $place }. <@{ $member }>: { $amount } credits
 }
credits-top-none = Nobody has spent any credits in { $days } days.
credits-report = { $amount ->
    [one] **{ $amount } credit** spent from { $first } to { $last }
   *[other] **{ $amount } credits** spent from { $first } to { $last }
 }
credits-report-none = No credits were spent from { $first } to { $last }.
credits-report-day = day
credits-report-total = total
credits-report-latest = -# The table shows the latest { $days } days with spending; the file has them all.
credits-report-no-chart = -# The chart could not be drawn this time; the table and the file have the numbers.
credits-report-alt = Bars of the credits spent on each day, stacked by command
