# /privacy 的命令。

command-privacy-description = 我保留了关于你的哪些资料
command-privacy-show-description = 查看我保留了关于你的哪些资料
command-privacy-export-description = 把我保留的关于你的全部资料导出为一个文件
command-privacy-delete-description = 清除我保留的关于你的全部资料；会先向你确认
