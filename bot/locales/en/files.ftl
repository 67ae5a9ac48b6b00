# What a file is called in sentences beside its own name, or where it has none.

# Told behind names that are alike, as in "image.png (photo 2) has 30 MB ...".
files-photo = photo { $number }
files-picture = picture { $number }
# Of a swap: the photo that the face is taken from, and the picture it is put into.
files-source = the source
files-target = the target
files-people = the people
files-background = the background
# In place of a name: "That message has 130 MB and I take up to 100 MB ...".
files-that-message = That message
# In place of a name: "That file is cut short or damaged ...".
files-that-file = That file
# In place of a name: "I found no face in that picture ...", "The face in that picture is only ...".
files-that-picture = that picture
