import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openChat, PATTERN, PATTERN_AR, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

suite('chats', () => {
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
  /** Said twice by one person they lead to a warning. */
  const PAIR = ['add me on snapchat', 'send me a selfie'];
  const open = (file, options) => openChat(browser, site.url(`chats/${file}`), options);

  for (const [file, pattern] of [
    ['bubbles.html', PATTERN],
    ['bubbles-ar.html', PATTERN_AR],
    ['log.html', PATTERN],
    ['group.html', PATTERN],
    ['virtual.html', PATTERN],
  ]) {
    test(`harmless messages lead to nothing, a pattern over four to a warning: ${file}`, async () => {
      const chat = await open(`${file}#/pattern`);
      await chat.settle();
      await chat.receive(['did you see the match?', 'the bus was late', 'see you tomorrow', 'haha', 'good night'], `Mia of ${file}`);
      await chat.settle();
      assert.deepEqual(await chat.warnings(), []);
      await chat.receive(pattern.slice(0, 4), `Mia of ${file}`);
      const sign = await chat.warned();
      assert.ok(sign.length > 5);
      for (const text of pattern) assert.ok(!sign.includes(text));
      await chat.page.close();
    });
  }

  test('four plain questions of a stranger are in the way', async () => {
    const chat = await open('log.html#/plain');
    await chat.settle();
    await chat.receive(PATTERN.slice(0, 4), 'Quin');
    const [notice] = await chat.until('notice');
    for (const text of PATTERN) assert.ok(!notice.includes(text));
    await chat.page.close();
  });

  test('what was warned of is still said when the chat is opened again', async () => {
    const url = 'log.html#/again';
    const first = await open(url);
    await first.settle();
    await first.receive(PATTERN, 'Alex');
    await first.warned();
    const history = PATTERN;
    await first.page.close();
    const chat = await open(`log.html?again#/again`);
    await chat.page.evaluate((texts) => texts.forEach((text) => window.chat.receive(text, 'Alex')), history);
    await chat.warned();
    await chat.page.close();
  });

  test('in a group, what several people say is not one person’s pattern', async () => {
    const chat = await open('group.html#/several');
    await chat.settle();
    const people = ['Ana', 'Ben', 'Kim', 'Lou', 'Max'];
    const questions = ['are you home alone?', 'how old are you?', 'what school do you go to?', 'where do you live?', 'i have a present for you'];
    for (const [index, text] of questions.entries()) await chat.receive([text], people[index]);
    await chat.settle();
    assert.deepEqual(await chat.warnings(), []);
    await chat.receive(questions, 'Ray');
    await chat.warned();
    await chat.page.close();
  });

  test('one’s own messages are not a counterpart’s', async () => {
    const chat = await open('bubbles.html#/own');
    await chat.settle();
    for (const text of PATTERN) {
      await chat.page.fill('textarea', text);
      await chat.page.press('textarea', 'Enter');
      await chat.settle(300);
    }
    assert.equal((await chat.sent()).length, PATTERN.length);
    await chat.settle();
    assert.deepEqual(await chat.warnings(), []);
    await chat.page.close();
  });

  test('a pair of messages that is said twice leads to a warning', async () => {
    const chat = await open('log.html#/twice');
    await chat.settle();
    await chat.receive([...PAIR, ...PAIR], 'Cleo');
    await chat.warned();
    await chat.page.close();
  });

  test('another chat in the same page is another conversation', async () => {
    const chat = await open('bubbles.html#/one');
    await chat.settle();
    // Neither half leads to a warning, all four of one person do.
    const [one, other] = [['how old are you?', 'are you home alone?'], ['what school do you go to?', 'i have a present for you']];
    await chat.receive(one);
    await chat.settle(600);
    await chat.page.evaluate(() => {
      location.hash = '#/two';
      document.querySelector('header h2').textContent = 'Noor';
      document.getElementById('list').replaceChildren();
      for (const { text, own } of window.chat.homework(12)) window.chat.receive(text, own);
    });
    await chat.settle(600);
    await chat.receive(other);
    await chat.settle();
    assert.deepEqual(await chat.warnings(), []);
    await chat.receive(one);
    await chat.warned();
    await chat.page.close();
  });

  test('a chat in a frame and a chat in a shadow root are chats', async () => {
    for (const file of ['frame.html', 'shadow.html']) {
      const chat = await open(file);
      await chat.settle();
      const inner = chat.page.frames().at(-1);
      for (const text of PATTERN) {
        await inner.evaluate((text) => window.chat.receive(text), text);
        await chat.settle(250);
      }
      const found = async () => inner.evaluate(() => document.querySelectorAll('himaya-sign, himaya-notice').length);
      for (let tries = 0; tries < 60 && (await found()) === 0; tries += 1) await chat.settle(100);
      assert.ok((await found()) > 0, file);
      await chat.page.close();
    }
  });

  for (const file of ['comments.html', 'comments-dialog.html', 'search.html', 'mail.html', 'document.html', 'tasks.html']) {
    test(`an ordinary page is left alone: ${file}`, async () => {
      const chat = await open(file);
      await chat.settle();
      await chat.page.evaluate(() => {
        const first = document.querySelector('#list > *');
        for (const text of ['are you home alone?', 'add me on snapchat', 'send me a selfie', 'this is our secret']) {
          const entry = first.cloneNode(true);
          (entry.querySelector('p') ?? entry).textContent = text;
          document.getElementById('list').append(entry);
        }
      });
      const field = chat.page.locator('textarea, input:not([type=email]), [contenteditable]').last();
      await field.click();
      await chat.page.keyboard.type('my number is 0791 234 5678');
      const button = chat.page.locator('form button');
      if ((await button.count()) > 0) {
        await button.last().click();
        await chat.settle(500);
        assert.match(await chat.page.evaluate(() => window.posted), /0791|^$/);
      }
      await chat.settle(1000);
      for (const kind of ['sign', 'notice', 'cover']) assert.deepEqual(await chat.texts(kind), [], kind);
      await chat.page.close();
    });
  }
});
