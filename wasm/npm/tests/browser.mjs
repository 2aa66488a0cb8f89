// Chromium and a static server for it.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** What a strict page allows. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
  "connect-src 'self'; img-src * blob:; style-src 'self'";

/** Serves a folder on a free port. `pages`: texts by path; `headers` go with every answer. */
export async function serve(folder, { pages = {}, headers = {} } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = path.join(folder, path.normalize(decodeURIComponent(name)));
    const page = pages[pathname];
    if (page === undefined && !(existsSync(file) && statSync(file).isFile())) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': page === undefined ? (TYPES[path.extname(file)] ?? 'application/octet-stream') : TYPES['.html'],
      ...headers,
    });
    if (page === undefined) createReadStream(file).pipe(response);
    else response.end(page);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${server.address().port}`,
    requests,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}

export function launch() {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens a page and keeps what it asks the network for and what goes wrong in it. */
export async function open(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  const wrong = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // Browsers ask every page for one.
    if (message.type() === 'error' && !url.endsWith('/favicon.ico')) wrong.push(`${message.text()} ${url}`);
  });
  await page.goto(url);
  return { page, asked, wrong, close: () => context.close() };
}
