# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = 保存した顔のポートレートを説明文から作ります
command-headshot-option-prompt = 説明
command-headshot-option-prompt-description = だれを何に：me, a mad king in royal blue --no green --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = 説明がIDで始まらないとき、だれのポートレートか
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square、--portrait、--landscape、4枚作る --grid、-m、-f、-s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = 画像の人を別の場所に移します
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = 人が写っている画像
command-changebg-option-a-background-photo-of = 背景の説明
command-changebg-option-a-background-photo-of-description = 移す先：a beach at sunset --no people --seed 7
command-changebg-option-background = 背景
command-changebg-option-background-description = 説明の代わりに背景にする画像
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid は4枚、--seed 7 は同じものをもう一度
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
