# 结果。

result-title = **`{ $ids }`** · { $asker } 发起 · { $command }
result-title-one-shot = **换脸** · { $asker } 发起 · { $command }
result-pictures = { $count } 张图片
result-faces = 换了 { $swapped }/{ $found } 张脸

result-frames = { $frames } 帧
result-frames-changed = { $frames } 帧，其中 { $changed } 帧换了脸
result-cost = 用了 { $charged } 积分 · 剩余 { $left }/{ $allowance } · { $when }补满

result-reduced = 已缩小，以便发到这里。
result-reduced-encoded = 已缩小，以便发到这里：以 { $rate } 重新编码。
result-reduced-scaled = 已缩小，以便发到这里：尺寸改为 { $size }。
result-reduced-both = 已缩小，以便发到这里：以 { $rate } 重新编码，尺寸改为 { $size }。
result-linked = { $name } 有 { $size } MB，超过了这里的上限；有链接的人都可以打开，有效期到 { $until }。

result-none-left = 这张图片有 { $faces } 张脸，没有留给 `{ $who }` 的了。
result-none-left-clip = 这个片段有 { $faces } 张脸，没有留给 `{ $who }` 的了。
result-none-left-in = 有 { $pictures } 张图片的脸比列表少，列表末尾的 ID 在这些图片里没有用上。

picker-title = **想换成别人？** 选择每张脸换成谁。
picker-face = 脸 { $face }：{ $who }
picker-leave = 脸 { $face }：保持原样
picker-source = 脸 { $face }：照片里的脸

# 给看不到图片的人的描述。
alt-before = 换脸前：{ $name }
alt-after = 换脸后：{ $name }，换上了 { $who } 的脸
alt-numbered = 这张图片，其中 { $count } 张脸从左到右标了编号
alt-numbered-clip = 片段中出现的 { $count } 张脸，标有编号和时间
