<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Go to chats</source>
        <translation>Go to chats</translation>
    </message>
    <message>
        <source>Go to settings</source>
        <translation>Go to settings</translation>
    </message>
    <message>
        <source>Show my conversations</source>
        <translation>Show my conversations</translation>
    </message>
    <message>
        <source>Show unassigned conversations</source>
        <translation>Show unassigned conversations</translation>
    </message>
    <message>
        <source>Show who waits for us</source>
        <translation>Show who waits for us</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Show all conversations</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Next conversation</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Previous conversation</translation>
    </message>
    <message>
        <source>Take over this conversation</source>
        <translation>Take over this conversation</translation>
    </message>
    <message>
        <source>Close this conversation</source>
        <translation>Close this conversation</translation>
    </message>
    <message>
        <source>I am on duty</source>
        <translation>I am on duty</translation>
    </message>
    <message>
        <source>I take a break</source>
        <translation>I take a break</translation>
    </message>
    <message>
        <source>I am off duty</source>
        <translation>I am off duty</translation>
    </message>
    <message>
        <source>Try the chat in the browser</source>
        <translation>Try the chat in the browser</translation>
    </message>
    <message>
        <source>Copy the line for your site</source>
        <translation>Copy the line for your site</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Speak Spanish</source>
        <translation>Speak Spanish</translation>
    </message>
    <message>
        <source>Speak English</source>
        <translation>Speak English</translation>
    </message>
    <message>
        <source>Quit Relevo</source>
        <translation>Quit Relevo</translation>
    </message>
    <message>
        <source>Go to who rings or waits</source>
        <translation>Go to who rings or waits</translation>
    </message>
    <message>
        <source>Show whose customer is to write</source>
        <translation>Show whose customer is to write</translation>
    </message>
    <message>
        <source>Show conversations with the bot</source>
        <translation>Show conversations with the bot</translation>
    </message>
    <message>
        <source>Show closed conversations</source>
        <translation>Show closed conversations</translation>
    </message>
    <message>
        <source>Settings: general</source>
        <translation>Settings: general</translation>
    </message>
    <message>
        <source>Settings: shop</source>
        <translation>Settings: shop</translation>
    </message>
    <message>
        <source>Settings: business hours</source>
        <translation>Settings: business hours</translation>
    </message>
    <message>
        <source>Settings: gateway</source>
        <translation>Settings: gateway</translation>
    </message>
    <message>
        <source>Settings: about Relevo</source>
        <translation>Settings: about Relevo</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Write a reply</translation>
    </message>
    <message>
        <source>Write a private note</source>
        <translation>Write a private note</translation>
    </message>
    <message>
        <source>Take back what is being sent</source>
        <translation>Take back what is being sent</translation>
    </message>
    <message>
        <source>Transfer this conversation</source>
        <translation>Transfer this conversation</translation>
    </message>
    <message>
        <source>Give this conversation back to the bot</source>
        <translation>Give this conversation back to the bot</translation>
    </message>
    <message>
        <source>Show more or less of the handoff card</source>
        <translation>Show more or less of the handoff card</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s code</source>
        <translation>Copy the conversation&apos;s code</translation>
    </message>
    <message>
        <source>Erase the texts of this conversation</source>
        <translation>Erase the texts of this conversation</translation>
    </message>
    <message>
        <source>Add demonstration data</source>
        <translation>Add demonstration data</translation>
    </message>
    <message>
        <source>Remove demonstration data</source>
        <translation>Remove demonstration data</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Test the sound</translation>
    </message>
    <message>
        <source>Theme as the system</source>
        <translation>Theme as the system</translation>
    </message>
    <message>
        <source>Close the window and keep serving</source>
        <translation>Close the window and keep serving</translation>
    </message>
    <message>
        <source>Go to the knowledge base</source>
        <translation>Go to the knowledge base</translation>
    </message>
    <message>
        <source>Write a new article</source>
        <translation>Write a new article</translation>
    </message>
    <message>
        <source>Save the article that is open</source>
        <translation>Save the article that is open</translation>
    </message>
    <message>
        <source>Insert an article</source>
        <translation>Insert an article</translation>
    </message>
    <message>
        <source>Settings: understanding</source>
        <translation>Settings: understanding</translation>
    </message>
    <message>
        <source>Settings: AI</source>
        <translation>Settings: AI</translation>
    </message>
    <message>
        <source>Show how AI is doing</source>
        <translation>Show how AI is doing</translation>
    </message>
    <message>
        <source>Switch AI off or on for all</source>
        <translation>Switch AI off or on for all</translation>
    </message>
    <message>
        <source>AI: suggest a reply</source>
        <translation>AI: suggest a reply</translation>
    </message>
    <message>
        <source>AI: make the draft shorter</source>
        <translation>AI: make the draft shorter</translation>
    </message>
    <message>
        <source>AI: make the draft clearer</source>
        <translation>AI: make the draft clearer</translation>
    </message>
    <message>
        <source>AI: make the draft friendlier</source>
        <translation>AI: make the draft friendlier</translation>
    </message>
    <message>
        <source>AI: make the draft more formal</source>
        <translation>AI: make the draft more formal</translation>
    </message>
    <message>
        <source>AI: translate the draft for the customer</source>
        <translation>AI: translate the draft for the customer</translation>
    </message>
    <message>
        <source>AI: translate the customer&apos;s words for me</source>
        <translation>AI: translate the customer&apos;s words for me</translation>
    </message>
    <message>
        <source>AI: sum up the conversation</source>
        <translation>AI: sum up the conversation</translation>
    </message>
    <message>
        <source>AI: insert its text</source>
        <translation>AI: insert its text</translation>
    </message>
    <message>
        <source>AI: replace the draft by its text</source>
        <translation>AI: replace the draft by its text</translation>
    </message>
    <message>
        <source>AI: close its help</source>
        <translation>AI: close its help</translation>
    </message>
    <message>
        <source>Settings: personal data</source>
        <translation>Settings: personal data</translation>
    </message>
    <message>
        <source>Test what is masked in a text</source>
        <translation>Test what is masked in a text</translation>
    </message>
    <message>
        <source>Settings: people</source>
        <translation>Settings: people</translation>
    </message>
    <message>
        <source>Search messages; articles or items where they are open</source>
        <translation>Search messages; articles or items where they are open</translation>
    </message>
    <message>
        <source>Go to releases</source>
        <translation>Go to releases</translation>
    </message>
    <message>
        <source>Make a new release</source>
        <translation>Make a new release</translation>
    </message>
    <message>
        <source>Back to all releases</source>
        <translation>Back to all releases</translation>
    </message>
    <message>
        <source>Item: begin</source>
        <translation>Item: begin</translation>
    </message>
    <message>
        <source>Item: done</source>
        <translation>Item: done</translation>
    </message>
    <message>
        <source>Item: verify</source>
        <translation>Item: verify</translation>
    </message>
    <message>
        <source>Item: failed</source>
        <translation>Item: failed</translation>
    </message>
    <message>
        <source>Item: blocked</source>
        <translation>Item: blocked</translation>
    </message>
    <message>
        <source>Item: waive</source>
        <translation>Item: waive</translation>
    </message>
    <message>
        <source>Item: open again</source>
        <translation>Item: open again</translation>
    </message>
    <message>
        <source>Item: show evidence</source>
        <translation>Item: show evidence</translation>
    </message>
    <message>
        <source>Item: say something about it</source>
        <translation>Item: say something about it</translation>
    </message>
    <message>
        <source>Item: change what it asks for</source>
        <translation>Item: change what it asks for</translation>
    </message>
    <message>
        <source>Item: run its checks</source>
        <translation>Item: run its checks</translation>
    </message>
    <message>
        <source>Leave the window to somebody else</source>
        <translation>Leave the window to somebody else</translation>
    </message>
</context>
<context>
    <name>AfterPage</name>
    <message>
        <source>Checks after the release</source>
        <translation>Checks after the release</translation>
    </message>
</context>
<context>
    <name>AiCard</name>
    <message>
        <source>How AI is doing</source>
        <translation>How AI is doing</translation>
    </message>
    <message>
        <source>AI servers and how they are doing</source>
        <translation>AI servers and how they are doing</translation>
    </message>
    <message>
        <source>Stop asking it</source>
        <translation>Stop asking it</translation>
    </message>
    <message>
        <source>Stop asking the chosen server</source>
        <translation>Stop asking the chosen server</translation>
    </message>
    <message>
        <source>Ask whatever fails</source>
        <translation>Ask whatever fails</translation>
    </message>
    <message>
        <source>Ask the chosen server whatever fails</source>
        <translation>Ask the chosen server whatever fails</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Reset the chosen server</source>
        <translation>Reset the chosen server</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Switch AI off for all</translation>
    </message>
    <message>
        <source>Settings: AI</source>
        <translation>Settings: AI</translation>
    </message>
</context>
<context>
    <name>AiPage</name>
    <message>
        <source>Servers, asked in this order until one answers</source>
        <translation>Servers, asked in this order until one answers</translation>
    </message>
    <message>
        <source>AI servers</source>
        <translation>AI servers</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add an AI server</source>
        <translation>Add an AI server</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Ask this server earlier</source>
        <translation>Ask this server earlier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Ask this server later</source>
        <translation>Ask this server later</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove this AI server</source>
        <translation>Remove this AI server</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Forget the key</translation>
    </message>
    <message>
        <source>Price of a million tokens, question and answer</source>
        <translation>Price of a million tokens, question and answer</translation>
    </message>
    <message>
        <source>Price of a million tokens of questions</source>
        <translation>Price of a million tokens of questions</translation>
    </message>
    <message>
        <source>Price of a million tokens of answers</source>
        <translation>Price of a million tokens of answers</translation>
    </message>
    <message>
        <source>Longest conversation, in tokens</source>
        <translation>Longest conversation, in tokens</translation>
    </message>
    <message>
        <source>Keeps to a JSON schema</source>
        <translation>Keeps to a JSON schema</translation>
    </message>
    <message>
        <source>Looks at pictures</source>
        <translation>Looks at pictures</translation>
    </message>
    <message>
        <source>Is ours: may see personal data</source>
        <translation>Is ours: may see personal data</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test this AI server</source>
        <translation>Test this AI server</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>At most a day</source>
        <translation>At most a day</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>A customer waits at most, to the first words and in all</source>
        <translation>A customer waits at most, to the first words and in all</translation>
    </message>
    <message>
        <source>Milliseconds to the first words</source>
        <translation>Milliseconds to the first words</translation>
    </message>
    <message>
        <source>Milliseconds in all</source>
        <translation>Milliseconds in all</translation>
    </message>
    <message>
        <source>Conversations with AI</source>
        <translation>Conversations with AI</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Switch AI off for all</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Save the AI settings</source>
        <translation>Save the AI settings</translation>
    </message>
    <message>
        <source>Servers that you add appear here. Begin with Add.</source>
        <translation>Servers that you add appear here. Begin with Add.</translation>
    </message>
    <message>
        <source>The bot&apos;s wording</source>
        <translation>The bot&apos;s wording</translation>
    </message>
    <message>
        <source>Stages with AI</source>
        <translation>Stages with AI</translation>
    </message>
</context>
<context>
    <name>AiProblems</name>
    <message>
        <source>The list of AI servers cannot be read. Write it anew in Settings → AI.</source>
        <translation>The list of AI servers cannot be read. Write it anew in Settings → AI.</translation>
    </message>
    <message>
        <source>Give every AI server a name.</source>
        <translation>Give every AI server a name.</translation>
    </message>
    <message>
        <source>Two AI servers are called %1. Rename one.</source>
        <translation>Two AI servers are called %1. Rename one.</translation>
    </message>
    <message>
        <source>%1: there is no kind of server called “%2”.</source>
        <translation>%1: there is no kind of server called “%2”.</translation>
    </message>
    <message>
        <source>%1: write the server&apos;s address, for instance https://api.openai.com/v1.</source>
        <translation>%1: write the server&apos;s address, for instance https://api.openai.com/v1.</translation>
    </message>
    <message>
        <source>%1: “%2” is no address of a server.</source>
        <translation>%1: “%2” is no address of a server.</translation>
    </message>
    <message>
        <source>%1: an address holds no name or password. Write the key in its own field.</source>
        <translation>%1: an address holds no name or password. Write the key in its own field.</translation>
    </message>
    <message>
        <source>%1: use https. Without it, anybody on the way could read key and conversations; only servers on this machine may go without.</source>
        <translation>%1: use https. Without it, anybody on the way could read key and conversations; only servers on this machine may go without.</translation>
    </message>
    <message>
        <source>%1: write which model to use.</source>
        <translation>%1: write which model to use.</translation>
    </message>
    <message>
        <source>%1: a key&apos;s name is in capitals and ends in _API_KEY, not %2.</source>
        <translation>%1: a key&apos;s name is in capitals and ends in _API_KEY, not %2.</translation>
    </message>
    <message>
        <source>%1: the key %2 already belongs to another server&apos;s address. Each server needs its own.</source>
        <translation>%1: the key %2 already belongs to another server&apos;s address. Each server needs its own.</translation>
    </message>
    <message>
        <source>%1: its key was given for %2 and goes nowhere else. Write the key of the new address.</source>
        <translation>%1: its key was given for %2 and goes nowhere else. Write the key of the new address.</translation>
    </message>
    <message>
        <source>%1: a price is a number of 0 or more.</source>
        <translation>%1: a price is a number of 0 or more.</translation>
    </message>
    <message>
        <source>%1: the longest conversation is a number of tokens from 512 on.</source>
        <translation>%1: the longest conversation is a number of tokens from 512 on.</translation>
    </message>
    <message>
        <source>%1 has no key yet. Write it in Settings → AI, or set %2.</source>
        <translation>%1 has no key yet. Write it in Settings → AI, or set %2.</translation>
    </message>
    <message>
        <source>%1: the keychain is locked, so its key cannot be read. Unlock it, or set %2 (or %2_FILE) and start again.</source>
        <translation>%1: the keychain is locked, so its key cannot be read. Unlock it, or set %2 (or %2_FILE) and start again.</translation>
    </message>
    <message>
        <source>%1: no keychain answers here. Set %2, or %2_FILE to a file that holds the key, and start again.</source>
        <translation>%1: no keychain answers here. Set %2, or %2_FILE to a file that holds the key, and start again.</translation>
    </message>
    <message>
        <source>The most that AI may cost a day is no number: %2. Nothing is spent until it is one.</source>
        <translation>The most that AI may cost a day is no number: %2. Nothing is spent until it is one.</translation>
    </message>
    <message>
        <source>AI&apos;s times must be whole milliseconds, at least 100, and the first not longer than the second: %2.</source>
        <translation>AI&apos;s times must be whole milliseconds, at least 100, and the first not longer than the second: %2.</translation>
    </message>
    <message>
        <source>ai.masking is “all” or “trusted”, not “%2”. Everything is masked.</source>
        <translation>ai.masking is “all” or “trusted”, not “%2”. Everything is masked.</translation>
    </message>
</context>
<context>
    <name>AiTexts</name>
    <message>
        <source>several calls in a row failed</source>
        <translation>several calls in a row failed</translation>
    </message>
    <message>
        <source>half of the calls failed</source>
        <translation>half of the calls failed</translation>
    </message>
    <message>
        <source>it answers too slowly</source>
        <translation>it answers too slowly</translation>
    </message>
    <message>
        <source>it answers too slowly for waiting customers</source>
        <translation>it answers too slowly for waiting customers</translation>
    </message>
    <message>
        <source>the last try failed</source>
        <translation>the last try failed</translation>
    </message>
    <message>
        <source>somebody wanted it so</source>
        <translation>somebody wanted it so</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Is the server running, and is the address right?</source>
        <translation>Nobody answers at this address. Is the server running, and is the address right?</translation>
    </message>
    <message>
        <source>This machine has no network.</source>
        <translation>This machine has no network.</translation>
    </message>
    <message>
        <source>The server knows no such model or address. Look at both.</source>
        <translation>The server knows no such model or address. Look at both.</translation>
    </message>
    <message>
        <source>There is no key for this server. Write it above.</source>
        <translation>There is no key for this server. Write it above.</translation>
    </message>
    <message>
        <source>The account has no credit left.</source>
        <translation>The account has no credit left.</translation>
    </message>
    <message>
        <source>The server answers with an error. Try again later.</source>
        <translation>The server answers with an error. Try again later.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>not known</translation>
    </message>
    <message>
        <source>The server does not accept the key.</source>
        <translation>The server does not accept the key.</translation>
    </message>
    <message>
        <source>The server has had too many calls for now. Try again in a minute.</source>
        <translation>The server has had too many calls for now. Try again in a minute.</translation>
    </message>
    <message>
        <source>It took too long. A local model may still be loading: try again.</source>
        <translation>It took too long. A local model may still be loading: try again.</translation>
    </message>
    <message>
        <source>The server refuses the request: %1</source>
        <translation>The server refuses the request: %1</translation>
    </message>
    <message>
        <source>What answers there is no AI server of this kind: %1</source>
        <translation>What answers there is no AI server of this kind: %1</translation>
    </message>
    <message>
        <source>It did not work (%1).</source>
        <translation>It did not work (%1).</translation>
    </message>
    <message>
        <source>No AI is connected, and everything works without one. With a key, or a server like Ollama on this machine and no key, the bot understands freer wording and you get help with writing.</source>
        <translation>No AI is connected, and everything works without one. With a key, or a server like Ollama on this machine and no key, the bot understands freer wording and you get help with writing.</translation>
    </message>
    <message>
        <source>%1 (set in the environment)</source>
        <translation>%1 (set in the environment)</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Connected: %1</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>kept in the keychain</translation>
    </message>
    <message>
        <source>set in the environment</source>
        <translation>set in the environment</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>the keychain is locked</translation>
    </message>
    <message>
        <source>no keychain answers here</source>
        <translation>no keychain answers here</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>The key is kept in the keychain.</source>
        <translation>The key is kept in the keychain.</translation>
    </message>
    <message>
        <source>The keychain is locked, so the key was not kept. Unlock it and save again, or set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>The keychain is locked, so the key was not kept. Unlock it and save again, or set %1 (or %1_FILE) before Relevo starts.</translation>
    </message>
    <message>
        <source>No keychain answers here, so the key was not kept. Set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>No keychain answers here, so the key was not kept. Set %1 (or %1_FILE) before Relevo starts.</translation>
    </message>
    <message>
        <source>The keychain did not take the key. Save again, or set %1 (or %1_FILE) before Relevo starts.</source>
        <translation>The keychain did not take the key. Save again, or set %1 (or %1_FILE) before Relevo starts.</translation>
    </message>
    <message>
        <source>It answers: first words after %1 ms, all after %2 ms. Streams: %3. JSON schema: %4.</source>
        <translation>It answers: first words after %1 ms, all after %2 ms. Streams: %3. JSON schema: %4.</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>broke off</source>
        <translation>broke off</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>too many calls</source>
        <translation>too many calls</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>not available</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>took too long</translation>
    </message>
    <message>
        <source>key not accepted</source>
        <translation>key not accepted</translation>
    </message>
    <message>
        <source>too long a conversation</source>
        <translation>too long a conversation</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>over the day&apos;s limit</source>
        <translation>over the day&apos;s limit</translation>
    </message>
    <message>
        <source>answer not usable</source>
        <translation>answer not usable</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>It was switched off here.</source>
        <translation>It was switched off here.</translation>
    </message>
    <message>
        <source>SMART_MODE or SMART_MODE_ENABLED switched it off when Relevo started.</source>
        <translation>SMART_MODE or SMART_MODE_ENABLED switched it off when Relevo started.</translation>
    </message>
    <message>
        <source>The file of SMART_MODE_FILE says off.</source>
        <translation>The file of SMART_MODE_FILE says off.</translation>
    </message>
    <message>
        <source>%1 calls, %2 failed, %3 slow</source>
        <translation>%1 calls, %2 failed, %3 slow</translation>
    </message>
    <message>
        <source>Stopped by hand until it is reset.</source>
        <translation>Stopped by hand until it is reset.</translation>
    </message>
    <message>
        <source>Asked whatever fails, until it is reset (%1).</source>
        <translation>Asked whatever fails, until it is reset (%1).</translation>
    </message>
    <message>
        <source>In use (%1).</source>
        <translation>In use (%1).</translation>
    </message>
    <message>
        <source>Paused for customers: %1 (%2).</source>
        <translation>Paused for customers: %1 (%2).</translation>
    </message>
    <message>
        <source>Paused for agents: %1 (%2).</source>
        <translation>Paused for agents: %1 (%2).</translation>
    </message>
    <message>
        <source>Last error: %1.</source>
        <translation>Last error: %1.</translation>
    </message>
    <message>
        <source>The next call is a try.</source>
        <translation>The next call is a try.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Next try at %1.</translation>
    </message>
    <message>
        <source>works</source>
        <translation>works</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>does not work</translation>
    </message>
</context>
<context>
    <name>AiTrace</name>
    <message>
        <source>understanding the message</source>
        <translation>understanding the message</translation>
    </message>
    <message>
        <source>explaining a step</source>
        <translation>explaining a step</translation>
    </message>
    <message>
        <source>choosing steps</source>
        <translation>choosing steps</translation>
    </message>
    <message>
        <source>wording the answer</source>
        <translation>wording the answer</translation>
    </message>
    <message>
        <source>help for the agent</source>
        <translation>help for the agent</translation>
    </message>
    <message>
        <source>its words went to the customer</source>
        <translation>its words went to the customer</translation>
    </message>
    <message>
        <source>it was shown to the agent</source>
        <translation>it was shown to the agent</translation>
    </message>
    <message>
        <source>the steps that it chose</source>
        <translation>the steps that it chose</translation>
    </message>
    <message>
        <source>it showed what was meant</source>
        <translation>it showed what was meant</translation>
    </message>
    <message>
        <source>nothing, the answer came without AI</source>
        <translation>nothing, the answer came without AI</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>AI</translation>
    </message>
    <message>
        <source>Prompt: %1 · Model: %2</source>
        <translation>Prompt: %1 · Model: %2</translation>
    </message>
    <message>
        <source>Tokens: %1 in, %2 out · Cost: %3</source>
        <translation>Tokens: %1 in, %2 out · Cost: %3</translation>
    </message>
    <message>
        <source>First words: %1 · In all: %2</source>
        <translation>First words: %1 · In all: %2</translation>
    </message>
    <message>
        <source>none came</source>
        <translation>none came</translation>
    </message>
    <message>
        <source>Used for the answer: %1</source>
        <translation>Used for the answer: %1</translation>
    </message>
    <message>
        <source>What was sent was erased.</source>
        <translation>What was sent was erased.</translation>
    </message>
    <message>
        <source>Sent, personal data masked: %1</source>
        <translation>Sent, personal data masked: %1</translation>
    </message>
    <message>
        <source>Its words: %1</source>
        <translation>Its words: %1</translation>
    </message>
