import { Conversation, DigestBuilder, Guard, load, messages } from './himaya/index.js';
import { Pool } from './himaya/worker.js';
import { draw } from './chart.js';
import { Pictures } from './picture.js';
import { isSealed, seal } from './seal.js';
import { STRINGS } from './strings.js';

const $ = (id) => document.getElementById(id);
const SAMPLES = ['game-stranger', 'stranger-ar', 'blackmail', 'friends-homework'];
const PICTURES = ['cat.webp', 'coffee-rotated.jpg', 'astronaut.jpg'];
/** Milliseconds between the messages of an example. */
const PAUSE = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 650;

let language = navigator.language.startsWith('ar') ? 'ar' : 'en';
let theme = 'auto';
let guard, conversation, digest, pool, pictures, latest, playing;
let course = [];
let status = { text: (words) => words.loading('0 %'), state: 'waiting' };
const samples = new Map();
const blobs = new Map();

const words = () => STRINGS[language];
const percent = (share) => new Intl.NumberFormat(language, { style: 'percent' }).format(share);
const milliseconds = (time) =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'millisecond',
    maximumSignificantDigits: 2,
  }).format(time);

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// What is shown

function tell(text, state) {
  status = { text, state };
  $('seal-text').textContent = text(words());
  $('seal').dataset.state = state;
}

