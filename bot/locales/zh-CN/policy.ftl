# 服务器的规则：/policy show、edit、ban 和 unban。

# 三个编辑页面的标题和按钮。
policy-page-people = 频道和成员
policy-page-swaps = 换脸和结果
policy-page-more = 水印、语言、日志
policy-title = ## 这个服务器的规则
policy-hint = -# 选好立即生效，不需要保存。

# 各个菜单上方的说明，以及没有选择时菜单里的文字。
policy-allowed-channels = **开放的频道。**可以使用我的地方；选一个类别，就包括其中的所有频道。
policy-allowed-channels-none = 所有频道
policy-forbidden-channels = **关闭的频道。**不能使用我的地方，即使上面已经开放。
policy-forbidden-channels-none = 没有频道
policy-users = **谁可以使用我。**拥有其中任一身份组的成员。
policy-users-none = 所有人
policy-savers = **谁可以保存 ID。**拥有其中任一身份组的成员。
policy-savers-none = 所有可以使用我的人
policy-moderators = **管理员。**除了能管理服务器的成员，这些身份组也可以修改这些规则。
policy-moderators-none = 没有身份组
policy-backend = **由哪个引擎换脸。**
policy-backend-auto = 哪个可用就用哪个
policy-language = **语言。**我在这里和日志里说的语言。
policy-language-auto = 每个人自己的语言
policy-audit-channel = **日志。**每次换脸和每次更改都会在这个频道记一行。
policy-audit-channel-none = 没有频道

# 可以开关的项目；按钮写的是点一下会怎样。
policy-allow-gif = **GIF 和其他动图：**{ $on ->
    [yes] 接受。
   *[no] 不接受。
 }
policy-allow-video = **视频：**{ $on ->
    [yes] 接受。
   *[no] 不接受。
 }
policy-private = **结果：**{ $on ->
    [yes] 只有发起人能看到，除非发起人选择公开。
   *[no] 所有人都能看到，除非发起人选择仅自己可见。
 }
policy-mark = **可见水印：**{ $on ->
    [yes] 每个结果都会加上。
   *[no] 结果不加水印。
 }
policy-turn = { $on ->
    [yes] 关闭
   *[no] 开启
 }
policy-turn-private = { $on ->
    [yes] 改为公开
   *[no] 改为仅发起人可见
 }

# 表单里填写的内容。
policy-change = 修改
policy-limits = **限制。**{ $seconds ->
    [0] 片段时长以我的上限为准
   *[other] 片段最长 { $seconds } 秒
 }；结果{ $hours ->
    [0] 一直保留。
   *[other] 在 { $hours } 小时后删除。
 }
policy-limits-title = 限制
policy-limits-seconds = 片段最长多少秒
policy-limits-seconds-hint = 0 表示以我的上限为准
policy-limits-hours = 多少小时后删除结果
policy-limits-hours-hint = 0 表示一直保留
policy-mark-text = **水印文字。**“{ $text }”
policy-mark-title = 可见水印
policy-mark-label = 文字，最多 { $most } 个字符
policy-blocked-words = **禁用的词。** { $words ->
    [none] 除了我自己禁止的色情词以外没有。
   *[other] { $words }
 }
policy-blocked-words-title = 不用来制作图片的词
policy-blocked-words-label = 词语，用逗号隔开
policy-blocked-words-hint = 色情图片的词本来就一律禁止

# /policy show 的内容，每项一行。
policy-show-where = **频道：**{ $open ->
    [none] 所有频道
   *[other] 只限 { $open }
 }{ $closed ->
    [none] 。
   *[other] ，{ $closed } 除外。
 }
policy-show-users = **使用我：**{ $roles ->
    [none] 所有人。
   *[other] { $roles }。
 }
policy-show-savers = **保存 ID：**{ $roles ->
    [none] 所有可以使用我的人。
   *[other] { $roles }。
 }
policy-show-moderators = **管理：**能管理服务器的成员{ $roles ->
    [none] 。
   *[other] ，以及 { $roles }。
 }
policy-show-backend = **由哪个引擎换脸：**{ $name ->
    [auto] 哪个可用就用哪个。
   *[other] { $name }。
 }
policy-show-language = **语言：**{ $name ->
    [auto] 每个人自己的语言。
   *[other] { $name }。
 }
policy-show-mark-text = **水印文字：**“{ $text }”
policy-show-audit = **日志：**{ $channel ->
    [none] 不发布。
   *[other] { $channel }。
 }
policy-trouble = ⚠️ 从 { $since } 起我没法在那里发言，日志正在丢失；请让我能查看那个频道并在其中发言，然后重新选择它。
policy-show-banned = **被封禁的成员：**{ $count ->
    [0] 没有。
   *[other] { $count } 名
 }
policy-show-ban = • <@{ $member }>，{ $until ->
    [none] 永久
   *[other] 直到 <t:{ $until }:f>
 }{ $reason ->
    [none] {""}
   *[other] ：{ $reason }
 }
policy-show-more = • 还有 { $count } 名
policy-show-edit = 用 `/policy edit` 修改规则，用 `/policy ban` 和 `/policy unban` 管理成员。

policy-banned = { $until ->
    [none] 🚫 <@{ $member }> 不能再在这里使用我；用 `/policy unban` 可以解除。
   *[other] 🚫 <@{ $member }> 不能在这里使用我，直到 <t:{ $until }:f>。
 }
policy-unbanned = ✅ <@{ $member }> 又可以在这里使用我了。
