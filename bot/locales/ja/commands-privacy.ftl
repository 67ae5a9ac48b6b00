# /privacy のコマンド。説明は100文字まで。

command-privacy-description = あなたについて私が保管しているもの
command-privacy-show-description = あなたについて保管しているものを表示します
command-privacy-export-description = あなたについて保管しているものをすべて1つのファイルで受け取ります
command-privacy-delete-description = あなたについて保管しているものをすべて消去します（先に確認します）
