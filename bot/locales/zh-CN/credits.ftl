# 积分：成员有多少、换脸要多少，以及管理员的设置。

credits-own = 你还剩 **{ $left } 积分**。
credits-of = <@{ $member }> 还剩 **{ $left } 积分**。
credits-pot-allowance = 今日额度：剩余 { $left }/{ $allowance }，{ $when }补满
credits-pot-granted = 获赠积分：{ $left }，用完为止
credits-pot-pool = 服务器积分池：今天剩余 { $left }/{ $pool }，所有成员共用
credits-pots-order = -# 换脸时按以上顺序扣积分。

credits-not-enough = 这需要 { $needed } 积分，而你只剩 { $left }：今日额度 { $allowance }、获赠积分 { $granted }、服务器积分池 { $pool }；今日额度{ $when }补满。

# 记录

credits-history-own = **你的积分记录，最新的在前**
credits-history-of = **<@{ $member }> 的积分记录，最新的在前**
credits-history-empty = 还没有积分记录。
credits-history-page = -# 第 { $page }/{ $pages } 页
credits-line-hold = { $when } · **-{ $amount }** 用于 `{ $verb }`，来自{ $pot ->
    [allowance] 每日额度
    [granted] 获赠积分
   *[pool] 服务器积分池
 }
credits-line-settle = { $when } · 其中 { $amount } 已花费：`{ $verb }` 已结束
credits-line-refund = { $when } · **+{ $amount }** 由 `{ $verb }` 退回到{ $pot ->
    [allowance] 每日额度
    [granted] 获赠积分
   *[pool] 服务器积分池
 }
credits-line-reversal = { $when } · **+{ $amount }** 因 `{ $verb }` 的结果没能送达，退回到{ $pot ->
    [allowance] 每日额度
    [granted] 获赠积分
   *[pool] 服务器积分池
 }
credits-line-grant = { $when } · **+{ $amount }** 由 <@{ $actor }> 赠送
credits-line-grant-why = { $when } · **+{ $amount }** 由 <@{ $actor }> 赠送：{ $reason }
credits-line-revoke = { $when } · **-{ $amount }** 由 <@{ $actor }> 收回
credits-line-revoke-why = { $when } · **-{ $amount }** 由 <@{ $actor }> 收回：{ $reason }

# 价格

credits-prices = **每张脸的价格**
credits-price-free = `{ $verb }`：免费
credits-price-made = `{ $verb }`：每张图片 { $each } 积分
credits-price = `{ $verb }`：图片 { $still } 积分，GIF 每帧 { $frame }，视频每秒 { $second }
credits-prices-rounded = -# 在片段中，每张脸的总价向上取整。
credits-allowances = **每天的积分**，00:00 UTC（北京时间 8:00）补满
credits-allowance-all = 所有人：{ $amount } 积分
credits-allowance-role = <@&{ $role }>：{ $amount } 积分
credits-allowance-highest = -# 有多个身份组时，按额度最高的算。
credits-pool = 所有成员共用：服务器积分池另有 { $amount } 积分

# 管理员的操作

credits-granted = ✅ <@{ $actor }> 赠送给 <@{ $member }> **{ $amount } 积分**。
credits-granted-now = 对方的获赠积分现为 { $granted }，每日额度另计。
credits-revoked = ✅ <@{ $actor }> 从 <@{ $member }> 收回了 **{ $amount } 获赠积分**。
credits-revoked-none = <@{ $member }> 没有获赠积分，所以什么都没有收回；每日额度请用 `/credits allowance` 设置。
credits-revoked-now = { $granted ->
    [0] 对方已经没有获赠积分了。
   *[other] 对方还剩 { $granted } 获赠积分。
 }
credits-why = 原因：{ $reason }
credits-set-allowance = ✅ <@{ $actor }> 把所有人的额度设为**每天 { $amount } 积分**，立即生效。
credits-set-allowance-role = ✅ <@{ $actor }> 把 <@&{ $role }> 的额度设为**每天 { $amount } 积分**，立即生效。
credits-cleared-allowance = ✅ <@{ $actor }> 恢复了所有人的默认额度。
credits-cleared-allowance-role = ✅ <@{ $actor }> 取消了 <@&{ $role }> 的额度，改用所有人的额度。
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> 把 `{ $verb }` 设为免费。
   *[other] ✅ <@{ $actor }> 把 `{ $verb }` 的价格设为图片中**每张脸 { $amount } 积分**。
 }
credits-set-price-agreed = -# 之前已发起或已报价的换脸，价格不变。
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> 关闭了服务器积分池。
   *[other] ✅ <@{ $actor }> 把服务器积分池设为**每天 { $amount } 积分**，所有成员共用。
 }

# 花费

credits-top = **{ $days } 天内谁花得最多**
credits-top-line = { $place }. <@{ $member }>：{ $amount } 积分
credits-top-none = { $days } 天内没有人花过积分。
credits-report = { $first } 至 { $last } 共花费 **{ $amount } 积分**
credits-report-none = { $first } 至 { $last } 没有花费积分。
credits-report-day = 日期
credits-report-total = 合计
credits-report-latest = -# 表格只显示最近 { $days } 个有花费的日子；文件里有全部。
credits-report-no-chart = -# 这次没能画出图表；数字在表格和文件里。
credits-report-alt = 每天花费积分的柱状图，按命令堆叠
