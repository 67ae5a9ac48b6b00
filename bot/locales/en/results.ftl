# Results.

# The first line: what was typed, who asked, and by which command.
result-title = **`{ $ids }`** for { $asker } · { $command }
result-title-one-shot = **Face swap** for { $asker } · { $command }
# Behind the first line, with dots between, where it was more than one picture or face.
result-pictures = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
 }
result-faces = { $found ->
    [one] { $swapped } of { $found } face
   *[other] { $swapped } of { $found } faces
 }

# Of a clip; behind it stands how long it lasts.
result-frames = { $frames ->
    [one] { $frames } frame
   *[other] { $frames } frames
 }
result-frames-changed = { $frames ->
    [one] { $frames } frame, { $changed } of them with a new face
   *[other] { $frames } frames, { $changed } of them with a new face
 }
# $when is a time as Discord shows it, such as "in 3 hours".
result-cost = { $charged ->
    [one] { $charged } credit used · { $left } of { $allowance } left · refilled { $when }
   *[other] { $charged } credits used · { $left } of { $allowance } left · refilled { $when }
 }

result-reduced = Made smaller to fit what may be posted here.
# $rate is as "1.2 Mbit/s", $size as 640x360.
result-reduced-encoded = Made smaller to fit what may be posted here: re-encoded at { $rate }.
result-reduced-scaled = Made smaller to fit what may be posted here: scaled to { $size }.
result-reduced-both = Made smaller to fit what may be posted here: re-encoded at { $rate }, scaled to { $size }.
# It could not be made to fit; $until is a day as Discord shows it.
result-linked = { $name } has { $size } MB, more than may be posted here: it can be opened until { $until }, by whoever has the link.

# A list of ids was longer than there are faces; $who are the ids that were not used.
result-none-left = { $faces ->
    [one] This picture has { $faces } face; none was left for `{ $who }`.
   *[other] This picture has { $faces } faces; none was left for `{ $who }`.
 }
result-none-left-clip = { $faces ->
    [one] This clip has { $faces } face; none was left for `{ $who }`.
   *[other] This clip has { $faces } faces; none was left for `{ $who }`.
 }
result-none-left-in = { $pictures ->
    [one] { $pictures } picture has fewer faces than the list; the last ids were not used there.
   *[other] { $pictures } pictures have fewer faces than the list; the last ids were not used there.
 }

# Below the result: one chooses who goes to which face. The three are choices of one face's select,
# 100 characters at most; $who is an id.
picker-title = **Somebody else?** Choose who goes to which face.
picker-face = Face { $face }: { $who }
picker-leave = Face { $face }: leave as it is
# The photo that the face of this swap was taken from.
picker-source = Face { $face }: the face from the photo

# Descriptions of pictures for those who cannot see them; $name is the file's.
alt-before = Before: { $name }
alt-after = After: { $name } with the face of { $who }
alt-numbered = { $count ->
    [one] The picture with its { $count } faces numbered from left to right
   *[other] The picture with its { $count } faces numbered from left to right
 }
alt-numbered-clip = { $count ->
    [one] The { $count } face seen in the clip, with numbers and times
   *[other] The { $count } faces seen in the clip, with numbers and times
 }
