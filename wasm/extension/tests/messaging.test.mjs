import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, serve } from './harness.mjs';

test('a request goes from a page of the extension through the background to the engine and back', async () => {
  const browser = await launch();
  try {
    const page = await browser.own('manifest.json');
    const reply = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.getContext('2d').fillRect(0, 0, 100, 100);
      const base64 = canvas.toDataURL().split(',')[1];
      return chrome.runtime.sendMessage({
        himaya: 1,
        to: 'background',
        kind: 'picture',
        ask: { source: { kind: 'bytes', base64 }, shown: { width: 100, height: 100 } },
      });
    });
    assert.deepEqual(reply, { ok: true, answer: { decided: true, cover: false, categories: [], why: 'model' } });
  } finally {
    await browser[Symbol.asyncDispose]();
  }
});

test('a page of a site cannot ask the extension anything', async () => {
  const browser = await launch();
  const site = await serve();
  try {
    const page = await browser.page();
    await page.goto(site.url('plain.html'));
    assert.equal(await page.evaluate(() => typeof globalThis.chrome?.runtime?.sendMessage), 'undefined');
  } finally {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  }
});
