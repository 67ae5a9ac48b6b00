# Los ID: caras guardadas.

ids-saved = ✅ **{ $name }** está guardado. Ahora es tu ID actual.
ids-updated = ✅ **{ $name }** ya tiene la cara nueva. Ahora es tu ID actual.
ids-photos = { $photos ->
    [one] { $photos } foto, cara de { $width } píxeles de ancho
   *[other] { $photos } fotos, cara de { $width } píxeles de ancho
 }
ids-small = 💡 La cara es pequeña. Funciona, pero con una foto más grande se verá más nítida.
ids-next = Lo siguiente: `/swapid` con `{ $name }` y una imagen, o clic derecho en cualquier imagen → Aplicaciones → INSwapper.
ids-chosen =
    ✅ Tu ID actual es ahora `{ $ids }`.
    Para usarlo, haz clic derecho en cualquier imagen → Aplicaciones → INSwapper.

ids-none-yet = Todavía no tienes ningún ID. Guarda una cara con `/saveid`.
ids-listed = **Tus ID** · { $count } de { $limit }
ids-current = **Actual:** `{ $current }`
ids-no-current = **Actual:** todavía ninguno; elige uno con `/setid`
ids-credits = { $left ->
    [one] Te queda { $left } de { $allowance } créditos · se recargan { $when }
   *[other] Te quedan { $left } de { $allowance } créditos · se recargan { $when }
 }

ids-deleted = 🗑️ **{ $name }** se eliminó, junto con lo que aprendí de su cara. Las imágenes hechas con él desaparecen con el tiempo, o con “Eliminar” debajo de ellas.
ids-deleted-current = Ahora no tienes un ID actual; elige uno con `/setid`.
ids-ask-delete-all = { $count ->
    [one] ¿Eliminar tu único ID? Esto no se puede deshacer.
   *[other] ¿Eliminar todos tus ID ({ $count })? Esto no se puede deshacer.
 }
ids-deleted-all = { $count ->
    [one] 🗑️ { $count } ID eliminado. Ya no te queda ninguno. Las caras que solo eran para un intercambio desaparecen con sus imágenes, o con “Eliminar” debajo del resultado.
   *[other] 🗑️ { $count } ID eliminados. Ya no te queda ninguno. Las caras que solo eran para un intercambio desaparecen con sus imágenes, o con “Eliminar” debajo del resultado.
 }
ids-nothing-to-delete = No tienes ningún ID, así que no había nada que eliminar.
ids-kept-all = No se eliminó nada.
