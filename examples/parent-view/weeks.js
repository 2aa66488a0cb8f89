// What a host hands over: digests, checked, and put into weeks.
const VERSION = 1;
const DAYS = 7;
/** Weeks that are shown at most. */
export const WEEKS = 12;
/** From the least to the most urgent. */
export const URGENCIES = ['calm', 'soon', 'today', 'now'];
const CATEGORIES = [
  'grooming', 'sextortion', 'sexual_content', 'bullying', 'self_harm',
  'coercion', 'personal_info', 'known_image', 'sensitive_image',
];
const WORDS = {
  frequency: ['once', 'several', 'often'],
  trend: ['new', 'less', 'same', 'more'],
};
const HELP = ['child', 'reporting_hotline', 'image_removal', 'offender_help'];

/** Digests that cannot be shown: which one (from 1), and the field that does not hold. */
export class DigestFault extends Error {
  constructor(number, field) {
    super(`digest ${number}: ${field}`);
    Object.assign(this, { number, field });
  }
}

const isCount = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;

function faultOfItem({ category, urgency, frequency, trend, by_day: byDay, advice_key: advice, help }) {
  if (!CATEGORIES.includes(category)) return 'category';
  if (!URGENCIES.includes(urgency)) return 'urgency';
  if (!WORDS.frequency.includes(frequency)) return 'frequency';
  if (!WORDS.trend.includes(trend)) return 'trend';
  if (!Array.isArray(byDay) || byDay.length !== DAYS || !byDay.every((count) => isCount(count, 255))) return 'by_day';
  if (advice !== `guardian-${category}`) return 'advice_key';
  if (!Array.isArray(help) || !help.every((audience) => HELP.includes(audience))) return 'help';
  return undefined;
}

function faultOf(digest) {
  if (digest === null || typeof digest !== 'object') return 'a digest is an object';
  if (digest.schema_version !== VERSION) return 'schema_version';
  if (!isCount(digest.last_day, 100_000)) return 'last_day';
  if (!isCount(digest.unchecked, 65_535)) return 'unchecked';
  if (!Array.isArray(digest.items) || digest.items.length > CATEGORIES.length) return 'items';
  for (const item of digest.items) {
    const fault = faultOfItem(item ?? {});
    if (fault) return fault;
  }
  return undefined;
}

/** One digest, a list of them, or one a line; in any order. */
export function read(text) {
  let digests;
  try {
    digests = JSON.parse(text);
  } catch {
    try {
      digests = text.trim().split('\n').map((line) => JSON.parse(line));
    } catch {
      throw new DigestFault(1, 'JSON');
    }
  }
  digests = Array.isArray(digests) ? digests : [digests];
  digests.forEach((digest, index) => {
    const fault = faultOf(digest);
    if (fault) throw new DigestFault(index + 1, fault);
  });
  return digests;
}

/**
 * The weeks up to the latest digest, earliest first. A digest belongs to the week that its last day lies in; of
 * several the latest one counts, so that a host may make one every day. A week without one has no `digest`.
 */
export function weeksOf(digests) {
  const latest = Math.max(...digests.map(({ last_day: day }) => day));
  const weeks = new Map();
  for (const digest of digests) {
    const back = Math.floor((latest - digest.last_day) / DAYS);
    const known = weeks.get(back);
    if (back < WEEKS && (!known || known.last_day < digest.last_day)) weeks.set(back, digest);
  }
  const count = Math.max(0, ...weeks.keys()) + 1;
  return Array.from({ length: digests.length > 0 ? count : 0 }, (_, index) => {
    const back = count - 1 - index;
    return { lastDay: latest - back * DAYS, digest: weeks.get(back) };
  });
}

/** How often something happened in a digest, by urgency. */
export function timesOf(digest) {
  const times = Object.fromEntries(URGENCIES.map((urgency) => [urgency, 0]));
  for (const { urgency, by_day: byDay } of digest?.items ?? []) {
    times[urgency] += byDay.reduce((sum, count) => sum + count, 0);
  }
  return times;
}
