// SPDX-License-Identifier: GPL-3.0-or-later
//
// Relevo's chat widget. One script is all that a site needs:
//
//   <script src="https://chat.example/widget.js" data-lang="es" defer></script>
//
//   data-base  address of the gateway; default: where this script comes from
//   data-lang  "es" or "en"; default: the page's language, then the browser's
//   data-open  "true" opens the panel at once
//
// The page may call Relevo.open() and Relevo.close().
//
// How it works. What the customer writes goes into the outbox (one localStorage entry a message, so
// that two tabs never overwrite each other) and from there, one at a time and in order, to
// POST /api/chat. What is shown comes from GET /api/events alone; the answer of /api/chat only says
// whether the message was taken. A message carries a random clientMessageId: the server answers a
// repeat from what it stored, and the stream's copy confirms the bubble that waits here.
//
// In localStorage, under `relevo:<base>:` session (id and token), customer, position (the last event
// read), outbox entries, and for a moment a lock where the browser has no navigator.locks. No cookie.
//
// Texts of others are only ever set as text, never as markup. Serve this file as UTF-8.
(() => {
  'use strict';
  if (window.Relevo) return;

  // ---------------------------------------------------------------- configuration

  const kMessageLimit = 4000; // characters, the server's limit
  const kCounterFrom = 3600;
  const kSilence = 15000; // ms without a heartbeat (one every 5 s) until the connection counts as lost
  const kRequestTimeout = 30000;
  const kLockPatience = 45000; // longer than a greeting plus a message may take
  const kTypingEvery = 3000;
  const kHiddenGrace = 30000; // a hidden tab keeps its own stream for this long
  const kGroupGap = 3 * 60000; // messages of one author within this share a time line

  const script = document.currentScript || document.querySelector('script[src*="widget.js"]');
  const settings = script ? script.dataset : {};

  function gatewayAddress() {
    const own = script && script.src ? new URL(script.src).origin : location.origin;
    const url = new URL(settings.base || own, location.href);
    return (url.origin + url.pathname).replace(/\/+$/, '');
  }

  const base = gatewayAddress();
  const locale = settings.lang || document.documentElement.lang || navigator.language || 'es';

  // ---------------------------------------------------------------- texts

  const texts = {
    es: {
      panel: 'Chat de ayuda',
      openChat: 'Abrir el chat',
      unread: (n) => (n === 1 ? '1 mensaje sin leer' : `${n} mensajes sin leer`),
      closePanel: 'Cerrar el panel',
      bot: 'Asistente virtual',
      person: 'Soporte',
      you: 'Vos',
      botDetail: 'Responde al instante',
      botDetailPeople: 'Hay personas disponibles',
      waiting: 'Esperando atención',
      waitSoon: 'Te atienden enseguida',
      waitNobody: 'Ahora no hay nadie en línea',
      waitMinutes: (n) => (n === 1 ? 'Espera aproximada: 1 minuto' : `Espera aproximada: ${n} minutos`),
      personDetail: 'Te atiende una persona',
      personOnline: 'Una persona, en línea',
      joined: (name) => `${name} se sumó a la conversación`,
      backToBot: 'Sigue el asistente virtual',
      menu: 'Más opciones',
      'cmd:person': 'Hablar con una persona',
      'cmd:restart': 'Empezar de nuevo',
      'cmd:language': 'Cambiar de idioma (español / English)',
      'cmd:close': 'Terminar el chat',
      'cmd:erase': 'Borrar mis datos',
      log: 'Mensajes',
      options: 'Opciones para responder',
      write: 'Escribí tu mensaje…',
      send: 'Enviar',
      left: (n) => (n >= 0 ? `Quedan ${n} caracteres` : `Sobran ${-n} caracteres`),
      pending: 'Pendiente de envío',
      sent: 'Enviado',
      delivered: 'Entregado',
      seen: 'Visto',
      typing: (name) => `${name} está escribiendo`,
      offline: 'Sin conexión',
      lost: 'Se perdió la conexión. Lo que escribas queda guardado y se envía cuando vuelva.',
      goodbye: 'El chat se cerró por ahora. Lo que escribas queda guardado y se envía cuando vuelva a abrir.',
      unreachable: 'No pudimos conectar con el chat. Lo que escribas queda guardado y se envía en cuanto se pueda.',
      retry: 'Reintentar',
      restored: 'La conexión volvió',
      newMessages: 'Mensajes nuevos',
      newMessage: 'Llegó un mensaje nuevo al chat',
      newConversation: 'Conversación nueva',
      closed: 'La conversación terminó.',
      erased: 'Tus datos se borraron.',
      startAgain: 'Empezar una conversación nueva',
      busy: 'Hay mucho movimiento. Tu mensaje se envía solo en un momento.',
      trouble: 'Todavía no pudimos entregar tu mensaje. Seguimos intentando.',
      refused: 'No pudimos aceptar ese mensaje.',
      tooLong: 'El mensaje es demasiado largo. Acortalo o mandalo en partes.',
    },
    en: {
      panel: 'Help chat',
      openChat: 'Open the chat',
      unread: (n) => (n === 1 ? '1 unread message' : `${n} unread messages`),
      closePanel: 'Close the panel',
      bot: 'Virtual assistant',
      person: 'Support',
      you: 'You',
      botDetail: 'Answers right away',
      botDetailPeople: 'People are available',
      waiting: 'Waiting for a person',
      waitSoon: 'Someone is on the way',
      waitNobody: 'Nobody is online right now',
      waitMinutes: (n) => (n === 1 ? 'Expected wait: 1 minute' : `Expected wait: ${n} minutes`),
      personDetail: 'A person answers you',
      personOnline: 'A person, online',
      joined: (name) => `${name} joined the conversation`,
      backToBot: 'The virtual assistant takes over',
      menu: 'More options',
      'cmd:person': 'Talk to a person',
      'cmd:restart': 'Start over',
      'cmd:language': 'Change language (English / español)',
      'cmd:close': 'End the chat',
      'cmd:erase': 'Erase my data',
      log: 'Messages',
      options: 'Options to answer with',
      write: 'Write your message…',
      send: 'Send',
      left: (n) => (n >= 0 ? `${n} characters left` : `${-n} characters too many`),
      pending: 'Waiting to be sent',
      sent: 'Sent',
      delivered: 'Delivered',
      seen: 'Seen',
      typing: (name) => `${name} is typing`,
      offline: 'No connection',
      lost: 'The connection was lost. What you write is kept and sent when it is back.',
      goodbye: 'The chat is closed for now. What you write is kept and sent when it opens again.',
      unreachable: 'We could not connect to the chat. What you write is kept and sent as soon as possible.',
      retry: 'Try again',
      restored: 'The connection is back',
      newMessages: 'New messages',
      newMessage: 'A new message arrived in the chat',
      newConversation: 'New conversation',
      closed: 'The conversation has ended.',
      erased: 'Your data has been erased.',
      startAgain: 'Start a new conversation',
      busy: 'It is busy right now. Your message will be sent by itself in a moment.',
      trouble: 'We could not deliver your message yet. We keep trying.',
      refused: 'We could not accept that message.',
      tooLong: 'The message is too long. Shorten it or send it in parts.',
    },
  };

  // Where neutral Spanish differs from that of the River Plate.
  const neutral = {
    you: 'Tú',
    write: 'Escribe tu mensaje…',
    tooLong: 'El mensaje es demasiado largo. Acórtalo o envíalo en partes.',
  };

  // The three varieties that the bot speaks, told apart as it does.
  const varietyOf = (tag) => (/^en\b/i.test(tag) ? 'en' : /^es(-(?!ar$|uy$).*)?$/i.test(tag) ? 'es' : 'es-AR');
  const languageOf = (tag) => varietyOf(tag).slice(0, 2);
  /** The browser's own variety of a language that was named without a region. */
  const inRegion = (tag) => (tag.length === 2 && (navigator.languages || []).find((own) => own.startsWith(`${tag}-`))) || tag;
  let variety = varietyOf(inRegion(locale));
  let language = languageOf(variety);
  const t = (key, value) => {
    const text = (variety === 'es' && neutral[key]) || texts[language][key];
    return typeof text === 'function' ? text(value) : text;
  };

  // What is on screen in the widget's own words is drawn again when the language changes.
  const labels = [];
  function label(draw) {
    draw();
    labels.push(draw);
  }
  function setLanguage(tag) {
    const next = varietyOf(tag);
    if (next === variety) return;
    variety = next;
    language = languageOf(next);
    labels.forEach((draw) => draw());
  }

  // ---------------------------------------------------------------- small tools

  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

  // 1 s, 2 s, 4 s … 30 s, each a quarter more or less, so that many widgets do not return at once.
  const backOff = (attempt) =>
    Math.min(30000, Math.max(1000, 1000 * 2 ** Math.min(attempt, 5) * (0.75 + Math.random() / 2)));

  function uuid() {
    if (crypto.randomUUID) return crypto.randomUUID(); // only in secure contexts
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** An element; attributes `on…` are listeners, strings among the children become text. */
  function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  function icon(path, size = 24) {
    const space = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(space, 'svg');
    const shape = document.createElementNS(space, 'path');
    shape.setAttribute('d', path);
    svg.append(shape);
    const attributes = { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' };
    Object.entries(attributes).forEach(([name, value]) => svg.setAttribute(name, value));
    return svg;
  }

  const icons = {
    chat: 'M21 11.5a8.5 8.5 0 0 1-12.4 7.6L3 21l1.9-5.6A8.5 8.5 0 1 1 21 11.5zM8.5 11.5h.01M12.5 11.5h.01M16.5 11.5h.01',
    down: 'M6 9l6 6 6-6',
    close: 'M6 6l12 12M18 6L6 18',
    more: 'M12 5.5h.01M12 12h.01M12 18.5h.01',
    send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
    bot: 'M12 4v3M7 7h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3zM9 12.5v.5M15 12.5v.5M2 12v3M22 12v3',
    wait: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
    person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
    'cmd:restart': 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5',
    'cmd:language': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
    'cmd:close': 'M9 12h12M17 8l4 4-4 4M13 4H5v16h8',
    'cmd:erase': 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
    tick: 'M5 12.5l4.5 4.5L19 7',
    ticks: 'M2 12.5l4.5 4.5L15 8M11 16l1 1L22 7',
  };
  icons['cmd:person'] = icons.person;

  // ---------------------------------------------------------------- what is kept

  const prefix = `relevo:${base}:`;

  /** localStorage with a memory behind it, for browsers that forbid it or have it full. */
  const store = {
    memory: new Map(),
    get(name) {
      let raw = this.memory.get(prefix + name);
      try {
        if (raw === undefined) raw = localStorage.getItem(prefix + name);
        return raw ? JSON.parse(raw) : null;
      } catch (error) {
        return null;
      }
    },
    set(name, value) {
      const raw = JSON.stringify(value);
      try {
        localStorage.setItem(prefix + name, raw);
        this.memory.delete(prefix + name);
      } catch (error) {
        this.memory.set(prefix + name, raw);
      }
    },
    remove(name) {
      this.memory.delete(prefix + name);
      try {
        localStorage.removeItem(prefix + name);
      } catch (error) {
        // nothing was stored then
      }
    },
    names() {
      let all = [...this.memory.keys()];
      try {
        all = all.concat(Object.keys(localStorage));
      } catch (error) {
        // only the memory then
      }
      return all.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort();
    },
    /** The customer goes first: other tabs tell an erasure from an expired session by it. */
    clear() {
      this.remove('customer');
      this.names().forEach((name) => this.remove(name));
    },
  };

  /** Unsent bodies of POST /api/chat, in the order of writing. */
  const outbox = {
    stamp: 0,
    add(body) {
      this.stamp = Math.max(Date.now(), this.stamp + 1);
      store.set(`outbox:${String(this.stamp).padStart(14, '0')}:${body.clientMessageId}`, body);
    },
    all() {
      return store
        .names()
        .filter((name) => name.startsWith('outbox:'))
        .map((name) => ({ name, body: store.get(name) }))
        .filter((item) => item.body);
    },
    first() {
      return this.all()[0];
    },
    removeById(clientMessageId) {
      store.names()
        .filter((name) => name.startsWith('outbox:') && name.endsWith(`:${clientMessageId}`))
        .forEach((name) => store.remove(name));
    },
  };

  /** Runs `work` in one tab at a time. A tab that was frozen with the lock loses it after a while. */
  async function exclusively(work) {
    const name = `${prefix}lock`;
    if (!navigator.locks) return lease('lock', work); // not a secure context
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), kLockPatience);
    const granted = () => {
      clearTimeout(timer);
      return work();
    };
    try {
      return await navigator.locks.request(name, { signal: patience.signal }, granted);
    } catch (error) {
      if (patience.signal.aborted) return navigator.locks.request(name, { steal: true }, work);
      if (error.name === 'SecurityError') return work(); // a sandboxed frame: nobody to share with
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** The same by an entry that must be renewed. Best effort: the server's idempotency does the rest. */
  async function lease(name, work) {
    const term = 5000;
    const owner = uuid();
    const take = () => store.set(name, { owner, until: Date.now() + term });
    for (;;) {
      const held = store.get(name);
      if (!held || held.until < Date.now() || held.until > Date.now() + term) {
        take();
        await sleep(40);
        if ((store.get(name) || {}).owner === owner) break;
      }
      await sleep(100 + Math.random() * 100);
    }
    const renewal = setInterval(take, term / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      store.remove(name);
    }
  }

  // ---------------------------------------------------------------- requests

  /** Never throws. `status` is 0 when no answer of the gateway came back. */
  async function post(path, body, session) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), kRequestTimeout);
    try {
      const headers = { 'content-type': 'application/json' };
      if (session) {
        headers['x-session-id'] = session.sessionId;
        headers['x-csrf-token'] = session.csrfToken;
      }
      const response = await fetch(base + path, {
        method: 'POST',
        credentials: 'omit',
        cache: 'no-store',
        headers,
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      if (response.status === 204) return { ok: true, status: 204 };
      const data = await response.json().catch(() => null);
      // A success that is not ours (a hotel's login page, say) is no answer.
      if (!data || typeof data.ok !== 'boolean') return { ok: false, status: response.ok ? 0 : response.status };
      return {
        ok: response.ok && data.ok,
        status: response.status,
        data,
        message: data.error && data.error.message,
        retryAfter: secondsOf(response.headers.get('retry-after')) * 1000,
      };
    } catch (error) {
      return { ok: false, status: 0 };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Retry-After as seconds or as a date; a foreign page cannot read it unless the gateway exposes it. */
  function secondsOf(header) {
    if (!header) return 0;
    const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
    return seconds > 0 ? Math.min(seconds, 3600) : 0;
  }

  const sessionIsGone = (status) => status === 401 || status === 403 || status === 410;
  const isTransient = (status) => status === 0 || status === 408 || status === 425 || status >= 500;

  /** The session that all tabs share; greets when there is none. */
  async function ensureSession() {
    if (store.get('session')) return { ok: true };
    try {
      return await exclusively(async () => {
        if (store.get('session')) return { ok: true };
        const customerId = store.get('customer') || undefined;
        const answer = await post('/api/greeting', { locale: inRegion(locale), customerId });
        if (!answer.ok) return answer;
        const { sessionId, csrfToken } = answer.data;
        erased = false;
        store.set('customer', answer.data.customerId);
        store.set('session', { sessionId, csrfToken }); // last: other tabs begin when they see it
        return answer;
      });
    } catch (error) {
      return { ok: false, status: 0 };
    }
  }

  function forgetSession(session) {
    const current = store.get('session');
    if (current && current.sessionId === session.sessionId) store.remove('session');
  }

  // ---------------------------------------------------------------- sending

  const sender = { busy: false, timer: 0, attempt: 0, gone: 0, notBefore: 0 };

  function enqueue(body) {
    const item = { ...body, clientMessageId: uuid() };
    erased = false;
    outbox.add(item);
    drawPending(item);
    scrollToEnd();
    flush();
    return item;
  }

  async function flush() {
    if (sender.busy || Date.now() < sender.notBefore) return;
    sender.busy = true;
    clearTimeout(sender.timer);
    while (outbox.first()) {
      const wait = await sendFirst().catch(() => backOff(sender.attempt++));
      if (!wait) continue;
      sender.timer = setTimeout(flush, wait);
      break;
    }
    sender.busy = false;
    expectAnswer(false);
  }

  /** Resolves to the milliseconds to wait before the next attempt, 0 for none. */
  async function sendFirst() {
    const greeting = await ensureSession();
    if (!greeting.ok) return failed(greeting);
    stream.follow();
    return exclusively(async () => {
      const item = outbox.first(); // another tab may have sent the one that we saw
      const session = store.get('session');
      if (!item || !session) return 0;
      expectAnswer(true);
      const body = { ...item.body, locale: inRegion(language) }; // refusals are said in it
      return settle(item, session, await post('/api/chat', body, session));
    });
  }

  function settle(item, session, answer) {
    if (answer.ok) {
      store.remove(item.name);
      sender.attempt = sender.gone = 0;
      if (stream.state === 'waiting') stream.revive();
      setStatus(item.body.clientMessageId, 'sent');
      showNotice('');
      return 0;
    }
    if (sessionIsGone(answer.status)) {
      forgetSession(session);
      return sender.gone++ < 2 ? 0 : failed(answer);
    }
    if (answer.status === 429 || isTransient(answer.status)) return failed(answer);
    store.remove(item.name);
    giveBack(item.body, answer);
    return 0;
  }

  function failed(answer) {
    if (answer.status === 429) {
      const wait = answer.retryAfter || Math.max(5000, backOff(sender.attempt++));
      sender.notBefore = Date.now() + wait;
      showNotice(answer.message || t('busy'));
      return wait + 10;
    }
    if (answer.status) showNotice(answer.message || t('trouble'));
    else if (stream.state !== 'live') showLost();
    return backOff(sender.attempt++);
  }

  /** A message that the server will never take returns to where it was written. */
  function giveBack(body, answer) {
    dropPending(body.clientMessageId);
    showNotice(answer.message || t(answer.status === 413 ? 'tooLong' : 'refused'));
    if (body.action) return enableOptions();
    ui.composer.value = ui.composer.value ? `${body.message}\n${ui.composer.value}` : body.message;
    composerChanged();
  }

  const signals = { typedAt: 0, seen: '', timer: 0 };

  function signal(body) {
    const session = store.get('session');
    if (session) post('/api/signal', body, session);
  }

  function signalTyping() {
    if (stream.state !== 'live' || Date.now() - signals.typedAt < kTypingEvery) return;
    signals.typedAt = Date.now();
    signal({ typing: true });
  }

  function signalSeen() {
    clearTimeout(signals.timer);
    signals.timer = setTimeout(() => {
      const mark = `${talk.id}:${talk.incoming}`;
      if (!talk.incoming || signals.seen === mark || !isRead() || !document.hasFocus()) return;
      signals.seen = mark;
      signal({ seen: talk.incoming });
    }, 400);
  }

  // ---------------------------------------------------------------- the stream

  const stream = {
    state: 'idle', // idle, connecting, live, waiting
    wasLive: false, // it worked at least once on this page
    run: 0, // number of the newest attempt; an older one that wakes up sees that it is not meant
    attempt: 0,
    heard: 0,
    after: '', // position of the last numbered event
    sessionId: '',
    abort: null,
    timer: 0,

    isWanted: () => Boolean(store.get('session') || (panelIsOpen() && !erased) || outbox.first()),

    async connect() {
      const run = ++this.run;
      const isStale = () => run !== this.run;
      this.hangUp();
      if (!this.isWanted()) return;
      this.state = 'connecting';
      this.heard = Infinity; // the greeting has its own time limit
      const greeting = await ensureSession();
      if (isStale()) return;
      if (!greeting.ok) {
        if (greeting.message) showNotice(greeting.message);
        return this.retry(greeting.retryAfter, greeting.message ? 'silently' : '');
      }
      const session = store.get('session');
      if (!session) return this.retry();
      if (session.sessionId !== this.sessionId) this.after = '';
      this.sessionId = session.sessionId;
      this.abort = new AbortController();
      this.heard = Date.now();
      const query = this.after ? `?after=${encodeURIComponent(this.after).replace('%3A', ':')}` : '';
      const response = await fetch(`${base}/api/events${query}`, {
        headers: { 'x-session-id': session.sessionId, accept: 'text/event-stream' },
        credentials: 'omit',
        cache: 'no-store',
        signal: this.abort.signal,
      }).catch(() => null);
      if (isStale()) return;
      if (!response) return this.retry();
      const type = response.headers.get('content-type') || '';
      if (!response.ok || !type.startsWith('text/event-stream')) return this.refused(response, session, isStale);

      this.state = 'live';
      this.wasLive = true;
      const since = Date.now();
      showConnected();
      if (!outbox.first()) showNotice('');
      flush();
      await readEvents(response.body, () => (this.heard = Date.now()), receive, isStale);
      if (isStale()) return;
      if (Date.now() - since > 5000) this.attempt = 0;
      this.retry(0, 'quietly');
    },

    async refused(response, session, isStale) {
      let gone = sessionIsGone(response.status);
      if (!gone && response.status >= 400 && response.status < 500 && response.status !== 429) {
        this.after = ''; // perhaps the position is not known any more
        const answer = await post('/api/session/validate', { sessionId: session.sessionId });
        if (isStale()) return;
        gone = answer.ok && !answer.data.valid;
      }
      if (gone) {
        forgetSession(session);
        if (!panelIsOpen() && !outbox.first()) return this.hangUp();
      }
      if (gone && this.attempt === 0) {
        this.attempt = 1;
        this.connect();
      } else {
        this.retry(secondsOf(response.headers.get('retry-after')) * 1000);
      }
    },

    /** `quietly`: a first loss is mended before anyone is told; `silently`: something else told them. */
    retry(wait, how) {
      this.hangUp();
      if (!this.isWanted()) return;
      this.state = 'waiting';
      if (!how || (how === 'quietly' && this.attempt > 0)) showLost();
      this.timer = setTimeout(() => this.connect(), wait || backOff(this.attempt));
      this.attempt++;
    },

    /** At once, for instance because the network is back. */
    revive() {
      const alive = this.state === 'live' && Date.now() - this.heard < kSilence / 2;
      if (alive || this.state === 'connecting' || !this.isWanted()) return;
      this.attempt = 0;
      this.connect();
    },

    /** Takes up the shared session, which may have changed under us. */
    follow() {
      const session = store.get('session');
      const isNew = session && session.sessionId !== this.sessionId;
      if (this.state === 'idle' || (isNew && this.state !== 'connecting')) {
        this.attempt = 0;
        this.connect();
      }
    },

    hangUp() {
      clearTimeout(this.timer);
      if (this.abort) this.abort.abort();
      this.abort = null;
      this.state = 'idle';
    },

    stop() {
      this.run++;
      this.hangUp();
    },

    watch() {
      const open = this.state === 'live' || this.state === 'connecting';
      if (!open || Date.now() - this.heard <= kSilence) return;
      this.run++;
      this.retry();
    },
  };

  /** Server-sent events as in the HTML standard, section 9.2.6. Returns when the stream ends. */
  async function readEvents(body, heard, deliver, isStale) {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    let event = { id: '', kind: '', data: [] };
    const take = (line) => {
      if (line === '') {
        const { id, kind, data } = event;
        event = { id: '', kind: '', data: [] };
        if (data.length) deliver(id, kind, data.join('\n'));
        return;
      }
      const [, field, value] = /^([^:]*):? ?([^]*)$/.exec(line);
      if (field === 'data') event.data.push(value);
      else if (field === 'event') event.kind = value;
      else if (field === 'id') event.id = value;
    };
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done || isStale()) return;
        heard();
        rest += decoder.decode(value, { stream: true });
        const lines = rest.split(/\r\n|\n|\r(?!$)/);
        rest = lines.pop();
        for (const line of lines) {
          if (isStale()) return; // an erasure ends the stream in the middle of a batch
          take(line);
        }
      }
    } catch (error) {
      // a broken stream is an ended one
    }
  }

  // ---------------------------------------------------------------- what arrives

  /** The conversation on screen. */
  const talk = {
    id: '',
    last: new Map(), // conversation -> number of the newest event drawn
    incoming: 0, // number of the newest event that is not the customer's
    mine: [], // rows of the customer's confirmed messages
    receipt: { delivered: 0, seen: 0 },
    unread: [], // numbers of messages that nobody has looked at
    handledBy: 'bot',
    agentName: '',
    servedBy: '', // the person of the newest line about who answers
    waitMinutes: undefined,
    agentOnline: false,
  };
  let erased = false;

  const passing = {
    typing: (event) => event.from === 'agent' && showAgentTyping(Boolean(event.on)),
    receipt: (event) => applyReceipt(event),
    presence(event) {
      talk.agentOnline = Boolean(event.agentOnline);
      drawStatus();
    },
    goodbye: (event) => showLost(event.text || t('goodbye')),
  };

  const lasting = {
    message: drawMessage,
    option: drawMessage,
    conversation: () => {},
    closed(event) {
      drawNote(event.text || t('closed'), event);
      Object.assign(talk, { handledBy: 'bot', servedBy: '' });
      drawStatus();
    },
    /** Numbered: what happened, which leaves a line. Without a number: how things are now. */
    state(event) {
      talk.handledBy = event.handledBy || 'bot';
      talk.agentName = event.agentName || '';
      talk.waitMinutes = event.waitMinutes;
      if (event.seq) drawHandover(event);
      if (talk.handledBy !== 'human') showAgentTyping(false);
      else clearOptions();
      drawStatus();
    },
  };

  function drawHandover(event) {
    const name = talk.handledBy === 'human' ? talk.agentName || t('person') : '';
    if (name && name !== talk.servedBy) drawNote(t('joined', name), event);
    if (!name && talk.servedBy && talk.handledBy === 'bot') drawNote(t('backToBot'), event);
    talk.servedBy = name;
  }

  function receive(id, eventKind, data) {
    const event = parsed(data);
    if (!event) return;
    const kind = event.kind || eventKind;
    const [, conversation, number] = /^(.+):(\d+)$/.exec(id) || [null, event.conversationId, event.seq];
    const seq = Number(number) || 0;
    if (seq && conversation) {
      if (seq <= (talk.last.get(conversation) || 0)) return; // a repeat
      talk.last.set(conversation, seq);
      stream.after = `${conversation}:${seq}`;
    }
    if (kind === 'erased') return forgetEverything(event.text);
    if (passing[kind]) return passing[kind](event);
    enterConversation(event.conversationId || conversation);
    if (event.lang && event.from === 'bot') setLanguage(event.lang);
    const draw = lasting[kind] || (event.text && drawMessage);
    const atEnd = isAtEnd();
    if (draw) draw(event);
    if (seq && event.from !== 'customer') talk.incoming = Math.max(talk.incoming, seq);
    noticeArrival(event, kind, seq, atEnd);
  }

  function parsed(data) {
    try {
      const event = JSON.parse(data);
      if (event.text !== undefined) event.text = String(event.text);
      return event;
    } catch (error) {
      return null; // one bad event must not end the stream
    }
  }

  function enterConversation(id) {
    if (!id || id === talk.id) return;
    if (talk.id && ui.anchor.previousSibling) drawNote(t('newConversation'), {}, 'divider');
    Object.assign(talk, { id, incoming: 0, mine: [], receipt: { delivered: 0, seen: 0 } });
    Object.assign(talk, { unread: [], handledBy: 'bot', agentName: '', servedBy: '', waitMinutes: undefined });
    clearOptions();
    drawStatus();
  }

  function noticeArrival(event, kind, seq, atEnd) {
    const isMessage = kind === 'message' && event.from !== 'customer';
    if (isRead()) {
      markRead();
      if (atEnd) scrollToEnd();
      else if (isMessage) ui.jump.hidden = false;
      return;
    }
    if (atEnd) scrollToEnd();
    if (!isMessage || !seq || !isUnread(seq)) return;
    talk.unread.push(seq);
    drawUnread();
    announce(t('newMessage'));
  }

  function isUnread(seq) {
    const [, id, last] = /^(.+):(\d+)$/.exec(store.get('position') || '') || [];
    return id !== talk.id || seq > Number(last);
  }

  const isRead = () => panelIsOpen() && document.visibilityState === 'visible';

  function markRead() {
    const seq = talk.last.get(talk.id);
    if (!seq) return;
    if (isUnread(seq)) store.set('position', `${talk.id}:${seq}`);
    talk.unread = [];
    drawUnread();
    signalSeen();
  }

  function applyReceipt({ delivered = 0, seen = 0 }) {
    talk.receipt.delivered = Math.max(talk.receipt.delivered, delivered, seen);
    talk.receipt.seen = Math.max(talk.receipt.seen, seen);
    talk.mine.forEach(drawReceipt);
  }

  /** The server erased this customer: nothing may be left here, in no tab. */
  function forgetEverything(text) {
    erased = true;
    stream.stop();
    clearTimeout(sender.timer);
    store.clear();
    stream.after = stream.sessionId = '';
    Object.assign(talk, { id: '', incoming: 0, mine: [], unread: [], handledBy: 'bot', agentName: '', servedBy: '' });
    talk.last.clear();
    rows.clear();
    emptyLog();
    ui.composer.value = '';
    composerChanged();
    showAgentTyping(false);
    showConnected();
    showNotice('');
    drawStatus();
    drawUnread();
    drawNote(text || t('erased'), {});
    const again = h('button', { class: 'option', type: 'button', onclick: startAgain }, t('startAgain'));
    showOptions(h('div', { class: 'options' }, again));
  }

  function startAgain() {
    erased = false;
    emptyLog();
    ui.composer.focus();
    stream.connect();
  }

  // ---------------------------------------------------------------- the log

  const rows = new Map(); // clientMessageId -> row that waits for the stream's copy
  let options = null;

  // The log is: what the stream confirmed, the options, the anchor, what waits, the typing dots.
  const addConfirmed = (element) => ui.log.insertBefore(element, options || ui.anchor);

  function emptyLog() {
    clearOptions();
    ui.log.replaceChildren(ui.anchor, ui.typing);
  }

  const authorOf = (event) =>
    event.from === 'customer' ? t('you') : event.from === 'agent' ? event.agentName || talk.agentName || t('person') : t('bot');

  function makeRow(event) {
    const bubble = h('div', { class: 'bubble', part: 'bubble', dir: 'auto', 'data-from': event.from, lang: event.lang });
    bubble.append(...linkified(event.text || ''));
    const mine = event.from === 'customer';
    const author = h('span', { class: mine ? 'author unseen' : 'author' }, authorOf(event));
    const row = h('div', { class: `row ${mine ? 'mine' : 'theirs'}` }, author, bubble, h('div', { class: 'meta' }));
    row.author = event.from + (mine ? '' : authorOf(event));
    row.bubble = bubble;
    return row;
  }

  function drawMessage(event) {
    if (event.from === 'system') return drawNote(event.text, event);
    if (event.from === 'customer') return drawOwn(event);
    if (event.from === 'agent') showAgentTyping(false);
    const row = makeRow(event);
    stampRow(row, event);
    addConfirmed(row);
    expectAnswer(false);
    if (event.buttons && event.buttons.length) offer(event.buttons);
    else if (event.from === 'agent') clearOptions();
  }

  /** The customer's own message: confirms the bubble that waits, or comes from another tab. */
  function drawOwn(event) {
    clearOptions();
    const id = event.clientMessageId;
    const waiting = id && rows.get(id);
    const row = waiting || makeRow(event);
    if (waiting) row.bubble.replaceChildren(...linkified(event.text || ''));
    if (id) {
      outbox.removeById(id);
      rows.delete(id);
    }
    stampRow(row, event);
    // The first one that waits stands right behind the anchor: moving the anchor is enough.
    if (waiting && ui.anchor.nextSibling === row) ui.log.insertBefore(ui.anchor, row.nextSibling);
    else addConfirmed(row);
    groupRow(row);
    talk.mine.push(row);
    row.seq = event.seq;
    drawReceipt(row);
  }

  function stampRow(row, event) {
    row.bubble.dataset.seq = event.seq;
    row.at = new Date(Date.parse(event.time) || Date.now());
    row.time = h('time', { datetime: row.at.toISOString() });
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: language === 'es' ? 'h23' : undefined };
    row.time.textContent = row.at.toLocaleTimeString(inRegion(language), clock);
    row.querySelector('.meta').replaceChildren(row.time);
    delete row.bubble.dataset.status; // so that the tick is drawn beside the time
    groupRow(row);
  }

  /** One name above and one time below a run of messages of one author; a line where the day changes. */
  function groupRow(row) {
    const place = () => {
      const before = row.previousElementSibling;
      const previous = before && before.classList.contains('options') ? before.previousElementSibling : before;
      if (previous && previous.at && previous.at.toDateString() !== row.at.toDateString()) {
        ui.log.insertBefore(dayLine(row.at), row);
        return;
      }
      const joins = previous && previous.author === row.author && row.at - previous.at < kGroupGap;
      row.classList.toggle('joined', Boolean(joins));
      if (previous && previous.author) previous.classList.toggle('followed', Boolean(joins));
    };
    if (row.parentNode) place();
    else Promise.resolve().then(() => row.parentNode && place());
  }

  function dayLine(date) {
    const day = date.toLocaleDateString(inRegion(language), { weekday: 'long', day: 'numeric', month: 'long' });
    return h('div', { class: 'note divider' }, h('span', {}, day));
  }

  function drawNote(text, event, style = '') {
    if (!text) return;
    const note = h('div', { class: `note ${style}`, 'data-seq': event.seq, lang: event.lang });
    note.append(h('span', { dir: 'auto' }, ...linkified(text)));
    addConfirmed(note);
  }

  function drawPending(body) {
    if (rows.has(body.clientMessageId)) return;
    const row = makeRow({ from: 'customer', text: body.message || body.label });
    row.bubble.dataset.clientId = body.clientMessageId;
    row.at = new Date();
    ui.log.insertBefore(row, ui.typing);
    rows.set(body.clientMessageId, row);
    groupRow(row);
    drawTicks(row, 'pending');
  }

  function dropPending(clientMessageId) {
    const row = rows.get(clientMessageId);
    if (row) row.remove();
    rows.delete(clientMessageId);
  }

  function setStatus(clientMessageId, status) {
    const row = rows.get(clientMessageId);
    if (row) drawTicks(row, status);
  }

  function drawReceipt(row) {
    const { delivered, seen } = talk.receipt;
    drawTicks(row, row.seq <= seen ? 'seen' : row.seq <= delivered ? 'delivered' : 'sent');
  }

  function drawTicks(row, status) {
    if (row.bubble.dataset.status === status) return;
    row.bubble.dataset.status = status;
    const shape = { pending: icons.wait, sent: icons.tick }[status] || icons.ticks;
    const tick = h('span', { class: `tick ${status}`, role: 'img', 'aria-label': t(status), title: t(status) });
    tick.append(icon(shape, 14));
    if (status === 'seen') tick.append(h('span', { 'aria-hidden': 'true' }, t('seen')));
    row.querySelector('.meta').replaceChildren(...(row.time ? [row.time] : []), tick);
  }

  /** What another tab, or this one before a reload, wrote and nobody has sent yet. */
  function drawOutbox() {
    outbox.all().forEach((item) => drawPending(item.body));
  }

  /** Text nodes and links; only http and https, only what the URL parser understands. */
  function linkified(text) {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"'`]+/gi)) {
      let address = match[0].replace(/[.,;:!?…*_]+$/, '');
      if (address.endsWith(')') && !address.includes('(')) address = address.replace(/[).,;:!?]+$/, '');
      let url;
      try {
        url = new URL(address);
      } catch (error) {
        continue;
      }
      if (url.protocol !== 'http:' && url.protocol !== 'https:') continue;
      parts.push(text.slice(from, match.index));
      parts.push(h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, address));
      from = match.index + address.length;
    }
    parts.push(text.slice(from));
    return parts;
  }

  // ---------------------------------------------------------------- options

  function offer(buttons) {
    const group = h('div', { class: 'options', role: 'group', 'aria-label': t('options') });
    for (const { text, value } of buttons) {
      const choose = () => {
        group.querySelectorAll('button').forEach((button) => (button.disabled = true));
        enqueue({ action: 'button', value, label: text });
        if (group.contains(root.activeElement) || !root.activeElement) ui.composer.focus({ preventScroll: true });
      };
      group.append(
        h('button', { class: 'option', part: 'option', type: 'button', 'data-value': value, dir: 'auto', onclick: choose }, text)
      );
    }
    showOptions(group);
  }

  function showOptions(group) {
    clearOptions();
    ui.log.insertBefore(group, ui.anchor);
    options = group;
  }

  function clearOptions() {
    if (!options) return;
    if (options.contains(root.activeElement)) ui.composer.focus({ preventScroll: true });
    options.remove();
    options = null;
  }

  function enableOptions() {
    if (options) options.querySelectorAll('button').forEach((button) => (button.disabled = false));
  }

  // ---------------------------------------------------------------- typing, banner, notice, header

  const typing = { agent: false, answer: false, answerTimer: 0, agentTimer: 0 };

  function drawTyping() {
    const show = typing.agent || typing.answer;
    if (ui.typing.hidden === !show) return;
    const atEnd = isAtEnd();
    ui.typing.hidden = !show;
    const name = typing.agent ? talk.agentName || t('person') : t('bot');
    ui.typing.setAttribute('aria-label', t('typing', name));
    if (show && atEnd) scrollToEnd();
  }

  function showAgentTyping(on) {
    clearTimeout(typing.agentTimer);
    typing.agent = on;
    if (on) typing.agentTimer = setTimeout(() => showAgentTyping(false), 10000); // the "off" may be lost
    drawTyping();
  }

  /** The bot thinks while its request is open; most answers come before the dots would. */
  function expectAnswer(on) {
    clearTimeout(typing.answerTimer);
    typing.answer = false;
    if (on && talk.handledBy === 'bot') {
      typing.answerTimer = setTimeout(() => {
        typing.answer = true;
        drawTyping();
      }, 400);
    }
    drawTyping();
  }

  let bannerTimer = 0;

  function showLost(text) {
    clearTimeout(bannerTimer);
    ui.banner.className = 'banner lost';
    // Only what changed is set: a live region reads out again what is set again.
    const isShown = !ui.banner.hidden && ui.panel.classList.contains('cut-off');
    const words = text || (isShown ? ui.bannerText.textContent : t(stream.wasLive ? 'lost' : 'unreachable'));
    if (ui.bannerText.textContent !== words) ui.bannerText.textContent = words;
    ui.retry.hidden = false;
    ui.banner.hidden = false;
    ui.panel.classList.add('cut-off');
    showAgentTyping(false); // nobody knows
    drawStatus();
  }

  function showConnected() {
    if (ui.banner.hidden) return;
    const hide = () => {
      ui.banner.hidden = true;
      ui.bannerText.textContent = '';
    };
    clearTimeout(bannerTimer);
    ui.panel.classList.remove('cut-off');
    drawStatus();
    ui.banner.className = 'banner back';
    ui.bannerText.textContent = t('restored');
    ui.retry.hidden = true;
    bannerTimer = setTimeout(hide, 2500);
  }

  function showNotice(text) {
    ui.notice.textContent = text;
    ui.notice.hidden = !text;
  }

  function announce(text) {
    ui.voice.textContent = '';
    setTimeout(() => (ui.voice.textContent = text), 50);
  }

  function drawStatus() {
    const { handledBy, agentName, waitMinutes, agentOnline } = talk;
    const bot = { who: t('bot'), detail: t(agentOnline ? 'botDetailPeople' : 'botDetail'), face: icon(icons.bot) };
    const soon = t(agentOnline ? 'waitSoon' : 'waitNobody');
    const waitText = waitMinutes > 0 ? t('waitMinutes', Math.round(waitMinutes) || 1) : soon;
    const waiting = { who: t('waiting'), detail: waitText, face: icon(icons.wait) };
    const initial = agentName ? Array.from(agentName)[0].toLocaleUpperCase(language) : icon(icons.person);
    const human = { who: agentName || t('person'), detail: t(agentOnline ? 'personOnline' : 'personDetail'), face: initial };
    const shown = { bot, waiting, human }[handledBy] || bot;
    ui.who.textContent = shown.who;
    ui.detail.textContent = ui.panel.classList.contains('cut-off') ? t('offline') : shown.detail;
    ui.face.replaceChildren(shown.face);
    ui.avatar.classList.toggle('online', handledBy === 'human' ? agentOnline : handledBy !== 'waiting');
    ui.status.dataset.handledBy = handledBy;
  }

  function drawUnread() {
    const count = talk.unread.length;
    ui.badge.hidden = !count;
    ui.badge.textContent = count > 9 ? '9+' : count;
    drawLauncher();
  }

  function drawLauncher() {
    const count = talk.unread.length;
    const name = panelIsOpen() ? t('closePanel') : count ? `${t('openChat')}, ${t('unread', count)}` : t('openChat');
    ui.launcher.setAttribute('aria-label', name);
    ui.launcher.setAttribute('aria-expanded', panelIsOpen());
  }

  // ---------------------------------------------------------------- scrolling

  const isAtEnd = () => ui.log.scrollHeight - ui.log.scrollTop - ui.log.clientHeight < 80;

  function scrollToEnd() {
    ui.log.scrollTop = ui.log.scrollHeight;
    ui.jump.hidden = true;
  }

  /** What grows above or below the log (the banner, the composer) does not hide its end. */
  function keepAtEnd() {
    let wasAtEnd = true;
    ui.log.addEventListener('scroll', () => (wasAtEnd = isAtEnd()), { passive: true });
    if (window.ResizeObserver) new ResizeObserver(() => wasAtEnd && scrollToEnd()).observe(ui.log);
  }

  // ---------------------------------------------------------------- composer

  function composerChanged() {
    const { composer, counter } = ui;
    const length = composer.value.length;
    const left = kMessageLimit - length;
    ui.send.disabled = left < 0 || !composer.value.trim();
    counter.hidden = length < kCounterFrom;
    counter.textContent = left < 0 ? `−${-left}` : left;
    counter.title = counter.hidden ? '' : t('left', left);
    counter.classList.toggle('over', left < 0);
    composer.setAttribute('aria-invalid', left < 0);
    if (left < 0) showNotice(t('tooLong'));
    else if (ui.notice.textContent === t('tooLong')) showNotice('');
    composer.style.height = 'auto';
    composer.style.height = `${Math.min(composer.scrollHeight, 132)}px`;
  }

  function submit(event) {
    if (event) event.preventDefault();
    const message = ui.composer.value.trim();
    if (!message || message.length > kMessageLimit) return;
    ui.composer.value = '';
    showNotice('');
    composerChanged();
    enqueue({ message });
    ui.composer.focus({ preventScroll: true });
  }

  function composerKey(event) {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  }

  // ---------------------------------------------------------------- menu

  const commands = ['cmd:person', 'cmd:restart', 'cmd:language', 'cmd:close', 'cmd:erase'];

  function menuItem(value) {
    const words = h('span');
    label(() => (words.textContent = t(value)));
    const choose = () => {
      closeMenu();
      ui.composer.focus({ preventScroll: true });
      enqueue({ action: 'button', value, label: t(value) });
    };
    const attributes = { role: 'menuitem', type: 'button', tabindex: -1, 'data-value': value, onclick: choose };
    return h('button', attributes, icon(icons[value], 20), words);
  }

  const menuIsOpen = () => !ui.menuList.hidden;

  function openMenu(index = 0) {
    ui.menuList.hidden = false;
    ui.menu.setAttribute('aria-expanded', true);
    const items = ui.menuList.children;
    items[(index + items.length) % items.length].focus();
  }

  function closeMenu() {
    ui.menuList.hidden = true;
    ui.menu.setAttribute('aria-expanded', false);
  }

  function menuKey(event) {
    const items = [...ui.menuList.children];
    const at = items.indexOf(root.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') return closeMenu();
    if (target === undefined) return;
    event.preventDefault();
    items[(target + items.length) % items.length].focus();
  }

  // ---------------------------------------------------------------- panel

  const phone = matchMedia('(max-width: 480px), (max-height: 480px) and (pointer: coarse)');
  const panelIsOpen = () => Boolean(ui.panel) && !ui.panel.hidden;
  let focusBefore = null;
  let pageOverflow = null;

  function open({ focus = true } = {}) {
    if (panelIsOpen()) return;
    focusBefore = root.activeElement || document.activeElement;
    ui.panel.hidden = false;
    host.dataset.open = '';
    fitPanel();
    drawLauncher();
    scrollToEnd();
    if (focus) ui.composer.focus({ preventScroll: true });
    if (stream.state === 'idle') stream.connect();
    markRead();
  }

  function close() {
    if (!panelIsOpen()) return;
    const hadFocus = Boolean(root.activeElement);
    closeMenu();
    ui.panel.hidden = true;
    delete host.dataset.open;
    fitPanel();
    drawLauncher();
    if (!hadFocus) return;
    const back = focusBefore && focusBefore !== document.body && focusBefore.isConnected ? focusBefore : ui.launcher;
    back.focus({ preventScroll: true });
  }

  /** On a phone the panel covers exactly what the on-screen keyboard leaves free. */
  function fitPanel() {
    const full = phone.matches && panelIsOpen();
    ui.panel.setAttribute('aria-modal', full);
    const page = document.documentElement.style;
    if (full && pageOverflow === null) {
      pageOverflow = page.overflow;
      page.overflow = 'hidden';
    } else if (!full && pageOverflow !== null) {
      page.overflow = pageOverflow;
      pageOverflow = null;
    }
    const view = window.visualViewport;
    if (full && view && view.scale < 1.05) {
      const atEnd = isAtEnd();
      ui.panel.style.setProperty('--top', `${view.offsetTop}px`);
      ui.panel.style.setProperty('--height', `${view.height}px`);
      if (atEnd) scrollToEnd();
    }
  }

  function panelKey(event) {
    if (!panelIsOpen()) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (!menuIsOpen()) return close();
      closeMenu();
      ui.menu.focus();
    }
    if (event.key === 'Tab' && phone.matches) keepFocusInside(event);
  }

  function keepFocusInside(event) {
    const reachable = [...ui.panel.querySelectorAll('button, a[href], textarea, [tabindex="0"]')].filter(
      (element) => !element.disabled && element.tabIndex >= 0 && element.getClientRects().length
    );
    const edge = event.shiftKey ? reachable[0] : reachable[reachable.length - 1];
    if (root.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? reachable[reachable.length - 1] : reachable[0]).focus();
  }

  // ---------------------------------------------------------------- style

  const css = `
:host {
  --accent: #0f6e66; --accent-strong: #0b5750; --on-accent: #fff; --on-accent-soft: #d3f0ec;
  --surface: #fff; --back: #f3f5f7; --text: #17212b; --soft: #56626e; --line: #dde3e8;
  --control: #7c8894; --link: #0b5f58; --ring: #0f6e66; --agent: #e2f1ee; --agent-line: #bfded8;
  --danger: #b3261e; --lost: #fdf0d5; --on-lost: #5c3d00; --back-ok: #dcf3e4; --on-back-ok: #12502a;
  --shadow: 0 12px 40px rgba(15, 30, 40, .22), 0 2px 8px rgba(15, 30, 40, .12);
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #1b2229; --back: #131920; --text: #e9eef2; --soft: #a5b1bc; --line: #323c46;
    --control: #7f8c98; --link: #74ddd0; --ring: #74ddd0; --agent: #17393a; --agent-line: #28595a;
    --danger: #ff9d94; --lost: #473608; --on-lost: #ffe2a3; --back-ok: #123f26; --on-back-ok: #b9f2cf;
    --shadow: 0 12px 40px rgba(0, 0, 0, .55), 0 0 0 1px #323c46;
    color-scheme: dark;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.widget {
  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif;
  color: var(--text); text-align: start; -webkit-text-size-adjust: 100%;
}
button { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0; cursor: pointer; touch-action: manipulation; }
button:disabled { cursor: default; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

#launcher {
  position: fixed; right: 20px; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  width: 60px; height: 60px; border-radius: 50%; display: grid; place-items: center;
  background: var(--accent); color: var(--on-accent); box-shadow: var(--shadow); transition: background .15s, transform .15s;
}
#launcher:hover { background: var(--accent-strong); transform: translateY(-1px); }
#launcher:focus-visible { outline-offset: 3px; outline-width: 3px; }
#launcher svg { width: 28px; height: 28px; grid-area: 1 / 1; transition: opacity .15s, transform .15s; }
#launcher svg:nth-child(2), [aria-expanded=true]#launcher svg:nth-child(1) { opacity: 0; transform: rotate(-40deg) scale(.6); }
[aria-expanded=true]#launcher svg:nth-child(2) { opacity: 1; transform: none; }
.badge {
  position: absolute; top: -3px; right: -3px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
  background: #c62828; color: #fff; font-size: 12px; font-weight: 700; line-height: 18px; text-align: center; border: 2px solid #fff;
}

#panel {
  position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: calc(max(20px, env(safe-area-inset-bottom)) + 74px);
  width: 380px; height: 680px; max-height: calc(100vh - 114px); max-width: calc(100vw - 40px);
  display: flex; flex-direction: column; overflow: hidden; overflow: clip; border-radius: 16px;
  background: var(--back); box-shadow: var(--shadow); animation: rise .18s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }

header { display: flex; align-items: center; gap: 12px; padding: 12px 8px 12px 16px; background: var(--accent); color: var(--on-accent); flex: none; }
header :focus-visible { outline-color: #fff; outline-offset: -3px; }
.avatar { position: relative; width: 40px; height: 40px; border-radius: 50%; background: rgba(255, 255, 255, .18); display: grid; place-items: center; font-weight: 600; font-size: 18px; flex: none; }
.avatar.online::after { content: ""; position: absolute; right: -1px; bottom: -1px; width: 12px; height: 12px; border-radius: 50%; background: #6ee7a0; border: 2px solid var(--accent); }
#panel.cut-off .avatar::after { display: none; }
#status { flex: 1; min-width: 0; line-height: 1.3; }
.who { display: block; font-weight: 600; font-size: 16px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.detail { display: block; font-size: 13px; color: var(--on-accent-soft); }
.tools { display: flex; flex: none; }
.tools button { width: 44px; height: 44px; border-radius: 10px; display: grid; place-items: center; }
.tools button:hover, .tools [aria-expanded=true] { background: rgba(255, 255, 255, .16); }
#menu svg { stroke-width: 3; }

#menu-list {
  position: absolute; z-index: 2; top: 62px; right: 12px; max-width: calc(100% - 24px); padding: 6px;
  background: var(--surface); border-radius: 12px; box-shadow: var(--shadow); animation: rise .12s ease-out;
}
#menu-list button { display: flex; align-items: center; gap: 12px; width: 100%; min-height: 44px; padding: 8px 14px 8px 10px; border-radius: 8px; text-align: start; }
#menu-list svg { color: var(--soft); }
#menu-list button:hover, #menu-list button:focus-visible { background: var(--back); outline-offset: -2px; }
#menu-list [data-value="cmd:erase"], #menu-list [data-value="cmd:erase"] svg { color: var(--danger); }

.banner { display: flex; align-items: center; gap: 12px; padding: 8px 8px 8px 16px; font-size: 13.5px; flex: none; min-height: 44px; }
.banner.lost { background: var(--lost); color: var(--on-lost); }
.banner.back { background: var(--back-ok); color: var(--on-back-ok); }
.banner span { flex: 1; }
.banner button { flex: none; min-height: 44px; padding: 0 12px; border-radius: 8px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; }
.banner :focus-visible { outline-color: currentColor; outline-offset: -3px; }

.view { position: relative; flex: 1; min-height: 0; display: flex; }
#log { position: relative; flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 16px; scrollbar-width: thin; }
#log:focus-visible { outline-offset: -3px; }
.row { display: flex; flex-direction: column; align-items: flex-start; margin-top: 14px; }
.row.mine { align-items: flex-end; }
.row:first-child { margin-top: 0; }
.row.joined { margin-top: 3px; }
.row.joined .author, .row.followed .meta { display: none; }
.row.mine .author { display: block; }
.author { font-size: 12.5px; color: var(--soft); font-weight: 600; margin: 0 4px 4px; }
.bubble {
  max-width: 86%; padding: 9px 13px; border-radius: 16px; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--surface); border: 1px solid var(--line);
}
.theirs .bubble { border-bottom-left-radius: 5px; }
.theirs.joined .bubble { border-top-left-radius: 5px; }
.bubble[data-from=agent] { background: var(--agent); border-color: var(--agent-line); }
.mine .bubble { background: var(--accent); border-color: var(--accent); color: var(--on-accent); border-bottom-right-radius: 5px; }
.mine.joined .bubble { border-top-right-radius: 5px; }
.bubble[data-status=pending] { animation: unsent .2s .8s forwards; }
@keyframes unsent { to { background: var(--back); border-color: var(--ring); color: var(--link); } }
.bubble a { color: var(--link); text-underline-offset: 2px; }
.mine .bubble a { color: inherit; }
.mine .bubble a:focus-visible { outline-color: #fff; }
.meta { display: flex; align-items: center; gap: 5px; margin: 3px 4px 0; min-height: 17px; font-size: 12px; color: var(--soft); }
.tick { display: inline-flex; align-items: center; gap: 3px; }
.tick.seen { color: var(--link); }
.note { margin: 16px 0 2px; text-align: center; font-size: 13px; color: var(--soft); overflow-wrap: anywhere; white-space: pre-wrap; }
.note a { color: var(--link); }
.divider { display: flex; align-items: center; gap: 12px; }
.divider::before, .divider::after { content: ""; flex: 1; height: 1px; background: var(--line); }

.options { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.option {
  min-height: 44px; max-width: 100%; padding: 8px 16px; border-radius: 22px; border: 1.5px solid var(--ring); color: var(--link);
  background: var(--surface); font-weight: 600; overflow-wrap: anywhere; text-align: center; transition: background .12s, color .12s;
}
@media (hover: hover) {
  .option:hover:not(:disabled) { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
}
.option:disabled { border-color: var(--line); color: var(--soft); }

.typing { display: inline-flex; gap: 5px; margin-top: 14px; padding: 14px; border-radius: 16px 16px 16px 5px; background: var(--surface); border: 1px solid var(--line); }
.typing i { width: 7px; height: 7px; border-radius: 50%; background: var(--soft); animation: bounce 1.2s infinite ease-in-out; }
.typing i:nth-child(2) { animation-delay: .15s; }
.typing i:nth-child(3) { animation-delay: .3s; }
@keyframes bounce { 0%, 60%, 100% { transform: none; opacity: .55; } 30% { transform: translateY(-4px); opacity: 1; } }

.jump {
  position: absolute; bottom: 10px; left: 50%; transform: translateX(-50%); display: flex; align-items: center; gap: 6px; min-height: 44px;
  padding: 0 16px 0 12px; border-radius: 22px; background: var(--surface); color: var(--link); font-weight: 600; box-shadow: var(--shadow);
}
.notice { padding: 8px 16px; font-size: 13.5px; background: var(--lost); color: var(--on-lost); flex: none; }
form { position: relative; display: flex; align-items: flex-end; gap: 8px; padding: 10px 10px max(10px, env(safe-area-inset-bottom)); background: var(--surface); border-top: 1px solid var(--line); flex: none; }
#composer {
  flex: 1; min-width: 0; min-height: 44px; max-height: 132px; resize: none; padding: 10px 14px; border-radius: 22px;
  border: 1px solid var(--control); background: var(--surface); color: inherit; font: inherit; font-size: 16px; line-height: 22px; scrollbar-width: thin;
}
#composer::placeholder { color: var(--soft); opacity: 1; }
#composer:focus-visible { outline-offset: -1px; border-color: var(--ring); }
#composer[aria-invalid=true] { border-color: var(--danger); outline-color: var(--danger); }
#send { width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; background: var(--accent); color: var(--on-accent); flex: none; transition: background .15s; }
#send:hover:not(:disabled) { background: var(--accent-strong); }
#send:disabled { background: var(--line); color: var(--soft); }
.counter { position: absolute; right: 16px; bottom: 58px; font-size: 12px; font-variant-numeric: tabular-nums; color: var(--soft); }
.counter.over { color: var(--danger); font-weight: 700; }

@media (max-width: 480px), (max-height: 480px) and (pointer: coarse) {
  #panel { inset: 0; top: var(--top, 0); bottom: auto; width: 100%; max-width: none; height: 100vh; height: var(--height, 100dvh); max-height: none; border-radius: 0; }
  :host([data-open]) #launcher { display: none; }
  header { padding-top: max(10px, env(safe-area-inset-top)); padding-bottom: 10px; }
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: .01ms !important; animation-iteration-count: 1 !important; transition: none !important; }
}
@media (forced-colors: active) {
  #panel, #launcher, .bubble, #menu-list, .typing, #send { border: 1px solid; }
}
@media print { .widget { display: none; } }
`;

  /** A constructed sheet is not subject to the page's style-src; older browsers get an element. */
  function applyStyle() {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch (error) {
      root.append(h('style', {}, css));
    }
  }

  // ---------------------------------------------------------------- building

  const ui = {};
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });

  function named(key, draw) {
    label(() => ui[key].setAttribute('aria-label', t(draw)));
    label(() => (ui[key].title = t(draw)));
  }

  function build() {
    // Inline and important: no rule of the page reaches the host element.
    host.style.cssText =
      'all:initial!important;display:block!important;position:fixed!important;right:0!important;bottom:0!important;' +
      'width:0!important;height:0!important;z-index:2147483000!important';
    host.dataset.relevo = '';
    applyStyle();
    buildLauncher();
    buildPanel();
    label(() => (widget.lang = language));
    label(drawStatus);
    label(drawLauncher);
    label(composerChanged);
    widget.addEventListener('keydown', panelKey);
    // Keys typed here are not shortcuts of the page.
    ['keydown', 'keyup', 'keypress'].forEach((name) => widget.addEventListener(name, (event) => event.stopPropagation()));
    widget.append(ui.panel, ui.launcher, ui.voice);
    root.append(widget);
    document.body.append(host);
  }
  const widget = h('div', { class: 'widget' });

  function buildLauncher() {
    ui.badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: '' });
    ui.launcher = h(
      'button',
      {
        id: 'launcher', part: 'launcher', type: 'button', 'aria-controls': 'panel', 'aria-expanded': 'false',
        onclick: () => (panelIsOpen() ? close() : open()),
      },
      icon(icons.chat), icon(icons.down), ui.badge
    );
    ui.voice = h('div', { class: 'unseen', role: 'status' });
  }

  function buildPanel() {
    ui.composer = h('textarea', {
      id: 'composer', part: 'composer', rows: 1, dir: 'auto', autocomplete: 'off', enterkeyhint: 'send',
      'aria-describedby': 'notice', onkeydown: composerKey,
      oninput() {
        composerChanged();
        if (ui.composer.value) signalTyping();
      },
    });
    ui.send = h('button', { id: 'send', part: 'send', type: 'submit', disabled: '' }, icon(icons.send));
    ui.counter = h('span', { class: 'counter', role: 'status', hidden: '' });
    ui.notice = h('div', { id: 'notice', class: 'notice', role: 'status', hidden: '' });
    ui.panel = h(
      'section',
      { id: 'panel', part: 'panel', role: 'dialog', hidden: '', onpointerdown: pointerOutsideMenu },
      buildHeader(), ui.menuList, buildBanner(), buildLog(), ui.notice,
      h('form', { onsubmit: submit }, ui.composer, ui.counter, ui.send)
    );
    label(() => ui.panel.setAttribute('aria-label', t('panel')));
    label(() => ui.composer.setAttribute('placeholder', t('write')));
    label(() => ui.composer.setAttribute('aria-label', t('write')));
    named('send', 'send');
  }

  function buildHeader() {
    ui.who = h('strong', { class: 'who', dir: 'auto' });
    ui.detail = h('span', { class: 'detail' });
    ui.status = h('div', { id: 'status', part: 'status', role: 'status' }, ui.who, ui.detail);
    ui.face = h('span');
    ui.avatar = h('div', { class: 'avatar', 'aria-hidden': 'true' }, ui.face);
    ui.menu = h(
      'button',
      {
        id: 'menu', part: 'menu', type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': 'menu-list',
        onclick: () => (menuIsOpen() ? closeMenu() : openMenu()),
        onkeydown(event) {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          openMenu(event.key === 'ArrowUp' ? -1 : 0);
        },
      },
      icon(icons.more)
    );
    ui.hide = h('button', { type: 'button', part: 'close', id: 'close', onclick: close }, icon(icons.close));
    ui.menuList = h('div', { id: 'menu-list', role: 'menu', hidden: '', onkeydown: menuKey }, ...commands.map(menuItem));
    named('menu', 'menu');
    named('hide', 'closePanel');
    label(() => ui.menuList.setAttribute('aria-label', t('menu')));
    return h('header', {}, ui.avatar, ui.status, h('div', { class: 'tools' }, ui.menu, ui.hide));
  }

  function buildBanner() {
    ui.bannerText = h('span');
    ui.retry = h('button', { type: 'button', onclick: retryNow });
    ui.banner = h('div', { id: 'banner', part: 'banner', class: 'banner lost', role: 'status', hidden: '' }, ui.bannerText, ui.retry);
    label(() => (ui.retry.textContent = t('retry')));
    return ui.banner;
  }

  function buildLog() {
    ui.anchor = h('div', { hidden: '' });
    ui.typing = h('div', { class: 'typing', role: 'img', hidden: '' }, h('i'), h('i'), h('i'));
    ui.log = h(
      'div',
      {
        id: 'log', part: 'log', role: 'log', tabindex: 0, 'aria-live': 'polite', 'aria-relevant': 'additions',
        onscroll: () => isAtEnd() && (ui.jump.hidden = true),
      },
      ui.anchor, ui.typing
    );
    const words = h('span');
    ui.jump = h('button', { class: 'jump', type: 'button', hidden: '', onclick: scrollToEnd }, icon(icons.down, 18), words);
    label(() => ui.log.setAttribute('aria-label', t('log')));
    label(() => (words.textContent = t('newMessages')));
    return h('div', { class: 'view' }, ui.log, ui.jump);
  }

  function pointerOutsideMenu(event) {
    if (menuIsOpen() && !ui.menuList.contains(event.target) && !ui.menu.contains(event.target)) closeMenu();
  }

  function retryNow() {
    ui.composer.focus({ preventScroll: true });
    stream.revive();
    flush();
  }

  // ---------------------------------------------------------------- the page around it

  let hiddenTimer = 0;
  let endWatch = null;

  /**
   * Browsers allow few connections a host, and tabs share them: of the hidden tabs only one keeps
   * its stream (where locks exist); the others ask for what they missed when they are shown again.
   */
  function visibilityChanged() {
    clearTimeout(hiddenTimer);
    if (document.visibilityState === 'visible') {
      if (endWatch) endWatch();
      endWatch = null;
      stream.revive();
      flush();
      if (panelIsOpen()) markRead();
    } else if (navigator.locks) {
      hiddenTimer = setTimeout(keepOneHiddenStream, kHiddenGrace);
    }
  }

  function keepOneHiddenStream() {
    const hold = (lock) => {
      if (document.visibilityState === 'visible') return undefined;
      if (lock) return new Promise((done) => (endWatch = done));
      return stream.stop();
    };
    navigator.locks.request(`${prefix}watch`, { ifAvailable: true }, hold).catch(() => {});
  }

  /** Another tab changed what we share. */
  function storageChanged(event) {
    if (event.key !== null && !event.key.startsWith(prefix)) return;
    const name = event.key === null ? 'session' : event.key.slice(prefix.length);
    if (name === 'session') {
      if (store.get('session')) {
        erased = false;
        stream.follow();
      } else if (!store.get('customer')) {
        if (!erased) forgetEverything();
      } else {
        stream.stop(); // expired: the tab that found out greets
        if (stream.isWanted()) stream.retry(3000, 'quietly');
      }
    } else if (name.startsWith('outbox:') && event.newValue) {
      drawOutbox();
      flush();
    } else if (name === 'position') {
      talk.unread = talk.unread.filter(isUnread);
      drawUnread();
    }
  }

  function listen() {
    addEventListener('online', () => {
      stream.revive();
      flush();
    });
    addEventListener('offline', () => {
      if (stream.state !== 'live') return;
      stream.run++;
      stream.retry(); // if the gateway can be reached all the same, that finds out
    });
    addEventListener('focus', () => panelIsOpen() && markRead());
    addEventListener('storage', storageChanged);
    addEventListener('pagehide', () => stream.stop());
    addEventListener('pageshow', (event) => event.persisted && stream.revive());
    addEventListener('resize', fitPanel);
    keepAtEnd();
    document.addEventListener('visibilitychange', visibilityChanged);
    if (window.visualViewport) {
      visualViewport.addEventListener('resize', fitPanel);
      visualViewport.addEventListener('scroll', fitPanel);
    }
    setInterval(() => stream.watch(), 1000);
  }

  function start() {
    build();
    listen();
    drawOutbox();
    if (settings.open === 'true') open({ focus: false });
    else if (stream.isWanted()) stream.connect();
    if (document.visibilityState === 'hidden') visibilityChanged();
    flush();
  }

  window.Relevo = Object.freeze({ open: () => whenReady(() => open()), close: () => whenReady(close) });

  function whenReady(work) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', work, { once: true });
    else work();
  }
  whenReady(start);
})();
