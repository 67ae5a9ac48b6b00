# ID：保存した顔。

ids-saved = ✅ **{ $name }** を保存しました。これが現在のIDになりました。
ids-updated = ✅ **{ $name }** を新しい顔に更新しました。これが現在のIDになりました。
ids-photos = 写真{ $photos }枚、顔の幅{ $width }ピクセル
ids-small = 💡 顔が小さめです。このままでも使えますが、もっと大きい写真のほうが鮮明になります。
ids-next = 次は：`/swapid` に `{ $name }` と画像を付けるか、好きな画像を右クリック → アプリ → INSwapper を選びます。
ids-chosen =
    ✅ 現在のIDは `{ $ids }` になりました。
    好きな画像を右クリック → アプリ → INSwapper で入れ替えられます。

ids-none-yet = IDはまだありません。`/saveid` で顔を保存してください。
ids-listed = **あなたのID** · { $count }/{ $limit }
ids-current = **現在：** `{ $current }`
ids-no-current = **現在：** まだありません。`/setid` で選んでください
ids-credits = 残り{ $left }/{ $allowance }クレジット · { $when }に補充

ids-deleted = 🗑️ **{ $name }** を、その顔から学習したデータごと削除しました。これで作った画像は期限が来ると消えます。画像の下の「削除」でも消せます。
ids-deleted-current = 現在のIDがなくなりました。`/setid` で選んでください。
ids-ask-delete-all = { $count ->
    [1] たった1つのIDを削除しますか？元に戻せません。
   *[other] { $count }個のIDをすべて削除しますか？元に戻せません。
 }
ids-deleted-all = 🗑️ { $count }個のIDを削除しました。あなたのIDはもうありません。1回限りの入れ替えに使った顔は、その画像と一緒に消えます。結果の下の「削除」でも消せます。
ids-nothing-to-delete = IDがないので、削除するものはありませんでした。
ids-kept-all = 何も削除しませんでした。
