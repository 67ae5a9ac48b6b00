# サーバーのルールで応じられないときの返事。

error-only-in-servers = これはサーバー向けの機能です。私が追加されているサーバーで使ってください。
error-not-a-moderator = これができるのは、このサーバーのモデレーターだけです。サーバーを管理できる人に頼んでください。
error-managers-only = モデレーターを決められるのは、このサーバーを管理できるメンバーだけです。その人に頼んでください。
error-channel-forbidden = このサーバーのモデレーターが、このチャンネルで私を使えないようにしています。別のチャンネルでお試しください。
error-channel-not-allowed = このサーバーで私を使えるのは { $channels } だけです。そこでもう一度お試しください。
error-role-needed = このサーバーで私を使えるのは、決まったロールのメンバーだけです。モデレーターにロールを頼んでください。
error-saving-refused = このサーバーでIDを保存できるのは、決まったロールのメンバーだけです。モデレーターにロールを頼むか、 /faceswap を使ってください。
error-animations-refused = { $name }は動く画像ですが、このサーバーではGIFなどを使えません。静止画を送ってください。
error-videos-refused = { $name }は動画ですが、このサーバーでは動画を使えません。静止画を送ってください。
error-clip-too-long-here = { $name }は{ $seconds }秒ありますが、このサーバーの上限は{ $limit }秒です。短くしてください。
# $until は「further notice」、$reason は「none given」のこともあります。
error-banned = このサーバーでは { $until } まで私を使えません（理由：{ $reason }）。詳しくはモデレーターに聞いてください。
error-banned-unexplained = このサーバーでは { $until } まで私を使えません。理由はモデレーターに聞いてください。
error-banned-lasting = このサーバーでは私を使えません（理由：{ $reason }）。詳しくはモデレーターに聞いてください。
error-banned-lasting-unexplained = このサーバーでは私を使えません。理由はモデレーターに聞いてください。
error-not-yourself = 自分自身の利用禁止や解除はできません。別のモデレーターに頼んでください。
error-manager-not-banned = そのメンバーはサーバーを管理できるため、利用禁止にできません。先にその権限を外してください。
error-not-banned = そのメンバーは利用禁止になっていません。利用禁止のメンバーは /policy show で確認できます。
error-bad-until = 「{ $text }」は期限として使えません。2h、3d、1w のような長さか、2030-12-24 のようなこれからの日付を書いてください。
error-bad-number = 「{ $text }」は0～{ $most }の整数ではありません。整数を書くか、空欄にしてください。
