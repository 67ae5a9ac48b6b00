# 待っている間。

waiting-working = ⏳ 作業中です。画像はここに表示されます。
waiting-starting = ⏳ 始めています。結果はここに表示されます。
waiting-in-line = ⏳ 先に受け付けたクリップを待っています。結果はここに表示されます。
waiting-looking = ⏳ クリップの中の顔を探しています。長いクリップは少し時間がかかります。
waiting-looking-held = ⏳ 入れ替えエンジンが起動中です。クリップはお預かりしています。数秒で始まります。
waiting-saving-held = ⏳ 入れ替えエンジンが起動中です。写真はお預かりしています。数秒で始まります。
waiting-busy = ⏳ 入れ替えエンジンが混み合っています。順番待ちに入っていて、何も失われません。結果はここに表示されます。
waiting-restarting = ⏳ 入れ替えエンジンが再起動中です。順番待ちに入っていて、何も失われません。結果はここに表示されます。

progress-share = { $percent }%
progress-frames = { $done }/{ $total }フレーム
progress-steps = { $done }/{ $total }ステップ
progress-speed = { $speed }フレーム/秒
progress-left = 残り{ $time }
progress-finishing = まもなく完了
progress-glimpse = ここまでの様子

canceled-before = 何も作らないうちにキャンセルされたため、クレジットは消費されていません。
canceled-after = { $total }フレーム中{ $done }フレームでキャンセルしました：{ $charged }クレジット使用、{ $returned ->
    [0] 返却なし
   *[other] { $returned }クレジット返却
 }。
