// Called by `benchmark`.
import { readFileSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, serve } from './harness.mjs';
import { makePictures, pictureRoute } from './pictures.mjs';

const PATIENCE = 300_000;
const show = (what, figure, aim) => console.log(`${what.padEnd(58)} ${String(figure).padStart(10)}   ${aim}`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const browser = await launch();
await makePictures(browser.context);
const site = await serve({ '/pictures/made/': pictureRoute() });

console.log(`load average ${loadavg()[0].toFixed(1)}; medians where more than one run`);
const content = gzipSync(readFileSync(path.join(process.env.HIMAYA_EXTENSION, 'content.js')), { level: 9 }).length;
show('content script, bytes gzipped', content, 'aim: 40960 or less');

const clear = (many) => async (page) =>
  page.waitForFunction((many) => document.querySelectorAll("img[himaya-picture='clear']").length >= many, many, { timeout: PATIENCE, polling: 50 });

/** The extension's processes: memory that is theirs, and ticks of 10 ms that they have used. */
const residents = () => {
  const sizes = new Map();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      if (!command.includes('--extension-process') || !command.includes(browser.profile)) continue;
      const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'));
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1].split(' ');
      sizes.set(id, { megabytes: Number(pss[1]) / 1024, ticks: Number(stat[11]) + Number(stat[12]) });
    } catch {
      // It ended meanwhile.
    }
  }
  return sizes;
};
const megabytes = () => [...residents().values()].reduce((sum, { megabytes }) => sum + megabytes, 0);
const ticks = () => [...residents().values()].reduce((sum, { ticks }) => sum + ticks, 0);

// The engine with its model.
const first = await browser.page();
let begun = performance.now();
await first.goto(site.url('pictures/scroll.html?many=1&at-once'));
await clear(1)(first);
show('first picture, engine and model from the start, ms', Math.round(performance.now() - begun), '');
await first.close();

// Sixty pictures at once.
const times = [];
const spent = [];
for (let run = 0; run < 3; run += 1) {
  const page = await browser.page();
  await page.goto(site.url(`pictures/scroll.html?many=60&from=${1 + run * 60}&at-once`), { waitUntil: 'commit' });
  begun = performance.now();
  const used = ticks();
  await clear(60)(page);
  times.push(performance.now() - begun);
  spent.push(((ticks() - used) * 10) / 60);
  await page.close();
}
show('processor time of the extension a picture, ms', Math.round(median(spent)), '');
show('a page of 60 pictures decided, ms', Math.round(median(times)), 'aim: 3000 or less');

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
await plain[Symbol.asyncDispose]();
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
const before = ticks();
await sleep(10_000);
show('idle processor of the extension, percent of one core', ((ticks() - before) / 10).toFixed(1), 'aim: below 1');

await browser[Symbol.asyncDispose]();
await site[Symbol.asyncDispose]();
process.exit(0);
