// The inside of a picture's notice.

import { ask } from '../../shared/ask';
import type { Uncovering } from '../../shared/settings';

const KEYS = ['covered', 'waiting', 'ask_adult', 'show', 'show_pin', 'cover_again', 'fine', 'why'] as const;
export type Words = Record<(typeof KEYS)[number], string> & { language: string; complete: boolean };

/** `waiting`: covered and undecided, as nobody is there to decide. */
export type State = 'waiting' | 'covered' | 'shown';

export interface Panel {
  state: State;
  uncovering: Uncovering;
  behind: boolean;
  mayBeFine: boolean;
  show(): void;
  coverAgain(): void;
  fine(): void;
  why(button: HTMLElement): void;
}

export function drawPanel(panel: HTMLElement, words: Words, picture: Panel): void {
  const { state, uncovering, behind } = picture;
  panel.className = ['panel', state, ...(behind ? ['behind'] : [])].join(' ');
  panel.lang = words.language;
  panel.dir = words.language === 'ar' ? 'rtl' : 'ltr';
  panel.replaceChildren(...partsOf());

  function partsOf(): HTMLElement[] {
    if (state === 'waiting') return [text('title', words.waiting)];
    if (state === 'shown') {
      const again = button(words.cover_again, picture.coverAgain);
      return picture.mayBeFine ? [again, button(words.fine, picture.fine)] : [again];
    }
    const why = button(words.why, () => picture.why(why));
    why.classList.add('why');
    why.setAttribute('aria-haspopup', 'dialog');
    const show = uncovering === 'never' ? [] : [button(uncovering === 'pin' ? words.show_pin : words.show, picture.show)];
    const step = uncovering === 'free' ? [] : [text('step', words.ask_adult)];
    return [text('title', words.covered), ...step, row(...show, why)];
  }
}

export async function readWords(): Promise<Words> {
  const { language, messages } = await ask('words', { prefix: 'picture_' }).catch(fromBrowser);
  const words = Object.fromEntries(KEYS.map((key) => [key, messages[`picture_${key}`] ?? ''])) as Record<(typeof KEYS)[number], string>;
  return { ...words, language, complete: language !== '' };
}

/** Nobody answers: the browser's language is better than no words. */
function fromBrowser(): { language: string; messages: Record<string, string> } {
  const messages: Record<string, string> = {};
  for (const key of KEYS) {
    try {
      messages[`picture_${key}`] = chrome.i18n.getMessage(`picture_${key}`);
    } catch {
      // The extension is gone: a plane without words.
    }
  }
  return { language: '', messages };
}

function text(name: string, words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = words;
  return element;
}

function row(...buttons: HTMLElement[]): HTMLElement {
  const element = document.createElement('span');
  element.className = 'buttons';
  element.append(...buttons);
  return element;
}

function button(words: string, run: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', (event) => {
    // A picture is often a link's or a gallery's: the click is ours, and no page may click for a person.
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) run();
  });
  return element;
}
