# Refus de descriptions dont une image serait faite.

error-empty-prompt = Il n’y a pas de mots pour faire une image ; décris-la, par exemple : me, un roi fou en bleu.
error-prompt-too-long = Cette description compte { $length } caractères et j’en accepte jusqu’à { $limit } ; raccourcis-la.
error-unknown-prompt-flags = Je ne connais pas { $flags } ; ici, on peut mettre { $takes }.
error-no-place = Dis où les placer, par exemple : une plage au coucher du soleil, ou envoie un arrière-plan.
error-sexual-content = Je ne fais pas d’images sexuelles de personnes ; décris autre chose.
error-word-blocked = La modération de ce serveur n’accepte pas « { $word } » dans les descriptions ; enlève-le.
