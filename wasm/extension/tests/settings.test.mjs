import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { fromSchool, fromStored, isPaused, languageOf, loosened, pageSettings, pauseEnd, stateAt, stored, validChange } =
  await load('background/settings.ts');
const { DEFAULTS } = await load('shared/settings.ts');
const { hostFrom } = await load('shared/hosts.ts');

const HOUR = 60 * 60 * 1000;

test('what is stored comes back as it was', () => {
  const settings = { ...DEFAULTS, ageBand: '6-9', language: 'ar', allowedSites: ['example.org'], setUp: true };
  assert.deepEqual(fromStored(stored(settings)), settings);
});

test('what is not understood in the storage is as if it had never been set', () => {
  for (const broken of [undefined, null, 7, 'settings', [], { ageBand: '99', pictures: 'no', allowedSites: ['com'] }]) {
    assert.deepEqual(fromStored(broken), DEFAULTS);
  }
  assert.equal(fromStored({ version: 1, strictness: 'gentle', unheard: true }).strictness, 'gentle');
  assert.equal('unheard' in fromStored({ version: 1, unheard: true }), false);
});

test('settings of the version without a number are migrated: their pause ends', () => {
  const migrated = fromStored({ ageBand: '13-15', pausedUntil: 9e12, pausedSince: 0 });
  assert.equal(migrated.ageBand, '13-15');
  assert.equal(migrated.pausedUntil, 0);
});

test('settings of a later version keep what this one understands', () => {
  assert.equal(fromStored({ version: 99, ageBand: '0-5', ageInYears: 4 }).ageBand, '0-5');
});

test('a change is taken whole or not at all', () => {
  assert.deepEqual(validChange({ ageBand: '0-5', pictures: false }), { ageBand: '0-5', pictures: false });
  assert.equal(validChange({ ageBand: '0-5', pictures: 'no' }), undefined);
  assert.equal(validChange({ allowedSites: ['https://example.org/'] }), undefined);
  assert.equal(validChange({ allowedSites: Array.from({ length: 501 }, (_, i) => `s${i}.org`) }), undefined);
  assert.equal(validChange(null), undefined);
});

test('a school may spell hosts as it likes, and what is wrong is named and left out', () => {
  const { part, misread } = fromSchool({
    ageBand: '99',
    chats: true,
    allowedSites: ['https://School.example/start', 'com'],
    pausedUntil: 9e12,
  });
  assert.deepEqual(part, { chats: true, allowedSites: ['school.example'] });
  assert.deepEqual(misread, ['ageBand', 'allowedSites']);
});

test('the managed schema and the settings name the same things', async () => {
  const { readFileSync } = await import('node:fs');
  const schema = JSON.parse(readFileSync(new URL('../managed-storage.json', import.meta.url), 'utf8'));
  const managed = Object.keys(DEFAULTS).filter((key) => !key.startsWith('paused'));
  assert.deepEqual(Object.keys(schema.properties).sort(), managed.sort());
  for (const [key, { enum: values }] of Object.entries(schema.properties)) {
    for (const value of values ?? []) assert.deepEqual(fromSchool({ [key]: value }).part, { [key]: value });
  }
});

test('only what protects less is a loosening', () => {
  const tight = { ...DEFAULTS, ageBand: '6-9', mayPause: false, allowedSites: ['example.org'] };
  const loosening = {
    ageBand: '10-12',
    strictness: 'gentle',
    pictures: false,
    chats: false,
    allowedSites: ['example.org', 'example.net'],
    mayPause: true,
    pausedUntil: 1000,
  };
  for (const [key, value] of Object.entries(loosening)) {
    assert.deepEqual(loosened(tight, { ...tight, [key]: value }), [key], key);
    assert.deepEqual(loosened({ ...tight, [key]: value }, tight), [], `back: ${key}`);
  }
  assert.deepEqual(loosened(tight, { ...tight, allowedSites: ['chat.example.org'] }), [], 'a part of what is allowed');
  assert.deepEqual(loosened(tight, { ...tight, language: 'tr', setUp: true }), []);
});

test('a pause until tomorrow ends at the next local midnight', () => {
  const evening = new Date(2026, 2, 28, 21, 30).getTime();
  assert.equal(pauseEnd('tomorrow', evening), new Date(2026, 2, 29).getTime());
  assert.equal(pauseEnd('15min', evening) - evening, HOUR / 4);
  assert.equal(pauseEnd('1h', evening) - evening, HOUR);
});

test('a pause counts between its start and its end, whatever the clock is put to', () => {
  const now = Date.UTC(2026, 5, 1, 12);
  const paused = { ...DEFAULTS, pausedSince: now, pausedUntil: now + HOUR };
  assert.equal(isPaused(paused, now), true);
  assert.equal(isPaused(paused, now + HOUR), false);
  assert.equal(isPaused(paused, now - 1), false, 'the clock was put back');
  assert.equal(isPaused({ ...paused, pausedUntil: now + 26 * HOUR }, now), false, 'longer than any pause');
  assert.equal(isPaused({ ...paused, mayPause: false }, now), false);
});

test('pages learn whether it is on, and when a pause ends', () => {
  const settings = { ...DEFAULTS, allowedSites: ['example.org'] };
  assert.equal(pageSettings(settings, false, 'example.com', 5, 'en').active, true);
  for (const site of ['example.org', 'chat.example.org']) {
    assert.equal(pageSettings(settings, false, site, 5, 'en').active, false, site);
  }
  assert.equal(pageSettings(settings, false, 'notexample.org', 5, 'en').active, true);
  const paused = { ...settings, pausedSince: 1, pausedUntil: 9 };
  assert.equal(pageSettings(paused, false, 'example.com', 5, 'en').until, 9);
  assert.equal(stateAt({ ...settings, pictures: false, chats: false }, 'example.com', 5), 'off');
});

test('the language is the chosen one, else the browser’s, else English', () => {
  assert.equal(languageOf({ ...DEFAULTS, language: 'tr' }, 'de'), 'tr');
  assert.equal(languageOf(DEFAULTS, 'pt-BR'), 'pt');
  assert.equal(languageOf(DEFAULTS, 'AR_eg'), 'ar');
  assert.equal(languageOf(DEFAULTS, 'ja'), 'en');
});

test('a host is found in what people type', () => {
  const found = {
    'example.org': 'example.org',
    ' https://Chat.Example.org:8080/a?b#c ': 'chat.example.org',
    '*.example.org': 'example.org',
    'example.org.': 'example.org',
    'münchen.de': 'xn--mnchen-3ya.de',
    'مثال.إختبار': 'xn--mgbh0fb.xn--kgbechtv',
    'ｅｘａｍｐｌｅ．ｏｒｇ': 'example.org',
    localhost: 'localhost',
    '192.168.1.7': '192.168.1.7',
    'bbc.co.uk': 'bbc.co.uk',
  };
  for (const [typed, host] of Object.entries(found)) assert.equal(hostFrom(typed), host, typed);
});

test('what is no host of one site is refused', () => {
  for (const typed of [
    '',
    '   ',
    'com',
    'co.uk',
    'org.tr',
    '*',
    '*.com',
    'two words.org',
    'javascript:alert(1)',
    'file:///etc',
    'http://[::1]/',
    'a..b',
    '-a.org',
    'exa%mple.org',
  ]) {
    assert.equal(hostFrom(typed), undefined, typed);
  }
});
