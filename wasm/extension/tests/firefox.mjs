// Uses the build for Firefox in a real Firefox, by WebDriver BiDi. Its closed shadow roots cannot be looked into: what is in
// them is what Chromium shows, which tests/*.test.mjs read; here counts that it is there.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, suite, test } from 'node:test';
import { PATTERN, PATTERN_AR } from './chat-patterns.mjs';
import { serve } from './harness.mjs';
import { areMade, NEWS, pictureRoute, strictPage } from './pictures.mjs';

const { default: puppeteer } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('puppeteer-core');
/** Milliseconds: many other programs may run here. */
const PATIENCE = 60_000;
/** Firefox gives an extension a random one, unless it has one already. */
const UUID = '5f0f8f3e-7a52-4c3c-9a55-0d8f6ab11c01';
/** Milliseconds after which an event page without work ends (30,000 where nobody tests). */
const IDLE = 2000;
/** Milliseconds in which a page's chat is found, its engine started: what comes before counts as history. */
const FOUND = 5000;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

suite('Firefox', () => {
  let browser;
  let site;
  let options;

  before(async () => {
    assert.ok(areMade(), 'the tests in Chromium make the pictures: run wasm/extension/test first');
    site = await serve({ '/pictures/made/': pictureRoute(), '/pictures/strict.html': strictPage });
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX,
      headless: true,
      // Its own pages are the extension's: nobody else's may be looked into without.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ 'extension@himaya.org': UUID }),
        'extensions.background.idle.timeout': IDLE,
      },
      timeout: PATIENCE,
    });
    await browser.installExtension(process.env.HIMAYA_EXTENSION);
    options = await own('pages/options/index.html');
  });

  after(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  /** A page of the extension; that it was loaded is not told. */
  async function own(file) {
    const page = await browser.newPage();
    await page.goto(`moz-extension://${UUID}/${file}`, { timeout: 2000 }).catch(() => undefined);
    await page.waitForFunction(() => document.readyState === 'complete' && document.body.innerText.trim() !== '', { timeout: PATIENCE });
    return page;
  }

  async function open(file) {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(site.url(file));
    return Object.assign(page, { errors });
  }

  const change = (settings) =>
    options.evaluate(
      (change) => chrome.runtime.sendMessage({ himaya: 1, to: 'background', kind: 'change-settings', ask: { change } }),
      settings,
    );

  async function settled(page, expected, attribute = 'himaya-picture') {
    const marks = () =>
      page.evaluate(
        (selectors, attribute) => Object.fromEntries(selectors.map((s) => [s, document.querySelector(s)?.getAttribute(attribute) ?? 'none'])),
        Object.keys(expected),
        attribute,
      );
    const end = Date.now() + PATIENCE;
    let found = await marks();
    while (JSON.stringify(found) !== JSON.stringify(expected) && Date.now() < end) {
      await pause(100);
      found = await marks();
    }
    assert.deepEqual(found, expected, page.errors.join('; '));
  }

  const painted = (page, selector) =>
    page.evaluate((s) => getComputedStyle(document.querySelector(s)).objectPosition === '50% 50%', selector);

  /** What the extension shows in a page: `notice`, `sign` ... */
  const shown = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('himaya-'))
        .map(({ localName }) => localName.slice('himaya-'.length)),
    );

  async function until(page, what, there = true) {
    const end = Date.now() + PATIENCE;
    while ((await shown(page)).includes(what) !== there) {
      assert.ok(Date.now() < end, `${what}: ${await shown(page)}; ${page.errors.join('; ')}`);
      await pause(60);
    }
  }

  async function receive(page, texts, author) {
    for (const text of texts) {
      await page.evaluate((text, author) => window.chat.receive(text, author), text, author);
      await pause(120);
    }
  }

  /** The extension's documents that are there, the event page's among them while it runs. */
  const views = () => options.evaluate(() => chrome.extension.getViews().map(({ location }) => location.pathname));
  const isEnded = async () => !(await views()).some((path) => path.includes('background'));

  test('pictures are decided as in Chromium', async () => {
    const page = await open('pictures/news.html');
    await settled(page, NEWS.pictures);
    await settled(page, NEWS.backgrounds, 'himaya-background');
    assert.equal(await painted(page, '#found'), false);
    assert.equal(await painted(page, '#photo'), true);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('a strict page is covered whatever its policy allows, and nothing is painted before it is decided', async () => {
    assert.deepEqual(await change({ strictness: 'strict' }), { ok: true, answer: { done: true } });
    const page = await open('pictures/strict.html');
    await settled(page, { '#found': 'covered', '#photo': 'clear' });
    assert.equal(await painted(page, '#found'), false);
    assert.equal(await painted(page, '#photo'), true);
    // A picture that comes late has no mark in its first frame, and is not painted in it.
    const first = await page.evaluate(async () => {
      document.body.append(Object.assign(new Image(), { src: 'made/photo-2.jpg', id: 'late' }));
      await new Promise(requestAnimationFrame);
      const late = document.querySelector('#late');
      return [late.getAttribute('himaya-picture'), getComputedStyle(late).objectPosition === '50% 50%'];
    });
    assert.deepEqual(first, [null, false]);
    await settled(page, { '#late': 'clear' });
    await page.close();
    await change({ strictness: 'gentle' });
  });

  for (const [file, pattern, warning] of [
    ['log.html', PATTERN, 'notice'],
    ['bubbles-ar.html', PATTERN_AR, 'sign'],
  ]) {
    test(`harmless messages lead to nothing, a pattern over four to a warning: ${file}`, async () => {
      const page = await open(`chats/${file}#/pattern`);
      await pause(FOUND);
      await receive(page, ['did you see the match?', 'the bus was late', 'see you tomorrow'], 'Mia');
      await pause(2000);
      assert.deepEqual(await shown(page), []);
      await receive(page, pattern.slice(0, 4), 'Mia');
      await until(page, warning);
      assert.deepEqual(page.errors, []);
      await page.close();
    });
  }

  test('what was said is kept when the browser ends the event page in between', async () => {
    const page = await open('chats/log.html#/ended');
    await pause(FOUND);
    await receive(page, PATTERN.slice(0, 2), 'Quin');
    await pause(1000);
    const end = Date.now() + PATIENCE;
    while (!(await isEnded())) {
      assert.ok(Date.now() < end, 'the event page goes on');
      await pause(500);
    }
    await receive(page, PATTERN.slice(2, 4), 'Quin');
    await until(page, 'notice');
    await page.close();
  });

  test('a phone number waits for an answer, and going back keeps what was typed and the focus', async () => {
    const number = 'my number is 07700 900123';
    const page = await open('chats/bubbles.html');
    await pause(FOUND);
    await page.type('textarea', number);
    await page.keyboard.press('Enter');
    await until(page, 'notice');
    assert.deepEqual(await page.evaluate(() => [window.chat.sent, window.chat.text()]), [[], number]);
    await page.keyboard.press('Escape');
    await until(page, 'notice', false);
    assert.deepEqual(
      await page.evaluate(() => [window.chat.sent, window.chat.text(), document.activeElement.localName]),
      [[], number, 'textarea'],
    );
    await page.keyboard.press('Enter');
    const end = Date.now() + PATIENCE;
    while ((await page.evaluate(() => window.chat.sent.length)) === 0 && Date.now() < end) await pause(100);
    assert.deepEqual(await page.evaluate(() => window.chat.sent), [number]);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  for (const file of ['popup', 'options', 'welcome']) {
    test(`its own page has its words: ${file}`, async () => {
      const page = await own(`pages/${file}/index.html`);
      const { title, text } = await page.evaluate(() => ({ title: document.title, text: document.body.innerText }));
      assert.match(title, /\p{L}/u);
      assert.ok(text.length > 40, text);
      assert.doesNotMatch(text, /__MSG_|undefined|\[object/);
      await page.close();
    });
  }
});
