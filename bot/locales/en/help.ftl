# /help, in six blocks on one screen. What stands in `...` is typed as it is, except the
# ids anna and ben, which may have other names. INSwapper is a name, the same in all languages;
# "Apps" is what Discord's own menu calls it; "Save as ID" is as command-save-as-id calls it.

help-begin =
    ## Swap faces in pictures, GIFs and videos
    {"**1.**"} `/saveid` a name and a clear photo of a face.
    {"**2.**"} `/swapid` that name and a picture or clip, or right-click one → Apps → **INSwapper**.
help-commands =
    {"**Swap**"}
    `/swapid` puts saved faces into a picture, GIF or video
    `/faceswap` takes a face from a photo and saves no id (`/picsi` is the same)
    {"**INSwapper**"} (right-click a message) uses your current id

    {"**Your ids**"}
    `/saveid` saves a face, up to three photos of it · `/setid` chooses the current one · `/listid` · `/delid` · `/delall`
    {"**Save as ID**"} (right-click a message) saves the face in its picture
help-create =
    {"**From words**"}
    `/headshot` makes a portrait, as `me, a mad king in blue` · `/changebg` puts people elsewhere, as `a beach`
    `--no green` · `--square` · `--seed 7` the same again · `--grid` four ({ $headshot } credits a portrait, { $changebg } a place)
help-faces =
    {"**Several faces**"}
    `anna,_,ben` goes from left to right, in a clip as they appear; `_` leaves a face as it is
    `anna+ben` mixes up to three; `anna+anna+ben` is more anna
    One id alone goes to the largest face; you can pick others below the result.

    {"**Options**"}, behind the ids or in `options`
    `-m` keeps the picture's mouth · `-f` keeps its skin texture · `-s` sharpens
    `--mute` drops a video's sound · `--webm` makes a WebM of it
help-more =
    {"**Also**"}: `/jobs` your swaps · `/credits` what you have · `/privacy` your data · `/status` how I am
    {"**Moderators**"}: `/policy` for rules and bans · `/credits` for allowances, prices and a report
# $frame and $second are prices in credits, such as 0.1. A template is what is learnt of a face;
# "sealed" means encrypted. "Delete" is the button's label.
help-rules =
    -# { $allowance } credits a day, refilled at 00:00 UTC. A face costs 1 in a picture, { $frame } a frame in a GIF, { $second } a second in a video; what costs more than a little is told before.
    -# Up to { $ids } ids. Of a saved face I keep a sealed template, never the photo. Pictures of a swap, and the face of a one-shot swap, are erased after { $days ->
        [one] { $days } day
       *[other] { $days } days
     }, or with Delete.
