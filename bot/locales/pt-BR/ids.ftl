# IDs: rostos salvos.

ids-saved = ✅ **{ $name }** foi salvo. Agora é o seu ID atual.
ids-updated = ✅ **{ $name }** recebeu o rosto novo. Agora é o seu ID atual.
ids-photos = { $photos ->
    [one] { $photos } foto, rosto com { $width } pixels de largura
   *[other] { $photos } fotos, rosto com { $width } pixels de largura
 }
ids-small = 💡 O rosto é pequeno. Funciona, mas com uma foto maior fica mais nítido.
ids-next = Próximo passo: `/swapid` com `{ $name }` e uma imagem, ou clique com o botão direito em qualquer imagem → Apps → INSwapper.
ids-chosen =
    ✅ Seu ID atual agora é `{ $ids }`.
    Para usar, clique com o botão direito em qualquer imagem → Apps → INSwapper.

ids-none-yet = Você ainda não tem IDs. Salve um rosto com `/saveid`.
ids-listed = **Seus IDs** · { $count } de { $limit }
ids-current = **Atual:** `{ $current }`
ids-no-current = **Atual:** nenhum ainda; escolha um com `/setid`
ids-credits = Você ainda tem { $left } de { $allowance } créditos · recarga { $when }

ids-deleted = 🗑️ **{ $name }** foi excluído, com o que aprendi do rosto. As imagens feitas com ele somem com o tempo, ou com “Excluir” abaixo delas.
ids-deleted-current = Agora você não tem um ID atual; escolha um com `/setid`.
ids-ask-delete-all = { $count ->
    [one] Excluir seu único ID? Não dá para desfazer.
   *[other] Excluir todos os seus { $count } IDs? Não dá para desfazer.
 }
ids-deleted-all = { $count ->
    [one] 🗑️ { $count } ID excluído. Você não tem mais nenhum. Os rostos que eram só para uma troca somem com as imagens dela, ou com “Excluir” abaixo do resultado.
   *[other] 🗑️ { $count } IDs excluídos. Você não tem mais nenhum. Os rostos que eram só para uma troca somem com as imagens dela, ou com “Excluir” abaixo do resultado.
 }
ids-nothing-to-delete = Você não tem IDs, então não havia nada para excluir.
ids-kept-all = Nada foi excluído.
