# Lines in a server's audit channel. A time and a member's name stand before each of them.
# $value is a list of names, a number or a word; "none" stands for nothing.

# $verb is a command's name.
audit-job-done = { $verb } done, { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
 } used
audit-job-failed = { $verb } failed, nothing charged
audit-job-moderated = { $verb } refused, nothing charged
audit-job-canceled = { $verb } canceled, { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
 } used

audit-policy-allowed-channels = { $value ->
    [none] opened every channel to me
   *[other] opened only these channels to me: { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] closed no channel to me
   *[other] closed these channels to me: { $value }
 }
audit-policy-users = { $value ->
    [none] let everyone use me
   *[other] let these roles use me: { $value }
 }
audit-policy-moderators = { $value ->
    [none] let no role moderate me
   *[other] let these roles moderate me: { $value }
 }
audit-policy-savers = { $value ->
    [none] let everyone save ids
   *[other] let these roles save ids: { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] allowed GIFs
   *[other] forbade GIFs
 }
audit-policy-allow-video = { $value ->
    [yes] allowed videos
   *[other] forbade videos
 }
audit-policy-longest-seconds = { $value ->
    [0] allowed clips as long as I take them
    [one] allowed clips of up to { $value } second
   *[other] allowed clips of up to { $value } seconds
 }
audit-policy-private = { $value ->
    [yes] made results private unless their asker says otherwise
   *[other] made results public unless their asker says otherwise
 }
audit-policy-delete-after = { $value ->
    [0] let results stay
    [one] had results deleted after { $value } hour
   *[other] had results deleted after { $value } hours
 }
audit-policy-mark = { $value ->
    [yes] had results marked
   *[other] had results no longer marked
 }
audit-policy-mark-text = { $value ->
    [none] had marks say what they usually do
   *[other] had marks say "{ $value }"
 }
audit-policy-backend = { $value ->
    [auto] left it to me who swaps
   *[other] chose who swaps: { $value }
 }
audit-policy-language = { $value ->
    [auto] had me speak each reader's own language
   *[other] had me speak one language: { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] had these lines posted nowhere
   *[other] had these lines posted in { $value }
 }

# $member is an id; $until is a time in Discord's own form, or "none".
audit-member-banned = banned <@{ $member }> { $until ->
    [none] for good
   *[other] until <t:{ $until }:f>
 } (reason: { $reason ->
    [none] none given
   *[other] { $reason }
 })
audit-member-unbanned = lifted the ban of <@{ $member }>
