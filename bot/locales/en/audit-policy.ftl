# Lines in a server's audit channel. A time and a member's name stand before each of them.
# $value is a list of names, a number or a word; "none" stands for nothing.

# $verb is a command's name.
audit-job-done = `{ $verb }` done, { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
 } used
audit-job-failed = `{ $verb }` failed, nothing charged
audit-job-moderated = `{ $verb }` refused, nothing charged
audit-job-canceled = `{ $verb }` canceled, { $credits ->
    [one] { $credits } credit
   *[other] { $credits } credits
 } used

audit-policy-allowed-channels = { $value ->
    [none] Opened every channel to me
   *[other] Opened only these channels to me: { $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] Closed no channel to me
   *[other] Closed these channels to me: { $value }
 }
audit-policy-users = { $value ->
    [none] Let everyone use me
   *[other] Let these roles use me: { $value }
 }
audit-policy-moderators = { $value ->
    [none] Let no role moderate me
   *[other] Let these roles moderate me: { $value }
 }
audit-policy-savers = { $value ->
    [none] Let everyone save ids
   *[other] Let these roles save ids: { $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] Allowed GIFs
   *[other] Forbade GIFs
 }
audit-policy-allow-video = { $value ->
    [yes] Allowed videos
   *[other] Forbade videos
 }
audit-policy-longest-seconds = { $value ->
    [0] Allowed clips as long as I take them
    [one] Allowed clips of up to { $value } second
   *[other] Allowed clips of up to { $value } seconds
 }
audit-policy-private = { $value ->
    [yes] Made results private unless their asker says otherwise
   *[other] Made results public unless their asker says otherwise
 }
audit-policy-delete-after = { $value ->
    [0] Let results stay
    [one] Had results deleted after { $value } hour
   *[other] Had results deleted after { $value } hours
 }
audit-policy-blocked-words = { $value ->
    [none] Blocked no words in descriptions
   *[other] Blocked these words in descriptions: { $value }
 }
audit-policy-mark = { $value ->
    [yes] Had results marked
   *[other] Had results no longer marked
 }
audit-policy-mark-text = { $value ->
    [none] Had marks say what they usually do
   *[other] Had marks say "{ $value }"
 }
audit-policy-backend = { $value ->
    [auto] Left it to me who swaps
   *[other] Chose who swaps: { $value }
 }
audit-policy-language = { $value ->
    [auto] Had me speak each reader's own language
   *[other] Had me speak one language: { $value }
 }
audit-policy-audit-channel = { $value ->
    [none] Had these lines posted nowhere
   *[other] Had these lines posted in { $value }
 }

# $member is an id; $until is a time in Discord's own form, or "none".
audit-member-banned = Banned <@{ $member }> { $until ->
    [none] for good
   *[other] until <t:{ $until }:f>
 } (reason: { $reason ->
    [none] none given
   *[other] { $reason }
 })
audit-member-unbanned = Lifted the ban of <@{ $member }>
