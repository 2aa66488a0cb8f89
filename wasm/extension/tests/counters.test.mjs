import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, memoryArea } from './load.mjs';

const { countersFrom, dayOf, DayCounters, emptyDay } = await load('background/counters.ts');
const { Reasons } = await load('background/reasons.ts');
const { iconsOf, lookOf } = await load('background/badge.ts');

const NOON = new Date(2026, 5, 1, 12).getTime();

function world() {
  const w = { now: NOON, session: memoryArea(), local: memoryArea() };
  w.start = () => new DayCounters(w.session, w.local, () => w.now);
  return w;
}

test('numbers survive a worker that dies right after each of them', async () => {
  const w = world();
  for (let i = 0; i < 5; i += 1) await w.start().count('picturesDecided');
  assert.equal((await w.start().today()).picturesDecided, 5);
});

test('many at once make few writes and lose none', async () => {
  const w = world();
  const counters = w.start();
  await Promise.all(Array.from({ length: 500 }, () => counters.count('picturesDecided')));
  assert.equal((await counters.today()).picturesDecided, 500);
  assert.ok(w.session.writes <= 3, `${w.session.writes} writes`);
  assert.ok(w.local.writes <= 1, `${w.local.writes} writes to the disk`);
});

test('after the browser restarts the numbers on the disk count on', async () => {
  const w = world();
  const counters = w.start();
  await counters.count('chatWarnings');
  w.now += 6000;
  await counters.count('chatWarnings');
  w.session = memoryArea();
  await w.start().count('nudges');
  const { chatWarnings, nudges } = await w.start().today();
  assert.deepEqual({ chatWarnings, nudges }, { chatWarnings: 2, nudges: 1 });
});

test('at midnight a new day begins with zeros, and nothing of the old one is kept', async () => {
  const w = world();
  w.now = new Date(2026, 5, 1, 23, 59, 59).getTime();
  const counters = w.start();
  await counters.count('picturesCovered', 7);
  w.now += 2000;
  assert.deepEqual(await counters.today(), emptyDay('2026-06-02'));
  await counters.count('picturesCovered');
  assert.equal((await counters.today()).picturesCovered, 1);
  w.now += 6000;
  await counters.count('picturesCovered');
  assert.ok(!JSON.stringify([w.session.items, w.local.items]).includes('2026-06-01'));
});

test('the day is the local one', () => {
  assert.equal(dayOf(new Date(2026, 0, 9, 0, 0, 1).getTime()), '2026-01-09');
  assert.equal(dayOf(new Date(2026, 11, 31, 23, 59).getTime()), '2026-12-31');
});

test('what lies broken in the storage counts as nothing', () => {
  for (const broken of [null, 3, { day: '2026-06-01', picturesDecided: 'x', nudges: -3, chatWarnings: 1.5 }]) {
    assert.deepEqual(countersFrom(broken, '2026-06-01'), emptyDay('2026-06-01'));
  }
});

test('forgetting leaves no number anywhere, nor does a write that was on its way', async () => {
  const w = world();
  const counters = w.start();
  void counters.count('nudges', 3);
  await counters.forget();
  assert.deepEqual(await counters.today(), emptyDay('2026-06-01'));
  assert.deepEqual([w.session.items, w.local.items], [{}, {}]);
});

test('reasons add up by kind and tab, and go with the page', async () => {
  const session = memoryArea();
  const reasons = new Reasons(session);
  const found = { what: 'picture', category: 'sensitive_image', why: 'model', programs: [{ name: 'some-model', version: '1' }] };
  await Promise.all([reasons.add(1, [found]), reasons.add(1, [found]), reasons.add(2, [{ ...found, why: 'known' }])]);
  assert.deepEqual(await new Reasons(session).of(1), [{ ...found, count: 2 }]);
  await reasons.forgetTab(1);
  assert.deepEqual(await reasons.of(1), []);
  assert.equal((await reasons.of(2)).length, 1);
});

test('reasons are bounded, in tabs and in each of them', async () => {
  const session = memoryArea();
  const reasons = new Reasons(session);
  for (let tab = 0; tab < 130; tab += 1)
    await reasons.add(tab, [{ what: 'chat', category: 'grooming', why: 'conversation', programs: [] }]);
  for (let i = 0; i < 30; i += 1) await reasons.add(129, [{ what: 'chat', category: `c${i}`, why: 'conversation', programs: [] }]);
  assert.equal(session.items.reasons.length, 100);
  assert.equal((await reasons.of(129)).length, 12);
});

test('every look has its icons in the tree', async () => {
  const { existsSync } = await import('node:fs');
  assert.deepEqual(['on', 'paused', 'allowed', 'off', 'nowhere'].map(lookOf), [
    'active',
    'paused',
    'off',
    'off',
    'off',
  ]);
  for (const look of ['active', 'paused', 'off']) {
    for (const file of Object.values(iconsOf(look)))
      assert.ok(existsSync(new URL(`../${file}`, import.meta.url)), file);
  }
});
