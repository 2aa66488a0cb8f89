// What counts: the school's settings over the guardian's over the defaults. No browser in here.

import { hostFrom, isBelow } from '../shared/hosts';
import type { PauseLength, State } from '../shared/protocol';
import { AGE_BANDS, DEFAULTS, LANGUAGES, type Language, type PageSettings, type Settings, type Uncovering } from '../shared/settings';

/** Raised when what a stored setting means changes; `MIGRATIONS[n]` makes n+1 of n. */
export const VERSION = 1;

type Raw = Record<string, unknown>;

const MIGRATIONS: readonly ((old: Raw) => Raw)[] = [
  // Before there were versions a pause had no start: it ends.
  (old) => ({ ...old, pausedUntil: 0 }),
];

const MAX_SITES = 500;
/** A day that is an hour longer, in autumn. */
const LONGEST_PAUSE = 25 * 60 * 60 * 1000;

const oneOf =
  <T>(values: readonly T[]) =>
  (value: unknown) =>
    values.includes(value as T);
const flag = (value: unknown) => typeof value === 'boolean';
const moment = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

const VALID: { [K in keyof Settings]: (value: unknown) => boolean } = {
  ageBand: oneOf(AGE_BANDS),
  strictness: oneOf(['gentle', 'strict'] as const),
  language: oneOf(['auto', ...LANGUAGES] as const),
  pictures: flag,
  chats: flag,
  allowedSites: (value) =>
    Array.isArray(value) &&
    value.length <= MAX_SITES &&
    value.every((host) => typeof host === 'string' && hostFrom(host) === host),
  pausedSince: moment,
  pausedUntil: moment,
  mayPause: flag,
  setUp: flag,
};

const KEYS = Object.keys(DEFAULTS) as (keyof Settings)[];

/** Settings as they are stored. */
export function stored(settings: Settings): object {
  return { version: VERSION, ...settings };
}

/** Stored settings of any version: what is not understood is as if it had never been set. */
export function fromStored(value: unknown): Settings {
  let raw = isRecord(value) ? value : {};
  const version = Number.isSafeInteger(raw.version) ? (raw.version as number) : 0;
  for (const migrate of MIGRATIONS.slice(Math.max(0, version))) raw = migrate(raw);
  return { ...DEFAULTS, ...validPart(raw).part };
}

/** A change that a person asks for: all of it, or nothing where a part is wrong. */
export function validChange(change: unknown): Partial<Settings> | undefined {
  if (!isRecord(change)) return undefined;
  const { part, misread } = validPart(change);
  return misread.length === 0 ? part : undefined;
}

/** What a school may set. Its sites need not be spelled as the browser does. */
export function fromSchool(value: unknown): { part: Partial<Settings>; misread: string[] } {
  const { pausedSince: _, pausedUntil: __, ...raw } = isRecord(value) ? value : {};
  if (!Array.isArray(raw.allowedSites)) return validPart(raw);
  const sites: unknown[] = raw.allowedSites;
  const hosts = sites.map((site) => (typeof site === 'string' ? hostFrom(site) : undefined));
  const wrong = hosts.some((host) => host === undefined);
  const { part, misread } = validPart({ ...raw, allowedSites: hosts.filter((host) => host !== undefined) });
  return { part, misread: wrong ? [...misread, 'allowedSites'] : misread };
}

/** The settings of which `to` protects less than `from`. Language and set-up protect neither more nor less. */
export function loosened(from: Settings, to: Settings): (keyof Settings)[] {
  const looser: { [K in keyof Settings]?: boolean } = {
    ageBand: AGE_BANDS.indexOf(to.ageBand) > AGE_BANDS.indexOf(from.ageBand),
    strictness: from.strictness === 'strict' && to.strictness === 'gentle',
    pictures: from.pictures && !to.pictures,
    chats: from.chats && !to.chats,
    allowedSites: to.allowedSites.some((site) => !from.allowedSites.some((host) => isBelow(site, host))),
    mayPause: !from.mayPause && to.mayPause,
    pausedUntil: to.pausedUntil > from.pausedUntil,
    pausedSince: to.pausedUntil > 0 && to.pausedSince < from.pausedSince,
  };
  return KEYS.filter((key) => looser[key]);
}

/** When a pause that starts now ends. */
export function pauseEnd(length: PauseLength, now: number): number {
  const minute = 60_000;
  if (length === '15min') return now + 15 * minute;
  if (length === '1h') return now + 60 * minute;
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** A clock that was put back does not make a pause longer: before its start there is none. */
export function isPaused(settings: Settings, now: number): boolean {
  const { mayPause, pausedSince, pausedUntil } = settings;
  return mayPause && pausedSince <= now && now < pausedUntil && pausedUntil - pausedSince <= LONGEST_PAUSE;
}

export function stateAt(settings: Settings, site: string, now: number): Exclude<State, 'nowhere'> {
  if (settings.allowedSites.some((host) => isBelow(site, host))) return 'allowed';
  if (isPaused(settings, now)) return 'paused';
  return settings.pictures || settings.chats ? 'on' : 'off';
}

/** Below 13 nobody uncovers alone; a PIN is asked for where it is strict, and is the way for an adult below 13. */
export function uncovering({ ageBand, strictness }: Settings, pin: boolean): Uncovering {
  const young = AGE_BANDS.indexOf(ageBand) < AGE_BANDS.indexOf('13-15');
  if (young) return pin ? 'pin' : 'never';
  return pin && strictness === 'strict' ? 'pin' : 'free';
}

export function pageSettings(settings: Settings, pin: boolean, site: string, now: number, browser: string): PageSettings {
  const state = stateAt(settings, site, now);
  return {
    active: state === 'on',
    ageBand: settings.ageBand,
    strictness: settings.strictness,
    language: languageOf(settings, browser),
    pictures: settings.pictures,
    chats: settings.chats,
    uncover: uncovering(settings, pin),
    ...(state === 'paused' ? { until: settings.pausedUntil } : {}),
  };
}

/** `browser`: the browser's language, `pt-BR`. */
export function languageOf({ language }: Settings, browser: string): Language {
  if (language !== 'auto') return language;
  const base = browser.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((known) => known === base) ?? 'en';
}

function validPart(raw: Raw): { part: Partial<Settings>; misread: string[] } {
  const known = KEYS.filter((key) => key in raw);
  const valid = known.filter((key) => VALID[key](raw[key]));
  return {
    part: Object.fromEntries(valid.map((key) => [key, raw[key]])),
    misread: known.filter((key) => !valid.includes(key)),
  };
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
