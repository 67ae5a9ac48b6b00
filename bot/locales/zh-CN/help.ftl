# /help，一屏四段。

help-begin =
    ## 给图片、GIF 和视频换脸
    {"**1.**"} 用 `/saveid` 加一个名字和一张清晰的脸部照片。
    {"**2.**"} 用 `/swapid` 加这个名字和图片、GIF 或视频，或右键它所在的消息 → 应用 → **INSwapper**。
help-commands =
    {"**换脸**"}
    `/swapid` 把已保存的脸换到图片、GIF 或视频中
    `/faceswap` 使用照片里的脸，不保存 ID（`/picsi` 也一样）
    {"**INSwapper**"}（右键消息）使用你的当前 ID

    {"**你的 ID**"}
    `/saveid` 保存一张脸，最多用三张照片 · `/setid` 选择当前 ID · `/listid` · `/delid` · `/delall`
    {"**保存为 ID**"}（右键消息）保存消息图片里的脸
help-create =
    {"**用文字制作**"}
    `/headshot` 制作肖像，如 `me, a mad king in blue` · `/changebg` 把人放到别处，如 `a beach`
    `--no green` · `--square` · `--seed 7` 重做同一张 · `--grid` 做四张（肖像 { $headshot } 积分，背景 { $changebg } 积分）
help-faces =
    {"**多张脸**"}
    `anna,_,ben` 按从左到右的顺序，在 GIF 和视频中按出现的顺序；`_` 让那张脸保持原样
    `anna+ben` 最多混合三个；`anna+anna+ben` 更像 anna
    只写一个 ID 会换到最大的脸上；想换别的脸，可以在结果下方选择。

    {"**选项**"}，写在 ID 后面或填在 `选项` 里
    `-m` 保留原图的嘴部 · `-f` 保留原图的皮肤纹理 · `-s` 锐化
    `--mute` 去掉视频的声音 · `--webm` 视频输出为 WebM
help-more =
    {"**还有**"}：`/jobs` 你的任务 · `/credits` 你的积分 · `/privacy` 你的数据 · `/status` 我的状态
    {"**管理员**"}：`/policy` 管理规则和封禁 · `/credits` 管理额度、价格和报告
help-rules =
    -# 每天 { $allowance } 积分，00:00 UTC（北京时间 8:00）补满。每张脸的价格：图片 1 积分，GIF 每帧 { $frame }，视频每秒 { $second }；花费稍多时会先告诉你。
    -# 最多 { $ids } 个 ID。保存的脸我只留加密的特征模板，绝不保留照片。换脸的图片和一次性换脸用的脸会在 { $days } 天后清除，点“删除”则立即清除。
