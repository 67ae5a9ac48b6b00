# What Discord shows of commands while they are chosen and typed. The English is what the cogs say,
# and is not read from here; names of slash commands are the same in all languages.
#
# Descriptions have 100 characters at most. An option's name has 32 at most, of lower-case letters,
# digits, - and _, without spaces.

command-saveid-description = Save a face under a name, from one to three photos of it
command-saveid-option-idname = idname
command-saveid-option-idname-description = What to call it: 1 to 10 letters and digits
command-saveid-option-image = image
command-saveid-option-image-description = A clear photo of the face
command-saveid-option-image2 = image2
command-saveid-option-image2-description = Another photo of the same face, for a better likeness
command-saveid-option-image3 = image3
command-saveid-option-image3-description = A third photo of the same face

command-setid-description = Choose which of your ids is used when you name none
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = An id, or a list such as anna,_,ben or anna+ben, with options
command-listid-description = List your ids, and your credits
command-delid-description = Delete one of your ids and what was learnt of its face
command-delid-option-idname = { command-saveid-option-idname }
# Of your ids.
command-delid-option-idname-description = Which one
command-delall-description = Delete all of your ids; asks first

command-swapid-description = Put one or more of your saved faces into a picture, GIF or video
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = An id, or a list from left to right: anna,_,ben (_ skips a face, anna+ben mixes)
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = The picture, GIF or video to put them into
command-swapid-option-options = options
command-swapid-option-options-description = -m keeps the mouth, -f the skin texture, -s sharpens; --mute drops sound, --webm for WebM
command-swapid-option-private = private
command-swapid-option-private-description = Only you see the result

command-faceswap-description = Put the face from a photo into a picture, GIF or video; saves no id
command-faceswap-option-source = source
command-faceswap-option-source-description = A photo of the face
command-faceswap-option-target = target
command-faceswap-option-target-description = The picture, GIF or video to put it into
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

# The same as /faceswap, for those who know it by this name.
command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = source_image
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = target_image_gif_or_video
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = How to swap faces, on one screen

# In the menu of a message that is right-clicked, below Apps; 32 characters at most, spaces allowed.
command-save-as-id = Save as ID
