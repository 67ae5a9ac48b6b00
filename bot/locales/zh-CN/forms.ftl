# 表单。

form-another-title = 换成别人
form-another-pick-label = 你的一个 ID
form-another-pick-hint = 会换到最大的那张脸上
form-another-typed-label = 或输入列表
form-another-typed-hint = 从左到右 anna,_,ben · 混合 anna+ben · -m -f -s
form-portrait-title = 换成别人的肖像
form-portrait-pick-hint = 谁的肖像
form-portrait-typed-label = 或输入一个 ID
form-portrait-typed-hint = anna · 混合 anna+ben · -m -f -s
form-save-title = 保存为 ID
form-save-name-label = 名称
form-save-name-hint = 1 到 10 个文字或数字，例如 小明 或 anna2
