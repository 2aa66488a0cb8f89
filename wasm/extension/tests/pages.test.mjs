// Popup, options and first page, used as people use them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, suite, test } from 'node:test';
import { launch, serve } from './harness.mjs';

const AXE = readFileSync(`${process.env.HIMAYA_EXTENSION_TOOLS}/node_modules/axe-core/axe.min.js`, 'utf8');
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt', 'tr'];
const PAGES = ['popup', 'options', 'welcome', 'uncover'];

suite('pages of the extension', () => {
  let browser;
  let page;
  /** A page of the extension that stays open, to ask the background. */
  let asker;

  before(async () => {
    browser = await launch();
    asker = await browser.own('manifest.json');
  });

  after(() => browser[Symbol.asyncDispose]());

  beforeEach(async () => {
    await page?.close();
    await browser.inBackground(async () => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    });
    page = await browser.page();
  });

  async function open(name) {
    await page.goto(`chrome-extension://${browser.id}/pages/${name}/index.html`);
    await page.waitForSelector('html[data-ready]');
  }
  const settings = () => browser.inBackground(async () => (await chrome.storage.local.get('settings')).settings ?? {});

  async function ask(kind, body) {
    const reply = await asker.evaluate((message) => chrome.runtime.sendMessage(message), {
      himaya: 1,
      to: 'background',
      kind,
      ask: body,
    });
    return reply.answer;
  }

  /** Until the page says something there. */
  const said = (id) => page.waitForFunction((id) => document.getElementById(id).textContent !== '', id);

  /** The popup takes this for the tab in front. */
  async function openPopup(url, tab = 7) {
    await page.addInitScript(([url, tab]) => (chrome.tabs.query = async () => [{ id: tab, url }]), [url, tab]);
    await open('popup');
  }

  async function faults(rules) {
    // A script element is what the extension's own policy forbids.
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(
      (rules) => axe.run(document, { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }),
      rules,
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }

  for (const language of ['en', 'ar']) {
    test(`axe finds no fault in any page, light or dark (${language})`, async () => {
      await ask('change-settings', { change: { language, allowedSites: ['example.org'] } });
      await browser.inBackground(() =>
        chrome.storage.session.set({
          reasons: [[7, [{ what: 'picture', category: 'sensitive_image', why: 'model', programs: [{ name: 'some-model', version: '1.2' }], count: 2 }]]],
        }),
      );
      for (const name of PAGES) {
        await page.emulateMedia({ colorScheme: 'light' });
        await (name === 'popup' ? openPopup('https://example.com/') : open(name));
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        assert.equal(await page.evaluate(() => document.documentElement.dir), language === 'ar' ? 'rtl' : 'ltr');
        assert.deepEqual(await faults(), [], name);
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await faults(['color-contrast']), [], `${name}, dark`);
      }
    });
  }

  test('the dialog that asks for a PIN has no fault either, and keeps the focus', async () => {
    await ask('change-pin', { pin: '4827' });
    await open('options');
    await page.locator('#chats').click();
    await page.waitForSelector('dialog[open]');
    assert.deepEqual(await faults(), []);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'pin-typed');
  });

  test('no page is wider than its window: the popup in any language, the others where words are longest', async () => {
    await page.setViewportSize({ width: 320, height: 600 });
    for (const language of LANGUAGES) {
      await ask('change-settings', { change: { language } });
      for (const name of ['ar', 'de'].includes(language) ? PAGES : ['popup']) {
        await open(name);
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${name} ${language}: ${width}`);
      }
    }
  });

  test('a chosen language is used although the browser’s is another one', async () => {
    await open('options');
    await page.selectOption('#language', 'tr');
    await page.waitForFunction(() => document.querySelector('h1').textContent === 'Ayarlar');
    assert.equal((await settings()).language, 'tr');
    await open('welcome');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'tr');
  });

  test('the first page is filled in with the keyboard alone', async () => {
    await open('welcome');
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.name);
    await press('Tab');
    assert.equal(await focused(), 'language');
    await press('Tab');
    assert.equal(await focused(), 'ageBand');
    await press('ArrowUp', 'Tab');
    assert.equal(await focused(), 'strictness');
    await press('ArrowDown', 'Tab');
    await page.keyboard.type('4827');
    await press('Tab');
    await page.keyboard.type('4827');
    await press('Tab', 'Enter');
    await page.waitForFunction(() => document.activeElement.id === 'done-title');
    const { ageBand, strictness, setUp } = await settings();
    assert.deepEqual({ ageBand, strictness, setUp }, { ageBand: '6-9', strictness: 'gentle', setUp: true });
    assert.equal((await ask('settings', {})).pin, true);
  });

  test('a weak or mistyped PIN on the first page changes nothing', async () => {
    await open('welcome');
    for (const [pin, again] of [
      ['1234', '1234'],
      ['4827', '4872'],
    ]) {
      await page.fill('#pin-new', pin);
      await page.fill('#pin-again', again);
      await page.click('#form [type=submit]');
      await said('pin-problem');
      assert.deepEqual(await settings(), {});
    }
  });

  test('the options ask for the PIN before they loosen, and take back what was not allowed', async () => {
    await ask('change-pin', { pin: '4827' });
    await open('options');
    await page.locator('#pictures').click();
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('#pictures').checked);
    await page.locator('#pictures').click();
    await page.fill('#pin-typed', '5555');
    await page.keyboard.press('Enter');
    await said('pin-problem');
    await page.fill('#pin-typed', '4827');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]', { state: 'detached' });
    await said('status');
    assert.equal((await settings()).pictures, false);
    // What was said of the last change is gone at the click.
    await page.locator('#pictures').click();
    await said('status');
    assert.equal((await settings()).pictures, true);
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });

  test('the PIN is changed and removed in the options, and an empty old one is no try', async () => {
    await ask('change-pin', { pin: '4827' });
    await open('options');
    for (const _ of [1, 2, 3, 4]) {
      await page.click('#pin-remove');
      await said('pin-form-problem');
    }
    assert.equal((await ask('settings', {})).lockedFor, 0);
    await page.fill('#pin-old', '4827');
    await page.fill('#pin-new', '5938');
    await page.fill('#pin-again', '5938');
    await page.click('#pin-save');
    await said('status');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.fill('#pin-old', '5938');
    await page.click('#pin-remove');
    await said('status');
    assert.equal((await ask('settings', {})).pin, false);
    assert.equal(await page.locator('#pin-old').isVisible(), false);
  });

  test('sites are allowed and removed, international names too', async () => {
    await open('options');
    await page.fill('#site', 'com');
    await page.keyboard.press('Enter');
    await said('site-problem');
    await page.fill('#site', 'https://مثال.إختبار/صفحة');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#sites li');
    assert.deepEqual((await settings()).allowedSites, ['xn--mgbh0fb.xn--kgbechtv']);
    assert.equal(await page.locator('#sites bdi').textContent(), 'مثال.إختبار');
    await page.locator('#sites button').click();
    await page.waitForSelector('#sites li', { state: 'detached' });
    assert.deepEqual((await settings()).allowedSites, []);
  });

  test('the popup says whether it is on here, pauses and turns on again', async () => {
    await ask('change-settings', { change: { language: 'en', allowedSites: ['example.org'] } });
    const title = () => page.locator('#state-title').textContent();
    await openPopup('https://chat.example.org/');
    assert.equal(await title(), 'Himaya is off on this site');
    await openPopup('chrome://settings');
    assert.equal(await title(), 'Himaya cannot look at this page');
    await openPopup('https://example.com/');
    assert.equal(await title(), 'Himaya is on');
    await page.click('[data-pause="15min"]');
    await page.waitForFunction(() => document.querySelector('#state').dataset.look === 'paused');
    const { pausedSince, pausedUntil } = await settings();
    assert.equal(pausedUntil - pausedSince, 15 * 60 * 1000);
    await page.click('#resume');
    await page.waitForFunction(() => document.querySelector('#state').dataset.look === 'active');
  });

  test('with a PIN the popup does not pause without it', async () => {
    await ask('change-pin', { pin: '4827' });
    await openPopup('https://example.com/');
    await page.click('[data-pause="tomorrow"]');
    await page.fill('#pin-typed', '4827');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#state').dataset.look === 'paused');
  });

  test('the popup says why something was covered: kinds, how often, and what decided in which version', async () => {
    await ask('change-settings', { change: { language: 'en' } });
    await browser.inBackground(() =>
      chrome.storage.session.set({
        reasons: [
          [
            7,
            [
              { what: 'picture', category: 'known_image', why: 'known', programs: [], count: 1 },
              { what: 'chat', category: 'grooming', why: 'conversation', programs: [{ name: 'rules', version: '7' }, { name: 'some-model', version: '1.2' }], count: 3 },
            ],
          ],
        ],
      }),
    );
    await openPopup('https://example.com/');
    assert.deepEqual(await page.locator('#reasons strong').allTextContents(), [
      'a known picture',
      'a pattern that can prepare abuse',
    ]);
    assert.deepEqual(await page.locator('#reasons .times').allTextContents(), ['once', '3 times']);
    assert.deepEqual(await page.locator('#reasons code').allTextContents(), ['rules 7 · some-model 1.2']);
  });

  test('what a school set is shown as such and cannot be changed', async () => {
    await browser.inBackground(() => {
      globalThis.own = chrome.storage.managed.get;
      chrome.storage.managed.get = async () => ({
        strictness: 'strict',
        allowedSites: ['school.example'],
        mayPause: false,
        chats: 7,
      });
    });
    try {
      await ask('change-settings', { change: { language: 'en' } });
      await open('options');
      assert.ok((await page.locator('.by-school').count()) >= 3);
      assert.equal(await page.locator('[name=strictness]').first().isDisabled(), true);
      assert.equal(await page.locator('#mayPause').isDisabled(), true);
      assert.equal(await page.locator('#chats').isDisabled(), false);
      assert.equal(await page.locator('#site-form').isVisible(), false);
      assert.match(await page.locator('#misread-note').textContent(), /chats/);
      assert.deepEqual(await faults(), []);
      await openPopup('https://example.com/');
      assert.equal(await page.locator('#pause-buttons').isVisible(), false);
    } finally {
      await browser.inBackground(() => (chrome.storage.managed.get = globalThis.own));
    }
  });

  test('forgetting empties numbers and every database, and leaves settings and PIN', async () => {
    await ask('change-settings', { change: { ageBand: '6-9' } });
    await ask('change-pin', { pin: '4827' });
    await browser.inBackground(async () => {
      await chrome.storage.session.set({ counters: { day: new Date().toLocaleDateString('sv'), nudges: 4 } });
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('some-database', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('some').put('kept', 'key');
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      });
    });
    await open('options');
    await page.click('#forget');
    await page.click('#forget-dialog [value=yes]');
    await page.fill('#pin-typed', '4827');
    await page.keyboard.press('Enter');
    await said('status');
    assert.equal((await ask('counters', {})).nudges, 0);
    const left = await page.evaluate(async () => {
      const databases = await indexedDB.databases();
      const counts = databases.map(
        ({ name }) =>
          new Promise((resolve) => {
            indexedDB.open(name).onsuccess = ({ target: { result } }) => {
              const stores = [...result.objectStoreNames];
              if (stores.length === 0) return resolve(0);
              const store = result.transaction(stores).objectStore(stores[0]);
              store.count().onsuccess = (event) => resolve(event.target.result);
            };
          }),
      );
      return Promise.all(counts);
    });
    assert.ok(left.length > 0);
    assert.deepEqual(
      left.filter((count) => count > 0),
      [],
    );
    assert.deepEqual([(await settings()).ageBand, (await ask('settings', {})).pin], ['6-9', true]);
  });

  test('settings, lock and numbers survive the death of the worker', async () => {
    await ask('change-settings', { change: { ageBand: '0-5' } });
    await ask('change-pin', { pin: '4827' });
    for (let i = 0; i < 3; i += 1) await ask('pause', { length: '1h', pin: '9393' });
    await browser.inBackground(() =>
      chrome.storage.session.set({ counters: { day: new Date().toLocaleDateString('sv'), nudges: 4 } }),
    );
    await browser.inBackground(() => (globalThis.mark = true));
    await browser.killBackground();
    const view = await ask('settings', {});
    assert.equal(await browser.inBackground(() => globalThis.mark), undefined, 'it is another worker');
    assert.equal(view.settings.ageBand, '0-5');
    assert.ok(view.lockedFor > 0 && view.lockedFor <= 30_000, String(view.lockedFor));
    assert.equal((await ask('pause', { length: '1h', pin: '4827' })).why, 'locked');
    assert.equal((await ask('counters', {})).nudges, 4);
  });

  /** What the button in the toolbar says of the tab that shows a site, once it says this. */
  async function toolbarSays(wanted) {
    let shown;
    for (let tries = 0; tries < 60 && shown !== wanted; tries += 1) {
      await page.waitForTimeout(100);
      shown = await browser.inBackground(async () => {
        const [tab] = await chrome.tabs.query({ url: 'http://*/*' });
        return tab && chrome.action.getTitle({ tabId: tab.id });
      });
    }
    assert.equal(shown, wanted);
  }

  test('the button in the toolbar says whether it is on in that tab', async () => {
    const site = await serve();
    try {
      await ask('change-settings', { change: { language: 'en', allowedSites: ['localhost'] } });
      await page.goto(site.url('plain.html'));
      await toolbarSays('Himaya is off on this site');
      await page.goto(site.url('plain.html', '127.0.0.1'));
      await toolbarSays('Himaya is on');
      await ask('pause', { length: '1h' });
      await toolbarSays('Himaya is paused');
    } finally {
      await site[Symbol.asyncDispose]();
    }
  });

  test('a page that is open when a pause ends is looked at again', async () => {
    const site = await serve();
    try {
      await ask('change-settings', { change: { language: 'en' } });
      await browser.inBackground(async () => {
        const { settings } = await chrome.storage.local.get('settings');
        const pausedSince = Date.now();
        await chrome.storage.local.set({ settings: { ...settings, pausedSince, pausedUntil: pausedSince + 4000 } });
      });
      await page.goto(site.url('plain.html'));
      await toolbarSays('Himaya is paused');
      await toolbarSays('Himaya is on');
    } finally {
      await site[Symbol.asyncDispose]();
    }
  });

  test('a page that took over its content script can read no settings and change none', async () => {
    const site = await serve();
    try {
      await ask('change-pin', { pin: '4827' });
      const session = await browser.context.newCDPSession(page);
      const contexts = [];
      session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
      await session.send('Runtime.enable');
      await page.goto(site.url('plain.html'));
      await page.waitForTimeout(300);
      const inside = contexts.findLast(({ origin }) => origin === `chrome-extension://${browser.id}`);
      const run = async (expression) => {
        const { result } = await session.send('Runtime.evaluate', {
          contextId: inside.id,
          expression: `(async () => JSON.stringify(await ${expression}))().catch((error) => 'refused: ' + error.message)`,
          awaitPromise: true,
        });
        return result.value;
      };
      const send = (kind, ask) =>
        run(`chrome.runtime.sendMessage(${JSON.stringify({ himaya: 1, to: 'background', kind, ask })})`);
      assert.match(await send('page-settings', {}), /"ok":true/, 'it is the content script');
      for (const [kind, body] of [
        ['settings', {}],
        ['pause', { length: '1h' }],
        ['change-settings', { change: { chats: false } }],
        ['change-pin', { pin: '' }],
        ['forget', {}],
        ['counters', {}],
        ['tab-status', { tab: 1, url: '' }],
      ]) {
        assert.match(await send(kind, body), /"ok":false/, kind);
      }
      assert.match(await run('chrome.storage.local.get()'), /refused/);
    } finally {
      await site[Symbol.asyncDispose]();
    }
  });
});
