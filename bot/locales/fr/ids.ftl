# Les ID : des visages enregistrés.

ids-saved = ✅ **{ $name }** est enregistré. C’est maintenant ton ID actuel.
ids-updated = ✅ **{ $name }** a reçu le nouveau visage. C’est maintenant ton ID actuel.
ids-photos = { $photos ->
    [one] { $photos } photo, visage de { $width } pixels de large
   *[other] { $photos } photos, visage de { $width } pixels de large
 }
ids-small = 💡 Le visage est petit. Ça marche, mais une photo plus grande donnera un résultat plus net.
ids-next = Ensuite : `/swapid` avec `{ $name }` et une image, ou clic droit sur n’importe quelle image → Applications → INSwapper.
ids-chosen =
    ✅ Ton ID actuel est maintenant `{ $ids }`.
    Pour l’utiliser, fais un clic droit sur n’importe quelle image → Applications → INSwapper.

ids-none-yet = Tu n’as pas encore d’ID. Enregistre un visage avec `/saveid`.
ids-listed = **Tes ID** · { $count } sur { $limit }
ids-current = **Actuel :** `{ $current }`
ids-no-current = **Actuel :** aucun pour l’instant ; choisis-en un avec `/setid`
ids-credits = { $left ->
    [one] Il te reste { $left } crédit sur { $allowance } · recharge { $when }
   *[other] Il te reste { $left } crédits sur { $allowance } · recharge { $when }
 }

ids-deleted = 🗑️ **{ $name }** est supprimé, avec ce que j’ai appris de son visage. Les images qui l’utilisent disparaissent avec le temps, ou avec « Supprimer » en dessous.
ids-deleted-current = Tu n’as plus d’ID actuel ; choisis-en un avec `/setid`.
ids-ask-delete-all = { $count ->
    [one] Supprimer ton seul ID ? C’est irréversible.
   *[other] Supprimer tes { $count } ID ? C’est irréversible.
 }
ids-deleted-all = { $count ->
    [one] 🗑️ { $count } ID supprimé. Il ne t’en reste aucun. Les visages qui n’ont servi que pour un échange disparaissent avec leurs images, ou avec « Supprimer » sous le résultat.
   *[other] 🗑️ { $count } ID supprimés. Il ne t’en reste aucun. Les visages qui n’ont servi que pour un échange disparaissent avec leurs images, ou avec « Supprimer » sous le résultat.
 }
ids-nothing-to-delete = Tu n’as pas d’ID, donc il n’y avait rien à supprimer.
ids-kept-all = Rien n’a été supprimé.
