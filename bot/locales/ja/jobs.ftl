# ジョブ：一覧、1件の表示、できること。

jobs-of-yours = あなたのジョブ
jobs-of-member = このサーバーでの { $member } さんのジョブ
jobs-of-everybody = このサーバーのすべてのジョブ
jobs-heading = { $whose } · { $count ->
    [0] なし
   *[other] { $count }件
 }
jobs-heading-state = { $whose } · { $state } · { $count ->
    [0] なし
   *[other] { $count }件
 }
jobs-page = { $page }/{ $pages }ページ · 1件の詳細は `/jobs show` で見られます
jobs-none = まだありません。`/swapid` で始められます。
jobs-none-such = 当てはまるものはありません。
jobs-newer-button = 新しいほうへ
jobs-older-button = 古いほうへ
jobs-everybodys-button = 全員の分
jobs-only-mine-button = 自分の分だけ

jobs-line = { $sign } **{ $state }** · { $what } · { $when }
jobs-line-details = { $cost } · `{ $job }`
jobs-for = { $member } さん
jobs-link = [結果を開く]({ $link })

# ジョブの状態。
jobs-state-offered = 確認待ち
jobs-state-queued = 待機中
jobs-state-preparing = 準備中
jobs-state-processing = 作業中
jobs-state-done = 完了
jobs-state-failed = 失敗
jobs-state-canceled = キャンセル済み
jobs-state-moderated = 拒否
jobs-state-expired = 期限切れ
jobs-state-undelivered = 未送信

# 一覧を絞り込む状態。
jobs-shown-waiting = 待機中
jobs-shown-running = 作業中
jobs-shown-done = 完了
jobs-shown-failed = 失敗
jobs-shown-canceled = キャンセル済み
jobs-shown-undelivered = 未送信
jobs-shown-expired = 期限切れ

jobs-private = 本人だけに表示
jobs-cost-used = { $count ->
    [0] 無料
   *[other] { $count }クレジット使用
 }
jobs-cost-held = { $count }クレジット確保中
jobs-cost-offered = { $count }クレジット必要

# 1件のジョブ。
jobs-title = { $sign } { $state } · { $what }
jobs-asked = { $member } さんが{ $when }に依頼
jobs-asked-in = { $member } さんが{ $when }に { $channel } で依頼
jobs-place = { $place ->
    [1] 次の順番です。
   *[other] 順番は{ $place }番目です。
 }
jobs-place-takes = { $place ->
    [1] 次の順番です。約{ $time }で完了します。
   *[other] 順番は{ $place }番目です。約{ $time }で完了します。
 }
jobs-far-back = 順番待ちです。先に多くの入れ替えがあります。
jobs-held = お預かりしていて、自動でもう一度試します：{ $reason }
jobs-begun = 作業中です。
jobs-begun-takes = 作業中です。残り約{ $time }。
jobs-progress = `{ $bar }` **{ $percent }%** · { $done }/{ $total }フレーム
jobs-progress-steps = `{ $bar }` **{ $percent }%** · { $done }/{ $total }ステップ
jobs-seconds = { $count }秒
jobs-minutes = { $count }分
jobs-offered-until = 案内の下の「入れ替える」を押すと始まります。案内は{ $when }に終わります。
jobs-done-at = { $when }に終わりました。
jobs-has-expired = 期限切れです。画像は消去され、残っているのはこの記録だけです。
jobs-result-private = 結果は本人だけに表示されるため、ここでは依頼した本人にしか見えません。
jobs-result-too-large = 結果が大きすぎて、ここには表示できません。
jobs-result = { $name }から作った結果
jobs-result-gone = 結果はもう保存されていません。
jobs-is-again = ジョブ `{ $parent }` のやり直しです。
jobs-no-longer-live = この表示はもう自動では更新されません。「更新」を押してください。

jobs-undelivered-channel-gone = チャンネルがなくなったため、結果を投稿できませんでした。
jobs-undelivered-not-allowed = そこに書き込みや画像の投稿をする権限が私にないため、結果を投稿できませんでした。
jobs-undelivered-left-server = 私がそのサーバーにもういないため、結果を投稿できませんでした。
jobs-undelivered-dms-closed = 私からのDMを受け取らない設定になっているため、結果を送れませんでした。
jobs-undelivered-given-up = 1日の間Discordにつながらなかったため、結果を投稿できませんでした。
jobs-undelivered-no-place = 投稿先がもうわからないため、結果を投稿できませんでした。
jobs-undelivered-refused = Discordが受け付けなかったため、結果を投稿できませんでした。
jobs-kept-here = 結果はこちらで保管しています。「再試行」を押すと、今いる場所に投稿します。

jobs-cancel-button = キャンセル
jobs-retry-button = 再試行
jobs-refresh-button = 更新
jobs-open-button = 結果を開く
jobs-stopped = 停止しました · { $cost }
jobs-stopped-for = { $member } さんのジョブを停止し、本人に知らせました。クレジットは消費されていません。

# ジョブを選ぶとき。
jobs-choice = { $what } · { $state } · { $when }
jobs-now = たった今
jobs-minutes-ago = { $count }分前
jobs-hours-ago = { $count }時間前
jobs-days-ago = { $count }日前

jobs-exported = { $count ->
    [0] あなたのジョブはありません。
    [1] あなたのたった1件のジョブ（JSON）です。
   *[other] あなたのジョブ{ $count }件（JSON）です。
 }
jobs-exported-some = あなたのジョブ{ $all }件のうち、新しい{ $count }件（JSON）です。1つのファイルにはこれ以上入りません。
jobs-exported-no-links = 結果のメッセージをもう読めないため、画像のアドレスは入っていません。
jobs-exported-links = 画像のアドレスは、新しい{ $count }件の結果のうち今も読めるものに付けています。Discordでは1日ほどで使えなくなります。
