# 任务：列表、单个任务，以及可以做的操作。

jobs-of-yours = 你的任务
jobs-of-member = { $member } 在这个服务器的任务
jobs-of-everybody = 这个服务器的所有任务
jobs-heading = { $whose } · { $count ->
    [0] 无
   *[other] { $count }
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] 无
   *[other] { $count }
 }
jobs-page = 第 { $page }/{ $pages } 页 · 用 `/jobs show` 查看某个任务的详情
jobs-none = 还没有任务。用 `/swapid` 开始一个吧。
jobs-none-such = 没有这样的任务。
jobs-newer-button = 较新
jobs-older-button = 较早
jobs-everybodys-button = 所有人的
jobs-only-mine-button = 只看我的

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = { $member } 发起
jobs-link = [打开回复]({ $link })

# 任务的状态。
jobs-state-offered = 等你确认
jobs-state-queued = 等待中
jobs-state-preparing = 正在开始
jobs-state-processing = 处理中
jobs-state-done = 已完成
jobs-state-failed = 失败
jobs-state-canceled = 已取消
jobs-state-moderated = 被拒绝
jobs-state-expired = 已过期
jobs-state-undelivered = 未送达

# 列表可以筛选的状态。
jobs-shown-waiting = 等待中
jobs-shown-running = 处理中
jobs-shown-done = 已完成
jobs-shown-failed = 失败
jobs-shown-canceled = 已取消
jobs-shown-undelivered = 未送达
jobs-shown-expired = 已过期

jobs-private = 仅发起人可见
jobs-cost-used = { $count ->
    [0] 没有扣积分
   *[other] 用了 { $count } 积分
 }
jobs-cost-held = 预扣 { $count } 积分
jobs-cost-offered = 需要 { $count } 积分

# 单个任务。
jobs-title = { $sign } { $state } · { $what }
jobs-asked = { $member } 于{ $when }发起
jobs-asked-in = { $member } 于{ $when }在 { $channel } 发起
jobs-place = { $place ->
    [1] 下一个就轮到它。
   *[other] 排在第 { $place } 位。
 }
jobs-place-takes = { $place ->
    [1] 下一个就轮到它，大约 { $time }后完成。
   *[other] 排在第 { $place } 位，大约 { $time }后完成。
 }
jobs-far-back = 正在排队，前面还有很多。
jobs-held = 已在排队，会自动重试：{ $reason }
jobs-begun = 正在处理。
jobs-begun-takes = 正在处理，大约还剩 { $time }。
jobs-progress = `{ $bar }` **{ $percent }%** · { $done }/{ $total } 帧
jobs-progress-steps = `{ $bar }` **{ $percent }%** · { $done }/{ $total } 步
jobs-seconds = { $count } 秒
jobs-minutes = { $count } 分钟
jobs-offered-until = 点报价下方的“换脸”就会开始；报价{ $when }失效。
jobs-done-at = { $when }结束。
jobs-has-expired = 已过期：图片已清除，只剩这条记录。
jobs-result-private = 结果仅发起人可见，所以这里只有发起人能看到。
jobs-result-too-large = 结果太大，无法在这里显示。
jobs-result = 用 { $name } 做出的结果
jobs-result-gone = 结果已经不在了。
jobs-is-again = 这是任务 `{ $parent }` 的重做。
jobs-no-longer-live = 这里不再自动更新；请点“刷新”。

jobs-undelivered-channel-gone = 回复没能发出：频道已经不在了。
jobs-undelivered-not-allowed = 回复没能发出：我没有在那里发言或发图片的权限。
jobs-undelivered-left-server = 回复没能发出：我已经不在那个服务器里了。
jobs-undelivered-dms-closed = 回复没能发出：对方不接收我的私信。
jobs-undelivered-given-up = 回复没能发出：一整天都连不上 Discord。
jobs-undelivered-no-place = 回复没能发出：已经不知道该发到哪里了。
jobs-undelivered-refused = 回复没能发出：Discord 没有接受。
jobs-kept-here = 结果保存在这里；点“重试”会发到你所在的地方。

jobs-cancel-button = 取消
jobs-retry-button = 重试
jobs-refresh-button = 刷新
jobs-open-button = 打开回复
jobs-stopped = 已停止 · { $cost }
jobs-stopped-for = 已停止 { $member } 的任务，对方会收到通知。没有扣积分。

# 选择任务时。
jobs-choice = { $what } · { $state } · { $when }
jobs-now = 刚刚
jobs-minutes-ago = { $count } 分钟前
jobs-hours-ago = { $count } 小时前
jobs-days-ago = { $count } 天前

jobs-exported = { $count ->
    [0] 你没有任务。
    [1] 你唯一的任务，JSON 格式。
   *[other] 你的 { $count } 个任务，JSON 格式。
 }
jobs-exported-some = 你共有 { $all } 个任务，这里是最新的 { $count } 个，JSON 格式：一个文件放不下更多。
jobs-exported-no-links = 没有附上图片地址：我已经读不到那些回复了。
jobs-exported-links = 最新的 { $count } 条还能读到的回复附有图片地址；大约一天后，Discord 会让这些地址失效。
