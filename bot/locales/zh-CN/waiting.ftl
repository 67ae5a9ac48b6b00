# 等待时。

waiting-working = ⏳ 正在处理，图片会出现在这里。
waiting-starting = ⏳ 正在开始，结果会出现在这里。
waiting-in-line = ⏳ 前面还有别的片段在处理，结果会出现在这里。
waiting-looking = ⏳ 正在片段里寻找人脸；片段越长，时间越久。
waiting-looking-held = ⏳ 换脸引擎正在启动。你的片段已经收到，只需几秒钟。
waiting-saving-held = ⏳ 换脸引擎正在启动。你的照片已经收到，只需几秒钟。
waiting-busy = ⏳ 换脸引擎现在很忙。你的换脸已在排队，不会丢失；结果会出现在这里。
waiting-restarting = ⏳ 换脸引擎正在重启。你的换脸已在排队，不会丢失；结果会出现在这里。

progress-share = { $percent }%
progress-frames = { $done }/{ $total } 帧
progress-steps = { $done }/{ $total } 步
progress-speed = { $speed } 帧/秒
progress-left = 还剩 { $time }
progress-finishing = 即将完成
progress-glimpse = 目前的效果

canceled-before = 还没开始制作就已取消，没有扣积分。
canceled-after = 完成 { $done }/{ $total } 帧后取消：用了 { $charged } 积分，{ $returned ->
    [0] 没有退还
   *[other] 退还 { $returned } 积分
 }。