</context>
<context>
    <name>ArticleEditor</name>
    <message>
        <source>Language of the text</source>
        <translation>Language of the text</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Title, as a customer would ask</source>
        <translation>Title, as a customer would ask</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>Text in Markdown</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Words by which it is found, with commas: wifi, slow, router</source>
        <translation>Words by which it is found, with commas: wifi, slow, router</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Search with other words</source>
        <translation>Search with other words</translation>
    </message>
    <message>
        <source>Search the articles</source>
        <translation>Search the articles</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Insert its text</source>
        <translation>Insert its text</translation>
    </message>
    <message>
        <source>Insert a link</source>
        <translation>Insert a link</translation>
    </message>
</context>
<context>
    <name>ArticleTexts</name>
    <message>
        <source>not quoted yet</source>
        <translation>not quoted yet</translation>
    </message>
    <message numerus="yes">
        <source>quoted %n time(s)</source>
        <translation>
            <numerusform>quoted once</numerusform>
            <numerusform>quoted %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>helped %1 %</source>
        <translation>helped %1 %</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Filter the items</source>
        <translation>Filter the items</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>Which items</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Grouped by</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Add an item…</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>Items of this release</source>
        <translation>Items of this release</translation>
    </message>
</context>
<context>
    <name>CanaryPage</name>
    <message>
        <source>Reason for the decision</source>
        <translation>Reason for the decision</translation>
    </message>
    <message>
        <source>Reason: needed to hold, to abort, and to go against what is proposed</source>
        <translation>Reason: needed to hold, to abort, and to go against what is proposed</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promote</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abort</translation>
    </message>
    <message>
        <source>Watched figures. A value noted here counts as a reading of now.</source>
        <translation>Watched figures. A value noted here counts as a reading of now.</translation>
    </message>
    <message>
        <source>Watched figures</source>
        <translation>Watched figures</translation>
    </message>
    <message>
        <source>Read from a &amp;Prometheus server:</source>
        <translation>Read from a &amp;Prometheus server:</translation>
    </message>
    <message>
        <source>Its address, such as http://prometheus:9090; empty: this program&apos;s own figures</source>
        <translation>Its address, such as http://prometheus:9090; empty: this program&apos;s own figures</translation>
    </message>
    <message>
        <source>The stages set in how many conversations AI &amp;helps</source>
        <translation>The stages set in how many conversations AI &amp;helps</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Change the plan…</translation>
    </message>
    <message>
        <source>Other stages and watched figures</source>
        <translation>Other stages and watched figures</translation>
    </message>
</context>
<context>
    <name>ChangesPart</name>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>What is different</translation>
    </message>
</context>
<context>
    <name>ChatsPanel</name>
    <message>
        <source>Search all messages</source>
        <translation>Search all messages</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Search results</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>A name in braces is filled in when the check runs: {host}, {redis}, {log_token}. Secrets are never written here.</source>
        <translation>A name in braces is filled in when the check runs: {host}, {redis}, {log_token}. Secrets are never written here.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>Looks at</translation>
    </message>
    <message>
        <source>This kind needs nothing more.</source>
        <translation>This kind needs nothing more.</translation>
    </message>
    <message>
        <source>Other parameters, as JSON</source>
        <translation>Other parameters, as JSON</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>The check</source>
        <translation>The check</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Checks of this item</source>
        <translation>Checks of this item</translation>
    </message>
    <message>
        <source>Nothing is checked by the program. With a check it looks by itself: an address that answers, a command that ends well, a certificate that is still valid.</source>
        <translation>Nothing is checked by the program. With a check it looks by itself: an address that answers, a command that ends well, a certificate that is still valid.</translation>
    </message>
    <message>
        <source>Add a check…</source>
        <translation>Add a check…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove the check</source>
        <translation>Remove the check</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Redis address</source>
        <translation>Redis address</translation>
    </message>
    <message>
        <source>Log token</source>
        <translation>Log token</translation>
    </message>
    <message>
        <source>Prometheus address</source>
        <translation>Prometheus address</translation>
    </message>
    <message>
        <source>Answers within, ms</source>
        <translation>Answers within, ms</translation>
    </message>
    <message>
        <source>Given up after, ms</source>
        <translation>Given up after, ms</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>At most so old, minutes</source>
        <translation>At most so old, minutes</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>Expected status</source>
        <translation>Expected status</translation>
    </message>
    <message>
        <source>The JSON has</source>
        <translation>The JSON has</translation>
    </message>
    <message>
        <source>Says, one text a line</source>
        <translation>Says, one text a line</translation>
    </message>
    <message>
        <source>Does not say, one text a line</source>
        <translation>Does not say, one text a line</translation>
    </message>
    <message>
        <source>Command, one argument a line</source>
        <translation>Command, one argument a line</translation>
    </message>
    <message>
        <source>It is one line for the shell</source>
        <translation>It is one line for the shell</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>In the folder</translation>
    </message>
    <message>
        <source>Variables that it is given, one a line</source>
        <translation>Variables that it is given, one a line</translation>
    </message>
    <message>
        <source>Given up after, minutes</source>
        <translation>Given up after, minutes</translation>
    </message>
    <message>
        <source>Prometheus server (empty: this program)</source>
        <translation>Prometheus server (empty: this program)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Or a query to that server</source>
        <translation>Or a query to that server</translation>
    </message>
    <message>
        <source>Is bad when</source>
        <translation>Is bad when</translation>
    </message>
    <message>
        <source>above</source>
        <translation>above</translation>
    </message>
    <message>
        <source>below</source>
        <translation>below</translation>
    </message>
    <message>
        <source>The limit</source>
        <translation>The limit</translation>
    </message>
    <message>
        <source>Valid for, days at least</source>
        <translation>Valid for, days at least</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>It is restored, to see that it can be</source>
        <translation>It is restored, to see that it can be</translation>
    </message>
    <message>
        <source>So many of the newest conversations</source>
        <translation>So many of the newest conversations</translation>
    </message>
    <message>
        <source>Different turns at most</source>
        <translation>Different turns at most</translation>
    </message>
    <message>
        <source>“%1” is a number.</source>
        <translation>“%1” is a number.</translation>
    </message>
    <message>
        <source>“%1” is a number from %2 to %3.</source>
        <translation>“%1” is a number from %2 to %3.</translation>
    </message>
    <message>
        <source>“%1”: statuses from 100 to 599, with commas between them.</source>
        <translation>“%1”: statuses from 100 to 599, with commas between them.</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>“%1” is needed.</translation>
    </message>
    <message>
        <source>The other parameters are a JSON object: {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>The other parameters are a JSON object: {&quot;name&quot;: &quot;value&quot;}.</translation>
    </message>
    <message>
        <source>A figure or a query: one of the two.</source>
        <translation>A figure or a query: one of the two.</translation>
    </message>
    <message>
        <source>A query is asked of a Prometheus server: say which.</source>
        <translation>A query is asked of a Prometheus server: say which.</translation>
    </message>
    <message>
        <source>Web address (HTTP)</source>
        <translation>Web address (HTTP)</translation>
    </message>
    <message>
        <source>Command on this machine</source>
        <translation>Command on this machine</translation>
    </message>
    <message>
        <source>Figure against a limit</source>
        <translation>Figure against a limit</translation>
    </message>
    <message>
        <source>Certificate (TLS)</source>
        <translation>Certificate (TLS)</translation>
    </message>
    <message>
        <source>Open port (TCP)</source>
        <translation>Open port (TCP)</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Age of a file</source>
        <translation>Age of a file</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Last backup</translation>
    </message>
    <message>
        <source>Ledger of this release</source>
        <translation>Ledger of this release</translation>
    </message>
    <message>
        <source>Replay of recorded conversations</source>
        <translation>Replay of recorded conversations</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alert rules</translation>
    </message>
</context>
<context>
    <name>ChecksPart</name>
    <message>
        <source>Checks of this item</source>
        <translation>Checks of this item</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>Run all</translation>
    </message>
    <message>
        <source>Run this one</source>
        <translation>Run this one</translation>
    </message>
    <message>
        <source>Run the section</source>
        <translation>Run the section</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>These commands run on this machine as you. It is asked once for each.</source>
        <translation>These commands run on this machine as you. It is asked once for each.</translation>
    </message>
    <message>
        <source>Commands to confirm</source>
        <translation>Commands to confirm</translation>
    </message>
    <message>
        <source>Run them here</source>
        <translation>Run them here</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>What the checks print</source>
        <translation>What the checks print</translation>
    </message>
    <message>
        <source>What they print appears here while they run, and is kept as evidence.</source>
        <translation>What they print appears here while they run, and is kept as evidence.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Compare with</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <source>and</source>
        <translation>and</translation>
    </message>
    <message>
        <source>And with</source>
        <translation>And with</translation>
    </message>
    <message>
        <source>The two side by side</source>
        <translation>The two side by side</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>What is different</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Reply</translation>
    </message>
    <message>
        <source>Private &amp;note</source>
        <translation>Private &amp;note</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Send reply</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Articles that fit this conversation</source>
        <translation>Articles that fit this conversation</translation>
    </message>
    <message>
        <source>AI help</source>
        <translation>AI help</translation>
    </message>
    <message>
        <source>A suggested reply, another wording, a translation, a summary. Nothing is sent to the customer by itself.</source>
        <translation>A suggested reply, another wording, a translation, a summary. Nothing is sent to the customer by itself.</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Choose a conversation on the left.</source>
        <translation>Choose a conversation on the left.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Back to the bot</source>
        <translation>Back to the bot</translation>
    </message>
    <message>
        <source>Close conversation</source>
        <translation>Close conversation</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Handoff card</source>
        <translation>Handoff card</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>a comment in line %1 would change the text</source>
        <translation>a comment in line %1 would change the text</translation>
    </message>
    <message>
        <source>a document of over 64 MB</source>
        <translation>a document of over 64 MB</translation>
    </message>
    <message>
        <source>a figure is a number</source>
        <translation>a figure is a number</translation>
    </message>
    <message>
        <source>a file is shown with its bytes</source>
        <translation>a file is shown with its bytes</translation>
    </message>
    <message>
        <source>a file of over 20 MB</source>
        <translation>a file of over 20 MB</translation>
    </message>
    <message>
        <source>a ledger key has at least 32 bytes, not %1</source>
        <translation>a ledger key has at least 32 bytes, not %1</translation>
    </message>
    <message>
        <source>a line is longer than 64 MB</source>
        <translation>a line is longer than 64 MB</translation>
    </message>
    <message>
        <source>a line of over 1 MB</source>
        <translation>a line of over 1 MB</translation>
    </message>
    <message>
        <source>a name has 1 to 80 characters</source>
        <translation>a name has 1 to 80 characters</translation>
    </message>
    <message>
        <source>a name holds no invisible characters</source>
        <translation>a name holds no invisible characters</translation>
    </message>
    <message>
        <source>a person has a role at least</source>
        <translation>a person has a role at least</translation>
    </message>
    <message>
        <source>a record&apos;s field %1</source>
        <translation>a record&apos;s field %1</translation>
    </message>
    <message>
        <source>a secret is no evidence</source>
        <translation>a secret is no evidence</translation>
    </message>
    <message>
        <source>a secret is no parameter</source>
        <translation>a secret is no parameter</translation>
    </message>
    <message>
        <source>a secret is no part of a plan</source>
        <translation>a secret is no part of a plan</translation>
    </message>
    <message>
        <source>a secret is not for all to read</source>
        <translation>a secret is not for all to read</translation>
    </message>
    <message>
        <source>a text is missing</source>
        <translation>a text is missing</translation>
    </message>
    <message>
        <source>a text is too long</source>
        <translation>a text is too long</translation>
    </message>
    <message>
        <source>a title, and items that fit together</source>
        <translation>a title, and items that fit together</translation>
    </message>
    <message>
        <source>a title, items that fit together, and not too many</source>
        <translation>a title, items that fit together, and not too many</translation>
    </message>
    <message>
        <source>a window needs a title and an end after its start</source>
        <translation>a window needs a title and an end after its start</translation>
    </message>
    <message>
        <source>an id that a comment cannot hold</source>
        <translation>an id that a comment cannot hold</translation>
    </message>
    <message>
        <source>are too many</source>
        <translation>are too many</translation>
    </message>
    <message>
        <source>changes an unknown item</source>
        <translation>changes an unknown item</translation>
    </message>
    <message>
        <source>each stage takes more, up to 100 %</source>
        <translation>each stage takes more, up to 100 %</translation>
    </message>
    <message>
        <source>has a check without a kind, or without an id of its own</source>
        <translation>has a check without a kind, or without an id of its own</translation>
    </message>
    <message>
        <source>has a time below nothing or above ten years</source>
        <translation>has a time below nothing or above ten years</translation>
    </message>
    <message>
        <source>has no id</source>
        <translation>has no id</translation>
    </message>
    <message>
        <source>has no title</source>
        <translation>has no title</translation>
    </message>
    <message>
        <source>is too deep</source>
        <translation>is too deep</translation>
    </message>
    <message>
        <source>knows no &apos;%1&apos;</source>
        <translation>knows no &apos;%1&apos;</translation>
    </message>
    <message>
        <source>libsodium does not start</source>
        <translation>libsodium does not start</translation>
    </message>
    <message>
        <source>line %1 is not UTF-8</source>
        <translation>line %1 is not UTF-8</translation>
    </message>
    <message>
        <source>line %1 of the ledger was not written so</source>
        <translation>line %1 of the ledger was not written so</translation>
    </message>
    <message>
        <source>locked: the passphrase is needed again</source>
        <translation>locked: the passphrase is needed again</translation>
    </message>
    <message>
        <source>needs a figure and a limit</source>
        <translation>needs a figure and a limit</translation>
    </message>
    <message>
        <source>needs an id and a version from 1 on</source>
        <translation>needs an id and a version from 1 on</translation>
    </message>
    <message>
        <source>no entry of a ledger</source>
        <translation>no entry of a ledger</translation>
    </message>
    <message>
        <source>no head of a ledger</source>
        <translation>no head of a ledger</translation>
    </message>
    <message>
        <source>no item %1</source>
        <translation>no item %1</translation>
    </message>
    <message>
        <source>no memory to hash a passphrase</source>
        <translation>no memory to hash a passphrase</translation>
    </message>
    <message>
        <source>no record of a release</source>
        <translation>no record of a release</translation>
    </message>
    <message>
        <source>no role of this person allows it</source>
        <translation>no role of this person allows it</translation>
    </message>
    <message>
        <source>no section %1</source>
        <translation>no section %1</translation>
    </message>
    <message>
        <source>no such freeze window</source>
        <translation>no such freeze window</translation>
    </message>
    <message>
        <source>no such person</source>
        <translation>no such person</translation>
    </message>
    <message>
        <source>no task at byte %1</source>
        <translation>no task at byte %1</translation>
    </message>
    <message>
        <source>no word for %1</source>
        <translation>no word for %1</translation>
    </message>
    <message>
        <source>nobody says what was found</source>
        <translation>nobody says what was found</translation>
    </message>
    <message>
        <source>nobody signs</source>
        <translation>nobody signs</translation>
    </message>
    <message>
        <source>not a list of checks in JSON</source>
        <translation>not a list of checks in JSON</translation>
    </message>
    <message>
        <source>not a web address</source>
        <translation>not a web address</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>not of schema %1</source>
        <translation>not of schema %1</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>nothing was pasted</translation>
    </message>
    <message>
        <source>one kind of evidence at a time</source>
        <translation>one kind of evidence at a time</translation>
    </message>
    <message>
        <source>over %1 items</source>
        <translation>over %1 items</translation>
    </message>
    <message>
        <source>over 200,000 tasks</source>
        <translation>over 200,000 tasks</translation>
    </message>
    <message>
        <source>over 64 MB</source>
        <translation>over 64 MB</translation>
    </message>
    <message>
        <source>say first who you are</source>
        <translation>say first who you are</translation>
    </message>
    <message>
        <source>somebody else changed the release first</source>
        <translation>somebody else changed the release first</translation>
    </message>
    <message>
        <source>somebody has that name</source>
        <translation>somebody has that name</translation>
    </message>
    <message>
        <source>the last lead stays one</source>
        <translation>the last lead stays one</translation>
    </message>
    <message>
        <source>the last stage takes 100 %</source>
        <translation>the last stage takes 100 %</translation>
    </message>
    <message>
        <source>the ledger has no head</source>
        <translation>the ledger has no head</translation>
    </message>
    <message>
        <source>the ledger was written with another key</source>
        <translation>the ledger was written with another key</translation>
    </message>
    <message>
        <source>this is not the passphrase</source>
        <translation>this is not the passphrase</translation>
    </message>
    <message>
        <source>this person is locked out</source>
        <translation>this person is locked out</translation>
    </message>
    <message>
        <source>this person was changed meanwhile</source>
        <translation>this person was changed meanwhile</translation>
    </message>
    <message>
        <source>too many changes wait</source>
        <translation>too many changes wait</translation>
    </message>
    <message>
        <source>too many passphrases to check</source>
        <translation>too many passphrases to check</translation>
    </message>
    <message>
        <source>wait %1 s for the next passphrase</source>
        <translation>wait %1 s for the next passphrase</translation>
    </message>
    <message>
        <source>%1 levels inside each other in line %2</source>
        <translation>%1 levels inside each other in line %2</translation>
    </message>
    <message>
        <source>%1, not UTF-8</source>
        <translation>%1, not UTF-8</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>an item</translation>
    </message>
    <message>
        <source>canary</source>
        <translation>canary</translation>
    </message>
    <message>
        <source>canary&apos;s watch</source>
        <translation>canary&apos;s watch</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>item %1</translation>
    </message>
    <message>
        <source>items</source>
        <translation>items</translation>
    </message>
    <message>
        <source>section %1</source>
        <translation>section %1</translation>
    </message>
    <message>
        <source>rollback&apos;s step</source>
        <translation>rollback&apos;s step</translation>
    </message>
    <message>
        <source>sign-off %1</source>
        <translation>sign-off %1</translation>
    </message>
    <message>
        <source>strategy %1</source>
        <translation>strategy %1</translation>
    </message>
    <message>
        <source>template %1</source>
        <translation>template %1</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>trigger %1</translation>
    </message>
    <message>
        <source>two sections of one id</source>
        <translation>two sections of one id</translation>
    </message>
    <message>
        <source>two items of one id</source>
        <translation>two items of one id</translation>
    </message>
    <message>
        <source>the section is not there</source>
        <translation>the section is not there</translation>
    </message>
    <message>
        <source>what it is a part of is not there</source>
        <translation>what it is a part of is not there</translation>
    </message>
    <message>
        <source>what it is a part of stands in another section</source>
        <translation>what it is a part of stands in another section</translation>
    </message>
    <message>
        <source>what it waits for is not there</source>
        <translation>what it waits for is not there</translation>
    </message>
    <message>
        <source>they wait for each other</source>
        <translation>they wait for each other</translation>
    </message>
    <message>
        <source>it was changed meanwhile</source>
        <translation>it was changed meanwhile</translation>
    </message>
    <message>
        <source>no other strategy</source>
        <translation>no other strategy</translation>
    </message>
    <message>
        <source>no release %1</source>
        <translation>no release %1</translation>
    </message>
    <message>
        <source>passphrases are in use</source>
        <translation>passphrases are in use</translation>
    </message>
    <message>
        <source>the output cannot be written</source>
        <translation>the output cannot be written</translation>
    </message>
    <message>
        <source>--every is longer than --for</source>
        <translation>--every is longer than --for</translation>
    </message>
    <message>
        <source>--failed is said of a figure: with --metric</source>
        <translation>--failed is said of a figure: with --metric</translation>
    </message>
</context>
<context>
    <name>DoorPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>I am new here</source>
        <translation>I am new here</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Somebody else</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase a text</source>
        <translation>Erase a text</translation>
    </message>
    <message>
        <source>Texts of this item</source>
        <translation>Texts of this item</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>Why it goes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Erase for ever</translation>
    </message>
    <message>
        <source>What goes for ever: the text, its copies, and a file that nothing else shows. What stays: who, when, and the hash, so the ledger stays sound; and that you erased it. Older backups may still hold it until newer ones replace them.</source>
        <translation>What goes for ever: the text, its copies, and a file that nothing else shows. What stays: who, when, and the hash, so the ledger stays sound; and that you erased it. Older backups may still hold it until newer ones replace them.</translation>
    </message>
</context>
<context>
    <name>EraseSourceDialog</name>
    <message>
        <source>Erase the imported file</source>
        <translation>Erase the imported file</translation>
    </message>
    <message>
        <source>What goes for ever: the file that this release was made from, so it cannot be saved again as it came. What stays: the items that were made of it; and that you erased it. Older backups may still hold it until newer ones replace them.</source>
        <translation>What goes for ever: the file that this release was made from, so it cannot be saved again as it came. What stays: the items that were made of it; and that you erased it. Older backups may still hold it until newer ones replace them.</translation>
    </message>
    <message>
        <source>Why it goes</source>
        <translation>Why it goes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Erase for ever</source>
        <translation>Erase for ever</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>That is no longer there.</source>
        <translation>That is no longer there.</translation>
    </message>
    <message>
        <source>Somebody else was faster. This is how it stands now.</source>
        <translation>Somebody else was faster. This is how it stands now.</translation>
    </message>
    <message>
        <source>Too much is waiting already. Try again in a moment.</source>
        <translation>Too much is waiting already. Try again in a moment.</translation>
    </message>
    <message>
        <source>It took too long. Try again.</source>
        <translation>It took too long. Try again.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>It was cancelled.</translation>
    </message>
    <message>
        <source>The disk cannot be written now. Nothing is lost; try again.</source>
        <translation>The disk cannot be written now. Nothing is lost; try again.</translation>
    </message>
    <message>
        <source>That was too often. Wait a little.</source>
        <translation>That was too often. Wait a little.</translation>
    </message>
    <message>
        <source>That is not possible as the conversation stands now.</source>
        <translation>That is not possible as the conversation stands now.</translation>
    </message>
    <message>
        <source>That cannot be used. Check what you wrote.</source>
        <translation>That cannot be used. Check what you wrote.</translation>
    </message>
    <message>
        <source>The stored data is damaged there. A backup may help.</source>
        <translation>The stored data is damaged there. A backup may help.</translation>
    </message>
    <message>
        <source>A key is missing.</source>
        <translation>A key is missing.</translation>
    </message>
    <message>
        <source>Something in Relevo itself went wrong. The log says more.</source>
        <translation>Something in Relevo itself went wrong. The log says more.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>Brand</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>In their words</source>
        <translation>In their words</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Error code</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>Experience</translation>
    </message>
    <message>
        <source>Has help at hand</source>
        <translation>Has help at hand</translation>
    </message>
    <message>
        <source>little</source>
        <translation>little</translation>
    </message>
    <message>
        <source>some</source>
        <translation>some</translation>
    </message>
    <message>
        <source>a lot</source>
        <translation>a lot</translation>
    </message>
    <message>
        <source>The customer closed the conversation</source>
        <translation>The customer closed the conversation</translation>
    </message>
    <message>
        <source>The conversation was closed</source>
        <translation>The conversation was closed</translation>
    </message>
    <message>
        <source>Closed: nobody wrote any more</source>
        <translation>Closed: nobody wrote any more</translation>
    </message>
    <message>
        <source>Closed without consent</source>
        <translation>Closed without consent</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>Stage: %1 → %2</source>
        <translation>Stage: %1 → %2</translation>
    </message>
    <message>
        <source>The customer waits for a person</source>
        <translation>The customer waits for a person</translation>
    </message>
    <message>
        <source>%1 took over</source>
        <translation>%1 took over</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>Back in the queue: %1 is away</source>
        <translation>Back in the queue: %1 is away</translation>
    </message>
    <message>
        <source>%1 gave the conversation back to the bot</source>
        <translation>%1 gave the conversation back to the bot</translation>
    </message>
    <message>
        <source>Rated: good</source>
        <translation>Rated: good</translation>
    </message>
    <message>
        <source>Rated: not good</source>
        <translation>Rated: not good</translation>
    </message>
    <message>
        <source>The texts of this conversation were erased</source>
        <translation>The texts of this conversation were erased</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>Private note by %1, %2: %3</source>
        <translation>Private note by %1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
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
        <translation>Name</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) cannot be read here</source>
        <translation>
            <numerusform>%n event cannot be read here</numerusform>
            <numerusform>%n events cannot be read here</numerusform>
        </translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>sending…</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ sent</translation>
    </message>
    <message>
        <source>✓✓ delivered</source>
        <translation>✓✓ delivered</translation>
    </message>
    <message>
        <source>✓✓ seen</source>
        <translation>✓✓ seen</translation>
    </message>
    <message>
        <source>⚠ not sent – click or press Enter to try again</source>
        <translation>⚠ not sent – click or press Enter to try again</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>waits %1</translation>
    </message>
    <message>
        <source>%1, Enter opens it</source>
        <translation>%1, Enter opens it</translation>
    </message>
