// Nothing of a page or a message is stored or sent: all requests and all that is stored, searched.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { PATTERN } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

/** A word that is in the page's address, title, text, messages and picture, and nowhere else. */
const WORD = /quokka|kangarooname/i;
const WIDTH = 300;
const HEIGHT = 200;

const { PREPARED } = await import(pathToFileURL(path.join(process.env.HIMAYA_PACKAGE, 'standard-rules.js')));

const run = { consoles: [] };

/** What a browser with and one without the extension do on the same page. */
async function browse(site, extension) {
  const folder = mkdtempSync(path.join(tmpdir(), 'himaya-net-'));
  const log = path.join(folder, 'net.json');
  const args = [
    `--log-net-log=${log}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE localhost',
  ];
  const browser = await launch({ args, ...(extension ? {} : { extension: null }) });
  const from = site.requests.length;
  let stored;
  let folders;
  try {
    if (extension) await wake(browser);
    const page = await browser.page();
    if (extension) {
      for (const worker of browser.context.serviceWorkers()) worker.on('console', (m) => run.consoles.push(m.text()));
    }
    page.on('console', (message) => run.consoles.push(message.text()));
    await page.goto(site.url('private.html?quokkaquery', 'kangarooname.localhost'));
    await page.evaluate(() => (document.cookie = 'quokkacookie=1'));
    for (const text of PATTERN) {
      await page.evaluate((text) => window.chat.receive(text, 'Quokkaauthor'), `${text} quokka`);
      await page.waitForTimeout(extension ? 300 : 0);
    }
    await page.fill('input', 'quokkadraft my number is 0151 2345678');
    await page.keyboard.press('Enter');
    if (extension) await decided(browser);
    // Writes that wait for five seconds, and whatever might still come.
    await page.waitForTimeout(extension ? 6000 : 1500);
    if (extension) {
      // Also the test's own: what is stored would be found.
      const asker = await browser.own('manifest.json');
      const ask = (kind, ask) =>
        asker.evaluate((message) => chrome.runtime.sendMessage(message), { himaya: 1, to: 'background', kind, ask });
      await ask('change-settings', { change: { allowedSites: ['wombat.example'] } });
      run.control = site.url('control', 'other.localhost');
      await browser.inBackground((url) => fetch(url).catch(() => undefined), run.control);
      stored = await dump(browser);
      const tab = await browser.inBackground(async () => (await chrome.tabs.query({ url: '*://*.localhost/*' }))[0].id);
      run.status = await ask('tab-status', { tab, url: '' });
    }
  } finally {
    await browser.context.close();
    if (extension) folders = bytesOfExtension(browser.profile, browser.id);
    await browser[Symbol.asyncDispose]();
  }
  const requests = requestsIn(readFileSync(log, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return { requests, stored, folders, id: browser.id, served: site.requests.slice(from) };
}

/** Done when the picture was looked at and the chat was warned of, or after a while without. */
async function decided(browser) {
  for (let tries = 0; tries < 150; tries += 1) {
    const counted = await browser.inBackground(async () => (await chrome.storage.session.get('counters')).counters);
    if (counted?.picturesDecided > 0 && counted.chatWarnings > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Every area and database that the extension could write to, as text. */
async function dump(browser) {
  const areas = await browser.inBackground(async () => {
    const areas = {};
    for (const area of ['local', 'session', 'sync']) areas[area] = await chrome.storage[area].get();
    return areas;
  });
  const page = await browser.own('manifest.json');
  const others = await page.evaluate(async () => {
    const readable = (value) =>
      JSON.stringify(value, (_, v) => (ArrayBuffer.isView(v) ? new TextDecoder().decode(v) : v));
    const request = (r) =>
      new Promise((resolve, reject) => ((r.onsuccess = () => resolve(r.result)), (r.onerror = () => reject(r.error))));
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await request(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        databases[`${name}/${store}`] = readable([
          await request(objects.getAllKeys()),
          await request(objects.getAll()),
        ]);
      }
      database.close();
    }
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        cached.push([request.url, Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('')]);
      }
    }
    const files = [];
    for await (const [name] of (await navigator.storage.getDirectory()).entries()) files.push(name);
    return { databases, cached, files, localStorage: { ...localStorage }, cookies: document.cookie };
  });
  return { areas, ...others };
}

/** The files of the extension in the profile, as they lie on the disk. */
function bytesOfExtension(profile, id) {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && path.join(file.parentPath ?? file.path, file.name).includes(id))
    .map((file) => path.join(file.parentPath ?? file.path, file.name))
    .map((file) => [path.relative(profile, file), readFileSync(file, 'latin1')]);
}

/** All requests that any part of the browser began, and the origin that did; undefined: the browser itself. */
function requestsIn(log) {
  const { constants, events } = JSON.parse(log);
  const start = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events
    .filter(({ type, params }) => type === start && params?.url)
    .map(({ params: { url, initiator } }) => ({ url, by: URL.canParse(initiator) ? initiator : undefined }));
}

function picture() {
  const row = Buffer.alloc(1 + WIDTH * 3, 0x80);
  row[0] = 0;
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const out = Buffer.alloc(8 + body.length);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), 4 + body.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2], 8);
  const data = deflateSync(Buffer.concat(Array.from({ length: HEIGHT }, () => row)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Waits until the engine of a browser that has just begun has answered once, without a page. */
async function wake(browser) {
  const page = await browser.own('manifest.json');
  await page.evaluate(() => chrome.runtime.sendMessage({ himaya: 1, to: 'background', kind: 'outgoing', ask: { text: 'hello' } }));
  await page.close();
}

suite('privacy', () => {
  before(async () => {
    const png = picture();
    const site = await serve({
      '/quokka-picture.png': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(png),
    });
    try {
      run.without = await browse(site, false);
      run.with = await browse(site, true);
    } finally {
      await site[Symbol.asyncDispose]();
    }
  });

  const own = ({ served }) => served.filter(({ path }) => path !== '/control');
  const asked = (run) => [...new Set(own(run).map(({ method, path }) => `${method} ${path}`))].sort();
  const isSite = (url) => new URL(url).hostname === 'kangarooname.localhost';

  test('the site is asked for the same things as without the extension, and told no more', () => {
    assert.deepEqual(asked(run.with), asked(run.without));
    const known = new Set(run.without.served.flatMap(({ headers }) => Object.keys(headers)));
    for (const { path: asked, headers } of own(run.with)) {
      for (const name of Object.keys(headers)) assert.ok(known.has(name) || name === 'cookie', `${asked}: ${name}`);
      assert.equal(headers['content-length'], undefined, asked);
      assert.ok(!JSON.stringify(headers).includes(run.with.id), `${asked} names the extension`);
    }
  });

  test('neither the extension nor the page asks anybody else, and the browser itself says nothing of the page', () => {
    const { requests, id } = run.with;
    const elsewhere = requests.filter(
      ({ url, by }) => by && !isSite(url) && !url.startsWith(`chrome-extension://${id}/`),
    );
    // The test's own, from within the extension: what did ask would be seen.
    assert.deepEqual(elsewhere, [{ url: run.control, by: `chrome-extension://${id}` }]);
    for (const { url, by } of requests) if (!by && !isSite(url)) assert.doesNotMatch(url, WORD);
    assert.ok(
      requests.some(({ url }) => isSite(url)),
      'the log has the page itself',
    );
  });

  test('no storage area, database, cache or file has a word, a name or an address of the page', () => {
    const { stored } = run.with;
    assert.doesNotMatch(JSON.stringify(stored), WORD);
    assert.match(JSON.stringify(stored), /wombat/);
    assert.deepEqual([stored.localStorage, stored.cookies, stored.files, stored.areas.sync], [{}, '', [], {}]);
    // Besides the extension's own files: its rules as they lie in memory, byte by byte as the package knows them.
    const others = stored.cached.filter(([url]) => !url.startsWith(`chrome-extension://${run.with.id}/`));
    assert.deepEqual(others, [[`https://himaya.invalid/${PREPARED}`, PREPARED]]);
  });

  test('nor has any of the extension’s files on the disk', () => {
    assert.ok(run.with.folders.some(([, bytes]) => bytes.includes('wombat')));
    for (const [file, bytes] of run.with.folders) assert.doesNotMatch(bytes, WORD, file);
  });

  test('what is stored of a day is numbers', () => {
    const { day, ...numbers } = run.with.stored.areas.session.counters;
    assert.match(day, /^\d{4}-\d\d-\d\d$/);
    for (const [name, number] of Object.entries(numbers)) assert.equal(typeof number, 'number', name);
    assert.ok(numbers.picturesDecided > 0, 'the picture was looked at');
    assert.ok(numbers.chatWarnings > 0, 'the chat was read');
    assert.notEqual(run.with.stored.databases['himaya-conversations/kept'], '[[],[]]', 'its state was kept');
    assert.deepEqual(
      Object.keys(run.with.stored.areas.local).filter((key) => !['settings', 'counters', 'pin'].includes(key)),
      [],
    );
  });

  test('nothing of the page is logged, and the popup is told nothing of it', () => {
    assert.deepEqual(
      run.consoles.filter((line) => WORD.test(line)),
      [],
    );
    assert.equal(run.status.ok, true);
    assert.doesNotMatch(JSON.stringify(run.status), WORD);
  });
});
