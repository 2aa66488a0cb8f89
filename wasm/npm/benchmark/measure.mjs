// Builds the page, opens it in Chromium and prints what it measures.
import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { launch, open, serve } from './browser.mjs';

const { HIMAYA_CACHE: cache, HIMAYA_PAGE: root, HIMAYA_ROOT: repository } = process.env;
const PAGES = 7;
const PHOTOGRAPHS = 8;

const outDir = path.join(root, 'dist');
await build({ root, base: './', logLevel: 'error', build: { outDir, target: 'es2022' } });
const photographs = path.join(cache, 'golden-pictures');
const golden = JSON.parse(readFileSync(path.join(repository, 'tests/golden/images.json'), 'utf8'));
const names = golden.pictures
  .map(({ file }) => file)
  .filter((file) => !file.startsWith('synthetic') && /\.(png|jpg)$/.test(file))
  .slice(0, PHOTOGRAPHS);
const chats = ['blackmail', 'friends-homework', 'game-stranger', 'stranger-ar'].flatMap((name) =>
  readFileSync(path.join(repository, `examples/data/chats/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).text)
    .filter(Boolean),
);

const server = await serve(outDir, { headers: { 'cache-control': 'max-age=3600' } });
const photos = await serve(photographs, { headers: { 'access-control-allow-origin': '*' } });
const browser = await launch();
const tab = await open(browser, server.url);
const call = async (name, ...given) => {
  // A page of its own: what was loaded before must be loaded again, from what is cached.
  await tab.page.goto(server.url);
  await tab.page.waitForFunction(() => globalThis.benchmark);
  return tab.page.evaluate(([name, given]) => globalThis.benchmark[name](...given), [name, given]);
};
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

console.log(`${cpus()[0].model}, ${cpus().length} threads; Chromium ${browser.version()}\n`);
console.log('gzipped');
const rules = readdirSync(path.join(outDir, 'himaya/rules')).map((file) => `rules/${file}`);
for (const name of ['himaya_slim_bg.wasm', ...rules, 'himaya_full_bg.wasm', 'models/himaya-text-1.onnx', 'models/mobilenet-v2-mid-4.4.0.onnx']) {
  const bytes = gzipSync(readFileSync(path.join(outDir, 'himaya', name)), { level: 9 }).length;
  console.log(`  ${name.padEnd(46)} ${Math.round(bytes / 1000)} KB`);
}
console.log(`\nuntil ready, files cached: median of ${PAGES} pages`);
for (const entry of ['slim', 'index']) {
  const times = [];
  for (let pages = -2; pages < PAGES; pages += 1) {
    const time = await call('ready', entry);
    if (pages >= 0) times.push(time);
  }
  console.log(`  ${entry.padEnd(46)} ${median(times).toFixed(0)} ms`);
}
console.log(`\na message: median of ${chats.length}`);
for (const entry of ['slim', 'index']) {
  console.log(`  ${entry.padEnd(46)} ${(await call('messages', entry, chats)).toFixed(0)} µs`);
}
console.log(`\na picture: median of rounds over ${names.length} photographs, in turn`);
const times = await call('pictures', names.map((name) => `${photos.url}/${name}`));
const [[, ours]] = times;
for (const [name, time] of times) {
  console.log(`  ${name.padEnd(46)} ${time.toFixed(1)} ms (${(time / ours).toFixed(2)}x)`);
}
await browser.close();
await Promise.all([server.close(), photos.close()]);
