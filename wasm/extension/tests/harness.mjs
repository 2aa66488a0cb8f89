// Loads the built extension into a real Chromium and serves it ordinary pages from localhost.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

const { chromium } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('playwright-core');
const SITE = path.join(import.meta.dirname, 'site');
/** Milliseconds: many other programs may run here. */
const START = 90_000;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
};

/** One browser serves all files of a process: starting it and its engine takes longer than most tests. */
let shared;
if (process.env.NODE_TEST_CONTEXT) after(() => shared?.then(({ close }) => close(), () => undefined));

/**
 * A browser with the extension as it is just after it was installed; whoever is done with it disposes of it. `page()` opens
 * a page, `own(path)` one of the extension's, `inBackground(f, arg)` runs a function in its service worker, `ask(kind, body)`
 * asks it. With options it is one of its own; `extension: null`: a browser without it.
 */
export async function launch(options) {
  if (options) {
    const browser = await start(options);
    return Object.assign(browser, { [Symbol.asyncDispose]: browser.close });
  }
  shared ??= start({}).then((browser) => Object.assign(browser, { [Symbol.asyncDispose]: browser.reset }));
  return shared;
}

async function start({ extension = process.env.HIMAYA_EXTENSION, args = [], ...options }) {
  const profile = mkdtempSync(path.join(tmpdir(), 'himaya-extension-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Playwright's own headless mode is another browser, without extensions.
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...args,
    ],
    timeout: START,
    ...options,
  });
  // A manifest with a fault in it leaves the browser without the extension: said after that time.
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: START }));
  const id = extension && new URL((await worker()).url()).host;
  const browser = {
    context,
    id,
    profile,
    page: () => context.newPage(),
    async own(file) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${file}`);
      return page;
    },
    async ask(kind, body) {
      const page = await browser.own('manifest.json');
      const message = { himaya: 1, to: 'background', kind, ask: body };
      const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), message);
      await page.close();
      if (!reply.ok) throw new Error(`${kind}: ${reply.error}`);
      return reply.answer;
    },
    /** What is run there may be run twice: a worker may end before it answers. */
    async inBackground(run, argument) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await (await worker()).evaluate(run, argument);
        } catch (error) {
          if (tries === 5 || !/worker restarted|has been closed|context was destroyed/.test(error.message)) throw error;
        }
      }
    },
    /** Ends the service worker, as the browser does after half a minute; the next event starts it. */
    killBackground: () => killTarget(context, ({ type, url }) => type === 'service_worker' && url.includes(id)),
    /** Ends the engine, as the browser does where memory is short; the next request starts it. */
    killEngine: () => killTarget(context, ({ url }) => url === `chrome-extension://${id}/engine.html`),
    /** The engine ends and cannot start. */
    engineAway: () =>
      browser.inBackground(async () => {
        globalThis.createDocument ??= chrome.offscreen.createDocument;
        chrome.offscreen.createDocument = () => Promise.reject(new Error('away'));
        await chrome.offscreen.closeDocument().catch(() => undefined);
      }),
    engineBack: () =>
      browser.inBackground(() => {
        chrome.offscreen.createDocument = globalThis.createDocument ?? chrome.offscreen.createDocument;
      }),
    /** As if it had just been installed; the engine stays. */
    async reset() {
      const page = await browser.own('manifest.json');
      for (const other of context.pages()) if (other !== page) await other.close();
      await browser.inBackground(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
      await page.evaluate(emptyDatabases);
      await browser.ask('change-settings', { change: { language: 'auto' } });
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
  return browser;
}

async function killTarget(context, which) {
  const session = await context.browser().newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const found = targetInfos.filter(which);
  for (const { targetId } of found) await session.send('Target.closeTarget', { targetId });
  await session.detach();
  return found.length;
}

async function emptyDatabases() {
  const done = (request) => new Promise((resolve, reject) => ((request.onsuccess = () => resolve(request.result)), (request.onerror = reject)));
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    const stores = [...database.objectStoreNames];
    const transaction = stores.length > 0 && database.transaction(stores, 'readwrite');
    for (const store of stores) await done(transaction.objectStore(store).clear());
    database.close();
  }
}

/**
 * Serves tests/site, and what `routes` says: path -> function (request, response). `requests` has all that was asked for.
 */
export async function serve(routes = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push({ method: request.method, path: request.url, host: request.headers.host, headers: request.headers });
    const route = routes[pathname] ?? routes[pathname.slice(0, pathname.lastIndexOf('/') + 1)];
    if (route) return route(request, response, pathname);
    const file = path.join(SITE, path.normalize(pathname));
    if (!file.startsWith(SITE + path.sep)) return response.writeHead(404).end();
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, resolve));
  const { port } = server.address();
  return {
    port,
    requests,
    url: (file, host = 'localhost') => `http://${host}:${port}/${file}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
