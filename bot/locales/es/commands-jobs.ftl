# Comandos de /jobs y /status.

command-jobs-description = Tus intercambios: cómo van y cómo acabaron
command-jobs-list-description = Muestra tus intercambios, primero los más recientes
command-jobs-list-option-state = estado
command-jobs-list-option-state-description = Solo los que están en este estado
command-jobs-list-option-member = miembro
command-jobs-list-option-member-description = Para la moderación: de quién, en este servidor
command-jobs-show-description = Muestra un intercambio: cómo va y qué salió de él
command-jobs-show-option-job = trabajo
command-jobs-show-option-job-description = Cuál: elígelo o escribe su identificador
command-jobs-cancel-description = Detiene un intercambio que está en espera o en marcha
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = Reintenta un intercambio que falló, se canceló o nunca llegó
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = Te da todos tus intercambios en un archivo JSON
command-status-description = Cómo estoy: el motor, cuántos intercambios esperan, versiones

choice-waiting = en espera
choice-running = en marcha
choice-done = listo
choice-failed = fallido
choice-canceled = cancelado
choice-undelivered = no entregado
choice-expired = caducado
