# 无法照办时的回复：一句话，说明接下来怎么做。
# { $name } 两边不留空格：它可能是文件名，也可能是“那个文件”。/命令 前面要留空格。

error-error = 出了点问题。
error-unexpected = 我这边出了点问题，没有扣积分。请再试一次；如果还是这样，请把代号 `{ $reference }` 告诉服务器所有者。
error-command-changed = 这个命令有变动，请过一分钟再试。

# 文件。

error-no-picture = 那条消息里没有图片；请选一条有图片的消息。
error-picture-gone = { $name }下载失败；请重新上传。
error-not-a-picture = { $name }不是我能读取的图片或视频；请发送 JPEG、PNG、WebP、GIF 或 MP4。
error-unsupported-picture = { $name }是 { $kind } 格式，我打不开；请另存为 JPEG 或 PNG 再试。
error-broken-picture = { $name }不完整或已损坏；请重新上传，或先打开另存一份。
error-file-too-large = { $name }有 { $size } MB，而我最多接受 { $limit } MB；请发送小一点的版本。
error-too-many-pixels = { $name }有 { $width } x { $height } 像素，而我最多接受 { $limit } 百万像素；请发送小一点的版本。
error-picture-too-small = { $name }只有 { $width } x { $height } 像素；请发送至少 { $least } x { $least } 像素的图片。
error-animated-picture = { $name }是动图，而我只能从静态照片学习人脸；请发送其中的一帧。

# 片段，也就是 GIF 和视频。

error-clip-too-long = { $name }长 { $seconds } 秒，而我最多接受 { $limit } 秒；请剪短一些。
error-too-many-frames = { $name }有 { $frames } 帧，而我最多接受 { $limit } 帧；请发送短一点的片段。
error-broken-clip = { $name }不完整、已损坏或太复杂，无法播放；请重新上传，或先另存为 MP4 或 GIF。
error-no-frames = { $name }里没有动态画面；请发送视频或动图。

# 人脸。

error-no-face = 在{ $name }里没有找到人脸；请发送脸部清晰、不是背面的图片。
error-too-few-faces = 列表要换左起第 { $place } 张脸，而{ $name }里只有 { $found } 张；请缩短列表。
error-face-too-small = { $name }里的脸只有 { $width } 像素宽，而我需要 { $least } 像素；请发送脸部更近或更大的图片。
error-face-too-blurred = { $name }里的脸（{ $width } 像素宽）太模糊，没法学习；请发送更清晰的图片。
error-face-turned-away = { $name }里的脸侧转了 { $yaw } 度；请发送更正对镜头的图片。
error-nobody-there = 在{ $name }里没有找到可以换背景的人；请发送能清楚看到人物的图片。

# ID 和 ID 列表。

error-bad-id-name = “{ $name }”不能用作 ID：请用 1 到 10 个文字或数字，不带空格，例如 小明 或 anna2。
error-unknown-id = 你还没有叫“{ $name }”的 ID；请用 /saveid 以这个名字保存一张脸。
error-unknown-id-nearest = 你没有叫“{ $name }”的 ID；你是想用“{ $nearest }”吗？
error-unknown-id-others = 你没有叫“{ $name }”的 ID；用 /listid 可以查看你有哪些。
error-too-many-ids = 你已经有 { $limit } 个 ID，达到上限了；请用 /delid 删除一个，或用已有的名字覆盖保存。
error-no-default-id = 你还没有当前 ID；请用 /saveid 保存一张脸，或用 /setid 选择一个 ID。
error-bad-id-list = “{ $text }”不是有效的 ID 写法；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-meant = “{ $text }”不是有效的 ID 写法；你是想写“{ $meant }”吗？
error-bad-id-list-empty = “{ $text }”不是有效的 ID 写法：里面是空的；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-long = “{ $text }”不是有效的 ID 写法：位置超过了 { $most } 个；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-nobody = “{ $text }”不是有效的 ID 写法：里面一个人也没有；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-gap = “{ $text }”不是有效的 ID 写法：两个逗号之间是空的（要跳过一张脸请用 _）；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-plus = “{ $text }”不是有效的 ID 写法：加号两边都要有名字；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-bad-id-list-one = “{ $text }”写了好几个人，而一张肖像只画一个；请写一个 ID，或者用 a+b 混合。
error-bad-id-list-mixed = “{ $text }”不是有效的 ID 写法：一张脸最多混合 { $most } 个 ID；请从左到右写成 a,b,_（半角符号），混合用 a+b。
error-nobody-chosen = 请选择或输入一个 ID。
error-id-unreadable = ID“{ $name }”保存时的设置已经不在了；请用 /saveid 重新保存。

# -m 之类的选项。

error-unknown-flags = 我不认识 { $flags }；可用的选项有 -m、-f、-s、--mute 和 --webm，用 /help 可以查看说明。
error-bad-flag-value = { $flag } 需要 { $least } 到 { $most } 的整数，而不是“{ $value }”。
error-pack-missing = { $flag } 需要模型包 { $pack }，但它还不存在；请去掉 { $flag }。

# 换脸任务和结果。

error-not-yours = 只有发起的人才能这样做。
error-not-yours-moderators = 只有发起的人或管理员才能这样做。
error-job-gone = 这次换脸的记录已经不在了；请重新开始。
error-canceled = 已按你的要求取消。
error-not-enough-credits = 这需要 { $needed } 积分，{ $left ->
    [0] 而你今天的积分已经用完
   *[other] 而你今天只剩 { $left } 积分
 }；<t:{ $refill }:R>补满。
error-result-too-large = 结果有 { $size } MB，而这里最多只能发 { $limit } MB，所以没有扣积分；请发送更小或更短的文件。
error-result-too-large-unknown = 结果有 { $size } MB，超过了这里的上限，所以没有扣积分；请发送更小或更短的文件。
error-result-refused = 结果做好了，但没法发到这里，所以没有扣积分；请换一张图片或换个地方再试。

# 换脸引擎。

error-backend-down = 换脸引擎暂时没有响应，所以没有扣积分；请过几分钟再试。
error-backend-busy = 换脸引擎现在太忙，所以没有扣积分；请过几分钟再试。
error-backend-lost = 换脸引擎在处理途中重启了，所以没有扣积分；请再试一次。
error-took-too-long = 处理时间太长，已经停止；没有扣积分，请再试一次。
