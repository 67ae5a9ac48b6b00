# /jobs と /status のコマンド。説明は100文字まで。

command-jobs-description = あなたの入れ替えの進み具合と結果
command-jobs-list-description = あなたの入れ替えを新しい順に一覧表示します
command-jobs-list-option-state = 状態
command-jobs-list-option-state-description = この状態のものだけ
command-jobs-list-option-member = メンバー
command-jobs-list-option-member-description = モデレーター用：このサーバーでの誰の入れ替えか
command-jobs-show-description = 入れ替え1件の進み具合と結果を表示します
command-jobs-show-option-job = ジョブ
command-jobs-show-option-job-description = どのジョブか：候補から選ぶか、ジョブIDを入力
command-jobs-cancel-description = 待機中や作業中の入れ替えを止めます
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = 失敗、キャンセル、未送信の入れ替えをもう一度試します
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = あなたの入れ替えをすべてJSONファイルで受け取ります
command-status-description = 私の状態を表示します：エンジン、待っている入れ替えの数、バージョン

# 選べる入れ替えの状態。

choice-waiting = 待機中
choice-running = 作業中
choice-done = 完了
choice-failed = 失敗
choice-canceled = キャンセル済み
choice-undelivered = 未送信
choice-expired = 期限切れ
