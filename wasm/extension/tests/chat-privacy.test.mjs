import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { openChat, PATTERN, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

/** A word that no program has in it by chance. */
const CANARY = 'zwergkanarie';
const NAME = 'Quintessa';

suite('what is kept of chats', () => {
  let browser;
  let site;
  before(async () => {
    browser = await launch();
    site = await serve();
    await warm(browser, site);
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });
  const open = async (file) => {
    const chat = await openChat(browser, site.url(`chats/${file}`));
    await chat.settle();
    return chat;
  };
  /** All that IndexedDB holds for the extension. */
  async function databases() {
    const page = await browser.own('manifest.json');
    const all = await page.evaluate(async () => {
      const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = () => reject(request.error))));
      const found = {};
      for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const store of database.objectStoreNames) {
          const keys = await done(database.transaction(store).objectStore(store).getAllKeys());
          const values = await done(database.transaction(store).objectStore(store).getAll());
          found[`${name}/${store}`] = values.map((value, index) => ({ key: keys[index], value: value instanceof CryptoKey ? { extractable: value.extractable } : Object.fromEntries(Object.entries(value).map(([field, one]) => [field, one instanceof Uint8Array ? [...one] : one])) }));
        }
        database.close();
      }
      return found;
    });
    await page.close();
    return all;
  }
  /** Whatever it is doing. */
  const endEngine = () => browser.inBackground(() => chrome.offscreen.closeDocument().then(() => true, () => false));

  test('the engine may die between any two messages of a pattern', async () => {
    const chat = await open('log.html#/death');
    let ended = 0;
    for (const text of PATTERN) {
      await chat.receive([text], 'Dora');
      await chat.settle(300);
      ended += Number(await endEngine());
    }
    assert.ok(ended > 1);
    await chat.receive(['ok?'], 'Dora');
    await chat.warned();
    await chat.page.close();
  });

  test('numbers under a salted digest are kept, and no word, name or site', async () => {
    const outside = [];
    const chat = await open('bubbles.html#/canary');
    chat.page.context().on('request', (request) => outside.push(request.url()));
    const before = site.requests.length;
    await chat.page.evaluate((name) => (document.querySelector('header h2').textContent = name), NAME);
    await chat.receive([...PATTERN.map((text) => `${text} ${CANARY}`), `pay me or i send your picture to all your friends, ${CANARY}`], NAME);
    await chat.until('notice');
    await chat.warned();
    await chat.page.fill('textarea', `${CANARY}: my number is 07700 900123`);
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await chat.press('notice', 'Go back');
    await chat.until('notice', 0);

    const kept = await databases();
    const conversations = kept['himaya-conversations/kept'];
    assert.ok(conversations.length > 0);
    for (const { key, value } of conversations) {
      assert.match(key, /^[0-9a-f]{64}$/);
      assert.deepEqual(Object.keys(value).sort(), ['category', 'marks', 'standing', 'state', 'told', 'used']);
      assert.ok(value.state.length <= 512 && value.marks.length <= 32);
    }
    assert.deepEqual(kept['himaya-conversations/key'].map(({ value }) => value), [{ extractable: false }]);

    const background = await browser.inBackground(async () => ({ local: await chrome.storage.local.get(), session: await chrome.storage.session.get(), caches: await caches.keys() }));
    const page = await chat.page.evaluate(async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, databases: await indexedDB.databases(), html: document.documentElement.outerHTML.replace(document.querySelector('#list').outerHTML, '') }));
    const everything = JSON.stringify({ kept, background, page: { ...page, html: '' }, logs: chat.logs, outside, requests: site.requests.slice(before) });
    for (const word of [CANARY, NAME, '07700', 'snapchat']) assert.ok(!everything.includes(word), word);
    // Notices are in closed roots: none of it is in the page's own tree either.
    assert.ok(!page.html.includes('07700'));
    assert.deepEqual(outside.filter((url) => !url.startsWith(site.url('')) && new URL(url).host !== browser.id), []);
    await chat.page.close();
  });

  test('not on the disk either', async () => {
    // What belongs to the extension: its storage, its databases.
    const files = readdirSync(browser.profile, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
      .filter((file) => file.includes(browser.id));
    assert.ok(files.some((file) => file.includes('IndexedDB')));
    const spellings = [CANARY, NAME].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
    const found = files.filter((file) => {
      const bytes = readFileSync(file);
      return spellings.some((word) => bytes.includes(word));
    });
    assert.deepEqual(found, []);
  });

  test('a chat that is opened three times, and goes on, is counted once', async () => {
    const digests = async () => new Map((await databases())['himaya-conversations/kept'].map(({ key, value }) => [key, value.marks.length]));
    const before = await digests();
    for (const _ of [1, 2, 3]) {
      const chat = await open('opened.html');
      await chat.settle(1500);
      await chat.page.close();
    }
    const chat = await open('opened.html');
    await chat.receive(['and another'], 'Jo');
    await chat.settle(1500);
    const marks = [...(await digests())].filter(([key]) => !before.has(key)).map(([, count]) => count);
    // Five that were there, one that came: a mark for each that counted.
    assert.deepEqual(marks, [6]);
    await chat.page.close();
  });

  test('forgetting everything leaves nothing of conversations, and the next one begins anew', async () => {
    const page = await browser.own('manifest.json');
    const outcome = await page.evaluate(() => chrome.runtime.sendMessage({ himaya: 1, to: 'background', kind: 'forget', ask: {} }));
    assert.deepEqual(outcome, { ok: true, answer: { done: true } });
    await page.close();
    const kept = await databases();
    assert.deepEqual(kept['himaya-conversations/kept'] ?? [], []);
    assert.deepEqual(kept['himaya-conversations/key'] ?? [], []);
    const chat = await open('log.html#/death');
    await chat.receive(['hello'], 'Dora');
    await chat.settle();
    assert.deepEqual(await chat.texts('sign'), []);
    await chat.page.close();
  });
});
