# What is made from words, and people put elsewhere. $name is the picture's, or files-that-file.

error-not-a-still = { $name } moves, and I can change the background of still pictures only; please send a photo.
