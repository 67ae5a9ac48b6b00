# サーバーのルール：/policy show、edit、ban、unban。

# 編集する3つのページのタイトル。そこへ移るボタンにもなります（80文字まで）。
policy-page-people = 場所と人
policy-page-swaps = 入れ替えと結果
policy-page-more = マーク、言語、ログ
policy-title = ## このサーバーのルール
policy-hint = -# 選んだ内容はすぐに有効になります。保存の操作はいりません。

# メニューの上の説明と、何も選ばれていないときの表示。
policy-allowed-channels = **使えるチャンネル：** 私を使える場所です。カテゴリーを選ぶと、その中すべてになります。
policy-allowed-channels-none = すべてのチャンネル
policy-forbidden-channels = **使えないチャンネル：** 上で選ばれていても、私を使えない場所です。
policy-forbidden-channels-none = なし
policy-users = **私を使える人：** このどれかのロールのメンバーです。
policy-users-none = 全員
policy-savers = **IDを保存できる人：** このどれかのロールのメンバーです。
policy-savers-none = 私を使える人全員
policy-moderators = **モデレーター：** サーバーを管理できるメンバーのほかに、このルールを変更できるロールです。
policy-moderators-none = なし
policy-backend = **入れ替えエンジン**
policy-backend-auto = おまかせ
policy-language = **言語：** ここでの返事とログの言語です。
policy-language-auto = 見る人それぞれの言語
policy-audit-channel = **ログ：** 入れ替えと変更を1行ずつ書くチャンネルです。
policy-audit-channel-none = なし

# オンとオフを切り替えるもの。ボタンには、押すとどうなるかを書きます。
policy-allow-gif = **GIFなどのアニメーション** は{ $on ->
    [yes] 使えます。
   *[no] 使えません。
 }
policy-allow-video = **動画** は{ $on ->
    [yes] 使えます。
   *[no] 使えません。
 }
policy-private = **結果** は{ $on ->
    [yes] 依頼した人が公開を選ばないかぎり、本人だけに表示されます。
   *[no] 依頼した人が「自分だけに表示」を選ばないかぎり、全員に表示されます。
 }
policy-mark = **目に見えるマーク** は{ $on ->
    [yes] すべての結果に入ります。
   *[no] 結果に入りません。
 }
policy-turn = { $on ->
    [yes] オフにする
   *[no] オンにする
 }
policy-turn-private = { $on ->
    [yes] 全員に表示する
   *[no] 本人だけに表示する
 }

# フォームで尋ねるもの。
policy-change = 変更
policy-limits = **制限：** クリップは{ $seconds ->
    [0] 私が扱える長さまで
   *[other] { $seconds }秒まで
 }。結果は{ $hours ->
    [0] そのまま残します。
   *[other] { $hours }時間後に削除します。
 }
policy-limits-title = 制限
policy-limits-seconds = クリップの最大の長さ（秒）
policy-limits-seconds-hint = 0 なら私が扱える長さまで
policy-limits-hours = 結果を削除するまでの時間
policy-limits-hours-hint = 0 なら削除しません
policy-mark-text = **マークの文字：** 「{ $text }」
policy-mark-title = 目に見えるマーク
policy-mark-label = 文字（{ $most }文字まで）
policy-blocked-words = **禁止する言葉：** { $words ->
    [none] 性的な言葉のほかはありません。
   *[other] { $words }
 }
policy-blocked-words-title = 画像を作らない言葉
policy-blocked-words-label = 言葉（コンマで区切る）
policy-blocked-words-hint = 性的な画像はもともと作りません

# /policy show の内容、1行ずつ。
policy-show-where = **チャンネル：** { $open ->
    [none] すべて
   *[other] { $open } のみ
 }{ $closed ->
    [none] 。
   *[other] （{ $closed } を除く）。
 }
policy-show-users = **私を使える人：** { $roles ->
    [none] 全員。
   *[other] { $roles }。
 }
policy-show-savers = **IDを保存できる人：** { $roles ->
    [none] 私を使える人全員。
   *[other] { $roles }。
 }
policy-show-moderators = **モデレーター：** サーバーを管理できるメンバー{ $roles ->
    [none] 。
   *[other] と { $roles }。
 }
policy-show-backend = **入れ替えエンジン：** { $name ->
    [auto] おまかせ。
   *[other] { $name }。
 }
policy-show-language = **言語：** { $name ->
    [auto] 見る人それぞれの言語。
   *[other] { $name }。
 }
policy-show-mark-text = **マークの文字：** 「{ $text }」
policy-show-audit = **ログ：** { $channel ->
    [none] なし。
   *[other] { $channel }。
 }
policy-trouble = ⚠️ { $since }からログのチャンネルに書き込めず、ログが失われています。私がそこを見て書き込めるようにしてから、もう一度選んでください。
policy-show-banned = **利用禁止：** { $count ->
    [0] なし。
   *[other] { $count }人
 }
policy-show-ban = • <@{ $member }> さん、{ $until ->
    [none] 無期限
   *[other] <t:{ $until }:f>まで
 }{ $reason ->
    [none] {""}
   *[other] ：{ $reason }
 }
policy-show-more = • ほか{ $count }人
policy-show-edit = ルールは `/policy edit` で変更し、メンバーの利用禁止と解除は `/policy ban` と `/policy unban` で行います。

policy-banned = 🚫 <@{ $member }> さんは{ $until ->
    [none] 今後ここで私を使えません。`/policy unban` で解除できます。
   *[other] <t:{ $until }:f>まで、ここで私を使えません。
 }
policy-unbanned = ✅ <@{ $member }> さんは、ここでまた私を使えるようになりました。
