# フォーム。

form-another-title = 別の人に入れ替える
form-another-pick-label = あなたのIDから選択
form-another-pick-hint = いちばん大きい顔と入れ替わります
form-another-typed-label = またはリストを入力
form-another-typed-hint = 左から順に anna,_,ben · 混ぜるなら anna+ben · -m -f -s
form-portrait-title = 別の人のポートレート
form-portrait-pick-hint = だれのポートレートにするか
form-portrait-typed-label = またはIDを入力
form-portrait-typed-hint = anna · 混ぜるなら anna+ben · -m -f -s
form-save-title = IDとして保存
form-save-name-label = 名前
form-save-name-hint = 文字と数字で1～10文字（たろう、anna2 など）
