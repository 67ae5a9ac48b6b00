# コマンド。

command-saveid-description = 1～3枚の写真から、顔に名前を付けて保存します
command-saveid-option-idname = id名
command-saveid-option-idname-description = 付ける名前：文字と数字で1～10文字
command-saveid-option-image = 画像
command-saveid-option-image-description = 顔がはっきり写った写真
command-saveid-option-image2 = 画像2
command-saveid-option-image2-description = 同じ顔の別の写真（より似るようになります）
command-saveid-option-image3 = 画像3
command-saveid-option-image3-description = 同じ顔の3枚目の写真

command-setid-description = 指定しないときに使うIDを選びます
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = ID、または anna,_,ben や anna+ben のようなリスト（オプションも可）
command-listid-description = あなたのIDとクレジットを表示します
command-delid-description = IDを1つ、その顔から学習したデータごと削除します
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = 削除するID
command-delall-description = あなたのIDをすべて削除します（先に確認します）

command-swapid-description = 保存した顔を画像、GIF、動画の顔と入れ替えます（複数可）
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = ID、または左からのリスト：anna,_,ben（_ は顔を飛ばす、anna+ben は混ぜる）
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = 顔を入れ替える画像、GIF、動画
command-swapid-option-options = オプション
command-swapid-option-options-description = -m 口元を残す、-f 肌の質感を残す、-s シャープにする、--mute 音声なし、--webm WebMにする
command-swapid-option-private = 自分だけに表示
command-swapid-option-private-description = 結果はあなただけに表示されます

command-faceswap-description = 写真の顔を画像、GIF、動画の顔と入れ替えます（IDは保存しません）
command-faceswap-option-source = 顔写真
command-faceswap-option-source-description = 顔が写った写真
command-faceswap-option-target = 入れ替え先
command-faceswap-option-target-description = 顔を入れ替える画像、GIF、動画
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = 顔写真
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = 入れ替え先_画像_gif_動画
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = 顔の入れ替え方を1画面で説明します

command-save-as-id = IDとして保存
