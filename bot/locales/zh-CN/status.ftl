# 机器人的状态：引擎、排队和版本。

status-title = 状态
status-ready = 🟢 换脸引擎已就绪。
status-busy = 🟡 换脸引擎很忙；新的换脸要排队。
status-starting = 🟡 换脸引擎正在启动；换脸会先排队，等它就绪。
status-down = 🔴 换脸引擎没有响应；换脸会先排队，不会丢失。
status-engine = 引擎：**{ $engine }** · { $provider }
status-models = 模型：{ $models }
status-lane-stills = **图片：**{ $waiting ->
    [0] 没有等待
   *[other] { $waiting } 个等待
 }，{ $running }/{ $slots } 个处理中
status-lane-clips = **片段：**{ $waiting ->
    [0] 没有等待
   *[other] { $waiting } 个等待
 }，{ $running }/{ $slots } 个处理中
status-waited = 最久的已等 { $time }
status-takes = 新任务大约需要 { $time }
status-versions = Visage { $visage } · 引擎 { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = { $when }启动
