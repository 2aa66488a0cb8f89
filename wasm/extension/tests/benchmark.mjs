// Called by `benchmark`.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, serve } from './harness.mjs';
import { makePictures, pictureRoute } from './pictures.mjs';
import { processes } from './processes.mjs';

const PATIENCE = 300_000;
const RUNS = 3;
const show = (what, figure, aim) => console.log(`${what.padEnd(58)} ${String(figure).padStart(10)}   ${aim}`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const browser = await launch({});
await makePictures(browser.context);
const site = await serve({ '/pictures/made/': pictureRoute() });

console.log(`load average ${loadavg()[0].toFixed(1)}; medians where more than one run`);
const content = gzipSync(readFileSync(path.join(process.env.HIMAYA_EXTENSION, 'content.js')), { level: 9 }).length;
show('content script, bytes gzipped', content, 'aim: 40960 or less');

const clear = (many) => async (page) =>
  page.waitForFunction((many) => document.querySelectorAll("img[himaya-picture='clear']").length >= many, many, { timeout: PATIENCE, polling: 50 });

const extensionNow = () => processes(browser.profile).extension ?? { milliseconds: 0, megabytes: 0 };
const megabytes = () => extensionNow().megabytes;

// The engine with its model.
const first = await browser.page();
let begun = performance.now();
await first.goto(site.url('pictures/scroll.html?many=1&at-once'));
await clear(1)(first);
show('first picture, engine and model from the start, ms', Math.round(performance.now() - begun), '');
await first.close();

// Sixty pictures at once, of which none was seen before. The processor time of all that the browser does for them says
// what two free cores would need at least, however busy the machine is.
const times = [];
const spent = [];
const byExtension = [];
const used = () => {
  const kinds = processes(browser.profile);
  const all = Object.values(kinds).reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return { all, extension: kinds.extension?.milliseconds ?? 0 };
};
for (let run = 0; run < RUNS; run += 1) {
  const page = await browser.page();
  const before = used();
  begun = performance.now();
  await page.goto(site.url(`pictures/scroll.html?many=60&from=${1 + run * 60}&at-once`), { waitUntil: 'commit' });
  await clear(60)(page);
  times.push(performance.now() - begun);
  const after = used();
  spent.push((after.all - before.all) / 60);
  byExtension.push((after.extension - before.extension) / 60);
  await page.close();
}
show('a page of 60 pictures decided, ms', Math.round(median(times)), 'aim: 3000 or less');
show('of it the fastest, ms', Math.round(Math.min(...times)), '');
show('processor time a picture, the whole browser, ms', Math.round(median(spent)), '');
show('of it the extension with the model, ms', Math.round(median(byExtension)), '');
show('60 pictures on two free cores by that, ms', Math.round((median(spent) * 60) / 2), 'aim: 3000 or less');

// Scrolling such a page.
const rates = [];
async function frames(browser, from) {
  const page = await browser.page();
  await page.goto(site.url(`pictures/scroll.html?many=60&from=${from}&at-once`));
  const steps = await page.evaluate(async () => {
    const times = [];
    let last = await new Promise(requestAnimationFrame);
    const end = last + 4000;
    while (last < end) {
      scrollBy(0, 8);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - last);
      last = now;
    }
    return times;
  });
  await page.close();
  return 1000 / median(steps);
}
const plain = await launch({ extension: null });
for (let run = 0; run < 3; run += 1) {
  // Side by side, so that other work on the machine slows both.
  rates.push({ without: await frames(plain, 190 + run * 60), deciding: await frames(browser, 190 + run * 60), decided: await frames(browser, 190 + run * 60) });
}
await plain.close();
const rate = (which) => Math.round(median(rates.map((run) => run[which])));
show('frames a second of such a page without the extension', rate('without'), '');
show('while its 60 pictures are being decided', rate('deciding'), 'aim: 50 or more');
show('when they were decided before', rate('decided'), 'aim: 50 or more');

// Memory over 500 pictures.
const page = await browser.page();
await page.goto(site.url('pictures/scroll.html?many=60&from=0&at-once'));
await clear(60)(page);
await sleep(3000);
const early = megabytes();
await page.goto(site.url('pictures/scroll.html?many=518&from=0&at-once'), { timeout: PATIENCE });
await clear(518)(page);
await sleep(3000);
const late = megabytes();
show('memory of the extension with the model, MB', Math.round(early), 'aim: 250 or less');
show('and after 500 pictures more, MB', Math.round(late), 'aim: no more');

// Idle: what the extension's processes use while nothing happens on an open page of 60 pictures.
const before = extensionNow().milliseconds;
await sleep(10_000);
show('idle processor of the extension, percent of one core', ((extensionNow().milliseconds - before) / 100).toFixed(1), 'aim: below 1');

console.log(`load average at the end ${loadavg()[0].toFixed(1)}`);
await browser.close();
await site[Symbol.asyncDispose]();
process.exit(0);
