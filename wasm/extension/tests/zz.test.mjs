import { after, before, suite, test } from 'node:test';
import { openChat, PATTERN, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';
suite('zz', () => {
  let browser, site;
  before(async () => { browser = await launch(); site = await serve(); await warm(browser, site); });
  after(async () => { await browser[Symbol.asyncDispose](); await site[Symbol.asyncDispose](); });
  const OLD = ['are you home alone?', "this is our secret, don't tell your mum", 'add me on snapchat', 'send me a selfie', 'you are so mature for your age'];
  for (const [file, settle, pattern] of [['shadow.html', 250, PATTERN], ['shadow.html#/fast', 100, PATTERN], ['bubbles.html#/aa', 250, PATTERN],['bubbles.html#/aa', 10, PATTERN],['log.html#/x', 10, PATTERN], ['shadow.html#/y', 250, OLD]])
  test(file, async () => {
    const chat = await openChat(browser, site.url(`chats/${file}`));
    await chat.settle(900);
    for (const text of pattern) {
      await chat.page.evaluate((text) => window.chat.receive(text), text);
      await chat.settle(settle);
      console.log(file, settle, text, (await chat.texts('sign')).length, (await chat.texts('notice')).length);
    }
    await chat.settle(3000);
    console.log(file, settle, 'end', await chat.texts('sign'), (await chat.texts('notice')).length, chat.logs.join(';'));
    await chat.page.close();
  });
});
