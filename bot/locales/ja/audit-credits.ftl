# モデレーターによるクレジットの変更を、ログに書く言葉。

audit-credits-granted = { $reason ->
    [none] <@{ $member }> さんに{ $amount }クレジットを付与しました（付与分は{ $granted }になりました）
   *[other] <@{ $member }> さんに{ $amount }クレジットを付与しました（付与分は{ $granted }になりました）：{ $reason }
 }
audit-credits-revoked = { $reason ->
    [none] <@{ $member }> さんの付与分から{ $amount }クレジットを取り消しました（残りは{ $granted }です）
   *[other] <@{ $member }> さんの付与分から{ $amount }クレジットを取り消しました（残りは{ $granted }です）：{ $reason }
 }
audit-credits-allowance = 全員の割り当てを1日{ $amount }クレジットにしました
audit-credits-allowance-role = <@&{ $role }> の割り当てを1日{ $amount }クレジットにしました
audit-credits-allowance-cleared = 全員の割り当てを通常の設定に戻しました
audit-credits-allowance-cleared-role = <@&{ $role }> の割り当てをなくしました
audit-credits-price = { $amount ->
    [0] `{ $verb }` を無料にしました
   *[other] `{ $verb }` の料金を顔1つにつき{ $amount }クレジットにしました
 }
audit-credits-pool = { $amount ->
    [0] サーバーのプールを閉じました
   *[other] サーバーのプールを1日{ $amount }クレジットにしました
 }
