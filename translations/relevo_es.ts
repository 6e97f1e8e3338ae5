<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Go to chats</source>
        <translation>Ir a las charlas</translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation>Ir a los ajustes</translation>
    </message>
    <message>
        <source>Show my conversations</source>
        <translation>Mostrar mis conversaciones</translation>
    </message>
    <message>
        <source>Show unassigned conversations</source>
        <translation>Mostrar las conversaciones sin asignar</translation>
    </message>
    <message>
        <source>Show who waits for us</source>
        <translation>Mostrar quién nos espera</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Mostrar todas las conversaciones</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Conversación siguiente</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Conversación anterior</translation>
    </message>
    <message>
        <source>Take over this conversation</source>
        <translation>Tomar esta conversación</translation>
    </message>
    <message>
        <source>Close this conversation</source>
        <translation>Cerrar esta conversación</translation>
    </message>
    <message>
        <source>I am on duty</source>
        <translation>Estoy de turno</translation>
    </message>
    <message>
        <source>I take a break</source>
        <translation>Me tomo un descanso</translation>
    </message>
    <message>
        <source>I am off duty</source>
        <translation>Estoy fuera de turno</translation>
    </message>
    <message>
        <source>Try the chat in the browser</source>
        <translation>Probar el chat en el navegador</translation>
    </message>
    <message>
        <source>Copy the line for your site</source>
        <translation>Copiar la línea para tu sitio</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema oscuro</translation>
    </message>
    <message>
        <source>Speak Spanish</source>
        <translation>Hablar en español</translation>
    </message>
    <message>
        <source>Speak English</source>
        <translation>Hablar en inglés</translation>
    </message>
    <message>
        <source>Quit Relevo</source>
        <translation>Salir de Relevo</translation>
    </message>
    <message>
        <source>Go to who rings or waits</source>
        <translation>Ir a quien llama o espera</translation>
    </message>
    <message>
        <source>Show whose customer is to write</source>
        <translation>Mostrar las que esperan al cliente</translation>
    </message>
    <message>
        <source>Show conversations with the bot</source>
        <translation>Mostrar las conversaciones con el bot</translation>
    </message>
    <message>
        <source>Show closed conversations</source>
        <translation>Mostrar las conversaciones cerradas</translation>
    </message>
    <message>
        <source>Settings: general</source>
        <translation>Ajustes: general</translation>
    </message>
    <message>
        <source>Settings: shop</source>
        <translation>Ajustes: local</translation>
    </message>
    <message>
        <source>Settings: business hours</source>
        <translation>Ajustes: horarios</translation>
    </message>
    <message>
        <source>Settings: gateway</source>
        <translation>Ajustes: puerta de entrada</translation>
    </message>
    <message>
        <source>Settings: about Relevo</source>
        <translation>Ajustes: acerca de Relevo</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Escribir una respuesta</translation>
    </message>
    <message>
        <source>Write a private note</source>
        <translation>Escribir una nota privada</translation>
    </message>
    <message>
        <source>Take back what is being sent</source>
        <translation>Deshacer lo que se está enviando</translation>
    </message>
    <message>
        <source>Transfer this conversation</source>
        <translation>Pasar esta conversación</translation>
    </message>
    <message>
        <source>Give this conversation back to the bot</source>
        <translation>Devolver esta conversación al bot</translation>
    </message>
    <message>
        <source>Show more or less of the handoff card</source>
        <translation>Mostrar más o menos de la ficha</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s code</source>
        <translation>Copiar el código de la conversación</translation>
    </message>
    <message>
        <source>Erase the texts of this conversation</source>
        <translation>Borrar los textos de esta conversación</translation>
    </message>
    <message>
        <source>Add demonstration data</source>
        <translation>Agregar datos de demostración</translation>
    </message>
    <message>
        <source>Remove demonstration data</source>
        <translation>Quitar los datos de demostración</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Probar el sonido</translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation>Tema del sistema</translation>
    </message>
    <message>
        <source>Close the window and keep serving</source>
        <translation>Cerrar la ventana y seguir atendiendo</translation>
    </message>
    <message>
        <source>Go to the knowledge base</source>
        <translation>Ir a la base de conocimiento</translation>
    </message>
    <message>
        <source>Write a new article</source>
        <translation>Escribir un artículo nuevo</translation>
    </message>
    <message>
        <source>Save the article that is open</source>
        <translation>Guardar el artículo abierto</translation>
    </message>
    <message>
        <source>Insert an article</source>
        <translation>Insertar un artículo</translation>
    </message>
    <message>
        <source>Settings: understanding</source>
        <translation>Ajustes: entendimiento</translation>
    </message>
    <message>
        <source>Settings: AI</source>
        <translation>Ajustes: IA</translation>
    </message>
    <message>
        <source>Show how AI is doing</source>
        <translation>Mostrar cómo anda la IA</translation>
    </message>
    <message>
        <source>Switch AI off or on for all</source>
        <translation>Apagar o encender la IA para todos</translation>
    </message>
    <message>
        <source>AI: suggest a reply</source>
        <translation>IA: sugerir una respuesta</translation>
    </message>
    <message>
        <source>AI: make the draft shorter</source>
        <translation>IA: borrador más corto</translation>
    </message>
    <message>
        <source>AI: make the draft clearer</source>
        <translation>IA: borrador más claro</translation>
    </message>
    <message>
        <source>AI: make the draft friendlier</source>
        <translation>IA: borrador más cálido</translation>
    </message>
    <message>
        <source>AI: make the draft more formal</source>
        <translation>IA: borrador más formal</translation>
    </message>
    <message>
        <source>AI: translate the draft for the customer</source>
        <translation>IA: traducir el borrador para el cliente</translation>
    </message>
    <message>
        <source>AI: translate the customer&apos;s words for me</source>
        <translation>IA: traducirme lo que dice el cliente</translation>
    </message>
    <message>
        <source>AI: sum up the conversation</source>
        <translation>IA: resumir la conversación</translation>
    </message>
    <message>
        <source>AI: insert its text</source>
        <translation>IA: insertar su texto</translation>
    </message>
    <message>
        <source>AI: replace the draft by its text</source>
        <translation>IA: reemplazar el borrador por su texto</translation>
    </message>
    <message>
        <source>AI: close its help</source>
        <translation>IA: cerrar su ayuda</translation>
    </message>
    <message>
        <source>Settings: personal data</source>
        <translation>Ajustes: datos personales</translation>
    </message>
    <message>
        <source>Test what is masked in a text</source>
        <translation>Probar qué se enmascara en un texto</translation>
    </message>
    <message>
        <source>Settings: people</source>
        <translation>Ajustes: personas</translation>
    </message>
    <message>
        <source>Search messages; articles or items where they are open</source>
        <translation>Buscar mensajes; artículos o puntos donde estén abiertos</translation>
    </message>
    <message>
        <source>Go to releases</source>
        <translation>Ir a los lanzamientos</translation>
    </message>
    <message>
        <source>Make a new release</source>
        <translation>Crear un lanzamiento</translation>
    </message>
    <message>
        <source>Back to all releases</source>
        <translation>Volver a todos los lanzamientos</translation>
    </message>
    <message>
        <source>Item: begin</source>
        <translation>Punto: empezar</translation>
    </message>
    <message>
        <source>Item: done</source>
        <translation>Punto: hecho</translation>
    </message>
    <message>
        <source>Item: verify</source>
        <translation>Punto: verificar</translation>
    </message>
    <message>
        <source>Item: failed</source>
        <translation>Punto: falló</translation>
    </message>
    <message>
        <source>Item: blocked</source>
        <translation>Punto: bloqueado</translation>
    </message>
    <message>
        <source>Item: waive</source>
        <translation>Punto: eximir</translation>
    </message>
    <message>
        <source>Item: open again</source>
        <translation>Punto: reabrir</translation>
    </message>
    <message>
        <source>Item: show evidence</source>
        <translation>Punto: mostrar evidencia</translation>
    </message>
    <message>
        <source>Item: say something about it</source>
        <translation>Punto: comentar</translation>
    </message>
    <message>
        <source>Item: change what it asks for</source>
        <translation>Punto: cambiar lo que pide</translation>
    </message>
    <message>
        <source>Item: run its checks</source>
        <translation>Punto: correr sus controles</translation>
    </message>
    <message>
        <source>Leave the window to somebody else</source>
        <translation>Dejarle la ventana a otra persona</translation>
    </message>
</context>
<context>
    <name>AfterPage</name>
    <message>
        <source>Checks after the release</source>
        <translation>Controles después de la salida</translation>
    </message>
</context>
<context>
    <name>AiCard</name>
    <message>
        <source>How AI is doing</source>
        <translation>Cómo anda la IA</translation>
    </message>
    <message>
        <source>AI servers and how they are doing</source>
        <translation>Servidores de IA y cómo andan</translation>
    </message>
    <message>
        <source>Stop asking it</source>
        <translation>No consultarlo más</translation>
    </message>
    <message>
        <source>Stop asking the chosen server</source>
        <translation>No consultar más el servidor elegido</translation>
    </message>
    <message>
        <source>Ask whatever fails</source>
        <translation>Consultar pase lo que pase</translation>
    </message>
    <message>
        <source>Ask the chosen server whatever fails</source>
        <translation>Consultar el servidor elegido pase lo que pase</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset the chosen server</source>
        <translation>Restablecer el servidor elegido</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Apagar la IA para todos</translation>
    </message>
    <message>
        <source>Settings: AI</source>
        <translation>Ajustes: IA</translation>
    </message>
</context>
<context>
    <name>AiPage</name>
    <message>
        <source>Servers, asked in this order until one answers</source>
        <translation>Servidores, en el orden en que se consultan hasta que uno responde</translation>
    </message>
    <message>
        <source>AI servers</source>
        <translation>Servidores de IA</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add an AI server</source>
        <translation>Agregar un servidor de IA</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Ask this server earlier</source>
        <translation>Consultar antes este servidor</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Ask this server later</source>
        <translation>Consultar después este servidor</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove this AI server</source>
        <translation>Quitar este servidor de IA</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Olvidar la clave</translation>
    </message>
    <message>
        <source>Price of a million tokens, question and answer</source>
        <translation>Precio del millón de tokens, pregunta y respuesta</translation>
    </message>
    <message>
        <source>Price of a million tokens of questions</source>
        <translation>Precio del millón de tokens de preguntas</translation>
    </message>
    <message>
        <source>Price of a million tokens of answers</source>
        <translation>Precio del millón de tokens de respuestas</translation>
    </message>
    <message>
        <source>Longest conversation, in tokens</source>
        <translation>Conversación más larga, en tokens</translation>
    </message>
    <message>
        <source>Keeps to a JSON schema</source>
        <translation>Respeta un esquema JSON</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>Mira fotos</translation>
    </message>
    <message>
        <source>Is ours: may see personal data</source>
        <translation>Es nuestro: puede ver datos personales</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test this AI server</source>
        <translation>Probar este servidor de IA</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Datos personales</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>Como máximo por día</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>A customer waits at most, to the first words and in all</source>
        <translation>Espera máxima de un cliente, hasta las primeras palabras y en total</translation>
    </message>
    <message>
        <source>Milliseconds to the first words</source>
        <translation>Milisegundos hasta las primeras palabras</translation>
    </message>
    <message>
        <source>Milliseconds in all</source>
        <translation>Milisegundos en total</translation>
    </message>
    <message>
        <source>Conversations with AI</source>
        <translation>Conversaciones con IA</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Apagar la IA para todos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save the AI settings</source>
        <translation>Guardar los ajustes de IA</translation>
    </message>
    <message>
        <source>Servers that you add appear here. Begin with Add.</source>
        <translation>Acá aparecen los servidores que agregues. Empezá con Agregar.</translation>
    </message>
    <message>
        <source>The bot&apos;s wording</source>
        <translation>Palabras del bot</translation>
    </message>
    <message>
        <source>Stages with AI</source>
        <translation>Etapas con IA</translation>
    </message>
</context>
<context>
    <name>AiProblems</name>
    <message>
        <source>The list of AI servers cannot be read. Write it anew in Settings → AI.</source>
        <translation>No se puede leer la lista de servidores de IA. Escribila de nuevo en Ajustes → IA.</translation>
    </message>
    <message>
        <source>Give every AI server a name.</source>
        <translation>Poné un nombre a cada servidor de IA.</translation>
    </message>
    <message>
        <source>Two AI servers are called %1. Rename one.</source>
        <translation>Dos servidores de IA se llaman %1. Cambiá el nombre de uno.</translation>
    </message>
    <message>
        <source>%1: there is no kind of server called “%2”.</source>
        <translation>%1: no existe un tipo de servidor llamado «%2».</translation>
    </message>
    <message>
        <source>%1: write the server&apos;s address, for instance https://api.openai.com/v1.</source>
        <translation>%1: escribí la dirección del servidor, por ejemplo https://api.openai.com/v1.</translation>
    </message>
    <message>
        <source>%1: “%2” is no address of a server.</source>
        <translation>%1: «%2» no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>%1: an address holds no name or password. Write the key in its own field.</source>
        <translation>%1: una dirección no lleva usuario ni contraseña. Escribí la clave en su propio campo.</translation>
    </message>
    <message>
        <source>%1: use https. Without it, anybody on the way could read key and conversations; only servers on this machine may go without.</source>
        <translation>%1: usá https. Sin él, cualquiera en el camino podría leer la clave y las conversaciones; solo los servidores de esta misma máquina pueden ir sin https.</translation>
    </message>
    <message>
        <source>%1: write which model to use.</source>
        <translation>%1: escribí qué modelo usar.</translation>
    </message>
    <message>
        <source>%1: a key&apos;s name is in capitals and ends in _API_KEY, not %2.</source>
        <translation>%1: el nombre de una clave va en mayúsculas y termina en _API_KEY; %2 no sirve.</translation>
    </message>
    <message>
        <source>%1: the key %2 already belongs to another server&apos;s address. Each server needs its own.</source>
        <translation>%1: la clave %2 ya es de la dirección de otro servidor. Cada servidor necesita la suya.</translation>
    </message>
    <message>
        <source>%1: its key was given for %2 and goes nowhere else. Write the key of the new address.</source>
        <translation>%1: su clave se dio para %2 y no va a ningún otro lado. Escribí la clave de la dirección nueva.</translation>
    </message>
    <message>
        <source>%1: a price is a number of 0 or more.</source>
        <translation>%1: un precio es un número de 0 en adelante.</translation>
    </message>
    <message>
        <source>%1: the longest conversation is a number of tokens from 512 on.</source>
        <translation>%1: la conversación más larga es un número de tokens, desde 512.</translation>
    </message>
    <message>
        <source>%1 has no key yet. Write it in Settings → AI, or set %2.</source>
        <translation>%1 todavía no tiene clave. Escribila en Ajustes → IA, o definí %2.</translation>
    </message>
    <message>
        <source>%1: the keychain is locked, so its key cannot be read. Unlock it, or set %2 (or %2_FILE) and start again.</source>
        <translation>%1: el llavero está bloqueado y no se puede leer su clave. Desbloquealo, o definí %2 (o %2_FILE) y volvé a iniciar.</translation>
    </message>
    <message>
        <source>%1: no keychain answers here. Set %2, or %2_FILE to a file that holds the key, and start again.</source>
        <translation>%1: acá no responde ningún llavero. Definí %2, o %2_FILE con un archivo que tenga la clave, y volvé a iniciar.</translation>
    </message>
    <message>
        <source>The most that AI may cost a day is no number: %2. Nothing is spent until it is one.</source>
        <translation>El tope de gasto diario de la IA no es un número: %2. Hasta que lo sea no se gasta nada.</translation>
    </message>
    <message>
        <source>AI&apos;s times must be whole milliseconds, at least 100, and the first not longer than the second: %2.</source>
        <translation>Los tiempos de la IA son milisegundos enteros, al menos 100, y el primero no mayor que el segundo: %2.</translation>
    </message>
    <message>
        <source>ai.masking is “all” or “trusted”, not “%2”. Everything is masked.</source>
        <translation>ai.masking es «all» o «trusted», no «%2». Se oculta todo.</translation>
    </message>
</context>
<context>
    <name>AiTexts</name>
    <message>
        <source>several calls in a row failed</source>
        <translation>fallaron varias llamadas seguidas</translation>
    </message>
    <message>
        <source>half of the calls failed</source>
        <translation>falló la mitad de las llamadas</translation>
    </message>
    <message>
        <source>it answers too slowly</source>
        <translation>responde muy lento</translation>
    </message>
    <message>
        <source>it answers too slowly for waiting customers</source>
        <translation>responde muy lento para clientes que esperan</translation>
    </message>
    <message>
        <source>the last try failed</source>
        <translation>el último intento falló</translation>
    </message>
    <message>
        <source>somebody wanted it so</source>
        <translation>alguien lo quiso así</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Is the server running, and is the address right?</source>
        <translation>Nadie responde en esa dirección. ¿Está funcionando el servidor y es correcta la dirección?</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>Esta máquina no tiene red.</translation>
    </message>
    <message>
        <source>The server knows no such model or address. Look at both.</source>
        <translation>El servidor no conoce ese modelo o esa dirección. Revisá los dos.</translation>
    </message>
    <message>
        <source>There is no key for this server. Write it above.</source>
        <translation>No hay clave para este servidor. Escribila arriba.</translation>
    </message>
    <message>
        <source>The account has no credit left.</source>
        <translation>La cuenta no tiene más crédito.</translation>
    </message>
    <message>
        <source>The server answers with an error. Try again later.</source>
        <translation>El servidor responde con un error. Probá de nuevo más tarde.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>The server does not accept the key.</source>
        <translation>El servidor no acepta la clave.</translation>
    </message>
    <message>
        <source>The server has had too many calls for now. Try again in a minute.</source>
        <translation>El servidor recibió demasiadas llamadas por ahora. Probá de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>It took too long. A local model may still be loading: try again.</source>
        <translation>Tardó demasiado. Si es un modelo local, puede estar cargando: probá de nuevo.</translation>
    </message>
    <message>
        <source>The server refuses the request: %1</source>
        <translation>El servidor rechaza el pedido: %1</translation>
    </message>
    <message>
        <source>What answers there is no AI server of this kind: %1</source>
        <translation>Lo que responde ahí no es un servidor de IA de este tipo: %1</translation>
    </message>
    <message>
        <source>It did not work (%1).</source>
        <translation>No funcionó (%1).</translation>
    </message>
    <message>
        <source>No AI is connected, and everything works without one. With a key, or a server like Ollama on this machine and no key, the bot understands freer wording and you get help with writing.</source>
        <translation>No hay ninguna IA conectada, y todo funciona sin ella. Con una clave, o con un servidor como Ollama en esta máquina y sin clave, el bot entiende mejor lo que le escriben y tenés ayuda para redactar.</translation>
    </message>
    <message>
        <source>%1 (set in the environment)</source>
        <translation>%1 (definido en el entorno)</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Conectada: %1</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>guardada en el llavero</translation>
    </message>
    <message>
        <source>set in the environment</source>
        <translation>definida en el entorno</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>el llavero está bloqueado</translation>
    </message>
    <message>
        <source>no keychain answers here</source>
        <translation>acá no responde ningún llavero</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>The key is kept in the keychain.</source>
        <translation>La clave quedó en el llavero.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key was not kept. Unlock it and save again, or set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>El llavero está bloqueado y la clave no se guardó. Desbloquealo y guardá de nuevo, o definí %1 (o %1_FILE) antes de iniciar Relevo.</translation>
    </message>
    <message>
        <source>No keychain answers here, so the key was not kept. Set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>Acá no responde ningún llavero y la clave no se guardó. Definí %1 (o %1_FILE) antes de iniciar Relevo.</translation>
    </message>
    <message>
        <source>The keychain did not take the key. Save again, or set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>El llavero no aceptó la clave. Guardá de nuevo, o definí %1 (o %1_FILE) antes de iniciar Relevo.</translation>
    </message>
    <message>
        <source>It answers: first words after %1 ms, all after %2 ms. Streams: %3. JSON schema: %4.</source>
        <translation>Responde: primeras palabras a los %1 ms, todo a los %2 ms. De a partes: %3. Esquema JSON: %4.</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondió</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>se cortó</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>se negó</translation>
    </message>
    <message>
        <source>too many calls</source>
        <translation>demasiadas llamadas</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>tardó demasiado</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>clave no aceptada</translation>
    </message>
    <message>
        <source>too long a conversation</source>
        <translation>conversación muy larga</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>over the day&apos;s limit</source>
        <translation>sobre el tope del día</translation>
    </message>
    <message>
        <source>answer not usable</source>
        <translation>respuesta no utilizable</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>It was switched off here.</source>
        <translation>Se apagó desde acá.</translation>
    </message>
    <message>
        <source>SMART_MODE or SMART_MODE_ENABLED switched it off when Relevo started.</source>
        <translation>SMART_MODE o SMART_MODE_ENABLED la apagó al iniciar Relevo.</translation>
    </message>
    <message>
        <source>The file of SMART_MODE_FILE says off.</source>
        <translation>El archivo de SMART_MODE_FILE dice off.</translation>
    </message>
    <message>
        <source>%1 calls, %2 failed, %3 slow</source>
        <translation>%1 llamadas, %2 fallidas, %3 lentas</translation>
    </message>
    <message>
        <source>Stopped by hand until it is reset.</source>
        <translation>Detenido a mano hasta que se restablezca.</translation>
    </message>
    <message>
        <source>Asked whatever fails, until it is reset (%1).</source>
        <translation>Se consulta pase lo que pase, hasta que se restablezca (%1).</translation>
    </message>
    <message>
        <source>In use (%1).</source>
        <translation>En uso (%1).</translation>
    </message>
    <message>
        <source>Paused for customers: %1 (%2).</source>
        <translation>En pausa para clientes: %1 (%2).</translation>
    </message>
    <message>
        <source>Paused for agents: %1 (%2).</source>
        <translation>En pausa para agentes: %1 (%2).</translation>
    </message>
    <message>
        <source>Last error: %1.</source>
        <translation>Último error: %1.</translation>
    </message>
    <message>
        <source>The next call is a try.</source>
        <translation>La próxima llamada es una prueba.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Próximo intento a las %1.</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>no funciona</translation>
    </message>
</context>
<context>
    <name>AiTrace</name>
    <message>
        <source>understanding the message</source>
        <translation>entender el mensaje</translation>
    </message>
    <message>
        <source>explaining a step</source>
        <translation>explicar un paso</translation>
    </message>
    <message>
        <source>choosing steps</source>
        <translation>elegir pasos</translation>
    </message>
    <message>
        <source>wording the answer</source>
        <translation>redactar la respuesta</translation>
    </message>
    <message>
        <source>help for the agent</source>
        <translation>ayuda para quien atiende</translation>
    </message>
    <message>
        <source>its words went to the customer</source>
        <translation>sus palabras fueron al cliente</translation>
    </message>
    <message>
        <source>it was shown to the agent</source>
        <translation>se mostró a quien atiende</translation>
    </message>
    <message>
        <source>the steps that it chose</source>
        <translation>los pasos que eligió</translation>
    </message>
    <message>
        <source>it showed what was meant</source>
        <translation>mostró qué se quiso decir</translation>
    </message>
    <message>
        <source>nothing, the answer came without AI</source>
        <translation>nada, la respuesta salió sin IA</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>Prompt: %1 · Model: %2</source>
        <translation>Instrucción: %1 · Modelo: %2</translation>
    </message>
    <message>
        <source>Tokens: %1 in, %2 out · Cost: %3</source>
        <translation>Tokens: %1 enviados, %2 recibidos · Costo: %3</translation>
    </message>
    <message>
        <source>First words: %1 · In all: %2</source>
        <translation>Primeras palabras: %1 · En total: %2</translation>
    </message>
    <message>
        <source>none came</source>
        <translation>no llegó ninguna</translation>
    </message>
    <message>
        <source>Used for the answer: %1</source>
        <translation>Usado para la respuesta: %1</translation>
    </message>
    <message>
        <source>What was sent was erased.</source>
        <translation>Lo que se envió fue borrado.</translation>
    </message>
    <message>
        <source>Sent, personal data masked: %1</source>
        <translation>Enviado, con los datos personales ocultos: %1</translation>
    </message>
    <message>
        <source>Its words: %1</source>
        <translation>Sus palabras: %1</translation>
    </message>
