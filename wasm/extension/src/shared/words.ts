// The extension's own words, in the language that was chosen: chrome.i18n knows only the browser's.
//
// `_locales/<language>/messages.json` has a message a key; `{name}` stands for a value. A message that
// counts has a key a plural form: `popup_pictures__one`, `popup_pictures__other`.

import type { Language } from './settings';

export type Values = Record<string, string | number>;

export class WordsOf {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly #messages: Record<string, string>;
  /** With the digits that the messages have: Arabic countries differ, and browsers guess. */
  readonly #locale: string;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(language: Language, messages: Record<string, string>) {
    this.language = language;
    this.direction = language === 'ar' ? 'rtl' : 'ltr';
    this.#messages = messages;
    this.#plural = new Intl.PluralRules(language);
    this.#locale = language === 'ar' ? 'ar-u-nu-latn' : language;
    this.#number = new Intl.NumberFormat(this.#locale);
  }

  has(key: string): boolean {
    return key in this.#messages;
  }

  text(key: string, values: Values = {}): string {
    const message = this.#messages[key] ?? key;
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? this.number(value) : (value ?? whole);
    });
  }

  /** In the plural form that `count` needs; `{count}` in it is the number. */
  counted(key: string, count: number, values: Values = {}): string {
    const form = `${key}__${this.#plural.select(count)}`;
    return this.text(this.has(form) ? form : `${key}__other`, { ...values, count });
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** `14:05`, as the language writes it. */
  time(moment: number): string {
    return new Intl.DateTimeFormat(this.#locale, { hour: 'numeric', minute: '2-digit' }).format(moment);
  }

  /** Minutes above two minutes, else seconds; both rounded up. */
  duration(milliseconds: number): string {
    const seconds = Math.ceil(milliseconds / 1000);
    const [value, unit] = seconds > 120 ? [Math.ceil(seconds / 60), 'minute'] : [seconds, 'second'];
    return new Intl.NumberFormat(this.#locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }
}

/** In the background and the extension's own pages. */
export async function loadMessages(language: Language): Promise<Record<string, string>> {
  const answer = await fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`));
  const entries = Object.entries((await answer.json()) as Record<string, { message: string }>);
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

export async function loadWords(language: Language): Promise<WordsOf> {
  return new WordsOf(language, await loadMessages(language));
}
