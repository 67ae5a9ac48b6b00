# Os comandos de /policy; uma descrição tem no máximo 100 caracteres.

command-policy-description = As regras deste servidor, para a moderação
command-policy-show-description = Mostra as regras deste servidor e quem está banido
command-policy-edit-description = Muda as regras deste servidor: onde, quem, o quê e como
command-policy-ban-description = Impede um membro de me usar neste servidor
command-policy-ban-option-member = membro
command-policy-ban-option-member-description = Quem
command-policy-ban-option-reason = motivo
command-policy-ban-option-reason-description = Por quê; o membro fica sabendo
command-policy-ban-option-until = até
command-policy-ban-option-until-description = Por quanto tempo, como 2h ou 3d, ou até uma data como 2030-12-24
command-policy-unban-description = Deixa um membro banido me usar de novo neste servidor
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = Quem pode voltar
