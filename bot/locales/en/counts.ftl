# Numbers of things.

count-credits = { $count ->
    [one] { $count } credit
   *[other] { $count } credits
 }
