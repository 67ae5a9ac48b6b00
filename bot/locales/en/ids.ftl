# Ids: faces that members save under a name, and swap in by it. "id" is the product's word.

# Below it stand ids-photos and ids-next.
ids-saved = ✅ Saved **{ $name }**. It is now your current id.
ids-updated = ✅ Updated **{ $name }** with the new face. It is now your current id.
# What a face was learnt from; $width is in pixels.
ids-photos = { $photos ->
    [one] { $photos } photo, face { $width } pixels wide
   *[other] { $photos } photos, face { $width } pixels wide
 }
ids-small = 💡 The face is small. It works, and a larger photo will look sharper.
# "Apps" is what Discord's own menu calls it. INSwapper is a name, the same in all languages.
ids-next = Next: `/swapid` with `{ $name }` and a picture, or right-click any picture → Apps → INSwapper.
ids-chosen =
    ✅ Your current id is now `{ $ids }`.
    Right-click any picture → Apps → INSwapper to swap it in.

ids-none-yet = You have no ids yet. Save a face with `/saveid`.
# Above the names of the ids.
ids-listed = **Your ids** · { $count } of { $limit }
ids-current = **Current:** `{ $current }`
ids-no-current = **Current:** none yet; choose one with `/setid`
# $when is a time as Discord shows it, such as "in 3 hours".
ids-credits = { $left } of { $allowance } credits left · refilled { $when }

ids-deleted = 🗑️ Deleted **{ $name }** and what was learnt of its face. Pictures made with it go in time, or with Delete below them.
ids-deleted-current = You have no current id now; choose one with `/setid`.
ids-ask-delete-all = { $count ->
    [one] Delete your only id? This cannot be undone.
   *[other] Delete all { $count } of your ids? This cannot be undone.
 }
# A one-shot swap takes a face from a photo and saves no id. "Delete" is the button's label.
ids-deleted-all = { $count ->
    [one] 🗑️ Deleted { $count } id. No id of yours is left. Faces of one-shot swaps go with their pictures, or with Delete below the result.
   *[other] 🗑️ Deleted { $count } ids. No id of yours is left. Faces of one-shot swaps go with their pictures, or with Delete below the result.
 }
ids-nothing-to-delete = You have no ids, so there was nothing to delete.
ids-kept-all = Nothing was deleted.
