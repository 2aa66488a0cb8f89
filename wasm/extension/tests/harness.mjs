// Loads the built extension into a real Chromium and serves it ordinary pages from localhost.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { chromium } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('playwright-core');
const SITE = path.join(import.meta.dirname, 'site');
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

/**
 * A browser with the extension: `page()` opens a page, `own(path)` one of the extension's, `inBackground(f, arg)` runs a
 * function in its service worker. Dispose of it at the end. `extension: null`: a browser without it.
 */
export async function launch({ extension = process.env.HIMAYA_EXTENSION, args = [], ...options } = {}) {
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
    timeout: 20_000,
    ...options,
  });
  // A manifest with a fault in it leaves the browser without the extension: said after 20 seconds.
  const worker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const id = extension && new URL((await worker()).url()).host;
  return {
    context,
    id,
    profile,
    page: () => context.newPage(),
    async own(file) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${file}`);
      return page;
    },
    /** Ends the service worker, as the browser does after half a minute; the next event starts it. */
    async killBackground() {
      const session = await context.browser().newBrowserCDPSession();
      const { targetInfos } = await session.send('Target.getTargets');
      for (const { targetId, type, url } of targetInfos) {
        if (type === 'service_worker' && url.includes(id)) await session.send('Target.closeTarget', { targetId });
      }
      await session.detach();
    },
    inBackground: async (run, argument) => (await worker()).evaluate(run, argument),
    async [Symbol.asyncDispose]() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
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
