// What a person is told in a chat: a small sign, or a card in the way. Neither shows a word that was
// said.

import type { Words } from '../../shared/protocol';
import { emblem, type Host, make, makeHost, remove } from './host';
import { type OwnWords, ownWords } from './own-words';
import { rememberPlace } from './place';
import { NOTICE } from './styles';

let sign: Host | undefined;
let open: Promise<unknown> | undefined;

/**
 * A sign above the chat's list, where it hides nothing new; it opens the card. Announced once, takes
 * no focus.
 */
export async function showSign(words: Words, list: Element): Promise<void> {
  const { chat_later: later } = await ownWords();
  hideSign();
  const host = makeHost('himaya-sign', NOTICE);
  sign = host;
  const place = make('div', { class: 'himaya sign-place', attributes: { popover: 'manual', lang: words.language, dir: words.direction } });
  const status = make('div', { class: 'sign', attributes: { role: 'status' } });
  const see = make('button', { class: 'open', text: words.title, attributes: { type: 'button', 'aria-haspopup': 'dialog' } });
  const close = make('button', { class: 'close', text: '×', attributes: { type: 'button', 'aria-label': later } });
  see.addEventListener('click', () => {
    hideSign();
    void showCard(words);
  });
  close.addEventListener('click', hideSign);
  host.root.append(place);
  document.documentElement.append(host.element);
  place.append(status);
  place.showPopover?.();
  putAtTop(place, list, words.direction);
  // Into a region that is there already: only then is it read out.
  status.append(emblem(), see, close);
}

function putAtTop(place: HTMLElement, list: Element, direction: Words['direction']): void {
  const { top, left, right } = list.getBoundingClientRect();
  const within = (value: number, most: number): number => Math.min(Math.max(value, 8), most);
  place.style.top = `${within(top + 8, innerHeight - 120)}px`;
  // At the end of the line, clear of a scroll bar.
  if (direction === 'rtl') place.style.left = `${within(left + 20, innerWidth / 2)}px`;
  else place.style.right = `${within(innerWidth - right + 20, innerWidth / 2)}px`;
}

export function hideSign(): void {
  if (sign) remove(sign);
  sign = undefined;
}

/** The card; settled when it is closed. */
export async function showCard(words: Words): Promise<void> {
  const { chat_later: later } = await ownWords();
  await dialog(words, [{ label: later, value: 'later', first: true }]);
}

/** "Send it anyway?": false unless a person says so. `known`: the question is settled otherwise, and goes. */
export async function askToSend(words: Words, known?: AbortSignal): Promise<boolean> {
  const answer = await dialog(words, [
    { label: words.labels.change, value: 'change', first: true },
    { label: words.labels.sendAnyway, value: 'send', first: false },
  ], known);
  return answer === 'send';
}

interface Choice {
  label: string;
  value: string;
  first: boolean;
}

/** One at a time. Escape is the first choice, which is the safe one. */
async function dialog(words: Words, choices: Choice[], known?: AbortSignal): Promise<string> {
  const own = await ownWords();
  while (open) await open;
  if (known?.aborted) return '';
  const shown = show(words, choices, own, known);
  open = shown;
  try {
    return await shown;
  } finally {
    open = undefined;
  }
}

function show(words: Words, choices: Choice[], own: OwnWords, known?: AbortSignal): Promise<string> {
  const host = makeHost('himaya-notice', NOTICE);
  const goBack = rememberPlace();
  const title = make('h2', { text: words.title, attributes: { id: 'title', tabindex: '-1' } });
  const head = make('div', { class: 'head' });
  head.append(emblem(), title);
  const body = words.body ? make('p', { text: words.body, attributes: { id: 'body' } }) : undefined;
  const step = words.step ? make('p', { class: 'step', text: words.step, attributes: { id: 'step' } }) : undefined;
  const card = make('dialog', {
    class: 'himaya',
    attributes: {
      role: 'alertdialog',
      'aria-labelledby': 'title',
      'aria-describedby': [body && 'body', step && 'step'].filter(Boolean).join(' '),
      lang: words.language,
      dir: words.direction,
    },
  });
  return new Promise((resolve) => {
    let answer = choices[0]?.value ?? '';
    const buttons = choices.map(({ label, value, first }) => {
      const button = make('button', { text: label, attributes: { type: 'button' }, ...(first && { class: 'first' }) });
      button.addEventListener('click', () => {
        answer = value;
        card.close();
      });
      return button;
    });
    known?.addEventListener('abort', () => card.close(), { once: true });
    card.addEventListener('close', () => {
      remove(host);
      // Back to where a person was, with what was typed.
      goBack();
      resolve(answer);
    });
    const panel = make('div', {
      class: 'panel',
      children: [head, body, step, help(words), programs(words, own), make('div', { class: 'buttons', children: buttons })],
    });
    card.append(panel);
    host.root.append(card);
    document.documentElement.append(host.element);
    card.showModal();
    // Not a button: whoever is typing would press it.
    title.focus();
  });
}

/** What decided, for whoever wants to know it. */
function programs({ programs }: Words, own: OwnWords): HTMLElement | undefined {
  if (programs.length === 0) return undefined;
  const versions = programs.map(({ name, version }) => `${name} ${version}`).join(' · ');
  return make('p', { class: 'programs', children: [document.createTextNode(`${own.chat_decided_by} `), make('bdi', { text: versions, attributes: { dir: 'ltr' } })] });
}

function help(words: Words): HTMLElement | undefined {
  if (words.help.length === 0) return undefined;
  const entries = words.help.map(({ name, phone, url }) => {
    const site = url ? make('a', { text: new URL(url).host, attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' } }) : undefined;
    const number = phone ? make('bdi', { children: [make('a', { text: phone, attributes: { href: `tel:${phone.replace(/[^\d+]/g, '')}`, dir: 'ltr' } })] }) : undefined;
    const ways = make('span', { children: [site, site && number ? document.createTextNode(' · ') : undefined, number] });
    return make('li', { children: [make('bdi', { text: name }), ways] });
  });
  const unsure = words.help.some(({ phone, confirmed }) => phone && !confirmed);
  const note = unsure ? make('p', { class: 'note', text: words.labels.unconfirmed }) : undefined;
  return make('details', {
    children: [make('summary', { text: words.labels.help }), make('ul', { children: entries }), note],
  });
}
