# Comandos de /policy.

command-policy-description = Las normas de este servidor, para su moderación
command-policy-show-description = Muestra las normas de este servidor y quién está vetado
command-policy-edit-description = Cambia las normas de este servidor: dónde, quién, qué y cómo
command-policy-ban-description = Impide que un miembro me use en este servidor
command-policy-ban-option-member = miembro
command-policy-ban-option-member-description = A quién
command-policy-ban-option-reason = motivo
command-policy-ban-option-reason-description = Por qué; se le dice al miembro
command-policy-ban-option-until = hasta
command-policy-ban-option-until-description = Cuánto tiempo, como 2h o 3d, o hasta una fecha como 2030-12-24
command-policy-unban-description = Deja que un miembro vetado vuelva a usarme en este servidor
command-policy-unban-option-member = { command-policy-ban-option-member }
command-policy-unban-option-member-description = A quién volver a admitir
