# Refusals of descriptions that a picture is to be made of.

error-empty-prompt = There are no words to make a picture of; describe it, such as: me, a mad king in blue.
error-prompt-too-long = That description has { $length } characters and I take up to { $limit }; please shorten it.
# $flags are typed ones such as --zap, $takes are those that there are.
error-unknown-prompt-flags = I do not know { $flags }; what can stand here is { $takes }.
error-no-place = Say where to put them, such as: a beach at sunset, or upload a background.
error-sexual-content = I make no sexual pictures of people; please describe something else.
error-word-blocked = This server's moderators do not allow "{ $word }" in descriptions; please leave it out.