</context>
<context>
    <name>ArticleEditor</name>
    <message>
        <source>Language of the text</source>
        <translation>Idioma del texto</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Title, as a customer would ask</source>
        <translation>Título, como lo preguntaría un cliente</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>Texto en Markdown</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Words by which it is found, with commas: wifi, slow, router</source>
        <translation>Palabras para encontrarlo, con comas: wifi, lento, router</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Equipos</translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Search with other words</source>
        <translation>Buscar con otras palabras</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>Buscar en los artículos</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Insert its text</source>
        <translation>Insertar el texto</translation>
    </message>
    <message>
        <source>Insert a link</source>
        <translation>Insertar un enlace</translation>
    </message>
</context>
<context>
    <name>ArticleTexts</name>
    <message>
        <source>not quoted yet</source>
        <translation>sin citar todavía</translation>
    </message>
    <message numerus="yes">
        <source>quoted %n time(s)</source>
        <translation>
            <numerusform>citado %n vez</numerusform>
            <numerusform>citado %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>helped %1 %</source>
        <translation>sirvió %1 %</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Filter the items</source>
        <translation>Filtrar los puntos</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Qué puntos</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Agrupados por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Agregar punto…</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Items of this release</source>
        <translation>Puntos de este lanzamiento</translation>
    </message>
</context>
<context>
    <name>CanaryPage</name>
    <message>
        <source>Reason for the decision</source>
        <translation>Motivo de la decisión</translation>
    </message>
    <message>
        <source>Reason: needed to hold, to abort, and to go against what is proposed</source>
        <translation>Motivo: hace falta para esperar, para abortar y para ir contra lo propuesto</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promover</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abortar</translation>
    </message>
    <message>
        <source>Watched figures. A value noted here counts as a reading of now.</source>
        <translation>Cifras vigiladas. Un valor anotado acá cuenta como lectura de ahora.</translation>
    </message>
    <message>
        <source>Watched figures</source>
        <translation>Cifras vigiladas</translation>
    </message>
    <message>
        <source>Read from a &amp;Prometheus server:</source>
        <translation>Leídas de un servidor &amp;Prometheus:</translation>
    </message>
    <message>
        <source>Its address, such as http://prometheus:9090; empty: this program&apos;s own figures</source>
        <translation>Su dirección, como http://prometheus:9090; vacío: las cifras de este mismo programa</translation>
    </message>
    <message>
        <source>The stages set in how many conversations AI &amp;helps</source>
        <translation>Las etapas definen en cuántas conversaciones a&amp;yuda la IA</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Cambiar el plan…</translation>
    </message>
    <message>
        <source>Other stages and watched figures</source>
        <translation>Otras etapas y cifras vigiladas</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Qué es distinto</translation>
    </message>
</context>
<context>
    <name>ChatsPanel</name>
    <message>
        <source>Search all messages</source>
        <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>A name in braces is filled in when the check runs: {host}, {redis}, {log_token}. Secrets are never written here.</source>
        <translation>Un nombre entre llaves se completa cuando el control corre: {host}, {redis}, {log_token}. Los secretos nunca se escriben acá.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>Mira</translation>
    </message>
    <message>
        <source>This kind needs nothing more.</source>
        <translation>Este tipo no necesita nada más.</translation>
    </message>
    <message>
        <source>Other parameters, as JSON</source>
        <translation>Otros parámetros, como JSON</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>The check</source>
        <translation>El control</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Checks of this item</source>
        <translation>Controles de este punto</translation>
    </message>
    <message>
        <source>Nothing is checked by the program. With a check it looks by itself: an address that answers, a command that ends well, a certificate that is still valid.</source>
        <translation>El programa no comprueba nada. Con un control mira por su cuenta: una dirección que responde, un comando que termina bien, un certificado que todavía vale.</translation>
    </message>
    <message>
        <source>Add a check…</source>
        <translation>Agregar un control…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove the check</source>
        <translation>Quitar el control</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Redis address</source>
        <translation>Dirección de Redis</translation>
    </message>
    <message>
        <source>Log token</source>
        <translation>Token de registros</translation>
    </message>
    <message>
        <source>Prometheus address</source>
        <translation>Dirección de Prometheus</translation>
    </message>
    <message>
        <source>Answers within, ms</source>
        <translation>Responde en, ms</translation>
    </message>
    <message>
        <source>Given up after, ms</source>
        <translation>Se abandona después de, ms</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>At most so old, minutes</source>
        <translation>Antigüedad máxima, minutos</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Expected status</source>
        <translation>Estado esperado</translation>
    </message>
    <message>
        <source>The JSON has</source>
        <translation>El JSON tiene</translation>
    </message>
    <message>
        <source>Says, one text a line</source>
        <translation>Dice, un texto por línea</translation>
    </message>
    <message>
        <source>Does not say, one text a line</source>
        <translation>No dice, un texto por línea</translation>
    </message>
    <message>
        <source>Command, one argument a line</source>
        <translation>Comando, un argumento por línea</translation>
    </message>
    <message>
        <source>It is one line for the shell</source>
        <translation>Es una línea para el shell</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>En la carpeta</translation>
    </message>
    <message>
        <source>Variables that it is given, one a line</source>
        <translation>Variables que recibe, una por línea</translation>
    </message>
    <message>
        <source>Given up after, minutes</source>
        <translation>Se abandona después de, minutos</translation>
    </message>
    <message>
        <source>Prometheus server (empty: this program)</source>
        <translation>Servidor Prometheus (vacío: este programa)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Or a query to that server</source>
        <translation>O una consulta a ese servidor</translation>
    </message>
    <message>
        <source>Is bad when</source>
        <translation>Está mal cuando</translation>
    </message>
    <message>
        <source>above</source>
        <translation>por encima</translation>
    </message>
    <message>
        <source>below</source>
        <translation>por debajo</translation>
    </message>
    <message>
        <source>The limit</source>
        <translation>El límite</translation>
    </message>
    <message>
        <source>Valid for, days at least</source>
        <translation>Vale, días como mínimo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>It is restored, to see that it can be</source>
        <translation>Se restaura, para ver que se puede</translation>
    </message>
    <message>
        <source>So many of the newest conversations</source>
        <translation>Cuántas de las últimas conversaciones</translation>
    </message>
    <message>
        <source>Different turns at most</source>
        <translation>Turnos distintos como máximo</translation>
    </message>
    <message>
        <source>“%1” is a number.</source>
        <translation>«%1» es un número.</translation>
    </message>
    <message>
        <source>“%1” is a number from %2 to %3.</source>
        <translation>«%1» es un número de %2 a %3.</translation>
    </message>
    <message>
        <source>“%1”: statuses from 100 to 599, with commas between them.</source>
        <translation>«%1»: estados de 100 a 599, separados con comas.</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>Falta «%1».</translation>
    </message>
    <message>
        <source>The other parameters are a JSON object: {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Los otros parámetros son un objeto JSON: {&quot;nombre&quot;: &quot;valor&quot;}.</translation>
    </message>
    <message>
        <source>A figure or a query: one of the two.</source>
        <translation>Una cifra o una consulta: una de las dos.</translation>
    </message>
    <message>
        <source>A query is asked of a Prometheus server: say which.</source>
        <translation>Una consulta se le hace a un servidor Prometheus: decí a cuál.</translation>
    </message>
    <message>
        <source>Web address (HTTP)</source>
        <translation>Dirección web (HTTP)</translation>
    </message>
    <message>
        <source>Command on this machine</source>
        <translation>Comando en esta máquina</translation>
    </message>
    <message>
        <source>Figure against a limit</source>
        <translation>Cifra contra un límite</translation>
    </message>
    <message>
        <source>Certificate (TLS)</source>
        <translation>Certificado (TLS)</translation>
    </message>
    <message>
        <source>Open port (TCP)</source>
        <translation>Puerto abierto (TCP)</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Age of a file</source>
        <translation>Antigüedad de un archivo</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Último respaldo</translation>
    </message>
    <message>
        <source>Ledger of this release</source>
        <translation>Libro de este lanzamiento</translation>
    </message>
    <message>
        <source>Replay of recorded conversations</source>
        <translation>Repetición de conversaciones grabadas</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Reglas de alerta</translation>
    </message>
</context>
<context>
    <name>ChecksPart</name>
    <message>
        <source>Checks of this item</source>
        <translation>Controles de este punto</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Correr todos</translation>
    </message>
    <message>
        <source>Run this one</source>
        <translation>Correr este</translation>
    </message>
    <message>
        <source>Run the section</source>
        <translation>Correr la sección</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>These commands run on this machine as you. It is asked once for each.</source>
        <translation>Estos comandos corren en esta máquina en tu nombre. Se pregunta una vez por cada uno.</translation>
    </message>
    <message>
        <source>Commands to confirm</source>
        <translation>Comandos por confirmar</translation>
    </message>
    <message>
        <source>Run them here</source>
        <translation>Correrlos acá</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>What the checks print</source>
        <translation>Lo que imprimen los controles</translation>
    </message>
    <message>
        <source>What they print appears here while they run, and is kept as evidence.</source>
        <translation>Lo que imprimen aparece acá mientras corren, y queda como evidencia.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>And with</source>
        <translation>Y con</translation>
    </message>
    <message>
        <source>The two side by side</source>
        <translation>Los dos, lado a lado</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Qué es distinto</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Responder</translation>
    </message>
    <message>
        <source>Private &amp;note</source>
        <translation>&amp;Nota privada</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Enviar respuesta</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimiento</translation>
    </message>
    <message>
        <source>Articles that fit this conversation</source>
        <translation>Artículos que van con esta conversación</translation>
    </message>
    <message>
        <source>AI help</source>
        <translation>Ayuda de IA</translation>
    </message>
    <message>
        <source>A suggested reply, another wording, a translation, a summary. Nothing is sent to the customer by itself.</source>
        <translation>Una respuesta sugerida, otra redacción, una traducción, un resumen. Nada se envía solo al cliente.</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Choose a conversation on the left.</source>
        <translation>Elegí una conversación a la izquierda.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tomar</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Pasar</translation>
    </message>
    <message>
        <source>Back to the bot</source>
        <translation>Devolver al bot</translation>
    </message>
    <message>
        <source>Close conversation</source>
        <translation>Cerrar la conversación</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Handoff card</source>
        <translation>Ficha del traspaso</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>a comment in line %1 would change the text</source>
        <translation>un comentario en la línea %1 cambiaría el texto</translation>
    </message>
    <message>
        <source>a document of over 64 MB</source>
        <translation>un documento de más de 64 MB</translation>
    </message>
    <message>
        <source>a figure is a number</source>
        <translation>una cifra es un número</translation>
    </message>
    <message>
        <source>a file is shown with its bytes</source>
        <translation>un archivo se muestra con sus bytes</translation>
    </message>
    <message>
        <source>a file of over 20 MB</source>
        <translation>un archivo de más de 20 MB</translation>
    </message>
    <message>
        <source>a ledger key has at least 32 bytes, not %1</source>
        <translation>una clave del libro tiene al menos 32 bytes, no %1</translation>
    </message>
    <message>
        <source>a line is longer than 64 MB</source>
        <translation>una línea tiene más de 64 MB</translation>
    </message>
    <message>
        <source>a line of over 1 MB</source>
        <translation>una línea de más de 1 MB</translation>
    </message>
    <message>
        <source>a name has 1 to 80 characters</source>
        <translation>un nombre tiene de 1 a 80 caracteres</translation>
    </message>
    <message>
        <source>a name holds no invisible characters</source>
        <translation>un nombre no lleva caracteres invisibles</translation>
    </message>
    <message>
        <source>a person has a role at least</source>
        <translation>una persona tiene al menos un rol</translation>
    </message>
    <message>
        <source>a record&apos;s field %1</source>
        <translation>el campo %1 de un registro</translation>
    </message>
    <message>
        <source>a secret is no evidence</source>
        <translation>un secreto no es evidencia</translation>
    </message>
    <message>
        <source>a secret is no parameter</source>
        <translation>un secreto no es un parámetro</translation>
    </message>
    <message>
        <source>a secret is no part of a plan</source>
        <translation>un secreto no es parte de un plan</translation>
    </message>
    <message>
        <source>a secret is not for all to read</source>
        <translation>un secreto no es para que lo lean todos</translation>
    </message>
    <message>
        <source>a text is missing</source>
        <translation>falta un texto</translation>
    </message>
    <message>
        <source>a text is too long</source>
        <translation>un texto es demasiado largo</translation>
    </message>
    <message>
        <source>a title, and items that fit together</source>
        <translation>hace falta un título, y puntos que encajen entre sí</translation>
    </message>
    <message>
        <source>a title, items that fit together, and not too many</source>
        <translation>hace falta un título, y puntos que encajen entre sí y no sean demasiados</translation>
    </message>
    <message>
        <source>a window needs a title and an end after its start</source>
        <translation>un período necesita un título y un final después de su comienzo</translation>
    </message>
    <message>
        <source>an id that a comment cannot hold</source>
        <translation>un identificador que no cabe en un comentario</translation>
    </message>
    <message>
        <source>are too many</source>
        <translation>son demasiados</translation>
    </message>
    <message>
        <source>changes an unknown item</source>
        <translation>cambia un punto que no está</translation>
    </message>
    <message>
        <source>each stage takes more, up to 100 %</source>
        <translation>cada etapa abarca más, hasta el 100 %</translation>
    </message>
    <message>
        <source>has a check without a kind, or without an id of its own</source>
        <translation>tiene un control sin tipo, o sin identificador propio</translation>
    </message>
    <message>
        <source>has a time below nothing or above ten years</source>
        <translation>tiene un tiempo menor que nada o mayor que diez años</translation>
    </message>
    <message>
        <source>has no id</source>
        <translation>no tiene identificador</translation>
    </message>
    <message>
        <source>has no title</source>
        <translation>no tiene título</translation>
    </message>
    <message>
        <source>is too deep</source>
        <translation>está a demasiada profundidad</translation>
    </message>
    <message>
        <source>knows no &apos;%1&apos;</source>
        <translation>no conoce &apos;%1&apos;</translation>
    </message>
    <message>
        <source>libsodium does not start</source>
        <translation>libsodium no arranca</translation>
    </message>
    <message>
        <source>line %1 is not UTF-8</source>
        <translation>la línea %1 no es UTF-8</translation>
    </message>
    <message>
        <source>line %1 of the ledger was not written so</source>
        <translation>la línea %1 del libro no se escribió así</translation>
    </message>
    <message>
        <source>locked: the passphrase is needed again</source>
        <translation>bloqueado: hace falta de nuevo la frase de contraseña</translation>
    </message>
    <message>
        <source>needs a figure and a limit</source>
        <translation>necesita una cifra y un límite</translation>
    </message>
    <message>
        <source>needs an id and a version from 1 on</source>
        <translation>necesita un identificador y una versión desde 1</translation>
    </message>
    <message>
        <source>no entry of a ledger</source>
        <translation>no es un asiento de un libro</translation>
    </message>
    <message>
        <source>no head of a ledger</source>
        <translation>no es el último eslabón de un libro</translation>
    </message>
    <message>
        <source>no item %1</source>
        <translation>no hay un punto %1</translation>
    </message>
    <message>
        <source>no memory to hash a passphrase</source>
        <translation>falta memoria para una frase de contraseña</translation>
    </message>
    <message>
        <source>no record of a release</source>
        <translation>no es el registro de un lanzamiento</translation>
    </message>
    <message>
        <source>no role of this person allows it</source>
        <translation>ningún rol de esta persona lo permite</translation>
    </message>
    <message>
        <source>no section %1</source>
        <translation>no hay una sección %1</translation>
    </message>
    <message>
        <source>no such freeze window</source>
        <translation>no hay tal período sin cambios</translation>
    </message>
    <message>
        <source>no such person</source>
        <translation>no hay tal persona</translation>
    </message>
    <message>
        <source>no task at byte %1</source>
        <translation>no hay una tarea en el byte %1</translation>
    </message>
    <message>
        <source>no word for %1</source>
        <translation>falta la palabra para %1</translation>
    </message>
    <message>
        <source>nobody says what was found</source>
        <translation>nadie dice lo que se encontró</translation>
    </message>
    <message>
        <source>nobody signs</source>
        <translation>nadie firma</translation>
    </message>
    <message>
        <source>not a list of checks in JSON</source>
        <translation>no es una lista de controles en JSON</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>no es una dirección web</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>no se importó</translation>
    </message>
    <message>
        <source>not of schema %1</source>
        <translation>no es del esquema %1</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>no se pegó nada</translation>
    </message>
    <message>
        <source>one kind of evidence at a time</source>
        <translation>una sola clase de evidencia por vez</translation>
    </message>
    <message>
        <source>over %1 items</source>
        <translation>más de %1 puntos</translation>
    </message>
    <message>
        <source>over 200,000 tasks</source>
        <translation>más de 200.000 tareas</translation>
    </message>
    <message>
        <source>over 64 MB</source>
        <translation>más de 64 MB</translation>
    </message>
    <message>
        <source>say first who you are</source>
        <translation>primero decí quién sos</translation>
    </message>
    <message>
        <source>somebody else changed the release first</source>
        <translation>otra persona cambió antes el lanzamiento</translation>
    </message>
    <message>
        <source>somebody has that name</source>
        <translation>alguien ya tiene ese nombre</translation>
    </message>
    <message>
        <source>the last lead stays one</source>
        <translation>el último líder lo sigue siendo</translation>
    </message>
    <message>
        <source>the last stage takes 100 %</source>
        <translation>la última etapa abarca el 100 %</translation>
    </message>
    <message>
        <source>the ledger has no head</source>
        <translation>el libro no tiene último eslabón</translation>
    </message>
    <message>
        <source>the ledger was written with another key</source>
        <translation>el libro se escribió con otra clave</translation>
    </message>
    <message>
        <source>this is not the passphrase</source>
        <translation>esa no es la frase de contraseña</translation>
    </message>
    <message>
        <source>this person is locked out</source>
        <translation>esta persona está bloqueada</translation>
    </message>
    <message>
        <source>this person was changed meanwhile</source>
        <translation>esta persona cambió mientras tanto</translation>
    </message>
    <message>
        <source>too many changes wait</source>
        <translation>esperan demasiados cambios</translation>
    </message>
    <message>
        <source>too many passphrases to check</source>
        <translation>hay demasiadas frases de contraseña por comprobar</translation>
    </message>
    <message>
        <source>wait %1 s for the next passphrase</source>
        <translation>esperá %1 s para la próxima frase de contraseña</translation>
    </message>
    <message>
        <source>%1 levels inside each other in line %2</source>
        <translation>%1 niveles uno dentro de otro en la línea %2</translation>
    </message>
    <message>
        <source>%1, not UTF-8</source>
        <translation>%1, no UTF-8</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>un punto</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>canario</translation>
    </message>
    <message>
        <source>canary&apos;s watch</source>
        <translation>lo que mira el canario</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>punto %1</translation>
    </message>
    <message>
        <source>items</source>
        <translation>puntos</translation>
    </message>
    <message>
        <source>section %1</source>
        <translation>sección %1</translation>
    </message>
    <message>
        <source>rollback&apos;s step</source>
        <translation>paso de la vuelta atrás</translation>
    </message>
    <message>
        <source>sign-off %1</source>
        <translation>firma %1</translation>
    </message>
    <message>
        <source>strategy %1</source>
        <translation>estrategia %1</translation>
    </message>
    <message>
        <source>template %1</source>
        <translation>plantilla %1</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>disparador %1</translation>
    </message>
    <message>
        <source>two sections of one id</source>
        <translation>dos secciones con el mismo identificador</translation>
    </message>
    <message>
        <source>two items of one id</source>
        <translation>dos puntos con el mismo identificador</translation>
    </message>
    <message>
        <source>the section is not there</source>
        <translation>la sección no está</translation>
    </message>
    <message>
        <source>what it is a part of is not there</source>
        <translation>aquello de lo que es parte no está</translation>
    </message>
    <message>
        <source>what it is a part of stands in another section</source>
        <translation>aquello de lo que es parte está en otra sección</translation>
    </message>
    <message>
        <source>what it waits for is not there</source>
        <translation>lo que espera no está</translation>
    </message>
    <message>
        <source>they wait for each other</source>
        <translation>se esperan entre sí</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>cambió mientras tanto</translation>
    </message>
    <message>
        <source>no other strategy</source>
        <translation>no hay otra estrategia</translation>
    </message>
    <message>
        <source>no release %1</source>
        <translation>no hay un lanzamiento %1</translation>
    </message>
    <message>
        <source>passphrases are in use</source>
        <translation>hay frases de contraseña en uso</translation>
    </message>
    <message>
        <source>the output cannot be written</source>
        <translation>no se puede escribir la salida</translation>
    </message>
    <message>
        <source>--every is longer than --for</source>
        <translation>--every es más largo que --for</translation>
    </message>
    <message>
        <source>--failed is said of a figure: with --metric</source>
        <translation>--failed se dice de una cifra: con --metric</translation>
    </message>
</context>
<context>
    <name>DoorPage</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>Es mi primera vez acá</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Es otra persona</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase a text</source>
        <translation>Borrar un texto</translation>
    </message>
    <message>
        <source>Texts of this item</source>
        <translation>Textos de este punto</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>Por qué se borra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>What goes for ever: the text, its copies, and a file that nothing else shows. What stays: who, when, and the hash, so the ledger stays sound; and that you erased it. Older backups may still hold it until newer ones replace them.</source>
        <translation>Lo que se va para siempre: el texto, sus copias y un archivo que nada más muestre. Lo que queda: quién, cuándo y el hash, para que el registro siga íntegro; y que vos lo borraste. Las copias de seguridad anteriores pueden tenerlo hasta que otras más nuevas las reemplacen.</translation>
    </message>
</context>
<context>
    <name>EraseSourceDialog</name>
    <message>
        <source>Erase the imported file</source>
        <translation>Borrar el archivo importado</translation>
    </message>
    <message>
        <source>What goes for ever: the file that this release was made from, so it cannot be saved again as it came. What stays: the items that were made of it; and that you erased it. Older backups may still hold it until newer ones replace them.</source>
        <translation>Lo que se va para siempre: el archivo del que se hizo este lanzamiento, así que ya no se puede guardar tal como vino. Lo que queda: los puntos que se hicieron con él; y que vos lo borraste. Las copias de seguridad anteriores pueden tenerlo todavía, hasta que otras nuevas las reemplacen.</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>Por qué se borra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Borrar para siempre</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>That is no longer there.</source>
        <translation>Eso ya no está.</translation>
    </message>
    <message>
        <source>Somebody else was faster. This is how it stands now.</source>
        <translation>Alguien llegó antes. Así está ahora.</translation>
    </message>
    <message>
        <source>Too much is waiting already. Try again in a moment.</source>
        <translation>Ya hay demasiado esperando. Probá de nuevo en un momento.</translation>
    </message>
    <message>
        <source>It took too long. Try again.</source>
        <translation>Tardó demasiado. Probá de nuevo.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
    <message>
        <source>The disk cannot be written now. Nothing is lost; try again.</source>
        <translation>Ahora no se puede escribir en el disco. No se perdió nada; probá de nuevo.</translation>
    </message>
    <message>
        <source>That was too often. Wait a little.</source>
        <translation>Fueron demasiadas veces. Esperá un poco.</translation>
    </message>
    <message>
        <source>That is not possible as the conversation stands now.</source>
        <translation>Eso no es posible tal como está la conversación ahora.</translation>
    </message>
    <message>
        <source>That cannot be used. Check what you wrote.</source>
        <translation>Eso no se puede usar. Revisá lo que escribiste.</translation>
    </message>
    <message>
        <source>The stored data is damaged there. A backup may help.</source>
        <translation>Los datos guardados están dañados ahí. Una copia puede ayudar.</translation>
    </message>
    <message>
        <source>A key is missing.</source>
        <translation>Falta una clave.</translation>
    </message>
    <message>
        <source>Something in Relevo itself went wrong. The log says more.</source>
        <translation>Algo falló en Relevo mismo. El registro dice más.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>Brand</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Código de error</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Experiencia</translation>
    </message>
    <message>
        <source>Has help at hand</source>
        <translation>Tiene quien le ayude</translation>
    </message>
    <message>
        <source>little</source>
        <translation>poca</translation>
    </message>
    <message>
        <source>some</source>
        <translation>algo</translation>
    </message>
    <message>
        <source>a lot</source>
        <translation>mucha</translation>
    </message>
    <message>
        <source>The customer closed the conversation</source>
        <translation>El cliente cerró la conversación</translation>
    </message>
    <message>
        <source>The conversation was closed</source>
        <translation>Se cerró la conversación</translation>
    </message>
    <message>
        <source>Closed: nobody wrote any more</source>
        <translation>Cerrada: nadie escribió más</translation>
    </message>
    <message>
        <source>Closed without consent</source>
        <translation>Cerrada sin consentimiento</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>Stage: %1 → %2</source>
        <translation>Etapa: %1 → %2</translation>
    </message>
    <message>
        <source>The customer waits for a person</source>
        <translation>El cliente espera a una persona</translation>
    </message>
    <message>
        <source>%1 took over</source>
        <translation>%1 tomó la conversación</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Se pasó</translation>
    </message>
    <message>
        <source>Back in the queue: %1 is away</source>
        <translation>De nuevo en la fila: %1 no está</translation>
    </message>
    <message>
        <source>%1 gave the conversation back to the bot</source>
        <translation>%1 devolvió la conversación al bot</translation>
    </message>
    <message>
        <source>Rated: good</source>
        <translation>Calificación: bien</translation>
    </message>
    <message>
        <source>Rated: not good</source>
        <translation>Calificación: mal</translation>
    </message>
    <message>
        <source>The texts of this conversation were erased</source>
        <translation>Se borraron los textos de esta conversación</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Borrado</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Private note by %1, %2: %3</source>
        <translation>Nota privada de %1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Necesidad</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) cannot be read here</source>
        <translation>
            <numerusform>%n evento no se puede leer acá</numerusform>
            <numerusform>%n eventos no se pueden leer acá</numerusform>
        </translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>enviando…</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ enviado</translation>
    </message>
    <message>
        <source>✓✓ delivered</source>
        <translation>✓✓ entregado</translation>
    </message>
    <message>
        <source>✓✓ seen</source>
        <translation>✓✓ visto</translation>
    </message>
    <message>
        <source>⚠ not sent – click or press Enter to try again</source>
        <translation>⚠ sin enviar – clic o Intro para probar de nuevo</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>espera %1</translation>
    </message>
    <message>
        <source>%1, Enter opens it</source>
        <translation>%1, con Enter se abre</translation>
    </message>