</context>
<context>
    <name>EvidencePart</name>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>What the evidence says</source>
        <translation>What the evidence says</translation>
    </message>
    <message>
        <source>Save a copy of the file…</source>
        <translation>Save a copy of the file…</translation>
    </message>
    <message>
        <source>New evidence</source>
        <translation>New evidence</translation>
    </message>
    <message>
        <source>Paste what a command printed, or a link; or drop a file here</source>
        <translation>Paste what a command printed, or a link; or drop a file here</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>File…</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <source>The picture in the clipboard</source>
        <translation>The picture in the clipboard</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Nothing shows it yet.</source>
        <translation>Nothing shows it yet.</translation>
    </message>
    <message>
        <source>Figure…</source>
        <translation>Figure…</translation>
    </message>
    <message>
        <source>What somebody read, and whether it is what is asked for</source>
        <translation>What somebody read, and whether it is what is asked for</translation>
    </message>
</context>
<context>
    <name>FactsPart</name>
    <message>
        <source>What this item asks for</source>
        <translation>What this item asks for</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Set the date</translation>
    </message>
    <message>
        <source>Took, minutes</source>
        <translation>Took, minutes</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>Written down when you say Done</source>
        <translation>Written down when you say Done</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>What it waits for</translation>
    </message>
    <message>
        <source>Change what it asks for…</source>
        <translation>Change what it asks for…</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>That is no e-mail address: %1</source>
        <translation>That is no e-mail address: %1</translation>
    </message>
    <message>
        <source>WhatsApp needs 8 to 15 digits with the country code, without + or spaces.</source>
        <translation>WhatsApp needs 8 to 15 digits with the country code, without + or spaces.</translation>
    </message>
    <message>
        <source>A link begins with https://, for instance https://www.example.com.</source>
        <translation>A link begins with https://, for instance https://www.example.com.</translation>
    </message>
    <message>
        <source>An address to listen on is 127.0.0.1 (this machine), 0.0.0.0 (every network) or one of this machine&apos;s own: %1</source>
        <translation>An address to listen on is 127.0.0.1 (this machine), 0.0.0.0 (every network) or one of this machine&apos;s own: %1</translation>
    </message>
    <message>
        <source>An origin looks like https://www.example.com, without anything behind it: %1</source>
        <translation>An origin looks like https://www.example.com, without anything behind it: %1</translation>
    </message>
    <message>
        <source>A limit looks like 20/min, 100/h or off: %1</source>
        <translation>A limit looks like 20/min, 100/h or off: %1</translation>
    </message>
    <message>
        <source>Write a number of at least 1, or off: %1</source>
        <translation>Write a number of at least 1, or off: %1</translation>
    </message>
</context>
<context>
    <name>FigureDialog</name>
    <message>
        <source>A figure as evidence</source>
        <translation>A figure as evidence</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>p95 in seconds</source>
        <translation>p95 in seconds</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>It reads</translation>
    </message>
    <message>
        <source>It meets what is asked for</source>
        <translation>It meets what is asked for</translation>
    </message>
    <message>
        <source>It does not: it failed</source>
        <translation>It does not: it failed</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Passed</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>A schedule does not run checks of this kind (%1)</source>
        <translation>A schedule does not run checks of this kind (%1)</translation>
    </message>
    <message>
        <source>Nothing here can be checked for this (%1)</source>
        <translation>Nothing here can be checked for this (%1)</translation>
    </message>
    <message>
        <source>This command is not confirmed on this machine: %1</source>
        <translation>This command is not confirmed on this machine: %1</translation>
    </message>
    <message>
        <source>The check is wrong or incomplete: %1</source>
        <translation>The check is wrong or incomplete: %1</translation>
    </message>
    <message>
        <source>It needs a value for %1</source>
        <translation>It needs a value for %1</translation>
    </message>
    <message>
        <source>“%1” is no address that can be called</source>
        <translation>“%1” is no address that can be called</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 cannot be started: %2</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>It did not end within %1 ms</source>
        <translation>It did not end within %1 ms</translation>
    </message>
    <message>
        <source>There is no host called %1</source>
        <translation>There is no host called %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 cannot be reached: %2</translation>
    </message>
    <message>
        <source>%1 ended the connection too early</source>
        <translation>%1 ended the connection too early</translation>
    </message>
    <message>
        <source>No safe connection to %1: %2</source>
        <translation>No safe connection to %1: %2</translation>
    </message>
    <message>
        <source>It leads on to %1, where it is not followed</source>
        <translation>It leads on to %1, where it is not followed</translation>
    </message>
    <message>
        <source>The answer is larger than %1 bytes</source>
        <translation>The answer is larger than %1 bytes</translation>
    </message>
    <message>
        <source>It answered with status %1 instead of %2</source>
        <translation>It answered with status %1 instead of %2</translation>
    </message>
    <message>
        <source>The answer is no JSON</source>
        <translation>The answer is no JSON</translation>
    </message>
    <message>
        <source>The answer has no %1</source>
        <translation>The answer has no %1</translation>
    </message>
    <message>
        <source>%1 is %2 instead of %3</source>
        <translation>%1 is %2 instead of %3</translation>
    </message>
    <message>
        <source>“%1” is missing in the answer</source>
        <translation>“%1” is missing in the answer</translation>
    </message>
    <message>
        <source>“%1” stands in the answer</source>
        <translation>“%1” stands in the answer</translation>
    </message>
    <message>
        <source>It took %1 ms; %2 are allowed</source>
        <translation>It took %1 ms; %2 are allowed</translation>
    </message>
    <message>
        <source>It ended with code %1</source>
        <translation>It ended with code %1</translation>
    </message>
    <message>
        <source>It was ended by signal %1</source>
        <translation>It was ended by signal %1</translation>
    </message>
    <message>
        <source>The certificate ended %1 days ago</source>
        <translation>The certificate ended %1 days ago</translation>
    </message>
    <message>
        <source>The certificate is not valid yet, %1 days to go</source>
        <translation>The certificate is not valid yet, %1 days to go</translation>
    </message>
    <message>
        <source>The certificate ends in %1 days; %2 are asked for</source>
        <translation>The certificate ends in %1 days; %2 are asked for</translation>
    </message>
    <message>
        <source>The certificate is not for %1</source>
        <translation>The certificate is not for %1</translation>
    </message>
    <message>
        <source>The certificate vouches for itself</source>
        <translation>The certificate vouches for itself</translation>
    </message>
    <message>
        <source>Nobody trusted vouches for the certificate: %1</source>
        <translation>Nobody trusted vouches for the certificate: %1</translation>
    </message>
    <message>
        <source>What answers at %1 is no Redis</source>
        <translation>What answers at %1 is no Redis</translation>
    </message>
    <message>
        <source>Redis refuses: %1</source>
        <translation>Redis refuses: %1</translation>
    </message>
    <message>
        <source>There is no file %1</source>
        <translation>There is no file %1</translation>
    </message>
    <message>
        <source>The file is %1 minutes old; %2 are allowed</source>
        <translation>The file is %1 minutes old; %2 are allowed</translation>
    </message>
    <message>
        <source>The file is from %1 minutes ahead: is the clock right?</source>
        <translation>The file is from %1 minutes ahead: is the clock right?</translation>
    </message>
    <message>
        <source>There is no value of %1: %2</source>
        <translation>There is no value of %1: %2</translation>
    </message>
    <message>
        <source>%1 is %2; the limit is %3</source>
        <translation>%1 is %2; the limit is %3</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>No check may call %1 from here</source>
        <translation>No check may call %1 from here</translation>
    </message>
    <message>
        <source>%1 is this program&apos;s own secret; it is not told to %2</source>
        <translation>%1 is this program&apos;s own secret; it is not told to %2</translation>
    </message>
</context>
<context>
    <name>FreezePage</name>
    <message>
        <source>In a freeze window no release goes out without an override.</source>
        <translation>In a freeze window no release goes out without an override.</translation>
    </message>
    <message>
        <source>Frozen days</source>
        <translation>Frozen days</translation>
    </message>
    <message>
        <source>Freeze windows</source>
        <translation>Freeze windows</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Remove the window</source>
        <translation>Remove the window</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>Add a window</source>
        <translation>Add a window</translation>
    </message>
    <message>
        <source>Who changed it</source>
        <translation>Who changed it</translation>
    </message>
    <message>
        <source>No window was set yet.</source>
        <translation>No window was set yet.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Why not, and what would turn it. Enter or a double click opens the item.</source>
        <translation>Why not, and what would turn it. Enter or a double click opens the item.</translation>
    </message>
    <message>
        <source>Reasons for no</source>
        <translation>Reasons for no</translation>
    </message>
</context>
<context>
    <name>HandoffCard</name>
    <message>
        <source>%1 (it helped)</source>
        <translation>%1 (it helped)</translation>
    </message>
    <message>
        <source>%1 (no change)</source>
        <translation>%1 (no change)</translation>
    </message>
    <message>
        <source>%1 (could not be done)</source>
        <translation>%1 (could not be done)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Mood</translation>
    </message>
    <message>
        <source>The customer is upset.</source>
        <translation>The customer is upset.</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Nothing is known yet.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>The AI server takes no more questions for now. Try again after %1.</source>
        <translation>The AI server takes no more questions for now. Try again after %1.</translation>
    </message>
    <message>
        <source>The AI server takes no more questions for now. Try again in a minute.</source>
        <translation>The AI server takes no more questions for now. Try again in a minute.</translation>
    </message>
    <message>
        <source>AI cannot be reached now. Try again after %1.</source>
        <translation>AI cannot be reached now. Try again after %1.</translation>
    </message>
    <message>
        <source>AI cannot be reached now. Try again later.</source>
        <translation>AI cannot be reached now. Try again later.</translation>
    </message>
    <message>
        <source>Make it shorter</source>
        <translation>Make it shorter</translation>
    </message>
    <message>
        <source>Make it clearer</source>
        <translation>Make it clearer</translation>
    </message>
    <message>
        <source>Make it friendlier</source>
        <translation>Make it friendlier</translation>
    </message>
    <message>
        <source>Make it more formal</source>
        <translation>Make it more formal</translation>
    </message>
    <message>
        <source>Translate what I wrote for the customer</source>
        <translation>Translate what I wrote for the customer</translation>
    </message>
    <message>
        <source>Translate the customer&apos;s words for me</source>
        <translation>Translate the customer&apos;s words for me</translation>
    </message>
    <message>
        <source>Sum up the conversation</source>
        <translation>Sum up the conversation</translation>
    </message>
    <message>
        <source>Suggest a reply</source>
        <translation>Suggest a reply</translation>
    </message>
    <message>
        <source>The answer was too long and is cut.</source>
        <translation>The answer was too long and is cut.</translation>
    </message>
    <message>
        <source>Read it before you use it.</source>
        <translation>Read it before you use it.</translation>
    </message>
    <message>
        <source>AI broke off: this is only a part.</source>
        <translation>AI broke off: this is only a part.</translation>
    </message>
    <message>
        <source>No AI is connected. Connect one in Settings → AI.</source>
        <translation>No AI is connected. Connect one in Settings → AI.</translation>
    </message>
    <message>
        <source>Smart mode is off for all. Switch it on in Settings → AI.</source>
        <translation>Smart mode is off for all. Switch it on in Settings → AI.</translation>
    </message>
    <message>
        <source>Write something to the customer first.</source>
        <translation>Write something to the customer first.</translation>
    </message>
    <message>
        <source>There are no words here yet.</source>
        <translation>There are no words here yet.</translation>
    </message>
    <message>
        <source>The texts of this conversation were erased.</source>
        <translation>The texts of this conversation were erased.</translation>
    </message>
    <message>
        <source>None of the AI servers can do this. Settings → AI shows what each can do.</source>
        <translation>None of the AI servers can do this. Settings → AI shows what each can do.</translation>
    </message>
    <message>
        <source>The AI server&apos;s key is missing or locked away. Give it in Settings → AI.</source>
        <translation>The AI server&apos;s key is missing or locked away. Give it in Settings → AI.</translation>
    </message>
    <message>
        <source>The AI server does not take the key. Mend it in Settings → AI.</source>
        <translation>The AI server does not take the key. Mend it in Settings → AI.</translation>
    </message>
    <message>
        <source>AI took too long. Try again.</source>
        <translation>AI took too long. Try again.</translation>
    </message>
    <message>
        <source>That is more text than the AI model takes. Try a shorter text or another model.</source>
        <translation>That is more text than the AI model takes. Try a shorter text or another model.</translation>
    </message>
    <message>
        <source>The AI server refused to answer this.</source>
        <translation>The AI server refused to answer this.</translation>
    </message>
    <message>
        <source>The AI server does not take our question: the model or the account may be the reason. Test it in Settings → AI.</source>
        <translation>The AI server does not take our question: the model or the account may be the reason. Test it in Settings → AI.</translation>
    </message>
    <message>
        <source>AI&apos;s answer cannot be used. Try again.</source>
        <translation>AI&apos;s answer cannot be used. Try again.</translation>
    </message>
    <message>
        <source>Today&apos;s budget for AI is spent. Settings → AI has the daily cap.</source>
        <translation>Today&apos;s budget for AI is spent. Settings → AI has the daily cap.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>from no message</source>
        <translation>from no message</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>message %1</translation>
    </message>
    <message>
        <source>Wants</source>
        <translation>Wants</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Fact</translation>
    </message>
    <message>
        <source>Open question</source>
        <translation>Open question</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Mood</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>AI help</source>
        <translation>AI help</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Close AI help</source>
        <translation>Close AI help</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>AI&apos;s text</source>
        <translation>AI&apos;s text</translation>
    </message>
    <message>
        <source>Summary; Enter shows a line&apos;s message</source>
        <translation>Summary; Enter shows a line&apos;s message</translation>
    </message>
    <message>
        <source>Exactly what is sent to AI</source>
        <translation>Exactly what is sent to AI</translation>
    </message>
    <message>
        <source>Send to AI</source>
        <translation>Send to AI</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Puts the text where the cursor is; nothing is sent</source>
        <translation>Puts the text where the cursor is; nothing is sent</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Puts the text in place of what is written; nothing is sent</source>
        <translation>Puts the text in place of what is written; nothing is sent</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Show exactly what will be sent</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>This helped</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>This did not help</translation>
    </message>
    <message>
        <source>What was good or wrong? Stays with this conversation.</source>
        <translation>What was good or wrong? Stays with this conversation.</translation>
    </message>
    <message>
        <source>Comment on AI&apos;s text</source>
        <translation>Comment on AI&apos;s text</translation>
    </message>
    <message>
        <source>Save comment</source>
        <translation>Save comment</translation>
    </message>
</context>
<context>
    <name>HelpRatings</name>
    <message>
        <source>What agents thought of AI&apos;s help</source>
        <translation>What agents thought of AI&apos;s help</translation>
    </message>
    <message>
        <source>Ratings of AI&apos;s help</source>
        <translation>Ratings of AI&apos;s help</translation>
    </message>
</context>
<context>
    <name>HistoryPart</name>
    <message>
        <source>History of this item</source>
        <translation>History of this item</translation>
    </message>
    <message>
        <source>Nothing has happened to it yet.</source>
        <translation>Nothing has happened to it yet.</translation>
    </message>
    <message>
        <source>Erase a text…</source>
        <translation>Erase a text…</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import a release</source>
        <translation>Import a release</translation>
    </message>
    <message>
        <source>Drop a Markdown file here: a list of tasks, or a document that says how far things are. You see what was understood and correct it before anything is saved.</source>
        <translation>Drop a Markdown file here: a list of tasks, or a document that says how far things are. You see what was understood and correct it before anything is saved.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Sign-offs, canary and rollback</source>
        <translation>Sign-offs, canary and rollback</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>What was understood</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Another file</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Create the release</source>
        <translation>Create the release</translation>
    </message>
</context>
<context>
    <name>Intents</name>
    <message>
        <source>Technical problem</source>
        <translation>Technical problem</translation>
    </message>
    <message>
        <source>Slow or freezing</source>
        <translation>Slow or freezing</translation>
    </message>
    <message>
        <source>Internet or connection</source>
        <translation>Internet or connection</translation>
    </message>
    <message>
        <source>Install something</source>
        <translation>Install something</translation>
    </message>
    <message>
        <source>Configure something</source>
        <translation>Configure something</translation>
    </message>
    <message>
        <source>How to do something</source>
        <translation>How to do something</translation>
    </message>
    <message>
        <source>Question about the shop</source>
        <translation>Question about the shop</translation>
    </message>
    <message>
        <source>General question</source>
        <translation>General question</translation>
    </message>
    <message>
        <source>Frustration</source>
        <translation>Frustration</translation>
    </message>
    <message>
        <source>Greeting or thanks</source>
        <translation>Greeting or thanks</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>End the conversation</source>
        <translation>End the conversation</translation>
    </message>
    <message>
        <source>Erase my data</source>
        <translation>Erase my data</translation>
    </message>
    <message>
        <source>Nothing of ours</source>
        <translation>Nothing of ours</translation>
    </message>
    <message>
        <source>Wants a person</source>
        <translation>Wants a person</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>What is changed here voids the signatures given before, where the gate could feel it.</source>
        <translation>What is changed here voids the signatures given before, where the gate could feel it.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Counts as done when</source>
        <translation>Counts as done when</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Must show</source>
        <translation>Must show</translation>
    </message>
    <message>
        <source>Estimate, minutes</source>
        <translation>Estimate, minutes</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>not said</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>Items that it waits for</source>
        <translation>Items that it waits for</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>Remove the item</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>About this item</translation>
    </message>
    <message>
        <source>Done once the release is out: the gate does not ask for it</source>
        <translation>Done once the release is out: the gate does not ask for it</translation>
    </message>
    <message>
        <source>Evidence holds for</source>
        <translation>Evidence holds for</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>for ever</translation>
    </message>
    <message>
        <source>Hours or days</source>
        <translation>Hours or days</translation>
    </message>
    <message>
        <source>Checks that Relevo runs</source>
        <translation>Checks that Relevo runs</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>Due, hours from the beginning</source>
        <translation>Due, hours from the beginning</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>with commas between them</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Choose an item on the left: what it asks for, who does it, what shows that it is done.</source>
        <translation>Choose an item on the left: what it asks for, who does it, what shows that it is done.</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>About this item</translation>
    </message>
</context>
<context>
    <name>ItemsPart</name>
    <message>
        <source>Items of the template</source>
        <translation>Items of the template</translation>
    </message>
    <message>
        <source>No items yet. An item says what has to be done before a go, by whom, and what shows it: add the first one.</source>
        <translation>No items yet. An item says what has to be done before a go, by whom, and what shows it: add the first one.</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Add an item…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove the item</source>
        <translation>Remove the item</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Up (Ctrl+Up)</source>
        <translation>Up (Ctrl+Up)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Down (Ctrl+Down)</source>
        <translation>Down (Ctrl+Down)</translation>
    </message>
</context>
<context>
    <name>KnowledgePanel</name>
    <message>
        <source>Search the articles</source>
        <translation>Search the articles</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>What customers ask again and again, written once.
The bot quotes an article where it answers a question, and you can insert it beside the composer.

Choose an article on the left, or write a new one: Ctrl+N.</source>
        <translation>What customers ask again and again, written once.
The bot quotes an article where it answers a question, and you can insert it beside the composer.

Choose an article on the left, or write a new one: Ctrl+N.</translation>
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
        <translation>Chats</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>I am</source>
        <translation>I am</translation>
    </message>
    <message>
        <source>My presence</source>
        <translation>My presence</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>Opens how AI is doing</source>
        <translation>Opens how AI is doing</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
