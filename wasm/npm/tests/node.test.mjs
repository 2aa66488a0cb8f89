// The package as a project in Node has it: golden vectors, pictures, streams, memory, faults.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as himaya from 'himaya';
import * as slim from 'himaya/slim';
import { Pool } from 'himaya/worker';
import { replayChats, replayPictures } from './golden.mjs';
import { APPROACH, cache, consumer, goldenChats, installed, pictures } from './setting.mjs';

const { Conversation, Guard, StreamAnalyzer } = himaya;
const glue = async (name) => import(new URL(`himaya_${name}.js`, import.meta.resolve('himaya')));
const picture = () => ({ data: new Uint8ClampedArray(4 * 64 * 64).fill(200), width: 64, height: 64 });

test('before load() everything says that it is missing', () => {
  assert.throws(() => new Guard(), { name: 'StateError', message: /await load\(\) first/ });
  assert.throws(() => himaya.hashImage(picture()), himaya.StateError);
  assert.equal(himaya.isLoaded(), false);
});

test('a model that is not the one that it should be is refused, and loading may be tried again', async () => {
  const damaged = readFileSync(path.join(installed, 'models/himaya-text-1.onnx'));
  damaged[1000] ^= 1;
  await assert.rejects(himaya.load({ textModel: damaged }), {
    name: 'ModelError',
    message: /model\.onnx has SHA-256 .* damaged or exchanged/,
  });
  await assert.rejects(himaya.load({ imageModel: 'no-such-file.onnx' }), himaya.ModelError);
  const aborted = AbortSignal.abort();
  await assert.rejects(himaya.load({ imageModel: 'https://example.invalid/', signal: aborted }), {
    name: 'AbortError',
  });
});

test('rules are those of the languages that are wanted, and must be what they should be', async () => {
  const file = (language) => path.join(installed, `rules/${language}.bin`);
  await assert.rejects(slim.load({ languages: ['en', 'xx'] }), {
    name: 'ArgumentError',
    message: /no rules for language `xx`; there are: ar, de, en/,
  });
  const damaged = readFileSync(file('en'));
  damaged[1000] ^= 1;
  await assert.rejects(slim.load({ rules: [damaged] }), { name: 'BuildError', message: /SHA-256/ });
  const twice = { name: 'BuildError', message: /language `en` were given twice/ };
  await assert.rejects(slim.load({ rules: [file('en'), file('en')] }), twice);
  await assert.rejects(slim.load({ rules: ['no-such-rules.bin'] }), slim.BuildError);
  // Rules stay those of the first load that succeeded: an instance of its own.
  const script = `
    import { Guard, load } from 'himaya/slim';
    await load({ languages: ['AR-eg', 'en', 'en-GB'] });
    const guard = new Guard();
    const isFound = (text) => guard.assessMessage(text).findings.length > 0;
    const german = 'das bleibt unser geheimnis, sag deinen eltern nichts';
    const found = ["don't tell your mum, this is our secret", german].map(isFound);
    console.log(JSON.stringify([guard.languages, found]));`;
  const run = ['--input-type=module', '--eval', script];
  const answer = JSON.parse(execFileSync(process.execPath, run, { cwd: consumer }));
  assert.deepEqual(answer, [['ar', 'en'], [true, false]]);
});

test('load() brings the module, the rules and the models, and says how far it is', async () => {
  const told = [];
  await himaya.load({ imageModel: false, onProgress: (progress) => told.push(progress) });
  const { loaded, total } = told.at(-1);
  assert.equal(loaded, total);
  await himaya.load();
  await slim.load();
  const guard = new Guard();
  assert.throws(() => guard.assessPixels(picture()), himaya.ModelError);
  await himaya.loadImageModel();
  assert.equal(guard.assessPixels(picture()).input_type, 'image', 'guards made before have it too');
});

test('golden chats are assessed as by the core', () => {
  const { cases, wrong } = replayChats(himaya, goldenChats());
  assert.deepEqual(wrong, []);
  assert.ok(cases >= 30, `only ${cases} cases`);
});

