# What is said of an option behind its name while somebody types, as in "-m · keeps the picture's
# mouth": 70 characters at most. "The picture" is the one that a face is put into.

flag-m = keeps the picture's mouth
flag-f = keeps the picture's skin texture
flag-s = sharpens
flag-mute = drops the sound of a video
flag-webm = makes a WebM of a video, not an MP4
flag-square = as wide as high
flag-portrait = upright
flag-landscape = wide
flag-grid = makes four to choose from
