# O que as regras de um servidor recusam.

error-only-in-servers = Isso é coisa de servidor; use em um onde fui adicionado.
error-not-a-moderator = Só a moderação deste servidor pode fazer isso; peça a alguém que possa gerenciá-lo.
error-managers-only = Só quem pode gerenciar este servidor escolhe a moderação dele; peça a uma dessas pessoas.
error-channel-forbidden = A moderação deste servidor fechou este canal para mim; tente em outro.
error-channel-not-allowed = Neste servidor só posso ser usado em { $channels }; peça de novo lá.
error-role-needed = Neste servidor, só membros com certos cargos podem me usar; peça um à moderação.
error-saving-refused = Neste servidor, só membros com certos cargos podem salvar IDs; peça um à moderação, ou use /faceswap.
error-animations-refused = { $name } é animado e este servidor não aceita GIFs; envie uma imagem parada.
error-videos-refused = { $name } é um vídeo e este servidor não aceita vídeos; envie uma imagem parada.
error-clip-too-long-here = { $name } dura { $seconds } segundos e este servidor aceita até { $limit }; corte um pouco.
# O prazo e o motivo podem vir em inglês, por isso cada um vem depois de dois-pontos.
error-banned = Você não pode me usar neste servidor até { $until } (motivo: { $reason }); um moderador pode explicar melhor.
error-banned-unexplained = Você não pode me usar neste servidor até { $until }; um moderador pode dizer o motivo.
error-banned-lasting = Você não pode me usar neste servidor (motivo: { $reason }); um moderador pode explicar melhor.
error-banned-lasting-unexplained = Você não pode me usar neste servidor; um moderador pode dizer o motivo.
error-not-yourself = Você não pode banir nem desbanir a si mesmo; peça a outra pessoa da moderação.
error-manager-not-banned = Esse membro pode gerenciar este servidor, então não pode ser banido; tire essa permissão dele antes.
error-not-banned = Esse membro não está banido; /policy show lista quem está.
error-bad-until = “{ $text }” não é um prazo no futuro; escreva quanto deve durar, como 2h, 3d ou 1w, ou uma data como 2030-12-24.
error-bad-number = “{ $text }” não é um número inteiro de 0 a { $most }; escreva um, ou deixe em branco.
