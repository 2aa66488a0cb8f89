// The built package in Node, against what the native engine and the original model answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { goldenPictures } from './pictures.mjs';

const { HIMAYA_ROOT: root, HIMAYA_WASM: folder, HIMAYA_CACHE: cache } = process.env;
const { HimayaGuard, initSync, version } = await import(
  pathToFileURL(path.join(folder, 'himaya_wasm.js')).href
);
/** Numbers of messages, and class scores of pictures, may differ by this much. */
const MESSAGE_TOLERANCE = 1e-6;
const PICTURE_TOLERANCE = 1e-5;

before(() => {
  initSync({ module: readFileSync(path.join(folder, 'himaya_wasm_bg.wasm')) });
});

test('the package says its version', () => {
  const manifest = readFileSync(path.join(root, 'Cargo.toml'), 'utf8');
  assert.equal(version(), manifest.match(/^version = "(.+)"$/m)[1]);
});

test('golden messages are assessed as natively', () => {
  const lines = readFileSync(path.join(root, 'tests/golden/chats.jsonl'), 'utf8').trim().split('\n');
  const cases = lines.map((line) => JSON.parse(line)).filter(({ text }) => text !== undefined);
  assert.ok(cases.length >= 15, `only ${cases.length} cases`);
  for (const { id, age_band: ageBand, text, assessments } of cases) {
    const guard = new HimayaGuard(ageBand);
    const { ruleset_version: rules, ...found } = guard.assessMessage(text);
    guard.free();
    assert.match(rules, /\S/);
    assertSame(id, inUtf16(text, assessments[0]), found);
  }
});

test('golden pictures get the class scores of the original model', () => {
  const guard = new HimayaGuard();
  guard.loadImageModel();
  let [pictures, largest] = [0, 0];
  for (const picture of goldenPictures(root, path.join(cache, 'golden-pictures'))) {
    const { file, rgba, width, height, probabilities } = picture;
    // As `ImageData` of a browser gives them.
    const pixels = new Uint8ClampedArray(rgba);
    const { class_scores: scores, input_type: type } = guard.assessPixels(pixels, width, height);
    assert.equal(type, 'image');
    assert.equal(scores.length, Object.keys(probabilities).length);
    for (const { class: name, score } of scores) {
      const difference = Math.abs(score - probabilities[name]);
      assert.ok(difference <= PICTURE_TOLERANCE, `${file}: ${name} differs by ${difference}`);
      largest = Math.max(largest, difference);
    }
    pictures += 1;
  }
  assert.ok(pictures >= 30, `only ${pictures} pictures`);
  console.log(`${pictures} pictures; largest difference ${largest.toExponential(1)}`);
});

test('what is wrong is thrown as an error with a name', () => {
  const guard = new HimayaGuard('13-15');
  const short = () => guard.assessPixels(new Uint8Array(15), 2, 2);
  assert.throws(short, { name: 'PixelsError', message: '2x2 pixels of 4 bytes need 16 bytes, found 15' });
  assert.throws(() => new HimayaGuard('12'), { name: 'PolicyError', message: /12/ });
});

/** The recorded spans count UTF-8 bytes. */
function inUtf16(text, assessment) {
  const bytes = Buffer.from(text, 'utf8');
  const units = (end) => bytes.subarray(0, end).toString('utf8').length;
  const findings = assessment.findings.map((finding) => ({
    ...finding,
    spans: finding.spans.map(({ start, end }) => ({ start: units(start), end: units(end) })),
  }));
  return { ...assessment, findings };
}

function assertSame(where, expected, found) {
  if (typeof expected === 'number') {
    assert.ok(Math.abs(expected - found) <= MESSAGE_TOLERANCE, `${where}: ${found}, not ${expected}`);
  } else if (expected !== null && typeof expected === 'object') {
    assert.deepEqual(Object.keys(found).sort(), Object.keys(expected).sort(), where);
    Object.keys(expected).forEach((key) => assertSame(`${where}.${key}`, expected[key], found[key]));
  } else {
    assert.equal(found, expected, where);
  }
}
