import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { openChat, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

const NUMBER = 'my number is 07700 900123';
/** A picture of 8 x 8 grey-blue pixels. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mOI6tmCFTEMLQkA9pFmgdrzYk0AAAAASUVORK5CYII=', 'base64');

suite('sending', () => {
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
  const open = async (file) => {
    const chat = await openChat(browser, site.url(`chats/${file}`));
    await chat.settle(900);
    return chat;
  };

  test('a phone number waits for an answer, and goes out when the child says so', async () => {
    const chat = await open('bubbles.html');
    await chat.page.fill('textarea', NUMBER);
    await chat.page.press('textarea', 'Enter');
    const [question] = await chat.until('notice');
    assert.match(question, /Pause/);
    assert.doesNotMatch(question, /07700/);
    assert.deepEqual(await chat.sent(), []);
    assert.equal(await chat.typed(), NUMBER);
    await chat.press('notice', 'Send anyway');
    await chat.until('notice', 0);
    await chat.settle(400);
    assert.deepEqual(await chat.sent(), [NUMBER]);
    assert.equal(await chat.typed(), '');
    await chat.page.close();
  });

  test('going back keeps what was typed and the focus, and the same text is not held back twice', async () => {
    const chat = await open('bubbles.html');
    await chat.page.fill('textarea', NUMBER);
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await chat.page.keyboard.press('Escape');
    await chat.until('notice', 0);
    assert.deepEqual(await chat.sent(), []);
    assert.equal(await chat.typed(), NUMBER);
    assert.equal(await chat.page.evaluate(() => document.activeElement.localName), 'textarea');
    await chat.page.keyboard.press('Enter');
    await chat.settle(400);
    assert.deepEqual(await chat.sent(), [NUMBER]);
    assert.deepEqual(await chat.texts('notice'), []);
    // Another text is another question.
    await chat.page.fill('textarea', `${NUMBER} or 07700 900124`);
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await chat.page.close();
  });

  test('the button that sends is held as well', async () => {
    const chat = await open('bubbles.html');
    await chat.page.fill('textarea', NUMBER);
    await chat.settle(600);
    await chat.page.click('#send');
    await chat.until('notice');
    assert.deepEqual(await chat.sent(), []);
    await chat.press('notice', 'Send anyway');
    await chat.settle(500);
    assert.deepEqual(await chat.sent(), [NUMBER]);
    await chat.page.close();
  });

  test('a form is held however it is submitted, in an editable of a page from right to left', async () => {
    const chat = await open('bubbles-ar.html');
    await chat.page.click('[contenteditable]');
    await chat.page.keyboard.type(NUMBER);
    await chat.page.keyboard.press('Enter');
    await chat.until('notice');
    assert.deepEqual(await chat.sent(), []);
    await chat.press('notice', 'Go back');
    await chat.until('notice', 0);
    assert.equal(await chat.typed(), NUMBER);
    await chat.page.keyboard.type(' ok');
    await chat.page.evaluate(() => document.querySelector('form').requestSubmit());
    await chat.until('notice');
    assert.deepEqual(await chat.sent(), []);
    await chat.press('notice', 'Send anyway');
    await chat.settle(500);
    assert.deepEqual(await chat.sent(), [`${NUMBER} ok`]);
    await chat.page.close();
  });

  test('a harmless text goes out at once, once', async () => {
    const chat = await open('bubbles.html');
    for (const text of ['see you at practice', 'bring the ball', 'ok']) {
      await chat.page.fill('textarea', text);
      await chat.page.press('textarea', 'Enter');
      await chat.settle(500);
    }
    await chat.page.fill('textarea', 'and the shoes');
    await chat.page.click('#send');
    await chat.settle(500);
    assert.deepEqual(await chat.sent(), ['see you at practice', 'bring the ball', 'ok', 'and the shoes']);
    assert.deepEqual(await chat.texts('notice'), []);
    await chat.page.close();
  });

  test('Enter that chooses a word while one is composed is let through', async () => {
    const chat = await open('bubbles.html');
    await chat.page.click('textarea');
    await chat.page.fill('textarea', NUMBER);
    await chat.settle(500);
    const reached = await chat.page.evaluate(() => {
      const field = document.querySelector('textarea');
      let seen = 0;
      field.addEventListener('keydown', () => (seen += 1));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true }));
      return seen;
    });
    assert.equal(reached, 3);
    assert.deepEqual(await chat.texts('notice'), []);
    await chat.page.close();
  });

  test('where Enter begins a line it still does', async () => {
    const chat = await open('virtual.html');
    await chat.page.click('textarea');
    await chat.page.keyboard.type(NUMBER);
    await chat.page.keyboard.press('Enter');
    await chat.until('notice');
    await chat.press('notice', 'Send anyway');
    await chat.until('notice', 0);
    await chat.settle(300);
    await chat.page.keyboard.type('second');
    await chat.page.keyboard.press('Enter');
    await chat.settle(600);
    assert.equal(await chat.page.inputValue('textarea'), `${NUMBER}\nsecond\n`);
    assert.deepEqual(await chat.texts('notice'), []);
    await chat.page.close();
  });

  test('a picture that is chosen waits for an answer', async () => {
    const chat = await open('bubbles.html');
    const file = { name: 'me.png', mimeType: 'image/png', buffer: PICTURE };
    await chat.page.setInputFiles('#file', file);
    const [question] = await chat.until('notice');
    assert.match(question, /picture/);
    assert.deepEqual(await chat.sent(), []);
    await chat.press('notice', 'Go back');
    await chat.until('notice', 0);
    assert.deepEqual(await chat.sent(), []);
    await chat.page.setInputFiles('#file', file);
    await chat.press('notice', 'Send anyway');
    await chat.settle(500);
    assert.deepEqual(await chat.sent(), ['file:me.png']);
    await chat.page.close();
  });

  for (const kind of ['paste', 'drop']) {
    test(`a picture that comes by ${kind} waits for an answer`, async () => {
      const chat = await open('bubbles.html');
      await chat.page.evaluate(
        ([kind, base64]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'me.png', { type: 'image/png' }));
          const options = { bubbles: true, cancelable: true, composed: true };
          const target = document.querySelector(kind === 'paste' ? 'textarea' : '.scroller');
          target.dispatchEvent(kind === 'paste' ? new ClipboardEvent('paste', { ...options, clipboardData: data }) : new DragEvent('drop', { ...options, dataTransfer: data }));
        },
        [kind, PICTURE.toString('base64')],
      );
      await chat.until('notice');
      assert.deepEqual(await chat.sent(), []);
      await chat.press('notice', 'Send anyway');
      await chat.settle(500);
      assert.deepEqual(await chat.sent(), ['file:me.png']);
      await chat.page.close();
    });
  }
});
