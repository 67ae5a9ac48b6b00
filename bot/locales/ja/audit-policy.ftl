# サーバーのログチャンネルの行。前に時刻とメンバーの名前が付きます。

audit-job-done = `{ $verb }` 完了、{ $credits }クレジット使用
audit-job-failed = `{ $verb }` 失敗、クレジット消費なし
audit-job-moderated = `{ $verb }` 拒否、クレジット消費なし
audit-job-canceled = `{ $verb }` キャンセル、{ $credits }クレジット使用

audit-policy-allowed-channels = { $value ->
    [none] すべてのチャンネルで私を使えるようにしました
   *[other] 私を使えるチャンネルをこれだけにしました：{ $value }
 }
audit-policy-forbidden-channels = { $value ->
    [none] 私を使えないチャンネルをなくしました
   *[other] 私を使えないチャンネルをこれにしました：{ $value }
 }
audit-policy-users = { $value ->
    [none] 全員が私を使えるようにしました
   *[other] 私を使えるロールをこれにしました：{ $value }
 }
audit-policy-moderators = { $value ->
    [none] 私を管理できるロールをなくしました
   *[other] 私を管理できるロールをこれにしました：{ $value }
 }
audit-policy-savers = { $value ->
    [none] 全員がIDを保存できるようにしました
   *[other] IDを保存できるロールをこれにしました：{ $value }
 }
audit-policy-allow-gif = { $value ->
    [yes] GIFを許可しました
   *[other] GIFを禁止しました
 }
audit-policy-allow-video = { $value ->
    [yes] 動画を許可しました
   *[other] 動画を禁止しました
 }
audit-policy-longest-seconds = { $value ->
    [0] 私が扱える長さまでのクリップを許可しました
   *[other] クリップの長さを{ $value }秒までにしました
 }
audit-policy-private = { $value ->
    [yes] 特に指定がなければ、結果を本人だけに表示するようにしました
   *[other] 特に指定がなければ、結果を全員に表示するようにしました
 }
audit-policy-delete-after = { $value ->
    [0] 結果を残すようにしました
   *[other] 結果を{ $value }時間後に削除するようにしました
 }
audit-policy-blocked-words = { $value ->
    [none] 説明文で禁止する言葉をなくしました
   *[other] 説明文でこれらの言葉を禁止しました: { $value }
 }
audit-policy-mark = { $value ->
    [yes] 結果にマークを入れるようにしました
   *[other] 結果にマークを入れないようにしました
 }
audit-policy-mark-text = { $value ->
    [none] マークの文字を通常のものに戻しました
   *[other] マークの文字を「{ $value }」にしました
 }
audit-policy-backend = { $value ->
    [auto] 入れ替えエンジンをおまかせにしました
   *[other] 入れ替えエンジンを選びました：{ $value }
 }
audit-policy-language = { $value ->
    [auto] 見る人それぞれの言語で話すようにしました
   *[other] 話す言語を1つにしました：{ $value }
 }
audit-policy-audit-channel = { $value ->
    [none] このログをどこにも投稿しないようにしました
   *[other] このログの投稿先を { $value } にしました
 }

audit-member-banned = <@{ $member }> さんを{ $until ->
    [none] 無期限で
   *[other] <t:{ $until }:f>まで
 }利用禁止にしました（理由：{ $reason ->
    [none] 記載なし
   *[other] { $reason }
 }）
audit-member-unbanned = <@{ $member }> さんの利用禁止を解除しました
