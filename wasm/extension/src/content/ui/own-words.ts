// The extension's own words for notices, in the language that was chosen: those that are needed where the engine, which
// has the others, says nothing.

import { ask } from '../../shared/ask';
import { within } from '../../shared/patience';
import type { Words } from '../../shared/protocol';

const KEYS = [
  'chat_later',
  'chat_back',
  'chat_send_anyway',
  'chat_decided_by',
  'chat_picture_title',
  'chat_picture_body',
  'chat_picture_step',
  'chat_unchecked_here',
  'chat_unchecked_title',
  'chat_unchecked_picture_title',
  'chat_unchecked_body',
  'chat_unchecked_step',
] as const;

export type OwnWords = Record<(typeof KEYS)[number], string> & Pick<Words, 'language' | 'direction'>;

/** Milliseconds: a question must not wait for its words. */
const PATIENCE = 2000;

let asked: Promise<OwnWords> | undefined;

export function ownWords(): Promise<OwnWords> {
  asked ??= within(ask('words', { prefix: 'chat_' }), PATIENCE).then(
    ({ language, messages }) => pick(language, (key) => messages[key] ?? ''),
    () => {
      // The browser's language is better than no words; next time it is asked again.
      asked = undefined;
      return pick(fromBrowser('@@ui_locale').split(/[-_]/)[0] ?? '', fromBrowser);
    },
  );
  return asked;
}

/** What comes in is not checked, and will be. */
export async function uncheckedMessages(): Promise<Words> {
  const own = await ownWords();
  return wordsFrom(own, own.chat_unchecked_here, own.chat_unchecked_body);
}

/** What is about to go out could not be checked. */
export async function uncheckedSending(what: 'text' | 'picture'): Promise<Words> {
  const own = await ownWords();
  const title = what === 'text' ? own.chat_unchecked_title : own.chat_unchecked_picture_title;
  return wordsFrom(own, title, own.chat_unchecked_body, own.chat_unchecked_step);
}

function wordsFrom(own: OwnWords, title: string, body: string, step?: string): Words {
  const labels = { sendAnyway: own.chat_send_anyway, change: own.chat_back, uncover: '', cover: '', help: '', unconfirmed: '' };
  const { language, direction } = own;
  return { title, body, ...(step !== undefined && { step }), help: [], programs: [], language, direction, labels };
}

function pick(language: string, text: (key: (typeof KEYS)[number]) => string): OwnWords {
  const words = Object.fromEntries(KEYS.map((key) => [key, text(key)])) as Record<(typeof KEYS)[number], string>;
  return { ...words, language, direction: language === 'ar' ? 'rtl' : 'ltr' };
}

function fromBrowser(key: string): string {
  try {
    return chrome.i18n.getMessage(key);
  } catch {
    // The extension is gone from under this page.
    return '';
  }
}
