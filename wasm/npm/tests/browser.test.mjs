// The installed package in Chromium: as files behind a strict policy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { STRICT_POLICY, launch, open, serve } from './browser.mjs';
import { cache, consumer, goldenChats, installed, pictures } from './setting.mjs';

const FILES = '/node_modules/himaya';
/** That there are rules in. */
const LANGUAGES = 11;
const START = '<!doctype html><meta charset="utf-8"><title>Himaya</title>';
let browser, server, other, tab, page;

before(async () => {
  const pages = { '/': START };
  browser = await launch();
  server = await serve(consumer, { pages, headers: { 'content-security-policy': STRICT_POLICY } });
  other = await serve(path.join(cache, 'golden-pictures/synthetic'));
  tab = await open(browser, server.url);
  ({ page } = tab);
});

after(async () => {
  await browser?.close();
  await Promise.all([server?.close(), other?.close()]);
});

test('golden chats and pictures are assessed in Chromium as by the core', async () => {
  const chats = goldenChats();
  const inPage = await page.evaluate(
    async ([files, chats]) => {
      const himaya = await import(`${files}/index.js`);
      const { replayChats } = await import('/tests/golden.mjs');
      await himaya.load();
      return replayChats(himaya, chats);
    },
    [FILES, chats],
  );
  assert.deepEqual(inPage, { cases: chats.length, wrong: [] });
  await replaysPictures(page);
  assert.deepEqual(modulesOf(tab), ['himaya_full_relaxed_bg.wasm']);
});

test('without Relaxed SIMD golden pictures are assessed as by the core, too', async () => {
  const older = await open(browser, server.url);
  const has = await older.page.evaluate(async (files) => {
    WebAssembly.validate = () => false;
    const { hasRelaxedSimd, load } = await import(`${files}/index.js`);
    await load({ textModel: false });
    return hasRelaxedSimd();
  }, FILES);
  assert.equal(has, false);
  await replaysPictures(older.page);
  assert.deepEqual(modulesOf(older), ['himaya_full_bg.wasm']);
  await older.close();
});

function modulesOf({ asked }) {
  return asked.filter((url) => url.endsWith('.wasm')).map((url) => path.basename(url));
}

async function replaysPictures(page) {
  const golden = [...pictures()].map(({ rgba, ...picture }) => ({
    ...picture,
    base64: rgba.toString('base64'),
  }));
  const seen = await page.evaluate(
    async ([files, golden]) => {
      const himaya = await import(`${files}/index.js`);
      const { replayPictures } = await import('/tests/golden.mjs');
      const bytes = (base64) => Uint8ClampedArray.from(atob(base64), (char) => char.charCodeAt(0));
      const pictures = golden.map(({ base64, ...picture }) => ({ ...picture, rgba: bytes(base64) }));
      return replayPictures(himaya, pictures);
    },
    [FILES, golden],
  );
  assert.deepEqual(seen.wrong, []);
  assert.ok(seen.cases >= 30, `only ${seen.cases} pictures`);
}

test('the slim entry warns in Chromium, and fetches its module and the rules that are wanted alone', async () => {
  const slim = await open(browser, server.url);
  const action = await slim.page.evaluate(async (files) => {
    const { Guard, load } = await import(`${files}/slim.js`);
    await load({ languages: ['ar-EG', 'en'] });
    return new Guard().assessMessage('pay me or i send your pics to everyone').action;
  }, FILES);
  assert.notEqual(action, 'allow');
  const fetched = slim.asked.filter((url) => /wasm$|onnx$|bin$/.test(url));
  const files = ['himaya_slim_bg.wasm', 'rules/ar.bin', 'rules/en.bin'];
  assert.deepEqual(fetched.sort(), files.map((file) => `${server.url}${FILES}/${file}`));
  await slim.close();
});

test('rules and models are fetched once and then come from Cache Storage', async () => {
  const files = () => server.requests.filter((name) => /onnx$|bin$/.test(name)).length;
  const before = files();
  assert.ok(before > 0);
  await page.reload();
  const kept = await page.evaluate(async (files) => {
    const { Guard, load } = await import(`${files}/index.js`);
    await load();
    const [{ name }] = new Guard().assessMessage('hello').models;
    const number = async (cache) => (await (await caches.open(cache)).keys()).length;
    return [name, await number('himaya-files'), await number('himaya-prepared')];
  }, FILES);
  // Beside the files: the rules as the first start left them in memory.
  assert.deepEqual(kept, ['himaya-text', 2 + LANGUAGES, 1]);
  assert.equal(files(), before);
});

