# 日志里关于任务的记录；前面是时间和管理员的名字。

audit-job-stopped = 停止了 <@{ $member }> 的任务 `{ $job }`。
