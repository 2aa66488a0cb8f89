// The page in Chromium, as a guardian and as a host use it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, serve } from './browser.mjs';

const { HIMAYA_VIEW: view, HIMAYA_SHOTS: shots } = process.env;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LATIN = /[A-Za-z]{3,}/;
const digests = JSON.parse(readFileSync(path.join(view, 'samples/weeks.json'), 'utf8'));
let browser, server, tab, page, whenReady;

before(async () => {
  browser = await launch();
  server = await serve(view);
  tab = await open(browser, `${server.url}/?lang=en&country=GB`);
  ({ page } = tab);
  await page.setViewportSize({ width: 1100, height: 900 });
  await page.waitForSelector('html[data-ready]', { timeout: 60_000 });
  whenReady = server.requests.length;
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
const texts = (selector) => page.locator(selector).allTextContents();

/** What axe says against the page as it stands; its script is run in it, nothing is loaded. */
async function barriers() {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

test('it begins with the latest week, where nothing came up', async () => {
  assert.equal(await page.getAttribute('html', 'data-sealed'), 'true');
  assert.equal(await page.locator('.column').count(), digests.length);
  assert.equal(await page.locator('.column[aria-pressed="true"]').count(), 1);
  assert.match(await page.textContent('#none'), /Nothing came up/);
  assert.equal(await page.locator('.item').count(), 0);
  assert.deepEqual(await barriers(), []);
});

test('a week is chosen by keyboard, and what is most urgent comes first', async () => {
  await page.focus('.column:nth-child(6)');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('.column:nth-child(6)', 'aria-pressed'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.matches('.column:nth-child(6)')), true);
  assert.equal(await page.locator('.item').count(), digests[5].items.length);
  assert.match((await texts('.item .chip'))[0], /go to your child now/);
  assert.equal(await page.locator('#none').isHidden(), true);
  assert.equal(await page.locator('.item:first-child .days rect.bar').count(), 1);
  assert.match(await page.getAttribute('.item:first-child .days', 'aria-label'), /Tuesday 1/);
  await shot('weeks-en');
});

test('advice and helplines are there, by country, and what was not confirmed says so', async () => {
  for (const step of await texts('.item .step')) assert.match(step, /\S/);
  assert.match(await page.textContent('#help'), /Number not yet confirmed|Confirmed on/);
  const british = await texts('#help h4');
  assert.ok(british.length > 0);
  await page.selectOption('#country', 'EG');
  assert.notDeepEqual(await texts('#help h4'), british);
  assert.match(await page.getAttribute('#help a[href^="tel:"]', 'href'), /^tel:\+?\d+$/);
  assert.equal(await page.getAttribute('#help a[target]', 'rel'), 'noopener noreferrer');
});

test('the table says what the bars say', async () => {
  await page.click('summary');
  const cells = await texts('#table tbody tr:nth-child(6) td');
  assert.deepEqual(cells.map(Number), [0, 0, 1, 2]);
  assert.deepEqual(await barriers(), []);
});

test('in Arabic and dark it runs from right to left, without a Latin word of its own', async () => {
  await page.click('#language');
  await page.click('#theme');
  await page.click('#theme');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  assert.equal(await page.getAttribute('html', 'lang'), 'ar');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  for (const place of ['#title', '#span', '#weeks', '#legend', '#table', '#week', 'footer']) {
    assert.doesNotMatch(await page.textContent(place), LATIN, place);
  }
  assert.match(await page.textContent('.item .days'), /ن/);
  // The first week is on the right.
  const [first, last] = await Promise.all(
    ['first', 'last'].map((which) => page.locator(`.column:${which}-child`).boundingBox()),
  );
  assert.ok(first.x > last.x);
  assert.deepEqual(await barriers(), []);
  await shot('weeks-ar-dark');
  await page.click('#theme');
  await page.click('#language');
});

test('the advice is worded for the age of the child', async () => {
  const before = await texts('.item p');
  await page.selectOption('#age', '16-17');
  assert.notDeepEqual(await texts('.item p'), before);
});

test('a host hands over digests, and a guardian opens a file', async () => {
  await page.evaluate((json) => globalThis.himayaParentView.show(json), JSON.stringify(digests.slice(0, 3)));
  assert.equal(await page.locator('.column').count(), 3);
  await page.setInputFiles('#file', path.join(view, 'samples/quiet.json'));
  await page.waitForFunction(() => document.querySelectorAll('.column').length === 2);
});

test('a host that has no digest yet gets a calm page, not an empty one', async () => {
  await page.evaluate(() => globalThis.himayaParentView.show('[]'));
  assert.match(await page.textContent('#none'), /Nothing came up/);
  assert.equal(await page.locator('.column').count(), 0);
  assert.ok((await texts('#help h4')).length > 0);
  assert.deepEqual(await barriers(), []);
  await page.evaluate((json) => globalThis.himayaParentView.show(json), JSON.stringify(digests.slice(0, 2)));
});

test('what a host says of the child counts, and nonsense does not stop the page', async () => {
  for (const [query, age] of [['age=13-15&country=eg&lang=ar', '13-15'], ['age=CANARY&country=ZZZ&lang=xx', '10-12']]) {
    const other = await open(browser, `${server.url}/?${query}&digests=samples/quiet.json`);
    await other.page.waitForSelector('html[data-ready]', { timeout: 60_000 });
    assert.equal(await other.page.inputValue('#age'), age);
    assert.match(await other.page.inputValue('#country'), /^[A-Z]{2}$/);
    assert.equal(await other.page.locator('.column').count(), 2);
    await other.close();
  }
  whenReady = server.requests.length;
});

test('what is no digest is refused in words, and what was shown stays', async () => {
  await page.setInputFiles('#file', { name: 'chat.json', mimeType: 'application/json', buffer: Buffer.from('{"text":"CANARY"}') });
  await page.waitForSelector('#trouble:not([hidden])');
  const trouble = await page.textContent('#trouble');
  assert.match(trouble, /Digest 1 .*schema_version/);
  assert.doesNotMatch(trouble, /CANARY/);
  assert.equal(await page.locator('.column').count(), 2);
  assert.deepEqual(await barriers(), []);
});

test('on a phone nothing stands beside the page', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate((json) => globalThis.himayaParentView.show(json), JSON.stringify(digests));
  const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: innerWidth }));
  assert.ok(wide <= seen, `${wide} > ${seen}`);
  // Of the weeks, which may be scrolled, the chosen one is seen.
  const week = await page.locator('.column[aria-pressed="true"]').boundingBox();
  assert.ok(week.x >= 0 && week.x + week.width <= seen);
  await shot('phone-en');
});

test('no request left the page once it was there, and nothing went wrong in it', () => {
  assert.equal(server.requests.length, whenReady);
  assert.deepEqual(tab.asked.filter((url) => !url.startsWith(server.url)), []);
  // What the page tries to see whether it is sealed.
  assert.deepEqual(tab.wrong.filter((text) => !/Content Security Policy|icon\.svg/.test(text)), []);
});
