// A project that Vite builds: module, models and worker script become files of its own.
import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { build, createServer } from 'vite';
import { STRICT_POLICY, launch, open, serve } from './browser.mjs';
import { consumer, root } from './setting.mjs';

const app = path.join(consumer, 'vite-app');
const expected = { full: 'notice-sextortion', slim: 'notice-sextortion', looked: 'image' };

async function titleOf(url) {
  const browser = await launch();
  try {
    const { page, wrong } = await open(browser, url);
    const answered = () => document.title !== 'Himaya in Vite';
    await page.waitForFunction(answered, null, { timeout: 120_000 });
    assert.deepEqual(wrong, []);
    return await page.title();
  } finally {
    await browser.close();
  }
}

test('an app that Vite builds works behind a strict policy', async () => {
  cpSync(path.join(root, 'wasm/npm/tests/vite-app'), app, { recursive: true });
  const outDir = path.join(app, 'dist');
  await build({
    root: app,
    base: './',
    logLevel: 'warn',
    build: { outDir, target: 'es2022', emptyOutDir: true },
    worker: { format: 'es' },
  });
  const files = readdirSync(path.join(outDir, 'assets'));
  for (const kind of [/^himaya_full_bg-.*\.wasm$/, /^himaya_full_relaxed_bg-.*\.wasm$/, /^himaya_slim_bg-.*\.wasm$/, /\.onnx$/, /^ar-.*\.bin$/]) {
    assert.ok(files.some((file) => kind.test(file)), `${kind} is not among ${files}`);
  }
  const server = await serve(outDir, { headers: { 'content-security-policy': STRICT_POLICY } });
  try {
    assert.deepEqual(JSON.parse(await titleOf(server.url)), expected);
  } finally {
    await server.close();
  }
});

test("Vite's development server serves it as the README says", async () => {
  const server = await createServer({
    root: app,
    logLevel: 'warn',
    optimizeDeps: { exclude: ['himaya'] },
    server: { port: 0, host: '127.0.0.1', fs: { strict: false } },
  });
  try {
    await server.listen();
    assert.deepEqual(JSON.parse(await titleOf(server.resolvedUrls.local[0])), expected);
  } finally {
    await server.close();
  }
});