</context>
<context>
    <name>Masking</name>
    <message>
        <source>private key</source>
        <translation>private key</translation>
    </message>
    <message>
        <source>web token (JWT)</source>
        <translation>web token (JWT)</translation>
    </message>
    <message>
        <source>access key</source>
        <translation>access key</translation>
    </message>
    <message>
        <source>user and password of an address</source>
        <translation>user and password of an address</translation>
    </message>
    <message>
        <source>token of an address</source>
        <translation>token of an address</translation>
    </message>
    <message>
        <source>password</source>
        <translation>password</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>e-mail address</translation>
    </message>
    <message>
        <source>alias of a bank account</source>
        <translation>alias of a bank account</translation>
    </message>
    <message>
        <source>card</source>
        <translation>card</translation>
    </message>
    <message>
        <source>passport</source>
        <translation>passport</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>street address</source>
        <translation>street address</translation>
    </message>
    <message>
        <source>name of a person of the conversation</source>
        <translation>name of a person of the conversation</translation>
    </message>
    <message>
        <source>the shape fits, read as: %1</source>
        <translation>the shape fits, read as: %1</translation>
    </message>
    <message>
        <source>the check digits are right</source>
        <translation>the check digits are right</translation>
    </message>
    <message>
        <source>the check digits are wrong</source>
        <translation>the check digits are wrong</translation>
    </message>
    <message>
        <source>the range of numbers is one that is issued</source>
        <translation>the range of numbers is one that is issued</translation>
    </message>
    <message>
        <source>it is punctuated as only this kind is</source>
        <translation>it is punctuated as only this kind is</translation>
    </message>
    <message>
        <source>“%1” speaks for it, words away: %2</source>
        <translation>“%1” speaks for it, words away: %2</translation>
    </message>
    <message>
        <source>“%1” makes it a number of the product or a price</source>
        <translation>“%1” makes it a number of the product or a price</translation>
    </message>
    <message>
        <source>it stands in a web address, with no word for it right before</source>
        <translation>it stands in a web address, with no word for it right before</translation>
    </message>
    <message>
        <source>the phone library knows such numbers: %1</source>
        <translation>the phone library knows such numbers: %1</translation>
    </message>
    <message>
        <source>the phone library knows no such number</source>
        <translation>the phone library knows no such number</translation>
    </message>
    <message>
        <source>nothing else looks like this</source>
        <translation>nothing else looks like this</translation>
    </message>
    <message>
        <source>nothing proves it: no right check digits, no range or punctuation of its own, no word near it</source>
        <translation>nothing proves it: no right check digits, no range or punctuation of its own, no word near it</translation>
    </message>
    <message>
        <source>something longer or more specific stands there: %1</source>
        <translation>something longer or more specific stands there: %1</translation>
    </message>
    <message>
        <source>masked, sure</source>
        <translation>masked, sure</translation>
    </message>
    <message>
        <source>masked, unsure</source>
        <translation>masked, unsure</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>left as it is</translation>
    </message>
</context>
<context>
    <name>MaskingTester</name>
    <message>
        <source>Personal-data tester</source>
        <translation>Personal-data tester</translation>
    </message>
    <message>
        <source>Write or paste a text to see what is masked in it wherever it leaves the program, and why. Nothing of it is stored or sent.</source>
        <translation>Write or paste a text to see what is masked in it wherever it leaves the program, and why. Nothing of it is stored or sent.</translation>
    </message>
    <message>
        <source>People whom the conversation knows</source>
        <translation>People whom the conversation knows</translation>
    </message>
    <message>
        <source>Names, with commas between</source>
        <translation>Names, with commas between</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>Text to test</source>
        <translation>Text to test</translation>
    </message>
    <message>
        <source>The text masked</source>
        <translation>The text masked</translation>
    </message>
    <message>
        <source>What was found, and why</source>
        <translation>What was found, and why</translation>
    </message>
    <message>
        <source>Copy the masked text</source>
        <translation>Copy the masked text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NewRelease</name>
    <message>
        <source>New release</source>
        <translation>New release</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What goes out, for instance Chat 2.4</source>
        <translation>What goes out, for instance Chat 2.4</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>https://staging.example.com, for the checks</source>
        <translation>https://staging.example.com, for the checks</translation>
    </message>
    <message>
        <source>It is planned for a date</source>
        <translation>It is planned for a date</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Make the release</source>
        <translation>Make the release</translation>
    </message>
</context>
<context>
    <name>Overrides</name>
    <message>
        <source>Overrides: two people in two roles, a reason, an end. They stay visible for ever.</source>
        <translation>Overrides: two people in two roles, a reason, an end. They stay visible for ever.</translation>
    </message>
    <message>
        <source>Overrides</source>
        <translation>Overrides</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Holds until</translation>
    </message>
    <message>
        <source>As</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Approve the selected one</source>
        <translation>Approve the selected one</translation>
    </message>
    <message>
        <source>Ask to go all the same</source>
        <translation>Ask to go all the same</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Who works here and what each may do. With a passphrase, nobody else acts under your name.</source>
        <translation>Who works here and what each may do. With a passphrase, nobody else acts under your name.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>Name of somebody new</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Name of the one selected</source>
        <translation>Name of the one selected</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>Lock out</translation>
    </message>
    <message>
        <source>Your passphrase now</source>
        <translation>Your passphrase now</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>Remove passphrase</translation>
    </message>
    <message>
        <source>Lock after minutes of silence</source>
        <translation>Lock after minutes of silence</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Its evidence has expired: show it anew.</source>
        <translation>Its evidence has expired: show it anew.</translation>
    </message>
    <message>
        <source>Its newest evidence says that it failed.</source>
        <translation>Its newest evidence says that it failed.</translation>
    </message>
    <message>
        <source>It needs evidence first.</source>
        <translation>It needs evidence first.</translation>
    </message>
    <message>
        <source>It needs evidence first: %1.</source>
        <translation>It needs evidence first: %1.</translation>
    </message>
    <message>
        <source>That is for: %1.</source>
        <translation>That is for: %1.</translation>
    </message>
    <message>
        <source>It is your own work: somebody else says that it is right.</source>
        <translation>It is your own work: somebody else says that it is right.</translation>
    </message>
    <message>
        <source>It is a blocker of your own: somebody else who may waive it says that it does not apply.</source>
        <translation>It is a blocker of your own: somebody else who may waive it says that it does not apply.</translation>
    </message>
    <message>
        <source>You have already given that.</source>
        <translation>You have already given that.</translation>
    </message>
    <message>
        <source>Say first who you are.</source>
        <translation>Say first who you are.</translation>
    </message>
    <message>
        <source>That is no longer there.</source>
        <translation>That is no longer there.</translation>
    </message>
    <message>
        <source>Its parts decide: this one follows them.</source>
        <translation>Its parts decide: this one follows them.</translation>
    </message>
    <message>
        <source>That sign-off is not asked for: its condition does not hold.</source>
        <translation>That sign-off is not asked for: its condition does not hold.</translation>
    </message>
    <message>
        <source>There is nothing to override.</source>
        <translation>There is nothing to override.</translation>
    </message>
    <message>
        <source>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</source>
        <translation>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</translation>
    </message>
    <message>
        <source>The gate says no.</source>
        <translation>The gate says no.</translation>
    </message>
    <message>
        <source>The plan does not fit together. Mend it first:</source>
        <translation>The plan does not fit together. Mend it first:</translation>
    </message>
    <message>
        <source>Not from its state now: %1.</source>
        <translation>Not from its state now: %1.</translation>
    </message>
    <message>
        <source>Not as it stands now.</source>
        <translation>Not as it stands now.</translation>
    </message>
    <message>
        <source>It needs a reason.</source>
        <translation>It needs a reason.</translation>
    </message>
    <message>
        <source>It needs an end that lies ahead.</source>
        <translation>It needs an end that lies ahead.</translation>
    </message>
    <message>
        <source>It waits for %1.</source>
        <translation>It waits for %1.</translation>
    </message>
    <message>
        <source>Its section begins when the blockers before it are verified: %1.</source>
        <translation>Its section begins when the blockers before it are verified: %1.</translation>
    </message>
    <message>
        <source>It is too early: from %1 on.</source>
        <translation>It is too early: from %1 on.</translation>
    </message>
    <message>
        <source>It is too early.</source>
        <translation>It is too early.</translation>
    </message>
    <message>
        <source>Somebody has worked on it, and that is never forgotten: say that it does not apply.</source>
        <translation>Somebody has worked on it, and that is never forgotten: say that it does not apply.</translation>
    </message>
    <message>
        <source>A time is below nothing or above ten years.</source>
        <translation>A time is below nothing or above ten years.</translation>
    </message>
    <message>
        <source>That is too far ahead: until %1 at most.</source>
        <translation>That is too far ahead: until %1 at most.</translation>
    </message>
    <message>
        <source>They would wait for each other for ever: %1.</source>
        <translation>They would wait for each other for ever: %1.</translation>
    </message>
    <message>
        <source>The section %1 is there twice.</source>
        <translation>The section %1 is there twice.</translation>
    </message>
    <message>
        <source>The item %1 is there twice.</source>
        <translation>The item %1 is there twice.</translation>
    </message>
    <message>
        <source>%1 stands in a section that is not there: %2.</source>
        <translation>%1 stands in a section that is not there: %2.</translation>
    </message>
    <message>
        <source>%1 is part of something that is not there: %2.</source>
        <translation>%1 is part of something that is not there: %2.</translation>
    </message>
    <message>
        <source>%1 is part of %2, which stands in another section.</source>
        <translation>%1 is part of %2, which stands in another section.</translation>
    </message>
    <message>
        <source>%1 waits for something that is not there: %2.</source>
        <translation>%1 waits for something that is not there: %2.</translation>
    </message>
    <message>
        <source>There is nothing left to erase.</source>
        <translation>There is nothing left to erase.</translation>
    </message>
    <message>
        <source>That is no longer there: %1.</source>
        <translation>That is no longer there: %1.</translation>
    </message>
    <message>
        <source>The next one comes from another person, in another role.</source>
        <translation>The next one comes from another person, in another role.</translation>
    </message>
</context>
<context>
    <name>ReleaseRow</name>
    <message>
        <source>%1 of %2 settled</source>
        <translation>%1 of %2 settled</translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s) open</source>
        <translation>
            <numerusform>%n blocker open</numerusform>
            <numerusform>%n blockers open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message>
        <source>out since %1</source>
        <translation>out since %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>made %1</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>cannot be read: %1</translation>
    </message>
</context>
<context>
    <name>ReleaseWords</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Waived</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>Blocker</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Pasted text</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Screenshot</translation>
    </message>
    <message>
        <source>Reading of a figure</source>
        <translation>Reading of a figure</translation>
    </message>
    <message>
        <source>Check that Relevo runs</source>
        <translation>Check that Relevo runs</translation>
    </message>
    <message>
        <source>said by a person</source>
        <translation>said by a person</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ passed</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ failed</translation>
    </message>
    <message>
        <source>✓ Go</source>
        <translation>✓ Go</translation>
    </message>
    <message>
        <source>⚠ Go, by override</source>
        <translation>⚠ Go, by override</translation>
    </message>
    <message>
        <source>✗ No-go</source>
        <translation>✗ No-go</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>canary running</source>
        <translation>canary running</translation>
    </message>
    <message>
        <source>canary held</source>
        <translation>canary held</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>aborted</translation>
    </message>
    <message>
        <source>released</source>
        <translation>released</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Failed…</source>
        <translation>Failed…</translation>
    </message>
    <message>
        <source>Blocked…</source>
        <translation>Blocked…</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Unblock</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Waive…</translation>
    </message>
    <message>
        <source>Does not apply…</source>
        <translation>Does not apply…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open again</translation>
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
        <translation>rolled back</translation>
    </message>
    <message>
        <source>Renew the waiver…</source>
        <translation>Renew the waiver…</translation>
    </message>
</context>
<context>
    <name>ReleasesPanel</name>
    <message>
        <source>Releases and what they are made of</source>
        <translation>Releases and what they are made of</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Releases</translation>
    </message>
    <message>
        <source>Import a checklist…</source>
        <translation>Import a checklist…</translation>
    </message>
    <message>
        <source>New release…</source>
        <translation>New release…</translation>
    </message>
    <message>
        <source>‹ Releases</source>
        <translation>‹ Releases</translation>
    </message>
    <message>
        <source>Back to all releases</source>
        <translation>Back to all releases</translation>
    </message>
    <message>
        <source>Pages of this release</source>
        <translation>Pages of this release</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>A release is a checklist that leads to a decision: who owes what, what shows it, and go or no-go with every reason.

Make the first one of a template with New release, or drop a Markdown checklist here.</source>
        <translation>A release is a checklist that leads to a decision: who owes what, what shows it, and go or no-go with every reason.

Make the first one of a template with New release, or drop a Markdown checklist here.</translation>
    </message>
    <message>
        <source>Title and date…</source>
        <translation>Title and date…</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Save as Markdown…</source>
        <translation>Save as Markdown…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Save as HTML…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Save the imported file…</source>
        <translation>Save the imported file…</translation>
    </message>
    <message>
        <source>A head that was given away before: its number and link</source>
        <translation>A head that was given away before: its number and link</translation>
    </message>
    <message>
        <source>Known head: number and link</source>
        <translation>Known head: number and link</translation>
    </message>
    <message>
        <source>Verify the ledger</source>
        <translation>Verify the ledger</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>The file that this release was made from</source>
        <translation>The file that this release was made from</translation>
    </message>
    <message>
        <source>Erase it…</source>
        <translation>Erase it…</translation>
    </message>
    <message>
        <source>Erase the imported file</source>
        <translation>Erase the imported file</translation>
    </message>
</context>
<context>
    <name>RescheduleDialog</name>
    <message>
        <source>Title and date</source>
        <translation>Title and date</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Planned for</source>
        <translation>Planned for</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>Development lead</source>
        <translation>Development lead</translation>
    </message>
    <message>
        <source>Backend lead</source>
        <translation>Backend lead</translation>
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
        <translation>Security</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
</context>
<context>
    <name>RollbackPage</name>
    <message>
        <source>When to go back</source>
        <translation>When to go back</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>As</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Roll back</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>The next step is done</source>
        <translation>The next step is done</translation>
    </message>
    <message>
        <source>It was rehearsed</source>
        <translation>It was rehearsed</translation>
    </message>
    <message>
        <source>Going back was tried out, and it worked</source>
        <translation>Going back was tried out, and it worked</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>Change the plan…</translation>
    </message>
    <message>
        <source>Other triggers and steps</source>
        <translation>Other triggers and steps</translation>
    </message>
</context>
<context>
    <name>RolloutDialog</name>
    <message>
        <source>What is changed here voids the signatures given before. Other steps have to be rehearsed anew.</source>
        <translation>What is changed here voids the signatures given before. Other steps have to be rehearsed anew.</translation>
    </message>
    <message>
        <source>Out and back</source>
        <translation>Out and back</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>RowDialog</name>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Share of the customers, %</source>
        <translation>Share of the customers, %</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Begins when the blockers of the section before are verified</source>
        <translation>Begins when the blockers of the section before are verified</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Take it</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Whoever worked on what it covers does not sign it. What is changed here voids the signatures given before.</source>
        <translation>Whoever worked on what it covers does not sign it. What is changed here voids the signatures given before.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Roles that may sign</source>
        <translation>Roles that may sign</translation>
    </message>
    <message>
        <source>How many of them</source>
        <translation>How many of them</translation>
    </message>
    <message>
        <source>Covers (none: everything)</source>
        <translation>Covers (none: everything)</translation>
    </message>
    <message>
        <source>Sections that it covers</source>
        <translation>Sections that it covers</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Only if</translation>
    </message>
    <message>
        <source>always, while this is empty</source>
        <translation>always, while this is empty</translation>
    </message>
    <message>
        <source>Remove the sign-off</source>
        <translation>Remove the sign-off</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Each in another role</source>
        <translation>Each in another role</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings pages</source>
        <translation>Settings pages</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>My name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Ring for</source>
        <translation>Ring for</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Play a sound</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test the sound</source>
        <translation>Test the sound</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Quiet until</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Start when I log in</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Keyboard shortcuts…</translation>
    </message>
    <message>
        <source>Demonstration data</source>
        <translation>Demonstration data</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add demonstration data</source>
        <translation>Add demonstration data</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove demonstration data</source>
        <translation>Remove demonstration data</translation>
    </message>
    <message>
        <source>What the bot may say of the shop. What is empty is left out.</source>
        <translation>What the bot may say of the shop. What is empty is left out.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Link to the privacy policy</source>
        <translation>Link to the privacy policy</translation>
    </message>
    <message>
        <source>Opening hours of each day, for instance 09:00-13:00, 16:00-20:00. An empty day is closed; a week without any hours counts as always open.</source>
        <translation>Opening hours of each day, for instance 09:00-13:00, 16:00-20:00. An empty day is closed; a week without any hours counts as always open.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Copy Monday to Tuesday–Friday</source>
        <translation>Copy Monday to Tuesday–Friday</translation>
    </message>
    <message>
        <source>Listen on address</source>
        <translation>Listen on address</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Allowed origins, one a line</source>
        <translation>Allowed origins, one a line</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Public address</translation>
    </message>
    <message>
        <source>Test the public address</source>
        <translation>Test the public address</translation>
    </message>
    <message>
        <source>Save and listen anew</source>
        <translation>Save and listen anew</translation>
    </message>
    <message>
        <source>For your site</source>
        <translation>For your site</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the line for your site</source>
        <translation>Copy the line for your site</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Open the data folder</translation>
    </message>
    <message>
        <source>Open the logs</source>
        <translation>Open the logs</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Parts and their licences</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Limits keep one visitor from taking the chat from all others. Write how many in which time, for instance 20/min, 100/h or off.</source>
        <translation>Limits keep one visitor from taking the chat from all others. Write how many in which time, for instance 20/min, 100/h or off.</translation>
    </message>
    <message>
        <source>New chats of one address</source>
        <translation>New chats of one address</translation>
    </message>
    <message>
        <source>Messages of one address</source>
        <translation>Messages of one address</translation>
    </message>
    <message>
        <source>Messages of one conversation</source>
        <translation>Messages of one conversation</translation>
    </message>
    <message>
        <source>Connections at once, all and of one address</source>
        <translation>Connections at once, all and of one address</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Connections at once</translation>
    </message>
    <message>
        <source>Connections of one address</source>
        <translation>Connections of one address</translation>
    </message>
    <message>
        <source>Personal data and secrets are masked wherever a text leaves the program: in the log, in what AI is asked, in transcripts and masked exports. The tester shows what would be masked in a text, and why.</source>
        <translation>Personal data and secrets are masked wherever a text leaves the program: in the log, in what AI is asked, in transcripts and masked exports. The tester shows what would be masked in a text, and why.</translation>
    </message>
    <message>
        <source>Open the personal-data tester</source>
        <translation>Open the personal-data tester</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Sign off</source>
        <translation>Sign off</translation>
    </message>
    <message>
        <source>As</source>
        <translation>As</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>SignOffs</name>
    <message>
        <source>Sign-offs</source>
        <translation>Sign-offs</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Sign…</translation>
    </message>
    <message>
        <source>This sign-off is needed</source>
        <translation>This sign-off is needed</translation>
    </message>
    <message>
        <source>Add a sign-off…</source>
        <translation>Add a sign-off…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Who signs, how many of them, and for what</source>
        <translation>Who signs, how many of them, and for what</translation>
    </message>
</context>
<context>
    <name>StageTitles</name>
    <message>
        <source>Consent</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>Consent refused</source>
        <translation>Consent refused</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>What is needed</translation>
    </message>
    <message>
        <source>Which problem</source>
        <translation>Which problem</translation>
    </message>
    <message>
        <source>Which device</source>
        <translation>Which device</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Help with a step</source>
        <translation>Help with a step</translation>
    </message>
    <message>
        <source>Offer of further steps</source>
        <translation>Offer of further steps</translation>
    </message>
    <message>
        <source>Further steps</source>
        <translation>Further steps</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>What next</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Handoff</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Waiting for a person</source>
        <translation>Waiting for a person</translation>
    </message>
    <message>
        <source>With a person</source>
        <translation>With a person</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Reason of the rating</source>
        <translation>Reason of the rating</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Which topic</source>
        <translation>Which topic</translation>
    </message>
    <message>
        <source>Which system</source>
        <translation>Which system</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Help with the guide</source>
        <translation>Help with the guide</translation>
    </message>
    <message>
        <source>End of the guide</source>
        <translation>End of the guide</translation>
    </message>
    <message>
        <source>About the shop</source>
        <translation>About the shop</translation>
    </message>
    <message>
        <source>Erasing</source>
        <translation>Erasing</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ends</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TalkPart</name>
    <message>
        <source>What was said</source>
        <translation>What was said</translation>
    </message>
    <message>
        <source>Nobody has said anything about it yet.</source>
        <translation>Nobody has said anything about it yet.</translation>
    </message>
    <message>
        <source>Say something about it</source>
        <translation>Say something about it</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Say</translation>
    </message>
</context>
<context>
    <name>TemplateEditor</name>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Takes back the last change that is not saved yet</source>
        <translation>Takes back the last change that is not saved yet</translation>
    </message>
    <message>
        <source>Parts of the template</source>
        <translation>Parts of the template</translation>
    </message>
</context>
<context>
    <name>TemplateFaults</name>
    <message>
        <source>A template needs a title.</source>
        <translation>A template needs a title.</translation>
    </message>
    <message>
        <source>A template needs an item at least: nothing to do is never a go.</source>
        <translation>A template needs an item at least: nothing to do is never a go.</translation>
    </message>
    <message>
        <source>These are too many items for one template.</source>
        <translation>These are too many items for one template.</translation>
    </message>
    <message>
        <source>Something here has no title yet.</source>
        <translation>Something here has no title yet.</translation>
    </message>
    <message>
        <source>no role may sign it.</source>
        <translation>no role may sign it.</translation>
    </message>
    <message>
        <source>it covers something that is not there.</source>
        <translation>it covers something that is not there.</translation>
    </message>
    <message>
        <source>Each stage takes a bigger share than the one before: no two the same.</source>
        <translation>Each stage takes a bigger share than the one before: no two the same.</translation>
    </message>
    <message>
        <source>The last stage takes 100 %.</source>
        <translation>The last stage takes 100 %.</translation>
    </message>
    <message>
        <source>it watches no figure.</source>
        <translation>it watches no figure.</translation>
    </message>
    <message>
        <source>a time is below nothing or above ten years.</source>
        <translation>a time is below nothing or above ten years.</translation>
    </message>
