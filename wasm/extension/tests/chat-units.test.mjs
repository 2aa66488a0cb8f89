import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { before, test } from 'node:test';

let Seen;
let marks;
before(async () => {
  const { build } = createRequire(`${process.env.HIMAYA_EXTENSION_TOOLS}/`)('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: `export * from './content/text/seen'; export * from './engine/marks'; export * from './engine/country';`, resolveDir: path.join(import.meta.dirname, '../src') },
    bundle: true,
    write: false,
    format: 'esm',
  });
  marks = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  Seen = marks.Seen;
});

const news = (seen, shown, atEnd = true) => {
  const { changes, history } = seen.update(shown, atEnd);
  return { text: changes.map(({ index, edited }) => `${edited ? '*' : ''}${shown[index]}`).join(' '), history };
};
const run = (steps) => {
  const seen = new Seen();
  return steps.map(([shown, atEnd]) => news(seen, shown.split(' ').filter(Boolean), atEnd).text);
};

test('what is there at first is history, what comes at the end is new', () => {
  const seen = new Seen();
  assert.deepEqual(news(seen, ['a', 'b']), { text: 'a b', history: true });
  assert.deepEqual(news(seen, ['a', 'b', 'c']), { text: 'c', history: false });
  assert.deepEqual(news(seen, ['a', 'b', 'c']), { text: '', history: false });
});

test('a window that moves over a virtual list brings nothing twice', () => {
  assert.deepEqual(run([['a b c d'], ['b c d e'], ['a b c'], ['c d e'], ['d e f']]), ['a b c d', 'e', '', '', 'f']);
});

test('older history that is loaded above is not new', () => {
  assert.deepEqual(run([['c d'], ['a b c d'], ['a b c d e'], ['a b']]), ['c d', '', 'e', '']);
});

test('a message that takes the place of another is an edit', () => {
  assert.deepEqual(run([['a b c'], ['a x c'], ['a x y'], ['a x y z']]), ['a b c', '*x', '*y', 'z']);
});

test('the same words said again are another message', () => {
  assert.deepEqual(run([['ok'], ['ok ok'], ['ok ok ok']]), ['ok', 'ok', 'ok']);
});

test('a message that is deleted makes nothing new', () => {
  assert.deepEqual(run([['a b c'], ['a c'], ['a c d']]), ['a b c', '', 'd']);
});

test('a jump far up brings nothing, a jump to the end is history', () => {
  const seen = new Seen();
  news(seen, ['m', 'n', 'o']);
  assert.deepEqual(news(seen, ['a', 'b', 'c'], false), { text: '', history: false });
  assert.deepEqual(news(seen, ['x', 'y', 'z'], true), { text: 'x y z', history: true });
});

test('an empty list, as while a chat is being drawn, forgets nothing', () => {
  assert.deepEqual(run([['a b'], [''], ['a b']]), ['a b', '', '']);
});

test('memory is bounded, and 5000 messages one by one are each new once', () => {
  const seen = new Seen();
  let found = 0;
  for (let end = 1; end <= 5000; end += 1) {
    const shown = Array.from({ length: Math.min(end, 20) }, (_, at) => `m${end - Math.min(end, 20) + at}`);
    found += seen.update(shown, true).changes.length;
  }
  assert.equal(found, 5000);
});

test('digests tell role, author and text apart', () => {
  const { digestOf } = marks;
  assert.equal(digestOf('own', '', 'hi'), digestOf('own', '', 'hi'));
  assert.notEqual(digestOf('own', '', 'hi'), digestOf('other', '', 'hi'));
  assert.notEqual(digestOf('a', 'bc'), digestOf('ab', 'c'));
});

test('marks say how many of the messages shown were counted before', () => {
  const bytes = (...values) => Uint8Array.from(values);
  const { countedBefore } = marks;
  assert.equal(countedBefore(bytes(1, 2, 3, 4), bytes(1, 2, 3, 4)), 4);
  assert.equal(countedBefore(bytes(1, 2, 3, 4), bytes(2, 3, 4, 5, 6)), 3);
  assert.equal(countedBefore(bytes(1, 2, 3, 4), bytes(3, 4, 5)), 2);
  assert.equal(countedBefore(bytes(1, 2, 3, 4), bytes(7, 8, 9)), 0);
  assert.equal(countedBefore(bytes(), bytes(7, 8, 9)), 0);
  // One alike by chance is no sign.
  assert.equal(countedBefore(bytes(1, 2, 3, 4), bytes(9, 4, 8)), 0);
});

test('marks are as many as their bound', () => {
  const { append, MAX_MARKS } = marks;
  const many = append(new Uint8Array(20).fill(1), new Uint8Array(30).fill(2));
  assert.equal(many.length, MAX_MARKS);
  assert.equal(many.at(-1), 2);
});

test('help is looked for where the device stands, whatever English its browser speaks', () => {
  const { countryOf } = marks;
  assert.equal(countryOf(['en-US', 'en'], 'America/Chicago'), 'US');
  assert.equal(countryOf(['en-US', 'en'], 'Europe/London'), 'GB');
  assert.equal(countryOf(['ar', 'en-US'], 'Asia/Amman'), 'JO');
  assert.equal(countryOf(['de-AT'], 'Europe/Vienna'), 'AT');
  assert.equal(countryOf(['de-AT'], 'UTC'), 'AT');
  assert.equal(countryOf(['ar'], 'UTC'), undefined);
});
