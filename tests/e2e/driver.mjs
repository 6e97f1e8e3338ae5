// SPDX-License-Identifier: GPL-3.0-or-later
// Drives Debian's Chromium for the end-to-end tests: one JSON command a line on standard input, one
// JSON answer a line on standard output. Commands name a page ("a", "b", …); each page is a tab, and
// pages of one context share their storage as one browser does. In the expressions of `probe` and
// `until`, `root` is the widget's shadow root and `$(id)` an element in it.
import { createInterface } from 'node:readline';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const profiles = mkdtempSync(join(tmpdir(), 'relevo-chromium-'));
const browser = await chromium.launch({
  executablePath: process.env.RELEVO_CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, HOME: profiles },
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update',
         '--disable-sync', '--no-first-run', '--disable-gpu'],
});
const contexts = new Map();
const pages = new Map();

/** Keeps what came in by event streams, as it came: what a customer could read with any tool. */
function keepStreams() {
  const plain = window.fetch;
  window.rawStream = '';
  window.fetch = async (...given) => {
    const response = await plain(...given);
    if (!(response.headers.get('content-type') ?? '').startsWith('text/event-stream')) return response;
    const [ours, theirs] = response.body.tee();
    const decoder = new TextDecoder();
    const reader = ours.getReader();
    const keep = ({ done, value }) => {
      if (done) return undefined;
      window.rawStream += decoder.decode(value, { stream: true });
      return reader.read().then(keep);
    };
    reader.read().then(keep).catch(() => {});
    return new Response(theirs, { status: response.status, headers: response.headers });
  };
}

async function contextNamed(name, { locale, width, height, dark, phone, calm }) {
  if (contexts.has(name)) return contexts.get(name);
  const context = await browser.newContext({
    locale, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light',
    isMobile: phone, hasTouch: phone, reducedMotion: calm ? 'reduce' : 'no-preference',
  });
  await context.addInitScript(keepStreams);
  const seen = { requests: [] };
  context.on('request', (request) => seen.requests.push(request.url()));
  contexts.set(name, Object.assign(context, { seen }));
  return context;
}

const expression = (js) =>
  `(() => { const root = document.querySelector('[data-relevo]')?.shadowRoot;
     const $ = (id) => root.getElementById(id); return (${js}); })()`;

// What the customer sees, in order.
const bubbles = `[...root.querySelectorAll('.bubble')].map((b) => ({
  from: b.dataset.from, seq: Number(b.dataset.seq ?? 0), status: b.dataset.status ?? '', text: b.textContent }))`;

async function until(tab, js, timeout) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await tab.evaluate(expression(js)).catch(() => undefined); // a page between two loads
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${js}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const commands = {
  async open({ page, context = 'default', url, width = 1000, height = 760, locale = 'es-AR', dark = false,
               phone = false, calm = false }) {
    const owner = await contextNamed(context, { locale, width, height, dark, phone, calm });
    const tab = await owner.newPage();
    tab.complaints = [];
    tab.on('console', (message) => message.type() === 'error' && tab.complaints.push(message.text()));
    tab.on('pageerror', (error) => tab.complaints.push(`thrown: ${error.message}`));
    tab.on('dialog', (dialog) => { tab.complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    pages.set(page, tab);
    await tab.goto(url);
    await tab.locator('[data-relevo] #launcher').waitFor({ state: 'attached' });
    return {};
  },
  async launch({ page }) {
    const tab = pages.get(page);
    await tab.locator('[data-relevo] #launcher').click();
    await tab.locator('[data-relevo] #composer').waitFor();
    return {};
  },
  async say({ page, text }) {
    const tab = pages.get(page);
    await tab.locator('[data-relevo] #composer').fill(text);
    await tab.locator('[data-relevo] #composer').press('Enter');
    return {};
  },
  async tap({ page, value }) {
    await pages.get(page).locator(`[data-relevo] .option[data-value^="${value}"]:not([disabled])`).last()
      .click({ timeout: 10000 });
    return {};
  },
  async click({ page, selector }) {
    await pages.get(page).locator(`[data-relevo] ${selector}`).click({ timeout: 10000 });
    return {};
  },
  async press({ page, key }) { await pages.get(page).keyboard.press(key); return {}; },
  async type({ page, text }) { await pages.get(page).keyboard.type(text); return {}; },
  async front({ page }) { await pages.get(page).bringToFront(); return {}; },
  async log({ page }) { return { bubbles: await pages.get(page).evaluate(expression(bubbles)) }; },
  async probe({ page, js }) { return { value: await pages.get(page).evaluate(expression(js)) ?? null }; },
  async until({ page, js, timeout = 15000 }) { return { value: await until(pages.get(page), js, timeout) }; },
  async aria({ page }) { return { value: await pages.get(page).locator('[data-relevo] #panel').ariaSnapshot() }; },
  /** Breaches of WCAG 2.2 A and AA, found by axe-core in what is on screen now. */
  async axe({ page }) {
    const tab = pages.get(page);
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    return {
      checked: found.passes.length,
      breaches: found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target.flat()} ${n.any.map((a) => a.message)}`).join(' | ')}`),
    };
  },
  async offline({ context = 'default', on }) { await contexts.get(context).setOffline(on); return {}; },
  /** The next answers to this path are lost on their way back; what was asked has been done. */
  async loseAnswers({ context = 'default', path, times }) {
    let left = times;
    await contexts.get(context).route(`**${path}`, async (route) => {
      if (left === 0) return route.continue();
      left--;
      await route.fetch();
      return route.abort('connectionreset');
    });
    return {};
  },
  async reload({ page }) { await pages.get(page).reload(); return {}; },
  async shot({ page, path }) { await pages.get(page).screenshot({ path }); return {}; },
  async requests({ context = 'default' }) { return { value: contexts.get(context).seen.requests }; },
  async cookies({ context = 'default' }) { return { value: await contexts.get(context).cookies() }; },
  async complaints({ page }) { return { value: pages.get(page).complaints }; },
  async close({ page }) { await pages.get(page).close(); pages.delete(page); return {}; },
  /** Ends a browser of its own: its pages and its storage. */
  async forget({ context = 'default' }) {
    await contexts.get(context).close();
    contexts.delete(context);
    return {};
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const command = JSON.parse(line);
    answer = { ok: true, ...(await commands[command.do](command)) };
  } catch (error) {
    answer = { ok: false, error: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
rmSync(profiles, { recursive: true, force: true });