test('rules that an earlier start left in memory need no files', async () => {
  const before = server.requests.length;
  await page.reload();
  const found = await page.evaluate(async (files) => {
    await caches.delete('himaya-files');
    const { Guard, load } = await import(`${files}/slim.js`);
    await load();
    const [{ behaviors }] = new Guard().assessMessage("don't tell your mum, this is our secret").findings;
    return behaviors[0].behavior;
  }, FILES);
  assert.equal(found, 'secrecy');
  assert.deepEqual(server.requests.slice(before).filter((name) => name.endsWith('.bin')), []);
});

test('a copy in Cache Storage that was exchanged is fetched anew', async () => {
  const before = server.requests.length;
  await page.evaluate(async () => {
    for (const name of ['himaya-files', 'himaya-prepared']) {
      const stored = await caches.open(name);
      for (const key of await stored.keys()) await stored.put(key, new Response('exchanged'));
    }
  });
  await page.reload();
  await page.evaluate(async (files) => (await import(`${files}/index.js`)).load(), FILES);
  const fetched = server.requests.slice(before).filter((name) => /onnx$|bin$/.test(name));
  assert.equal(fetched.length, 2 + LANGUAGES);
});

test('a pool takes every kind of picture', async () => {
  const file = readFileSync(path.join(cache, 'golden-pictures/synthetic/flat-red.png'));
  const scores = await page.evaluate(
    async ([files, base64]) => {
      const { Pool } = await import(`${files}/worker.js`);
      const pool = new Pool({ workers: 2, guard: { ageBand: '13-15' } });
      await pool.ready;
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const blob = new Blob([bytes], { type: 'image/png' });
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 50 });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const pixels = () => context.getImageData(0, 0, 100, 50);
      const offscreen = new OffscreenCanvas(100, 50);
      offscreen.getContext('2d').drawImage(image, 0, 0);
      const video = Object.assign(document.createElement('video'), {
        srcObject: canvas.captureStream(30),
        muted: true,
      });
      await video.play();
      const sources = {
        bitmap: await createImageBitmap(image),
        blob,
        canvas,
        frame: new VideoFrame(canvas, { timestamp: 0 }),
        image,
        offscreen,
        pixels: pixels(),
        raw: { data: new Uint8Array(pixels().data), width: 100, height: 50 },
        video,
      };
      const asked = Object.entries(sources).map(async ([kind, source]) => {
        const { class_scores: scores } = await pool.assess(source);
        return [kind, Math.max(...scores.map(({ score }) => score))];
      });
      const found = Object.fromEntries(await Promise.all(asked));
      const { hash } = await pool.hash(blob);
      await pool.setGuard({ hashLists: [{ name: 'test', text: hash }] });
      const known = await pool.assess(blob);
      pool.terminate();
      return { found, known: known.findings.map(({ category }) => category), gone: sources.bitmap.width };
    },
    [FILES, file.toString('base64')],
  );
  assert.equal(scores.gone, 0, 'the bitmap was taken over');
  const kinds = Object.keys(scores.found);
  assert.equal(kinds.length, 9);
  for (const kind of kinds) {
    // A video's colours pass through another space.
    const tolerance = kind === 'video' || kind === 'frame' ? 0.05 : 1e-4;
    const difference = Math.abs(scores.found[kind] - scores.found.raw);
    assert.ok(difference <= tolerance, `${kind} differs by ${difference}`);
  }
  assert.ok(Array.isArray(scores.known));
});

