# Refusals of a visible mark, the short text in a corner of each result.

error-mark-too-long = That mark has { $length } characters and I draw up to { $limit }; please shorten it.
# $characters are those that cannot be drawn.
error-mark-unwritable = I cannot draw { $characters } into a picture; please use Latin, Greek, Cyrillic, Chinese, Japanese or Korean letters, digits and punctuation for the mark.
