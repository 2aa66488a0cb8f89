import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { launch, serve } from './harness.mjs';
import { makePictures, NEWS, pictureRoute, strictPage } from './pictures.mjs';

/** Milliseconds: machines that build at the same time are slow. */
const PATIENCE = 60_000;
suite('pictures', () => {
  let browser;
  let site;

  before(async () => {
    browser = await launch();
    await makePictures(browser.context);
    site = await serve({ '/pictures/made/': pictureRoute(), '/pictures/strict.html': strictPage });
  });

  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });

  async function settings(change) {
    const page = await browser.own('pages/options/index.html');
    const outcome = await page.evaluate(
      (change) => chrome.runtime.sendMessage({ himaya: 1, to: 'background', kind: 'change-settings', ask: { change } }),
      change,
    );
    await page.close();
    assert.deepEqual(outcome, { ok: true, answer: { done: true } });
  }

  async function open(file, options = {}) {
    const page = await browser.page();
    await page.goto(site.url(`pictures/${file}`), { waitUntil: 'load', ...options });
    return page;
  }

  const mark = (page, selector) => page.evaluate((s) => document.querySelector(s).getAttribute('himaya-picture'), selector);

  /** Whether its picture is where it can be seen. */
  const painted = (page, selector) =>
    page.evaluate((s) => getComputedStyle(document.querySelector(s)).objectPosition === '50% 50%', selector);

  /** Waits until elements have the marks that they should. */
  async function settled(page, expected, attribute = 'himaya-picture') {
    try {
      await page.waitForFunction(
        ([expected, attribute]) =>
          Object.entries(expected).every(([selector, mark]) => (document.querySelector(selector).getAttribute(attribute) ?? 'none') === mark),
        [expected, attribute],
        { timeout: PATIENCE, polling: 100 },
      );
    } catch {
      const seen = await page.evaluate(
        ([selectors, attribute]) => Object.fromEntries(selectors.map((s) => [s, document.querySelector(s).getAttribute(attribute)])),
        [Object.keys(expected), attribute],
      );
      assert.deepEqual(seen, expected);
    }
  }

  test('on an ordinary page what is harmless is uncovered and what is found stays covered, whatever shows it', async () => {
    const page = await open('news.html');
    await settled(page, NEWS.pictures);
    await settled(page, NEWS.backgrounds, 'himaya-background');
    assert.equal(await painted(page, '#found'), false);
    assert.equal(await painted(page, '#photo'), true);
    await page.close();
  });

  test('another site sees one more request for its picture, without cookies and without a referrer', async () => {
    const before = site.requests.length;
    const page = await open('news.html');
    await settled(page, { '#other-site': 'covered' });
    const asked = site.requests.slice(before).filter(({ path, host }) => path.endsWith('covered-5.png') && host.startsWith('127.'));
    assert.ok(asked.length <= 2, `${asked.length} requests`);
    for (const { headers } of asked.filter((request) => request.headers['sec-fetch-dest'] === 'empty')) {
      assert.equal(headers.referer, undefined);
      assert.equal(headers.cookie, undefined);
    }
    await page.close();
  });

  test('a page with a strict content security policy is covered and decided like any other', async () => {
    const page = await open('strict.html');
    await settled(page, { '#found': 'covered', '#photo': 'clear' });
    assert.equal(await painted(page, '#found'), false);
    await page.close();
  });

  test('a picture that is exchanged is covered again at once, and a mark that a page forges does not last', async () => {
    const page = await open('swaps.html');
    await settled(page, { '#swapped': 'clear', '#forged': 'covered' });
    const exchanged = await page.evaluate(async () => {
      document.querySelector('#swapped').src = 'made/covered-5.png';
      document.querySelector('#forged').setAttribute('himaya-picture', 'clear');
      const inserted = Object.assign(new Image(), { src: 'made/covered-6.png', id: 'inserted' });
      inserted.setAttribute('himaya-picture', 'clear');
      document.body.append(inserted);
      await new Promise(requestAnimationFrame);
      return ['swapped', 'forged', 'inserted'].map((id) => document.getElementById(id).getAttribute('himaya-picture'));
    });
    assert.deepEqual(exchanged, [null, 'covered', null]);
    await page.evaluate(() => document.querySelector('#classed').classList.add('late'));
    await settled(page, { '#swapped': 'covered', '#inserted': 'covered', '#lazy': 'covered' });
    await settled(page, { '#classed': 'covered' }, 'himaya-background');
    await page.close();
  });

  test('pictures in open, closed, declared and late shadow roots are covered and decided', async () => {
    const page = await open('shadow.html');
    await page.waitForFunction(
      () => {
        const roots = [document.querySelector('#declared').shadowRoot, ...Object.values(globalThis.roots)];
        const marks = roots.map((root) => [...root.querySelectorAll('img')].map((image) => image.getAttribute('himaya-picture')));
        return roots.length === 4 && marks.every(([found, photograph]) => found === 'covered' && photograph === 'clear');
      },
      undefined,
      { timeout: PATIENCE, polling: 100 },
    );
    const places = await page.evaluate(() =>
      Object.values(globalThis.roots).map((root) => getComputedStyle(root.querySelector('img')).objectPosition),
    );
    assert.deepEqual(places, Array(3).fill('-32767px -32767px'));
    await page.close();
  });

  test('frames of the same site, of another one and without an address are covered and decided', async () => {
    const page = await open('frames.html');
    for (const frame of page.frames().slice(1)) {
      await frame.waitForFunction(() => document.querySelector('img')?.getAttribute('himaya-picture') === 'covered', undefined, {
        timeout: PATIENCE,
        polling: 100,
      });
    }
    assert.equal(page.frames().length, 4);
    await page.close();
  });

  test('pictures that come while a person scrolls are decided', async () => {
    const page = await open('scroll.html?many=36');
    for (let i = 0; i < 6; i += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(150);
    }
    await page.waitForFunction(
      () => {
        const images = [...document.querySelectorAll('img')];
        return images.length === 36 && images.every((image) => image.getAttribute('himaya-picture') === 'clear');
      },
      undefined,
      { timeout: PATIENCE, polling: 200 },
    );
    await page.close();
  });

  test('a video is uncovered while its frames are harmless and covered when one is not', async () => {
    const page = await open('video.html');
    await settled(page, { '#harmless': 'clear', '#clip': 'covered' });
    await page.waitForTimeout(1000);
    assert.equal(await mark(page, '#harmless'), 'clear');
    assert.equal(await mark(page, '#clip'), 'covered');
    await page.close();
  });

  test('a child finds no way to uncover a picture; a teenager does, and what was called fine stays uncovered', async () => {
    const press = async (page, offset) => {
      const box = await page.locator('#found').boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + offset);
    };
    const child = await open('still.html?covered-9');
    await settled(child, { '#found': 'covered' });
    await child.waitForTimeout(500);
    for (const offset of [-20, 0, 20, 40]) await press(child, offset);
    assert.equal(await mark(child, '#found'), 'covered');
    await child.close();

    await settings({ ageBand: '16-17' });
    const teenager = await open('still.html?covered-9');
    await settled(teenager, { '#found': 'covered' });
    await teenager.waitForTimeout(500);
    await press(teenager, 20);
    await settled(teenager, { '#found': 'clear' });
    // The focus is on "Cover again"; the next button is "This one is fine".
    await teenager.waitForTimeout(300);
    await teenager.keyboard.press('Enter');
    await settled(teenager, { '#found': 'covered' });
    await teenager.waitForTimeout(300);
    await teenager.keyboard.press('Enter');
    await settled(teenager, { '#found': 'clear' });
    await teenager.waitForTimeout(300);
    await teenager.keyboard.press('Tab');
    await teenager.keyboard.press('Enter');
    await teenager.waitForTimeout(500);
    await teenager.reload();
    await settled(teenager, { '#found': 'clear' });
    await teenager.close();
    await settings({ ageBand: '10-12' });
  });

  test('gentle: nothing is covered but what is found', async () => {
    await settings({ strictness: 'gentle' });
    const page = await open('scroll.html?many=3&from=40');
    assert.equal(await painted(page, 'img'), true);
    await page.close();
    const news = await open('news.html');
    await settled(news, { '#found': 'covered', '#photo': 'clear', '#picture': 'covered' });
    await news.close();
    await settings({ strictness: 'strict' });
  });

  test('strict settings reach a page that is open, and covering changes no layout', async () => {
    const places = (page) => page.evaluate(() => [...document.querySelectorAll('main *')].map((e) => JSON.stringify(e.getBoundingClientRect())));
    await settings({ pictures: false });
    const page = await open('news.html');
    await page.waitForLoadState('networkidle');
    const uncovered = await places(page);
    await settings({ pictures: true });
    await settled(page, { '#found': 'covered', '#picture': 'covered' });
    assert.deepEqual(await places(page), uncovered);
    await page.close();
  });
});
