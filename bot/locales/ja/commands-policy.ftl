# /policy のコマンド。説明は100文字まで。

command-policy-description = このサーバーのルール（モデレーター向け）
command-policy-show-description = このサーバーのルールと、利用禁止のメンバーを表示します
command-policy-edit-description = このサーバーのルールを変更します：場所、人、内容、方法
command-policy-ban-description = メンバーがこのサーバーで私を使えないようにします
command-policy-ban-option-member = メンバー
command-policy-ban-option-member-description = 利用禁止にするメンバー
command-policy-ban-option-reason = 理由
command-policy-ban-option-reason-description = 利用禁止の理由（本人に伝わります）
command-policy-ban-option-until = 期限
command-policy-ban-option-until-description = 2h や 3d のような長さ、または 2030-12-24 のような日付まで
command-policy-unban-description = 利用禁止のメンバーが、このサーバーでまた私を使えるようにします
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = 利用禁止を解除するメンバー
