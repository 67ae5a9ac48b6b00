# Forms that open. Titles and labels have 45 characters at most, hints 100.

form-another-title = Swap in somebody else
form-another-pick-label = One of your ids
form-another-pick-hint = Goes to the largest face
form-another-typed-label = Or type a list
# anna and ben are ids; the rest is typed as it stands here. A mix is one face made of two.
form-another-typed-hint = anna,_,ben from left to right · anna+ben to mix · -m -f -s
form-portrait-title = A portrait of somebody else
form-portrait-pick-hint = Whose portrait it is
form-portrait-typed-label = Or type an id
form-portrait-typed-hint = anna · anna+ben to mix · -m -f -s
form-save-title = Save as ID
form-save-name-label = Name
# Of an id, that is: what a saved face is called.
form-save-name-hint = 1 to 10 letters and digits, such as me or anna2
