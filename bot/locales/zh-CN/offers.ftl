# 给 GIF 或视频换脸前的报价。

offer-begun = 这次换脸已经开始了；结果会取代那条消息。
offer-over = 这次换脸已经结束了；请重新开始。

offer-animation = 🎞️ { $name }：{ $kind }，{ $frames } 帧
offer-video = 🎞️ { $name }：视频，{ $time }，{ $size }
offer-video-with-sound = 🎞️ { $name }：视频，{ $time }，{ $size }，有声音

offer-price = 这需要 **{ $price } 积分**；你今天还剩 { $left }/{ $allowance }。
offer-price-short = 这需要 **{ $price } 积分**；你今天还剩 { $left }/{ $allowance }，{ $when }补满。
offer-left = 今天还剩 { $left }/{ $allowance } 积分

offer-seen = **脸 { $face }**：{ $times }
