# 服务器日志频道里的记录；前面是时间和成员的名字。

audit-job-done = `{ $verb }` 已完成，用了 { $credits } 积分
audit-job-failed = `{ $verb }` 失败，没有扣积分
audit-job-moderated = `{ $verb }` 被拒绝，没有扣积分
audit-job-canceled = `{ $verb }` 已取消，用了 { $credits } 积分

audit-policy-allowed-channels = { $value ->
    [none] 向我开放了所有频道
   *[other] 只向我开放了这些频道：{ $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] 不再对我关闭任何频道
   *[other] 对我关闭了这些频道：{ $value }
 }
audit-policy-users = { $value ->
    [none] 允许所有人使用我
   *[other] 只允许这些身份组使用我：{ $value }
 }
audit-policy-moderators = { $value ->
    [none] 不让任何身份组管理我
   *[other] 允许这些身份组管理我：{ $value }
 }
audit-policy-savers = { $value ->
    [none] 允许所有人保存 ID
   *[other] 只允许这些身份组保存 ID：{ $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] 允许了 GIF
   *[other] 禁止了 GIF
 }
audit-policy-allow-video = { $value ->
    [yes] 允许了视频
   *[other] 禁止了视频
 }
audit-policy-longest-seconds = { $value ->
    [0] 让片段时长以我的上限为准
   *[other] 允许片段最长 { $value } 秒
 }
audit-policy-private = { $value ->
    [yes] 让结果默认仅发起人可见
   *[other] 让结果默认公开
 }
audit-policy-delete-after = { $value ->
    [0] 让结果一直保留
   *[other] 让结果在 { $value } 小时后删除
 }
audit-policy-blocked-words = { $value ->
    [none] 不再禁止描述里的任何词
   *[other] 禁止在描述里使用这些词：{ $value }
 }
audit-policy-mark = { $value ->
    [yes] 让结果加上水印
   *[other] 让结果不再加水印
 }
audit-policy-mark-text = { $value ->
    [none] 恢复了水印的默认文字
   *[other] 把水印文字改为“{ $value }”
 }
audit-policy-backend = { $value ->
    [auto] 让我自己决定由哪个引擎换脸
   *[other] 选定了换脸引擎：{ $value }
 }
audit-policy-language = { $value ->
    [auto] 让我对每个人说各自的语言
   *[other] 让我只说一种语言：{ $value }
 }
audit-policy-audit-channel = { $value ->
    [none] 让日志不再发布
   *[other] 让日志发布到 { $value }
 }

audit-member-banned = { $until ->
    [none] 永久封禁了 <@{ $member }>
   *[other] 封禁了 <@{ $member }>，直到 <t:{ $until }:f>
 }（原因：{ $reason ->
    [none] 未说明
   *[other] { $reason }
 }）
audit-member-unbanned = 解除了对 <@{ $member }> 的封禁
