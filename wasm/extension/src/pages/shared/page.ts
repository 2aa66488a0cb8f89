// What every page of the extension does first: the chosen language, its direction, its words.

import { ask } from '../../shared/ask';
import { loadWords, type WordsOf } from '../../shared/words';
import { LANGUAGES, type Language, type Settings } from '../../shared/settings';

/** Languages in their own words: whoever does not read this page's finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: 'العربية',
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pt: 'Português',
  tr: 'Türkçe',
};

export async function wordsOfPage(): Promise<WordsOf> {
  const { language } = await ask('words', { prefix: 'extension_name' });
  const words = await loadWords(language);
  translate(words);
  return words;
}

/** Fills in what `data-words` names, and `data-words-label` for those who listen instead of look. */
export function translate(words: WordsOf, root: ParentNode = document): void {
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  for (const element of root.querySelectorAll<HTMLElement>('[data-words]')) {
    element.textContent = words.text(element.dataset.words ?? '');
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-words-label]')) {
    element.setAttribute('aria-label', words.text(element.dataset.wordsLabel ?? ''));
  }
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id} in this page`);
  return element as T;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function ageName(words: WordsOf, band: Settings['ageBand']): string {
  const [from, to] = band.split('-').map(Number);
  return to === undefined ? words.text('age_adult') : words.counted('age_range', to, { from: from ?? 0 });
}

export function fillSelect(select: HTMLSelectElement, options: [value: string, name: string][], chosen: string): void {
  select.replaceChildren(...options.map(([value, text]) => element('option', { value, text })));
  select.value = chosen;
}

export function fillLanguages(select: HTMLSelectElement, words: WordsOf, chosen: Settings['language']): void {
  const names = LANGUAGES.map((language): [string, string] => [language, LANGUAGE_NAMES[language]]);
  fillSelect(select, [['auto', words.text('language_auto')], ...names], chosen);
  for (const option of select.options) if (option.value !== 'auto') option.lang = option.value;
}

/** Says it where a screen reader hears it. */
export function say(text: string): void {
  const status = byId('status');
  status.textContent = text;
  status.classList.toggle('shown', text !== '');
}

/** Until then the page shows nothing: no control that does not work yet, no text that is about to change. */
export function ready(): void {
  document.documentElement.dataset.ready = '';
}
