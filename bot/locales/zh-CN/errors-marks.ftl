# 关于可见水印的拒绝；水印是每个结果一角的短文字。

error-mark-too-long = 这个水印有 { $length } 个字符，而我最多写 { $limit } 个；请缩短一些。
error-mark-unwritable = 我没法把 { $characters } 写进图片；水印请用拉丁、希腊、西里尔字母，中文、日文、韩文，数字和标点。