test('golden pictures get the class scores of the original model', () => {
  const { cases, wrong, largest } = replayPictures(himaya, pictures());
  assert.deepEqual(wrong, []);
  assert.ok(cases >= 30, `only ${cases} pictures`);
  console.log(`${cases} pictures; largest difference ${largest.toExponential(1)}`);
});

test('the full entry without its classifier says what the slim one says', () => {
  const [rules, alone] = [new Guard({ withoutTextModel: true }), new slim.Guard()];
  for (const { text } of goldenChats().filter(({ text }) => text !== undefined)) {
    assert.deepEqual(rules.assessMessage(text), alone.assessMessage(text));
  }
});

test('encoded pictures are read, hashed and looked up', () => {
  const file = readFileSync(path.join(cache, 'golden-pictures/synthetic/flat-red.png'));
  const bytes = new Uint8Array(file);
  assert.equal(new Guard().assessImage(bytes).input_type, 'image');
  const pixels = [...pictures()].map(({ rgba, ...size }) => ({ ...size, data: new Uint8Array(rgba) }));
  const clear = pixels.find((picture) => himaya.hashImage(picture).quality >= 90);
  const { hash } = himaya.hashImage(clear);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.equal(himaya.hashDistance(hash, hash), 0);
  const known = new Guard({ hashLists: [{ name: 'test', text: `${hash}\n`, distance: 8 }] });
  const { findings } = known.assessPixels(clear);
  assert.equal(findings[0].category, 'known_image');
  for (const [type, message, call] of [
    [himaya.ImageError, /^not a JPEG, PNG/, () => new Guard().assessImage(new Uint8Array([1, 2, 3]))],
    [himaya.PixelsError, '2x2 pixels of 4 bytes need 16 bytes, found 15', () =>
      new Guard().assessPixels({ data: new Uint8Array(15), width: 2, height: 2 })],
    [himaya.BuildError, /^hash list `test`: /, () =>
      new Guard({ hashLists: [{ name: 'test', text: 'nonsense' }] })],
    [himaya.ArgumentError, /64/, () => himaya.hashDistance(hash, 'x')],
    [himaya.ImageError, /pixels/, () =>
      new Guard({ imageLimits: { maxPixels: 10 } }).assessImage(bytes)],
  ]) {
    assert.throws(call, (error) => error instanceof type, call.toString());
    assert.throws(call, { message });
  }
});

test('a stream is followed', () => {
  const changes = [];
  const stream = new StreamAnalyzer(new Guard(), {
    cpuBudget: 1,
    minIntervalMs: 0,
    onChange: (change) => changes.push(change),
  });
  assert.equal(stream.push(picture(), 0), 'classified');
  assert.equal(stream.push(picture(), 40), 'duplicate');
  assert.equal(stream.push(picture(), 40), 'late');
  stream.pause();
  assert.equal(stream.push(picture(), 80), 'paused');
  stream.resume();
  assert.equal(stream.counts().seen, 4);
  assert.ok(stream.lookMs() > 0);
  assert.equal(stream.shouldInterrupt, false);
  stream.lost('video_unreadable');
  assert.equal(stream.shouldInterrupt, true);
  assert.equal(changes.at(-1).after, stream.assessment().action);
  assert.equal(stream.summary().input_type, 'stream');
  stream.reset();
  assert.equal(stream.counts().seen, 0);
  assert.throws(() => new StreamAnalyzer(new Guard(), { cpuBudget: 2 }), himaya.ArgumentError);
  stream.free();
});

test('a pool of workers looks at pictures in Node too', async () => {
  const pool = new Pool({ workers: 1 });
  try {
    const states = [];
    const pixels = picture();
    const assessment = await pool.assess(pixels, { onProgress: ({ state }) => states.push(state) });
    assert.deepEqual(assessment, new Guard().assessPixels(picture()));
    assert.equal(pixels.data.length, 0, 'the pixels were taken over');
    assert.deepEqual([states[0], states.at(-1)], ['queued', 'running']);
    const kept = picture();
    await pool.hash(kept, { keep: true });
    assert.equal(kept.data.length, 4 * 64 * 64);
    const short = { data: new Uint8Array(15), width: 2, height: 2 };
    await assert.rejects(pool.assess(short), himaya.PixelsError);
    await assert.rejects(pool.assess('a picture'), himaya.ArgumentError);
    await assert.rejects(pool.assess(picture(), { signal: AbortSignal.abort() }), { name: 'AbortError' });
  } finally {
    pool.terminate();
  }
  await assert.rejects(pool.assess(picture()), himaya.StateError);
});

