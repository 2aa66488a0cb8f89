// The extension's own words for notices, in the language that was chosen.

import { ask } from '../../shared/ask';

export type OwnWords = Record<'chat_later' | 'chat_picture_title' | 'chat_picture_body' | 'chat_picture_step', string>;

const KEYS = ['chat_later', 'chat_picture_title', 'chat_picture_body', 'chat_picture_step'] as const;
let asked: Promise<OwnWords> | undefined;

export function ownWords(): Promise<OwnWords> {
  asked ??= ask('words', { prefix: 'chat_' }).then(
    ({ messages }) => pick((key) => messages[key] ?? ''),
    () => {
      // The browser's language is better than no words; next time it is asked again.
      asked = undefined;
      return pick((key) => chrome.i18n.getMessage(key));
    },
  );
  return asked;
}

function pick(text: (key: (typeof KEYS)[number]) => string): OwnWords {
  return Object.fromEntries(KEYS.map((key) => [key, text(key)])) as OwnWords;
}
