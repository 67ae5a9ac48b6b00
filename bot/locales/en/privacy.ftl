# /privacy: what is kept about a member, handed over and erased.

privacy-title = ## What I keep about you
privacy-nothing = I keep nothing about you: no ids, no pictures, no credits.
privacy-ids = { $count ->
    [one] **Ids:** { $names }. Of this face I keep a sealed template, never the photo.
   *[other] **{ $count } ids:** { $names }. Of each face I keep a sealed template, never the photo.
 }
# $days: how long pictures are kept at most.
privacy-swaps = { $count ->
    [one] **One swap** with { $pictures } sealed files, what you sent and what came of it. They go { $days } days after it ended, or with Delete below the result.
   *[other] **{ $count } swaps** with { $pictures } sealed files, what you sent and what came of it. They go { $days } days after each ended, or with Delete below the result.
 }
privacy-words = Words that a picture was made of are kept with it, not sealed.
privacy-open = { $count ->
    [one] One of them is still open.
   *[other] { $count } of them are still open.
 }
privacy-past = { $count ->
    [one] **Past:** of one more swap, when it was, what it cost and where its answer is; no picture.
   *[other] **Past:** of { $count } more swaps, when they were, what they cost and where their answers are; no picture.
 }
privacy-credits = { $movements ->
    [one] **Credits:** one movement of your credits.
   *[other] **Credits:** { $movements } movements of your credits in { $accounts ->
        [one] one place
       *[other] { $accounts } places
    }.
 }
privacy-bans = { $count ->
    [one] **Bans:** one server has banned you from using me; that stays with the server.
   *[other] **Bans:** { $count } servers have banned you from using me; that stays with the servers.
 }
privacy-never = -# Never kept: photos you save an id from, your name, your messages. `/privacy export` hands it all over, `/privacy delete` erases it.

privacy-handed-over = 📦 Here is all that I keep about you.
privacy-left-out = { $count ->
    [one] One picture did not fit into what may be posted here; it is in `/jobs list`.
   *[other] { $count } pictures did not fit into what may be posted here; they are in `/jobs list`.
 }
# The text of a file in the archive.
privacy-readme =
    What Visage keeps about you, as of { $now } UTC.

    ids.json: your saved faces, and the ids that are used when you name none.
    ids/*.template: what was learnt of each face, as the engine reads it. There are no photos: they are not kept.
    swaps.json: your swaps, the newest first, also those whose pictures are gone.
    pictures/: what you sent to be swapped and what came of it, a folder for each swap.
    credits.json: each movement of your credits.
    bans.json: servers that have banned you from using Visage.

    /privacy delete erases all of this but the bans.

privacy-delete-title = Erase all I keep about you
privacy-delete-what = This ends your open swaps and erases your ids, your pictures and swaps, and your credits, also those that were granted to you. It cannot be undone. Messages that are posted stay; delete them with the button below each, before.
privacy-delete-sure = Are you sure?
privacy-delete-yes = Yes, erase everything

privacy-erased = 🗑️ Done: { $ids ->
    [one] one id
   *[other] { $ids } ids
 } and { $swaps ->
    [one] one swap
   *[other] { $swaps } swaps
 } with their pictures are erased. Movements of your credits stay without your name. What you have spent today counts until 00:00 UTC.
privacy-kept-after = -# If a server has banned you from using me, that stays.
