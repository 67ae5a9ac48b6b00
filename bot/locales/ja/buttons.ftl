# ボタン。

button-again = もう一度
button-open = { $name }を開く
button-another = 別のIDを使う
button-reroll = { $price ->
    [0] 引き直す
   *[other] 引き直す（{ $price }クレジット）
 }
button-variations = { $price ->
    [0] バリエーション
   *[other] バリエーション（{ $price }クレジット）
 }
button-delete = 削除
button-cancel = キャンセル
button-choose-faces = 顔を選ぶ
button-delete-all = すべて削除
button-keep = 残す

button-swap = { $price ->
    [0] 入れ替える
   *[other] 入れ替える（{ $price }クレジット）
 }
button-swap-faces = { $price ->
    [0] この選択で入れ替える
   *[other] この選択で入れ替える（{ $price }クレジット）
 }
