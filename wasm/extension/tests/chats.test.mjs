import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChat, PATTERN, PATTERN_AR } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

let browser;
let site;
before(async () => {
  browser = await launch();
  site = await serve();
});
after(async () => {
  await browser[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});
const open = (file, options) => openChat(browser, site.url(`chats/${file}`), options);

for (const [file, pattern] of [
  ['bubbles.html', PATTERN],
  ['bubbles-ar.html', PATTERN_AR],
  ['log.html', PATTERN],
  ['group.html', PATTERN],
  ['virtual.html', PATTERN],
]) {
  test(`a pattern over five messages leads to a sign: ${file}`, async () => {
    const chat = await open(file);
    await chat.settle();
    assert.deepEqual(await chat.texts('sign'), []);
    await chat.receive(pattern);
    const [sign] = await chat.until('sign');
    assert.ok(sign.length > 5);
    for (const text of pattern) assert.ok(!sign.includes(text));
    await chat.page.close();
  });
}
