import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import { load, memoryArea } from './load.mjs';

const { digitsOf, isWeak, lockedFor, makePin, pinFromStored, tryPin } = await load('background/pin.ts');
const { Guardian } = await load('background/guardian.ts');

const START = Date.UTC(2026, 5, 1, 12);
const SECOND = 1000;

/** As it would be kept, with few rounds: they are slow on purpose. */
function kept(digits) {
  const hash = pbkdf2Sync(digits, 'salt', 1000, 32, 'sha256').toString('base64');
  return { version: 1, iterations: 1000, salt: btoa('salt'), hash, wrong: 0, wrongAt: 0 };
}

/** A guardian whose clock, storage and school are in the test's hands. */
function guardian({ school = {}, pin, local = memoryArea(pin ? { pin: kept(pin) } : {}) } = {}) {
  const world = { now: START, local, changes: 0 };
  const restart = () =>
    new Guardian(
      local,
      async () => school,
      () => (world.changes += 1),
      () => world.now,
    );
  return { world, restart, ...world, guardian: restart() };
}

test('a PIN may be typed in any script', () => {
  assert.equal(digitsOf('4 8 2 7'), '4827');
  assert.equal(digitsOf('٤٨٢٧'), '4827');
  assert.equal(digitsOf('۴۸۲۷'), '4827');
  assert.equal(digitsOf('४८२७'), '4827');
  assert.equal(digitsOf('\u200f4827'), '4827');
  assert.equal(digitsOf('48a7'), undefined);
});

test('PINs that anybody tries first are weak', () => {
  for (const weak of ['', '123', '0000', '1111', '1234', '987654', '1234567890123']) assert.ok(isWeak(weak), weak);
  for (const fine of ['1357', '4827', '1233', '112358']) assert.ok(!isWeak(fine), fine);
});

test('a kept PIN has a salt of its own and at least the rounds that OWASP asks for', async () => {
  const [one, other] = await Promise.all([makePin('4827'), makePin('4827')]);
  assert.notEqual(one.salt, other.salt);
  assert.notEqual(one.hash, other.hash);
  assert.ok(one.iterations >= 600_000);
  assert.equal(atob(one.salt).length, 16);
  assert.ok(!JSON.stringify(one).includes('4827'));
});

test('the kept digest is PBKDF2 with SHA-256 as others compute it', async () => {
  const pin = await makePin('4827');
  const expected = pbkdf2Sync('4827', Buffer.from(pin.salt, 'base64'), pin.iterations, 32, 'sha256');
  assert.equal(pin.hash, expected.toString('base64'));
});

test('a try counts before anything is compared', async () => {
  const pin = kept('4827');
  const saved = [];
  const killed = tryPin(pin, '4827', START, async (next) => {
    saved.push(next);
    throw new Error('the browser was killed');
  });
  await assert.rejects(killed);
  assert.equal(saved[0].wrong, 1);
});

test('from the third wrong try on each wait is twice as long, up to an hour', async () => {
  const pin = { ...kept('4827'), wrongAt: START };
  const waits = [0, 1, 2, 3, 4, 5, 9, 10, 11, 50].map((wrong) => lockedFor({ ...pin, wrong }, START) / SECOND);
  assert.deepEqual(waits, [0, 0, 0, 30, 60, 120, 1920, 3600, 3600, 3600]);
});

test('a clock that was put back starts the wait anew, and never makes it longer', async () => {
  const pin = { ...kept('4827'), wrong: 4, wrongAt: START };
  assert.equal(lockedFor(pin, START + 20 * SECOND), 40 * SECOND);
  assert.equal(lockedFor(pin, START - 365 * 24 * 3600 * SECOND), 60 * SECOND);
  let later = pin;
  const result = await tryPin(pin, '4827', START - 1e9, async (next) => void (later = next));
  assert.deepEqual(result, { right: false, lockedFor: 60 * SECOND });
  assert.equal(lockedFor(later, START - 1e9 + 61 * SECOND), 0, 'it runs out by the new clock');
});

test('what lies broken in the storage is no PIN, and odd numbers in it are none', () => {
  assert.equal(pinFromStored(undefined), undefined);
  assert.equal(pinFromStored({ salt: 5 }), undefined);
  const pin = pinFromStored({ salt: '', hash: '', wrong: -4, wrongAt: 'x', iterations: 0 });
  assert.deepEqual(
    { wrong: pin.wrong, wrongAt: pin.wrongAt, iterations: pin.iterations },
    { wrong: 0, wrongAt: 0, iterations: 600_000 },
  );
});

