# 画像を作るための説明文について応じられないときの返事。

error-empty-prompt = 画像にする言葉がありません。たとえば「me, 青い服の狂った王」のように説明してください。
error-prompt-too-long = その説明は{ $length }文字ありますが、上限は{ $limit }文字です。短くしてください。
error-unknown-prompt-flags = { $flags } は使えません。ここで使えるのは { $takes } です。
error-no-place = 「夕暮れの浜辺」のように行き先を書くか、背景の画像をアップロードしてください。
error-sexual-content = 人の性的な画像は作りません。別のものを説明してください。
error-word-blocked = このサーバーのモデレーターは説明文での「{ $word }」を認めていません。取り除いてください。
