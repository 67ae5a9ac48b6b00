# 命令。

command-saveid-description = 用一到三张照片保存一张脸，并给它起个名字
command-saveid-option-idname = id名称
command-saveid-option-idname-description = 叫什么名字：1 到 10 个文字或数字
command-saveid-option-image = 图片
command-saveid-option-image-description = 一张清晰的脸部照片
command-saveid-option-image2 = 图片2
command-saveid-option-image2-description = 同一张脸的另一张照片，换出来会更像
command-saveid-option-image3 = 图片3
command-saveid-option-image3-description = 同一张脸的第三张照片

command-setid-description = 选择不指定 ID 时默认使用哪个 ID
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = 一个 ID，或 anna,_,ben、anna+ben 这样的列表，可带选项
command-listid-description = 查看你的 ID 和积分
command-delid-description = 删除你的一个 ID，以及从这张脸学到的一切
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = 要删除的 ID
command-delall-description = 删除你的所有 ID；会先向你确认

command-swapid-description = 把一张或多张已保存的脸换到图片、GIF 或视频中
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = 一个 ID，或从左到右的列表：anna,_,ben（_ 跳过一张脸，anna+ben 混合两张脸）
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = 要换脸的图片、GIF 或视频
command-swapid-option-options = 选项
command-swapid-option-options-description = -m 保留嘴部，-f 保留皮肤纹理，-s 锐化；--mute 去掉声音，--webm 输出 WebM
command-swapid-option-private = 仅自己可见
command-swapid-option-private-description = 只有你能看到结果

command-faceswap-description = 把照片里的脸换到图片、GIF 或视频中；不保存 ID
command-faceswap-option-source = 人脸照片
command-faceswap-option-source-description = 一张脸部照片
command-faceswap-option-target = 目标
command-faceswap-option-target-description = 要换脸的图片、GIF 或视频
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = 人脸照片
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = 目标图片_gif_视频
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = 一屏看懂怎么换脸

command-save-as-id = 保存为 ID
