// Pages change what they show in many ways; whatever way it is, a picture is covered until it is decided.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { launch, serve } from './harness.mjs';
import { makePictures, pictureRoute } from './pictures.mjs';

const PATIENCE = 60_000;

suite('changing pages', () => {
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
  async function open(file) {
    const page = await browser.page();
    await page.goto(site.url(`pictures/${file}`));
    return page;
  }
  async function settled(page, expected, attribute = 'himaya-picture') {
    for (const [selector, mark] of Object.entries(expected)) {
      await page
        .waitForFunction(
          ([selector, mark, attribute]) => document.querySelector(selector)?.getAttribute(attribute) === mark,
          [selector, mark, attribute],
          { timeout: PATIENCE, polling: 50 },
        )
        .catch(() => assert.fail(`${selector} is not ${mark}`));
    }
  }

  test('object, embed and image-set are covered; what lies below is met when a person gets there', async () => {
    const page = await open('changing.html');
    await settled(page, { '#object': 'covered', '#embed': 'covered' });
    await settled(page, { '#set': 'covered' }, 'himaya-background');
    assert.equal(site.requests.some(({ path }) => path.endsWith('covered-5.png')), false, 'the page’s own laziness is kept');
    await page.evaluate(() => scrollTo(0, 1e6));
    await settled(page, { '#lazy': 'covered', '#library': 'covered' });
    await page.close();
  });

  const SWAPS = {
    'srcset of a picture': ['#srcset', () => (document.querySelector('#srcset').srcset = 'made/covered-0.png 1x, made/covered-0.png 2x')],
    'a source': ['#picture', () => (document.querySelector('#source').srcset = 'made/covered-7.png')],
    'the media of a source': ['#chosen', () => (document.querySelector('#media').media = 'all')],
    'a source that comes': [
      '#picture',
      () => {
        const source = Object.assign(document.createElement('source'), { srcset: 'made/covered-8.png' });
        document.querySelector('#picture').before(source);
        document.querySelector('#source').remove();
      },
    ],
    'href in a drawing': ['#svg', () => document.querySelector('#svg').setAttribute('href', 'made/covered-9.png')],
    'xlink:href in a drawing': [
      '#xlink',
      () => document.querySelector('#xlink').setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', 'made/covered-0.png'),
    ],
    'a poster': ['#poster', () => (document.querySelector('#poster').poster = 'made/covered-1.png')],
  };
  test('what is exchanged is covered at once, and decided anew', async () => {
    const page = await open('changing.html');
    const before = { '#srcset': 'clear', '#picture': 'clear', '#chosen': 'clear', '#svg': 'clear', '#xlink': 'clear', '#poster': 'clear' };
    await settled(page, before);
    await settled(page, { '#style': null }, 'himaya-background');
    for (const [what, [selector, swap]] of Object.entries(SWAPS)) {
      await page.evaluate(swap);
      const marks = await page.evaluate(async (selector) => {
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return document.querySelector(selector).getAttribute('himaya-picture');
      }, selector);
      assert.notEqual(marks, 'clear', what);
      await settled(page, { [selector]: 'covered' });
    }
    await page.evaluate(() => (document.querySelector('#style').style.backgroundImage = 'url(made/covered-2.png)'));
    await settled(page, { '#style': 'covered' }, 'himaya-background');
    await page.close();
  });

  test('frames that come late or go elsewhere, and a document that is written anew', async () => {
    const page = await open('still.html?covered-3');
    await settled(page, { '#found': 'covered' });
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'framed.html', width: 400, height: 440 })));
    const framed = async () => {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const mark = await page.frames()[1]?.evaluate(() => document.querySelector('img')?.getAttribute('himaya-picture')).catch(() => undefined);
        if (mark === 'covered') return;
        assert.ok(Date.now() < end, 'the frame’s picture is not covered');
        await page.waitForTimeout(100);
      }
    };
    await framed();
    await page.evaluate(() => (document.querySelector('iframe').src = 'still.html?covered-4'));
    await page.waitForFunction(() => document.querySelector('iframe').contentDocument?.querySelector('#found'), undefined, { timeout: PATIENCE });
    await framed();
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>Anew</title><img id="anew" src="made/covered-5.png">');
      document.close();
    });
    await settled(page, { '#anew': 'covered' });
    await page.close();
  });

  test('a page that a person comes back to is as it was, and goes on', async () => {
    const page = await open('still.html?covered-6');
    await settled(page, { '#found': 'covered' });
    await page.goto(site.url('pictures/framed.html'));
    await page.goBack();
    await settled(page, { '#found': 'covered' });
    await page.evaluate(() => (document.querySelector('#found').src = 'made/photo-409.jpg'));
    await settled(page, { '#found': 'clear' });
    await page.close();
  });
});