</context>
<context>
    <name>EvidencePart</name>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>What the evidence says</source>
        <translation>Lo que dice la evidencia</translation>
    </message>
    <message>
        <source>Save a copy of the file…</source>
        <translation>Guardar una copia del archivo…</translation>
    </message>
    <message>
        <source>New evidence</source>
        <translation>Evidencia nueva</translation>
    </message>
    <message>
        <source>Paste what a command printed, or a link; or drop a file here</source>
        <translation>Pegá lo que imprimió un comando, o un enlace; o soltá acá un archivo</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Archivo…</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Captura</translation>
    </message>
    <message>
        <source>The picture in the clipboard</source>
        <translation>La imagen del portapapeles</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Nothing shows it yet.</source>
        <translation>Todavía no hay evidencia.</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Cifra…</translation>
    </message>
    <message>
        <source>What somebody read, and whether it is what is asked for</source>
        <translation>Lo que alguien leyó, y si es lo que se pide</translation>
    </message>
</context>
<context>
    <name>FactsPart</name>
    <message>
        <source>What this item asks for</source>
        <translation>Lo que pide este punto</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Fijar la fecha</translation>
    </message>
    <message>
        <source>Took, minutes</source>
        <translation>Llevó, minutos</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin decir</translation>
    </message>
    <message>
        <source>Written down when you say Done</source>
        <translation>Se anota cuando decís Hecho</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>Lo que espera</translation>
    </message>
    <message>
        <source>Change what it asks for…</source>
        <translation>Cambiar lo que pide…</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>That is no e-mail address: %1</source>
        <translation>Eso no es una dirección de correo: %1</translation>
    </message>
    <message>
        <source>WhatsApp needs 8 to 15 digits with the country code, without + or spaces.</source>
        <translation>WhatsApp lleva de 8 a 15 dígitos con el código de país, sin + ni espacios.</translation>
    </message>
    <message>
        <source>A link begins with https://, for instance https://www.example.com.</source>
        <translation>Un enlace empieza con https://, por ejemplo https://www.example.com.</translation>
    </message>
    <message>
        <source>An address to listen on is 127.0.0.1 (this machine), 0.0.0.0 (every network) or one of this machine&apos;s own: %1</source>
        <translation>Se puede escuchar en 127.0.0.1 (este equipo), 0.0.0.0 (todas las redes) o en una dirección propia de este equipo: %1</translation>
    </message>
    <message>
        <source>An origin looks like https://www.example.com, without anything behind it: %1</source>
        <translation>Un origen se escribe https://www.example.com, sin nada detrás: %1</translation>
    </message>
    <message>
        <source>A limit looks like 20/min, 100/h or off: %1</source>
        <translation>Un límite se escribe 20/min, 100/h u off: %1</translation>
    </message>
    <message>
        <source>Write a number of at least 1, or off: %1</source>
        <translation>Escribí un número desde 1, u off: %1</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>A figure as evidence</source>
        <translation>Una cifra como evidencia</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>p95 in seconds</source>
        <translation>p95 en segundos</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>It meets what is asked for</source>
        <translation>Cumple con lo que se pide</translation>
    </message>
    <message>
        <source>It does not: it failed</source>
        <translation>No cumple: falló</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Passed</source>
        <translation>Pasó</translation>
    </message>
    <message>
        <source>A schedule does not run checks of this kind (%1)</source>
        <translation>Un programa horario no corre controles de este tipo (%1)</translation>
    </message>
    <message>
        <source>Nothing here can be checked for this (%1)</source>
        <translation>Acá no hay nada que se pueda controlar para esto (%1)</translation>
    </message>
    <message>
        <source>This command is not confirmed on this machine: %1</source>
        <translation>Este comando no está confirmado en esta máquina: %1</translation>
    </message>
    <message>
        <source>The check is wrong or incomplete: %1</source>
        <translation>El control está mal o incompleto: %1</translation>
    </message>
    <message>
        <source>It needs a value for %1</source>
        <translation>Necesita un valor para %1</translation>
    </message>
    <message>
        <source>“%1” is no address that can be called</source>
        <translation>“%1” no es una dirección que se pueda llamar</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>No se puede iniciar %1: %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>It did not end within %1 ms</source>
        <translation>No terminó en %1 ms</translation>
    </message>
    <message>
        <source>There is no host called %1</source>
        <translation>No existe ningún equipo llamado %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>No se puede llegar a %1: %2</translation>
    </message>
    <message>
        <source>%1 ended the connection too early</source>
        <translation>%1 cortó la conexión antes de tiempo</translation>
    </message>
    <message>
        <source>No safe connection to %1: %2</source>
        <translation>No hay conexión segura con %1: %2</translation>
    </message>
    <message>
        <source>It leads on to %1, where it is not followed</source>
        <translation>Lleva a %1, adonde no se sigue</translation>
    </message>
    <message>
        <source>The answer is larger than %1 bytes</source>
        <translation>La respuesta supera los %1 bytes</translation>
    </message>
    <message>
        <source>It answered with status %1 instead of %2</source>
        <translation>Contestó con estado %1 en vez de %2</translation>
    </message>
    <message>
        <source>The answer is no JSON</source>
        <translation>La respuesta no es JSON</translation>
    </message>
    <message>
        <source>The answer has no %1</source>
        <translation>La respuesta no tiene %1</translation>
    </message>
    <message>
        <source>%1 is %2 instead of %3</source>
        <translation>%1 es %2 en vez de %3</translation>
    </message>
    <message>
        <source>“%1” is missing in the answer</source>
        <translation>Falta “%1” en la respuesta</translation>
    </message>
    <message>
        <source>“%1” stands in the answer</source>
        <translation>En la respuesta aparece “%1”</translation>
    </message>
    <message>
        <source>It took %1 ms; %2 are allowed</source>
        <translation>Tardó %1 ms; se permiten %2</translation>
    </message>
    <message>
        <source>It ended with code %1</source>
        <translation>Terminó con código %1</translation>
    </message>
    <message>
        <source>It was ended by signal %1</source>
        <translation>Lo terminó la señal %1</translation>
    </message>
    <message>
        <source>The certificate ended %1 days ago</source>
        <translation>El certificado venció hace %1 días</translation>
    </message>
    <message>
        <source>The certificate is not valid yet, %1 days to go</source>
        <translation>El certificado todavía no vale, faltan %1 días</translation>
    </message>
    <message>
        <source>The certificate ends in %1 days; %2 are asked for</source>
        <translation>El certificado vence en %1 días; se piden %2</translation>
    </message>
    <message>
        <source>The certificate is not for %1</source>
        <translation>El certificado no es para %1</translation>
    </message>
    <message>
        <source>The certificate vouches for itself</source>
        <translation>El certificado se avala a sí mismo</translation>
    </message>
    <message>
        <source>Nobody trusted vouches for the certificate: %1</source>
        <translation>Nadie de confianza avala el certificado: %1</translation>
    </message>
    <message>
        <source>What answers at %1 is no Redis</source>
        <translation>Lo que contesta en %1 no es Redis</translation>
    </message>
    <message>
        <source>Redis refuses: %1</source>
        <translation>Redis se niega: %1</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>No existe el archivo %1</translation>
    </message>
    <message>
        <source>The file is %1 minutes old; %2 are allowed</source>
        <translation>El archivo tiene %1 minutos; se permiten %2</translation>
    </message>
    <message>
        <source>The file is from %1 minutes ahead: is the clock right?</source>
        <translation>El archivo es de dentro de %1 minutos: ¿está bien el reloj?</translation>
    </message>
    <message>
        <source>There is no value of %1: %2</source>
        <translation>No hay valor de %1: %2</translation>
    </message>
    <message>
        <source>%1 is %2; the limit is %3</source>
        <translation>%1 es %2; el límite es %3</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>No check may call %1 from here</source>
        <translation>Ningún control puede llamar a %1 desde acá</translation>
    </message>
    <message>
        <source>%1 is this program&apos;s own secret; it is not told to %2</source>
        <translation>%1 es un secreto de este programa; no se le dice a %2</translation>
    </message>
</context>
<context>
    <name>FreezePage</name>
    <message>
        <source>In a freeze window no release goes out without an override.</source>
        <translation>En un período sin cambios nada sale sin una excepción.</translation>
    </message>
    <message>
        <source>Frozen days</source>
        <translation>Días sin cambios</translation>
    </message>
    <message>
        <source>Freeze windows</source>
        <translation>Períodos sin cambios</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Remove the window</source>
        <translation>Quitar el período</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Guardar los cambios</translation>
    </message>
    <message>
        <source>Add a window</source>
        <translation>Agregar un período</translation>
    </message>
    <message>
        <source>Who changed it</source>
        <translation>Quién lo cambió</translation>
    </message>
    <message>
        <source>No window was set yet.</source>
        <translation>Todavía no hay ningún período.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Why not, and what would turn it. Enter or a double click opens the item.</source>
        <translation>Por qué no, y qué lo cambiaría. Enter o doble clic abre el punto.</translation>
    </message>
    <message>
        <source>Reasons for no</source>
        <translation>Motivos del no</translation>
    </message>
</context>
<context>
    <name>HandoffCard</name>
    <message>
        <source>%1 (it helped)</source>
        <translation>%1 (ayudó)</translation>
    </message>
    <message>
        <source>%1 (no change)</source>
        <translation>%1 (sin cambios)</translation>
    </message>
    <message>
        <source>%1 (could not be done)</source>
        <translation>%1 (no se pudo hacer)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Se sabe</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>The customer is upset.</source>
        <translation>El cliente está molesto.</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Se probó</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Todavía no se sabe nada.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The AI server takes no more questions for now. Try again after %1.</source>
        <translation>El servidor de IA no acepta más preguntas por ahora. Probá de nuevo después de las %1.</translation>
    </message>
    <message>
        <source>The AI server takes no more questions for now. Try again in a minute.</source>
        <translation>El servidor de IA no acepta más preguntas por ahora. Probá de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>AI cannot be reached now. Try again after %1.</source>
        <translation>No se puede llegar a la IA ahora. Probá de nuevo después de las %1.</translation>
    </message>
    <message>
        <source>AI cannot be reached now. Try again later.</source>
        <translation>No se puede llegar a la IA ahora. Probá de nuevo más tarde.</translation>
    </message>
    <message>
        <source>Make it shorter</source>
        <translation>Más corto</translation>
    </message>
    <message>
        <source>Make it clearer</source>
        <translation>Más claro</translation>
    </message>
    <message>
        <source>Make it friendlier</source>
        <translation>Más cálido</translation>
    </message>
    <message>
        <source>Make it more formal</source>
        <translation>Más formal</translation>
    </message>
    <message>
        <source>Translate what I wrote for the customer</source>
        <translation>Traducir lo que escribí para el cliente</translation>
    </message>
    <message>
        <source>Translate the customer&apos;s words for me</source>
        <translation>Traducirme lo que dice el cliente</translation>
    </message>
    <message>
        <source>Sum up the conversation</source>
        <translation>Resumir la conversación</translation>
    </message>
    <message>
        <source>Suggest a reply</source>
        <translation>Sugerir una respuesta</translation>
    </message>
    <message>
        <source>The answer was too long and is cut.</source>
        <translation>La respuesta era demasiado larga y está cortada.</translation>
    </message>
    <message>
        <source>Read it before you use it.</source>
        <translation>Leelo antes de usarlo.</translation>
    </message>
    <message>
        <source>AI broke off: this is only a part.</source>
        <translation>La IA se cortó: esto es solo una parte.</translation>
    </message>
    <message>
        <source>No AI is connected. Connect one in Settings → AI.</source>
        <translation>No hay una IA conectada. Conectá una en Ajustes → IA.</translation>
    </message>
    <message>
        <source>Smart mode is off for all. Switch it on in Settings → AI.</source>
        <translation>El modo inteligente está apagado para todos. Encendelo en Ajustes → IA.</translation>
    </message>
    <message>
        <source>Write something to the customer first.</source>
        <translation>Primero escribile algo al cliente.</translation>
    </message>
    <message>
        <source>There are no words here yet.</source>
        <translation>Acá todavía no hay palabras.</translation>
    </message>
    <message>
        <source>The texts of this conversation were erased.</source>
        <translation>Los textos de esta conversación se borraron.</translation>
    </message>
    <message>
        <source>None of the AI servers can do this. Settings → AI shows what each can do.</source>
        <translation>Ninguno de los servidores de IA puede hacer esto. Ajustes → IA muestra qué puede cada uno.</translation>
    </message>
    <message>
        <source>The AI server&apos;s key is missing or locked away. Give it in Settings → AI.</source>
        <translation>Falta la clave del servidor de IA, o está bajo llave. Cargala en Ajustes → IA.</translation>
    </message>
    <message>
        <source>The AI server does not take the key. Mend it in Settings → AI.</source>
        <translation>El servidor de IA no acepta la clave. Corregila en Ajustes → IA.</translation>
    </message>
    <message>
        <source>AI took too long. Try again.</source>
        <translation>La IA tardó demasiado. Probá de nuevo.</translation>
    </message>
    <message>
        <source>That is more text than the AI model takes. Try a shorter text or another model.</source>
        <translation>Es más texto del que acepta el modelo de IA. Probá con un texto más corto u otro modelo.</translation>
    </message>
    <message>
        <source>The AI server refused to answer this.</source>
        <translation>El servidor de IA se negó a responder esto.</translation>
    </message>
    <message>
        <source>The AI server does not take our question: the model or the account may be the reason. Test it in Settings → AI.</source>
        <translation>El servidor de IA no acepta nuestra pregunta: puede ser por el modelo o por la cuenta. Probalo en Ajustes → IA.</translation>
    </message>
    <message>
        <source>AI&apos;s answer cannot be used. Try again.</source>
        <translation>La respuesta de la IA no se puede usar. Probá de nuevo.</translation>
    </message>
    <message>
        <source>Today&apos;s budget for AI is spent. Settings → AI has the daily cap.</source>
        <translation>El presupuesto de IA de hoy está gastado. El tope diario está en Ajustes → IA.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>from no message</source>
        <translation>de ningún mensaje</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>mensaje %1</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Quiere</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Open question</source>
        <translation>Falta saber</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>AI help</source>
        <translation>Ayuda de IA</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Close AI help</source>
        <translation>Cerrar la ayuda de IA</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>AI&apos;s text</source>
        <translation>Texto de la IA</translation>
    </message>
    <message>
        <source>Summary; Enter shows a line&apos;s message</source>
        <translation>Resumen; Enter muestra el mensaje de un renglón</translation>
    </message>
    <message>
        <source>Exactly what is sent to AI</source>
        <translation>Exactamente lo que va a la IA</translation>
    </message>
    <message>
        <source>Send to AI</source>
        <translation>Enviar a la IA</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Puts the text where the cursor is; nothing is sent</source>
        <translation>Pone el texto donde está el cursor; no se envía nada</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Puts the text in place of what is written; nothing is sent</source>
        <translation>Pone el texto en lugar de lo escrito; no se envía nada</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Ver exactamente qué se va a enviar</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>Sirvió</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>No sirvió</translation>
    </message>
    <message>
        <source>What was good or wrong? Stays with this conversation.</source>
        <translation>¿Qué estuvo bien o mal? Queda con esta conversación.</translation>
    </message>
    <message>
        <source>Comment on AI&apos;s text</source>
        <translation>Comentario sobre el texto de la IA</translation>
    </message>
    <message>
        <source>Save comment</source>
        <translation>Guardar comentario</translation>
    </message>
</context>
<context>
    <name>HelpRatings</name>
    <message>
        <source>What agents thought of AI&apos;s help</source>
        <translation>Qué opinaron los agentes de la ayuda de la IA</translation>
    </message>
    <message>
        <source>Ratings of AI&apos;s help</source>
        <translation>Valoraciones de la ayuda de la IA</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>History of this item</source>
        <translation>Historia de este punto</translation>
    </message>
    <message>
        <source>Nothing has happened to it yet.</source>
        <translation>Todavía no le pasó nada.</translation>
    </message>
    <message>
        <source>Erase a text…</source>
        <translation>Borrar un texto…</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import a release</source>
        <translation>Importar un lanzamiento</translation>
    </message>
    <message>
        <source>Drop a Markdown file here: a list of tasks, or a document that says how far things are. You see what was understood and correct it before anything is saved.</source>
        <translation>Soltá acá un archivo Markdown: una lista de tareas o un documento de estado. Vas a ver qué se entendió y podés corregirlo antes de que se guarde algo.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Tomar</translation>
    </message>
    <message>
        <source>Sign-offs, canary and rollback</source>
        <translation>Firmas, canario y vuelta atrás</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Qué se entendió</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Otro archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create the release</source>
        <translation>Crear el lanzamiento</translation>
    </message>
</context>
<context>
    <name>Intents</name>
    <message>
        <source>Technical problem</source>
        <translation>Problema técnico</translation>
    </message>
    <message>
        <source>Slow or freezing</source>
        <translation>Lentitud o cuelgues</translation>
    </message>
    <message>
        <source>Internet or connection</source>
        <translation>Internet o conexión</translation>
    </message>
    <message>
        <source>Install something</source>
        <translation>Instalar algo</translation>
    </message>
    <message>
        <source>Configure something</source>
        <translation>Configurar algo</translation>
    </message>
    <message>
        <source>How to do something</source>
        <translation>Cómo hacer algo</translation>
    </message>
    <message>
        <source>Question about the shop</source>
        <translation>Pregunta sobre el local</translation>
    </message>
    <message>
        <source>General question</source>
        <translation>Pregunta general</translation>
    </message>
    <message>
        <source>Frustration</source>
        <translation>Frustración</translation>
    </message>
    <message>
        <source>Greeting or thanks</source>
        <translation>Saludo o gracias</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>End the conversation</source>
        <translation>Terminar la conversación</translation>
    </message>
    <message>
        <source>Erase my data</source>
        <translation>Borrar mis datos</translation>
    </message>
    <message>
        <source>Nothing of ours</source>
        <translation>Nada nuestro</translation>
    </message>
    <message>
        <source>Wants a person</source>
        <translation>Quiere una persona</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>What is changed here voids the signatures given before, where the gate could feel it.</source>
        <translation>Lo que se cambia acá anula las firmas dadas antes, si puede cambiar la decisión.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Counts as done when</source>
        <translation>Está hecho cuando</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Must show</source>
        <translation>Tiene que mostrar</translation>
    </message>
    <message>
        <source>Estimate, minutes</source>
        <translation>Estimación, minutos</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin decir</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera a</translation>
    </message>
    <message>
        <source>Items that it waits for</source>
        <translation>Puntos a los que espera</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>Quitar el punto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>Sobre este punto</translation>
    </message>
    <message>
        <source>Done once the release is out: the gate does not ask for it</source>
        <translation>Se hace cuando ya salió: la decisión no lo pide</translation>
    </message>
    <message>
        <source>Evidence holds for</source>
        <translation>La evidencia vale</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>Hours or days</source>
        <translation>Horas o días</translation>
    </message>
    <message>
        <source>Checks that Relevo runs</source>
        <translation>Controles que corre Relevo</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Parte de</translation>
    </message>
    <message>
        <source>Due, hours from the beginning</source>
        <translation>Vence, horas desde el comienzo</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>separadas por comas</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Choose an item on the left: what it asks for, who does it, what shows that it is done.</source>
        <translation>Elegí un punto a la izquierda: qué pide, quién lo hace, qué muestra que está hecho.</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>Sobre este punto</translation>
    </message>
</context>
<context>
    <name>ItemsPart</name>
    <message>
        <source>Items of the template</source>
        <translation>Puntos de la plantilla</translation>
    </message>
    <message>
        <source>No items yet. An item says what has to be done before a go, by whom, and what shows it: add the first one.</source>
        <translation>Todavía no hay puntos. Un punto dice qué hay que hacer antes de salir, quién lo hace y qué lo muestra: agregá el primero.</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Agregar un punto…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>Quitar el punto</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Up (Ctrl+Up)</source>
        <translation>Subir (Ctrl+Arriba)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Down (Ctrl+Down)</source>
        <translation>Bajar (Ctrl+Abajo)</translation>
    </message>
</context>
<context>
    <name>KnowledgePanel</name>
    <message>
        <source>Search the articles</source>
        <translation>Buscar en los artículos</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Artículo nuevo</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>What customers ask again and again, written once.
The bot quotes an article where it answers a question, and you can insert it beside the composer.

Choose an article on the left, or write a new one: Ctrl+N.</source>
        <translation>Lo que los clientes preguntan una y otra vez, escrito una sola vez.
El bot cita un artículo cuando responde una pregunta, y vos podés insertarlo al lado de donde escribís.

Elegí un artículo a la izquierda o escribí uno nuevo: Ctrl+N.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Charlas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>Estoy</translation>
    </message>
    <message>
        <source>My presence</source>
        <translation>Mi presencia</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimiento</translation>
    </message>
    <message>
        <source>Opens how AI is doing</source>
        <translation>Abre cómo anda la IA</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Lanzamientos</translation>
    </message>
