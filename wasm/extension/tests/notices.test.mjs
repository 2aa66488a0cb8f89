import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, suite, test } from 'node:test';
import { openChat, PATTERN, PATTERN_AR, warm } from './chat-pages.mjs';
import { launch, serve } from './harness.mjs';

const axe = readFileSync(createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`).resolve('axe-core/axe.min.js'), 'utf8');
const THREAT = 'pay me or i send your picture to all your friends';

suite('notices', () => {
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
  const open = async (file, options) => {
    const chat = await openChat(browser, site.url(`chats/${file}`), options);
    // What came before the chat was found would be history.
    await chat.settle(2000);
    return chat;
  };

  /** What axe-core finds in what Himaya shows. */
  async function faults(chat, kind) {
    await chat.until(kind);
    // Colours are read when nothing moves any more.
    await chat.settle(400);
    await chat.page.evaluate(axe);
    return chat.page.evaluate(async (name) => {
      const { violations, passes } = await globalThis.axe.run(document.querySelector(name), { resultTypes: ['violations'] });
      return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), passes: passes.length };
    }, `himaya-${kind}`);
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`sign, card and question have no fault that axe-core knows: ${colorScheme}`, async () => {
      // Each its own conversation: one that is known has a sign already, which is replaced behind the card.
      const chat = await open(`bubbles.html#/axe-${colorScheme}`, { media: { colorScheme, reducedMotion: 'reduce' } });
      await chat.receive([THREAT]);
      const card = await faults(chat, 'notice');
      assert.deepEqual(card.violations, []);
      assert.ok(card.passes > 5);
      await chat.page.keyboard.press('Escape');
      const sign = await faults(chat, 'sign');
      assert.deepEqual(sign.violations, []);
      assert.ok(sign.passes > 3);
      await chat.page.fill('textarea', 'my number is 07700 900123');
      await chat.page.press('textarea', 'Enter');
      const question = await faults(chat, 'notice');
      assert.deepEqual(question.violations, []);
      await chat.page.close();
    });
  }

  test('an unmistakable threat is in the way: named, told, closed by keyboard, focus comes back', async () => {
    const chat = await open('bubbles.html#/keys');
    await chat.page.click('textarea');
    await chat.page.keyboard.type('one sec');
    await chat.receive([THREAT], 'Alex');
    const [card] = await chat.until('notice');
    assert.doesNotMatch(card, /pay me or i/);
    await chat.openRoots();
    const dialog = () =>
      chat.page.evaluate(() => {
        const root = document.querySelector('himaya-notice').shadowRoot;
        const card = root.querySelector('dialog');
        const text = (id) => root.getElementById(id)?.textContent;
        return {
          role: card.getAttribute('role'),
          name: text(card.getAttribute('aria-labelledby')),
          described: card.getAttribute('aria-describedby').split(' ').map(text),
          focus: root.activeElement?.localName,
          modal: card.matches(':modal'),
        };
      });
    const shown = await dialog();
    assert.equal(shown.role, 'alertdialog');
    assert.ok(shown.name && shown.described.every(Boolean));
    assert.equal(shown.modal, true);
    // Whoever is typing must not press a button by it.
    assert.equal(shown.focus, 'h2');
    await chat.page.keyboard.press('Space');
    assert.equal((await chat.texts('notice')).length, 1);
    const reached = [];
    for (let step = 0; step < 4; step += 1) {
      await chat.page.keyboard.press('Tab');
      reached.push((await dialog()).focus);
    }
    assert.ok(reached.includes('summary') && reached.includes('button'), reached.join());
    await chat.page.keyboard.press('Escape');
    await chat.until('notice', 0);
    assert.equal(await chat.page.evaluate(() => document.activeElement.localName), 'textarea');
    await chat.page.keyboard.type('!');
    assert.equal(await chat.typed(), 'one sec!');
    await chat.page.close();
  });

  test('the page hears no key that is pressed in a notice', async () => {
    const chat = await open('bubbles.html#/heard');
    await chat.receive([THREAT], 'Eli');
    await chat.until('notice');
    await chat.page.evaluate(() => {
      window.heard = [];
      for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, ({ key }) => window.heard.push(key), true);
    });
    for (const key of ['a', 'Tab', 'Tab']) await chat.page.keyboard.press(key);
    assert.deepEqual(await chat.page.evaluate(() => window.heard), []);
    await chat.page.close();
  });

  test('a card of an Arabic chat runs from right to left, at twice the size, and fits', async () => {
    await browser.inBackground(() => chrome.storage.local.set({ settings: { version: 1, language: 'ar', setUp: true } }));
    const chat = await open('bubbles-ar.html#/large', { media: { forcedColors: 'active' } });
    await chat.page.setViewportSize({ width: 480, height: 420 });
    await chat.receive(PATTERN_AR, 'x');
    await chat.warned();
    await chat.openRoots();
    await chat.page.evaluate(() => document.querySelector('himaya-sign').shadowRoot.querySelector('button').click());
    await chat.until('notice');
    await chat.openRoots();
    const shown = await chat.page.evaluate(() => {
      const root = document.querySelector('himaya-notice').shadowRoot;
      const card = root.querySelector('dialog');
      const panel = root.querySelector('.panel');
      const { left, right, top, bottom } = panel.getBoundingClientRect();
      return {
        direction: getComputedStyle(card).direction,
        language: card.lang,
        fits: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && panel.scrollWidth <= panel.clientWidth,
        border: getComputedStyle(root.querySelector('button')).borderTopWidth,
      };
    });
    assert.deepEqual(shown, { direction: 'rtl', language: 'ar', fits: true, border: '1px' });
    await chat.page.close();
    await browser.inBackground(() => chrome.storage.local.set({ settings: { version: 1, language: 'en', setUp: true } }));
  });

  test('nothing moves where a person wants it so', async () => {
    for (const [reducedMotion, moves] of [['reduce', false], ['no-preference', true]]) {
      const chat = await open('log.html', { media: { reducedMotion } });
      await chat.receive(PATTERN, `someone ${reducedMotion}`);
      await chat.warned();
      await chat.openRoots();
      const animation = await chat.page.evaluate(() => getComputedStyle(document.querySelector('himaya-sign').shadowRoot.querySelector('.sign')).animationName);
      assert.equal(animation !== 'none', moves);
      await chat.page.close();
    }
  });

  test('a page’s styles and scripts do not reach a notice', async () => {
    const chat = await open('bubbles.html#/reach');
    await chat.page.addStyleTag({ content: '* { display: none !important } himaya-sign, html, body { display: block !important }' });
    await chat.page.addStyleTag({ content: 'main, main *, .pane, div { display: block !important } .row { display: flex !important }' });
    await chat.receive(PATTERN, 'x');
    const notice = 'himaya-sign, himaya-notice';
    await chat.page.waitForFunction((notice) => document.querySelector(notice), notice);
    assert.equal(await chat.page.evaluate((notice) => document.querySelector(notice).shadowRoot, notice), null);
    await chat.warned();
    await chat.openRoots();
    assert.notEqual(await chat.page.evaluate(() => getComputedStyle(document.querySelector('himaya-sign').shadowRoot.querySelector('.sign')).display), 'none');
    await chat.page.close();
  });
});
