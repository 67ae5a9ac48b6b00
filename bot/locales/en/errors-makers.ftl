# What is made from words, and people put elsewhere. $name is the picture's, or files-that-file.

error-not-a-still = { $name } moves, and I can change the background of still pictures only; please send a photo.
error-no-face-made = None of the pictures made of those words shows a face large enough, so nothing was charged; please describe one person whose face can be seen.
error-maker-down = The picture generator is not answering as it should just now, so nothing was charged; please try again in a few minutes.
error-maker-refused = The picture generator will not make a picture of these words, so nothing was charged; please try others.
