# 关于描述文字的拒绝；图片是照着描述做出来的。

error-empty-prompt = 没有可以做成图片的文字；请描述一下，例如：me, 穿蓝衣的疯狂国王。
error-prompt-too-long = 这段描述有 { $length } 个字符，而我最多接受 { $limit } 个；请缩短一些。
error-unknown-prompt-flags = 我不认识 { $flags }；这里可以用的有 { $takes }。
error-no-place = 请写明要放到哪里，例如：日落时的海滩，或者上传一张背景图。
error-sexual-content = 我不制作人物的色情图片；请描述别的内容。
error-word-blocked = 这个服务器的管理人员不允许在描述里用“{ $word }”；请去掉它。
