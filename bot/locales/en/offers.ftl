# Offers: before a clip, that is a GIF or a video, is swapped, the asker is told what it costs.

offer-begun = That swap has begun already; its result will take the place of that message.
offer-over = That swap is over already; please start a new one.

# $name is the file's, $kind is GIF, APNG, WebP or AVIF.
offer-animation = { $frames ->
    [one] 🎞️ { $name }: { $kind }, { $frames } frame
   *[other] 🎞️ { $name }: { $kind }, { $frames } frames
 }
# $time is a duration, $size is as 1280x720.
offer-video = 🎞️ { $name }: video, { $time }, { $size }
offer-video-with-sound = 🎞️ { $name }: video, { $time }, { $size }, with sound

offer-price = { $price ->
    [one] This costs **{ $price } credit**; you have { $left } of { $allowance } left today.
   *[other] This costs **{ $price } credits**; you have { $left } of { $allowance } left today.
 }
# The same where that is not enough; $when is a time as Discord shows it, such as "in 3 hours".
offer-price-short = { $price ->
    [one] This costs **{ $price } credit**; you have { $left } of { $allowance } left today, refilled { $when }.
   *[other] This costs **{ $price } credits**; you have { $left } of { $allowance } left today, refilled { $when }.
 }
# Credits.
offer-left = { $left } of { $allowance } left today

# $times is as 0:05-1:10.
offer-seen = **Face { $face }**: { $times }
