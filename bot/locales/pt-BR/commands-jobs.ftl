# Os comandos de /jobs, e /status; uma descrição tem no máximo 100 caracteres.

command-jobs-description = Suas trocas: como estão e como terminaram
command-jobs-list-description = Lista suas trocas, das mais novas às mais antigas
command-jobs-list-option-state = estado
command-jobs-list-option-state-description = Só as que estão neste estado
command-jobs-list-option-member = membro
command-jobs-list-option-member-description = Moderação: de quem são as trocas neste servidor
command-jobs-show-description = Mostra uma troca: em que ponto está e no que deu
command-jobs-show-option-job = troca
command-jobs-show-option-job-description = Qual delas: escolha, ou digite o código
command-jobs-cancel-description = Interrompe uma troca que está aguardando ou em andamento
command-jobs-cancel-option-job = { command-jobs-show-option-job }
command-jobs-cancel-option-job-description = { command-jobs-show-option-job-description }
command-jobs-retry-description = Tenta de novo uma troca que falhou, foi cancelada ou não chegou
command-jobs-retry-option-job = { command-jobs-show-option-job }
command-jobs-retry-option-job-description = { command-jobs-show-option-job-description }
command-jobs-export-description = Envia todas as suas trocas em um arquivo JSON
command-status-description = Como estou: o motor, quantas trocas aguardam, versões

# Estados de uma troca, para escolher um.

choice-waiting = aguardando
choice-running = em andamento
choice-done = concluídas
choice-failed = que falharam
choice-canceled = canceladas
choice-undelivered = não entregues
choice-expired = expiradas
