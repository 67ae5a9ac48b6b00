# クリップを入れ替える前の案内。

offer-begun = この入れ替えはもう始まっています。結果は元のメッセージの場所に表示されます。
offer-over = この入れ替えはもう終わっています。新しく始めてください。

offer-animation = 🎞️ { $name }：{ $kind }、{ $frames }フレーム
offer-video = 🎞️ { $name }：動画、{ $time }、{ $size }
offer-video-with-sound = 🎞️ { $name }：動画、{ $time }、{ $size }、音声あり

offer-price = これには **{ $price }クレジット** かかります。今日の残りは{ $left }/{ $allowance }です。
offer-price-short = これには **{ $price }クレジット** かかります。今日の残りは{ $left }/{ $allowance }で、{ $when }に補充されます。
offer-left = 今日の残り{ $left }/{ $allowance }クレジット

offer-seen = **顔{ $face }**：{ $times }
