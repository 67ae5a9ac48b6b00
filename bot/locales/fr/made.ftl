# Résultats faits à partir de mots.

made-title-place = **Nouvel arrière-plan** pour { $asker } · { $command }
made-scene = Dessiné en *{ $title }*.
made-scene-closest = Aucune scène ne correspond à ces mots, j’ai donc pris la plus proche : *{ $title }*.
made-place = Placé devant *{ $title }*.
made-place-closest = Je n’ai pas de lieu pour ces mots, j’ai donc pris le plus proche : *{ $title }*.
made-by = Fait par { $maker }.
made-seed = { $count ->
    [one] graine { $seeds }
   *[other] graines { $seeds }
 }
made-hint = Dessiné avec mes propres scènes ; la personne qui m’héberge peut ajouter un générateur.

alt-portrait = Un portrait de { $who } : { $what }
alt-place = Les personnes de l’image dans un autre lieu : { $what }
