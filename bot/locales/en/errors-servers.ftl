# What a server's rules refuse. Each message is named by its error's code.

error-only-in-servers = That is about a server; please use it in one that I have been added to.
error-not-a-moderator = Only this server's moderators can do that; ask one who can manage it.
error-managers-only = Only members who can manage this server choose its moderators; please ask one of them.
error-channel-forbidden = This server's moderators have closed this channel to me; please try another one.
# $channels are the names of channels, with commas.
error-channel-not-allowed = In this server I may be used in { $channels } only; please ask again there.
error-role-needed = Only members with certain roles can use me in this server; please ask a moderator for one.
error-saving-refused = Only members with certain roles can save ids in this server; please ask a moderator for one, or use /faceswap.
# $name is the name of a file.
error-animations-refused = { $name } is animated and this server takes no GIFs; please send a still picture.
error-videos-refused = { $name } is a video and this server takes none; please send a still picture.
error-clip-too-long-here = { $name } lasts { $seconds } seconds and this server takes up to { $limit }; please cut it shorter.
# $until is a date with a time; $reason is what a moderator wrote.
error-banned = You may not use me in this server until { $until } (reason: { $reason }); a moderator can tell you more.
error-banned-unexplained = You may not use me in this server until { $until }; a moderator can tell you why.
error-banned-lasting = You may not use me in this server (reason: { $reason }); a moderator can tell you more.
error-banned-lasting-unexplained = You may not use me in this server; a moderator can tell you why.
error-not-yourself = You cannot ban or unban yourself; please ask another moderator.
error-manager-not-banned = That member can manage this server and cannot be banned; take that permission away first.
error-not-banned = That member is not banned; /policy show lists those who are.
error-bad-until = "{ $text }" is no time to come; write how long it is to last, such as 2h, 3d or 1w, or a date such as 2030-12-24.
error-bad-number = "{ $text }" is not a whole number from 0 to { $most }; please write one, or leave it empty.
