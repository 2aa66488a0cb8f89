// The engine and the background end when it suits nobody: what was covered stays it, what waits is checked later, and a
// person is told.
import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';
import { openChat, PATTERN, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';
import { makePictures, pictureRoute } from './pictures.mjs';
import { panelsOf } from './roots.mjs';

const PATIENCE = 90_000;
const NUMBER = 'my number is 07700 900123';
const THREAT = 'pay me or i send your picture to all your friends';
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mOI6tmCFTEMLQkA9pFmgdrzYk0AAAAASUVORK5CYII=', 'base64');

suite('while the engine is away', () => {
  let browser;
  let site;
  before(async () => {
    browser = await launch();
    await makePictures(browser.context);
    site = await serve({ '/pictures/made/': pictureRoute() });
    await warm(browser, site);
  });
  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });
  beforeEach(() => browser.engineBack());

  async function open(file) {
    const page = await browser.page();
    await page.goto(site.url(`pictures/${file}`));
    return page;
  }
  const marks = (page) => page.evaluate(() => [...document.querySelectorAll('img')].map((image) => image.getAttribute('himaya-picture')));
  const decided = (page, many) =>
    page.waitForFunction(
      (many) => {
        const images = [...document.querySelectorAll('img')];
        return images.length >= many && images.every((image) => image.hasAttribute('himaya-picture'));
      },
      many,
      { timeout: PATIENCE, polling: 100 },
    );
  const openDirect = async (file) => {
    const chat = await openChat(browser, site.url(`chats/${file}`));
    await chat.settle(900);
    return chat;
  };

  test('strict: pictures stay covered, say that they were not checked, and are decided when it is back', async () => {
    await browser.engineAway();
    const page = await open('scroll.html?many=6&from=300&at-once');
    const panels = await panelsOf(page);
    const waiting = await panels.until(({ kind }) => kind.includes('waiting'));
    assert.equal(waiting[0].text, 'Not checked yet');
    assert.deepEqual(waiting[0].buttons, [], 'nothing uncovers what nobody looked at');
    assert.deepEqual(await marks(page), Array(6).fill(null));
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('img')).objectPosition), '-32767px -32767px');
    await browser.engineBack();
    await decided(page, 6);
    assert.deepEqual(await marks(page), Array(6).fill('clear'));
    assert.deepEqual(await panels.read(), []);
    await page.close();
  });

  test('pictures that it dies of again and again are covered until one engine lives long enough', async () => {
    const page = await open('scroll.html?many=24&from=306&at-once');
    for (let deaths = 0; deaths < 5; deaths += 1) {
      await browser.killEngine();
      await page.waitForTimeout(700);
    }
    await decided(page, 24);
    assert.deepEqual(await marks(page), Array(24).fill('clear'));
    await page.close();
  });

  test('what is to be covered stays covered through the death of engine and background', async () => {
    const page = await open('still.html?covered-7');
    const seen = page.evaluate(
      () =>
        new Promise((resolve) => {
          const image = document.querySelector('img');
          const places = new Set();
          const look = () => {
            places.add(getComputedStyle(image).objectPosition);
            if (image.getAttribute('himaya-picture') === 'covered') resolve([...places]);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await Promise.all([browser.killEngine(), browser.killBackground()]);
    assert.deepEqual(await seen, ['-32767px -32767px']);
    await page.close();
  });

  test('a page that begins while the background dies gets its settings and its verdicts', async () => {
    const page = await browser.page();
    const going = page.goto(site.url('pictures/still.html?covered-6'));
    for (let deaths = 0; deaths < 3; deaths += 1) await browser.killBackground();
    await going;
    await page.waitForFunction(() => document.querySelector('img').getAttribute('himaya-picture') === 'covered', undefined, { timeout: PATIENCE });
    await page.close();
  });

  test('a video that stands still is decided when it is back', async () => {
    await browser.engineAway();
    const page = await open('video.html');
    await page.evaluate(() => document.querySelectorAll('video').forEach((video) => video.pause()));
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate(() => document.querySelector('#harmless').getAttribute('himaya-picture')), null);
    await browser.engineBack();
    await page.waitForFunction(() => document.querySelector('#harmless').getAttribute('himaya-picture') === 'clear', undefined, { timeout: PATIENCE });
    await page.close();
  });

  test('messages wait, the chat says so, and what they add up to is told when it is back', async () => {
    const chat = await openDirect('log.html#/away');
    await browser.engineAway();
    await chat.receive(PATTERN, 'Robin');
    const [sign] = await chat.until('sign');
    assert.match(sign, /Messages cannot be checked right now/);
    await chat.settle(1000);
    assert.deepEqual(await chat.texts('notice'), []);
    await browser.engineBack();
    let told = '';
    for (let tries = 0; tries < 300 && (told === '' || told.includes('cannot be checked')); tries += 1) {
      await chat.page.waitForTimeout(100);
      told = (await chat.warnings()).join();
    }
    assert.ok(told !== '' && !told.includes('cannot be checked'), told);
    await chat.page.close();
  });

  test('messages that are on their way when it dies are assessed by its successor', async () => {
    const chat = await openDirect('bubbles.html#/dies');
    await chat.receive([THREAT], 'Sam');
    await browser.killEngine();
    await browser.killBackground();
    await chat.until('notice', 1, PATIENCE);
    await chat.page.close();
  });

  test('a text that cannot be checked is held, the person is told and decides', async () => {
    const chat = await openDirect('bubbles.html#/held');
    await browser.engineAway();
    await chat.page.fill('textarea', NUMBER);
    await chat.page.press('textarea', 'Enter');
    const [question] = await chat.until('notice');
    assert.match(question, /could not be checked/);
    assert.doesNotMatch(question, /07700/);
    assert.deepEqual(await chat.sent(), []);
    await chat.press('notice', 'Go back');
    await chat.until('notice', 0);
    assert.deepEqual([await chat.sent(), await chat.typed()], [[], NUMBER]);
    // It was not decided: it is asked about again, and goes out when the person says so.
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await chat.press('notice', 'Send anyway');
    await chat.until('notice', 0);
    await chat.settle(400);
    assert.deepEqual(await chat.sent(), [NUMBER]);
    await chat.page.close();
  });

  test('an engine that comes back takes the question over: it asks what it has to ask, and lets go what is harmless', async () => {
    const chat = await openDirect('bubbles.html#/over');
    await browser.engineAway();
    await chat.page.fill('textarea', 'see you at practice');
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await browser.engineBack();
    await chat.until('notice', 0, PATIENCE);
    await chat.settle(400);
    assert.deepEqual(await chat.sent(), ['see you at practice']);

    await browser.engineAway();
    await chat.page.fill('textarea', NUMBER);
    await chat.page.press('textarea', 'Enter');
    await chat.until('notice');
    await browser.engineBack();
    let text = '';
    for (let tries = 0; tries < 200 && !/Pause/.test(text); tries += 1) {
      await chat.page.waitForTimeout(100);
      text = (await chat.texts('notice')).join();
    }
    assert.match(text, /Pause/);
    assert.deepEqual(await chat.sent(), ['see you at practice']);
    await chat.page.close();
  });

  test('a text that is held while it dies waits for its successor and does not slip through', async () => {
    const chat = await openDirect('bubbles.html#/slip');
    await chat.page.fill('textarea', `${NUMBER} call me`);
    await Promise.all([chat.page.press('textarea', 'Enter'), browser.killEngine(), browser.killBackground()]);
    const [question] = await chat.until('notice', 1, PATIENCE);
    assert.ok(question);
    assert.deepEqual(await chat.sent(), []);
    await chat.page.close();
  });

  test('a picture that cannot be looked at does not go out without a word', async () => {
    await browser.ask('change-settings', { change: { ageBand: '13-15' } });
    const chat = await openDirect('bubbles.html#/picture');
    await browser.engineAway();
    await chat.page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'file' });
      globalThis.chosen = 0;
      input.addEventListener('change', () => (globalThis.chosen += 1));
      document.querySelector('textarea').parentElement.append(input);
    });
    await chat.page.setInputFiles('#file', { name: 'one.png', mimeType: 'image/png', buffer: PICTURE });
    const [question] = await chat.until('notice', 1, 30_000);
    assert.match(question, /picture could not be checked/);
    assert.equal(await chat.page.evaluate(() => globalThis.chosen), 0);
    await chat.press('notice', 'Go back');
    await chat.until('notice', 0);
    assert.equal(await chat.page.evaluate(() => document.querySelector('#file').value), '');
    await chat.page.close();
    await browser.ask('change-settings', { change: { ageBand: '10-12' } });
  });

  test('the popup says that nothing can be checked', async () => {
    await browser.engineAway();
    assert.equal((await browser.ask('tab-status', { tab: 1, url: 'https://example.org/' })).working, false);
    await browser.engineBack();
    assert.equal((await browser.ask('tab-status', { tab: 1, url: 'https://example.org/' })).working, true);
  });
});