test('without a PIN anything may be changed; with one a loosening asks for it and a tightening does not', async () => {
  const { guardian: g, world } = guardian();
  assert.deepEqual(await g.change({ strictness: 'gentle' }), { done: true });
  assert.deepEqual(await g.changePin('4827'), { done: true });
  assert.deepEqual(await g.change({ strictness: 'strict', ageBand: '6-9' }), { done: true });
  assert.deepEqual(await g.change({ strictness: 'gentle' }), { done: false, why: 'pin-needed' });
  assert.deepEqual(await g.change({ language: 'tr' }), { done: true });
  assert.deepEqual(await g.pause('1h'), { done: false, why: 'pin-needed' });
  assert.deepEqual(await g.check(), { done: false, why: 'pin-needed' });
  assert.equal((await g.change({ strictness: 'gentle' }, '1111')).why, 'pin-wrong');
  assert.deepEqual(await g.change({ strictness: 'gentle' }, '٤٨٢٧'), { done: true });
  assert.equal((await g.settings()).strictness, 'gentle');
  assert.equal(world.changes, 4);
});

test('a change that tightens one thing and loosens another asks', async () => {
  const { guardian: g } = guardian({ pin: '4827' });
  assert.equal((await g.change({ ageBand: '0-5', chats: false })).why, 'pin-needed');
  assert.equal((await g.settings()).ageBand, '10-12');
});

test('wrong tries lock, also after a restart, and also for the right PIN', async () => {
  const { guardian: g, world, restart } = guardian({ pin: '4827' });
  for (let i = 0; i < 2; i += 1) assert.equal((await g.pause('1h', '9999')).lockedFor, 0);
  assert.deepEqual(await g.pause('1h', '9999'), { done: false, why: 'pin-wrong', lockedFor: 30 * SECOND });
  const later = restart();
  assert.deepEqual(await later.pause('1h', '4827'), { done: false, why: 'locked', lockedFor: 30 * SECOND });
  assert.equal((await later.view()).lockedFor, 30 * SECOND);
  world.now += 31 * SECOND;
  assert.deepEqual(await later.pause('1h', '4827'), { done: true });
  assert.equal(world.local.items.pin.wrong, 0);
});

test('tries at the same time count one by one', async () => {
  const { guardian: g, world } = guardian({ pin: '4827' });
  const answers = await Promise.all(['1', '2', '3', '4', '4827'].map((pin) => g.pause('1h', pin)));
  assert.deepEqual(
    answers.map(({ why }) => why),
    ['pin-wrong', 'pin-wrong', 'pin-wrong', 'locked', 'locked'],
  );
  assert.equal(world.local.items.pin.wrong, 3);
});

test('the PIN is changed and removed with the old one only', async () => {
  const { guardian: g } = guardian({ pin: '4827' });
  assert.equal((await g.changePin('1234', '4827')).why, 'weak');
  assert.equal((await g.changePin('5938')).why, 'pin-needed');
  assert.equal((await g.changePin('', '1111')).why, 'pin-wrong');
  assert.deepEqual(await g.changePin('5938', '4827'), { done: true });
  assert.equal((await g.check('4827')).why, 'pin-wrong');
  assert.deepEqual(await g.changePin('', '5938'), { done: true });
  assert.equal((await g.view()).pin, false);
});

test('pauses end early without a PIN, and are not made longer without it', async () => {
  const { guardian: g, world } = guardian({ pin: '4827' });
  await g.pause('1h', '4827');
  assert.equal((await g.pause('tomorrow')).why, 'pin-needed');
  assert.deepEqual(await g.resume(), { done: true });
  assert.equal((await g.settings()).pausedUntil, 0);
  await g.pause('15min', '4827');
  world.now += 3600 * SECOND;
  assert.equal((await g.pause('15min')).why, 'pin-needed', 'a pause that is over');
});

test('nobody pauses by a plain change of settings', async () => {
  const { guardian: g } = guardian();
  assert.equal((await g.change({ pausedUntil: START + 1e6 })).why, 'invalid');
  assert.equal((await g.change({ pausedSince: 0 })).why, 'invalid');
});

test('what a school set wins, is named, and cannot be changed, not even to be stricter', async () => {
  const local = memoryArea({ settings: { version: 1, ageBand: '16-17', strictness: 'gentle' } });
  const { guardian: g } = guardian({ local, school: { strictness: 'strict', mayPause: false } });
  const { settings, managed } = await g.view();
  assert.equal(settings.strictness, 'strict');
  assert.equal(settings.ageBand, '16-17');
  assert.deepEqual(managed, ['strictness', 'mayPause']);
  assert.equal((await g.change({ strictness: 'gentle' })).why, 'managed');
  assert.equal((await g.pause('1h')).why, 'managed');
  await g.change({ ageBand: '13-15' });
  assert.equal(local.items.settings.strictness, 'gentle', 'the guardian’s own choice is kept for later');
});
