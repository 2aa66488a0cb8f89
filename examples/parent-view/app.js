import { HelpServices, load, messages } from './himaya/slim.js';
import { MARKS, dayBars, weekBar } from './charts.js';
import { isSealed, seal } from './seal.js';
import { STRINGS } from './strings.js';
import { DigestFault, URGENCIES, read, timesOf, weeksOf } from './weeks.js';

const $ = (id) => document.getElementById(id);
const DAY = 86_400_000;
const AUDIENCES = ['child', 'reporting_hotline', 'image_removal'];
const asked = new URLSearchParams(location.search);

let language = (asked.get('lang') ?? navigator.language).startsWith('ar') ? 'ar' : 'en';
let theme = 'auto';
let texts, services;
let weeks = [];
let chosen = 0;

const words = () => STRINGS[language];
const said = (key, values) => texts.text(key, values) ?? '';
const dateOf = (day, style) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...style }).format(day * DAY);
const shortDate = (day) => dateOf(day, { day: 'numeric', month: 'short' });
const longDate = (day) => dateOf(day, { day: 'numeric', month: 'long', year: 'numeric' });

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Says everything in the language of the page, for the age of the child. */
function translate() {
  texts?.free();
  texts = messages(language, { ageBand: $('age').value });
  const root = document.documentElement;
  Object.assign(root, { lang: texts.language, dir: texts.rightToLeft ? 'rtl' : 'ltr' });
  for (const place of document.querySelectorAll('[data-text]')) place.textContent = words()[place.dataset.text];
  for (const place of document.querySelectorAll('[data-said]')) place.textContent = said(place.dataset.said);
  document.title = said('digest-title');
  $('language').textContent = words().language;
  $('language').lang = language === 'ar' ? 'en' : 'ar';
  $('theme').textContent = words().themes[theme];
  fillCountries();
  show();
}

/** Countries that have a service to show, by their names in the language of the page. */
function fillCountries() {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const region = new Intl.Locale(navigator.language).region;
  const wanted = $('country').value || asked.get('country')?.toUpperCase() || region;
  const codes = new Set(services.all().filter(({ doubtful }) => !doubtful).map(({ country }) => country));
  codes.delete('INT');
  const countries = [...codes].map((code) => [code, names.of(code)]).sort((a, b) => a[1].localeCompare(b[1], language));
  $('country').replaceChildren(...countries.map(([value, name]) => element('option', { value }, name)));
  $('country').value = codes.has(wanted) ? wanted : countries[0]?.[0] ?? '';
}

// The weeks

const sum = (times) => URGENCIES.reduce((all, urgency) => all + times[urgency], 0);

function weekLabel({ lastDay, digest }) {
  const time = words().week(longDate(lastDay - 6), longDate(lastDay));
  if (!digest) return `${time}: ${words().noDigest}`;
  const times = timesOf(digest);
  const shown = URGENCIES.toReversed()
    .filter((urgency) => times[urgency] > 0)
    .map((urgency) => `${said(`urgency-${urgency}`)}, ${words().times(times[urgency])}`);
  return `${time}: ${shown.length > 0 ? shown.join('; ') : words().times(0)}`;
}

function showWeeks() {
  const most = Math.max(1, ...weeks.map(({ digest }) => sum(timesOf(digest))));
  $('weeks').replaceChildren(
    ...weeks.map((week, index) => {
      const button = element('button', { type: 'button', className: 'column' });
      button.setAttribute('aria-pressed', String(index === chosen));
      button.classList.toggle('missing', !week.digest);
      const told = element('span', { className: 'unseen' }, ` ${weekLabel(week)}`);
      button.append(weekBar(timesOf(week.digest), most), element('span', {}, shortDate(week.lastDay), told));
      button.addEventListener('click', () => {
        chosen = index;
        show();
        $('weeks').children[index].focus();
      });
      return button;
    }),
  );
  $('weeks').children[chosen]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  $('legend').replaceChildren(
    ...URGENCIES.map((urgency) => {
      const mark = element('span', { className: `swatch ${urgency}`, ariaHidden: 'true' }, MARKS[urgency]);
      return element('li', {}, mark, said(`urgency-${urgency}`));
    }),
  );
  showTable();
}

function showTable() {
  const head = [words().weekColumn, ...URGENCIES.map((urgency) => said(`urgency-${urgency}`))];
  const number = new Intl.NumberFormat(language);
  const rows = weeks.map(({ lastDay, digest }) => {
    const times = timesOf(digest);
    const cells = URGENCIES.map((urgency) => element('td', {}, digest ? number.format(times[urgency]) : '–'));
    const name = words().span(shortDate(lastDay - 6), shortDate(lastDay));
    return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
  });
  $('table').replaceChildren(
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows),
  );
}

// One week

/** Names of days that fit below a bar. */
function weekdays(days) {
  const [short, narrow] = ['short', 'narrow'].map((weekday) => days.map((day) => dateOf(day, { weekday })));
  return short.every((name) => name.length <= 4) ? short : narrow;
}