/** Says everything in the language of the page. */
function translate() {
  Object.assign(document.documentElement, { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' });
  for (const place of document.querySelectorAll('[data-text]')) {
    place.textContent = words()[place.dataset.text];
  }
  $('language').textContent = words().language;
  $('language').lang = language === 'ar' ? 'en' : 'ar';
  $('theme').textContent = words().themes[theme];
  $('log').dataset.empty = words().empty;
  tell(status.text, status.state);
  show();
  pictures?.show();
}

/** The message with what was found in it marked. */
function marked(text, findings, texts) {
  const spans = findings
    .flatMap(({ spans, behaviors }) => spans.map((span) => ({ ...span, behavior: behaviors[0]?.behavior })))
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const { start, end, behavior } of spans) {
    if (start < at) continue;
    const title = behavior ? texts.behavior(behavior) : '';
    parts.push(text.slice(at, start), element('mark', { title }, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}

function bubble(role, text, assessment) {
  const texts = messages(language);
  const { risk, findings } = assessment;
  const signals = new Set(findings.flatMap(({ behaviors }) => behaviors.map(({ behavior }) => behavior)));
  const item = element('li', { className: role, dir: 'auto' }, element('p', { dir: 'auto' }, ...marked(text, findings, texts)));
  if (signals.size > 0) {
    const said = [...signals].map((behavior) => texts.behavior(behavior)).join(language === 'ar' ? '، ' : ', ');
    item.append(element('small', { dir: 'auto' }, `${words().signal} ${said}`));
  }
  item.style.setProperty('--risk', risk);
  texts.free();
  return item;
}

function noticeOf(key, texts) {
  const notice = key && texts.forKey(key);
  if (!notice) return [element('p', { className: 'faint' }, words().nothingSaid)];
  const { title, body, step, language: lang, right_to_left: rtl } = notice;
  const dir = rtl ? 'rtl' : 'ltr';
  return [
    element('strong', { lang, dir }, title),
    element('p', { lang, dir }, body ?? ''),
    element('p', { className: 'step', lang, dir }, step),
  ];
}

function bar(label, share, text, kind = '') {
  const fill = element('span', { className: `fill ${kind}` });
  fill.style.setProperty('--share', share);
  return element('li', {}, element('span', {}, label), element('span', { className: 'bar' }, fill), element('b', {}, text));
}

function reasons(texts) {
  // Several tones have one name.
  const sums = new Map();
  for (const cause of guard.explain(conversation).contributions) {
    const name = texts.cause(cause);
    sums.set(name, (sums.get(name) ?? 0) + cause.nats);
  }
  const counting = [...sums].filter(([, nats]) => Math.abs(nats) >= 0.05).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ...counting.map(([, nats]) => Math.abs(nats)));
  const number = new Intl.NumberFormat(language, { signDisplay: 'always', maximumFractionDigits: 1 });
  return counting
    .slice(0, 8)
    .map(([name, nats]) => bar(name, Math.abs(nats) / most, number.format(nats), nats < 0 ? 'for' : 'against'));
}

function category(name) {
  const texts = messages(language);
  const said = texts.category(name);
  texts.free();
  return said;
}

function show() {
  const risk = latest?.risk ?? 0;
  const state = { risk: percent(risk), count: new Intl.NumberFormat(language).format(course.length) };
  draw($('chart'), course, {
    label: words().chart(state.count, state.risk),
    threshold: words().threshold,
    rtl: language === 'ar',
  });
  $('risk').textContent = latest ? state.risk : '–';
  $('cost').textContent = latest ? words().cost(milliseconds(latest.time)) : '';
  $('action').textContent = latest ? words().action[latest.action] : '';
  $('action').dataset.action = latest?.action ?? 'allow';
  document.querySelector('.verdict').style.setProperty('--risk', risk);
  if (!guard) return;
  const ageBand = guard.ageBand;
  const texts = messages(language, { ageBand });
  const why = latest ? reasons(texts) : [];
  $('reasons').replaceChildren(...(why.length > 0 ? why : [element('li', { className: 'faint' }, words().nothing)]));
  $('notice').replaceChildren(...noticeOf(latest?.message_key, texts));
  const author = messages(language);
  $('deterrence').replaceChildren(...noticeOf(latest?.deterrence_key, author));
  // A week later everything that a young person may tell first is due.
  $('digest').textContent = texts.digest(digest.digest(Date.now() / 1000 + 6 * 86_400));
  $('digest').dir = texts.rightToLeft ? 'rtl' : 'ltr';
  for (const handle of [texts, author]) handle.free();
}

// What is done

function begin() {
  clearTimeout(playing);
  for (const handle of [conversation, digest]) handle?.free();
  conversation = new Conversation({ relation: 'unknown' });
  digest = new DigestBuilder(guard);
  course = [];
  latest = undefined;
  $('log').replaceChildren();
  show();
}

function say(role, text, time = Date.now() / 1000) {
  const start = performance.now();
  const assessment = guard.observe(conversation, { role, text, time });
  latest = { ...assessment, time: performance.now() - start };
  digest.record(assessment, Date.now() / 1000);
  course.push(assessment.risk);
  const item = bubble(role, text, assessment);
  $('log').append(item);
  $('log').scrollTop = $('log').scrollHeight;
  show();
}

function play(name) {
  begin();
  const [{ protected: child = 'b' }, ...rest] = samples.get(name);
  const chat = rest.filter(({ text }) => text);
  const start = Date.now() / 1000 - 60 * (chat.at(-1)?.minutes ?? 0);
  const next = (at) => {
    const message = chat[at];
    if (!message) return;
    say(message.from === child ? 'protected' : 'counterpart', message.text, start + 60 * (message.minutes ?? at));
    playing = setTimeout(next, PAUSE, at + 1);
  };
  next(0);
}

function exchangeGuard() {
  guard?.free();
  guard = new Guard({ ageBand: $('age').value });
}

async function fetchSamples() {
  await Promise.all([
    ...SAMPLES.map(async (name) => {
      const lines = (await (await fetch(`samples/${name}.jsonl`)).text()).trim().split('\n');
      const rows = lines.map((line) => JSON.parse(line));
      samples.set(name, rows[0].text === undefined ? rows : [{}, ...rows]);
    }),
    ...PICTURES.map(async (name) => blobs.set(name, await (await fetch(`samples/${name}`)).blob())),
  ]);
}

async function start() {
  translate();
  pool = new Pool({ workers: 1, guard: { ageBand: $('age').value } });
  const onProgress = ({ loaded, total }) => tell((words) => words.loading(percent(loaded / total)), 'waiting');
  // Pictures are looked at by the worker.
  await Promise.all([load({ imageModel: false, onProgress }), pool.ready, fetchSamples()]);
  exchangeGuard();
  guard.warmUp({ image: false });
  pictures = new Pictures({ pool, words, percent, milliseconds, bar, category });
  begin();
  seal();
  if (await isSealed()) tell((words) => words.sealed, 'sealed');
  for (const id of ['text', 'send']) $(id).disabled = false;
  document.documentElement.dataset.ready = 'true';
}

$('writing').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text || !guard) return;
  say(new FormData(event.target).get('role'), text);
  $('text').value = '';
});
$('clear').addEventListener('click', () => guard && begin());
$('language').addEventListener('click', () => {
  language = language === 'ar' ? 'en' : 'ar';
  translate();
});
$('theme').addEventListener('click', () => {
  theme = { auto: 'light', light: 'dark', dark: 'auto' }[theme];
  document.documentElement.dataset.theme = theme;
  $('theme').textContent = words().themes[theme];
});
$('age').addEventListener('change', async () => {
  if (!guard) return;
  exchangeGuard();
  await pool.setGuard({ ageBand: $('age').value });
  begin();
});
for (const button of document.querySelectorAll('[data-sample]')) {
  button.addEventListener('click', () => guard && play(button.dataset.sample));
}
for (const button of document.querySelectorAll('[data-picture]')) {
  button.addEventListener('click', () => pictures?.look(blobs.get(button.dataset.picture)));
}
$('file').addEventListener('change', ({ target }) => target.files[0] && pictures?.look(target.files[0]));
for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
  addEventListener(type, (event) => {
    event.preventDefault();
    $('drop').classList.toggle('over', type === 'dragenter' || type === 'dragover');
    if (type === 'drop' && event.dataTransfer.files[0]) pictures?.look(event.dataTransfer.files[0]);
  });
}
start().catch((error) => tell((words) => `${words.failed} ${error.message}`, 'failed'));
