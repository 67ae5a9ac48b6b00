# Formulare.

form-another-title = Jemand anderen einsetzen
form-another-pick-label = Eine deiner IDs
form-another-pick-hint = Kommt auf das größte Gesicht
form-another-typed-label = Oder tippe eine Liste
form-another-typed-hint = anna,_,ben von links nach rechts · anna+ben zum Mischen · -m -f -s
form-portrait-title = Ein Porträt von jemand anderem
form-portrait-pick-hint = Wessen Porträt es wird
form-portrait-typed-label = Oder tippe eine ID
form-portrait-typed-hint = anna · anna+ben zum Mischen · -m -f -s
form-save-title = Als ID speichern
form-save-name-label = Name
form-save-name-hint = 1 bis 10 Buchstaben und Ziffern, zum Beispiel ich oder anna2
