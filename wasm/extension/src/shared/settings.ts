// What a guardian or a school settles. Kept in chrome.storage.local under `settings`; what a school
// sets through chrome.storage.managed wins and cannot be changed in the options.

export const AGE_BANDS = ['0-5', '6-9', '10-12', '13-15', '16-17', 'adult'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'nl', 'pt', 'tr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `strict`: every picture is covered until it is decided. `gentle`: only what is found. */
export type Strictness = 'gentle' | 'strict';

export interface Settings {
  ageBand: AgeBand;
  strictness: Strictness;
  /** `auto`: the browser's. */
  language: Language | 'auto';
  pictures: boolean;
  chats: boolean;
  /** Hosts where nothing is looked at, with all that lies below them: `example.org`. */
  allowedSites: string[];
  /** Nothing is looked at from then till then, milliseconds since 1970; 0: not paused. */
  pausedSince: number;
  pausedUntil: number;
  /** False: nobody pauses, not even with the PIN. */
  mayPause: boolean;
  /** The first-run page was seen to its end. */
  setUp: boolean;
}

export const DEFAULTS: Settings = {
  ageBand: '10-12',
  strictness: 'strict',
  language: 'auto',
  pictures: true,
  chats: true,
  allowedSites: [],
  pausedSince: 0,
  pausedUntil: 0,
  mayPause: true,
  setUp: false,
};

/** What counts on one page. */
export interface PageSettings {
  /** False: this site is allowed, or everything is paused. */
  active: boolean;
  ageBand: AgeBand;
  strictness: Strictness;
  language: Language;
  pictures: boolean;
  chats: boolean;
  uncover: Uncovering;
  /** When to ask again, as a pause ends then: milliseconds since 1970. */
  until?: number;
}

/** Who may uncover a picture: the person here, whoever knows the PIN, nobody. */
export type Uncovering = 'free' | 'pin' | 'never';
