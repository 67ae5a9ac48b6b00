# /privacy：我保留的关于成员的资料，以及导出和清除。

privacy-title = ## 我保留的关于你的资料
privacy-nothing = 我没有保留关于你的任何资料：没有 ID，没有图片，没有积分。
privacy-ids = { $count ->
    [1] **ID：**{ $names }。这张脸我只留加密的特征模板，绝不保留照片。
   *[other] **{ $count } 个 ID：**{ $names }。每张脸我只留加密的特征模板，绝不保留照片。
 }
privacy-swaps = **{ $count } 次换脸**，共 { $pictures } 个加密文件，包括你发来的和做出的结果。每次结束 { $days } 天后会清除，点结果下方的“删除”则立即清除。
privacy-words = 做图片用的文字会和图片一起保留，不加密。
privacy-open = 其中 { $count } 次还在进行。
privacy-past = **过往：**另外 { $count } 次换脸的时间、花费和回复所在的位置；没有图片。
privacy-credits = **积分：**{ $movements } 条积分变动{ $accounts ->
    [1] 。
   *[other] ，分布在 { $accounts } 个地方。
 }
privacy-bans = **封禁：**有 { $count } 个服务器禁止你使用我；这些记录由服务器保留。
privacy-never = -# 绝不保留：用来保存 ID 的照片、你的名字、你的消息。用 `/privacy export` 可以全部导出，用 `/privacy delete` 可以全部清除。

privacy-handed-over = 📦 这是我保留的关于你的全部资料。
privacy-left-out = 有 { $count } 张图片超出了这里的大小上限，没能放进来；可以用 `/jobs list` 查看。
# 导出文件中的说明。
privacy-readme =
    Visage 保留的关于你的资料，截至 { $now } UTC。

    ids.json：你保存的脸，以及不指定 ID 时默认使用的 ID。
    ids/*.template：从每张脸学到的内容，供引擎读取。没有照片：照片不会保留。
    swaps.json：你的换脸，最新的在前，包括图片已经清除的。
    pictures/：你发来换脸的图片和做出的结果，每次换脸一个文件夹。
    credits.json：你的每一条积分变动。
    bans.json：禁止你使用 Visage 的服务器。

    用 /privacy delete 可以清除除封禁以外的全部资料。

privacy-delete-title = 清除关于我的全部资料
privacy-delete-what = 这会结束你进行中的换脸，并清除你的 ID、图片、换脸记录和积分，包括获赠的积分。此操作无法撤销。已经发布的消息会留下；如需删除，请先点每条消息下方的按钮。
privacy-delete-sure = 确定吗？
privacy-delete-yes = 确定，全部清除

privacy-erased = 🗑️ 完成：已清除 { $ids } 个 ID 和 { $swaps } 次换脸，连同它们的图片。积分变动会保留，但不带你的名字。今天花掉的积分在 00:00 UTC（北京时间 8:00）之前仍会计入。
privacy-kept-after = -# 如果有服务器禁止你使用我，封禁会保留。