</context>
<context>
    <name>Masking</name>
    <message>
        <source>private key</source>
        <translation>clave privada</translation>
    </message>
    <message>
        <source>web token (JWT)</source>
        <translation>token web (JWT)</translation>
    </message>
    <message>
        <source>access key</source>
        <translation>clave de acceso</translation>
    </message>
    <message>
        <source>user and password of an address</source>
        <translation>usuario y contraseña de una dirección</translation>
    </message>
    <message>
        <source>token of an address</source>
        <translation>token de una dirección</translation>
    </message>
    <message>
        <source>password</source>
        <translation>contraseña</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>dirección de correo</translation>
    </message>
    <message>
        <source>alias of a bank account</source>
        <translation>alias de una cuenta bancaria</translation>
    </message>
    <message>
        <source>card</source>
        <translation>tarjeta</translation>
    </message>
    <message>
        <source>passport</source>
        <translation>pasaporte</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>street address</source>
        <translation>domicilio</translation>
    </message>
    <message>
        <source>name of a person of the conversation</source>
        <translation>nombre de una persona de la conversación</translation>
    </message>
    <message>
        <source>the shape fits, read as: %1</source>
        <translation>la forma coincide, leído como: %1</translation>
    </message>
    <message>
        <source>the check digits are right</source>
        <translation>los dígitos verificadores son correctos</translation>
    </message>
    <message>
        <source>the check digits are wrong</source>
        <translation>los dígitos verificadores son incorrectos</translation>
    </message>
    <message>
        <source>the range of numbers is one that is issued</source>
        <translation>el rango de números es de los que se emiten</translation>
    </message>
    <message>
        <source>it is punctuated as only this kind is</source>
        <translation>está escrito con los signos propios de este tipo</translation>
    </message>
    <message>
        <source>“%1” speaks for it, words away: %2</source>
        <translation>“%1” habla a favor, a esta distancia en palabras: %2</translation>
    </message>
    <message>
        <source>“%1” makes it a number of the product or a price</source>
        <translation>“%1” lo hace un número del producto o un precio</translation>
    </message>
    <message>
        <source>it stands in a web address, with no word for it right before</source>
        <translation>está en una dirección web, sin una palabra que lo nombre justo antes</translation>
    </message>
    <message>
        <source>the phone library knows such numbers: %1</source>
        <translation>la biblioteca de teléfonos conoce números así: %1</translation>
    </message>
    <message>
        <source>the phone library knows no such number</source>
        <translation>la biblioteca de teléfonos no conoce un número así</translation>
    </message>
    <message>
        <source>nothing else looks like this</source>
        <translation>nada más se ve así</translation>
    </message>
    <message>
        <source>nothing proves it: no right check digits, no range or punctuation of its own, no word near it</source>
        <translation>nada lo prueba: ni dígitos verificadores correctos, ni rango o signos propios, ni una palabra cerca</translation>
    </message>
    <message>
        <source>something longer or more specific stands there: %1</source>
        <translation>ahí hay algo más largo o más específico: %1</translation>
    </message>
    <message>
        <source>masked, sure</source>
        <translation>enmascarado, seguro</translation>
    </message>
    <message>
        <source>masked, unsure</source>
        <translation>enmascarado, sin seguridad</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>se deja como está</translation>
    </message>
</context>
<context>
    <name>MaskingTester</name>
    <message>
        <source>Personal-data tester</source>
        <translation>Probador de datos personales</translation>
    </message>
    <message>
        <source>Write or paste a text to see what is masked in it wherever it leaves the program, and why. Nothing of it is stored or sent.</source>
        <translation>Escribí o pegá un texto para ver qué se enmascara cuando sale del programa, y por qué. Nada de eso se guarda ni se envía.</translation>
    </message>
    <message>
        <source>People whom the conversation knows</source>
        <translation>Personas que la conversación conoce</translation>
    </message>
    <message>
        <source>Names, with commas between</source>
        <translation>Nombres, separados por comas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Enmascarado</translation>
    </message>
    <message>
        <source>Text to test</source>
        <translation>Texto a probar</translation>
    </message>
    <message>
        <source>The text masked</source>
        <translation>El texto enmascarado</translation>
    </message>
    <message>
        <source>What was found, and why</source>
        <translation>Qué se encontró, y por qué</translation>
    </message>
    <message>
        <source>Copy the masked text</source>
        <translation>Copiar el texto enmascarado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>NewRelease</name>
    <message>
        <source>New release</source>
        <translation>Lanzamiento nuevo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What goes out, for instance Chat 2.4</source>
        <translation>Qué sale, por ejemplo Chat 2.4</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>https://staging.example.com, for the checks</source>
        <translation>https://staging.example.com, para los controles</translation>
    </message>
    <message>
        <source>It is planned for a date</source>
        <translation>Está planeado para una fecha</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make the release</source>
        <translation>Crear el lanzamiento</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Overrides: two people in two roles, a reason, an end. They stay visible for ever.</source>
        <translation>Excepciones: dos personas en dos roles, un motivo, un final. Quedan a la vista para siempre.</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Excepciones</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Vale hasta</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Tu frase</translation>
    </message>
    <message>
        <source>Approve the selected one</source>
        <translation>Aprobar la elegida</translation>
    </message>
    <message>
        <source>Ask to go all the same</source>
        <translation>Pedir salir igual</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Who works here and what each may do. With a passphrase, nobody else acts under your name.</source>
        <translation>Quiénes trabajan acá y qué puede hacer cada uno. Con una frase de contraseña, nadie más actúa en tu nombre.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Nombre de alguien nuevo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Name of the one selected</source>
        <translation>Nombre de la persona elegida</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>Quitar acceso</translation>
    </message>
    <message>
        <source>Your passphrase now</source>
        <translation>Tu frase actual</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase nueva</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>Quitar la frase</translation>
    </message>
    <message>
        <source>Lock after minutes of silence</source>
        <translation>Bloquear tras minutos de inactividad</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Its evidence has expired: show it anew.</source>
        <translation>Su evidencia venció: mostrala de nuevo.</translation>
    </message>
    <message>
        <source>Its newest evidence says that it failed.</source>
        <translation>Su evidencia más nueva dice que falló.</translation>
    </message>
    <message>
        <source>It needs evidence first.</source>
        <translation>Antes necesita evidencia.</translation>
    </message>
    <message>
        <source>It needs evidence first: %1.</source>
        <translation>Antes necesita evidencia: %1.</translation>
    </message>
    <message>
        <source>That is for: %1.</source>
        <translation>Eso le toca a: %1.</translation>
    </message>
    <message>
        <source>It is your own work: somebody else says that it is right.</source>
        <translation>Es trabajo tuyo: otra persona dice que está bien.</translation>
    </message>
    <message>
        <source>It is a blocker of your own: somebody else who may waive it says that it does not apply.</source>
        <translation>Es un bloqueante tuyo: que no corresponde lo dice otra persona que pueda eximirlo.</translation>
    </message>
    <message>
        <source>You have already given that.</source>
        <translation>Eso ya lo diste.</translation>
    </message>
    <message>
        <source>Say first who you are.</source>
        <translation>Decí antes quién sos.</translation>
    </message>
    <message>
        <source>That is no longer there.</source>
        <translation>Eso ya no está.</translation>
    </message>
    <message>
        <source>Its parts decide: this one follows them.</source>
        <translation>Deciden sus partes: este las sigue.</translation>
    </message>
    <message>
        <source>That sign-off is not asked for: its condition does not hold.</source>
        <translation>Esa firma no se pide: su condición no se cumple.</translation>
    </message>
    <message>
        <source>There is nothing to override.</source>
        <translation>No hay nada que exceptuar.</translation>
    </message>
    <message>
        <source>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</source>
        <translation>Eso no lo exceptúa nadie: sin puntos, con el libro dañado o con un plan que no se sostiene nunca se sale.</translation>
    </message>
    <message>
        <source>The gate says no.</source>
        <translation>La decisión es no salir.</translation>
    </message>
    <message>
        <source>The plan does not fit together. Mend it first:</source>
        <translation>El plan no se sostiene. Arreglalo antes:</translation>
    </message>
    <message>
        <source>Not from its state now: %1.</source>
        <translation>No desde su estado de ahora: %1.</translation>
    </message>
    <message>
        <source>Not as it stands now.</source>
        <translation>No así como está ahora.</translation>
    </message>
    <message>
        <source>It needs a reason.</source>
        <translation>Necesita un motivo.</translation>
    </message>
    <message>
        <source>It needs an end that lies ahead.</source>
        <translation>Necesita un final que todavía no llegó.</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>Espera a %1.</translation>
    </message>
    <message>
        <source>Its section begins when the blockers before it are verified: %1.</source>
        <translation>Su sección empieza cuando los bloqueantes anteriores estén verificados: %1.</translation>
    </message>
    <message>
        <source>It is too early: from %1 on.</source>
        <translation>Es temprano: desde el %1.</translation>
    </message>
    <message>
        <source>It is too early.</source>
        <translation>Es temprano.</translation>
    </message>
    <message>
        <source>Somebody has worked on it, and that is never forgotten: say that it does not apply.</source>
        <translation>Alguien ya trabajó en esto, y eso no se borra: decí que no corresponde.</translation>
    </message>
    <message>
        <source>A time is below nothing or above ten years.</source>
        <translation>Un tiempo es menos que nada, o más que diez años.</translation>
    </message>
    <message>
        <source>That is too far ahead: until %1 at most.</source>
        <translation>Es demasiado lejos: hasta el %1 como mucho.</translation>
    </message>
    <message>
        <source>They would wait for each other for ever: %1.</source>
        <translation>Se esperarían para siempre: %1.</translation>
    </message>
    <message>
        <source>The section %1 is there twice.</source>
        <translation>La sección %1 está dos veces.</translation>
    </message>
    <message>
        <source>The item %1 is there twice.</source>
        <translation>El punto %1 está dos veces.</translation>
    </message>
    <message>
        <source>%1 stands in a section that is not there: %2.</source>
        <translation>%1 está en una sección que no existe: %2.</translation>
    </message>
    <message>
        <source>%1 is part of something that is not there: %2.</source>
        <translation>%1 es parte de algo que no existe: %2.</translation>
    </message>
    <message>
        <source>%1 is part of %2, which stands in another section.</source>
        <translation>%1 es parte de %2, que está en otra sección.</translation>
    </message>
    <message>
        <source>%1 waits for something that is not there: %2.</source>
        <translation>%1 espera algo que no existe: %2.</translation>
    </message>
    <message>
        <source>There is nothing left to erase.</source>
        <translation>Ya no queda nada que borrar.</translation>
    </message>
    <message>
        <source>That is no longer there: %1.</source>
        <translation>Eso ya no está: %1.</translation>
    </message>
    <message>
        <source>The next one comes from another person, in another role.</source>
        <translation>La siguiente la da otra persona, en otro rol.</translation>
    </message>
</context>
<context>
    <name>ReleaseRow</name>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 de %2 resueltos</translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s) open</source>
        <translation>
            <numerusform>%n bloqueante abierto</numerusform>
            <numerusform>%n bloqueantes abiertos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n atrasado</numerusform>
            <numerusform>%n atrasados</numerusform>
        </translation>
    </message>
    <message>
        <source>out since %1</source>
        <translation>salió el %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>para el %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>creado el %1</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
</context>
<context>
    <name>ReleaseWords</name>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Eximido</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No aplica</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Bloqueante</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatorio</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Enlace</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Captura</translation>
    </message>
    <message>
        <source>Reading of a figure</source>
        <translation>Lectura de una cifra</translation>
    </message>
    <message>
        <source>Check that Relevo runs</source>
        <translation>Control que corre Relevo</translation>
    </message>
    <message>
        <source>said by a person</source>
        <translation>lo dice una persona</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ pasó</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ falló</translation>
    </message>
    <message>
        <source>✓ Go</source>
        <translation>✓ Sale</translation>
    </message>
    <message>
        <source>⚠ Go, by override</source>
        <translation>⚠ Sale, por excepción</translation>
    </message>
    <message>
        <source>✗ No-go</source>
        <translation>✗ No sale</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>canary running</source>
        <translation>canario en curso</translation>
    </message>
    <message>
        <source>canary held</source>
        <translation>canario en espera</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abortado</translation>
    </message>
    <message>
        <source>released</source>
        <translation>lanzado</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Failed…</source>
        <translation>Falló…</translation>
    </message>
    <message>
        <source>Blocked…</source>
        <translation>Bloqueado…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Eximir…</translation>
    </message>
    <message>
        <source>Does not apply…</source>
        <translation>No aplica…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>vuelta atrás</translation>
    </message>
    <message>
        <source>Renew the waiver…</source>
        <translation>Renovar la exención…</translation>
    </message>
</context>
<context>
    <name>ReleasesPanel</name>
    <message>
        <source>Releases and what they are made of</source>
        <translation>Lanzamientos y de qué se hacen</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Lanzamientos</translation>
    </message>
    <message>
        <source>Import a checklist…</source>
        <translation>Importar una lista…</translation>
    </message>
    <message>
        <source>New release…</source>
        <translation>Lanzamiento nuevo…</translation>
    </message>
    <message>
        <source>‹ Releases</source>
        <translation>‹ Lanzamientos</translation>
    </message>
    <message>
        <source>Back to all releases</source>
        <translation>Volver a todos los lanzamientos</translation>
    </message>
    <message>
        <source>Pages of this release</source>
        <translation>Páginas de este lanzamiento</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>A release is a checklist that leads to a decision: who owes what, what shows it, and go or no-go with every reason.

Make the first one of a template with New release, or drop a Markdown checklist here.</source>
        <translation>Un lanzamiento es una lista que lleva a una decisión: quién debe qué, qué lo muestra, y si sale o no con cada motivo.

Hacé el primero desde una plantilla con Lanzamiento nuevo, o soltá acá una lista en Markdown.</translation>
    </message>
    <message>
        <source>Title and date…</source>
        <translation>Título y fecha…</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Save as Markdown…</source>
        <translation>Guardar como Markdown…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Guardar como HTML…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save the imported file…</source>
        <translation>Guardar el archivo importado…</translation>
    </message>
    <message>
        <source>A head that was given away before: its number and link</source>
        <translation>Una cabeza entregada antes: su número y su eslabón</translation>
    </message>
    <message>
        <source>Known head: number and link</source>
        <translation>Cabeza conocida: número y eslabón</translation>
    </message>
    <message>
        <source>Verify the ledger</source>
        <translation>Verificar el libro</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>The file that this release was made from</source>
        <translation>El archivo del que se hizo este lanzamiento</translation>
    </message>
    <message>
        <source>Erase it…</source>
        <translation>Borrarlo…</translation>
    </message>
    <message>
        <source>Erase the imported file</source>
        <translation>Borrar el archivo importado</translation>
    </message>
</context>
<context>
    <name>RescheduleDialog</name>
    <message>
        <source>Title and date</source>
        <translation>Título y fecha</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Previsto para</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Development lead</source>
        <translation>Líder de desarrollo</translation>
    </message>
    <message>
        <source>Backend lead</source>
        <translation>Líder de backend</translation>
    </message>
    <message>
        <source>QA</source>
        <translation>QA</translation>
    </message>
    <message>
        <source>SRE</source>
        <translation>SRE</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legales</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisión</translation>
    </message>
</context>
<context>
    <name>RollbackPage</name>
    <message>
        <source>When to go back</source>
        <translation>Cuándo volver atrás</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Volver atrás</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>The next step is done</source>
        <translation>El paso siguiente está hecho</translation>
    </message>
    <message>
        <source>It was rehearsed</source>
        <translation>Se ensayó</translation>
    </message>
    <message>
        <source>Going back was tried out, and it worked</source>
        <translation>Se probó volver atrás, y anduvo</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Cambiar el plan…</translation>
    </message>
    <message>
        <source>Other triggers and steps</source>
        <translation>Otros motivos y pasos</translation>
    </message>
</context>
<context>
    <name>RolloutDialog</name>
    <message>
        <source>What is changed here voids the signatures given before. Other steps have to be rehearsed anew.</source>
        <translation>Lo que se cambia acá anula las firmas ya dadas. Si cambian los pasos, hay que ensayarlos de nuevo.</translation>
    </message>
    <message>
        <source>Out and back</source>
        <translation>Salida y vuelta atrás</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Share of the customers, %</source>
        <translation>Parte de los clientes, %</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Begins when the blockers of the section before are verified</source>
        <translation>Empieza cuando los bloqueantes de la sección anterior están verificados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Whoever worked on what it covers does not sign it. What is changed here voids the signatures given before.</source>
        <translation>Quien trabajó en lo que cubre no la firma. Lo que se cambia acá anula las firmas ya dadas.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>La firma</translation>
    </message>
    <message>
        <source>Roles that may sign</source>
        <translation>Roles que pueden firmar</translation>
    </message>
    <message>
        <source>How many of them</source>
        <translation>Cuántas personas</translation>
    </message>
    <message>
        <source>Covers (none: everything)</source>
        <translation>Cubre (ninguna: todo)</translation>
    </message>
    <message>
        <source>Sections that it covers</source>
        <translation>Secciones que cubre</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Solo si</translation>
    </message>
    <message>
        <source>always, while this is empty</source>
        <translation>siempre, si queda vacío</translation>
    </message>
    <message>
        <source>Remove the sign-off</source>
        <translation>Quitar la firma</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Each in another role</source>
        <translation>Cada firma en otro rol</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings pages</source>
        <translation>Páginas de ajustes</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mi nombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Ring for</source>
        <translation>Avisar por</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Hacer sonar</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Probar el sonido</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Abrir al iniciar sesión</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Atajos de teclado…</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>Datos de demostración</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add demonstration data</source>
        <translation>Agregar datos de demostración</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove demonstration data</source>
        <translation>Quitar los datos de demostración</translation>
    </message>
    <message>
        <source>What the bot may say of the shop. What is empty is left out.</source>
        <translation>Lo que el bot puede decir del local. Lo que está vacío no se dice.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Link to the privacy policy</source>
        <translation>Enlace a la política de privacidad</translation>
    </message>
    <message>
        <source>Opening hours of each day, for instance 09:00-13:00, 16:00-20:00. An empty day is closed; a week without any hours counts as always open.</source>
        <translation>Horario de cada día, por ejemplo 09:00-13:00, 16:00-20:00. Un día vacío está cerrado; una semana sin horarios cuenta como siempre abierto.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Domingo</translation>
    </message>
    <message>
        <source>Copy Monday to Tuesday–Friday</source>
        <translation>Copiar el lunes a martes–viernes</translation>
    </message>
    <message>
        <source>Listen on address</source>
        <translation>Escuchar en la dirección</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Allowed origins, one a line</source>
        <translation>Orígenes permitidos, uno por línea</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Dirección pública</translation>
    </message>
    <message>
        <source>Test the public address</source>
        <translation>Probar la dirección pública</translation>
    </message>
    <message>
        <source>Save and listen anew</source>
        <translation>Guardar y escuchar de nuevo</translation>
    </message>
    <message>
        <source>For your site</source>
        <translation>Para tu sitio</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the line for your site</source>
        <translation>Copiar la línea para tu sitio</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Open the logs</source>
        <translation>Abrir los registros</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Partes y sus licencias</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Limits keep one visitor from taking the chat from all others. Write how many in which time, for instance 20/min, 100/h or off.</source>
        <translation>Los límites impiden que un visitante deje sin chat a los demás. Escribí cuántos en qué tiempo, por ejemplo 20/min, 100/h u off.</translation>
    </message>
    <message>
        <source>New chats of one address</source>
        <translation>Chats nuevos por dirección</translation>
    </message>
    <message>
        <source>Messages of one address</source>
        <translation>Mensajes por dirección</translation>
    </message>
    <message>
        <source>Messages of one conversation</source>
        <translation>Mensajes por conversación</translation>
    </message>
    <message>
        <source>Connections at once, all and of one address</source>
        <translation>Conexiones a la vez, en total y por dirección</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Conexiones a la vez</translation>
    </message>
    <message>
        <source>Connections of one address</source>
        <translation>Conexiones por dirección</translation>
    </message>
    <message>
        <source>Personal data and secrets are masked wherever a text leaves the program: in the log, in what AI is asked, in transcripts and masked exports. The tester shows what would be masked in a text, and why.</source>
        <translation>Los datos personales y los secretos se enmascaran en todo texto que sale del programa: en el registro, en lo que se le pregunta a la IA, en las transcripciones y en las exportaciones enmascaradas. El probador muestra qué se enmascararía en un texto, y por qué.</translation>
    </message>
    <message>
        <source>Open the personal-data tester</source>
        <translation>Abrir el probador de datos personales</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign off</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Tu frase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
</context>
<context>
    <name>SignOffs</name>
    <message>
        <source>Sign-offs</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Firmar…</translation>
    </message>
    <message>
        <source>This sign-off is needed</source>
        <translation>Esta firma hace falta</translation>
    </message>
    <message>
        <source>Add a sign-off…</source>
        <translation>Agregar una firma…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Who signs, how many of them, and for what</source>
        <translation>Quién firma, cuántas personas y por qué parte</translation>
    </message>
</context>
<context>
    <name>StageTitles</name>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Consent refused</source>
        <translation>Consentimiento negado</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>Qué necesita</translation>
    </message>
    <message>
        <source>Which problem</source>
        <translation>Qué problema</translation>
    </message>
    <message>
        <source>Which device</source>
        <translation>Qué equipo</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Help with a step</source>
        <translation>Ayuda con un paso</translation>
    </message>
    <message>
        <source>Offer of further steps</source>
        <translation>Oferta de más pasos</translation>
    </message>
    <message>
        <source>Further steps</source>
        <translation>Más pasos</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>Cómo seguir</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Traspaso</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Esperando a una persona</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>Con una persona</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Calificación</translation>
    </message>
    <message>
        <source>Reason of the rating</source>
        <translation>Motivo de la calificación</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>Which topic</source>
        <translation>Qué tema</translation>
    </message>
    <message>
        <source>Which system</source>
        <translation>Qué sistema</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Help with the guide</source>
        <translation>Ayuda con la guía</translation>
    </message>
    <message>
        <source>End of the guide</source>
        <translation>Fin de la guía</translation>
    </message>
    <message>
        <source>About the shop</source>
        <translation>Sobre el local</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>Borrado</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>TalkPart</name>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>Nobody has said anything about it yet.</source>
        <translation>Todavía nadie comentó.</translation>
    </message>
    <message>
        <source>Say something about it</source>
        <translation>Comentá algo</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Comentar</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Takes back the last change that is not saved yet</source>
        <translation>Deshace el último cambio que todavía no se guardó</translation>
    </message>
    <message>
        <source>Parts of the template</source>
        <translation>Partes de la plantilla</translation>
    </message>
</context>
<context>
    <name>TemplateFaults</name>
    <message>
        <source>A template needs a title.</source>
        <translation>Una plantilla necesita un título.</translation>
    </message>
    <message>
        <source>A template needs an item at least: nothing to do is never a go.</source>
        <translation>Una plantilla necesita al menos un punto: si no hay nada que hacer, nunca se sale.</translation>
    </message>
    <message>
        <source>These are too many items for one template.</source>
        <translation>Son demasiados puntos para una sola plantilla.</translation>
    </message>
    <message>
        <source>Something here has no title yet.</source>
        <translation>Algo acá todavía no tiene título.</translation>
    </message>
    <message>
        <source>no role may sign it.</source>
        <translation>ningún rol puede firmarla.</translation>
    </message>
    <message>
        <source>it covers something that is not there.</source>
        <translation>cubre algo que no está.</translation>
    </message>
    <message>
        <source>Each stage takes a bigger share than the one before: no two the same.</source>
        <translation>Cada etapa toma una parte mayor que la anterior: no hay dos iguales.</translation>
    </message>
    <message>
        <source>The last stage takes 100 %.</source>
        <translation>La última etapa toma el 100 %.</translation>
    </message>
    <message>
        <source>it watches no figure.</source>
        <translation>no vigila ninguna cifra.</translation>
    </message>
    <message>
        <source>a time is below nothing or above ten years.</source>
        <translation>un tiempo es menor que cero o mayor que diez años.</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates and their versions</source>
        <translation>Plantillas y sus versiones</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>Guardar como plantilla nueva</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Plantilla nueva</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Which items</source>
        <translation>Qué puntos</translation>
    </message>
    <message>
        <source>Items over time</source>
        <translation>Puntos en el tiempo</translation>
    </message>