function card(item, lastDay) {
  const { category, urgency, frequency, trend, by_day: byDay } = item;
  const notice = texts.forKey(item.advice_key);
  const days = byDay.map((_, day) => lastDay - 6 + day);
  const names = weekdays(days);
  const number = new Intl.NumberFormat(language);
  const counts = byDay.map((count, day) => words().day(dateOf(days[day], { weekday: 'long' }), number.format(count)));
  const label = `${words().byDay} ${counts.join(language === 'ar' ? '، ' : ', ')}`;
  const chip = element('span', { className: `chip ${urgency}` }, `${MARKS[urgency]} `, said(`urgency-${urgency}`));
  const facts = `${said(`frequency-${frequency}`)} · ${said(`trend-${trend}`)}`;
  return element(
    'article',
    { className: `card item ${urgency}` },
    element('h3', {}, notice?.title ?? texts.category(category)),
    element('p', { className: 'facts' }, chip, ` ${facts}`),
    dayBars(byDay, names, { label, urgency, rtl: texts.rightToLeft }),
    element('p', {}, notice?.body ?? ''),
    element('p', { className: 'step' }, notice?.step ?? ''),
  );
}

function showWeek() {
  const { lastDay, digest } = weeks[chosen] ?? { digest: { items: [], unchecked: 0 } };
  $('week-title').textContent = weeks.length > 0 ? words().week(longDate(lastDay - 6), longDate(lastDay)) : '';
  $('items').replaceChildren(...(digest?.items ?? []).map((item) => card(item, lastDay)));
  $('none').hidden = Boolean(digest?.items.length);
  $('none').textContent = digest ? said('digest-none') : words().noDigest;
  $('unchecked').hidden = !digest?.unchecked;
  $('unchecked').textContent = digest ? said('digest-unchecked', { count: digest.unchecked }) : '';
}

// Whom to ask

function way(reach, name) {
  const [text, href] = reach.web ? [reach.web, reach.web] : [reach.phone, `tel:${reach.phone.replace(/[^\d+]/g, '')}`];
  const link = element('a', { href, dir: 'ltr' }, text);
  if (reach.web) Object.assign(link, { target: '_blank', rel: 'noopener noreferrer', title: words().outside });
  link.setAttribute('aria-label', `${name}: ${text}`);
  return element('li', {}, link);
}

function helper(service) {
  const { name, reach, hours, verified: date } = service;
  const faint = (...said) => element('p', { className: 'faint' }, ...said);
  return element(
    'article',
    {},
    element('h4', { dir: 'auto' }, name),
    element('ul', { className: 'ways' }, ...reach.map((one) => way(one, name))),
    ...(hours ? [faint(`${said('help-hours')}: `, element('bdi', {}, hours))] : []),
    faint(date === 'never' ? said('help-unverified') : said('help-verified', { date })),
  );
}

function showHelp() {
  const wanted = new Set((weeks[chosen]?.digest?.items ?? []).flatMap(({ help }) => help));
  const audiences = AUDIENCES.filter((audience) => audience === 'child' || wanted.has(audience));
  const found = audiences.flatMap((audience) => {
    const rows = services.lookup($('country').value, { audience, language, ageBand: $('age').value });
    if (rows.length === 0) return [];
    return [element('section', {}, element('h3', {}, said(`audience-${audience}`)), ...rows.slice(0, 3).map(helper))];
  });
  $('help').replaceChildren(...(found.length > 0 ? found : [element('p', {}, words().nobody)]));
}

function show() {
  // A host may have none yet.
  const [first, last] = [weeks[0], weeks.at(-1)];
  $('span').textContent = first ? words().span(longDate(first.lastDay - 6), longDate(last.lastDay)) : '';
  $('course').hidden = !first;
  $('week-title').hidden = !first;
  showWeeks();
  showWeek();
  showHelp();
}

// What a host calls

/** Shows digests (JSON, as `himaya digest --json` or `GuardianDigest` gives them), the latest week first. */
function showDigests(json) {
  try {
    weeks = weeksOf(read(json));
    chosen = Math.max(0, weeks.length - 1);
    $('trouble').hidden = true;
    show();
  } catch (fault) {
    if (!(fault instanceof DigestFault)) throw fault;
    $('trouble').textContent = words().fault(fault.number, fault.field);
    $('trouble').hidden = false;
  }
}

$('language').addEventListener('click', () => {
  language = language === 'ar' ? 'en' : 'ar';
  translate();
});
$('theme').addEventListener('click', () => {
  theme = { auto: 'light', light: 'dark', dark: 'auto' }[theme];
  document.documentElement.dataset.theme = theme;
  $('theme').textContent = words().themes[theme];
});
$('age').addEventListener('change', translate);
$('country').addEventListener('change', showHelp);
$('file').addEventListener('change', async ({ target }) => {
  if (target.files[0]) showDigests(await target.files[0].text());
  target.value = '';
});

async function start() {
  const ages = [...$('age').options].map(({ value }) => value);
  if (ages.includes(asked.get('age'))) $('age').value = asked.get('age');
  const file = asked.get('digests') ?? 'digests.json';
  const [digests] = await Promise.all([fetch(file).then((got) => got.text()), load({ languages: [] })]);
  services = new HelpServices();
  translate();
  showDigests(digests);
  // From here on nothing can leave the page.
  seal();
  document.documentElement.dataset.sealed = await isSealed();
  globalThis.himayaParentView = { show: showDigests };
  document.documentElement.dataset.ready = 'true';
}
start().catch((error) => {
  $('trouble').textContent = `${words().failed} ${error.message}`;
  $('trouble').hidden = false;
});
