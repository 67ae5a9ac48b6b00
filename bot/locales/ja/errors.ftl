# 応じられないときの返事。次にどうすればよいかも伝えます。
# /コマンド の前には空白が必要です。

error-error = 問題が発生しました。
error-unexpected = こちらで問題が発生したため、クレジットは消費されていません。もう一度お試しください。繰り返す場合は、コード `{ $reference }` をサーバーの所有者に伝えてください。
error-command-changed = このコマンドは変更されました。1分ほどしてからもう一度お試しください。

# ファイル。

error-no-picture = そのメッセージには画像がありません。画像のあるメッセージを選んでください。
error-picture-gone = { $name }をダウンロードできませんでした。もう一度アップロードしてください。
error-not-a-picture = { $name }は読み込める画像や動画ではありません。JPEG、PNG、WebP、GIF、MP4のどれかを送ってください。
error-unsupported-picture = { $name }は{ $kind }形式のため開けません。JPEGかPNGで保存して、もう一度お試しください。
error-broken-picture = { $name }は途中で切れているか、壊れています。もう一度アップロードするか、一度開いて保存し直してください。
error-file-too-large = { $name }は{ $size }MBですが、上限は{ $limit }MBです。もっと小さいものを送ってください。
error-too-many-pixels = { $name }は{ $width } x { $height }ピクセルですが、上限は{ $limit }メガピクセルです。もっと小さいものを送ってください。
error-picture-too-small = { $name }は{ $width } x { $height }ピクセルしかありません。{ $least } x { $least }ピクセル以上の画像を送ってください。
error-animated-picture = { $name }は動く画像ですが、顔を学習できるのは静止画の写真だけです。その中の1コマを送ってください。

# クリップ（GIFと動画）。

error-clip-too-long = { $name }は{ $seconds }秒ありますが、上限は{ $limit }秒です。短くしてください。
error-too-many-frames = { $name }は{ $frames }フレームありますが、上限は{ $limit }フレームです。もっと短いものを送ってください。
error-broken-clip = { $name }は途中で切れているか、壊れているか、複雑すぎて再生できません。もう一度アップロードするか、MP4かGIFで保存し直してください。
error-no-frames = { $name }には動く映像がありません。動画かアニメーションを送ってください。

# 顔。

error-no-face = { $name }に顔が見つかりませんでした。後ろ向きではなく、顔がはっきり写った画像を送ってください。
error-too-few-faces = IDのリストは左から{ $place }番目の顔を指していますが、{ $name }にある顔は{ $found }人分だけです。リストを短くしてください。
error-face-too-small = { $name }の顔は幅が{ $width }ピクセルしかなく、{ $least }ピクセル必要です。顔がもっと近く、または大きく写った画像を送ってください。
error-face-too-blurred = { $name }の顔（幅{ $width }ピクセル）はぼやけすぎていて学習できません。もっと鮮明な画像を送ってください。
error-face-turned-away = { $name }の顔は{ $yaw }度横を向いています。もっとカメラのほうを向いた画像を送ってください。
error-nobody-there = { $name }には別の場所に移せる人が見つかりませんでした。人がはっきり写った画像を送ってください。

# IDとそのリスト。

error-bad-id-name = 「{ $name }」はIDに使えません。たろう や anna2 のように、空白なしの文字と数字で1～10文字にしてください。
error-unknown-id = 「{ $name }」というIDはまだありません。 /saveid でその名前の顔を保存してください。
error-unknown-id-nearest = 「{ $name }」というIDはありません。「{ $nearest }」のことですか？
error-unknown-id-others = 「{ $name }」というIDはありません。 /listid で手持ちのIDを確認できます。
error-too-many-ids = IDはもう上限の{ $limit }個あります。 /delid で1つ削除するか、手持ちの名前に上書き保存してください。
error-no-default-id = 現在のIDがまだありません。 /saveid で顔を保存するか、 /setid でIDを選んでください。
error-bad-id-list = 「{ $text }」はIDとして読み取れません。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-meant = 「{ $text }」はIDとして読み取れません。「{ $meant }」のことですか？
error-bad-id-list-empty = 「{ $text }」は空なので、IDとして読み取れません。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-long = 「{ $text }」は指定が{ $most }個を超えているため、IDとして読み取れません。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-nobody = 「{ $text }」は誰も指定していないため、IDとして読み取れません。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-gap = 「{ $text }」はカンマの間が空いているため、IDとして読み取れません（顔を飛ばすには _ を使います）。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-plus = 「{ $text }」は「+」の両側に名前がそろっていないため、IDとして読み取れません。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-bad-id-list-one = 「{ $text }」は複数の人を指していますが、ポートレートに写るのは1人です。IDを1つ書くか、a+b と書いて混ぜてください。
error-bad-id-list-mixed = 「{ $text }」はIDとして読み取れません。1つの顔に混ぜられるIDは{ $most }個までです。半角で左から順に a,b,_ と書き、混ぜるときは a+b と書いてください。
error-nobody-chosen = IDを選ぶか、入力してください。
error-id-unreadable = ID「{ $name }」は、今はない設定で保存されています。 /saveid で保存し直してください。

# -m などのオプション。

error-unknown-flags = { $flags } は使えません。オプションは -m、-f、-s、--mute、--webm で、 /help に説明があります。
error-bad-flag-value = { $flag } に指定できるのは{ $least }～{ $most }の整数で、「{ $value }」は使えません。
error-pack-missing = { $flag } に必要なモデルパック { $pack } はまだありません。{ $flag } を外してください。

# 入れ替えと結果。

error-not-yours = これができるのは、依頼した本人だけです。
error-not-yours-moderators = これができるのは、依頼した本人かモデレーターだけです。
error-job-gone = この入れ替えはもう保存されていません。新しく始めてください。
error-canceled = ご希望どおりキャンセルしました。
error-not-enough-credits = これには{ $needed }クレジット必要ですが、{ $left ->
    [0] 今日の残りはありません
   *[other] 今日の残りは{ $left }です
 }。<t:{ $refill }:R>に補充されます。
error-result-too-large = 結果は{ $size }MBで、ここに投稿できる上限の{ $limit }MBを超えたため、クレジットは消費されていません。もっと小さいものか短いものを送ってください。
error-result-too-large-unknown = 結果は{ $size }MBで、ここに投稿できる大きさを超えたため、クレジットは消費されていません。もっと小さいものか短いものを送ってください。
error-result-refused = 結果はできましたが、ここに投稿できなかったため、クレジットは消費されていません。別の画像か別の場所でお試しください。

# 入れ替えエンジン。

error-backend-down = 入れ替えエンジンが今は応答していないため、クレジットは消費されていません。数分後にもう一度お試しください。
error-backend-busy = 入れ替えエンジンが今は混み合っているため、クレジットは消費されていません。数分後にもう一度お試しください。
error-backend-lost = 作業中に入れ替えエンジンが再起動したため、クレジットは消費されていません。もう一度お試しください。
error-took-too-long = 時間がかかりすぎたため停止しました。クレジットは消費されていません。もう一度お試しください。