</context>
<context>
    <name>TemplatesPage</name>
    <message>
        <source>Templates and their versions</source>
        <translation>Templates and their versions</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>Save as a new template</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Save as a new version</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>New template</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Which items</source>
        <translation>Which items</translation>
    </message>
    <message>
        <source>Items over time</source>
        <translation>Items over time</translation>
    </message>
</context>
<context>
    <name>UnderstandingPage</name>
    <message>
        <source>What customers write is understood by a model that learns from examples. Correct it from the menu of a customer&apos;s message; it learns from that by itself.</source>
        <translation>What customers write is understood by a model that learns from examples. Correct it from the menu of a customer&apos;s message; it learns from that by itself.</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>Model in use</translation>
    </message>
    <message>
        <source>Phrases it learnt from</source>
        <translation>Phrases it learnt from</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Learn again</source>
        <translation>Learn again</translation>
    </message>
    <message>
        <source>Back to the model before</source>
        <translation>Back to the model before</translation>
    </message>
    <message>
        <source>Phrases that your team corrects appear here. Open the menu of a customer&apos;s message to correct the first.</source>
        <translation>Phrases that your team corrects appear here. Open the menu of a customer&apos;s message to correct the first.</translation>
    </message>
    <message>
        <source>Corrected phrases</source>
        <translation>Corrected phrases</translation>
    </message>
    <message>
        <source>Remove the selected phrases</source>
        <translation>Remove the selected phrases</translation>
    </message>
    <message>
        <source>Version of the model</source>
        <translation>Version of the model</translation>
    </message>
    <message>
        <source>Correct on phrases kept for testing</source>
        <translation>Correct on phrases kept for testing</translation>
    </message>
    <message>
        <source>Correct on what the shop handles</source>
        <translation>Correct on what the shop handles</translation>
    </message>
    <message>
        <source>Off-topic messages recognised as such</source>
        <translation>Off-topic messages recognised as such</translation>
    </message>
</context>
<context>
    <name>WatchDialog</name>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Try first</source>
        <translation>Try first</translation>
    </message>
    <message>
        <source>nothing, while this is empty</source>
        <translation>nothing, while this is empty</translation>
    </message>
    <message>
        <source>A figure says so; else a person does</source>
        <translation>A figure says so; else a person does</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>It is bad</source>
        <translation>It is bad</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Times what it was before the release</source>
        <translation>Times what it was before the release</translation>
    </message>
    <message>
        <source>Only while it gets worse</source>
        <translation>Only while it gets worse</translation>
    </message>
    <message>
        <source>For so many minutes</source>
        <translation>For so many minutes</translation>
    </message>
    <message>
        <source>one reading is enough</source>
        <translation>one reading is enough</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Take it</translation>
    </message>
</context>
<context>
    <name>Watches</name>
    <message>
        <source>%1 above %2 times what it was before</source>
        <translation>%1 above %2 times what it was before</translation>
    </message>
    <message>
        <source>%1 below %2 times what it was before</source>
        <translation>%1 below %2 times what it was before</translation>
    </message>
    <message>
        <source>%1 above %2</source>
        <translation>%1 above %2</translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation>%1 below %2</translation>
    </message>
    <message>
        <source>only while it gets worse</source>
        <translation>only while it gets worse</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Relevo</source>
        <translation>Welcome to Relevo</translation>
    </message>
    <message>
        <source>Customers write in a chat on your site, a bot guides them, and you take over when they need a person.</source>
        <translation>Customers write in a chat on your site, a bot guides them, and you take over when they need a person.</translation>
    </message>
    <message>
        <source>What is your name? Customers see it when you answer.</source>
        <translation>What is your name? Customers see it when you answer.</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>That is me</translation>
    </message>
    <message>
        <source>Try the chat in your browser</source>
        <translation>Try the chat in your browser</translation>
    </message>
    <message>
        <source>Copy the line that puts the chat on your site</source>
        <translation>Copy the line that puts the chat on your site</translation>
    </message>
    <message>
        <source>Look around with demonstration data</source>
        <translation>Look around with demonstration data</translation>
    </message>
    <message>
        <source>One click in Settings removes it again.</source>
        <translation>One click in Settings removes it again.</translation>
    </message>
    <message>
        <source>Go to the chats</source>
        <translation>Go to the chats</translation>
    </message>
    <message>
        <source>Then, what you can do:</source>
        <translation>Then, what you can do:</translation>
    </message>
    <message>
        <source>Connect an AI (optional): freer wording is understood, and you get help with writing</source>
        <translation>Connect an AI (optional): freer wording is understood, and you get help with writing</translation>
    </message>
</context>
<context>
    <name>panels::AfterPage</name>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation>Smoke tests</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>due now</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>nobody looked</translation>
    </message>
    <message>
        <source>%1, %2 of %3 run</source>
        <translation>%1, %2 of %3 run</translation>
    </message>
    <message>
        <source>Checks at 15, 60 and 180 minutes, the smoke tests every five minutes for four hours, and a digest for three days.</source>
        <translation>Checks at 15, 60 and 180 minutes, the smoke tests every five minutes for four hours, and a digest for three days.</translation>
    </message>
    <message>
        <source>Once the release is out:</source>
        <translation>Once the release is out:</translation>
    </message>
    <message>
        <source>It went out on %1.</source>
        <translation>It went out on %1.</translation>
    </message>
    <message>
        <source>It was taken back on %1, and is looked after from then on.</source>
        <translation>It was taken back on %1, and is looked after from then on.</translation>
    </message>
</context>
<context>
    <name>panels::AiButton</name>
    <message>
        <source>No AI</source>
        <translation>No AI</translation>
    </message>
    <message>
        <source>✗ AI off</source>
        <translation>✗ AI off</translation>
    </message>
    <message>
        <source>⚠ AI paused</source>
        <translation>⚠ AI paused</translation>
    </message>
    <message>
        <source>✓ AI on</source>
        <translation>✓ AI on</translation>
    </message>
    <message>
        <source>✓ AI on: %1 %</source>
        <translation>✓ AI on: %1 %</translation>
    </message>
</context>
<context>
    <name>panels::AiCard</name>
    <message>
        <source>✓ Not asked yet.</source>
        <translation>✓ Not asked yet.</translation>
    </message>
    <message>
        <source>AI is off. %1</source>
        <translation>AI is off. %1</translation>
    </message>
    <message>
        <source>AI helps in %1 % of conversations.</source>
        <translation>AI helps in %1 % of conversations.</translation>
    </message>
    <message>
        <source>Calls since the start: %1, answered: %2</source>
        <translation>Calls since the start: %1, answered: %2</translation>
    </message>
    <message>
        <source>Spent today: %1 of %2</source>
        <translation>Spent today: %1 of %2</translation>
    </message>
    <message>
        <source>Spent today: %1</source>
        <translation>Spent today: %1</translation>
    </message>
    <message>
        <source>Switch AI on for all</source>
        <translation>Switch AI on for all</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Switch AI off for all</translation>
    </message>
</context>
<context>
    <name>panels::AiPage</name>
    <message>
        <source>Hidden from every server</source>
        <translation>Hidden from every server</translation>
    </message>
    <message>
        <source>Shown where all servers are ours or on this machine</source>
        <translation>Shown where all servers are ours or on this machine</translation>
    </message>
    <message>
        <source>Switch AI on for all</source>
        <translation>Switch AI on for all</translation>
    </message>
    <message>
        <source>Switch AI off for all</source>
        <translation>Switch AI off for all</translation>
    </message>
    <message>
        <source>It is removed when you save.</source>
        <translation>It is removed when you save.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Asking %1 …</translation>
    </message>
    <message>
        <source>The most a day is an amount of 0 or more, or empty for no limit.</source>
        <translation>The most a day is an amount of 0 or more, or empty for no limit.</translation>
    </message>
    <message>
        <source>The time in all is not shorter than the time to the first words.</source>
        <translation>The time in all is not shorter than the time to the first words.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>The key is forgotten.</translation>
    </message>
    <message>
        <source>As the flow says it</source>
        <translation>As the flow says it</translation>
    </message>
    <message>
        <source>AI makes it warm</source>
        <translation>AI makes it warm</translation>
    </message>
    <message>
        <source>AI makes it brief</source>
        <translation>AI makes it brief</translation>
    </message>
    <message>
        <source>AI makes it formal</source>
        <translation>AI makes it formal</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message numerus="yes">
        <source>All but %n stage(s)</source>
        <translation>
            <numerusform>All but %n stage</numerusform>
            <numerusform>All but %n stages</numerusform>
        </translation>
    </message>
    <message>
        <source>All but: %1</source>
        <translation>All but: %1</translation>
    </message>
</context>
<context>
    <name>panels::Alerts</name>
    <message>
        <source>%1 waits for a person</source>
        <translation>%1 waits for a person</translation>
    </message>
    <message>
        <source>%1 wrote to you</source>
        <translation>%1 wrote to you</translation>
    </message>
</context>
<context>
    <name>panels::ArticleDelegate</name>
    <message>
        <source>● not saved</source>
        <translation>● not saved</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
</context>
<context>
    <name>panels::ArticleEditor</name>
    <message>
        <source>These changes are not saved yet.</source>
        <translation>These changes are not saved yet.</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Discard them</translation>
    </message>
    <message>
        <source>Leave this empty where the text for Argentina is right too: customers then read that one.</source>
        <translation>Leave this empty where the text for Argentina is right too: customers then read that one.</translation>
    </message>
    <message>
        <source>Write here. **Bold**, ## a heading, 1. steps, - points.</source>
        <translation>Write here. **Bold**, ## a heading, 1. steps, - points.</translation>
    </message>
    <message>
        <source>● Not saved: Ctrl+S saves.</source>
        <translation>● Not saved: Ctrl+S saves.</translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <translation>Version %1, %2, %3</translation>
    </message>
    <message>
        <source>A new article.</source>
        <translation>A new article.</translation>
    </message>
    <message>
        <source>Write a title and a text first.</source>
        <translation>Write a title and a text first.</translation>
    </message>
    <message>
        <source>%1 needs a title and a text.</source>
        <translation>%1 needs a title and a text.</translation>
    </message>
    <message>
        <source>%1: the text has more than %2 characters.</source>
        <translation>%1: the text has more than %2 characters.</translation>
    </message>
    <message>
        <source>At most %1 tags of 40 characters.</source>
        <translation>At most %1 tags of 40 characters.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>%1 saved this article while you were writing.</source>
        <translation>%1 saved this article while you were writing.</translation>
    </message>
    <message>
        <source>Show theirs</source>
        <translation>Show theirs</translation>
    </message>
    <message>
        <source>This is what %1 saved on %2.</source>
        <translation>This is what %1 saved on %2.</translation>
    </message>
    <message>
        <source>Take theirs, discard mine</source>
        <translation>Take theirs, discard mine</translation>
    </message>
    <message>
        <source>Save mine over theirs</source>
        <translation>Save mine over theirs</translation>
    </message>
    <message>
        <source>Published: the bot may quote it.</source>
        <translation>Published: the bot may quote it.</translation>
    </message>
    <message>
        <source>Not published any more.</source>
        <translation>Not published any more.</translation>
    </message>
    <message>
        <source>Reading the versions…</source>
        <translation>Reading the versions…</translation>
    </message>
    <message>
        <source>It was never changed.</source>
        <translation>It was never changed.</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <translation>Version %1 · %2 · %3</translation>
    </message>
    <message>
        <source>This is version %1, which %2 saved on %3.</source>
        <translation>This is version %1, which %2 saved on %3.</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restore this version</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>There is no text yet.</translation>
    </message>
</context>
<context>
    <name>panels::ArticleListModel</name>
    <message>
        <source>published</source>
        <translation>published</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>not saved</translation>
    </message>
</context>
<context>
    <name>panels::ArticlePicker</name>
    <message>
        <source>About: %1</source>
        <translation>About: %1</translation>
    </message>
    <message>
        <source>No article is about this. Try other words.</source>
        <translation>No article is about this. Try other words.</translation>
    </message>
    <message>
        <source>No published article has these words.</source>
        <translation>No published article has these words.</translation>
    </message>
    <message>
        <source>Customers cannot reach articles: the gateway does not listen.</source>
        <translation>Customers cannot reach articles: the gateway does not listen.</translation>
    </message>
</context>
<context>
    <name>panels::BoardModel</name>
    <message>
        <source>Without a role</source>
        <translation>Without a role</translation>
    </message>
    <message>
        <source>Without a section</source>
        <translation>Without a section</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>late: %1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>panels::BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>No item is like that. Esc in the filter shows all again.</source>
        <translation>No item is like that. Esc in the filter shows all again.</translation>
    </message>
    <message>
        <source>This release has no items yet. Add the first one.</source>
        <translation>This release has no items yet. Add the first one.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s)</source>
        <translation>
            <numerusform>%1 of %n item</numerusform>
            <numerusform>%1 of %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>All items</source>
        <translation>All items</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>What blocks</source>
        <translation>What blocks</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>By section</source>
        <translation>By section</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>By role</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Any role</translation>
    </message>
    <message>
        <source>Any class</source>
        <translation>Any class</translation>
    </message>
    <message>
        <source>This release asks for no sign-off</source>
        <translation>This release asks for no sign-off</translation>
    </message>
</context>
<context>
    <name>panels::CanaryPage</name>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>This release goes out without stages.</source>
        <translation>This release goes out without stages.</translation>
    </message>
    <message>
        <source>No figure is watched.</source>
        <translation>No figure is watched.</translation>
    </message>
    <message>
        <source>Not begun: nobody has it yet.</source>
        <translation>Not begun: nobody has it yet.</translation>
    </message>
    <message>
        <source>%1 % of the customers have it since %2.</source>
        <translation>%1 % of the customers have it since %2.</translation>
    </message>
    <message>
        <source>At least %1 more.</source>
        <translation>At least %1 more.</translation>
    </message>
    <message>
        <source>The stage has lasted long enough.</source>
        <translation>The stage has lasted long enough.</translation>
    </message>
    <message>
        <source>Held at %1 % since %2.</source>
        <translation>Held at %1 % since %2.</translation>
    </message>
    <message>
        <source>Aborted on %1: nobody has it.</source>
        <translation>Aborted on %1: nobody has it.</translation>
    </message>
    <message>
        <source>Everybody has it since %1.</source>
        <translation>Everybody has it since %1.</translation>
    </message>
    <message>
        <source>Proposed: promote. All figures are fine.</source>
        <translation>Proposed: promote. All figures are fine.</translation>
    </message>
    <message>
        <source>Proposed: promote to the end. All figures are fine.</source>
        <translation>Proposed: promote to the end. All figures are fine.</translation>
    </message>
    <message>
        <source>Proposed: hold. The stage needs its time.</source>
        <translation>Proposed: hold. The stage needs its time.</translation>
    </message>
    <message>
        <source>Proposed: hold. Not certain: %1.</source>
        <translation>Proposed: hold. Not certain: %1.</translation>
    </message>
    <message>
        <source>Proposed: abort. Not fine: %1.</source>
        <translation>Proposed: abort. Not fine: %1.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Begin again</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Who decides: %1.</source>
        <translation>Who decides: %1.</translation>
    </message>
    <message>
        <source>The clock was set back: the last reading is newer than this one.</source>
        <translation>The clock was set back: the last reading is newer than this one.</translation>
    </message>
    <message>
        <source>A reason to roll back is there: %1.</source>
        <translation>A reason to roll back is there: %1.</translation>
    </message>
    <message>
        <source>The figures cannot be read: %1.</source>
        <translation>The figures cannot be read: %1.</translation>
    </message>
    <message>
        <source>Last reading: %1.</source>
        <translation>Last reading: %1.</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Nothing was read yet.</translation>
    </message>
    <message>
        <source>Rolled back on %1: nobody has it.</source>
        <translation>Rolled back on %1: nobody has it.</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Release now</translation>
    </message>
    <message>
        <source>AI is off now.</source>
        <translation>AI is off now.</translation>
    </message>
    <message>
        <source>AI helps in %1 % of conversations now.</source>
        <translation>AI helps in %1 % of conversations now.</translation>
    </message>
</context>
<context>
    <name>panels::CanaryPart</name>
    <message>
        <source>Canary</source>
        <translation>Canary</translation>
    </message>
    <message>
        <source>Stages, the smallest share first</source>
        <translation>Stages, the smallest share first</translation>
    </message>
    <message>
        <source>No stages: it goes out to everybody at once.</source>
        <translation>No stages: it goes out to everybody at once.</translation>
    </message>
    <message>
        <source>Add a stage…</source>
        <translation>Add a stage…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>Remove the stage</translation>
    </message>
    <message>
        <source>Watched figures</source>
        <translation>Watched figures</translation>
    </message>
    <message>
        <source>No figure is watched while it goes out.</source>
        <translation>No figure is watched while it goes out.</translation>
    </message>
    <message>
        <source>Add a figure…</source>
        <translation>Add a figure…</translation>
    </message>
    <message>
        <source>Remove the figure</source>
        <translation>Remove the figure</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>at least %1</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Add a stage</translation>
    </message>
    <message>
        <source>Change the stage</source>
        <translation>Change the stage</translation>
    </message>
    <message>
        <source>Lasts at least, minutes</source>
        <translation>Lasts at least, minutes</translation>
    </message>
</context>
<context>
    <name>panels::ChangesPart</name>
    <message>
        <source>Changed since</source>
        <translation>Changed since</translation>
    </message>
    <message>
        <source>Version %1, as it was saved</source>
        <translation>Version %1, as it was saved</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nothing is different.</translation>
    </message>
    <message>
        <source>It is the first version. What changes from one to the next is told here.</source>
        <translation>It is the first version. What changes from one to the next is told here.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>added</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Section: %1</translation>
    </message>
    <message>
        <source>Sign-off: %1</source>
        <translation>Sign-off: %1</translation>
    </message>
    <message>
        <source>Canary: stages</source>
        <translation>Canary: stages</translation>
    </message>
    <message>
        <source>Canary: %1</source>
        <translation>Canary: %1</translation>
    </message>
    <message>
        <source>Rollback: %1</source>
        <translation>Rollback: %1</translation>
    </message>
    <message>
        <source>Rollback: steps</source>
        <translation>Rollback: steps</translation>
    </message>
</context>
<context>
    <name>panels::ChatsPanel</name>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Waiting for us</source>
        <translation>Waiting for us</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Waiting for the customer</translation>
    </message>
    <message>
        <source>With the bot</source>
        <translation>With the bot</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Conversations that you take over stand here.
Open one under Unassigned and press Take over.</source>
        <translation>Conversations that you take over stand here.
Open one under Unassigned and press Take over.</translation>
    </message>
    <message>
        <source>Nobody waits for a person.
Who asks for one appears here, and it rings.</source>
        <translation>Nobody waits for a person.
Who asks for one appears here, and it rings.</translation>
    </message>
    <message>
        <source>Everybody has an answer.</source>
        <translation>Everybody has an answer.</translation>
    </message>
    <message>
        <source>Conversations whose customer is to write next stand here.</source>
        <translation>Conversations whose customer is to write next stand here.</translation>
    </message>
    <message>
        <source>Nobody talks with the bot now.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</source>
        <translation>Nobody talks with the bot now.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</translation>
    </message>
    <message>
        <source>Closed conversations are kept here.</source>
        <translation>Closed conversations are kept here.</translation>
    </message>
    <message>
        <source>There are no conversations yet.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</source>
        <translation>There are no conversations yet.
Try the chat in your browser: Ctrl+K, then “Try the chat”.</translation>
    </message>
    <message>
        <source>Nothing was found. Try other words, “a phrase”, from:customer or before:2026-01-31.</source>
        <translation>Nothing was found. Try other words, “a phrase”, from:customer or before:2026-01-31.</translation>
    </message>
</context>
<context>
    <name>panels::CheckDialog</name>
    <message>
        <source>Add a check</source>
        <translation>Add a check</translation>
    </message>
    <message>
        <source>Change the check</source>
        <translation>Change the check</translation>
    </message>
</context>
<context>
    <name>panels::ChecksPart</name>
    <message>
        <source>Checks (%1)</source>
        <translation>Checks (%1)</translation>
    </message>
    <message>
        <source>never run</source>
        <translation>never run</translation>
    </message>
    <message>
        <source>Your roles do not let you run commands on this machine.</source>
        <translation>Your roles do not let you run commands on this machine.</translation>
    </message>
    <message>
        <source>not offered: this program has no such part yet</source>
        <translation>not offered: this program has no such part yet</translation>
    </message>
</context>
<context>
    <name>panels::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
</context>
<context>
    <name>panels::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>this release as it is</source>
        <translation>this release as it is</translation>
    </message>
    <message>
        <source>this release as in “%1”, version %2</source>
        <translation>this release as in “%1”, version %2</translation>
    </message>
    <message>
        <source>release “%1”</source>
        <translation>release “%1”</translation>
    </message>
    <message>
        <source>One of the two plans does not fit together: %1.</source>
        <translation>One of the two plans does not fit together: %1.</translation>
    </message>
    <message>
        <source>go</source>
        <translation>go</translation>
    </message>
    <message numerus="yes">
        <source>no-go: %n reason(s)</source>
        <translation>
            <numerusform>no-go: %n reason</numerusform>
            <numerusform>no-go: %n reasons</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>Decision now</source>
        <translation>Decision now</translation>
    </message>
    <message>
        <source>Earliest go</source>
        <translation>Earliest go</translation>
    </message>
    <message>
        <source>Work left</source>
        <translation>Work left</translation>
    </message>
    <message>
        <source>Open blockers</source>
        <translation>Open blockers</translation>
    </message>
    <message>
        <source>Critical path</source>
        <translation>Critical path</translation>
    </message>
    <message>
        <source>Without an estimate</source>
        <translation>Without an estimate</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>added</source>
        <translation>added</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Nothing is different.</translation>
    </message>
</context>
<context>
    <name>panels::Composer</name>
    <message>
        <source>Save private note</source>
        <translation>Save private note</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Send reply</translation>
    </message>
    <message>
        <source>A private note. The customer never sees it.</source>
        <translation>A private note. The customer never sees it.</translation>
    </message>
    <message>
        <source>Write to the customer. Enter sends, Shift+Enter starts a new line.</source>
        <translation>Write to the customer. Enter sends, Shift+Enter starts a new line.</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>Saving the note…</source>
        <translation>Saving the note…</translation>
    </message>
    <message>
        <source>Sending the reply…</source>
        <translation>Sending the reply…</translation>
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
        <translation>▲ priority</translation>
    </message>
    <message>
        <source>upset</source>
        <translation>upset</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>writing…</translation>
    </message>
