# ファイルの呼び方。

files-photo = 写真{ $number }
files-picture = 画像{ $number }
files-source = 顔写真
files-target = 入れ替え先
files-people = 人物の画像
files-background = 背景の画像
files-that-message = そのメッセージ
files-that-file = そのファイル
files-that-picture = その画像
