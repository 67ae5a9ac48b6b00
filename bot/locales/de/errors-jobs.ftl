# Refusals about jobs, which is what swaps are called where they are looked up.

error-unknown-job = Einen solchen Auftrag kenne ich nicht; wähle einen von denen, die dir beim Tippen angeboten werden, oder nimm seine Kennung aus /jobs list.
error-job-over = Dieser Auftrag ist schon vorbei; /jobs show sagt, wie er ausging.
error-nothing-to-retry = Nur ein Auftrag, der gescheitert ist, abgebrochen wurde oder nicht zugestellt werden konnte, lässt sich noch mal versuchen; für ein anderes Ergebnis drück „Noch mal“ unter dem, das du hast.
error-still-at-work = Inzwischen sind neue Tausche von dir dazugekommen, also wurde nichts gelöscht; bitte warte auf sie und versuch es noch mal.
error-stopped-by-moderator = Jemand aus der Moderation dieses Servers hat das gestoppt, also wurde nichts berechnet; bitte frag dort nach dem Grund.
# $waiting is how many wait or are worked on, which is as many as may be.
error-too-many-open-jobs = Von dir sind so viele Tausche offen, wie es sein dürfen ({ $waiting }); bitte versuch es noch mal, wenn einer fertig ist.
error-too-many-open-jobs-server = Von diesem Server sind so viele Tausche offen, wie es sein dürfen ({ $waiting }); bitte versuch es noch mal, wenn einer fertig ist.