</context>
<context>
    <name>UnderstandingPage</name>
    <message>
        <source>What customers write is understood by a model that learns from examples. Correct it from the menu of a customer&apos;s message; it learns from that by itself.</source>
        <translation>Lo que escriben los clientes lo entiende un modelo que aprende de ejemplos. Corregilo desde el menú de un mensaje del cliente; aprende solo de eso.</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>Modelo en uso</translation>
    </message>
    <message>
        <source>Phrases it learnt from</source>
        <translation>Frases de las que aprendió</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Learn again</source>
        <translation>Volver a entrenar</translation>
    </message>
    <message>
        <source>Back to the model before</source>
        <translation>Volver al modelo anterior</translation>
    </message>
    <message>
        <source>Phrases that your team corrects appear here. Open the menu of a customer&apos;s message to correct the first.</source>
        <translation>Acá aparecen las frases que corrige tu equipo. Abrí el menú de un mensaje del cliente para corregir la primera.</translation>
    </message>
    <message>
        <source>Corrected phrases</source>
        <translation>Frases corregidas</translation>
    </message>
    <message>
        <source>Remove the selected phrases</source>
        <translation>Quitar las frases elegidas</translation>
    </message>
    <message>
        <source>Version of the model</source>
        <translation>Versión del modelo</translation>
    </message>
    <message>
        <source>Correct on phrases kept for testing</source>
        <translation>Aciertos en las frases de prueba</translation>
    </message>
    <message>
        <source>Correct on what the shop handles</source>
        <translation>Aciertos en lo que atiende el local</translation>
    </message>
    <message>
        <source>Off-topic messages recognised as such</source>
        <translation>Mensajes ajenos reconocidos como tales</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Try first</source>
        <translation>Probar antes</translation>
    </message>
    <message>
        <source>nothing, while this is empty</source>
        <translation>nada, mientras esté vacío</translation>
    </message>
    <message>
        <source>A figure says so; else a person does</source>
        <translation>Lo dice una cifra; si no, lo dice una persona</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>Está mal</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Times what it was before the release</source>
        <translation>Veces lo que era antes del lanzamiento</translation>
    </message>
    <message>
        <source>Only while it gets worse</source>
        <translation>Solo mientras empeora</translation>
    </message>
    <message>
        <source>For so many minutes</source>
        <translation>Durante tantos minutos</translation>
    </message>
    <message>
        <source>one reading is enough</source>
        <translation>alcanza con una lectura</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>Watches</name>
    <message>
        <source>%1 above %2 times what it was before</source>
        <translation>%1 por encima de %2 veces lo que era antes</translation>
    </message>
    <message>
        <source>%1 below %2 times what it was before</source>
        <translation>%1 por debajo de %2 veces lo que era antes</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>%1 por encima de %2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>%1 por debajo de %2</translation>
    </message>
    <message>
        <source>only while it gets worse</source>
        <translation>solo mientras empeora</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>durante %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Relevo</source>
        <translation>Te damos la bienvenida a Relevo</translation>
    </message>
    <message>
        <source>Customers write in a chat on your site, a bot guides them, and you take over when they need a person.</source>
        <translation>Tus clientes escriben en un chat de tu sitio, un bot los guía y vos tomás la charla cuando necesitan una persona.</translation>
    </message>
    <message>
        <source>What is your name? Customers see it when you answer.</source>
        <translation>¿Cómo te llamás? Tus clientes lo ven cuando contestás.</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>Ese es mi nombre</translation>
    </message>
    <message>
        <source>Try the chat in your browser</source>
        <translation>Probar el chat en tu navegador</translation>
    </message>
    <message>
        <source>Copy the line that puts the chat on your site</source>
        <translation>Copiar la línea que pone el chat en tu sitio</translation>
    </message>
    <message>
        <source>Look around with demonstration data</source>
        <translation>Mirar con datos de demostración</translation>
    </message>
    <message>
        <source>One click in Settings removes it again.</source>
        <translation>Un clic en Ajustes los saca de nuevo.</translation>
    </message>
    <message>
        <source>Go to the chats</source>
        <translation>Ir a las charlas</translation>
    </message>
    <message>
        <source>Then, what you can do:</source>
        <translation>Después podés:</translation>
    </message>
    <message>
        <source>Connect an AI (optional): freer wording is understood, and you get help with writing</source>
        <translation>Conectar una IA (opcional): entiende mejor lo que escriben y te ayuda a redactar</translation>
    </message>
</context>
<context>
    <name>panels::AfterPage</name>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation>Pruebas de humo</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>toca ahora</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>nadie miró</translation>
    </message>
    <message>
        <source>%1, %2 of %3 run</source>
        <translation>%1, corrieron %2 de %3</translation>
    </message>
    <message>
        <source>Checks at 15, 60 and 180 minutes, the smoke tests every five minutes for four hours, and a digest for three days.</source>
        <translation>Controles a los 15, 60 y 180 minutos, las pruebas de humo cada cinco minutos durante cuatro horas, y un resumen durante tres días.</translation>
    </message>
    <message>
        <source>Once the release is out:</source>
        <translation>Cuando esté en producción:</translation>
    </message>
    <message>
        <source>It went out on %1.</source>
        <translation>Salió el %1.</translation>
    </message>
    <message>
        <source>It was taken back on %1, and is looked after from then on.</source>
        <translation>Se volvió atrás el %1, y se lo sigue desde entonces.</translation>
    </message>
</context>
<context>
    <name>panels::AiButton</name>
    <message>
        <source>No AI</source>
        <translation>Sin IA</translation>
    </message>
    <message>
        <source>✗ AI off</source>
        <translation>✗ IA apagada</translation>
    </message>
    <message>
        <source>⚠ AI paused</source>
        <translation>⚠ IA en pausa</translation>
    </message>
    <message>
        <source>✓ AI on</source>
        <translation>✓ IA encendida</translation>
    </message>
    <message>
        <source>✓ AI on: %1 %</source>
        <translation>✓ IA encendida: %1 %</translation>
    </message>
</context>
<context>
    <name>panels::AiCard</name>
    <message>
        <source>✓ Not asked yet.</source>
        <translation>✓ Todavía no se consultó.</translation>
    </message>
    <message>
        <source>AI is off. %1</source>
        <translation>La IA está apagada. %1</translation>
    </message>
    <message>
        <source>AI helps in %1 % of conversations.</source>
        <translation>La IA ayuda en el %1 % de las conversaciones.</translation>
    </message>
    <message>
        <source>Calls since the start: %1, answered: %2</source>
        <translation>Llamadas desde el inicio: %1, respondidas: %2</translation>
    </message>
    <message>
        <source>Spent today: %1 of %2</source>
        <translation>Gastado hoy: %1 de %2</translation>
    </message>
    <message>
        <source>Spent today: %1</source>
        <translation>Gastado hoy: %1</translation>
    </message>
    <message>
        <source>Switch AI on for all</source>
        <translation>Encender la IA para todos</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Apagar la IA para todos</translation>
    </message>
</context>
<context>
    <name>panels::AiPage</name>
    <message>
        <source>Hidden from every server</source>
        <translation>Ocultos para todos los servidores</translation>
    </message>
    <message>
        <source>Shown where all servers are ours or on this machine</source>
        <translation>A la vista si todos los servidores son nuestros o de esta máquina</translation>
    </message>
    <message>
        <source>Switch AI on for all</source>
        <translation>Encender la IA para todos</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Apagar la IA para todos</translation>
    </message>
    <message>
        <source>It is removed when you save.</source>
        <translation>Se quita cuando guardes.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Consultando a %1…</translation>
    </message>
    <message>
        <source>The most a day is an amount of 0 or more, or empty for no limit.</source>
        <translation>El máximo por día es un monto de 0 en adelante, o vacío si no hay límite.</translation>
    </message>
    <message>
        <source>The time in all is not shorter than the time to the first words.</source>
        <translation>El tiempo total no puede ser menor que el de las primeras palabras.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>La clave quedó olvidada.</translation>
    </message>
    <message>
        <source>As the flow says it</source>
        <translation>Como lo dice el flujo</translation>
    </message>
    <message>
        <source>AI makes it warm</source>
        <translation>La IA lo hace cálido</translation>
    </message>
    <message>
        <source>AI makes it brief</source>
        <translation>La IA lo hace breve</translation>
    </message>
    <message>
        <source>AI makes it formal</source>
        <translation>La IA lo hace formal</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message numerus="yes">
        <source>All but %n stage(s)</source>
        <translation>
            <numerusform>Todas menos %n etapa</numerusform>
            <numerusform>Todas menos %n etapas</numerusform>
        </translation>
    </message>
    <message>
        <source>All but: %1</source>
        <translation>Todas menos: %1</translation>
    </message>
</context>
<context>
    <name>panels::Alerts</name>
    <message>
        <source>%1 waits for a person</source>
        <translation>%1 espera a una persona</translation>
    </message>
    <message>
        <source>%1 wrote to you</source>
        <translation>%1 te escribió</translation>
    </message>
</context>
<context>
    <name>panels::ArticleDelegate</name>
    <message>
        <source>● not saved</source>
        <translation>● sin guardar</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
</context>
<context>
    <name>panels::ArticleEditor</name>
    <message>
        <source>These changes are not saved yet.</source>
        <translation>Estos cambios todavía no están guardados.</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Descartarlos</translation>
    </message>
    <message>
        <source>Leave this empty where the text for Argentina is right too: customers then read that one.</source>
        <translation>Dejalo vacío si el texto para Argentina también sirve: los clientes leen ese.</translation>
    </message>
    <message>
        <source>Write here. **Bold**, ## a heading, 1. steps, - points.</source>
        <translation>Escribí acá. **Negrita**, ## un título, 1. pasos, - puntos.</translation>
    </message>
    <message>
        <source>● Not saved: Ctrl+S saves.</source>
        <translation>● Sin guardar: Ctrl+S guarda.</translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <translation>Versión %1, %2, %3</translation>
    </message>
    <message>
        <source>A new article.</source>
        <translation>Un artículo nuevo.</translation>
    </message>
    <message>
        <source>Write a title and a text first.</source>
        <translation>Escribí primero un título y un texto.</translation>
    </message>
    <message>
        <source>%1 needs a title and a text.</source>
        <translation>%1 necesita un título y un texto.</translation>
    </message>
    <message>
        <source>%1: the text has more than %2 characters.</source>
        <translation>%1: el texto tiene más de %2 caracteres.</translation>
    </message>
    <message>
        <source>At most %1 tags of 40 characters.</source>
        <translation>Hasta %1 etiquetas de 40 caracteres.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>%1 saved this article while you were writing.</source>
        <translation>%1 guardó este artículo mientras escribías.</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>Ver lo suyo</translation>
    </message>
    <message>
        <source>This is what %1 saved on %2.</source>
        <translation>Esto es lo que guardó %1 el %2.</translation>
    </message>
    <message>
        <source>Take theirs, discard mine</source>
        <translation>Quedarme con lo suyo, descartar lo mío</translation>
    </message>
    <message>
        <source>Save mine over theirs</source>
        <translation>Guardar lo mío encima</translation>
    </message>
    <message>
        <source>Published: the bot may quote it.</source>
        <translation>Publicado: el bot lo puede citar.</translation>
    </message>
    <message>
        <source>Not published any more.</source>
        <translation>Ya no está publicado.</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Leyendo las versiones…</translation>
    </message>
    <message>
        <source>It was never changed.</source>
        <translation>Nunca se cambió.</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <translation>Versión %1 · %2 · %3</translation>
    </message>
    <message>
        <source>This is version %1, which %2 saved on %3.</source>
        <translation>Esta es la versión %1, que guardó %2 el %3.</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restaurar esta versión</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Todavía no hay texto.</translation>
    </message>
</context>
<context>
    <name>panels::ArticleListModel</name>
    <message>
        <source>published</source>
        <translation>publicado</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
</context>
<context>
    <name>panels::ArticlePicker</name>
    <message>
        <source>About: %1</source>
        <translation>Sobre: %1</translation>
    </message>
    <message>
        <source>No article is about this. Try other words.</source>
        <translation>Ningún artículo trata de esto. Probá con otras palabras.</translation>
    </message>
    <message>
        <source>No published article has these words.</source>
        <translation>Ningún artículo publicado tiene esas palabras.</translation>
    </message>
    <message>
        <source>Customers cannot reach articles: the gateway does not listen.</source>
        <translation>Los clientes no pueden llegar a los artículos: la puerta de enlace no está escuchando.</translation>
    </message>
</context>
<context>
    <name>panels::BoardModel</name>
    <message>
        <source>Without a role</source>
        <translation>Sin rol</translation>
    </message>
    <message>
        <source>Without a section</source>
        <translation>Sin sección</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>atrasado: %1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
</context>
<context>
    <name>panels::BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>No item is like that. Esc in the filter shows all again.</source>
        <translation>Ningún punto es así. Con Esc en el filtro se ven todos otra vez.</translation>
    </message>
    <message>
        <source>This release has no items yet. Add the first one.</source>
        <translation>Este lanzamiento todavía no tiene puntos. Agregá el primero.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s)</source>
        <translation>
            <numerusform>%1 de %n punto</numerusform>
            <numerusform>%1 de %n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Míos</translation>
    </message>
    <message>
        <source>What blocks</source>
        <translation>Lo que frena</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasados</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>Por sección</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>Por rol</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Todo estado</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Todo rol</translation>
    </message>
    <message>
        <source>Any class</source>
        <translation>Toda clase</translation>
    </message>
    <message>
        <source>This release asks for no sign-off</source>
        <translation>Este lanzamiento no pide firmas</translation>
    </message>
</context>
<context>
    <name>panels::CanaryPage</name>
    <message>
        <source>Canary</source>
        <translation>Canario</translation>
    </message>
    <message>
        <source>This release goes out without stages.</source>
        <translation>Este lanzamiento sale sin etapas.</translation>
    </message>
    <message>
        <source>No figure is watched.</source>
        <translation>No se vigila ninguna cifra.</translation>
    </message>
    <message>
        <source>Not begun: nobody has it yet.</source>
        <translation>Sin empezar: todavía no la tiene nadie.</translation>
    </message>
    <message>
        <source>%1 % of the customers have it since %2.</source>
        <translation>La tiene el %1 % de los clientes desde el %2.</translation>
    </message>
    <message>
        <source>At least %1 more.</source>
        <translation>Al menos %1 más.</translation>
    </message>
    <message>
        <source>The stage has lasted long enough.</source>
        <translation>La etapa ya duró lo suficiente.</translation>
    </message>
    <message>
        <source>Held at %1 % since %2.</source>
        <translation>En espera en %1 % desde el %2.</translation>
    </message>
    <message>
        <source>Aborted on %1: nobody has it.</source>
        <translation>Abortado el %1: no la tiene nadie.</translation>
    </message>
    <message>
        <source>Everybody has it since %1.</source>
        <translation>La tienen todos desde el %1.</translation>
    </message>
    <message>
        <source>Proposed: promote. All figures are fine.</source>
        <translation>Propuesta: promover. Todas las cifras están bien.</translation>
    </message>
    <message>
        <source>Proposed: promote to the end. All figures are fine.</source>
        <translation>Propuesta: promover hasta el final. Todas las cifras están bien.</translation>
    </message>
    <message>
        <source>Proposed: hold. The stage needs its time.</source>
        <translation>Propuesta: esperar. La etapa necesita su tiempo.</translation>
    </message>
    <message>
        <source>Proposed: hold. Not certain: %1.</source>
        <translation>Propuesta: esperar. No es seguro: %1.</translation>
    </message>
    <message>
        <source>Proposed: abort. Not fine: %1.</source>
        <translation>Propuesta: abortar. No está bien: %1.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Who decides: %1.</source>
        <translation>Deciden: %1.</translation>
    </message>
    <message>
        <source>The clock was set back: the last reading is newer than this one.</source>
        <translation>El reloj se atrasó: la última lectura es más nueva que esta.</translation>
    </message>
    <message>
        <source>A reason to roll back is there: %1.</source>
        <translation>Hay un motivo para volver atrás: %1.</translation>
    </message>
    <message>
        <source>The figures cannot be read: %1.</source>
        <translation>Las cifras no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>Last reading: %1.</source>
        <translation>Última lectura: %1.</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Todavía no se leyó nada.</translation>
    </message>
    <message>
        <source>Rolled back on %1: nobody has it.</source>
        <translation>Vuelta atrás el %1: nadie la tiene.</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Publicar ahora</translation>
    </message>
    <message>
        <source>AI is off now.</source>
        <translation>Ahora la IA está apagada.</translation>
    </message>
    <message>
        <source>AI helps in %1 % of conversations now.</source>
        <translation>Ahora la IA ayuda en el %1 % de las conversaciones.</translation>
    </message>
</context>
<context>
    <name>panels::CanaryPart</name>
    <message>
        <source>Canary</source>
        <translation>Canario</translation>
    </message>
    <message>
        <source>Stages, the smallest share first</source>
        <translation>Etapas, primero la parte más chica</translation>
    </message>
    <message>
        <source>No stages: it goes out to everybody at once.</source>
        <translation>Sin etapas: sale para todos de una vez.</translation>
    </message>
    <message>
        <source>Add a stage…</source>
        <translation>Agregar una etapa…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>Quitar la etapa</translation>
    </message>
    <message>
        <source>Watched figures</source>
        <translation>Cifras vigiladas</translation>
    </message>
    <message>
        <source>No figure is watched while it goes out.</source>
        <translation>No se vigila ninguna cifra mientras sale.</translation>
    </message>
    <message>
        <source>Add a figure…</source>
        <translation>Agregar una cifra…</translation>
    </message>
    <message>
        <source>Remove the figure</source>
        <translation>Quitar la cifra</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Agregar una etapa</translation>
    </message>
    <message>
        <source>Change the stage</source>
        <translation>Cambiar la etapa</translation>
    </message>
    <message>
        <source>Lasts at least, minutes</source>
        <translation>Dura al menos, minutos</translation>
    </message>
</context>
<context>
    <name>panels::ChangesPart</name>
    <message>
        <source>Changed since</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Version %1, as it was saved</source>
        <translation>Versión %1, como se guardó</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>No hay diferencias.</translation>
    </message>
    <message>
        <source>It is the first version. What changes from one to the next is told here.</source>
        <translation>Es la primera versión. Acá se ve qué cambia de una a la siguiente.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>agregado</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Sección: %1</translation>
    </message>
    <message>
        <source>Sign-off: %1</source>
        <translation>Firma: %1</translation>
    </message>
    <message>
        <source>Canary: stages</source>
        <translation>Canario: etapas</translation>
    </message>
    <message>
        <source>Canary: %1</source>
        <translation>Canario: %1</translation>
    </message>
    <message>
        <source>Rollback: %1</source>
        <translation>Vuelta atrás: %1</translation>
    </message>
    <message>
        <source>Rollback: steps</source>
        <translation>Vuelta atrás: pasos</translation>
    </message>
</context>
<context>
    <name>panels::ChatsPanel</name>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Nos esperan</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Esperamos al cliente</translation>
    </message>
    <message>
        <source>With the bot</source>
        <translation>Con el bot</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Conversations that you take over stand here.
Open one under Unassigned and press Take over.</source>
        <translation>Acá están las conversaciones que tomás.
Abrí una de Sin asignar y apretá Tomar.</translation>
    </message>
    <message>
        <source>Nobody waits for a person.
Who asks for one appears here, and it rings.</source>
        <translation>Nadie espera a una persona.
Quien la pida aparece acá, y suena un aviso.</translation>
    </message>
    <message>
        <source>Everybody has an answer.</source>
        <translation>Todos tienen respuesta.</translation>
    </message>
    <message>
        <source>Conversations whose customer is to write next stand here.</source>
        <translation>Acá están las conversaciones en las que le toca escribir al cliente.</translation>
    </message>
    <message>
        <source>Nobody talks with the bot now.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</source>
        <translation>Nadie habla con el bot ahora.
Probá el chat en tu navegador: Ctrl+K y «Probar el chat».</translation>
    </message>
    <message>
        <source>Closed conversations are kept here.</source>
        <translation>Acá se guardan las conversaciones cerradas.</translation>
    </message>
    <message>
        <source>There are no conversations yet.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</source>
        <translation>Todavía no hay conversaciones.
Probá el chat en tu navegador: Ctrl+K y «Probar el chat».</translation>
    </message>
    <message>
        <source>Nothing was found. Try other words, “a phrase”, from:customer or before:2026-01-31.</source>
        <translation>No se encontró nada. Probá otras palabras, «una frase», de:cliente o antes:2026-01-31.</translation>
    </message>
</context>
<context>
    <name>panels::CheckDialog</name>
    <message>
        <source>Add a check</source>
        <translation>Agregar un control</translation>
    </message>
    <message>
        <source>Change the check</source>
        <translation>Cambiar el control</translation>
    </message>
</context>
<context>
    <name>panels::ChecksPart</name>
    <message>
        <source>Checks (%1)</source>
        <translation>Controles (%1)</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>nunca corrió</translation>
    </message>
    <message>
        <source>Your roles do not let you run commands on this machine.</source>
        <translation>Tus roles no te dejan correr comandos en esta máquina.</translation>
    </message>
    <message>
        <source>not offered: this program has no such part yet</source>
        <translation>no se ofrece: este programa todavía no tiene esa parte</translation>
    </message>
</context>
<context>
    <name>panels::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué hacemos?</translation>
    </message>
</context>
<context>
    <name>panels::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>this release as it is</source>
        <translation>este lanzamiento como está</translation>
    </message>
    <message>
        <source>this release as in “%1”, version %2</source>
        <translation>este lanzamiento según “%1”, versión %2</translation>
    </message>
    <message>
        <source>release “%1”</source>
        <translation>el lanzamiento “%1”</translation>
    </message>
    <message>
        <source>One of the two plans does not fit together: %1.</source>
        <translation>Uno de los dos planes no se sostiene: %1.</translation>
    </message>
    <message>
        <source>go</source>
        <translation>sale</translation>
    </message>
    <message numerus="yes">
        <source>no-go: %n reason(s)</source>
        <translation>
            <numerusform>no sale: %n motivo</numerusform>
            <numerusform>no sale: %n motivos</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Decision now</source>
        <translation>Decisión ahora</translation>
    </message>
    <message>
        <source>Earliest go</source>
        <translation>Salida más pronta</translation>
    </message>
    <message>
        <source>Work left</source>
        <translation>Trabajo que falta</translation>
    </message>
    <message>
        <source>Open blockers</source>
        <translation>Bloqueantes abiertos</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Camino crítico</translation>
    </message>
    <message>
        <source>Without an estimate</source>
        <translation>Sin estimación</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>added</source>
        <translation>agregado</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>No hay diferencias.</translation>
    </message>
</context>
<context>
    <name>panels::Composer</name>
    <message>
        <source>Save private note</source>
        <translation>Guardar nota privada</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Enviar respuesta</translation>
    </message>
    <message>
        <source>A private note. The customer never sees it.</source>
        <translation>Una nota privada. El cliente nunca la ve.</translation>
    </message>
    <message>
        <source>Write to the customer. Enter sends, Shift+Enter starts a new line.</source>
        <translation>Escribile al cliente. Enter envía, Mayús+Enter empieza otra línea.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 de %2 caracteres</translation>
    </message>
    <message>
        <source>Saving the note…</source>
        <translation>Guardando la nota…</translation>
    </message>
    <message>
        <source>Sending the reply…</source>
        <translation>Enviando la respuesta…</translation>
    </message>
</context>
<context>
    <name>panels::ConversationDelegate</name>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>▲ priority</source>
        <translation>▲ prioridad</translation>
    </message>
    <message>
        <source>upset</source>
        <translation>con enojo</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>la están leyendo</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Borrado</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>escribiendo…</translation>
    </message>
