// What the page calls the chat. Only a digest of it is kept, by the engine.

import type { Chat } from './finder';
import { childrenOf, contains, isVisible, parentOf } from './dom';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading]';

/** The same as long as the same chat is open, another for another chat. */
export function nameOf(chat: Chat): string {
  const place = location.pathname + (location.hash.startsWith('#/') || location.hash.startsWith('#!') ? location.hash : '');
  return `${headingAbove(chat) ?? labelOf(chat) ?? clean(document.title)}\n${place}`;
}

function headingAbove({ list, region }: Chat): string | undefined {
  const box = list.getBoundingClientRect();
  let at: Element | null = region;
  for (let depth = 0; at && depth < 3; depth += 1) {
    let nearest: { text: string; distance: number } | undefined;
    for (const heading of at.querySelectorAll(HEADING)) {
      if (contains(list, heading) || !isVisible(heading)) continue;
      const place = heading.getBoundingClientRect();
      const distance = box.top - place.top;
      if (distance < -8 || place.right < box.left || place.left > box.right) continue;
      const text = clean(heading.textContent ?? '');
      if (text && (!nearest || distance < nearest.distance)) nearest = { text, distance };
    }
    if (nearest) return nearest.text;
    if (at === document.body) return undefined;
    at = parentOf(at);
  }
  return undefined;
}

function labelOf({ list, region }: Chat): string | undefined {
  const labelled = [list, region, ...childrenOf(region)].find((element) => element.getAttribute('aria-label'));
  return clean(labelled?.getAttribute('aria-label') ?? '') || undefined;
}

/** Without what changes while a chat stays the same: counts of unread messages. */
function clean(text: string): string {
  return text
    .replace(/[([{]\s*\p{Nd}+\+?\s*[)\]}]/gu, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
