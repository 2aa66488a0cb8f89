// Why a picture is covered: what it may be, who says so, and in which version.

import { ask } from '../../shared/ask';
import type { Verdict } from './asking';
import { noticeHost } from './notice-host';

type Words = Record<string, string>;

/** Opens beside the button, in front of the page; it closes as the browser's own pop-ups do. */
export async function showWhy(verdicts: readonly Verdict[], button: HTMLElement): Promise<void> {
  const words = await readWords();
  const panel = button.closest<HTMLElement>('.panel');
  const card = document.createElement('div');
  card.className = 'card';
  card.popover = 'auto';
  card.tabIndex = -1;
  card.lang = panel?.lang ?? '';
  card.dir = panel?.dir ?? '';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', words.picture_why ?? '');
  card.append(...verdicts.map((verdict) => explained(verdict, words)));
  noticeHost().append(card);
  card.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') card.remove();
  });
  card.showPopover();
  place(card, button.getBoundingClientRect());
  card.focus();
}

function explained({ categories, why, programs }: Verdict, words: Words): HTMLElement {
  const unreadable = why === 'unreadable';
  const kinds = categories.map((category) => words[`category_${category}`] ?? words.category_sensitive_image ?? '');
  const what = unreadable ? (words.reason_picture ?? '') : kinds.join(', ');
  const versions = programs.map(({ name, version }) => `${name} ${version}`).join(' · ');
  const part = document.createElement('div');
  part.append(line('strong', what), line('p', words[`reason_${why}`] ?? ''));
  if (versions) part.append(line('code', versions));
  return part;
}

function line(name: 'strong' | 'p' | 'code', words: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = words;
  if (name === 'code') element.dir = 'ltr';
  return element;
}

function place(card: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { width, height } = card.getBoundingClientRect();
  const below = bottom + 6 + height <= innerHeight;
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  card.style.top = `${Math.max(8, below ? bottom + 6 : top - 6 - height)}px`;
}

async function readWords(): Promise<Words> {
  const parts = await Promise.all(['picture_', 'category_', 'reason_'].map((prefix) => ask('words', { prefix }).catch(() => undefined)));
  return Object.assign({}, ...parts.map((part) => part?.messages ?? {})) as Words;
}
