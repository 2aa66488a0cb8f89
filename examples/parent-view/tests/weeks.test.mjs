// What a host hands over, without a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const view = process.env.HIMAYA_VIEW;
const { DigestFault, WEEKS, read, timesOf, weeksOf } = await import(pathToFileURL(path.join(view, 'weeks.js')));
const sample = readFileSync(path.join(view, 'samples/weeks.json'), 'utf8');
const digests = JSON.parse(sample);

test('one digest, a list and one a line are read alike', () => {
  assert.deepEqual(read(JSON.stringify(digests[0])), [digests[0]]);
  assert.deepEqual(read(digests.map((one) => JSON.stringify(one)).join('\n')), digests);
});

test('what is no digest is refused, and the fault names the field and nothing of the content', () => {
  const damaged = [
    ['no JSON CANARY', 'JSON'],
    [JSON.stringify({ ...digests[0], schema_version: 2 }), 'schema_version'],
    [JSON.stringify({ ...digests[0], last_day: 'CANARY' }), 'last_day'],
    [JSON.stringify({ ...digests[0], items: [null] }), 'category'],
    ['[null]', 'a digest is an object'],
  ];
  for (const [field, value] of Object.entries({
    category: 'CANARY', urgency: 'soonest', frequency: 'always', trend: '?', by_day: [1], advice_key: 'notice-grooming', help: ['me'],
  })) {
    const items = [{ ...digests[0].items[0], [field]: value }];
    damaged.push([JSON.stringify({ ...digests[0], items }), field]);
  }
  for (const [text, field] of damaged) {
    assert.throws(() => read(text), (fault) => fault instanceof DigestFault && fault.field === field && !/CANARY/.test(fault.message));
  }
});

test('weeks run up to the latest digest, and one that is missing leaves a gap', () => {
  const weeks = weeksOf(digests.toSpliced(2, 1).toReversed());
  assert.equal(weeks.length, digests.length);
  assert.deepEqual(weeks.map(({ lastDay }) => lastDay), digests.map(({ last_day: day }) => day));
  assert.equal(weeks[2].digest, undefined);
});

test('of digests that are made every day the latest of a week counts', () => {
  const [one] = digests;
  const daily = [0, 1, 2, 7, 8].map((day) => ({ ...one, last_day: one.last_day + day, unchecked: day }));
  assert.deepEqual(weeksOf(daily).map(({ digest }) => digest.unchecked), [1, 8]);
});

test('no more weeks are shown than fit', () => {
  const many = Array.from({ length: 60 }, (_, week) => ({ ...digests[0], last_day: digests[0].last_day + 7 * week }));
  assert.equal(weeksOf(many).length, WEEKS);
  assert.deepEqual(weeksOf([]), []);
});

test('times are added up by urgency', () => {
  assert.deepEqual(timesOf(digests[1]), { calm: 3, soon: 0, today: 0, now: 0 });
  assert.deepEqual(timesOf(undefined), { calm: 0, soon: 0, today: 0, now: 0 });
});
