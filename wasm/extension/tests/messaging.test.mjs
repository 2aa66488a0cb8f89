import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, serve } from './harness.mjs';

test('a request goes from a page of the extension through the background to the engine and back', async () => {
  const browser = await launch();
  try {
    const page = await browser.own('manifest.json');
    const answer = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(100, 100);
      canvas.getContext('2d').fillRect(0, 0, 100, 100);
      const bytes = await (await canvas.convertToBlob()).arrayBuffer();
      await chrome.runtime.sendMessage({ himaya: 1, to: 'background', kind: 'start-pictures', ask: { styles: false } });
      const port = chrome.runtime.connect({ name: 'pictures' });
      const answered = new Promise((resolve) => port.onMessage.addListener(resolve));
      port.postMessage({ id: 7, source: { kind: 'file', bytes, type: 'image/png' }, visible: true });
      return answered;
    });
    const { digest, programs, ...verdict } = answer.verdict;
    assert.deepEqual(programs.map(({ name }) => name), ['mobilenet-v2-mid']);
    assert.deepEqual(verdict, { decided: true, cover: false, categories: [], why: 'model' });
    assert.match(digest, /^[0-9a-f]{32}$/);
    assert.equal(answer.id, 7);
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
