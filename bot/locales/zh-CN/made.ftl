# 用文字做出的结果。

made-title-place = **新背景** · { $asker } 发起 · { $command }
made-scene = 画成了 *{ $title }*。
made-scene-closest = 没有符合这些文字的场景，所以用了最接近的：*{ $title }*。
made-place = 放到了 *{ $title }* 前。
made-place-closest = 没有符合这些文字的地方，所以用了最接近的：*{ $title }*。
made-by = 由 { $maker } 制作。
made-seed = { $count ->
   *[other] 种子 { $seeds }
 }
made-hint = 用我自己的场景画的；运行我的人可以添加生成器。

alt-portrait = { $who } 的肖像：{ $what }
alt-place = 图片里的人到了别处：{ $what }
