# クレジット：メンバーの残り、入れ替えの料金、モデレーターが決めること。

credits-own = 残りは **{ $left }クレジット** です。
credits-of = <@{ $member }> さんの残りは **{ $left }クレジット** です。
credits-pot-allowance = 今日の割り当て：残り{ $left }/{ $allowance } · { $when }に補充
credits-pot-granted = 付与分：残り{ $left }（使うまでなくなりません）
credits-pot-pool = このサーバーのプール：今日の残り{ $left }/{ $pool }（全メンバーで共有）
credits-pots-order = -# 入れ替えの料金は、上から順に引かれます。

credits-not-enough = これには{ $needed }クレジット必要ですが、残りは{ $left }です（今日の割り当て{ $allowance }、付与分{ $granted }、サーバーのプール{ $pool }）。今日の分は{ $when }に補充されます。

# 履歴

credits-history-own = **あなたのクレジット（新しい順）**
credits-history-of = **<@{ $member }> さんのクレジット（新しい順）**
credits-history-empty = クレジットの動きはまだありません。
credits-history-page = -# { $page }/{ $pages }ページ
credits-line-hold = { $when } · **-{ $amount }** `{ $verb }` のため、{ $pot ->
    [allowance] 1日の割り当て
    [granted] 付与分
   *[pool] サーバーのプール
 }から
credits-line-settle = { $when } · うち{ $amount }を使用：`{ $verb }` が終わりました
credits-line-refund = { $when } · **+{ $amount }** `{ $verb }` から返却、{ $pot ->
    [allowance] 1日の割り当て
    [granted] 付与分
   *[pool] サーバーのプール
 }へ
credits-line-reversal = { $when } · **+{ $amount }** `{ $verb }` の結果を届けられなかったため返却、{ $pot ->
    [allowance] 1日の割り当て
    [granted] 付与分
   *[pool] サーバーのプール
 }へ
credits-line-grant = { $when } · **+{ $amount }** <@{ $actor }> さんが付与
credits-line-grant-why = { $when } · **+{ $amount }** <@{ $actor }> さんが付与：{ $reason }
credits-line-revoke = { $when } · **-{ $amount }** <@{ $actor }> さんが取り消し
credits-line-revoke-why = { $when } · **-{ $amount }** <@{ $actor }> さんが取り消し：{ $reason }

# 料金

credits-prices = **顔1つの料金**
credits-price-free = `{ $verb }`：無料
credits-price-made = `{ $verb }`：画像1枚につき{ $each }クレジット
credits-price = `{ $verb }`：画像は{ $still }、GIFは1フレームあたり{ $frame }、動画は1秒あたり{ $second }クレジット
credits-prices-rounded = -# クリップでは、顔1つごとの合計を切り上げて整数のクレジットにします。
credits-allowances = **1日に使えるクレジット**（00:00 UTC（日本時間9:00）から）
credits-allowance-all = 全員：{ $amount }クレジット
credits-allowance-role = <@&{ $role }>：{ $amount }クレジット
credits-allowance-highest = -# 複数のロールがあれば、いちばん多いロールの分になります。
credits-pool = 全メンバー共有：さらに{ $amount }クレジット（このサーバーのプール）

# モデレーターの操作

credits-granted = ✅ <@{ $actor }> さんが <@{ $member }> さんに **{ $amount }クレジット** を付与しました。
credits-granted-now = 付与分は、毎日の割り当てとは別に{ $granted }クレジットになりました。
credits-revoked = ✅ <@{ $actor }> さんが <@{ $member }> さんの付与分から **{ $amount }クレジット** を取り消しました。
credits-revoked-none = <@{ $member }> さんには付与されたクレジットがないため、何も取り消しませんでした。毎日の割り当ては `/credits allowance` で決められます。
credits-revoked-now = { $granted ->
    [0] 付与分の残りはありません。
   *[other] 付与分の残りは{ $granted }クレジットです。
 }
credits-why = 理由：{ $reason }
credits-set-allowance = ✅ <@{ $actor }> さんが全員の割り当てを **1日{ $amount }クレジット** にしました。すぐに有効です。
credits-set-allowance-role = ✅ <@{ $actor }> さんが <@&{ $role }> の割り当てを **1日{ $amount }クレジット** にしました。すぐに有効です。
credits-cleared-allowance = ✅ <@{ $actor }> さんが全員の割り当てを通常の設定に戻しました。
credits-cleared-allowance-role = ✅ <@{ $actor }> さんが <@&{ $role }> の割り当てをなくしました。今後は全員と同じ割り当てになります。
credits-set-price = { $amount ->
    [0] ✅ <@{ $actor }> さんが `{ $verb }` を無料にしました。
   *[other] ✅ <@{ $actor }> さんが `{ $verb }` の料金を画像の **顔1つにつき{ $amount }クレジット** にしました。
 }
credits-set-price-agreed = -# すでに依頼済みや案内済みの入れ替えは、元の料金のままです。
credits-set-pool = { $amount ->
    [0] ✅ <@{ $actor }> さんがこのサーバーのプールを閉じました。
   *[other] ✅ <@{ $actor }> さんがこのサーバーのプールを、全メンバー合わせて **1日{ $amount }クレジット** にしました。
 }

# 使われたクレジット

credits-top = **この{ $days }日で多く使ったメンバー**
credits-top-line = { $place }. <@{ $member }> さん：{ $amount }クレジット
credits-top-none = この{ $days }日でクレジットを使った人はいません。
credits-report = { $first }～{ $last }の使用：**{ $amount }クレジット**
credits-report-none = { $first }～{ $last }に使われたクレジットはありません。
credits-report-day = 日付
credits-report-total = 合計
credits-report-latest = -# 表には、使用があった最近の{ $days }日だけを表示しています。全期間はファイルにあります。
credits-report-no-chart = -# 今回はグラフを描けませんでした。数値は表とファイルにあります。
credits-report-alt = 日ごとに使われたクレジットの棒グラフ（コマンド別の積み上げ）
