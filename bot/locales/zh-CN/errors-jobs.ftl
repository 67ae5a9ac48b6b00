# 关于任务的拒绝；查看换脸时称为“任务”。

error-unknown-job = 我找不到这个任务；请从输入时的列表里选择，或用 /jobs list 查看它的 ID。
error-job-over = 这个任务已经结束了；用 /jobs show 可以查看结果。
error-nothing-to-retry = 只有失败、已取消或未送达的任务才能重试；想要另一个结果，请点现有结果下方的“再来一次”。
error-still-at-work = 期间你又发起了新的换脸，所以什么都没有清除；请等它们完成后再试。
error-stopped-by-moderator = 这个服务器的管理员停止了它，所以没有扣积分；请向管理员询问原因。
error-too-many-open-jobs = 你进行中的换脸已达到上限（{ $waiting } 个）；请等其中一个完成后再试。
error-too-many-open-jobs-server = 这个服务器进行中的换脸已达到上限（{ $waiting } 个）；请等其中一个完成后再试。