test('thousands of guards and conversations leave no memory behind', async () => {
  const { memory } = (await glue('slim')).initSync();
  const live = new slim.Guard();
  const round = (times) => {
    for (let made = 0; made < times; made += 1) {
      const guard = new slim.Guard({ ageBand: '13-15' });
      const conversations = Array.from({ length: 20 }, () => new slim.Conversation());
      for (const conversation of conversations) guard.observe(conversation, { text: APPROACH[1] });
      const thread = new slim.Thread(guard);
      thread.observe({ from: 'a', text: APPROACH[0] });
      const messages = slim.messages('ar');
      messages.forKey('notice-grooming');
      assert.throws(() => new slim.Guard({ policy: 'rows = 1' }));
      for (const handle of [...conversations, thread, messages, guard]) handle.free();
    }
  };
  round(50);
  const before = memory.buffer.byteLength;
  round(1000);
  assert.equal(memory.buffer.byteLength, before, '20,000 conversations and 1000 guards');
  live.free();
});

test('pictures, messages and hash lists of the full entry leave no memory behind', async () => {
  const { memory } = (await glue('full')).initSync();
  const guard = new Guard();
  const list = Array.from({ length: 500 }, (_, at) => at.toString(16).padStart(64, '0')).join('\n');
  const large = { data: new Uint8Array(4 * 500 * 500), width: 500, height: 500 };
  const round = (times) => {
    for (let looks = 0; looks < times; looks += 1) {
      guard.assessPixels(large);
      himaya.hashImage(large);
      guard.assessMessage(APPROACH[looks % APPROACH.length]);
      new Guard({ hashLists: [{ name: 'test', text: list }] }).free();
    }
  };
  round(5);
  const before = memory.buffer.byteLength;
  round(30);
  assert.equal(memory.buffer.byteLength, before);
});

test('what nobody frees is freed when it is garbage', { skip: !globalThis.gc }, async () => {
  const { memory } = (await glue('slim')).initSync();
  const guard = new slim.Guard();
  const round = async () => {
    for (let made = 0; made < 5000; made += 1) {
      guard.observe(new slim.Conversation(), { text: 'hello' });
    }
    globalThis.gc();
    // Finalizers run as tasks of their own.
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  // How many wait for their finalizers at once differs from round to round, and with it the most that is in use.
  for (let rounds = 0; rounds < 4; rounds += 1) await round();
  const before = memory.buffer.byteLength;
  for (let rounds = 0; rounds < 12; rounds += 1) await round();
  assert.equal(memory.buffer.byteLength, before, '60,000 conversations that nobody freed');
  guard.free();
});

test('a fault is contained: load() makes the module anew, guards go on', async () => {
  const guard = new Guard({ ageBand: '13-15' });
  const conversation = new Conversation();
  const expected = guard.assessMessage(APPROACH[1]);
  const { memory } = (await glue('full')).initSync();
  new Uint8Array(memory.buffer).fill(0xff);
  assert.throws(() => guard.assessMessage('hello'), (error) => {
    assert.ok(error instanceof himaya.FaultError, `${error.name}: ${error.message}`);
    assert.ok(!error.message.includes('hello'));
    return true;
  });
  assert.throws(() => new Conversation(), himaya.FaultError, 'nothing is called any more');
  assert.equal(himaya.isLoaded(), false);
  await himaya.load();
  assert.deepEqual(guard.assessMessage(APPROACH[1]), expected);
  assert.equal(guard.assessPixels(picture()).input_type, 'image');
  assert.throws(() => conversation.toBytes(), himaya.StateError);
  conversation.free();
});