test('a pool gives up what is aborted, tells how far it is, and ends', async () => {
  const told = await page.evaluate(async (files) => {
    const { Pool, StateError } = await import(`${files}/worker.js`);
    const pool = new Pool({ workers: 1 });
    const picture = () => new ImageData(300, 300);
    const states = [];
    const first = pool.assess(picture(), { onProgress: ({ state }) => states.push(state) });
    const controller = new AbortController();
    const queued = pool.assess(picture(), { signal: controller.signal }).catch(({ name }) => name);
    controller.abort();
    const late = new AbortController();
    const running = pool.assess(picture(), { signal: late.signal, onProgress: ({ state }) => state === 'running' && late.abort() });
    const outcomes = [await queued, (await first).input_type, await running.catch(({ name }) => name)];
    outcomes.push((await pool.assess(picture())).input_type);
    const waiting = pool.assess(picture()).catch((error) => error instanceof StateError);
    pool.terminate();
    outcomes.push(await waiting, pool.pending);
    return { outcomes, states };
  }, FILES);
  assert.deepEqual(told.outcomes, ['AbortError', 'image', 'AbortError', 'image', true, 0]);
  assert.deepEqual([told.states[0], told.states.at(-1)], ['queued', 'running']);
  assert.ok(told.states.includes('loading'));
});

test('a picture of another origin is refused with what would be right', async () => {
  const told = await page.evaluate(
    async ([files, url]) => {
      const { Pool, ImageError } = await import(`${files}/worker.js`);
      const pool = new Pool({ workers: 1, imageModel: false });
      const image = Object.assign(new Image(), { src: url });
      await image.decode();
      const refused = await pool.assess(image).catch((error) => error);
      pool.terminate();
      return [refused instanceof ImageError, refused.message];
    },
    [FILES, `${other.url}/flat-red.png`],
  );
  assert.equal(told[0], true, told[1]);
  assert.match(told[1], /give the file itself as a Blob/);
});

test('a worker whose script is missing is told', async () => {
  const told = await page.evaluate(async (files) => {
    const { Pool } = await import(`${files}/worker.js`);
    const pool = new Pool({ workers: 1, worker: '/no-such-script.js', imageModel: false });
    const refused = await pool.assess(new ImageData(2, 2)).catch((error) => error.message);
    pool.terminate();
    return refused;
  }, FILES);
  assert.match(told, /a worker broke down/);
  // The browser tells of it too.
  tab.wrong.splice(0, tab.wrong.length, ...tab.wrong.filter((text) => !text.includes('no-such-script')));
});

test('a fault is contained in Chromium too', async () => {
  const told = await page.evaluate(async (files) => {
    const himaya = await import(`${files}/index.js`);
    const { initSync } = await import(`${files}/himaya_full.js`);
    await himaya.load();
    const guard = new himaya.Guard();
    new Uint8Array(initSync().memory.buffer).fill(0xff);
    let fault;
    try {
      guard.assessMessage('hello');
    } catch (error) {
      fault = error instanceof himaya.FaultError;
    }
    await himaya.load();
    return [fault, guard.assessMessage('hello').status];
  }, FILES);
  assert.deepEqual(told, [true, 'complete']);
});

test('the example of the README for pages runs', async () => {
  const readme = readFileSync(path.join(installed, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/^```js browser\n([^]+?)^```$/gm)];
  assert.ok(examples.length > 0);
  for (const [, program] of examples) {
    const imports = JSON.stringify({ imports: { 'himaya/worker': `${FILES}/worker.js` } });
    const html = `${START}<script type="importmap">${imports}</script><img src="/flat-red.png">
<script type="module">addEventListener('error', () => (document.title = 'failed'));
${program}
document.title = 'done';</script>`;
    const site = await serve(consumer, { pages: { '/': html } });
    const example = await open(browser, 'about:blank');
    await example.page.route('**/flat-red.png', (route) =>
      route.fulfill({ path: path.join(cache, 'golden-pictures/synthetic/flat-red.png') }),
    );
    await example.page.goto(site.url);
    await example.page.waitForFunction(() => ['done', 'failed'].includes(document.title));
    assert.deepEqual([await example.page.title(), example.wrong], ['done', []]);
    await example.close();
    await site.close();
  }
});

test('nothing was asked of any other host, and nothing went wrong unseen', () => {
  const hosts = new Set(tab.asked.map((url) => new URL(url).origin));
  hosts.delete('null');
  for (const url of tab.asked.filter((url) => url.startsWith('blob:'))) hosts.delete(new URL(url).origin);
  assert.deepEqual([...new Set([...hosts, server.url, other.url])].sort(), [server.url, other.url].sort());
  assert.deepEqual(tab.wrong, []);
});
