# 输入时显示的选项说明。

flag-m = 保留原图的嘴部
flag-f = 保留原图的皮肤纹理
flag-s = 锐化
flag-mute = 去掉视频的声音
flag-webm = 视频输出为 WebM，而不是 MP4
flag-square = 正方形
flag-portrait = 竖图
flag-landscape = 横图
flag-grid = 做四张供你挑选
