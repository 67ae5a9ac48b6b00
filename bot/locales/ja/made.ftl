# 言葉から作った結果。

made-title-place = **新しい背景** · { $asker } さん · { $command }
made-scene = 描いた場面： *{ $title }*
made-scene-closest = その言葉に合う場面がないので、いちばん近いものにしました： *{ $title }*
made-place = 背景： *{ $title }*
made-place-closest = その言葉に合う場所がないので、いちばん近いものにしました： *{ $title }*
made-by = { $maker } が作りました。
made-seed = { $count ->
   *[other] シード { $seeds }
 }
made-hint = 私の場面から描きました。運用している人は生成器を追加できます。

alt-portrait = { $who }のポートレート：{ $what }
alt-place = 別の場所に移した画像の人：{ $what }
