# ボットの状態：エンジン、順番待ち、バージョン。

status-title = 状態
status-ready = 🟢 入れ替えエンジンは準備ができています。
status-busy = 🟡 入れ替えエンジンが混み合っています。新しい入れ替えは順番を待ちます。
status-starting = 🟡 入れ替えエンジンが起動中です。準備ができるまで入れ替えをお預かりします。
status-down = 🔴 入れ替えエンジンが応答していません。入れ替えはお預かりしていて、何も失われません。
status-engine = エンジン：**{ $engine }** · { $provider }
status-models = モデル：{ $models }
status-lane-stills = **画像：** { $waiting ->
    [0] 待ちなし
   *[other] { $waiting }件待ち
 }、作業中{ $running }/{ $slots }
status-lane-clips = **クリップ：** { $waiting ->
    [0] 待ちなし
   *[other] { $waiting }件待ち
 }、作業中{ $running }/{ $slots }
status-waited = 最も長い待ちは{ $time }
status-takes = 新しい1件は約{ $time }
status-versions = Visage { $visage } · エンジン { $engine } · Python { $python } · discord.py { $discord }
status-versions-here = Visage { $visage } · Python { $python } · discord.py { $discord }
status-up = { $when }から稼働中
