# 結果。

result-title = **`{ $ids }`** · { $asker } さん · { $command }
result-title-one-shot = **顔の入れ替え** · { $asker } さん · { $command }
result-pictures = 画像{ $count }枚
result-faces = 顔{ $found }人分のうち{ $swapped }人分

result-frames = { $frames }フレーム
result-frames-changed = { $frames }フレーム、うち{ $changed }フレームを入れ替え
result-cost = { $charged }クレジット使用 · 残り{ $left }/{ $allowance } · { $when }に補充

result-reduced = ここに投稿できるように小さくしました。
result-reduced-encoded = ここに投稿できるように小さくしました：{ $rate }で再エンコード。
result-reduced-scaled = ここに投稿できるように小さくしました：{ $size }に縮小。
result-reduced-both = ここに投稿できるように小さくしました：{ $rate }で再エンコード、{ $size }に縮小。
result-linked = { $name }は{ $size }MBで、ここに投稿できる大きさを超えています。リンクを知っている人は{ $until }まで開けます。

result-none-left = この画像の顔は{ $faces }人分で、`{ $who }` の分は残っていませんでした。
result-none-left-clip = このクリップの顔は{ $faces }人分で、`{ $who }` の分は残っていませんでした。
result-none-left-in = { $pictures }枚の画像では顔がリストより少なく、リストの終わりのIDは使われませんでした。

picker-title = **別の人にしますか？** どの顔を誰にするか選んでください。
picker-face = 顔{ $face }：{ $who }
picker-leave = 顔{ $face }：そのまま
picker-source = 顔{ $face }：写真の顔

# 画像が見えない人のための説明。
alt-before = 入れ替え前：{ $name }
alt-after = 入れ替え後：{ $who }の顔にした{ $name }
alt-numbered = { $count }人分の顔に左から番号を付けた画像
alt-numbered-clip = クリップに登場する{ $count }人分の顔、番号と時間付き