</context>
<context>
    <name>panels::ConversationView</name>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>with the bot (%1)</source>
        <translation>con el bot (%1)</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>espera a una persona</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>tuya</translation>
    </message>
    <message>
        <source>owned by %1, read only</source>
        <translation>de %1, solo lectura</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>the customer is writing…</source>
        <translation>el cliente está escribiendo…</translation>
    </message>
    <message>
        <source>customer online</source>
        <translation>cliente conectado</translation>
    </message>
    <message>
        <source>customer offline</source>
        <translation>cliente desconectado</translation>
    </message>
    <message>
        <source>also read by %1</source>
        <translation>también la lee %1</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>This conversation is yours now. The bot is silent.</source>
        <translation>Ahora esta conversación es tuya. El bot se calla.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Closed. The customer is asked how it was.</source>
        <translation>Cerrada. Al cliente se le pregunta cómo estuvo.</translation>
    </message>
    <message>
        <source>The bot speaks with the customer again.</source>
        <translation>El bot vuelve a hablar con el cliente.</translation>
    </message>
    <message>
        <source>Summary for whoever takes it</source>
        <translation>Resumen para quien la tome</translation>
    </message>
    <message>
        <source>Transferred.</source>
        <translation>Se pasó.</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>A la fila</translation>
    </message>
    <message>
        <source>To %1 (on duty)</source>
        <translation>A %1 (de turno)</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s code</source>
        <translation>Copiar el código de la conversación</translation>
    </message>
    <message>
        <source>Erase the texts of this conversation</source>
        <translation>Borrar los textos de esta conversación</translation>
    </message>
    <message>
        <source>Erasing cannot be undone: texts, name and contact are removed for good.</source>
        <translation>Borrar no tiene vuelta atrás: textos, nombre y contacto se eliminan para siempre.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>Se borró.</translation>
    </message>
    <message>
        <source>The draft could not be saved. %1</source>
        <translation>No se pudo guardar el borrador. %1</translation>
    </message>
    <message>
        <source>You wanted: %1. Somebody else was faster; this is how it stands now: %2.</source>
        <translation>Querías: %1. Otra persona fue más rápida; así está ahora: %2.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>Todo lo que se sabe</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>tomar</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cerrar</translation>
    </message>
    <message>
        <source>give back to the bot</source>
        <translation>devolver al bot</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>pasar</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>borrar</translation>
    </message>
    <message>
        <source>save a note</source>
        <translation>guardar una nota</translation>
    </message>
    <message>
        <source>send a reply</source>
        <translation>enviar una respuesta</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>panels::CorrectionMenu</name>
    <message>
        <source>Correct what was understood…</source>
        <translation>Corregir lo que se entendió…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Nothing was understood here</source>
        <translation>Acá no se entendió nada</translation>
    </message>
    <message>
        <source>Understood: %1 (%2 %)</source>
        <translation>Se entendió: %1 (%2 %)</translation>
    </message>
    <message>
        <source>Kept as: %1. It will be learnt in a moment.</source>
        <translation>Guardado como: %1. Se aprende en un momento.</translation>
    </message>
</context>
<context>
    <name>panels::Door</name>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase de contraseña.</translation>
    </message>
    <message>
        <source>That was wrong too often. Wait a little, then try again.</source>
        <translation>Hubo demasiados intentos fallidos. Esperá un poco y probá de nuevo.</translation>
    </message>
</context>
<context>
    <name>panels::DoorPage</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién sos?</translation>
    </message>
    <message>
        <source>Nobody was here for a while. Customers go on being served; your passphrase opens the window again.</source>
        <translation>Hace un rato que no hay nadie. Los clientes siguen siendo atendidos; tu frase de contraseña vuelve a abrir la ventana.</translation>
    </message>
    <message>
        <source>Choose your name. What you do is kept under it.</source>
        <translation>Elegí tu nombre. Lo que hagas queda registrado con él.</translation>
    </message>
</context>
<context>
    <name>panels::DraftModel</name>
    <message>
        <source>anybody</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
</context>
<context>
    <name>panels::EraseDialog</name>
    <message>
        <source>All that was said of this item, its files too</source>
        <translation>Todo lo que se dijo de este punto, también sus archivos</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) erased. The ledger stays sound.</source>
        <translation>
            <numerusform>%n texto borrado. El libro sigue íntegro.</numerusform>
            <numerusform>%n textos borrados. El libro sigue íntegro.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s) may still hold it, until newer ones replace them.</source>
        <translation>
            <numerusform>%n copia de seguridad anterior todavía puede tenerlo, hasta que otras más nuevas la reemplacen.</numerusform>
            <numerusform>%n copias de seguridad anteriores todavía pueden tenerlo, hasta que otras más nuevas las reemplacen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left of it erased.</source>
        <translation>
            <numerusform>Se borró %n archivo que quedaba.</numerusform>
            <numerusform>Se borraron %n archivos que quedaban.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::EraseSourceDialog</name>
    <message>
        <source>The imported file is erased. The ledger stays sound.</source>
        <translation>El archivo importado está borrado. El libro sigue íntegro.</translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s) may still hold it, until newer ones replace them.</source>
        <translation>
            <numerusform>%n copia de seguridad anterior todavía puede tenerlo, hasta que otras más nuevas la reemplacen.</numerusform>
            <numerusform>%n copias de seguridad anteriores todavía pueden tenerlo, hasta que otras más nuevas las reemplacen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::EvidencePart</name>
    <message>
        <source>Evidence (%1)</source>
        <translation>Evidencia (%1)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>✓ It holds until %1.</source>
        <translation>✓ Vale hasta el %1.</translation>
    </message>
    <message>
        <source>✓ It holds.</source>
        <translation>✓ Vale.</translation>
    </message>
    <message>
        <source>⚠ Still missing: %1.</source>
        <translation>⚠ Falta todavía: %1.</translation>
    </message>
    <message>
        <source>⚠ Evidence is missing.</source>
        <translation>⚠ Falta evidencia.</translation>
    </message>
    <message>
        <source>⚠ It has expired: show it anew.</source>
        <translation>⚠ Venció: mostrala de nuevo.</translation>
    </message>
    <message>
        <source>✗ The newest says that it failed.</source>
        <translation>✗ La más nueva dice que falló.</translation>
    </message>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>⚠ expired</source>
        <translation>⚠ vencida</translation>
    </message>
    <message>
        <source>A file that shows it</source>
        <translation>Un archivo que lo muestre</translation>
    </message>
    <message>
        <source>A file of evidence has 20 MB at most.</source>
        <translation>Un archivo de evidencia tiene 20 MB como máximo.</translation>
    </message>
    <message>
        <source>That file cannot be read: %1</source>
        <translation>No se puede leer ese archivo: %1</translation>
    </message>
    <message>
        <source>That file is empty.</source>
        <translation>Ese archivo está vacío.</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Take one first.</source>
        <translation>No hay una imagen en el portapapeles. Hacé antes la captura.</translation>
    </message>
    <message>
        <source>Screenshot %1</source>
        <translation>Captura %1</translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation>Guardar una copia del archivo</translation>
    </message>
    <message>
        <source>✗ The file was changed after it was shown.</source>
        <translation>✗ El archivo se cambió después de mostrarlo.</translation>
    </message>
</context>
<context>
    <name>panels::FactsPart</name>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>prioridad %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Sección: %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>llevó %1</translation>
    </message>
    <message>
        <source>Must show: %1, valid for %2</source>
        <translation>Tiene que mostrar: %1, válida por %2</translation>
    </message>
    <message>
        <source>Must show: %1</source>
        <translation>Tiene que mostrar: %1</translation>
    </message>
    <message>
        <source>Done once the release is out.</source>
        <translation>Se hace cuando el lanzamiento ya salió.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vos)</translation>
    </message>
    <message>
        <source>Waits for:</source>
        <translation>Espera a:</translation>
    </message>
    <message>
        <source>Made of:</source>
        <translation>Se compone de:</translation>
    </message>
    <message>
        <source>These wait for it:</source>
        <translation>Lo esperan:</translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <translation>Estimación: %1</translation>
    </message>
</context>
<context>
    <name>panels::FigureDialog</name>
    <message>
        <source>Asked for: %1</source>
        <translation>Se pide: %1</translation>
    </message>
    <message>
        <source>Which figure is it?</source>
        <translation>¿Qué cifra es?</translation>
    </message>
    <message>
        <source>What it reads is a number.</source>
        <translation>La lectura es un número.</translation>
    </message>
    <message>
        <source>Say whether it meets what is asked for.</source>
        <translation>Decí si cumple con lo que se pide.</translation>
    </message>
</context>
<context>
    <name>panels::FreezePage</name>
    <message>
        <source>Freeze calendar</source>
        <translation>Calendario sin cambios</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>A window needs a reason, and an end after its start.</source>
        <translation>Un período necesita un motivo, y un final posterior al comienzo.</translation>
    </message>
</context>
<context>
    <name>panels::GatePage</name>
    <message>
        <source>Gate</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>What would turn it</source>
        <translation>Qué lo cambiaría</translation>
    </message>
    <message>
        <source>(covered by an override)</source>
        <translation>(cubierto por una excepción)</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Nada está en contra.</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) for no</source>
        <translation>
            <numerusform>%n motivo para no salir</numerusform>
            <numerusform>%n motivos para no salir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n covered by an override</source>
        <translation>
            <numerusform>%n cubierto por una excepción</numerusform>
            <numerusform>%n cubiertos por una excepción</numerusform>
        </translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>vale hasta el %1</translation>
    </message>
</context>
<context>
    <name>panels::GatewayForm</name>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Saved. The chat is reached with these settings now.</source>
        <translation>Guardado. Ahora se llega al chat con estos ajustes.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used: another program has it, or it needs more rights.</source>
        <translation>El puerto %1 no se puede usar: lo tiene otro programa o pide más permisos.</translation>
    </message>
    <message>
        <source>This machine has no address %1.</source>
        <translation>Este equipo no tiene la dirección %1.</translation>
    </message>
    <message>
        <source>It goes on as before.</source>
        <translation>Sigue como antes.</translation>
    </message>
    <message>
        <source>Write the public address first.</source>
        <translation>Escribí primero la dirección pública.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Preguntando a %1 …</translation>
    </message>
    <message>
        <source>It answers: customers can reach the chat there.</source>
        <translation>Responde: los clientes llegan al chat por ahí.</translation>
    </message>
    <message>
        <source>It does not answer: %1</source>
        <translation>No responde: %1</translation>
    </message>
</context>
<context>
    <name>panels::GatewayState</name>
    <message>
        <source>✗ Customers cannot reach the chat: %1</source>
        <translation>✗ Los clientes no llegan al chat: %1</translation>
    </message>
    <message>
        <source>✗ No sign of life for %1 s</source>
        <translation>✗ Sin señales desde hace %1 s</translation>
    </message>
    <message>
        <source>⚠ No sign of life for %1 s</source>
        <translation>⚠ Sin señales desde hace %1 s</translation>
    </message>
    <message>
        <source>✗ The disk cannot be written: customers are asked to try again</source>
        <translation>✗ No se puede escribir en el disco: se pide a los clientes que prueben de nuevo</translation>
    </message>
    <message>
        <source>✗ Read only, and the newest messages may be missing: the data folder cannot be written. Customers are asked to try again</source>
        <translation>✗ Solo lectura, y pueden faltar los mensajes más nuevos: no se puede escribir en la carpeta de datos. Se pide a los clientes que prueben de nuevo</translation>
    </message>
    <message>
        <source>✗ Read only: the data folder cannot be written. Customers are asked to try again</source>
        <translation>✗ Solo lectura: no se puede escribir en la carpeta de datos. Se pide a los clientes que prueben de nuevo</translation>
    </message>
    <message>
        <source>✓ Serving at %1</source>
        <translation>✓ Atendiendo en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) connected</source>
        <translation>
            <numerusform>%n cliente conectado</numerusform>
            <numerusform>%n clientes conectados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
</context>
<context>
    <name>panels::HelpPanel</name>
    <message>
        <source>What is written as a private note does not go to AI.</source>
        <translation>Lo que está escrito como nota privada no va a la IA.</translation>
    </message>
    <message>
        <source>Thank you, that is kept.</source>
        <translation>Gracias, quedó guardado.</translation>
    </message>
    <message>
        <source>Insert as a note</source>
        <translation>Insertar como nota</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Show exactly what was sent</source>
        <translation>Ver exactamente qué se envió</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Ver exactamente qué se va a enviar</translation>
    </message>
    <message>
        <source>Check this address; nobody wrote it here: %1</source>
        <translation>Revisá esta dirección; nadie la escribió acá: %1</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Todavía no se envió nada.</translation>
    </message>
    <message>
        <source>AI is writing…</source>
        <translation>La IA está escribiendo…</translation>
    </message>
    <message>
        <source>AI names no message that says so.</source>
        <translation>La IA no nombra ningún mensaje que lo diga.</translation>
    </message>
</context>
<context>
    <name>panels::HelpRatings</name>
    <message>
        <source>Agents rate a suggestion with 👍 or 👎 beside it. Their ratings appear here.</source>
        <translation>Los agentes valoran una sugerencia con 👍 o 👎 al lado de ella. Sus valoraciones aparecen acá.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 helped</source>
        <translation>%1: ayudaron %2 de %3</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Valoración</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Prompt, model</source>
        <translation>Prompt, modelo</translation>
    </message>
    <message>
        <source>👍 helped</source>
        <translation>👍 ayudó</translation>
    </message>
    <message>
        <source>👎 did not help</source>
        <translation>👎 no ayudó</translation>
    </message>
</context>
<context>
    <name>panels::HistoryPart</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
</context>
<context>
    <name>panels::ImportWizard</name>
    <message>
        <source>Choose a Markdown file</source>
        <translation>Elegí un archivo Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.txt)</source>
        <translation>Markdown (*.md *.markdown *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>No task and nothing that looks like one stands in that file.</source>
        <translation>En ese archivo no hay ningún punto ni nada que lo parezca.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Mac Roman: accents and signs were repaired. The file stays as it is.</source>
        <translation>El texto del archivo se había leído como Mac Roman: se repararon acentos y signos. El archivo queda como está.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Latin-1: accents and signs were repaired. The file stays as it is.</source>
        <translation>El texto del archivo se había leído como Latin-1: se repararon acentos y signos. El archivo queda como está.</translation>
    </message>
    <message>
        <source>All that looks like an item (%1)</source>
        <translation>Todo lo que parece un punto (%1)</translation>
    </message>
    <message>
        <source>Only the tasks with a box to tick (%1)</source>
        <translation>Solo las tareas con casilla (%1)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>as in “%1”</source>
        <translation>como en “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n bloqueante</numerusform>
            <numerusform>%n bloqueantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already begun or done</source>
        <translation>
            <numerusform>%n ya empezado o hecho</numerusform>
            <numerusform>%n ya empezados o hechos</numerusform>
        </translation>
    </message>
    <message>
        <source>The description keeps the options: %1.</source>
        <translation>La descripción guarda las opciones: %1.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Everything in the file found its place.</source>
        <translation>Todo lo del archivo encontró su lugar.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no place and are left out:</source>
        <translation>
            <numerusform>%n línea no encontró lugar y queda afuera:</numerusform>
            <numerusform>%n líneas no encontraron lugar y quedan afuera:</numerusform>
        </translation>
    </message>
    <message>
        <source>Your roles do not allow creating a release.</source>
        <translation>Tus roles no permiten crear un lanzamiento.</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) or comment(s) of the file could not be taken over with your roles.</source>
        <translation>
            <numerusform>%n estado o comentario del archivo no se pudo tomar con tus roles.</numerusform>
            <numerusform>%n estados o comentarios del archivo no se pudieron tomar con tus roles.</numerusform>
        </translation>
    </message>
    <message>
        <source>That file is not there.</source>
        <translation>Ese archivo no está.</translation>
    </message>
    <message>
        <source>That is a folder, not a file.</source>
        <translation>Eso es una carpeta, no un archivo.</translation>
    </message>
    <message>
        <source>You have no permission to read that file.</source>
        <translation>No tenés permiso para leer ese archivo.</translation>
    </message>
    <message>
        <source>That file is empty.</source>
        <translation>Ese archivo está vacío.</translation>
    </message>
    <message>
        <source>That file is larger than %1.</source>
        <translation>Ese archivo supera los %1.</translation>
    </message>
    <message>
        <source>That file holds no text.</source>
        <translation>Ese archivo no contiene texto.</translation>
    </message>
    <message>
        <source>That file&apos;s text is not UTF-8. Save it as UTF-8 and choose it again.</source>
        <translation>El texto de ese archivo no es UTF-8. Guardalo como UTF-8 y elegilo de nuevo.</translation>
    </message>
    <message>
        <source>That file cannot be understood: it has too many items or levels.</source>
        <translation>Ese archivo no se entiende: tiene demasiados puntos o niveles.</translation>
    </message>
</context>
<context>
    <name>panels::ItemDialog</name>
    <message>
        <source>Add an item</source>
        <translation>Agregar un punto</translation>
    </message>
    <message>
        <source>Change what it asks for</source>
        <translation>Cambiar lo que pide</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Nada en especial</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Decí qué hay que hacer.</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>El trabajo</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>Qué lo muestra</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>Lo que espera</translation>
    </message>
    <message>
        <source>Nothing: it stands by itself</source>
        <translation>Nada: va por su cuenta</translation>
    </message>
</context>
<context>
    <name>panels::ItemPane</name>
    <message>
        <source>the waiver ended %1</source>
        <translation>la exención terminó el %1</translation>
    </message>
    <message>
        <source>until %1, by %2: %3</source>
        <translation>hasta el %1, por %2: %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>por %1</translation>
    </message>
    <message>
        <source>by %1, who did it: nobody else was there</source>
        <translation>por %1, que lo hizo: no había nadie más</translation>
    </message>
</context>
<context>
    <name>panels::ItemsPart</name>
    <message>
        <source>Items</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
</context>
<context>
    <name>panels::KnowledgePanel</name>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>No article has these words. Try others, or write one: Ctrl+N.</source>
        <translation>Ningún artículo tiene esas palabras. Probá con otras o escribí uno: Ctrl+N.</translation>
    </message>
    <message>
        <source>There are no articles yet.
Write the first: Ctrl+N.</source>
        <translation>Todavía no hay artículos.
Escribí el primero: Ctrl+N.</translation>
    </message>
</context>
<context>
    <name>panels::Leaving</name>
    <message>
        <source>Relevo goes on</source>
        <translation>Relevo sigue en marcha</translation>
    </message>
    <message>
        <source>Closing the window does not end the service: customers can still write. To end it, choose Quit (Ctrl+Q).</source>
        <translation>Cerrar la ventana no corta el servicio: los clientes pueden seguir escribiendo. Para terminarlo, elegí Salir (Ctrl+Q).</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Relevo?</source>
        <translation>¿Salir de Relevo?</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are connected. They are told that the chat closes.</source>
        <translation>
            <numerusform>Hay %n cliente conectado. Se le avisa que el chat cierra.</numerusform>
            <numerusform>Hay %n clientes conectados. Se les avisa que el chat cierra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>panels::MainWindow</name>
    <message numerus="yes">
        <source>%n customer(s) waiting</source>
        <translation>
            <numerusform>%n cliente esperando</numerusform>
            <numerusform>%n clientes esperando</numerusform>
        </translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>de turno</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>en descanso</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>fuera de turno</translation>
    </message>
</context>
<context>
    <name>panels::MaskingTester</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>A text of at most %1 characters, please.</source>
        <translation>Un texto de hasta %1 caracteres, por favor.</translation>
    </message>
    <message>
        <source>Here stands what was found, and each step of the decision. Try “mi DNI es 30.123.456”.</source>
        <translation>Acá aparece qué se encontró, con cada paso de la decisión. Probá con «mi DNI es 30.123.456».</translation>
    </message>
    <message>
        <source>Nothing there looks like personal data or a secret.</source>
        <translation>Nada de eso parece un dato personal ni un secreto.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntaje</translation>
    </message>
    <message>
        <source>Check digits</source>
        <translation>Dígitos verificadores</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correctos</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>incorrectos</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) masked</source>
        <translation>
            <numerusform>%n lugar enmascarado</numerusform>
            <numerusform>%n lugares enmascarados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::MessageDelegate</name>
    <message>
        <source>private note</source>
        <translation>nota privada</translation>
    </message>
</context>
<context>
    <name>panels::MessageScroll</name>
    <message>
        <source>↓ Newest messages</source>
        <translation>↓ Mensajes más nuevos</translation>
    </message>
</context>
<context>
    <name>panels::NewRelease</name>
    <message>
        <source>%1 (version %2)</source>
        <translation>%1 (versión %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n bloqueante</numerusform>
            <numerusform>%n bloqueantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Decí cómo se llama.</translation>
    </message>
    <message>
        <source>Without what this program cannot check yet: %1.</source>
        <translation>Sin lo que este programa todavía no puede controlar: %1.</translation>
    </message>
</context>
<context>
    <name>panels::OpenRelease</name>
    <message>
        <source>There is a secret in it. Show that it is there without its value.</source>
        <translation>Tiene un secreto adentro. Mostrá que está sin mostrar su valor.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Esa no es la frase.</translation>
    </message>
    <message>
        <source>Your roles do not allow that: a lead gives roles in Settings → People.</source>
        <translation>Tus roles no lo permiten: un responsable da roles en Ajustes → Personas.</translation>
    </message>
    <message>
        <source>There is a password or key in that value. It is used now, and not kept.</source>
        <translation>Ese valor lleva una contraseña o una clave. Se usa ahora y no se guarda.</translation>
    </message>
    <message>
        <source>There is a secret in it. Write a name in braces, {log_token} for instance.</source>
        <translation>Tiene un secreto. Poné un nombre entre llaves, por ejemplo {log_token}.</translation>
    </message>
    <message>
        <source>Somebody else changed this release just now. Open that again, then try once more.</source>
        <translation>Otra persona acaba de cambiar este lanzamiento. Abrí eso de nuevo y probá otra vez.</translation>
    </message>
</context>
<context>
    <name>panels::Overrides</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Aprobada por</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 como %2</translation>
    </message>
    <message>
        <source>one approval is missing</source>
        <translation>falta una aprobación</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>venció el %1</translation>
    </message>
    <message>
        <source>Covers: %1</source>
        <translation>Cubre: %1</translation>
    </message>
    <message>
        <source>There is nothing to override.</source>
        <translation>No hay nada que exceptuar.</translation>
    </message>
    <message>
        <source>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</source>
        <translation>Eso no lo exceptúa nadie: sin puntos, con el libro dañado o con un plan que no se sostiene nunca se sale.</translation>
    </message>
    <message>
        <source>For an override: %1.</source>
        <translation>Para una excepción: %1.</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>sin nadie más en el equipo</translation>
    </message>
</context>
<context>
    <name>panels::PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vos)</translation>
    </message>
    <message>
        <source>locked out</source>
        <translation>sin acceso</translation>
    </message>
    <message>
        <source>with a passphrase</source>
        <translation>con frase de contraseña</translation>
    </message>
    <message>
        <source>without a passphrase</source>
        <translation>sin frase de contraseña</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Devolver el acceso</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>Quitar acceso</translation>
    </message>
    <message>
        <source>A passphrase has 8 characters or more.</source>
        <translation>Una frase de contraseña tiene 8 caracteres o más.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>That is not allowed: a lead does it, one lead always stays, and your own passphrase is changed with the one before.</source>
        <translation>No está permitido: lo hace un responsable, siempre queda al menos uno, y tu propia frase se cambia con la anterior.</translation>
    </message>
    <message>
        <source>A name has 1 to 80 characters, and a person one role at least.</source>
        <translation>Un nombre tiene de 1 a 80 caracteres, y una persona al menos un rol.</translation>
    </message>
    <message>
        <source>Somebody has that name.</source>
        <translation>Ya hay alguien con ese nombre.</translation>
    </message>