</context>
<context>
    <name>panels::ConversationView</name>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>with the bot (%1)</source>
        <translation>with the bot (%1)</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>waits for a person</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>yours</translation>
    </message>
    <message>
        <source>owned by %1, read only</source>
        <translation>owned by %1, read only</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>the customer is writing…</source>
        <translation>the customer is writing…</translation>
    </message>
    <message>
        <source>customer online</source>
        <translation>customer online</translation>
    </message>
    <message>
        <source>customer offline</source>
        <translation>customer offline</translation>
    </message>
    <message>
        <source>also read by %1</source>
        <translation>also read by %1</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>This conversation is yours now. The bot is silent.</source>
        <translation>This conversation is yours now. The bot is silent.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Closed. The customer is asked how it was.</source>
        <translation>Closed. The customer is asked how it was.</translation>
    </message>
    <message>
        <source>The bot speaks with the customer again.</source>
        <translation>The bot speaks with the customer again.</translation>
    </message>
    <message>
        <source>Summary for whoever takes it</source>
        <translation>Summary for whoever takes it</translation>
    </message>
    <message>
        <source>Transferred.</source>
        <translation>Transferred.</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>To the queue</translation>
    </message>
    <message>
        <source>To %1 (on duty)</source>
        <translation>To %1 (on duty)</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>To %1</translation>
    </message>
    <message>
        <source>Copy the conversation&apos;s code</source>
        <translation>Copy the conversation&apos;s code</translation>
    </message>
    <message>
        <source>Erase the texts of this conversation</source>
        <translation>Erase the texts of this conversation</translation>
    </message>
    <message>
        <source>Erasing cannot be undone: texts, name and contact are removed for good.</source>
        <translation>Erasing cannot be undone: texts, name and contact are removed for good.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>Erased.</translation>
    </message>
    <message>
        <source>The draft could not be saved. %1</source>
        <translation>The draft could not be saved. %1</translation>
    </message>
    <message>
        <source>You wanted: %1. Somebody else was faster; this is how it stands now: %2.</source>
        <translation>You wanted: %1. Somebody else was faster; this is how it stands now: %2.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>All that is known</translation>
    </message>
    <message>
        <source>take over</source>
        <translation>take over</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>undo</translation>
    </message>
    <message>
        <source>close</source>
        <translation>close</translation>
    </message>
    <message>
        <source>give back to the bot</source>
        <translation>give back to the bot</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>transfer</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>erase</translation>
    </message>
    <message>
        <source>save a note</source>
        <translation>save a note</translation>
    </message>
    <message>
        <source>send a reply</source>
        <translation>send a reply</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>panels::CorrectionMenu</name>
    <message>
        <source>Correct what was understood…</source>
        <translation>Correct what was understood…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Nothing was understood here</source>
        <translation>Nothing was understood here</translation>
    </message>
    <message>
        <source>Understood: %1 (%2 %)</source>
        <translation>Understood: %1 (%2 %)</translation>
    </message>
    <message>
        <source>Kept as: %1. It will be learnt in a moment.</source>
        <translation>Kept as: %1. It will be learnt in a moment.</translation>
    </message>
</context>
<context>
    <name>panels::Door</name>
    <message>
        <source>That is not the passphrase.</source>
        <translation>That is not the passphrase.</translation>
    </message>
    <message>
        <source>That was wrong too often. Wait a little, then try again.</source>
        <translation>That was wrong too often. Wait a little, then try again.</translation>
    </message>
</context>
<context>
    <name>panels::DoorPage</name>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Nobody was here for a while. Customers go on being served; your passphrase opens the window again.</source>
        <translation>Nobody was here for a while. Customers go on being served; your passphrase opens the window again.</translation>
    </message>
    <message>
        <source>Choose your name. What you do is kept under it.</source>
        <translation>Choose your name. What you do is kept under it.</translation>
    </message>
</context>
<context>
    <name>panels::DraftModel</name>
    <message>
        <source>anybody</source>
        <translation>anybody</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
</context>
<context>
    <name>panels::EraseDialog</name>
    <message>
        <source>All that was said of this item, its files too</source>
        <translation>All that was said of this item, its files too</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) erased. The ledger stays sound.</source>
        <translation>
            <numerusform>%n text erased. The ledger stays sound.</numerusform>
            <numerusform>%n texts erased. The ledger stays sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s) may still hold it, until newer ones replace them.</source>
        <translation>
            <numerusform>%n older backup may still hold it, until newer ones replace it.</numerusform>
            <numerusform>%n older backups may still hold it, until newer ones replace them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left of it erased.</source>
        <translation>
            <numerusform>%n file left of it was erased.</numerusform>
            <numerusform>%n files left of it were erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::EraseSourceDialog</name>
    <message>
        <source>The imported file is erased. The ledger stays sound.</source>
        <translation>The imported file is erased. The ledger stays sound.</translation>
    </message>
    <message numerus="yes">
        <source>%n older backup(s) may still hold it, until newer ones replace them.</source>
        <translation>
            <numerusform>%n older backup may still hold it, until newer ones replace it.</numerusform>
            <numerusform>%n older backups may still hold it, until newer ones replace them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::EvidencePart</name>
    <message>
        <source>Evidence (%1)</source>
        <translation>Evidence (%1)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>✓ It holds until %1.</source>
        <translation>✓ It holds until %1.</translation>
    </message>
    <message>
        <source>✓ It holds.</source>
        <translation>✓ It holds.</translation>
    </message>
    <message>
        <source>⚠ Still missing: %1.</source>
        <translation>⚠ Still missing: %1.</translation>
    </message>
    <message>
        <source>⚠ Evidence is missing.</source>
        <translation>⚠ Evidence is missing.</translation>
    </message>
    <message>
        <source>⚠ It has expired: show it anew.</source>
        <translation>⚠ It has expired: show it anew.</translation>
    </message>
    <message>
        <source>✗ The newest says that it failed.</source>
        <translation>✗ The newest says that it failed.</translation>
    </message>
    <message>
        <source>Relevo</source>
        <translation>Relevo</translation>
    </message>
    <message>
        <source>⚠ expired</source>
        <translation>⚠ expired</translation>
    </message>
    <message>
        <source>A file that shows it</source>
        <translation>A file that shows it</translation>
    </message>
    <message>
        <source>A file of evidence has 20 MB at most.</source>
        <translation>A file of evidence has 20 MB at most.</translation>
    </message>
    <message>
        <source>That file cannot be read: %1</source>
        <translation>That file cannot be read: %1</translation>
    </message>
    <message>
        <source>That file is empty.</source>
        <translation>That file is empty.</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Take one first.</source>
        <translation>There is no picture in the clipboard. Take one first.</translation>
    </message>
    <message>
        <source>Screenshot %1</source>
        <translation>Screenshot %1</translation>
    </message>
    <message>
        <source>Save a copy of the file</source>
        <translation>Save a copy of the file</translation>
    </message>
    <message>
        <source>✗ The file was changed after it was shown.</source>
        <translation>✗ The file was changed after it was shown.</translation>
    </message>
</context>
<context>
    <name>panels::FactsPart</name>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priority %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Section: %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>took %1</translation>
    </message>
    <message>
        <source>Must show: %1, valid for %2</source>
        <translation>Must show: %1, valid for %2</translation>
    </message>
    <message>
        <source>Must show: %1</source>
        <translation>Must show: %1</translation>
    </message>
    <message>
        <source>Done once the release is out.</source>
        <translation>Done once the release is out.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
    <message>
        <source>Waits for:</source>
        <translation>Waits for:</translation>
    </message>
    <message>
        <source>Made of:</source>
        <translation>Made of:</translation>
    </message>
    <message>
        <source>These wait for it:</source>
        <translation>These wait for it:</translation>
    </message>
    <message>
        <source>Estimate: %1</source>
        <translation>Estimate: %1</translation>
    </message>
</context>
<context>
    <name>panels::FigureDialog</name>
    <message>
        <source>Asked for: %1</source>
        <translation>Asked for: %1</translation>
    </message>
    <message>
        <source>Which figure is it?</source>
        <translation>Which figure is it?</translation>
    </message>
    <message>
        <source>What it reads is a number.</source>
        <translation>What it reads is a number.</translation>
    </message>
    <message>
        <source>Say whether it meets what is asked for.</source>
        <translation>Say whether it meets what is asked for.</translation>
    </message>
</context>
<context>
    <name>panels::FreezePage</name>
    <message>
        <source>Freeze calendar</source>
        <translation>Freeze calendar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>A window needs a reason, and an end after its start.</source>
        <translation>A window needs a reason, and an end after its start.</translation>
    </message>
</context>
<context>
    <name>panels::GatePage</name>
    <message>
        <source>Gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>What would turn it</source>
        <translation>What would turn it</translation>
    </message>
    <message>
        <source>(covered by an override)</source>
        <translation>(covered by an override)</translation>
    </message>
    <message>
        <source>Nothing speaks against it.</source>
        <translation>Nothing speaks against it.</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) for no</source>
        <translation>
            <numerusform>%n reason for no</numerusform>
            <numerusform>%n reasons for no</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n covered by an override</source>
        <translation>
            <numerusform>%n covered by an override</numerusform>
            <numerusform>%n covered by an override</numerusform>
        </translation>
    </message>
    <message>
        <source>holds until %1</source>
        <translation>holds until %1</translation>
    </message>
</context>
<context>
    <name>panels::GatewayForm</name>
    <message>
        <source>Copied.</source>
        <translation>Copied.</translation>
    </message>
    <message>
        <source>Saved. The chat is reached with these settings now.</source>
        <translation>Saved. The chat is reached with these settings now.</translation>
    </message>
    <message>
        <source>Port %1 cannot be used: another program has it, or it needs more rights.</source>
        <translation>Port %1 cannot be used: another program has it, or it needs more rights.</translation>
    </message>
    <message>
        <source>This machine has no address %1.</source>
        <translation>This machine has no address %1.</translation>
    </message>
    <message>
        <source>It goes on as before.</source>
        <translation>It goes on as before.</translation>
    </message>
    <message>
        <source>Write the public address first.</source>
        <translation>Write the public address first.</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>Asking %1 …</translation>
    </message>
    <message>
        <source>It answers: customers can reach the chat there.</source>
        <translation>It answers: customers can reach the chat there.</translation>
    </message>
    <message>
        <source>It does not answer: %1</source>
        <translation>It does not answer: %1</translation>
    </message>
</context>
<context>
    <name>panels::GatewayState</name>
    <message>
        <source>✗ Customers cannot reach the chat: %1</source>
        <translation>✗ Customers cannot reach the chat: %1</translation>
    </message>
    <message>
        <source>✗ No sign of life for %1 s</source>
        <translation>✗ No sign of life for %1 s</translation>
    </message>
    <message>
        <source>⚠ No sign of life for %1 s</source>
        <translation>⚠ No sign of life for %1 s</translation>
    </message>
    <message>
        <source>✗ The disk cannot be written: customers are asked to try again</source>
        <translation>✗ The disk cannot be written: customers are asked to try again</translation>
    </message>
    <message>
        <source>✗ Read only, and the newest messages may be missing: the data folder cannot be written. Customers are asked to try again</source>
        <translation>✗ Read only, and the newest messages may be missing: the data folder cannot be written. Customers are asked to try again</translation>
    </message>
    <message>
        <source>✗ Read only: the data folder cannot be written. Customers are asked to try again</source>
        <translation>✗ Read only: the data folder cannot be written. Customers are asked to try again</translation>
    </message>
    <message>
        <source>✓ Serving at %1</source>
        <translation>✓ Serving at %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) connected</source>
        <translation>
            <numerusform>%n customer connected</numerusform>
            <numerusform>%n customers connected</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 s ago</translation>
    </message>
</context>
<context>
    <name>panels::HelpPanel</name>
    <message>
        <source>What is written as a private note does not go to AI.</source>
        <translation>What is written as a private note does not go to AI.</translation>
    </message>
    <message>
        <source>Thank you, that is kept.</source>
        <translation>Thank you, that is kept.</translation>
    </message>
    <message>
        <source>Insert as a note</source>
        <translation>Insert as a note</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Show exactly what was sent</source>
        <translation>Show exactly what was sent</translation>
    </message>
    <message>
        <source>Show exactly what will be sent</source>
        <translation>Show exactly what will be sent</translation>
    </message>
    <message>
        <source>Check this address; nobody wrote it here: %1</source>
        <translation>Check this address; nobody wrote it here: %1</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Nothing has been sent yet.</translation>
    </message>
    <message>
        <source>AI is writing…</source>
        <translation>AI is writing…</translation>
    </message>
    <message>
        <source>AI names no message that says so.</source>
        <translation>AI names no message that says so.</translation>
    </message>
</context>
<context>
    <name>panels::HelpRatings</name>
    <message>
        <source>Agents rate a suggestion with 👍 or 👎 beside it. Their ratings appear here.</source>
        <translation>Agents rate a suggestion with 👍 or 👎 beside it. Their ratings appear here.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 helped</source>
        <translation>%1: %2 of %3 helped</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Asked for</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Prompt, model</source>
        <translation>Prompt, model</translation>
    </message>
    <message>
        <source>👍 helped</source>
        <translation>👍 helped</translation>
    </message>
    <message>
        <source>👎 did not help</source>
        <translation>👎 did not help</translation>
    </message>
</context>
<context>
    <name>panels::HistoryPart</name>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>panels::ImportWizard</name>
    <message>
        <source>Choose a Markdown file</source>
        <translation>Choose a Markdown file</translation>
    </message>
    <message>
        <source>Markdown (*.md *.markdown *.txt)</source>
        <translation>Markdown (*.md *.markdown *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>No task and nothing that looks like one stands in that file.</source>
        <translation>No task and nothing that looks like one stands in that file.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Mac Roman: accents and signs were repaired. The file stays as it is.</source>
        <translation>The file&apos;s text had been read as Mac Roman: accents and signs were repaired. The file stays as it is.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Latin-1: accents and signs were repaired. The file stays as it is.</source>
        <translation>The file&apos;s text had been read as Latin-1: accents and signs were repaired. The file stays as it is.</translation>
    </message>
    <message>
        <source>All that looks like an item (%1)</source>
        <translation>All that looks like an item (%1)</translation>
    </message>
    <message>
        <source>Only the tasks with a box to tick (%1)</source>
        <translation>Only the tasks with a box to tick (%1)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>as in “%1”</source>
        <translation>as in “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already begun or done</source>
        <translation>
            <numerusform>%n already begun or done</numerusform>
            <numerusform>%n already begun or done</numerusform>
        </translation>
    </message>
    <message>
        <source>The description keeps the options: %1.</source>
        <translation>The description keeps the options: %1.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Everything in the file found its place.</source>
        <translation>Everything in the file found its place.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) found no place and are left out:</source>
        <translation>
            <numerusform>%n line found no place and is left out:</numerusform>
            <numerusform>%n lines found no place and are left out:</numerusform>
        </translation>
    </message>
    <message>
        <source>Your roles do not allow creating a release.</source>
        <translation>Your roles do not allow creating a release.</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) or comment(s) of the file could not be taken over with your roles.</source>
        <translation>
            <numerusform>%n state or comment of the file could not be taken over with your roles.</numerusform>
            <numerusform>%n states or comments of the file could not be taken over with your roles.</numerusform>
        </translation>
    </message>
    <message>
        <source>That file is not there.</source>
        <translation>That file is not there.</translation>
    </message>
    <message>
        <source>That is a folder, not a file.</source>
        <translation>That is a folder, not a file.</translation>
    </message>
    <message>
        <source>You have no permission to read that file.</source>
        <translation>You have no permission to read that file.</translation>
    </message>
    <message>
        <source>That file is empty.</source>
        <translation>That file is empty.</translation>
    </message>
    <message>
        <source>That file is larger than %1.</source>
        <translation>That file is larger than %1.</translation>
    </message>
    <message>
        <source>That file holds no text.</source>
        <translation>That file holds no text.</translation>
    </message>
    <message>
        <source>That file&apos;s text is not UTF-8. Save it as UTF-8 and choose it again.</source>
        <translation>That file&apos;s text is not UTF-8. Save it as UTF-8 and choose it again.</translation>
    </message>
    <message>
        <source>That file cannot be understood: it has too many items or levels.</source>
        <translation>That file cannot be understood: it has too many items or levels.</translation>
    </message>
</context>
<context>
    <name>panels::ItemDialog</name>
    <message>
        <source>Add an item</source>
        <translation>Add an item</translation>
    </message>
    <message>
        <source>Change what it asks for</source>
        <translation>Change what it asks for</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Anybody</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Nothing in particular</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Say what is to be done.</translation>
    </message>
    <message>
        <source>The work</source>
        <translation>The work</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>What shows it</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>days</source>
        <translation>days</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>What it waits for</translation>
    </message>
    <message>
        <source>Nothing: it stands by itself</source>
        <translation>Nothing: it stands by itself</translation>
    </message>
</context>
<context>
    <name>panels::ItemPane</name>
    <message>
        <source>the waiver ended %1</source>
        <translation>the waiver ended %1</translation>
    </message>
    <message>
        <source>until %1, by %2: %3</source>
        <translation>until %1, by %2: %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>by %1, who did it: nobody else was there</source>
        <translation>by %1, who did it: nobody else was there</translation>
    </message>
</context>
<context>
    <name>panels::ItemsPart</name>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimate</translation>
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
        <translation>All tags</translation>
    </message>
    <message>
        <source>No article has these words. Try others, or write one: Ctrl+N.</source>
        <translation>No article has these words. Try others, or write one: Ctrl+N.</translation>
    </message>
    <message>
        <source>There are no articles yet.
Write the first: Ctrl+N.</source>
        <translation>There are no articles yet.
Write the first: Ctrl+N.</translation>
    </message>
</context>
<context>
    <name>panels::Leaving</name>
    <message>
        <source>Relevo goes on</source>
        <translation>Relevo goes on</translation>
    </message>
    <message>
        <source>Closing the window does not end the service: customers can still write. To end it, choose Quit (Ctrl+Q).</source>
        <translation>Closing the window does not end the service: customers can still write. To end it, choose Quit (Ctrl+Q).</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit Relevo?</source>
        <translation>Quit Relevo?</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are connected. They are told that the chat closes.</source>
        <translation>
            <numerusform>%n customer is connected. They are told that the chat closes.</numerusform>
            <numerusform>%n customers are connected. They are told that the chat closes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>panels::MainWindow</name>
    <message numerus="yes">
        <source>%n customer(s) waiting</source>
        <translation>
            <numerusform>%n customer waiting</numerusform>
            <numerusform>%n customers waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>on duty</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>on a break</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>off duty</translation>
    </message>
</context>
<context>
    <name>panels::MaskingTester</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>A text of at most %1 characters, please.</source>
        <translation>A text of at most %1 characters, please.</translation>
    </message>
    <message>
        <source>Here stands what was found, and each step of the decision. Try “mi DNI es 30.123.456”.</source>
        <translation>Here stands what was found, and each step of the decision. Try “mi DNI es 30.123.456”.</translation>
    </message>
    <message>
        <source>Nothing there looks like personal data or a secret.</source>
        <translation>Nothing there looks like personal data or a secret.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Check digits</source>
        <translation>Check digits</translation>
    </message>
    <message>
        <source>right</source>
        <translation>right</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>wrong</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) masked</source>
        <translation>
            <numerusform>%n place masked</numerusform>
            <numerusform>%n places masked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::MessageDelegate</name>
    <message>
        <source>private note</source>
        <translation>private note</translation>
    </message>
</context>
<context>
    <name>panels::MessageScroll</name>
    <message>
        <source>↓ Newest messages</source>
        <translation>↓ Newest messages</translation>
    </message>
