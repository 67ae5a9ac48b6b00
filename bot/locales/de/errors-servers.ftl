# What a server's rules refuse. Each message is named by its error's code.

error-only-in-servers = Dabei geht es um einen Server; benutze es bitte auf einem, zu dem ich hinzugefügt wurde.
error-not-a-moderator = Das können nur die Moderatoren dieses Servers; frag jemanden, der ihn verwalten kann.
error-managers-only = Nur wer diesen Server verwalten kann, bestimmt seine Moderatoren; frag bitte jemanden davon.
error-channel-forbidden = Die Moderatoren dieses Servers haben diesen Kanal für mich geschlossen; versuch es bitte in einem anderen.
# $channels are the names of channels, with commas.
error-channel-not-allowed = Auf diesem Server darf ich nur in { $channels } benutzt werden; frag bitte dort noch einmal.
error-role-needed = Auf diesem Server können mich nur Mitglieder mit bestimmten Rollen benutzen; bitte einen Moderator um eine.
error-saving-refused = Auf diesem Server können nur Mitglieder mit bestimmten Rollen IDs speichern; bitte einen Moderator um eine, oder nimm /faceswap.
# $name is the name of a file.
error-animations-refused = { $name } ist animiert, und dieser Server nimmt keine GIFs; schick bitte ein Standbild.
error-videos-refused = { $name } ist ein Video, und dieser Server nimmt keine; schick bitte ein Standbild.
error-clip-too-long-here = { $name } dauert { $seconds } Sekunden, und dieser Server nimmt bis zu { $limit }; kürze es bitte.
error-banned = Du darfst mich auf diesem Server bis { $until } nicht benutzen (Grund: { $reason }); ein Moderator weiß mehr.
error-banned-unexplained = Du darfst mich auf diesem Server bis { $until } nicht benutzen; ein Moderator kann dir sagen, warum.
error-banned-lasting = Du darfst mich auf diesem Server nicht benutzen (Grund: { $reason }); ein Moderator weiß mehr.
error-banned-lasting-unexplained = Du darfst mich auf diesem Server nicht benutzen; ein Moderator kann dir sagen, warum.
error-not-yourself = Du kannst dich nicht selbst sperren oder entsperren; frag bitte einen anderen Moderator.
error-manager-not-banned = Dieses Mitglied kann den Server verwalten und deshalb nicht gesperrt werden; nimm ihm zuerst diese Berechtigung.
error-not-banned = Dieses Mitglied ist nicht gesperrt; /policy show zeigt, wer es ist.
error-bad-until = „{ $text }“ ist keine künftige Zeit; schreib, wie lange es gelten soll, zum Beispiel 2h, 3d oder 1w, oder ein Datum wie 2030-12-24.
error-bad-number = „{ $text }“ ist keine ganze Zahl von 0 bis { $most }; schreib bitte eine, oder lass das Feld leer.
