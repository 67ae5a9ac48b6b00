# /privacy：メンバーについて保管しているものの表示、受け渡し、消去。

privacy-title = ## あなたについて保管しているもの
privacy-nothing = あなたについては、IDも画像もクレジットも、何も保管していません。
privacy-ids = { $count ->
    [1] **ID：** { $names }。この顔は暗号化した特徴データだけを保管し、写真は一切保管しません。
   *[other] **{ $count }個のID：** { $names }。どの顔も暗号化した特徴データだけを保管し、写真は一切保管しません。
 }
privacy-swaps = **入れ替え{ $count }件：** 送った画像と結果の、暗号化したファイル{ $pictures }個。終わってから{ $days }日後か、結果の下の「削除」を押したときに消えます。
privacy-words = 画像を作った言葉は、暗号化せずに画像と一緒に保管します。
privacy-open = うち{ $count }件はまだ終わっていません。
privacy-past = **過去：** ほかの入れ替え{ $count }件の日時、料金、結果の場所。画像はありません。
privacy-credits = **クレジット：** { $accounts ->
    [1] クレジットの動き{ $movements }件。
   *[other] { $accounts }か所でのクレジットの動き{ $movements }件。
 }
privacy-bans = **利用禁止：** { $count }つのサーバーで、私の利用を禁止されています。この記録はサーバーに残ります。
privacy-never = -# 一切保管しないもの：IDの保存に使った写真、あなたの名前、メッセージ。`/privacy export` ですべて受け取り、`/privacy delete` で消去できます。

privacy-handed-over = 📦 あなたについて保管しているものは、これですべてです。
privacy-left-out = 画像{ $count }枚は、ここに投稿できる大きさに収まりませんでした。`/jobs list` から見られます。
# まとめたファイルの中にある文書。
privacy-readme =
    Visageがあなたについて保管しているもの（{ $now } UTC現在）

    ids.json：保存した顔と、指定しないときに使うID。
    ids/*.template：それぞれの顔から学習した、エンジンが読む形のデータ。写真は保管していないため、入っていません。
    swaps.json：あなたの入れ替え（新しい順）。画像がもうないものも含みます。
    pictures/：入れ替えのために送った画像と結果。入れ替え1件につき1フォルダ。
    credits.json：クレジットの動きすべて。
    bans.json：Visageの利用を禁止しているサーバー。

    /privacy delete で、利用禁止の記録以外をすべて消去できます。

privacy-delete-title = 保管しているものをすべて消去
privacy-delete-what = 進行中の入れ替えを終了し、ID、画像、入れ替え、クレジット（付与された分も）を消去します。元に戻せません。投稿済みのメッセージは残るので、消したいものは先にその下のボタンで削除してください。
privacy-delete-sure = 本当に消去しますか？
privacy-delete-yes = はい、すべて消去します

privacy-erased = 🗑️ 完了：{ $ids }個のIDと、{ $swaps }件の入れ替えとその画像を消去しました。クレジットの動きは、あなたの名前なしで残ります。今日使った分は00:00 UTC（日本時間9:00）まで数えられます。
privacy-kept-after = -# サーバーで私の利用を禁止されている場合、その記録は残ります。
