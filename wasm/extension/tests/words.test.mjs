import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { load } from './load.mjs';

const { WordsOf } = await load('shared/words.ts');
const { LANGUAGES } = await load('shared/settings.ts');

const here = path.join(import.meta.dirname, '..');
const read = (file) => readFileSync(path.join(here, file), 'utf8');
const messages = Object.fromEntries(
  LANGUAGES.map((language) => [language, JSON.parse(read(`_locales/${language}/messages.json`))]),
);
const base = (key) => key.split('__')[0];
const bases = (language) => [...new Set(Object.keys(messages[language]).map(base))].sort();
const placeholders = (text) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const words = (language) =>
  new WordsOf(
    language,
    Object.fromEntries(Object.entries(messages[language]).map(([key, { message }]) => [key, message])),
  );

/** Everything that may name a key. */
function sources() {
  const files = readdirSync(path.join(here, 'src'), { recursive: true }).filter((file) => /\.(ts|html)$/.test(file));
  return [...files.map((file) => read(`src/${file}`)), read('manifest/base.json')].join('\n');
}

test('there are nine languages, and a folder for each', () => {
  assert.deepEqual(readdirSync(path.join(here, '_locales')).sort(), [...LANGUAGES].sort());
  assert.equal(LANGUAGES.length, 9);
});

test('every language has every key', () => {
  for (const language of LANGUAGES) assert.deepEqual(bases(language), bases('en'), language);
});

test('every message has the placeholders of the English one, and none is empty', () => {
  for (const language of LANGUAGES) {
    for (const [key, { message }] of Object.entries(messages[language])) {
      assert.ok(message.trim().length > 0, `${language} ${key}`);
      const english = messages.en[`${base(key)}__other`] ?? messages.en[key];
      const wanted = placeholders(english.message);
      const got = placeholders(message);
      // "Once", "twice" need no number.
      const same = key.includes('__') ? got.every((name) => wanted.includes(name)) : got.join() === wanted.join();
      assert.ok(same, `${language} ${key}: ${got} instead of ${wanted}`);
    }
  }
});

test('messages that count have all the plural forms of their language', () => {
  for (const language of LANGUAGES) {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    // `many` of Romance languages is for millions: `other` does.
    const needed = language === 'ar' ? categories : categories.filter((form) => form !== 'many');
    for (const key of new Set(
      Object.keys(messages[language])
        .filter((key) => key.includes('__'))
        .map(base),
    )) {
      for (const form of needed) assert.ok(`${key}__${form}` in messages[language], `${language} ${key}__${form}`);
    }
  }
  assert.equal(new Intl.PluralRules('ar').resolvedOptions().pluralCategories.length, 6);
});

test('every key is used, and every key that is used is there', () => {
  const text = sources();
  const prefixes = [...text.matchAll(/`([a-z]+(?:_[a-z]+)*_)\$\{/g)].map(([, prefix]) => prefix);
  const named = new Set(
    [...text.matchAll(/(?:'|"|__MSG_)([a-z0-9]+(?:_[a-z0-9]+)+?)(?:'|"|__)/g)].map(([, key]) => key),
  );
  for (const key of bases('en')) {
    assert.ok(named.has(key) || prefixes.some((prefix) => key.startsWith(prefix)), `nobody uses ${key}`);
  }
  for (const [, key] of text.matchAll(
    /(?:data-words(?:-label)?="|\.(?:text|counted)\('|__MSG_)([a-z0-9_]+?)(?:"|'|__)/g,
  )) {
    assert.ok(bases('en').includes(key), `there is no ${key}`);
  }
});

test('every category, state and reason has its words', () => {
  const core = readFileSync(path.join(here, '../../models/messages/en.ftl'), 'utf8');
  const categories = [...core.matchAll(/^category-(\w+) =/gm)].map(([, name]) => `category_${name}`);
  assert.ok(categories.length >= 9);
  const states = ['on', 'paused', 'allowed', 'off', 'nowhere'].map((state) => `state_${state}`);
  const reasons = ['model', 'known', 'unreadable', 'conversation'].map((why) => `reason_${why}`);
  for (const key of [...categories, ...states, ...reasons]) assert.ok(bases('en').includes(key), key);
});

test('categories are called as the core calls them', () => {
  for (const language of LANGUAGES) {
    const core = readFileSync(path.join(here, `../../models/messages/${language}.ftl`), 'utf8');
    for (const [, name, words] of core.matchAll(/^category-(\w+) = (.+)$/gm)) {
      assert.equal(messages[language][`category_${name}`].message, words, `${language} ${name}`);
    }
  }
});

test('what a browser’s store shows is short enough for it', () => {
  for (const language of LANGUAGES) {
    assert.ok(messages[language].extension_name.message.length <= 75);
    assert.ok(messages[language].extension_description.message.length <= 132, language);
  }
});

test('Arabic counts with six forms and is written from right to left', () => {
  const ar = words('ar');
  assert.equal(ar.direction, 'rtl');
  const counted = [0, 1, 2, 3, 11, 100].map((count) => ar.counted('reason_times', count));
  assert.equal(new Set(counted).size, 6, counted.join(', '));
  assert.equal(ar.counted('reason_times', 2), 'مرتان');
});

test('numbers, times and durations are those of the language', () => {
  assert.equal(words('de').number(1234567), '1.234.567');
  assert.equal(words('ar').number(12), '12');
  assert.match(words('de').duration(90_000), /^90 Sekunden$/);
  assert.match(words('en').duration(3_599_000), /^60 minutes$/);
  assert.match(words('fr').time(new Date(2026, 1, 1, 14, 5).getTime()), /^14:05$/);
});

test('a value stands where its name is, whatever it holds', () => {
  const w = new WordsOf('en', { a: '{site} and {site}', b: 'no {name}' });
  assert.equal(w.text('a', { site: '$& {count}' }), '$& {count} and $& {count}');
  assert.equal(w.text('b'), 'no {name}');
  assert.equal(w.text('nothing'), 'nothing');
});
