# Refusals, each one sentence that says what to do next. Markup shows as it is typed here.

# Something for which there is no better word.
error-error = Something went wrong.
# A defect; $reference is a word to find it by.
error-unexpected = Something went wrong on my side, so nothing was charged. Please try again; if it happens again, tell the server's owner the reference `{ $reference }`.
# Discord still shows the command as it was before an update.
error-command-changed = That command has changed. Please try again in a minute.

# Files that cannot be worked on. $name is the file's, or files-that-file.

error-no-picture = There is no picture in that message; please choose one that has a picture.
error-picture-gone = { $name } could not be downloaded; please upload it again.
error-not-a-picture = { $name } is not a picture or video I can read; please send a JPEG, PNG, WebP, GIF or MP4.
error-unsupported-picture = { $name } is of the kind { $kind }, which I cannot open; please save it as JPEG or PNG and try again.
error-broken-picture = { $name } is cut short or damaged; please upload it again, or open it and save it anew first.
error-file-too-large = { $name } has { $size } MB and I take up to { $limit } MB; please send a smaller copy.
error-too-many-pixels = { $name } has { $width } x { $height } pixels and I take up to { $limit } megapixels; please send a smaller copy.
error-picture-too-small = { $name } has only { $width } x { $height } pixels; please send one of at least { $least } x { $least }.
error-animated-picture = { $name } is animated and I can only learn a face from still photos; please send a single frame of it.

# Clips, that is GIFs and videos. $name is as above.

error-clip-too-long = { $name } lasts { $seconds } seconds and I take up to { $limit }; please cut it shorter.
error-too-many-frames = { $name } has { $frames } frames and I take up to { $limit }; please send a shorter one.
error-broken-clip = { $name } is cut short, damaged or too complex to play; please upload it again, or save it anew as MP4 or GIF first.
error-no-frames = { $name } has no pictures that move; please send a video or an animation.

# Faces that will not do. $name is the picture's, or files-that-picture.

error-no-face = I found no face in { $name }; please send one that shows a face clearly and not from behind.
error-too-few-faces = The list asks for face { $place } from the left, but { $name } has only { $found }; please shorten the list.
error-face-too-small = The face in { $name } is only { $width } pixels wide and I need { $least }; please send one that shows it closer or larger.
error-face-too-blurred = The face in { $name } ({ $width } pixels wide) is too blurred to learn from; please send a sharper picture.
error-face-turned-away = The face in { $name } is turned { $yaw } degrees to the side; please send one that looks more towards the camera.
error-nobody-there = I found nobody in { $name } whom I could put somewhere else; please send one in which a person is seen clearly.

# Ids, and lists of them.

error-bad-id-name = "{ $name }" cannot be an id: use 1 to 10 letters and digits without spaces, such as me or anna2.
error-unknown-id = You have no id "{ $name }" yet; save a face under that name with /saveid.
error-unknown-id-nearest = You have no id "{ $name }"; did you mean "{ $nearest }"?
error-unknown-id-others = You have no id "{ $name }"; /listid shows those you have.
error-too-many-ids = You have { $limit } ids already, as many as are kept here; delete one with /delid, or save over a name you have.
error-no-default-id = You have no current id yet; save a face with /saveid, or choose an id with /setid.
error-bad-id-list = "{ $text }" cannot be read as ids; write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-meant = "{ $text }" cannot be read as ids; did you mean "{ $meant }"?
error-bad-id-list-empty = "{ $text }" cannot be read as ids: it is empty; write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-long = "{ $text }" cannot be read as ids: it has more than { $most } places; write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-nobody = "{ $text }" cannot be read as ids: it names nobody; write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-gap = "{ $text }" cannot be read as ids: a place between two commas is empty (use _ to skip a face); write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-plus = "{ $text }" cannot be read as ids: a plus sign needs a name on both sides; write them as a,b,_ from left to right and mix with a+b.
error-bad-id-list-one = "{ $text }" names several people and a portrait shows one; write one id, or mix with a+b.
error-bad-id-list-mixed = "{ $text }" cannot be read as ids: at most { $most } ids can be mixed in one face; write them as a,b,_ from left to right and mix with a+b.
error-nobody-chosen = Choose an id or type one.
error-id-unreadable = The id "{ $name }" was saved with settings that are gone; please save it again with /saveid.

# Flags such as -m.

error-unknown-flags = I do not know { $flags }; the options are -m, -f, -s, --mute and --webm, and /help explains them.
error-bad-flag-value = { $flag } takes a whole number from { $least } to { $most }, not "{ $value }".
error-pack-missing = { $flag } needs the model pack { $pack }, which does not exist yet; please leave { $flag } out.

# Swaps that are over, or somebody else's, and results.

error-not-yours = Only the member who asked for it can do that.
error-not-yours-moderators = Only the member who asked for it, or a moderator, can do that.
error-job-gone = That swap is no longer stored; please start a new one.
error-canceled = Canceled, as you asked.
# $refill is the moment as Discord takes it.
error-not-enough-credits = { $needed ->
    [one] This costs { $needed } credit and { $left ->
        [0] you have none left today
       *[other] you have { $left } left today
     }; they are refilled <t:{ $refill }:R>.
   *[other] This costs { $needed } credits and { $left ->
        [0] you have none left today
       *[other] you have { $left } left today
     }; they are refilled <t:{ $refill }:R>.
 }
error-result-too-large = The result has { $size } MB and at most { $limit } MB may be posted here, so nothing was charged; please send something smaller or shorter.
error-result-too-large-unknown = The result has { $size } MB and less may be posted here, so nothing was charged; please send something smaller or shorter.
error-result-refused = The result was made and could not be posted here, so nothing was charged; please try another picture, or another place.

# The swap engine is the process that does the work.

error-backend-down = The swap engine is not answering just now, so nothing was charged; please try again in a few minutes.
error-backend-busy = The swap engine has too much to do just now, so nothing was charged; please try again in a few minutes.
error-backend-lost = The swap engine was restarted while it worked on this, so nothing was charged; please try again.
error-took-too-long = This took too long and was stopped; nothing was charged, please try again.
