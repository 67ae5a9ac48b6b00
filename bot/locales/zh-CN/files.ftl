# 文件的称呼。

files-photo = 照片 { $number }
files-picture = 图片 { $number }
files-source = 人脸照片
files-target = 目标
files-people = 人物图片
files-background = 背景图片
files-that-message = 那条消息
files-that-file = 那个文件
files-that-picture = 那张图片