</context>
<context>
    <name>panels::NewRelease</name>
    <message>
        <source>%1 (version %2)</source>
        <translation>%1 (version %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocker(s)</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Say what it is called.</translation>
    </message>
    <message>
        <source>Without what this program cannot check yet: %1.</source>
        <translation>Without what this program cannot check yet: %1.</translation>
    </message>
</context>
<context>
    <name>panels::OpenRelease</name>
    <message>
        <source>There is a secret in it. Show that it is there without its value.</source>
        <translation>There is a secret in it. Show that it is there without its value.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>That is not the passphrase.</translation>
    </message>
    <message>
        <source>Your roles do not allow that: a lead gives roles in Settings → People.</source>
        <translation>Your roles do not allow that: a lead gives roles in Settings → People.</translation>
    </message>
    <message>
        <source>There is a password or key in that value. It is used now, and not kept.</source>
        <translation>There is a password or key in that value. It is used now, and not kept.</translation>
    </message>
    <message>
        <source>There is a secret in it. Write a name in braces, {log_token} for instance.</source>
        <translation>There is a secret in it. Write a name in braces, {log_token} for instance.</translation>
    </message>
    <message>
        <source>Somebody else changed this release just now. Open that again, then try once more.</source>
        <translation>Somebody else changed this release just now. Open that again, then try once more.</translation>
    </message>
</context>
<context>
    <name>panels::Overrides</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1 as %2</translation>
    </message>
    <message>
        <source>one approval is missing</source>
        <translation>one approval is missing</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>over since %1</translation>
    </message>
    <message>
        <source>Covers: %1</source>
        <translation>Covers: %1</translation>
    </message>
    <message>
        <source>There is nothing to override.</source>
        <translation>There is nothing to override.</translation>
    </message>
    <message>
        <source>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</source>
        <translation>Nobody can override that: without items, with a damaged ledger or a plan that does not fit together it is never a go.</translation>
    </message>
    <message>
        <source>For an override: %1.</source>
        <translation>For an override: %1.</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>alone</translation>
    </message>
</context>
<context>
    <name>panels::PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (you)</translation>
    </message>
    <message>
        <source>locked out</source>
        <translation>locked out</translation>
    </message>
    <message>
        <source>with a passphrase</source>
        <translation>with a passphrase</translation>
    </message>
    <message>
        <source>without a passphrase</source>
        <translation>without a passphrase</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>Let in again</translation>
    </message>
    <message>
        <source>Lock out</source>
        <translation>Lock out</translation>
    </message>
    <message>
        <source>A passphrase has 8 characters or more.</source>
        <translation>A passphrase has 8 characters or more.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>That is not allowed: a lead does it, one lead always stays, and your own passphrase is changed with the one before.</source>
        <translation>That is not allowed: a lead does it, one lead always stays, and your own passphrase is changed with the one before.</translation>
    </message>
    <message>
        <source>A name has 1 to 80 characters, and a person one role at least.</source>
        <translation>A name has 1 to 80 characters, and a person one role at least.</translation>
    </message>
    <message>
        <source>Somebody has that name.</source>
        <translation>Somebody has that name.</translation>
    </message>
</context>
<context>
    <name>panels::PlanList</name>
    <message>
        <source>Up</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Up (Ctrl+Up)</source>
        <translation>Up (Ctrl+Up)</translation>
    </message>
    <message>
        <source>Down (Ctrl+Down)</source>
        <translation>Down (Ctrl+Down)</translation>
    </message>
</context>
<context>
    <name>panels::ReleasesPanel</name>
    <message>
        <source>All releases</source>
        <translation>All releases</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n reason</numerusform>
            <numerusform>%n reasons</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
</context>
<context>
    <name>panels::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Save the imported file</source>
        <translation>Save the imported file</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
    <message>
        <source>It cannot be written there: %1</source>
        <translation>It cannot be written there: %1</translation>
    </message>
    <message>
        <source>A head is a number and 64 hexadecimal digits, as reports show it.</source>
        <translation>A head is a number and 64 hexadecimal digits, as reports show it.</translation>
    </message>
</context>
<context>
    <name>panels::RescheduleDialog</name>
    <message>
        <source>A release has a title.</source>
        <translation>A release has a title.</translation>
    </message>
</context>
<context>
    <name>panels::RollbackPage</name>
    <message>
        <source>Rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>✗ it is so</source>
        <translation>✗ it is so</translation>
    </message>
    <message>
        <source>a person says it</source>
        <translation>a person says it</translation>
    </message>
    <message>
        <source>Try first: %1.</source>
        <translation>Try first: %1.</translation>
    </message>
    <message>
        <source>Who decides: %1.</source>
        <translation>Who decides: %1.</translation>
    </message>
    <message>
        <source>This release has no plan for going back.</source>
        <translation>This release has no plan for going back.</translation>
    </message>
    <message>
        <source>Rehearsed on %1.</source>
        <translation>Rehearsed on %1.</translation>
    </message>
    <message>
        <source>Not rehearsed yet.</source>
        <translation>Not rehearsed yet.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimate</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Steps, if it comes to that</source>
        <translation>Steps, if it comes to that</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>It took %1; the estimate was %2.</source>
        <translation>It took %1; the estimate was %2.</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>under a minute</translation>
    </message>
    <message>
        <source>Under way; the estimate is %1.</source>
        <translation>Under way; the estimate is %1.</translation>
    </message>
    <message>
        <source>It had been rehearsed.</source>
        <translation>It had been rehearsed.</translation>
    </message>
    <message>
        <source>It had not been rehearsed.</source>
        <translation>It had not been rehearsed.</translation>
    </message>
    <message>
        <source>%1: %2, decided by %3 as %4. %5</source>
        <translation>%1: %2, decided by %3 as %4. %5</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>✓ it is not so</source>
        <translation>✓ it is not so</translation>
    </message>
    <message>
        <source>⚠ not for long enough yet</source>
        <translation>⚠ not for long enough yet</translation>
    </message>
    <message>
        <source>no reading</source>
        <translation>no reading</translation>
    </message>
    <message>
        <source>Nothing is out that could be taken back.</source>
        <translation>Nothing is out that could be taken back.</translation>
    </message>
    <message>
        <source>Rehearsed on %1, as %2 says.</source>
        <translation>Rehearsed on %1, as %2 says.</translation>
    </message>
</context>
<context>
    <name>panels::RollbackPart</name>
    <message>
        <source>Rollback</source>
        <translation>Rollback</translation>
    </message>
    <message>
        <source>When to roll back</source>
        <translation>When to roll back</translation>
    </message>
    <message>
        <source>Nothing is said yet of when to roll back.</source>
        <translation>Nothing is said yet of when to roll back.</translation>
    </message>
    <message>
        <source>Add a reason…</source>
        <translation>Add a reason…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove the reason</source>
        <translation>Remove the reason</translation>
    </message>
    <message>
        <source>Steps, one after another</source>
        <translation>Steps, one after another</translation>
    </message>
    <message>
        <source>No steps yet: what somebody does to roll back, and how long it takes.</source>
        <translation>No steps yet: what somebody does to roll back, and how long it takes.</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Add a step…</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Remove the step</translation>
    </message>
    <message>
        <source>a person says so</source>
        <translation>a person says so</translation>
    </message>
    <message>
        <source>first: %1</source>
        <translation>first: %1</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>Change the step</source>
        <translation>Change the step</translation>
    </message>
    <message>
        <source>Estimate, minutes</source>
        <translation>Estimate, minutes</translation>
    </message>
</context>
<context>
    <name>panels::RolloutDialog</name>
    <message>
        <source>How it goes out and back</source>
        <translation>How it goes out and back</translation>
    </message>
    <message>
        <source>Each stage takes a bigger share than the one before, and the last one 100 %.</source>
        <translation>Each stage takes a bigger share than the one before, and the last one 100 %.</translation>
    </message>
</context>
<context>
    <name>panels::RowDialog</name>
    <message>
        <source>Say what it is called.</source>
        <translation>Say what it is called.</translation>
    </message>
</context>
<context>
    <name>panels::RuleDialog</name>
    <message>
        <source>Add a sign-off</source>
        <translation>Add a sign-off</translation>
    </message>
    <message>
        <source>Change the sign-off</source>
        <translation>Change the sign-off</translation>
    </message>
    <message>
        <source>Say what is signed.</source>
        <translation>Say what is signed.</translation>
    </message>
    <message>
        <source>Say who may sign: one role at least.</source>
        <translation>Say who may sign: one role at least.</translation>
    </message>
    <message>
        <source>Whoever worked on what it covers does not sign it.</source>
        <translation>Whoever worked on what it covers does not sign it.</translation>
    </message>
    <message>
        <source>So many cannot sign each in another role: name more roles, or ask for fewer.</source>
        <translation>So many cannot sign each in another role: name more roles, or ask for fewer.</translation>
    </message>
</context>
<context>
    <name>panels::RulesPart</name>
    <message>
        <source>Sign-offs</source>
        <translation>Sign-offs</translation>
    </message>
    <message numerus="yes">
        <source>%n of: %1</source>
        <comment>so many signatures of these roles</comment>
        <translation>
            <numerusform>%n of: %1</numerusform>
            <numerusform>%n of: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>covers everything</source>
        <translation>covers everything</translation>
    </message>
    <message>
        <source>covers %1</source>
        <translation>covers %1</translation>
    </message>
    <message>
        <source>only if %1</source>
        <translation>only if %1</translation>
    </message>
    <message>
        <source>Nobody signs. A sign-off says who has to agree before a go: security, for instance.</source>
        <translation>Nobody signs. A sign-off says who has to agree before a go: security, for instance.</translation>
    </message>
    <message>
        <source>Add a sign-off…</source>
        <translation>Add a sign-off…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove the sign-off</source>
        <translation>Remove the sign-off</translation>
    </message>
    <message>
        <source>each in another role</source>
        <translation>each in another role</translation>
    </message>
</context>
<context>
    <name>panels::SectionsPart</name>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>No section yet. Items stand in sections, which can wait for each other: add the first one.</source>
        <translation>No section yet. Items stand in sections, which can wait for each other: add the first one.</translation>
    </message>
    <message>
        <source>Add a section…</source>
        <translation>Add a section…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Remove with its items</source>
        <translation>Remove with its items</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>begins when the blockers of the section before are verified</source>
        <translation>begins when the blockers of the section before are verified</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Add a section</translation>
    </message>
    <message>
        <source>Change the section</source>
        <translation>Change the section</translation>
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
        <translation>Shop</translation>
    </message>
    <message>
        <source>Business hours</source>
        <translation>Business hours</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Mine and unassigned</source>
        <translation>Mine and unassigned</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Everybody&apos;s</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) added.</source>
        <translation>
            <numerusform>%n demonstration conversation added.</numerusform>
            <numerusform>%n demonstration conversations added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) removed.</source>
        <translation>
            <numerusform>%n demonstration conversation removed.</numerusform>
            <numerusform>%n demonstration conversations removed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Relevo %1
Data: %2
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Relevo %1
Data: %2
Free software under the GNU General Public License, version 3 or later.</translation>
    </message>
    <message>
        <source>A name has 1 to 80 characters.</source>
        <translation>A name has 1 to 80 characters.</translation>
    </message>
    <message>
        <source>%1: write hours as 09:00-13:00, 16:00-20:00, not %2.</source>
        <translation>%1: write hours as 09:00-13:00, 16:00-20:00, not %2.</translation>
    </message>
    <message>
        <source>%1: %2 closes before it opens.</source>
        <translation>%1: %2 closes before it opens.</translation>
    </message>
    <message>
        <source>%1: these hours overlap: %2</source>
        <translation>%1: these hours overlap: %2</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>There is no time zone %1.</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Understanding</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>AI</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>panels::ShortcutList</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Click a field and press other keys to change a shortcut.</source>
        <translation>Click a field and press other keys to change a shortcut.</translation>
    </message>
    <message>
        <source>These keys do something else already: %1</source>
        <translation>These keys do something else already: %1</translation>
    </message>
</context>
<context>
    <name>panels::SignDialog</name>
    <message>
        <source>For: %1</source>
        <translation>For: %1</translation>
    </message>
    <message>
        <source>%1 of %2 signed</source>
        <translation>%1 of %2 signed</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) no longer count: something changed after them</source>
        <translation>
            <numerusform>%n signature no longer counts: something changed after it</numerusform>
            <numerusform>%n signatures no longer count: something changed after them</numerusform>
        </translation>
    </message>
    <message>
        <source>You worked on what it covers, so somebody else signs.</source>
        <translation>You worked on what it covers, so somebody else signs.</translation>
    </message>
    <message>
        <source>You have none of these roles.</source>
        <translation>You have none of these roles.</translation>
    </message>
</context>
<context>
    <name>panels::SignOffs</name>
    <message>
        <source>Sign-off</source>
        <translation>Sign-off</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>not asked for</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 as %2, %3</source>
        <translation>%1 as %2, %3</translation>
    </message>
    <message>
        <source>%1: void, it changed since</source>
        <translation>%1: void, it changed since</translation>
    </message>
    <message>
        <source>This release asks for no signature.</source>
        <translation>This release asks for no signature.</translation>
    </message>
    <message>
        <source>Choose a sign-off to sign it.</source>
        <translation>Choose a sign-off to sign it.</translation>
    </message>
    <message>
        <source>Not asked for: no longer “%1”</source>
        <translation>Not asked for: no longer “%1”</translation>
    </message>
    <message>
        <source>Ask for it: “%1”</source>
        <translation>Ask for it: “%1”</translation>
    </message>
    <message>
        <source>without a passphrase</source>
        <translation>without a passphrase</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>alone</translation>
    </message>
    <message>
        <source>%1, each in another role</source>
        <translation>%1, each in another role</translation>
    </message>
</context>
<context>
    <name>panels::SleepWatch</name>
    <message>
        <source>Customers are told before this machine sleeps</source>
        <translation>Customers are told before this machine sleeps</translation>
    </message>
    <message>
        <source>Customers wait for an answer</source>
        <translation>Customers wait for an answer</translation>
    </message>
</context>
<context>
    <name>panels::StageStrip</name>
    <message>
        <source>%1 %, here now</source>
        <translation>%1 %, here now</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stages: %1</source>
        <translation>Stages: %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>at least %1</translation>
    </message>
</context>
<context>
    <name>panels::StepDialog</name>
    <message>
        <source>It is let pass until a date, and turns red again by itself. %1 approves it, and that stays in the history.</source>
        <translation>It is let pass until a date, and turns red again by itself. %1 approves it, and that stays in the history.</translation>
    </message>
    <message>
        <source>The gate asks for it no more. Say why it does not apply here.</source>
        <translation>The gate asks for it no more. Say why it does not apply here.</translation>
    </message>
    <message>
        <source>Something outside is in the way. Say what it waits for.</source>
        <translation>Something outside is in the way. Say what it waits for.</translation>
    </message>
    <message>
        <source>Say what was found.</source>
        <translation>Say what was found.</translation>
    </message>
</context>
<context>
    <name>panels::TalkPart</name>
    <message>
        <source>Discussion (%1)</source>
        <translation>Discussion (%1)</translation>
    </message>
    <message>
        <source>Discussion</source>
        <translation>Discussion</translation>
    </message>
</context>
<context>
    <name>panels::TemplateEditor</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>changes that are not saved yet</source>
        <translation>changes that are not saved yet</translation>
    </message>
</context>
<context>
    <name>panels::TemplatesPage</name>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Choose a template to read and change it. What is saved is a new version: releases keep the one that they were made of.</source>
        <translation>Choose a template to read and change it. What is saved is a new version: releases keep the one that they were made of.</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>came with the program</translation>
    </message>
    <message>
        <source>saved on %1 by %2</source>
        <translation>saved on %1 by %2</translation>
    </message>
    <message>
        <source>A template needs a title, and items that fit together.</source>
        <translation>A template needs a title, and items that fit together.</translation>
    </message>
    <message>
        <source>“%1” was changed, and that is not saved yet.</source>
        <translation>“%1” was changed, and that is not saved yet.</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Save the changes?</translation>
    </message>
    <message>
        <source>Save as a new template</source>
        <translation>Save as a new template</translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation>Save as a new version</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>New template</translation>
    </message>
    <message>
        <source>Somebody else saved a version just now. Save again.</source>
        <translation>Somebody else saved a version just now. Save again.</translation>
    </message>
    <message>
        <source>never saved yet</source>
        <translation>never saved yet</translation>
    </message>
    <message>
        <source>What was changed here and not saved is gone: somebody else sits here now.</source>
        <translation>What was changed here and not saved is gone: somebody else sits here now.</translation>
    </message>
</context>
<context>
    <name>panels::TermChooser</name>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
</context>
<context>
    <name>panels::TimelineModel</name>
    <message>
        <source>no estimate</source>
        <translation>no estimate</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>any</source>
        <translation>any</translation>
    </message>
    <message>
        <source>⚠ late: %1</source>
        <translation>⚠ late: %1</translation>
    </message>
    <message>
        <source>at risk: %1</source>
        <translation>at risk: %1</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Can begin</source>
        <translation>Can begin</translation>
    </message>
    <message>
        <source>Can end</source>
        <translation>Can end</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>panels::TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>All open items</source>
        <translation>All open items</translation>
    </message>
    <message>
        <source>The critical path</source>
        <translation>The critical path</translation>
    </message>
    <message>
        <source>Late, and at risk of it</source>
        <translation>Late, and at risk of it</translation>
    </message>
    <message>
        <source>The plan does not fit together: see the gate.</source>
        <translation>The plan does not fit together: see the gate.</translation>
    </message>
    <message>
        <source>A go is possible on %1 at the earliest</source>
        <translation>A go is possible on %1 at the earliest</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) on the critical path</source>
        <translation>
            <numerusform>%n item on the critical path</numerusform>
            <numerusform>%n items on the critical path</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation>
            <numerusform>%n at risk</numerusform>
            <numerusform>%n at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an estimate: the date is at best as said</source>
        <translation>
            <numerusform>%n without an estimate: the date is at best as said</numerusform>
            <numerusform>%n without an estimate: the date is at best as said</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels::UnderstandingPage</name>
    <message>
        <source>Learning now. Chats go on meanwhile.</source>
        <translation>Learning now. Chats go on meanwhile.</translation>
    </message>
    <message>
        <source>Not ready yet.</source>
        <translation>Not ready yet.</translation>
    </message>
    <message>
        <source>Learnt here on %1</source>
        <translation>Learnt here on %1</translation>
    </message>
    <message>
        <source>As it came with Relevo</source>
        <translation>As it came with Relevo</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n correction(s) by your team</source>
        <translation>
            <numerusform>%1, with %n correction by your team</numerusform>
            <numerusform>%1, with %n corrections by your team</numerusform>
        </translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>The new model is in use: %1 right, before %2.</source>
        <translation>The new model is in use: %1 right, before %2.</translation>
    </message>
    <message>
        <source>The new model would be worse (%1 right, now %2). Nothing was changed.</source>
        <translation>The new model would be worse (%1 right, now %2). Nothing was changed.</translation>
    </message>
    <message>
        <source>The model before is in use again.</source>
        <translation>The model before is in use again.</translation>
    </message>
    <message>
        <source>Removed. It will be unlearnt in a moment.</source>
        <translation>Removed. It will be unlearnt in a moment.</translation>
    </message>
</context>
<context>
    <name>panels::WatchCard</name>
    <message>
        <source>✓ fine</source>
        <translation>✓ fine</translation>
    </message>
    <message>
        <source>⚠ past its limit, not for long enough yet</source>
        <translation>⚠ past its limit, not for long enough yet</translation>
    </message>
    <message>
        <source>✗ past its limit</source>
        <translation>✗ past its limit</translation>
    </message>
    <message>
        <source>no reading of the last five minutes</source>
        <translation>no reading of the last five minutes</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>It reads now</source>
        <translation>It reads now</translation>
    </message>
    <message>
        <source>What “%1” reads now</source>
        <translation>What “%1” reads now</translation>
    </message>
    <message>
        <source>Chart of “%1”</source>
        <translation>Chart of “%1”</translation>
    </message>
    <message>
        <source>before the release: %1</source>
        <translation>before the release: %1</translation>
    </message>
    <message>
        <source>what it was before the release is not known</source>
        <translation>what it was before the release is not known</translation>
    </message>
</context>
<context>
    <name>panels::WatchDialog</name>
    <message>
        <source>Add a figure to watch</source>
        <translation>Add a figure to watch</translation>
    </message>
    <message>
        <source>Change the watched figure</source>
        <translation>Change the watched figure</translation>
    </message>
    <message>
        <source>Add when to roll back</source>
        <translation>Add when to roll back</translation>
    </message>
    <message>
        <source>Change when to roll back</source>
        <translation>Change when to roll back</translation>
    </message>
    <message>
        <source>above the limit</source>
        <translation>above the limit</translation>
    </message>
    <message>
        <source>below the limit</source>
        <translation>below the limit</translation>
    </message>
    <message>
        <source>Say what it is called.</source>
        <translation>Say what it is called.</translation>
    </message>
    <message>
        <source>Say which figure.</source>
        <translation>Say which figure.</translation>
    </message>
    <message>
        <source>The limit is a number.</source>
        <translation>The limit is a number.</translation>
    </message>
