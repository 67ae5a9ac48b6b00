# Commands that make pictures from words, as Discord shows them; see commands.ftl.

command-headshot-description = 照着描述给已保存的脸做一张肖像
command-headshot-option-prompt = 描述
command-headshot-option-prompt-description = 谁，做成什么：me, a mad king in royal blue --no green --square --seed 7
command-headshot-option-idname = { command-saveid-option-idname }
command-headshot-option-idname-description = 描述不以 ID 开头时，是谁的肖像
command-headshot-option-options = { command-swapid-option-options }
command-headshot-option-options-description = --square、--portrait 或 --landscape；--grid 做四张；-m、-f、-s
command-headshot-option-private = { command-swapid-option-private }
command-headshot-option-private-description = { command-swapid-option-private-description }

command-changebg-description = 把图片里的人放到别的地方
command-changebg-option-image = { command-saveid-option-image }
command-changebg-option-image-description = 有人物的图片
command-changebg-option-a-background-photo-of = 背景描述
command-changebg-option-a-background-photo-of-description = 放到哪里：a beach at sunset --no people --seed 7
command-changebg-option-background = 背景
command-changebg-option-background-description = 用来当背景的图片，代替描述
command-changebg-option-options = { command-swapid-option-options }
command-changebg-option-options-description = --grid 做四张，--seed 7 重做同一张
command-changebg-option-private = { command-swapid-option-private }
command-changebg-option-private-description = { command-swapid-option-private-description }