</context>
<context>
    <name>panels::PlanList</name>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Up (Ctrl+Up)</source>
        <translation>Subir (Ctrl+Arriba)</translation>
    </message>
    <message>
        <source>Down (Ctrl+Down)</source>
        <translation>Bajar (Ctrl+Abajo)</translation>
    </message>
</context>
<context>
    <name>panels::ReleasesPanel</name>
    <message>
        <source>All releases</source>
        <translation>Todos</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n motivo</numerusform>
            <numerusform>%n motivos</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>para %1</translation>
    </message>
</context>
<context>
    <name>panels::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Save the imported file</source>
        <translation>Guardar el archivo importado</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>It cannot be written there: %1</source>
        <translation>No se puede escribir ahí: %1</translation>
    </message>
    <message>
        <source>A head is a number and 64 hexadecimal digits, as reports show it.</source>
        <translation>Una cabeza es un número y 64 dígitos hexadecimales, como en los informes.</translation>
    </message>
</context>
<context>
    <name>panels::RescheduleDialog</name>
    <message>
        <source>A release has a title.</source>
        <translation>Un lanzamiento lleva un título.</translation>
    </message>
</context>
<context>
    <name>panels::RollbackPage</name>
    <message>
        <source>Rollback</source>
        <translation>Vuelta atrás</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Disparador</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>✗ it is so</source>
        <translation>✗ está pasando</translation>
    </message>
    <message>
        <source>a person says it</source>
        <translation>lo dice una persona</translation>
    </message>
    <message>
        <source>Try first: %1.</source>
        <translation>Primero probá: %1.</translation>
    </message>
    <message>
        <source>Who decides: %1.</source>
        <translation>Deciden: %1.</translation>
    </message>
    <message>
        <source>This release has no plan for going back.</source>
        <translation>Este lanzamiento no tiene plan para volver atrás.</translation>
    </message>
    <message>
        <source>Rehearsed on %1.</source>
        <translation>Ensayada el %1.</translation>
    </message>
    <message>
        <source>Not rehearsed yet.</source>
        <translation>Todavía sin ensayar.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Steps, if it comes to that</source>
        <translation>Pasos, si hiciera falta</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>It took %1; the estimate was %2.</source>
        <translation>Tardó %1; se estimaban %2.</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message>
        <source>Under way; the estimate is %1.</source>
        <translation>En marcha; se estiman %1.</translation>
    </message>
    <message>
        <source>It had been rehearsed.</source>
        <translation>Estaba ensayada.</translation>
    </message>
    <message>
        <source>It had not been rehearsed.</source>
        <translation>No estaba ensayada.</translation>
    </message>
    <message>
        <source>%1: %2, decided by %3 as %4. %5</source>
        <translation>%1: %2; lo decidió %3 como %4. %5</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>✓ it is not so</source>
        <translation>✓ no es así</translation>
    </message>
    <message>
        <source>⚠ not for long enough yet</source>
        <translation>⚠ todavía no por el tiempo suficiente</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>sin lectura</translation>
    </message>
    <message>
        <source>Nothing is out that could be taken back.</source>
        <translation>No hay nada publicado que se pueda volver atrás.</translation>
    </message>
    <message>
        <source>Rehearsed on %1, as %2 says.</source>
        <translation>Ensayado el %1, según %2.</translation>
    </message>
</context>
<context>
    <name>panels::RollbackPart</name>
    <message>
        <source>Rollback</source>
        <translation>Vuelta atrás</translation>
    </message>
    <message>
        <source>When to roll back</source>
        <translation>Cuándo volver atrás</translation>
    </message>
    <message>
        <source>Nothing is said yet of when to roll back.</source>
        <translation>Todavía no se dice cuándo volver atrás.</translation>
    </message>
    <message>
        <source>Add a reason…</source>
        <translation>Agregar un motivo…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove the reason</source>
        <translation>Quitar el motivo</translation>
    </message>
    <message>
        <source>Steps, one after another</source>
        <translation>Pasos, uno tras otro</translation>
    </message>
    <message>
        <source>No steps yet: what somebody does to roll back, and how long it takes.</source>
        <translation>Todavía no hay pasos: qué se hace para volver atrás y cuánto tarda.</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Agregar un paso…</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Quitar el paso</translation>
    </message>
    <message>
        <source>a person says so</source>
        <translation>lo dice una persona</translation>
    </message>
    <message>
        <source>first: %1</source>
        <translation>antes: %1</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Agregar un paso</translation>
    </message>
    <message>
        <source>Change the step</source>
        <translation>Cambiar el paso</translation>
    </message>
    <message>
        <source>Estimate, minutes</source>
        <translation>Estimación, minutos</translation>
    </message>
</context>
<context>
    <name>panels::RolloutDialog</name>
    <message>
        <source>How it goes out and back</source>
        <translation>Cómo sale y cómo se vuelve atrás</translation>
    </message>
    <message>
        <source>Each stage takes a bigger share than the one before, and the last one 100 %.</source>
        <translation>Cada etapa abarca más que la anterior, y la última el 100 %.</translation>
    </message>
</context>
<context>
    <name>panels::RowDialog</name>
    <message>
        <source>Say what it is called.</source>
        <translation>Decí cómo se llama.</translation>
    </message>
</context>
<context>
    <name>panels::RuleDialog</name>
    <message>
        <source>Add a sign-off</source>
        <translation>Agregar una firma</translation>
    </message>
    <message>
        <source>Change the sign-off</source>
        <translation>Cambiar la firma</translation>
    </message>
    <message>
        <source>Say what is signed.</source>
        <translation>Decí qué se firma.</translation>
    </message>
    <message>
        <source>Say who may sign: one role at least.</source>
        <translation>Decí quién puede firmar: al menos un rol.</translation>
    </message>
    <message>
        <source>Whoever worked on what it covers does not sign it.</source>
        <translation>No la firma quien trabajó en lo que cubre.</translation>
    </message>
    <message>
        <source>So many cannot sign each in another role: name more roles, or ask for fewer.</source>
        <translation>Tantas firmas no pueden ser cada una en otro rol: agregá roles o pedí menos firmas.</translation>
    </message>
</context>
<context>
    <name>panels::RulesPart</name>
    <message>
        <source>Sign-offs</source>
        <translation>Firmas</translation>
    </message>
    <message numerus="yes">
        <source>%n of: %1</source>
        <comment>so many signatures of these roles</comment>
        <translation>
            <numerusform>%n de: %1</numerusform>
            <numerusform>%n de: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>covers everything</source>
        <translation>cubre todo</translation>
    </message>
    <message>
        <source>covers %1</source>
        <translation>cubre %1</translation>
    </message>
    <message>
        <source>only if %1</source>
        <translation>solo si %1</translation>
    </message>
    <message>
        <source>Nobody signs. A sign-off says who has to agree before a go: security, for instance.</source>
        <translation>Nadie firma. Una firma dice quién tiene que estar de acuerdo antes de salir: seguridad, por ejemplo.</translation>
    </message>
    <message>
        <source>Add a sign-off…</source>
        <translation>Agregar una firma…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove the sign-off</source>
        <translation>Quitar la firma</translation>
    </message>
    <message>
        <source>each in another role</source>
        <translation>cada una en otro rol</translation>
    </message>
</context>
<context>
    <name>panels::SectionsPart</name>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>No section yet. Items stand in sections, which can wait for each other: add the first one.</source>
        <translation>Todavía no hay secciones. Los puntos van en secciones, que pueden esperarse unas a otras: agregá la primera.</translation>
    </message>
    <message>
        <source>Add a section…</source>
        <translation>Agregar una sección…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Remove with its items</source>
        <translation>Quitar con sus puntos</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>begins when the blockers of the section before are verified</source>
        <translation>empieza cuando los bloqueantes de la sección anterior están verificados</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Agregar una sección</translation>
    </message>
    <message>
        <source>Change the section</source>
        <translation>Cambiar la sección</translation>
    </message>
</context>
<context>
    <name>panels::SettingsPanel</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Business hours</source>
        <translation>Horarios</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Puerta de entrada</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Mine and unassigned</source>
        <translation>Mías y sin asignar</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>De todos</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) added.</source>
        <translation>
            <numerusform>Se agregó %n conversación de demostración.</numerusform>
            <numerusform>Se agregaron %n conversaciones de demostración.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) removed.</source>
        <translation>
            <numerusform>Se quitó %n conversación de demostración.</numerusform>
            <numerusform>Se quitaron %n conversaciones de demostración.</numerusform>
        </translation>
    </message>
    <message>
        <source>Relevo %1
Data: %2
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Relevo %1
Datos: %2
Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.</translation>
    </message>
    <message>
        <source>A name has 1 to 80 characters.</source>
        <translation>Un nombre tiene de 1 a 80 caracteres.</translation>
    </message>
    <message>
        <source>%1: write hours as 09:00-13:00, 16:00-20:00, not %2.</source>
        <translation>%1: escribí los horarios como 09:00-13:00, 16:00-20:00, no %2.</translation>
    </message>
    <message>
        <source>%1: %2 closes before it opens.</source>
        <translation>%1: %2 cierra antes de abrir.</translation>
    </message>
    <message>
        <source>%1: these hours overlap: %2</source>
        <translation>%1: estos horarios se pisan: %2</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>No existe la zona horaria %1.</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Entendimiento</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Datos personales</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>panels::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Click a field and press other keys to change a shortcut.</source>
        <translation>Hacé clic en un campo y apretá otras teclas para cambiar un atajo.</translation>
    </message>
    <message>
        <source>These keys do something else already: %1</source>
        <translation>Esas teclas ya hacen otra cosa: %1</translation>
    </message>
</context>
<context>
    <name>panels::SignDialog</name>
    <message>
        <source>For: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 de %2 firmas</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) no longer count: something changed after them</source>
        <translation>
            <numerusform>%n firma ya no cuenta: algo cambió después</numerusform>
            <numerusform>%n firmas ya no cuentan: algo cambió después</numerusform>
        </translation>
    </message>
    <message>
        <source>You worked on what it covers, so somebody else signs.</source>
        <translation>Trabajaste en lo que cubre, así que firma otra persona.</translation>
    </message>
    <message>
        <source>You have none of these roles.</source>
        <translation>No tenés ninguno de estos roles.</translation>
    </message>
</context>
<context>
    <name>panels::SignOffs</name>
    <message>
        <source>Sign-off</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>no se pide</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 as %2, %3</source>
        <translation>%1 como %2, %3</translation>
    </message>
    <message>
        <source>%1: void, it changed since</source>
        <translation>%1: sin efecto, cambió después</translation>
    </message>
    <message>
        <source>This release asks for no signature.</source>
        <translation>Este lanzamiento no pide firmas.</translation>
    </message>
    <message>
        <source>Choose a sign-off to sign it.</source>
        <translation>Elegí una firma para firmarla.</translation>
    </message>
    <message>
        <source>Not asked for: no longer “%1”</source>
        <translation>No se pide: ya no “%1”</translation>
    </message>
    <message>
        <source>Ask for it: “%1”</source>
        <translation>Pedirla: “%1”</translation>
    </message>
    <message>
        <source>without a passphrase</source>
        <translation>sin frase de contraseña</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>sin nadie más en el equipo</translation>
    </message>
    <message>
        <source>%1, each in another role</source>
        <translation>%1, cada una en otro rol</translation>
    </message>
</context>
<context>
    <name>panels::SleepWatch</name>
    <message>
        <source>Customers are told before this machine sleeps</source>
        <translation>Se avisa a los clientes antes de que el equipo se suspenda</translation>
    </message>
    <message>
        <source>Customers wait for an answer</source>
        <translation>Hay clientes esperando respuesta</translation>
    </message>
</context>
<context>
    <name>panels::StageStrip</name>
    <message>
        <source>%1 %, here now</source>
        <translation>%1 %, acá ahora</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>Etapas: %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>al menos %1</translation>
    </message>
</context>
<context>
    <name>panels::StepDialog</name>
    <message>
        <source>It is let pass until a date, and turns red again by itself. %1 approves it, and that stays in the history.</source>
        <translation>Se deja pasar hasta una fecha y después vuelve a rojo solo. Lo aprueba %1, y eso queda en la historia.</translation>
    </message>
    <message>
        <source>The gate asks for it no more. Say why it does not apply here.</source>
        <translation>La decisión deja de pedirlo. Decí por qué no aplica acá.</translation>
    </message>
    <message>
        <source>Something outside is in the way. Say what it waits for.</source>
        <translation>Algo de afuera lo frena. Decí qué espera.</translation>
    </message>
    <message>
        <source>Say what was found.</source>
        <translation>Decí qué se encontró.</translation>
    </message>
</context>
<context>
    <name>panels::TalkPart</name>
    <message>
        <source>Discussion (%1)</source>
        <translation>Comentarios (%1)</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Comentarios</translation>
    </message>
</context>
<context>
    <name>panels::TemplateEditor</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>changes that are not saved yet</source>
        <translation>cambios sin guardar</translation>
    </message>
</context>
<context>
    <name>panels::TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Choose a template to read and change it. What is saved is a new version: releases keep the one that they were made of.</source>
        <translation>Elegí una plantilla para leerla y cambiarla. Lo que se guarda es una versión nueva: cada lanzamiento conserva la suya.</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>vino con el programa</translation>
    </message>
    <message>
        <source>saved on %1 by %2</source>
        <translation>guardada el %1 por %2</translation>
    </message>
    <message>
        <source>A template needs a title, and items that fit together.</source>
        <translation>Una plantilla necesita un título, y puntos que se sostengan entre sí.</translation>
    </message>
    <message>
        <source>“%1” was changed, and that is not saved yet.</source>
        <translation>“%1” cambió, y eso todavía no se guardó.</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>¿Guardar los cambios?</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>Guardar como plantilla nueva</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Guardar como versión nueva</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Plantilla nueva</translation>
    </message>
    <message>
        <source>Somebody else saved a version just now. Save again.</source>
        <translation>Otra persona acaba de guardar una versión. Guardá otra vez.</translation>
    </message>
    <message>
        <source>never saved yet</source>
        <translation>todavía sin guardar</translation>
    </message>
    <message>
        <source>What was changed here and not saved is gone: somebody else sits here now.</source>
        <translation>Lo que se había cambiado acá sin guardar se perdió: ahora hay otra persona sentada acá.</translation>
    </message>
</context>
<context>
    <name>panels::TermChooser</name>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
</context>
<context>
    <name>panels::TimelineModel</name>
    <message>
        <source>no estimate</source>
        <translation>sin estimación</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>⚠ late: %1</source>
        <translation>⚠ atrasado: %1</translation>
    </message>
    <message>
        <source>at risk: %1</source>
        <translation>en riesgo: %1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Can begin</source>
        <translation>Puede empezar</translation>
    </message>
    <message>
        <source>Can end</source>
        <translation>Puede terminar</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Holgura</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
</context>
<context>
    <name>panels::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>All open items</source>
        <translation>Todos los puntos abiertos</translation>
    </message>
    <message>
        <source>The critical path</source>
        <translation>El camino crítico</translation>
    </message>
    <message>
        <source>Late, and at risk of it</source>
        <translation>Atrasados y en riesgo</translation>
    </message>
    <message>
        <source>The plan does not fit together: see the gate.</source>
        <translation>El plan no se sostiene: mirá la decisión.</translation>
    </message>
    <message>
        <source>A go is possible on %1 at the earliest</source>
        <translation>Se puede salir el %1 como muy pronto</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) on the critical path</source>
        <translation>
            <numerusform>%n punto en el camino crítico</numerusform>
            <numerusform>%n puntos en el camino crítico</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n atrasado</numerusform>
            <numerusform>%n atrasados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation>
            <numerusform>%n en riesgo</numerusform>
            <numerusform>%n en riesgo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an estimate: the date is at best as said</source>
        <translation>
            <numerusform>%n sin estimación: la fecha es un mínimo</numerusform>
            <numerusform>%n sin estimación: la fecha es un mínimo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::UnderstandingPage</name>
    <message>
        <source>Learning now. Chats go on meanwhile.</source>
        <translation>Aprendiendo. Los chats siguen mientras tanto.</translation>
    </message>
    <message>
        <source>Not ready yet.</source>
        <translation>Todavía no está listo.</translation>
    </message>
    <message>
        <source>Learnt here on %1</source>
        <translation>Aprendido acá el %1</translation>
    </message>
    <message>
        <source>As it came with Relevo</source>
        <translation>El que vino con Relevo</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n correction(s) by your team</source>
        <translation>
            <numerusform>%1, con %n corrección de tu equipo</numerusform>
            <numerusform>%1, con %n correcciones de tu equipo</numerusform>
        </translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Frase</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Quiere decir</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>The new model is in use: %1 right, before %2.</source>
        <translation>El modelo nuevo está en uso: %1 bien, antes %2.</translation>
    </message>
    <message>
        <source>The new model would be worse (%1 right, now %2). Nothing was changed.</source>
        <translation>El modelo nuevo sería peor (%1 bien, ahora %2). No se cambió nada.</translation>
    </message>
    <message>
        <source>The model before is in use again.</source>
        <translation>Se volvió al modelo anterior.</translation>
    </message>
    <message>
        <source>Removed. It will be unlearnt in a moment.</source>
        <translation>Quitada. Se desaprende en un momento.</translation>
    </message>
</context>
<context>
    <name>panels::WatchCard</name>
    <message>
        <source>✓ fine</source>
        <translation>✓ bien</translation>
    </message>
    <message>
        <source>⚠ past its limit, not for long enough yet</source>
        <translation>⚠ pasó el límite, todavía no por el tiempo que hace falta</translation>
    </message>
    <message>
        <source>✗ past its limit</source>
        <translation>✗ pasó el límite</translation>
    </message>
    <message>
        <source>no reading of the last five minutes</source>
        <translation>sin lectura de los últimos cinco minutos</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>It reads now</source>
        <translation>Ahora marca</translation>
    </message>
    <message>
        <source>What “%1” reads now</source>
        <translation>Qué marca ahora “%1”</translation>
    </message>
    <message>
        <source>Chart of “%1”</source>
        <translation>Gráfico de “%1”</translation>
    </message>
    <message>
        <source>before the release: %1</source>
        <translation>antes del lanzamiento: %1</translation>
    </message>
    <message>
        <source>what it was before the release is not known</source>
        <translation>no se sabe cuánto era antes del lanzamiento</translation>
    </message>
</context>
<context>
    <name>panels::WatchDialog</name>
    <message>
        <source>Add a figure to watch</source>
        <translation>Agregar una cifra para vigilar</translation>
    </message>
    <message>
        <source>Change the watched figure</source>
        <translation>Cambiar la cifra vigilada</translation>
    </message>
    <message>
        <source>Add when to roll back</source>
        <translation>Agregar cuándo volver atrás</translation>
    </message>
    <message>
        <source>Change when to roll back</source>
        <translation>Cambiar cuándo volver atrás</translation>
    </message>
    <message>
        <source>above the limit</source>
        <translation>por encima del límite</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>por debajo del límite</translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Decí cómo se llama.</translation>
    </message>
    <message>
        <source>Say which figure.</source>
        <translation>Decí qué cifra.</translation>
    </message>
    <message>
        <source>The limit is a number.</source>
        <translation>El límite es un número.</translation>
    </message>
