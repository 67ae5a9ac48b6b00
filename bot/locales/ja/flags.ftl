# 入力中に表示されるオプションの説明。

flag-m = 元の画像の口元を残します
flag-f = 元の画像の肌の質感を残します
flag-s = シャープにします
flag-mute = 動画の音声を消します
flag-webm = 動画をMP4ではなくWebMにします
flag-square = 正方形にします
flag-portrait = 縦長にします
flag-landscape = 横長にします
flag-grid = 4枚作って選べます
