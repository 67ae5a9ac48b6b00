# /policy 的命令。

command-policy-description = 这个服务器的规则，供管理员使用
command-policy-show-description = 查看这个服务器的规则，以及谁被封禁
command-policy-edit-description = 修改这个服务器的规则：在哪里、谁可以、做什么、怎么做
command-policy-ban-description = 禁止某个成员在这个服务器里使用我
command-policy-ban-option-member = 成员
command-policy-ban-option-member-description = 封禁谁
command-policy-ban-option-reason = 原因
command-policy-ban-option-reason-description = 为什么；对方会看到
command-policy-ban-option-until = 期限
command-policy-ban-option-until-description = 封禁多久，例如 2h 或 3d；或到哪天为止，例如 2030-12-24
command-policy-unban-description = 让被封禁的成员重新可以在这个服务器里使用我
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = 给谁解除封禁
