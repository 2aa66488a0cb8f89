// Who may uncover a picture, with and without a PIN, and what is said of why it is covered.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, suite, test } from 'node:test';
import { launch, serve } from './harness.mjs';
import { load } from './load.mjs';
import { makePictures, pictureRoute } from './pictures.mjs';
import { panelsOf } from './roots.mjs';

const PATIENCE = 60_000;
const PIN = '4827';
const AXE = readFileSync(`${process.env.HIMAYA_EXTENSION_TOOLS}/node_modules/axe-core/axe.min.js`, 'utf8');

suite('uncovering', () => {
  let browser;
  let site;
  before(async () => {
    browser = await launch();
    await makePictures(browser.context);
    site = await serve({ '/pictures/made/': pictureRoute() });
  });
  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await browser.inBackground(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
  });

  const change = (change) => browser.ask('change-settings', { change });
  async function open(file) {
    const page = await browser.page();
    await page.goto(site.url(`pictures/${file}`));
    return { page, panels: await panelsOf(page) };
  }
  const marked = (page, selector, value, attribute = 'himaya-picture') =>
    page.waitForFunction(
      ([selector, value, attribute]) => document.querySelector(selector).getAttribute(attribute) === value,
      [selector, value, attribute],
      { timeout: PATIENCE },
    );
  const mark = (page, selector = '#found') => page.evaluate((s) => document.querySelector(s).getAttribute('himaya-picture'), selector);
  /** The window that asks for the PIN, as it opens. */
  async function window(press) {
    const opened = browser.context.waitForEvent('page', { timeout: PATIENCE });
    await press();
    const page = await opened;
    await page.waitForSelector('dialog[open]');
    return page;
  }
  async function type(page, pin) {
    await page.fill('#pin-typed', pin);
    // The right one closes the window, perhaps before the key is up again.
    await page.press('#pin-typed', 'Enter').catch((error) => {
      if (!page.isClosed()) throw error;
    });
  }

  test('who may uncover follows from age, strictness and PIN', async () => {
    const { uncovering } = await load('background/settings.ts');
    const rules = ['6-9', '13-15'].map((ageBand) =>
      ['strict', 'gentle'].map((strictness) => [false, true].map((pin) => uncovering({ ageBand, strictness }, pin))),
    );
    assert.deepEqual(rules, [
      [['never', 'pin'], ['never', 'pin']],
      [['free', 'pin'], ['free', 'free']],
    ]);
  });

  test('strict with a PIN: a wrong one uncovers nothing, the right one this picture, which may then be called fine', async () => {
    await change({ ageBand: '16-17', language: 'en' });
    await browser.ask('change-pin', { pin: PIN });
    const { page, panels } = await open('still.html?covered-8');
    await marked(page, '#found', 'covered');
    const asking = await window(() => panels.press('Show with PIN'));
    assert.equal(await mark(page), 'covered');
    await type(asking, '9393');
    await asking.waitForFunction(() => document.querySelector('#pin-problem').textContent !== '');
    assert.equal(await mark(page), 'covered');
    // The worker ends while a person types: what was asked for outlives it.
    await browser.killBackground();
    const closed = asking.waitForEvent('close');
    await type(asking, PIN);
    await closed;
    await marked(page, '#found', 'clear');
    await panels.press('This one is fine');
    await page.waitForTimeout(500);
    await page.reload();
    await marked(page, '#found', 'clear');
    assert.equal((await browser.ask('counters', {})).picturesUncovered, 1);
    await page.close();
  });

  test('closing the window uncovers nothing, by mouse or by keyboard', async () => {
    await change({ ageBand: '16-17', language: 'en' });
    await browser.ask('change-pin', { pin: PIN });
    const { page, panels } = await open('still.html?covered-1');
    await marked(page, '#found', 'covered');
    await panels.until(({ buttons }) => buttons.length > 0);
    const asking = await window(async () => {
      await page.bringToFront();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    });
    await asking.close();
    await page.waitForTimeout(500);
    assert.equal(await mark(page), 'covered');
    await page.close();
  });

  test('below 13 an adult uncovers with the PIN, and without a PIN nobody', async () => {
    await change({ ageBand: '6-9', language: 'en' });
    const { page, panels } = await open('still.html?covered-2');
    await marked(page, '#found', 'covered');
    const [panel] = await panels.until(({ kind }) => kind.includes('covered'));
    assert.deepEqual(panel.buttons.map(({ label }) => label), ['Why?']);
    await browser.ask('change-pin', { pin: PIN });
    await page.reload();
    await marked(page, '#found', 'covered');
    const asking = await window(() => panels.press('Show with PIN'));
    await type(asking, PIN);
    await marked(page, '#found', 'clear');
    await page.close();
  });

  test('a page finds no way round: no messages in the name of its content script, no clicks of its own, no styles', async () => {
    await change({ ageBand: '16-17', language: 'en' });
    await browser.ask('change-pin', { pin: PIN });
    const { page, panels } = await open('still.html?covered-3');
    const contexts = [];
    panels.session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await panels.session.send('Runtime.enable');
    await marked(page, '#found', 'covered');
    const [panel] = await panels.until(({ buttons }) => buttons.some(({ label }) => label === 'Show with PIN'));
    const inside = contexts.findLast(({ origin }) => origin === `chrome-extension://${browser.id}`);
    const send = async (kind, ask) => {
      const { result } = await panels.session.send('Runtime.evaluate', {
        contextId: inside.id,
        expression: `chrome.runtime.sendMessage(${JSON.stringify({ himaya: 1, to: 'background', kind, ask })}).then(JSON.stringify)`,
        awaitPromise: true,
      });
      return result.value;
    };
    // Even a content script that somebody took over uncovers nothing for good without the PIN.
    assert.match(await send('picture-fine', { digest: '0'.repeat(32) }), /"ok":false/);
    assert.match(await send('uncover-by-pin', { request: 'x', pin: PIN }), /"ok":false/);
    const pages = browser.context.pages().length;
    await page.evaluate(({ x, y }) => {
      for (const element of [document.elementFromPoint(x, y), document.querySelector('himaya-pictures'), document.querySelector('#found')]) {
        element.click();
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      }
      document.querySelector('#found').style.setProperty('object-position', 'center', 'important');
      document.querySelector('#found').setAttribute('himaya-picture', 'clear');
    }, panel.buttons[0]);
    await page.waitForTimeout(300);
    assert.equal(browser.context.pages().length, pages);
    assert.equal(await mark(page), 'covered');
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('#found')).objectPosition), '-32767px -32767px');
    await page.close();
  });

  test('a picture alone in its tab is covered like any other', async () => {
    const { page } = await open('made/covered-6.png');
    await marked(page, 'img', 'covered');
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('img')).objectPosition), '-32767px -32767px');
    await page.close();
  });

  test('a background has its button in a corner of what is seen of it, uncovers, and covers again', async () => {
    await change({ ageBand: '16-17', language: 'en' });
    const { page, panels } = await open('behind.html');
    await marked(page, '#behind', 'covered', 'himaya-background');
    const [panel] = await panels.until(({ kind }) => kind.includes('behind'));
    assert.deepEqual(panel.buttons.map(({ label }) => label), ['Show', 'Why?']);
    // What stands on it can still be pressed.
    assert.equal(await page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('#link').getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2).id;
    }), 'link');
    await panels.press('Show');
    await marked(page, '#behind', null, 'himaya-background');
    await panels.press('Cover again');
    await marked(page, '#behind', 'covered', 'himaya-background');
    // Larger than the view: the button is where a person is.
    await page.evaluate(() => scrollTo(0, 1500));
    const size = page.viewportSize();
    await panels.until(({ buttons }) => buttons.some(({ y, label }) => label === 'Show' && y > 0 && y < size.height));
    await panels.press('Show');
    await marked(page, '#tall', null, 'himaya-background');
    await page.close();
  });

  test('why it is covered is told: what it may be, who says so, in which version; axe finds no fault', async () => {
    await change({ language: 'en' });
    const { page, panels } = await open('still.html?covered-9');
    await marked(page, '#found', 'covered');
    await panels.press('Why?');
    const [card] = await panels.until(({ kind }) => kind === 'card');
    assert.match(card.text, /Found by the picture program on this device/);
    assert.match(card.text, /mobilenet\S* \d+\.\d+/);
    await page.evaluate(AXE);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document.querySelector('himaya-pictures'), { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
      assert.ok(passes.length > 3);
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(200);
    assert.equal((await panels.read()).some(({ kind }) => kind === 'card'), false);
    // The engine reports a second's worth at a time.
    await page.waitForTimeout(1500);
    const tab = await browser.inBackground(async () => (await chrome.tabs.query({ url: '*://localhost/*' }))[0].id);
    const { reasons } = await browser.ask('tab-status', { tab, url: 'http://localhost/' });
    assert.equal(reasons[0].why, 'model');
    assert.match(`${reasons[0].programs[0].name} ${reasons[0].programs[0].version}`, /mobilenet\S* \d+\.\d+/);
    await page.close();
  });
});
