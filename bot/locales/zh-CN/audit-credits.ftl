# 管理员对积分的更改，记在日志里。

audit-credits-granted = { $reason ->
    [none] 赠送给 <@{ $member }> { $amount } 积分，对方的获赠积分现为 { $granted }
   *[other] 赠送给 <@{ $member }> { $amount } 积分，对方的获赠积分现为 { $granted }：{ $reason }
 }
audit-credits-revoked = { $reason ->
    [none] 从 <@{ $member }> 收回了 { $amount } 获赠积分，还剩 { $granted }
   *[other] 从 <@{ $member }> 收回了 { $amount } 获赠积分，还剩 { $granted }：{ $reason }
 }
audit-credits-allowance = 把所有人的额度设为每天 { $amount } 积分
audit-credits-allowance-role = 把 <@&{ $role }> 的额度设为每天 { $amount } 积分
audit-credits-allowance-cleared = 恢复了所有人的默认额度
audit-credits-allowance-cleared-role = 取消了 <@&{ $role }> 的额度
audit-credits-price = { $amount ->
    [0] 把 `{ $verb }` 设为免费
   *[other] 把 `{ $verb }` 的价格设为每张脸 { $amount } 积分
 }
audit-credits-pool = { $amount ->
    [0] 关闭了服务器积分池
   *[other] 把服务器积分池设为每天 { $amount } 积分
 }
