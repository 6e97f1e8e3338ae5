// SPDX-License-Identifier: GPL-3.0-or-later
// Drives Debian's Chromium for the end-to-end tests: one JSON command a line on standard input, one
// JSON answer a line on standard output. Commands name a page ("a", "b", …); each page is a tab, and
// pages of one "context" share their storage as one browser does.
import { createInterface } from 'node:readline';
import { mkdtempSync, rmSync } from 'node:fs';
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

async function contextNamed(name, options) {
  if (!contexts.has(name)) contexts.set(name, await browser.newContext(options));
  return contexts.get(name);
}

// What the customer sees, in order.
function bubbles() {
  return [...document.querySelector('[data-relevo]').shadowRoot.querySelectorAll('.bubble')].map((b) => ({
    from: b.dataset.from, seq: Number(b.dataset.seq ?? 0), status: b.dataset.status ?? '',
    text: b.textContent,
  }));
}

const commands = {
  async open({ page, context = 'default', url, width = 1000, height = 760, locale = 'es-AR', dark = false, html }) {
    const owner = await contextNamed(context, {
      locale, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light',
    });
    const tab = await owner.newPage();
    pages.set(page, tab);
    if (html) {
      // A site of another origin: the page is served from here, everything else from where it is.
      await tab.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    }
    await tab.goto(url);
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
    await tab.keyboard.press('Enter');
    return {};
  },
  async tap({ page, value, text }) {
    const tab = pages.get(page);
    const option = value ? tab.locator(`[data-relevo] .option[data-value="${value}"]`).last()
      : tab.locator('[data-relevo] .option', { hasText: text }).last();
    await option.click({ timeout: 10000 });
    return {};
  },
  async menu({ page, value }) {
    const tab = pages.get(page);
    await tab.locator('[data-relevo] #menu').click();
    await tab.locator(`[data-relevo] #menu-list [data-value="${value}"]`).click();
    return {};
  },
  async log({ page }) { return { bubbles: await pages.get(page).evaluate(bubbles) }; },
  async options({ page }) {
    const values = await pages.get(page).locator('[data-relevo] .option:not([disabled])')
      .evaluateAll((all) => all.map((o) => ({ value: o.dataset.value, text: o.textContent })));
    return { options: values };
  },
  async status({ page }) {
    const tab = pages.get(page);
    return {
      status: await tab.locator('[data-relevo] #status').textContent(),
      banner: await tab.locator('[data-relevo] #banner').textContent(),
      overflow: await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    };
  },
  async waitText({ page, text, timeout = 15000 }) {
    await pages.get(page).locator('[data-relevo] .bubble', { hasText: text }).last().waitFor({ timeout });
    return {};
  },
  async offline({ context = 'default', on }) { await contexts.get(context).setOffline(on); return {}; },
  async reload({ page }) { await pages.get(page).reload(); return {}; },
  async shot({ page, path }) { await pages.get(page).screenshot({ path }); return {}; },
  async close({ page }) { await pages.get(page).close(); pages.delete(page); return {}; },
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
