# Commandes.

command-saveid-description = Enregistrer un visage sous un nom, à partir d’une à trois photos
command-saveid-option-idname = id
command-saveid-option-idname-description = Son nom : 1 à 10 lettres et chiffres
command-saveid-option-image = image
command-saveid-option-image-description = Une photo nette du visage
command-saveid-option-image2 = image2
command-saveid-option-image2-description = Une autre photo du même visage, pour plus de ressemblance
command-saveid-option-image3 = image3
command-saveid-option-image3-description = Une troisième photo du même visage

command-setid-description = Choisir lequel de tes ID sert quand tu n’en indiques aucun
command-setid-option-idname = { command-saveid-option-idname }
command-setid-option-idname-description = Un ID, ou une liste comme anna,_,ben ou anna+ben, avec des options
command-listid-description = Afficher tes ID et tes crédits
command-delid-description = Supprimer un de tes ID et ce qui a été appris de son visage
command-delid-option-idname = { command-saveid-option-idname }
command-delid-option-idname-description = Lequel
command-delall-description = Supprimer tous tes ID, après confirmation

command-swapid-description = Mettre un ou plusieurs de tes visages enregistrés dans une image, un GIF ou une vidéo
command-swapid-option-idname = { command-saveid-option-idname }
command-swapid-option-idname-description = Un ID, ou une liste de gauche à droite : anna,_,ben (_ saute un visage, anna+ben mélange)
command-swapid-option-image = { command-saveid-option-image }
command-swapid-option-image-description = L’image, le GIF ou la vidéo où les mettre
command-swapid-option-options = options
command-swapid-option-options-description = -m garde la bouche, -f le grain de peau, -s affine ; --mute coupe le son, --webm donne un WebM
command-swapid-option-private = privé
command-swapid-option-private-description = Le résultat n’est visible que par toi

command-faceswap-description = Mettre le visage d’une photo dans une image, un GIF ou une vidéo, sans enregistrer d’ID
command-faceswap-option-source = source
command-faceswap-option-source-description = Une photo du visage
command-faceswap-option-target = cible
command-faceswap-option-target-description = L’image, le GIF ou la vidéo où le mettre
command-faceswap-option-options = { command-swapid-option-options }
command-faceswap-option-options-description = { command-swapid-option-options-description }
command-faceswap-option-private = { command-swapid-option-private }
command-faceswap-option-private-description = { command-swapid-option-private-description }

command-picsi-description = { command-faceswap-description }
command-picsi-option-source-image = image_source
command-picsi-option-source-image-description = { command-faceswap-option-source-description }
command-picsi-option-target-image-gif-or-video = image_gif_ou_vidéo_cible
command-picsi-option-target-image-gif-or-video-description = { command-faceswap-option-target-description }
command-picsi-option-options = { command-swapid-option-options }
command-picsi-option-options-description = { command-swapid-option-options-description }
command-picsi-option-private = { command-swapid-option-private }
command-picsi-option-private-description = { command-swapid-option-private-description }

command-help-description = Comment échanger des visages, en un seul écran

command-save-as-id = Enregistrer comme ID
