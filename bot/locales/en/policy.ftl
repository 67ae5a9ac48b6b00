# The rules of a server: /policy show, edit, ban and unban.

# Titles of the three pages to edit on, and the buttons that lead there; 80 letters at most.
policy-page-people = Where and who
policy-page-swaps = Swaps and results
policy-page-more = Mark, language, audit
policy-title = ## Rules of this server
policy-hint = -# Whatever you choose holds at once; nothing needs to be saved.

# What stands above each menu, and in it while nothing is chosen.
policy-allowed-channels = **Open channels.** Where I may be used; a category stands for all in it.
policy-allowed-channels-none = Every channel
policy-forbidden-channels = **Closed channels.** Where I may not be used, even if they are open above.
policy-forbidden-channels-none = No channel
policy-users = **Who may use me.** Members with one of these roles.
policy-users-none = Everyone
policy-savers = **Who may save ids.** Members with one of these roles.
policy-savers-none = Everyone who may use me
policy-moderators = **Moderators.** Roles that may change these rules, beside members who can manage the server.
policy-moderators-none = No role
policy-backend = **Who swaps.**
policy-backend-auto = Whoever is there
policy-language = **Language.** What I say here, and in the audit.
policy-language-auto = Each reader's own
policy-audit-channel = **Audit.** A channel that gets a line for each swap and each change.
policy-audit-channel-none = No channel

# What can be switched. The button says what a press does.
policy-allow-gif = **GIFs and other animations** { $on ->
    [yes] are taken.
   *[no] are refused.
 }
policy-allow-video = **Videos** { $on ->
    [yes] are taken.
   *[no] are refused.
 }
policy-private = **Results** { $on ->
    [yes] are seen by their asker alone, unless they ask for others to see them.
   *[no] are seen by everyone, unless their asker wants them private.
 }
policy-mark = **A visible mark** { $on ->
    [yes] is drawn into each result.
   *[no] is not drawn into results.
 }
policy-turn = { $on ->
    [yes] Turn off
   *[no] Turn on
 }
policy-turn-private = { $on ->
    [yes] Make public
   *[no] Make private
 }

# What is asked for in a form.
policy-change = Change
policy-limits = **Limits.** { $seconds ->
    [0] Clips as long as I take them
    [one] Clips of up to { $seconds } second
   *[other] Clips of up to { $seconds } seconds
 }; results { $hours ->
    [0] stay.
    [one] are deleted after { $hours } hour.
   *[other] are deleted after { $hours } hours.
 }
policy-limits-title = Limits
policy-limits-seconds = Longest clip, in seconds
policy-limits-seconds-hint = 0 for as long as I take them
policy-limits-hours = Delete results after so many hours
policy-limits-hours-hint = 0 to keep them
policy-mark-text = **Its text.** "{ $text }"
policy-mark-title = Visible mark
policy-mark-label = Text, up to { $most } letters
policy-blocked-words = **Blocked words.** { $words ->
    [none] none but my own, which are about sex.
   *[other] { $words }
 }
policy-blocked-words-title = Words that nothing is made of
policy-blocked-words-label = Words, with commas between them
policy-blocked-words-hint = Also those of sexual pictures, which I never make

# What /policy show says, a line each.
policy-show-where = **Channels:** { $open ->
    [none] every channel
   *[other] only { $open }
 }{ $closed ->
    [none] .
   *[other] , not { $closed }.
 }
policy-show-users = **Use me:** { $roles ->
    [none] everyone.
   *[other] { $roles }.
 }
policy-show-savers = **Save ids:** { $roles ->
    [none] everyone who may use me.
   *[other] { $roles }.
 }
policy-show-moderators = **Moderate:** members who can manage the server{ $roles ->
    [none] .
   *[other] , and { $roles }.
 }
policy-show-backend = **Who swaps:** { $name ->
    [auto] whoever is there.
   *[other] { $name }.
 }
policy-show-language = **Language:** { $name ->
    [auto] each reader's own.
   *[other] { $name }.
 }
policy-show-mark-text = **Its text:** "{ $text }"
policy-show-audit = **Audit:** { $channel ->
    [none] nowhere.
   *[other] { $channel }.
 }
policy-trouble = ⚠️ Since { $since } I could not write there, so lines are lost; let me see it and write in it, and choose it again.
policy-show-banned = **Banned:** { $count ->
    [0] nobody.
    [one] { $count } member
   *[other] { $count } members
 }
# $until is a time in Discord's own form, or "none"; $reason is what a moderator wrote, or "none".
policy-show-ban = • <@{ $member }>, { $until ->
    [none] for good
   *[other] until <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] : { $reason }
 }
policy-show-more = • and { $count ->
    [one] { $count } more
   *[other] { $count } more
 }
policy-show-edit = Change them with `/policy edit`, and see to members with `/policy ban` and `/policy unban`.

policy-banned = 🚫 <@{ $member }> may not use me here { $until ->
    [none] any more; `/policy unban` lifts that.
   *[other] until <t:{ $until }:f>.
 }
policy-unbanned = ✅ <@{ $member }> may use me here again.
