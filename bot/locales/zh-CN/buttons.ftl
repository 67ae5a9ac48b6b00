# 按钮。

button-again = 再来一次
button-open = 打开 { $name }
button-another = 换个 ID
button-reroll = { $price ->
    [0] 重新生成
   *[other] 重新生成（{ $price } 积分）
 }
button-variations = { $price ->
    [0] 变体
   *[other] 变体（{ $price } 积分）
 }
button-delete = 删除
button-cancel = 取消
button-choose-faces = 选择人脸
button-delete-all = 全部删除
button-keep = 保留

button-swap = { $price ->
    [0] 换脸
   *[other] 换脸（{ $price } 积分）
 }
button-swap-faces = { $price ->
    [0] 按此选择换脸
   *[other] 按此选择换脸（{ $price } 积分）
 }
