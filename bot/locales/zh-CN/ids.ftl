# ID：已保存的脸。

ids-saved = ✅ 已保存 **{ $name }**，它现在是你的当前 ID。
ids-updated = ✅ 已用新的脸更新 **{ $name }**，它现在是你的当前 ID。
ids-photos = { $photos } 张照片，脸宽 { $width } 像素
ids-small = 💡 这张脸偏小。可以用，但换张大一点的照片会更清晰。
ids-next = 下一步：用 `/swapid` 加 `{ $name }` 和一张图片，或右键任意图片 → 应用 → INSwapper。
ids-chosen =
    ✅ 你的当前 ID 现在是 `{ $ids }`。
    右键任意图片 → 应用 → INSwapper，就能换上它。

ids-none-yet = 你还没有 ID。用 `/saveid` 保存一张脸吧。
ids-listed = **你的 ID** · { $count }/{ $limit }
ids-current = **当前：**`{ $current }`
ids-no-current = **当前：**还没有；用 `/setid` 选一个
ids-credits = 剩余 { $left }/{ $allowance } 积分 · { $when }补满

ids-deleted = 🗑️ 已删除 **{ $name }**，以及从这张脸学到的一切。用它做的图片到期会清除，也可以点图片下方的“删除”。
ids-deleted-current = 你现在没有当前 ID；用 `/setid` 选一个。
ids-ask-delete-all = { $count ->
    [1] 要删除你唯一的 ID 吗？此操作无法撤销。
   *[other] 要删除你的全部 { $count } 个 ID 吗？此操作无法撤销。
 }
ids-deleted-all = 🗑️ 已删除 { $count } 个 ID，你的 ID 已全部删除。一次性换脸用的脸会随图片一起清除，也可以点结果下方的“删除”。
ids-nothing-to-delete = 你没有 ID，没什么可删除的。
ids-kept-all = 什么都没有删除。
