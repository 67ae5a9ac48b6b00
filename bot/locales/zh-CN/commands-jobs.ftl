# /jobs 的命令，以及 /status。

command-jobs-description = 你的换脸任务：进度和结果
command-jobs-list-description = 列出你的换脸任务，最新的在前
command-jobs-list-option-state = 状态
command-jobs-list-option-state-description = 只看这种状态的任务
command-jobs-list-option-member = 成员
command-jobs-list-option-member-description = 管理员专用：查看谁在这个服务器的任务
command-jobs-show-description = 查看一个换脸任务的进度和结果
command-jobs-show-option-job = 任务
command-jobs-show-option-job-description = 哪个任务：从列表选择，或输入它的 ID
command-jobs-cancel-description = 停止一个等待中或处理中的换脸任务
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = 重试一个失败、已取消或未送达的换脸任务
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = 把你的所有换脸任务导出为 JSON 文件
command-status-description = 查看我的状态：引擎、排队数量和版本

# 可选的任务状态。

choice-waiting = 等待中
choice-running = 处理中
choice-done = 已完成
choice-failed = 失败
choice-canceled = 已取消
choice-undelivered = 未送达
choice-expired = 已过期