</context>
<context>
    <name>panels::WelcomePage</name>
    <message>
        <source>Please write a name of up to 80 characters.</source>
        <translation>Escribí un nombre de hasta 80 caracteres.</translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) added</source>
        <translation>
            <numerusform>Se agregó %n conversación de demostración</numerusform>
            <numerusform>Se agregaron %n conversaciones de demostración</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relevoctl</name>
    <message>
        <source>Since the start: messages %1, errors %2</source>
        <translation>Desde el inicio: mensajes %1, errores %2</translation>
    </message>
    <message>
        <source>default</source>
        <translation>valor inicial</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>entorno</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>línea de comandos</translation>
    </message>
    <message>
        <source>That is not how this command is used. Add --help to see it.</source>
        <translation>Este comando no se usa así. Agregá --help para verlo.</translation>
    </message>
    <message>
        <source>Usage: relevoctl COMMAND [--data FOLDER] [--json] [--output FILE]</source>
        <translation>Uso: relevoctl COMANDO [--data CARPETA] [--json] [--output ARCHIVO]</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 the answer is no, 2 it could not be done.</source>
        <translation>Códigos de salida: 0 hecho, 1 la respuesta es no, 2 no se pudo hacer.</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificada</translation>
    </message>
    <message>
        <source>NOT verified</source>
        <translation>SIN verificar</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>No existe ese archivo: %1</translation>
    </message>
    <message>
        <source>Restored. The data that was there before stands beside it.</source>
        <translation>Restaurado. Los datos de antes quedaron al lado.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>%1 imported, %2 there already, %3 lines could not be read</source>
        <translation>%1 importadas, %2 ya estaban, %3 líneas no se pudieron leer</translation>
    </message>
    <message>
        <source>%1 demonstration conversations added</source>
        <translation>Se agregaron %1 conversaciones de demostración</translation>
    </message>
    <message>
        <source>%1 demonstration conversations removed</source>
        <translation>Se quitaron %1 conversaciones de demostración</translation>
    </message>
    <message>
        <source>Makes a backup and verifies it</source>
        <translation>Hace una copia y la verifica</translation>
    </message>
    <message>
        <source>Lists the backups</source>
        <translation>Muestra las copias</translation>
    </message>
    <message>
        <source>Replaces the data by a backup (with the program closed)</source>
        <translation>Reemplaza los datos por una copia (con el programa cerrado)</translation>
    </message>
    <message>
        <source>Imports conversations, one JSON object a line</source>
        <translation>Importa conversaciones, un objeto JSON por línea</translation>
    </message>
    <message>
        <source>Adds demonstration conversations</source>
        <translation>Agrega conversaciones de demostración</translation>
    </message>
    <message>
        <source>Removes the demonstration conversations</source>
        <translation>Quita las conversaciones de demostración</translation>
    </message>
    <message>
        <source>Running at %1 since %2</source>
        <translation>En marcha en %1 desde %2</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>No está en marcha</translation>
    </message>
    <message>
        <source>Data: %1 (%2)</source>
        <translation>Datos: %1 (%2)</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>se puede escribir</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>no se puede escribir</translation>
    </message>
    <message>
        <source>Open conversations: %1, waiting for a person: %2, customers connected: %3</source>
        <translation>Conversaciones abiertas: %1, esperan a una persona: %2, clientes conectados: %3</translation>
    </message>
    <message>
        <source>Last verified backup: %1</source>
        <translation>Última copia verificada: %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>todavía ninguna</translation>
    </message>
    <message>
        <source>Serves customers without a window, until Ctrl-C</source>
        <translation>Atiende sin ventana, hasta Ctrl-C</translation>
    </message>
    <message>
        <source>Tells whether Relevo runs, where, and who waits</source>
        <translation>Dice si Relevo está en marcha, dónde, y quién espera</translation>
    </message>
    <message>
        <source>Shows every setting in force and where it comes from</source>
        <translation>Muestra cada ajuste vigente y de dónde sale</translation>
    </message>
    <message>
        <source>Cannot be understood: %1</source>
        <translation>No se entiende: %1</translation>
    </message>
    <message>
        <source>Relevo is running with this data. Close it first.</source>
        <translation>Relevo está en marcha con estos datos. Cerralo primero.</translation>
    </message>
    <message>
        <source>There is no such thing.</source>
        <translation>Eso no existe.</translation>
    </message>
    <message>
        <source>It is there already, or somebody changed it first.</source>
        <translation>Ya está, o alguien lo cambió antes.</translation>
    </message>
    <message>
        <source>The data folder is in use by another program, or too much waits already.</source>
        <translation>Otro programa usa la carpeta de datos, o ya hay demasiado esperando.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>Tardó demasiado.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Se canceló.</translation>
    </message>
    <message>
        <source>The disk, the database or the network cannot be reached.</source>
        <translation>No se llega al disco, a la base de datos o a la red.</translation>
    </message>
    <message>
        <source>That was too often; wait a little.</source>
        <translation>Fueron demasiadas veces; esperá un poco.</translation>
    </message>
    <message>
        <source>That is not allowed here.</source>
        <translation>Eso no se permite acá.</translation>
    </message>
    <message>
        <source>The input cannot be used.</source>
        <translation>Lo ingresado no se puede usar.</translation>
    </message>
    <message>
        <source>The stored data is damaged. It was left untouched.</source>
        <translation>Los datos guardados están dañados. No se tocaron.</translation>
    </message>
    <message>
        <source>A key or token is missing.</source>
        <translation>Falta una clave o un token.</translation>
    </message>
    <message>
        <source>Something in Relevo itself went wrong.</source>
        <translation>Algo falló en Relevo mismo.</translation>
    </message>
    <message>
        <source>Another program already listens there (%1). End it, or choose another port with --listen HOST:PORT.</source>
        <translation>Otro programa ya escucha ahí (%1). Cerralo, o elegí otro puerto con --listen EQUIPO:PUERTO.</translation>
    </message>
    <message>
        <source>Try the chat at %1</source>
        <translation>Probá el chat en %1</translation>
    </message>
    <message>
        <source>Data: %1. End with Ctrl-C.</source>
        <translation>Datos: %1. Terminá con Ctrl-C.</translation>
    </message>
    <message>
        <source>The data cannot be written, so it is open for reading only. Customers are asked to try again later. Start again once it can be written.</source>
        <translation>No se puede escribir en los datos, así que están abiertos solo para lectura. Se pide a los clientes que prueben más tarde. Conviene reiniciar cuando se pueda escribir.</translation>
    </message>
    <message>
        <source>Cannot be understood: %1. relevoctl --help lists what can.</source>
        <translation>No se entiende: %1. relevoctl --help muestra lo que sí.</translation>
    </message>
    <message>
        <source>%1 states and %2 transitions looked at, %3 problems</source>
        <translation>%1 estados y %2 transiciones revisados, %3 problemas</translation>
    </message>
    <message>
        <source>Proves a flow: no trap, every option works, every text is there</source>
        <translation>Prueba un flujo: sin trampas, cada opción funciona, cada texto está</translation>
    </message>
    <message>
        <source>Draws a flow in the DOT language</source>
        <translation>Dibuja un flujo en el lenguaje DOT</translation>
    </message>
    <message>
        <source>Lets simulated customers walk through a flow</source>
        <translation>Hace pasar clientes simulados por un flujo</translation>
    </message>
    <message>
        <source>Runs conversation tests</source>
        <translation>Corre pruebas de conversación</translation>
    </message>
    <message>
        <source>%1 conversations checked, %2 damaged</source>
        <translation>%1 conversaciones revisadas, %2 dañadas</translation>
    </message>
    <message>
        <source>Compares backups with their manifests</source>
        <translation>Compara las copias con sus manifiestos</translation>
    </message>
    <message>
        <source>Recomputes the checksums of every stored conversation</source>
        <translation>Recalcula las sumas de control de cada conversación guardada</translation>
    </message>
    <message>
        <source>Attention: %1</source>
        <translation>Atención: %1</translation>
    </message>
    <message>
        <source>%1, turn %2:</source>
        <translation>%1, turno %2:</translation>
    </message>
    <message>
        <source>%1 conversations go as they went, %2 go another way, %3 cannot be replayed</source>
        <translation>%1 conversaciones siguen igual, %2 van por otro camino, %3 no se pueden repetir</translation>
    </message>
    <message>
        <source>Replays the recorded conversations against a flow and shows what changes</source>
        <translation>Repite las conversaciones guardadas con un flujo y muestra qué cambia</translation>
    </message>
    <message>
        <source>Model %1: %2 phrases, %3 intents, learnt in %4 s</source>
        <translation>Modelo %1: %2 frases, %3 intenciones, aprendido en %4 s</translation>
    </message>
    <message>
        <source>Of %1 phrases held back: %2 right, out of scope refused: %3</source>
        <translation>De %1 frases apartadas: %2 bien, fuera de alcance rechazadas: %3</translation>
    </message>
    <message>
        <source>Cross-validated in %1 parts</source>
        <translation>Validación cruzada en %1 partes</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>F1 macro</translation>
    </message>
    <message>
        <source>Right in scope, refused is wrong</source>
        <translation>Bien dentro del alcance (rechazada es mal)</translation>
    </message>
    <message>
        <source>Out of scope refused</source>
        <translation>Fuera de alcance rechazadas</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>A phrase, p50 / p99</source>
        <translation>Una frase, p50 / p99</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>intención</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>frases</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>cobertura</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>fuera de alcance</translation>
    </message>
    <message>
        <source>Learns from labelled phrases (CSV text,label or JSONL)</source>
        <translation>Aprende de frases etiquetadas (CSV text,label o JSONL)</translation>
    </message>
    <message>
        <source>Asks an AI server and tells how that ended. The key comes from OPENAI_API_KEY or the file that OPENAI_API_KEY_FILE names; local servers need none</source>
        <translation>Pregunta a un servidor de IA y dice cómo terminó. La clave viene de OPENAI_API_KEY o del archivo que nombra OPENAI_API_KEY_FILE; los servidores locales no la necesitan</translation>
    </message>
    <message>
        <source>Reads recorded event streams, one a line ({&quot;id&quot;,&quot;chunks_b64&quot;}), and prints their events</source>
        <translation>Lee flujos de eventos grabados, uno por línea ({&quot;id&quot;,&quot;chunks_b64&quot;}), e imprime sus eventos</translation>
    </message>
    <message>
        <source>Reads recorded answers of AI servers, one a line ({&quot;id&quot;,&quot;status&quot;,&quot;headers&quot;,&quot;chunks_b64&quot;}), and prints what they say</source>
        <translation>Lee respuestas grabadas de servidores de IA, una por línea ({&quot;id&quot;,&quot;status&quot;,&quot;headers&quot;,&quot;chunks_b64&quot;}), e imprime lo que dicen</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <source>Attempt at %1: %2, status %3, %4 ms</source>
        <translation>Intento en %1: %2, estado %3, %4 ms</translation>
    </message>
    <message>
        <source>No classifier: there are no phrases.</source>
        <translation>Sin clasificador: no hay frases.</translation>
    </message>
    <message>
        <source>Smart mode is off.</source>
        <translation>El modo inteligente está apagado.</translation>
    </message>
    <message>
        <source>Smart mode is off: SMART_MODE or SMART_MODE_ENABLED said so at the start.</source>
        <translation>El modo inteligente está apagado: lo dijo SMART_MODE o SMART_MODE_ENABLED al arrancar.</translation>
    </message>
    <message>
        <source>Smart mode is off: the file that SMART_MODE_FILE names says so.</source>
        <translation>El modo inteligente está apagado: lo dice el archivo que nombra SMART_MODE_FILE.</translation>
    </message>
    <message>
        <source>Smart mode is on.</source>
        <translation>El modo inteligente está encendido.</translation>
    </message>
    <message>
        <source>Smart mode is on for %1 % of conversations.</source>
        <translation>El modo inteligente está encendido para el %1 % de las conversaciones.</translation>
    </message>
    <message>
        <source>Turns the help of AI on or off, from the next message</source>
        <translation>Enciende o apaga la ayuda de la IA, desde el próximo mensaje</translation>
    </message>
    <message>
        <source>No AI is set up: everything is answered without it.</source>
        <translation>No hay una IA configurada: se responde todo sin ella.</translation>
    </message>
    <message>
        <source>Measures how well phrases are understood (with --problems, which problem they tell); without --test by cross-validation, without --train with the shipped phrases</source>
        <translation>Mide qué tan bien se entienden las frases (con --problems, qué problema cuentan); sin --test con validación cruzada, sin --train con las frases incluidas</translation>
    </message>
    <message>
        <source>Says what a text wants and which problem it tells; without one, for each line of the input</source>
        <translation>Dice qué pide un texto y qué problema cuenta; sin texto, para cada línea de la entrada</translation>
    </message>
    <message>
        <source>AI: %1</source>
        <translation>IA: %1</translation>
    </message>
    <message>
        <source>AI: none, and everything works without it. A key or a local server lets the bot understand freer wording and helps agents to write.</source>
        <translation>IA: ninguna, y todo funciona sin ella. Con una clave o un servidor local el bot entiende mejor lo que le escriben y ayuda a redactar.</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>llavero</translation>
    </message>
    <message>
        <source>keychain is locked</source>
        <translation>el llavero está bloqueado</translation>
    </message>
    <message>
        <source>no keychain answers</source>
        <translation>no responde ningún llavero</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>en ningún lado</translation>
    </message>
    <message>
        <source>Nothing there looks like personal data or a secret.</source>
        <translation>Nada de eso parece un dato personal ni un secreto.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read: a JSON object with &quot;text&quot; is wanted.</source>
        <translation>La línea %1 no se puede leer: se espera un objeto JSON con &quot;text&quot;.</translation>
    </message>
    <message>
        <source>Masks personal data and secrets of the input: a text, or with --jsonl rows {&quot;id&quot;,&quot;text&quot;}; --explain says why</source>
        <translation>Enmascara datos personales y secretos de la entrada: un texto, o con --jsonl filas {&quot;id&quot;,&quot;text&quot;}; --explain dice por qué</translation>
    </message>
    <message>
        <source>Exports all conversations, one JSON object a line; --masked without personal data</source>
        <translation>Exporta todas las conversaciones, un objeto JSON por línea; con --masked, sin datos personales</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agente</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>development lead</source>
        <translation>líder de desarrollo</translation>
    </message>
    <message>
        <source>backend lead</source>
        <translation>líder de backend</translation>
    </message>
    <message>
        <source>QA</source>
        <translation>QA</translation>
    </message>
    <message>
        <source>SRE</source>
        <translation>SRE</translation>
    </message>
    <message>
        <source>security</source>
        <translation>seguridad</translation>
    </message>
    <message>
        <source>product</source>
        <translation>producto</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>legales</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisión</translation>
    </message>
    <message>
        <source>Passphrase of %1, on a line:</source>
        <translation>Frase de contraseña de %1, en una línea:</translation>
    </message>
    <message>
        <source>(with a passphrase)</source>
        <translation>(con frase de contraseña)</translation>
    </message>
    <message>
        <source>(locked out)</source>
        <translation>(sin acceso)</translation>
    </message>
    <message>
        <source>Say who you are, with --as NAME.</source>
        <translation>Decí quién sos, con --as NOMBRE.</translation>
    </message>
    <message>
        <source>There is no role &quot;%1&quot;, only: %2</source>
        <translation>No existe el rol &quot;%1&quot;, solo: %2</translation>
    </message>
    <message>
        <source>%1, the new one</source>
        <translation>%1, la nueva</translation>
    </message>
    <message>
        <source>Lists who works here</source>
        <translation>Lista quiénes trabajan acá</translation>
    </message>
    <message>
        <source>Adds somebody, as an agent or with these roles</source>
        <translation>Agrega a alguien, como agente o con estos roles</translation>
    </message>
    <message>
        <source>Gives somebody these roles and no others</source>
        <translation>Le da a alguien estos roles y ningún otro</translation>
    </message>
    <message>
        <source>Changes somebody&apos;s name</source>
        <translation>Cambia el nombre de alguien</translation>
    </message>
    <message>
        <source>Locks somebody out</source>
        <translation>Le quita el acceso a alguien</translation>
    </message>
    <message>
        <source>Lets somebody in again</source>
        <translation>Le devuelve el acceso a alguien</translation>
    </message>
    <message>
        <source>Sets somebody&apos;s passphrase, read from standard input</source>
        <translation>Define la frase de contraseña de alguien, leída de la entrada estándar</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Mac Roman; it was repaired.</source>
        <translation>El texto del archivo se había leído como Mac Roman; se reparó.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Latin-1; it was repaired.</source>
        <translation>El texto del archivo se había leído como Latin-1; se reparó.</translation>
    </message>
    <message>
        <source>The bot answers at no stage named &quot;%1&quot;.</source>
        <translation>El bot no responde en ninguna etapa llamada «%1».</translation>
    </message>
    <message>
        <source>AI may help at every stage.</source>
        <translation>La IA puede ayudar en todas las etapas.</translation>
    </message>
    <message>
        <source>AI does not help at: %1</source>
        <translation>La IA no ayuda en: %1</translation>
    </message>
    <message>
        <source>Tells at which stages AI does not help, or sets them; all: it helps at each</source>
        <translation>Dice en qué etapas no ayuda la IA, o las cambia; all: ayuda en todas</translation>
    </message>
    <message>
        <source>Go (0) or no-go (1), with every reason</source>
        <translation>Salir (0) o no salir (1), con todos los motivos</translation>
    </message>
    <message>
        <source>Prints the report with signatures and the ledger&apos;s head</source>
        <translation>Imprime el informe con las firmas y el último eslabón del libro</translation>
    </message>
    <message>
        <source>Prints the task list, an imported one byte for byte</source>
        <translation>Imprime la lista de puntos; la importada, byte por byte</translation>
    </message>
    <message>
        <source>Prints the ledger, an entry a line</source>
        <translation>Imprime el libro de actas, un asiento por línea</translation>
    </message>
    <message>
        <source>Prints the ledger&apos;s head, to be kept elsewhere</source>
        <translation>Imprime el último eslabón del libro, para guardarlo en otro lado</translation>
    </message>
    <message>
        <source>Whether the ledger is sound and complete (0) or not (1)</source>
        <translation>Si el libro está íntegro y completo (0) o no (1)</translation>
    </message>
    <message>
        <source>What differs from another release, or from the newest template</source>
        <translation>Qué cambia respecto de otro lanzamiento, o de la plantilla más nueva</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot;, only: %2</source>
        <translation>No existe el paso «%1», solo: %2</translation>
    </message>
    <message>
        <source>Says that an item is done, or open again</source>
        <translation>Dice que un punto está hecho, o abierto de nuevo</translation>
    </message>
    <message>
        <source>Takes an item a step further: TIME is 2026-12-01T18:00Z or +2h</source>
        <translation>Lleva un punto un paso más allá: TIME es 2026-12-01T18:00Z o +2h</translation>
    </message>
    <message>
        <source>Says whose an item is, and by when</source>
        <translation>Dice de quién es un punto, y para cuándo</translation>
    </message>
    <message>
        <source>Adds to an item&apos;s discussion</source>
        <translation>Agrega algo a la discusión de un punto</translation>
    </message>
    <message>
        <source>Creates a release and prints its id</source>
        <translation>Crea un lanzamiento e imprime su id</translation>
    </message>
    <message>
        <source>Changes a release&apos;s title or date</source>
        <translation>Cambia el título o la fecha de un lanzamiento</translation>
    </message>
    <message>
        <source>Signs a release in one&apos;s role</source>
        <translation>Firma un lanzamiento en el rol propio</translation>
    </message>
    <message>
        <source>Asks to go against the gate, or approves what another asked</source>
        <translation>Pide salir contra la decisión, o aprueba lo que otra persona pidió</translation>
    </message>
    <message>
        <source>Goes back, says that the next step of going back is done, or that it was rehearsed</source>
        <translation>Vuelve atrás, dice que el paso siguiente está hecho, o que se ensayó</translation>
    </message>
    <message>
        <source>Says when nothing is to be released</source>
        <translation>Dice cuándo no se saca nada</translation>
    </message>
    <message>
        <source>Takes such a time back</source>
        <translation>Deja sin efecto ese período</translation>
    </message>
    <message>
        <source>Found no place for:</source>
        <translation>Sin lugar para:</translation>
    </message>
    <message>
        <source>Nothing was saved; --save makes a release.</source>
        <translation>No se guardó nada; con --save se crea un lanzamiento.</translation>
    </message>
    <message>
        <source>%1 things that the file says were not taken over.</source>
        <translation>%1 cosas que dice el archivo no se pasaron.</translation>
    </message>
    <message>
        <source>Prints a Markdown file&apos;s tasks, guesses at it, or makes a release</source>
        <translation>Imprime las tareas de un archivo Markdown, lo interpreta, o crea un lanzamiento</translation>
    </message>
    <message>
        <source>There are no releases yet.</source>
        <translation>Todavía no hay lanzamientos.</translation>
    </message>
    <message>
        <source>Lists the releases with their verdicts</source>
        <translation>Lista los lanzamientos con su decisión</translation>
    </message>
    <message>
        <source>Shows a release&apos;s items and their states</source>
        <translation>Muestra los puntos de un lanzamiento y cómo están</translation>
    </message>
    <message>
        <source>Prints who said what of a release, and when</source>
        <translation>Imprime quién dijo qué de un lanzamiento, y cuándo</translation>
    </message>
    <message>
        <source>Lists what a release can be made of</source>
        <translation>Lista de qué se puede hacer un lanzamiento</translation>
    </message>
    <message>
        <source>Lists the times in which nothing is released</source>
        <translation>Lista los períodos en que no se saca nada</translation>
    </message>
    <message>
        <source>could not run</source>
        <translation>no se pudo correr</translation>
    </message>
    <message>
        <source>There is nothing to check there.</source>
        <translation>No hay nada que controlar ahí.</translation>
    </message>
    <message>
        <source>Says what {NAME} in its checks stands for, for instance host</source>
        <translation>Dice qué representa {NAME} en sus controles, por ejemplo host</translation>
    </message>
    <message>
        <source>Files of evidence that the backup does not have: %1. relevoctl release verify names them.</source>
        <translation>Archivos de evidencia que el respaldo no tiene: %1. relevoctl release verify dice cuáles.</translation>
    </message>
    <message>
        <source>Lets a release without stages out, to everybody</source>
        <translation>Publica para todos un lanzamiento sin etapas</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>no se puede leer: %1</translation>
    </message>
    <message>
        <source>Shows evidence: a text (standard input), a link, a file, a picture of the screen, a figure</source>
        <translation>Muestra evidencia: un texto (entrada estándar), un enlace, un archivo, una captura de pantalla, una cifra</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here, only: %2</source>
        <translation>&quot;%1&quot; no se conoce acá, solo: %2</translation>
    </message>
    <message>
        <source>several releases fit &quot;%1&quot;: %2</source>
        <translation>a &quot;%1&quot; responden varios lanzamientos: %2</translation>
    </message>
    <message>
        <source>Two ways to a release side by side: what blocks each, its critical path, when it could go</source>
        <translation>Dos caminos a un lanzamiento lado a lado: qué frena a cada uno, su camino crítico, cuándo podría salir</translation>
    </message>
    <message>
        <source>Asks no more for an item that nobody worked on</source>
        <translation>Deja de pedir un punto en el que nadie trabajó</translation>
    </message>
    <message>
        <source>Says who signs: N of those with one of the roles</source>
        <translation>Dice quién firma: N de quienes tienen uno de los roles</translation>
    </message>
    <message>
        <source>Asks no more for a signature</source>
        <translation>Deja de pedir una firma</translation>
    </message>
    <message>
        <source>Shows a template; with --json as a file that can be changed and saved</source>
        <translation>Muestra una plantilla; con --json, como archivo que se puede cambiar y guardar</translation>
    </message>
    <message>
        <source>Saves a template as a new version; the ones before stay</source>
        <translation>Guarda una plantilla como versión nueva; las anteriores quedan</translation>
    </message>
    <message>
        <source>What changed in a template since a version: 0 nothing, 1 something</source>
        <translation>Qué cambió en una plantilla desde una versión: 0 nada, 1 algo</translation>
    </message>
    <message>
        <source>This release goes out without stages: with release go.</source>
        <translation>Este lanzamiento sale sin etapas: con release go.</translation>
    </message>
    <message>
        <source>Erased: %1 texts, %2 files, %3 copies of them</source>
        <translation>Borrado: %1 textos, %2 archivos, %3 copias de ellos</translation>
    </message>
    <message>
        <source>Backups that may still hold it, until newer ones replace them: %1</source>
        <translation>Copias de seguridad que todavía pueden tenerlo, hasta que otras más nuevas las reemplacen: %1</translation>
    </message>
    <message>
        <source>Takes back what was said: the texts and files of an entry of the ledger or of an item, or the imported file</source>
        <translation>Borra lo que se dijo: los textos y archivos de un asiento del registro o de un punto, o el archivo importado</translation>
    </message>
    <message>
        <source>Asks for one more item, and prints its id; FILE: its checks, a list in JSON (/dev/stdin: standard input)</source>
        <translation>Pide un punto más y muestra su identificador; FILE: sus controles, una lista en JSON (/dev/stdin: la entrada estándar)</translation>
    </message>
    <message>
        <source>Changes what an item asks for; &quot;-&quot; takes a thing away (/dev/stdin: standard input)</source>
        <translation>Cambia lo que pide un punto; &quot;-&quot; quita algo (/dev/stdin: la entrada estándar)</translation>
    </message>
    <message>
        <source>Round %1, %2</source>
        <translation>Ronda %1, %2</translation>
    </message>
    <message>
        <source>%1 / %2: its command was changed since this began, and does not run. Begin anew to run it.</source>
        <translation>%1 / %2: su comando cambió desde que esto empezó y no se ejecuta. Empezá de nuevo para ejecutarlo.</translation>
    </message>
    <message>
        <source>Runs the checks of a release, and keeps what came of them as evidence; with --every 5m --for 4h again and again, until then or Ctrl-C</source>
        <translation>Ejecuta los controles de un lanzamiento y guarda lo que resultó como evidencia; con --every 5m --for 4h una y otra vez, hasta entonces o Ctrl-C</translation>
    </message>
    <message>
        <source>--%1 takes a time from 10s to 24h, for instance 5m: not &quot;%2&quot;</source>
        <translation>--%1 lleva un tiempo de 10s a 24h, por ejemplo 5m: no «%2»</translation>
    </message>
    <message>
        <source>no program that counts them runs with this data</source>
        <translation>ningún programa que las cuente está en marcha con estos datos</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>beyond it since %1, not for long enough yet</source>
        <translation>fuera del límite desde %1, todavía no por suficiente tiempo</translation>
    </message>
    <message>
        <source>beyond it since %1: a breach</source>
        <translation>fuera del límite desde %1: incumplimiento</translation>
    </message>
    <message>
        <source>no reading of now</source>
        <translation>sin lectura de ahora</translation>
    </message>
    <message>
        <source>no baseline to compare with</source>
        <translation>sin base con qué comparar</translation>
    </message>
    <message>
        <source>Proposed: promote. All figures are fine.</source>
        <translation>Propuesta: promover. Todas las cifras están bien.</translation>
    </message>
    <message>
        <source>Proposed: promote to the end. All figures are fine.</source>
        <translation>Propuesta: promover hasta el final. Todas las cifras están bien.</translation>
    </message>
    <message>
        <source>Proposed: hold. The stage needs its time.</source>
        <translation>Propuesta: esperar. La etapa necesita su tiempo.</translation>
    </message>
    <message>
        <source>Proposed: hold. Not certain: %1.</source>
        <translation>Propuesta: esperar. No es seguro: %1.</translation>
    </message>
    <message>
        <source>Proposed: abort. Not fine: %1.</source>
        <translation>Propuesta: abortar. No está bien: %1.</translation>
    </message>
    <message>
        <source>It is not under way: nothing is proposed.</source>
        <translation>No está en marcha: no se propone nada.</translation>
    </message>
    <message>
        <source>at least until %1</source>
        <translation>al menos hasta %1</translation>
    </message>
    <message>
        <source>A reason to roll back is there: %1</source>
        <translation>Hay un motivo para volver atrás: %1</translation>
    </message>
    <message>
        <source>The figures cannot be read: %1.</source>
        <translation>Las cifras no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>Tells how the watched figures are and what they propose (status; 1: a breach), or steers how many get what is new</source>
        <translation>Dice cómo están las cifras vigiladas y qué proponen (status; 1: un incumplimiento), o dirige a cuántos les llega lo nuevo</translation>
    </message>
    <message>
        <source>%1: without what this program cannot check yet: %2</source>
        <translation>%1: sin lo que este programa todavía no puede controlar: %2</translation>
    </message>
    <message>
        <source>Takes over a template&apos;s stages, watched figures and way back</source>
        <translation>Toma las etapas, las cifras vigiladas y la vuelta atrás de una plantilla</translation>
    </message>
</context>
</TS>
