# Negativas sobre trabajos, que es como se llaman los intercambios cuando se consultan.

error-unknown-job = No conozco ese trabajo; elige uno de los que se ofrecen mientras escribes, o copia su identificador de /jobs list.
error-job-over = Ese trabajo ya terminó; /jobs show dice cómo acabó.
error-nothing-to-retry = Solo se puede reintentar un trabajo que falló, se canceló o no se pudo entregar; para otro resultado, pulsa “Otra vez” debajo del que tienes.
error-still-at-work = Mientras tanto llegaron nuevos intercambios tuyos, así que no se borró nada; espera a que terminen e inténtalo de nuevo.
error-stopped-by-moderator = Alguien de moderación de este servidor lo detuvo, así que no se te cobró nada; pregúntale por qué.
error-too-many-open-jobs = Ya tienes abiertos tantos intercambios como se permite ({ $waiting }); inténtalo de nuevo cuando termine uno.
error-too-many-open-jobs-server = Este servidor ya tiene abiertos tantos intercambios como se permite ({ $waiting }); inténtalo de nuevo cuando termine uno.
