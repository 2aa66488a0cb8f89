// The page in Chromium, as somebody uses it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, serve } from './browser.mjs';

const { HIMAYA_DEMO: demo, HIMAYA_ROOT: root, HIMAYA_SHOTS: shots } = process.env;
const LATIN = /[A-Za-z]{3,}/;
let browser, server, tab, page, whenReady;

before(async () => {
  browser = await launch();
  server = await serve(demo);
  tab = await open(browser, server.url);
  ({ page } = tab);
  await page.setViewportSize({ width: 1280, height: 1250 });
  await page.waitForSelector('html[data-ready]', { timeout: 120_000 });
  // The page has tried whether it can still ask for something.
  whenReady = server.requests.length;
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const risk = async () => Number.parseInt(await page.textContent('#risk'), 10);
const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });

test('the badge says that the network is off, and it is', async () => {
  assert.match(await page.textContent('#seal'), /Network off/);
  const refused = await page.evaluate(() => fetch('/index.html').then(() => false, () => true));
  assert.equal(refused, true);
});

test('a conversation is typed by keyboard and the risk rises', async () => {
  await page.focus('#text');
  const course = [];
  for (const text of ['are you home alone?', "this is our secret, don't tell your mum", 'add me on snapchat', 'send me a selfie']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    course.push(await risk());
  }
  assert.ok(course[0] < 50 && course.at(-1) > 50, `${course}`);
  assert.equal(await page.locator('#log li').count(), 4);
  assert.equal(await page.locator('#log mark').first().textContent(), 'are you home alone');
  assert.equal(await page.locator('#chart circle').count(), 4);
  assert.ok((await page.locator('#reasons li').count()) >= 3);
  assert.match(await page.textContent('#notice'), /\S/);
  assert.equal(await page.inputValue('#text'), '');
  await shot('conversation-en');
});

test("a parent's digest has no word of it", async () => {
  const digest = await page.textContent('#digest');
  assert.match(digest, /\S/);
  for (const text of ['home alone', 'secret,', 'snapchat', 'selfie']) assert.ok(!digest.includes(text));
});

test('a picture is decided and shown, one that cannot be read stays covered', async () => {
  await page.setInputFiles('#file', path.join(root, 'examples/data/pictures/cat.webp'));
  await page.waitForFunction(() => document.querySelectorAll('#classes li').length > 0, null, { timeout: 60_000 });
  assert.equal(await page.getAttribute('#shown', 'class'), '');
  await shot('picture-en');
  await page.setInputFiles('#file', { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.waitForFunction(() => document.querySelectorAll('#classes li').length === 0);
  await page.waitForFunction(() => /cannot be read/.test(document.getElementById('picture-action').textContent));
  assert.equal(await page.getAttribute('#shown', 'class'), 'covered');
});

test('in Arabic the page runs from right to left, and an example plays', async () => {
  await page.click('#language');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  assert.match(await page.textContent('#seal'), /الشبكة مغلقة/);
  await page.click('#theme');
  await page.click('#theme');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  await page.click('[data-sample="stranger-ar"]');
  await page.waitForFunction(() => document.querySelectorAll('#chart .point.warns').length > 0, null, { timeout: 60_000 });
  await page.waitForTimeout(1500);
  await shot('conversation-ar-dark');
  for (const place of ['#notice', '#digest', '#reasons']) {
    assert.doesNotMatch(await page.textContent(place), LATIN, place);
  }
});

test('friends who talk about homework are left alone', async () => {
  await page.click('#language');
  await page.click('[data-sample="friends-homework"]');
  await page.waitForFunction(() => document.querySelectorAll('#log li').length >= 7, null, { timeout: 60_000 });
  assert.equal(await page.locator('#chart .point.warns').count(), 0);
});

test('no request left the page, and nothing went wrong in it', () => {
  assert.equal(server.requests.length, whenReady);
  const elsewhere = tab.asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'));
  assert.deepEqual(elsewhere, []);
  // What the page tries to see whether it is sealed, and what this test tries.
  const wrong = tab.wrong.filter((text) => !/Content Security Policy|icon\.svg|index\.html/.test(text));
  assert.deepEqual(wrong, []);
});