</context>
<context>
    <name>panels::WelcomePage</name>
    <message>
        <source>Please write a name of up to 80 characters.</source>
        <translation>Please write a name of up to 80 characters.</translation>
    </message>
    <message numerus="yes">
        <source>%n demonstration conversation(s) added</source>
        <translation>
            <numerusform>%n demonstration conversation added</numerusform>
            <numerusform>%n demonstration conversations added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>relevoctl</name>
    <message>
        <source>Since the start: messages %1, errors %2</source>
        <translation>Since the start: messages %1, errors %2</translation>
    </message>
    <message>
        <source>default</source>
        <translation>default</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>settings</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>environment</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>command line</translation>
    </message>
    <message>
        <source>That is not how this command is used. Add --help to see it.</source>
        <translation>That is not how this command is used. Add --help to see it.</translation>
    </message>
    <message>
        <source>Usage: relevoctl COMMAND [--data FOLDER] [--json] [--output FILE]</source>
        <translation>Usage: relevoctl COMMAND [--data FOLDER] [--json] [--output FILE]</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 the answer is no, 2 it could not be done.</source>
        <translation>Exit codes: 0 done, 1 the answer is no, 2 it could not be done.</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verified</translation>
    </message>
    <message>
        <source>NOT verified</source>
        <translation>NOT verified</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>There is no such file: %1</translation>
    </message>
    <message>
        <source>Restored. The data that was there before stands beside it.</source>
        <translation>Restored. The data that was there before stands beside it.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>%1 imported, %2 there already, %3 lines could not be read</source>
        <translation>%1 imported, %2 there already, %3 lines could not be read</translation>
    </message>
    <message>
        <source>%1 demonstration conversations added</source>
        <translation>%1 demonstration conversations added</translation>
    </message>
    <message>
        <source>%1 demonstration conversations removed</source>
        <translation>%1 demonstration conversations removed</translation>
    </message>
    <message>
        <source>Makes a backup and verifies it</source>
        <translation>Makes a backup and verifies it</translation>
    </message>
    <message>
        <source>Lists the backups</source>
        <translation>Lists the backups</translation>
    </message>
    <message>
        <source>Replaces the data by a backup (with the program closed)</source>
        <translation>Replaces the data by a backup (with the program closed)</translation>
    </message>
    <message>
        <source>Imports conversations, one JSON object a line</source>
        <translation>Imports conversations, one JSON object a line</translation>
    </message>
    <message>
        <source>Adds demonstration conversations</source>
        <translation>Adds demonstration conversations</translation>
    </message>
    <message>
        <source>Removes the demonstration conversations</source>
        <translation>Removes the demonstration conversations</translation>
    </message>
    <message>
        <source>Running at %1 since %2</source>
        <translation>Running at %1 since %2</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Not running</translation>
    </message>
    <message>
        <source>Data: %1 (%2)</source>
        <translation>Data: %1 (%2)</translation>
    </message>
    <message>
        <source>writable</source>
        <translation>writable</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>cannot be written</translation>
    </message>
    <message>
        <source>Open conversations: %1, waiting for a person: %2, customers connected: %3</source>
        <translation>Open conversations: %1, waiting for a person: %2, customers connected: %3</translation>
    </message>
    <message>
        <source>Last verified backup: %1</source>
        <translation>Last verified backup: %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Serves customers without a window, until Ctrl-C</source>
        <translation>Serves customers without a window, until Ctrl-C</translation>
    </message>
    <message>
        <source>Tells whether Relevo runs, where, and who waits</source>
        <translation>Tells whether Relevo runs, where, and who waits</translation>
    </message>
    <message>
        <source>Shows every setting in force and where it comes from</source>
        <translation>Shows every setting in force and where it comes from</translation>
    </message>
    <message>
        <source>Cannot be understood: %1</source>
        <translation>Cannot be understood: %1</translation>
    </message>
    <message>
        <source>Relevo is running with this data. Close it first.</source>
        <translation>Relevo is running with this data. Close it first.</translation>
    </message>
    <message>
        <source>There is no such thing.</source>
        <translation>There is no such thing.</translation>
    </message>
    <message>
        <source>It is there already, or somebody changed it first.</source>
        <translation>It is there already, or somebody changed it first.</translation>
    </message>
    <message>
        <source>The data folder is in use by another program, or too much waits already.</source>
        <translation>The data folder is in use by another program, or too much waits already.</translation>
    </message>
    <message>
        <source>It took too long.</source>
        <translation>It took too long.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>It was cancelled.</translation>
    </message>
    <message>
        <source>The disk, the database or the network cannot be reached.</source>
        <translation>The disk, the database or the network cannot be reached.</translation>
    </message>
    <message>
        <source>That was too often; wait a little.</source>
        <translation>That was too often; wait a little.</translation>
    </message>
    <message>
        <source>That is not allowed here.</source>
        <translation>That is not allowed here.</translation>
    </message>
    <message>
        <source>The input cannot be used.</source>
        <translation>The input cannot be used.</translation>
    </message>
    <message>
        <source>The stored data is damaged. It was left untouched.</source>
        <translation>The stored data is damaged. It was left untouched.</translation>
    </message>
    <message>
        <source>A key or token is missing.</source>
        <translation>A key or token is missing.</translation>
    </message>
    <message>
        <source>Something in Relevo itself went wrong.</source>
        <translation>Something in Relevo itself went wrong.</translation>
    </message>
    <message>
        <source>Another program already listens there (%1). End it, or choose another port with --listen HOST:PORT.</source>
        <translation>Another program already listens there (%1). End it, or choose another port with --listen HOST:PORT.</translation>
    </message>
    <message>
        <source>Try the chat at %1</source>
        <translation>Try the chat at %1</translation>
    </message>
    <message>
        <source>Data: %1. End with Ctrl-C.</source>
        <translation>Data: %1. End with Ctrl-C.</translation>
    </message>
    <message>
        <source>The data cannot be written, so it is open for reading only. Customers are asked to try again later. Start again once it can be written.</source>
        <translation>The data cannot be written, so it is open for reading only. Customers are asked to try again later. Start again once it can be written.</translation>
    </message>
    <message>
        <source>Cannot be understood: %1. relevoctl --help lists what can.</source>
        <translation>Cannot be understood: %1. relevoctl --help lists what can.</translation>
    </message>
    <message>
        <source>%1 states and %2 transitions looked at, %3 problems</source>
        <translation>%1 states and %2 transitions looked at, %3 problems</translation>
    </message>
    <message>
        <source>Proves a flow: no trap, every option works, every text is there</source>
        <translation>Proves a flow: no trap, every option works, every text is there</translation>
    </message>
    <message>
        <source>Draws a flow in the DOT language</source>
        <translation>Draws a flow in the DOT language</translation>
    </message>
    <message>
        <source>Lets simulated customers walk through a flow</source>
        <translation>Lets simulated customers walk through a flow</translation>
    </message>
    <message>
        <source>Runs conversation tests</source>
        <translation>Runs conversation tests</translation>
    </message>
    <message>
        <source>%1 conversations checked, %2 damaged</source>
        <translation>%1 conversations checked, %2 damaged</translation>
    </message>
    <message>
        <source>Compares backups with their manifests</source>
        <translation>Compares backups with their manifests</translation>
    </message>
    <message>
        <source>Recomputes the checksums of every stored conversation</source>
        <translation>Recomputes the checksums of every stored conversation</translation>
    </message>
    <message>
        <source>Attention: %1</source>
        <translation>Attention: %1</translation>
    </message>
    <message>
        <source>%1, turn %2:</source>
        <translation>%1, turn %2:</translation>
    </message>
    <message>
        <source>%1 conversations go as they went, %2 go another way, %3 cannot be replayed</source>
        <translation>%1 conversations go as they went, %2 go another way, %3 cannot be replayed</translation>
    </message>
    <message>
        <source>Replays the recorded conversations against a flow and shows what changes</source>
        <translation>Replays the recorded conversations against a flow and shows what changes</translation>
    </message>
    <message>
        <source>Model %1: %2 phrases, %3 intents, learnt in %4 s</source>
        <translation>Model %1: %2 phrases, %3 intents, learnt in %4 s</translation>
    </message>
    <message>
        <source>Of %1 phrases held back: %2 right, out of scope refused: %3</source>
        <translation>Of %1 phrases held back: %2 right, out of scope refused: %3</translation>
    </message>
    <message>
        <source>Cross-validated in %1 parts</source>
        <translation>Cross-validated in %1 parts</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Macro F1</translation>
    </message>
    <message>
        <source>Right in scope, refused is wrong</source>
        <translation>Right in scope, refused is wrong</translation>
    </message>
    <message>
        <source>Out of scope refused</source>
        <translation>Out of scope refused</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>A phrase, p50 / p99</source>
        <translation>A phrase, p50 / p99</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>intent</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>phrases</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>recall</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>out of scope</translation>
    </message>
    <message>
        <source>Learns from labelled phrases (CSV text,label or JSONL)</source>
        <translation>Learns from labelled phrases (CSV text,label or JSONL)</translation>
    </message>
    <message>
        <source>Asks an AI server and tells how that ended. The key comes from OPENAI_API_KEY or the file that OPENAI_API_KEY_FILE names; local servers need none</source>
        <translation>Asks an AI server and tells how that ended. The key comes from OPENAI_API_KEY or the file that OPENAI_API_KEY_FILE names; local servers need none</translation>
    </message>
    <message>
        <source>Reads recorded event streams, one a line ({&quot;id&quot;,&quot;chunks_b64&quot;}), and prints their events</source>
        <translation>Reads recorded event streams, one a line ({&quot;id&quot;,&quot;chunks_b64&quot;}), and prints their events</translation>
    </message>
    <message>
        <source>Reads recorded answers of AI servers, one a line ({&quot;id&quot;,&quot;status&quot;,&quot;headers&quot;,&quot;chunks_b64&quot;}), and prints what they say</source>
        <translation>Reads recorded answers of AI servers, one a line ({&quot;id&quot;,&quot;status&quot;,&quot;headers&quot;,&quot;chunks_b64&quot;}), and prints what they say</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Outcome: %1</translation>
    </message>
    <message>
        <source>Attempt at %1: %2, status %3, %4 ms</source>
        <translation>Attempt at %1: %2, status %3, %4 ms</translation>
    </message>
    <message>
        <source>No classifier: there are no phrases.</source>
        <translation>No classifier: there are no phrases.</translation>
    </message>
    <message>
        <source>Smart mode is off.</source>
        <translation>Smart mode is off.</translation>
    </message>
    <message>
        <source>Smart mode is off: SMART_MODE or SMART_MODE_ENABLED said so at the start.</source>
        <translation>Smart mode is off: SMART_MODE or SMART_MODE_ENABLED said so at the start.</translation>
    </message>
    <message>
        <source>Smart mode is off: the file that SMART_MODE_FILE names says so.</source>
        <translation>Smart mode is off: the file that SMART_MODE_FILE names says so.</translation>
    </message>
    <message>
        <source>Smart mode is on.</source>
        <translation>Smart mode is on.</translation>
    </message>
    <message>
        <source>Smart mode is on for %1 % of conversations.</source>
        <translation>Smart mode is on for %1 % of conversations.</translation>
    </message>
    <message>
        <source>Turns the help of AI on or off, from the next message</source>
        <translation>Turns the help of AI on or off, from the next message</translation>
    </message>
    <message>
        <source>No AI is set up: everything is answered without it.</source>
        <translation>No AI is set up: everything is answered without it.</translation>
    </message>
    <message>
        <source>Measures how well phrases are understood (with --problems, which problem they tell); without --test by cross-validation, without --train with the shipped phrases</source>
        <translation>Measures how well phrases are understood (with --problems, which problem they tell); without --test by cross-validation, without --train with the shipped phrases</translation>
    </message>
    <message>
        <source>Says what a text wants and which problem it tells; without one, for each line of the input</source>
        <translation>Says what a text wants and which problem it tells; without one, for each line of the input</translation>
    </message>
    <message>
        <source>AI: %1</source>
        <translation>AI: %1</translation>
    </message>
    <message>
        <source>AI: none, and everything works without it. A key or a local server lets the bot understand freer wording and helps agents to write.</source>
        <translation>AI: none, and everything works without it. A key or a local server lets the bot understand freer wording and helps agents to write.</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>keychain</translation>
    </message>
    <message>
        <source>keychain is locked</source>
        <translation>keychain is locked</translation>
    </message>
    <message>
        <source>no keychain answers</source>
        <translation>no keychain answers</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nowhere</translation>
    </message>
    <message>
        <source>Nothing there looks like personal data or a secret.</source>
        <translation>Nothing there looks like personal data or a secret.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read: a JSON object with &quot;text&quot; is wanted.</source>
        <translation>Line %1 cannot be read: a JSON object with &quot;text&quot; is wanted.</translation>
    </message>
    <message>
        <source>Masks personal data and secrets of the input: a text, or with --jsonl rows {&quot;id&quot;,&quot;text&quot;}; --explain says why</source>
        <translation>Masks personal data and secrets of the input: a text, or with --jsonl rows {&quot;id&quot;,&quot;text&quot;}; --explain says why</translation>
    </message>
    <message>
        <source>Exports all conversations, one JSON object a line; --masked without personal data</source>
        <translation>Exports all conversations, one JSON object a line; --masked without personal data</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>reviewer</translation>
    </message>
    <message>
        <source>development lead</source>
        <translation>development lead</translation>
    </message>
    <message>
        <source>backend lead</source>
        <translation>backend lead</translation>
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
        <translation>security</translation>
    </message>
    <message>
        <source>product</source>
        <translation>product</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>legal</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>Passphrase of %1, on a line:</source>
        <translation>Passphrase of %1, on a line:</translation>
    </message>
    <message>
        <source>(with a passphrase)</source>
        <translation>(with a passphrase)</translation>
    </message>
    <message>
        <source>(locked out)</source>
        <translation>(locked out)</translation>
    </message>
    <message>
        <source>Say who you are, with --as NAME.</source>
        <translation>Say who you are, with --as NAME.</translation>
    </message>
    <message>
        <source>There is no role &quot;%1&quot;, only: %2</source>
        <translation>There is no role &quot;%1&quot;, only: %2</translation>
    </message>
    <message>
        <source>%1, the new one</source>
        <translation>%1, the new one</translation>
    </message>
    <message>
        <source>Lists who works here</source>
        <translation>Lists who works here</translation>
    </message>
    <message>
        <source>Adds somebody, as an agent or with these roles</source>
        <translation>Adds somebody, as an agent or with these roles</translation>
    </message>
    <message>
        <source>Gives somebody these roles and no others</source>
        <translation>Gives somebody these roles and no others</translation>
    </message>
    <message>
        <source>Changes somebody&apos;s name</source>
        <translation>Changes somebody&apos;s name</translation>
    </message>
    <message>
        <source>Locks somebody out</source>
        <translation>Locks somebody out</translation>
    </message>
    <message>
        <source>Lets somebody in again</source>
        <translation>Lets somebody in again</translation>
    </message>
    <message>
        <source>Sets somebody&apos;s passphrase, read from standard input</source>
        <translation>Sets somebody&apos;s passphrase, read from standard input</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Mac Roman; it was repaired.</source>
        <translation>The file&apos;s text had been read as Mac Roman; it was repaired.</translation>
    </message>
    <message>
        <source>The file&apos;s text had been read as Latin-1; it was repaired.</source>
        <translation>The file&apos;s text had been read as Latin-1; it was repaired.</translation>
    </message>
    <message>
        <source>The bot answers at no stage named &quot;%1&quot;.</source>
        <translation>The bot answers at no stage named &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>AI may help at every stage.</source>
        <translation>AI may help at every stage.</translation>
    </message>
    <message>
        <source>AI does not help at: %1</source>
        <translation>AI does not help at: %1</translation>
    </message>
    <message>
        <source>Tells at which stages AI does not help, or sets them; all: it helps at each</source>
        <translation>Tells at which stages AI does not help, or sets them; all: it helps at each</translation>
    </message>
    <message>
        <source>Go (0) or no-go (1), with every reason</source>
        <translation>Go (0) or no-go (1), with every reason</translation>
    </message>
    <message>
        <source>Prints the report with signatures and the ledger&apos;s head</source>
        <translation>Prints the report with signatures and the ledger&apos;s head</translation>
    </message>
    <message>
        <source>Prints the task list, an imported one byte for byte</source>
        <translation>Prints the task list, an imported one byte for byte</translation>
    </message>
    <message>
        <source>Prints the ledger, an entry a line</source>
        <translation>Prints the ledger, an entry a line</translation>
    </message>
    <message>
        <source>Prints the ledger&apos;s head, to be kept elsewhere</source>
        <translation>Prints the ledger&apos;s head, to be kept elsewhere</translation>
    </message>
    <message>
        <source>Whether the ledger is sound and complete (0) or not (1)</source>
        <translation>Whether the ledger is sound and complete (0) or not (1)</translation>
    </message>
    <message>
        <source>What differs from another release, or from the newest template</source>
        <translation>What differs from another release, or from the newest template</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot;, only: %2</source>
        <translation>There is no step &quot;%1&quot;, only: %2</translation>
    </message>
    <message>
        <source>Says that an item is done, or open again</source>
        <translation>Says that an item is done, or open again</translation>
    </message>
    <message>
        <source>Takes an item a step further: TIME is 2026-12-01T18:00Z or +2h</source>
        <translation>Takes an item a step further: TIME is 2026-12-01T18:00Z or +2h</translation>
    </message>
    <message>
        <source>Says whose an item is, and by when</source>
        <translation>Says whose an item is, and by when</translation>
    </message>
    <message>
        <source>Adds to an item&apos;s discussion</source>
        <translation>Adds to an item&apos;s discussion</translation>
    </message>
    <message>
        <source>Creates a release and prints its id</source>
        <translation>Creates a release and prints its id</translation>
    </message>
    <message>
        <source>Changes a release&apos;s title or date</source>
        <translation>Changes a release&apos;s title or date</translation>
    </message>
    <message>
        <source>Signs a release in one&apos;s role</source>
        <translation>Signs a release in one&apos;s role</translation>
    </message>
    <message>
        <source>Asks to go against the gate, or approves what another asked</source>
        <translation>Asks to go against the gate, or approves what another asked</translation>
    </message>
    <message>
        <source>Goes back, says that the next step of going back is done, or that it was rehearsed</source>
        <translation>Goes back, says that the next step of going back is done, or that it was rehearsed</translation>
    </message>
    <message>
        <source>Says when nothing is to be released</source>
        <translation>Says when nothing is to be released</translation>
    </message>
    <message>
        <source>Takes such a time back</source>
        <translation>Takes such a time back</translation>
    </message>
    <message>
        <source>Found no place for:</source>
        <translation>Found no place for:</translation>
    </message>
    <message>
        <source>Nothing was saved; --save makes a release.</source>
        <translation>Nothing was saved; --save makes a release.</translation>
    </message>
    <message>
        <source>%1 things that the file says were not taken over.</source>
        <translation>%1 things that the file says were not taken over.</translation>
    </message>
    <message>
        <source>Prints a Markdown file&apos;s tasks, guesses at it, or makes a release</source>
        <translation>Prints a Markdown file&apos;s tasks, guesses at it, or makes a release</translation>
    </message>
    <message>
        <source>There are no releases yet.</source>
        <translation>There are no releases yet.</translation>
    </message>
    <message>
        <source>Lists the releases with their verdicts</source>
        <translation>Lists the releases with their verdicts</translation>
    </message>
    <message>
        <source>Shows a release&apos;s items and their states</source>
        <translation>Shows a release&apos;s items and their states</translation>
    </message>
    <message>
        <source>Prints who said what of a release, and when</source>
        <translation>Prints who said what of a release, and when</translation>
    </message>
    <message>
        <source>Lists what a release can be made of</source>
        <translation>Lists what a release can be made of</translation>
    </message>
    <message>
        <source>Lists the times in which nothing is released</source>
        <translation>Lists the times in which nothing is released</translation>
    </message>
    <message>
        <source>could not run</source>
        <translation>could not run</translation>
    </message>
    <message>
        <source>There is nothing to check there.</source>
        <translation>There is nothing to check there.</translation>
    </message>
    <message>
        <source>Says what {NAME} in its checks stands for, for instance host</source>
        <translation>Says what {NAME} in its checks stands for, for instance host</translation>
    </message>
    <message>
        <source>Files of evidence that the backup does not have: %1. relevoctl release verify names them.</source>
        <translation>Files of evidence that the backup does not have: %1. relevoctl release verify names them.</translation>
    </message>
    <message>
        <source>Lets a release without stages out, to everybody</source>
        <translation>Lets a release without stages out, to everybody</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>cannot be read: %1</translation>
    </message>
    <message>
        <source>Shows evidence: a text (standard input), a link, a file, a picture of the screen, a figure</source>
        <translation>Shows evidence: a text (standard input), a link, a file, a picture of the screen, a figure</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here, only: %2</source>
        <translation>&quot;%1&quot; is not known here, only: %2</translation>
    </message>
    <message>
        <source>several releases fit &quot;%1&quot;: %2</source>
        <translation>several releases fit &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>Two ways to a release side by side: what blocks each, its critical path, when it could go</source>
        <translation>Two ways to a release side by side: what blocks each, its critical path, when it could go</translation>
    </message>
    <message>
        <source>Asks no more for an item that nobody worked on</source>
        <translation>Asks no more for an item that nobody worked on</translation>
    </message>
    <message>
        <source>Says who signs: N of those with one of the roles</source>
        <translation>Says who signs: N of those with one of the roles</translation>
    </message>
    <message>
        <source>Asks no more for a signature</source>
        <translation>Asks no more for a signature</translation>
    </message>
    <message>
        <source>Shows a template; with --json as a file that can be changed and saved</source>
        <translation>Shows a template; with --json as a file that can be changed and saved</translation>
    </message>
    <message>
        <source>Saves a template as a new version; the ones before stay</source>
        <translation>Saves a template as a new version; the ones before stay</translation>
    </message>
    <message>
        <source>What changed in a template since a version: 0 nothing, 1 something</source>
        <translation>What changed in a template since a version: 0 nothing, 1 something</translation>
    </message>
    <message>
        <source>This release goes out without stages: with release go.</source>
        <translation>This release goes out without stages: with release go.</translation>
    </message>
    <message>
        <source>Erased: %1 texts, %2 files, %3 copies of them</source>
        <translation>Erased: %1 texts, %2 files, %3 copies of them</translation>
    </message>
    <message>
        <source>Backups that may still hold it, until newer ones replace them: %1</source>
        <translation>Backups that may still hold it, until newer ones replace them: %1</translation>
    </message>
    <message>
        <source>Takes back what was said: the texts and files of an entry of the ledger or of an item, or the imported file</source>
        <translation>Takes back what was said: the texts and files of an entry of the ledger or of an item, or the imported file</translation>
    </message>
    <message>
        <source>Asks for one more item, and prints its id; FILE: its checks, a list in JSON (/dev/stdin: standard input)</source>
        <translation>Asks for one more item, and prints its id; FILE: its checks, a list in JSON (/dev/stdin: standard input)</translation>
    </message>
    <message>
        <source>Changes what an item asks for; &quot;-&quot; takes a thing away (/dev/stdin: standard input)</source>
        <translation>Changes what an item asks for; &quot;-&quot; takes a thing away (/dev/stdin: standard input)</translation>
    </message>
    <message>
        <source>Round %1, %2</source>
        <translation>Round %1, %2</translation>
    </message>
    <message>
        <source>%1 / %2: its command was changed since this began, and does not run. Begin anew to run it.</source>
        <translation>%1 / %2: its command was changed since this began, and does not run. Begin anew to run it.</translation>
    </message>
    <message>
        <source>Runs the checks of a release, and keeps what came of them as evidence; with --every 5m --for 4h again and again, until then or Ctrl-C</source>
        <translation>Runs the checks of a release, and keeps what came of them as evidence; with --every 5m --for 4h again and again, until then or Ctrl-C</translation>
    </message>
    <message>
        <source>--%1 takes a time from 10s to 24h, for instance 5m: not &quot;%2&quot;</source>
        <translation>--%1 takes a time from 10s to 24h, for instance 5m: not &quot;%2&quot;</translation>
    </message>
    <message>
        <source>no program that counts them runs with this data</source>
        <translation>no program that counts them runs with this data</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>beyond it since %1, not for long enough yet</source>
        <translation>beyond it since %1, not for long enough yet</translation>
    </message>
    <message>
        <source>beyond it since %1: a breach</source>
        <translation>beyond it since %1: a breach</translation>
    </message>
    <message>
        <source>no reading of now</source>
        <translation>no reading of now</translation>
    </message>
    <message>
        <source>no baseline to compare with</source>
        <translation>no baseline to compare with</translation>
    </message>
    <message>
        <source>Proposed: promote. All figures are fine.</source>
        <translation>Proposed: promote. All figures are fine.</translation>
    </message>
    <message>
        <source>Proposed: promote to the end. All figures are fine.</source>
        <translation>Proposed: promote to the end. All figures are fine.</translation>
    </message>
    <message>
        <source>Proposed: hold. The stage needs its time.</source>
        <translation>Proposed: hold. The stage needs its time.</translation>
    </message>
    <message>
        <source>Proposed: hold. Not certain: %1.</source>
        <translation>Proposed: hold. Not certain: %1.</translation>
    </message>
    <message>
        <source>Proposed: abort. Not fine: %1.</source>
        <translation>Proposed: abort. Not fine: %1.</translation>
    </message>
    <message>
        <source>It is not under way: nothing is proposed.</source>
        <translation>It is not under way: nothing is proposed.</translation>
    </message>
    <message>
        <source>at least until %1</source>
        <translation>at least until %1</translation>
    </message>
    <message>
        <source>A reason to roll back is there: %1</source>
        <translation>A reason to roll back is there: %1</translation>
    </message>
    <message>
        <source>The figures cannot be read: %1.</source>
        <translation>The figures cannot be read: %1.</translation>
    </message>
    <message>
        <source>Tells how the watched figures are and what they propose (status; 1: a breach), or steers how many get what is new</source>
        <translation>Tells how the watched figures are and what they propose (status; 1: a breach), or steers how many get what is new</translation>
    </message>
    <message>
        <source>%1: without what this program cannot check yet: %2</source>
        <translation>%1: without what this program cannot check yet: %2</translation>
    </message>
    <message>
        <source>Takes over a template&apos;s stages, watched figures and way back</source>
        <translation>Takes over a template&apos;s stages, watched figures and way back</translation>
    </message>
</context>
</TS>
