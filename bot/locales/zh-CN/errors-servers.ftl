# 服务器规则不允许时的回复。

error-only-in-servers = 这是针对服务器的功能；请在添加了我的服务器里使用。
error-not-a-moderator = 只有这个服务器的管理员才能这样做；请找能管理服务器的人帮忙。
error-managers-only = 只有能管理这个服务器的成员才能指定管理员；请找他们帮忙。
error-channel-forbidden = 这个服务器的管理员对我关闭了这个频道；请换个频道再试。
error-channel-not-allowed = 在这个服务器里只能在 { $channels } 使用我；请到那里再试。
error-role-needed = 在这个服务器里，只有拥有特定身份组的成员才能使用我；请向管理员申请。
error-saving-refused = 在这个服务器里，只有拥有特定身份组的成员才能保存 ID；请向管理员申请，或改用 /faceswap。
error-animations-refused = { $name }是动图，而这个服务器不接受 GIF；请发送静态图片。
error-videos-refused = { $name }是视频，而这个服务器不接受视频；请发送静态图片。
error-clip-too-long-here = { $name }长 { $seconds } 秒，而这个服务器最多接受 { $limit } 秒；请剪短一些。
# $until 是日期和时间，或 "further notice"；$reason 是管理员写的话，或 "none given"。
error-banned = 在 { $until } 之前，你不能在这个服务器里使用我（原因：{ $reason }）；详情请问管理员。
error-banned-unexplained = 在 { $until } 之前，你不能在这个服务器里使用我；原因请问管理员。
error-banned-lasting = 你不能在这个服务器里使用我（原因：{ $reason }）；详情请问管理员。
error-banned-lasting-unexplained = 你不能在这个服务器里使用我；原因请问管理员。
error-not-yourself = 你不能封禁自己，也不能给自己解除封禁；请找其他管理员。
error-manager-not-banned = 这个成员能管理服务器，不能封禁；请先取消这项权限。
error-not-banned = 这个成员没有被封禁；用 /policy show 可以查看谁被封禁。
error-bad-until = “{ $text }”不是将来的时间；请写时长，例如 2h、3d 或 1w，或写日期，例如 2030-12-24。
error-bad-number = “{ $text }”不是 0 到 { $most } 的整数；请重新填写，或留空。
