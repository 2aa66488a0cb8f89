// Reads a list of messages: who wrote what, in order.

import { type Block, blocksOf } from './blocks';
import { childrenOf, hasText, isOwn } from './dom';
import { isRightToLeft, type Side, sideOf } from './sides';
import { OTHER_CLASS, isYou, OWN_CLASS } from './vocabulary';

export interface ShownMessage {
  own: boolean;
  /** As the page names it; empty where it does not. */
  author: string;
  text: string;
  /** Seconds since 1970, where the page says it. */
  time?: number;
  element: Element;
}

/** One entry of a list as it was read; kept while it stays as it is. */
interface Entry {
  raw: string;
  width: number;
  author: string;
  time?: number;
  /** By hidden words or class names, where they say. */
  own?: boolean;
  texts: { element: Element; text: string; side: Side }[];
}

/** Latest entries of a list that are read; what lies above is history. */
const MAX_ENTRIES = 400;

export class Reader {
  #known = new WeakMap<Element, Entry>();
  /** The author's name of what was seen going out from here. */
  ownName: string | undefined;

  constructor(readonly list: Element) {}

  read(): ShownMessage[] {
    const box = this.list.getBoundingClientRect();
    const rightToLeft = isRightToLeft(this.list);
    const entries = itemsOf(this.list)
      .slice(-MAX_ENTRIES)
      .map((item) => this.#entry(item, box, rightToLeft));
    const sides = sidesIn(entries);
    const messages: ShownMessage[] = [];
    let author = '';
    let ownBefore: boolean | undefined;
    for (const entry of entries) {
      for (const { element, text, side } of entry.texts) {
        if (sides.two && side === 'middle' && !entry.author) continue;
        const own = this.#isOwn(entry, side, sides);
        // Several messages in a row carry the name once.
        author = entry.author || (own === ownBefore ? author : '');
        ownBefore = own;
        messages.push({ own, author: own ? '' : author, text, element, ...(entry.time !== undefined && { time: entry.time }) });
      }
    }
    return messages;
  }

  /** Learns who is who from a text that was just sent from here. */
  learnOwn(text: string): void {
    const sent = fold(text);
    for (const item of itemsOf(this.list).slice(-5)) {
      const entry = this.#known.get(item);
      if (entry?.author && entry.texts.some((block) => fold(block.text) === sent)) this.ownName = entry.author;
    }
  }

  #isOwn(entry: Entry, side: Side, sides: { two: boolean; classes: boolean }): boolean {
    if (this.ownName !== undefined && entry.author) return entry.author === this.ownName;
    if (side === 'end') return true;
    if (sides.two && side === 'start') return false;
    if (entry.author && isYou(entry.author)) return true;
    return sides.classes && entry.own === true;
  }

  #entry(item: Element, box: DOMRect, rightToLeft: boolean): Entry {
    const raw = item.textContent ?? '';
    const before = this.#known.get(item);
    if (before && before.raw === raw && before.width === box.width) return before;
    const entry = readEntry(item, this.list, box, rightToLeft);
    this.#known.set(item, { ...entry, raw, width: box.width });
    return { ...entry, raw, width: box.width };
  }
}

/** The entries of a list: below what only wraps them. */
export function itemsOf(list: Element): Element[] {
  let at = list;
  for (let depth = 0; depth < 8; depth += 1) {
    const shown = childrenOf(at).filter((child) => !isOwn(child) && hasText(child));
    const only = shown[0];
    if (shown.length !== 1 || !only || childrenOf(only).filter(hasText).length === 0) return inOrder(at, shown);
    // One message alone is no wrapper.
    if (only.matches('[role=listitem], [role=article], li, article') || !childrenOf(only).some(isBlock)) return shown;
    at = only;
  }
  return inOrder(at, childrenOf(at).filter(hasText));
}

/** Virtual lists keep their elements in any order, and some run from the bottom up. */
function inOrder(parent: Element, items: Element[]): Element[] {
  const first = items[0];
  const last = items[items.length - 1];
  if (!first || !last || first === last) return items;
  if (getComputedStyle(parent).flexDirection === 'column-reverse') return items.reverse();
  if (getComputedStyle(first).position !== 'absolute') return items;
  const tops = new Map(items.map((item) => [item, item.getBoundingClientRect().top]));
  return items.sort((one, other) => (tops.get(one) ?? 0) - (tops.get(other) ?? 0));
}

function isBlock(element: Element): boolean {
  return !/^(inline|none)/.test(getComputedStyle(element).display);
}

function readEntry(item: Element, list: Element, box: DOMRect, rightToLeft: boolean): Entry {
  const blocks = blocksOf(item);
  const author = blocks.find(({ kind }) => kind === 'author');
  const hidden = blocks.find(({ kind, text }) => kind === 'hidden' && isYou(text));
  const texts = blocks
    .filter(({ kind }) => kind === 'text')
    .map(({ element, text }) => ({ element, text, side: sideOf(element, box, rightToLeft) }));
  const named = author?.text.replace(/[:：\s]+$/, '') ?? '';
  const own = hidden ? true : classOf(texts[0]?.element ?? item, item, list);
  const time = timeOf(blocks);
  return { raw: '', width: 0, author: named, texts, ...(own !== undefined && { own }), ...(time !== undefined && { time }) };
}

function classOf(from: Element, item: Element, list: Element): boolean | undefined {
  for (let at: Element | null = from; at && at !== list; at = at === item ? null : at.parentElement) {
    for (const part of (at.getAttribute('class') ?? '').toLowerCase().split(/[\s_-]+/)) {
      if (OWN_CLASS.has(part)) return true;
      if (OTHER_CLASS.has(part)) return false;
    }
    const told = at.getAttribute('data-own') ?? at.getAttribute('data-is-own') ?? at.getAttribute('data-outgoing');
    if (told !== null) return told !== 'false';
  }
  return undefined;
}

/** Whether the list has two sides, and whether its class names tell two kinds of messages apart. */
function sidesIn(entries: Entry[]): { two: boolean; classes: boolean } {
  const seen = new Set(entries.flatMap(({ texts }) => texts.map(({ side }) => side)));
  const told = entries.map(({ own }) => own);
  return { two: seen.has('start') && seen.has('end'), classes: told.includes(true) && told.some((own) => own !== true) };
}

function timeOf(blocks: Block[]): number | undefined {
  const stamp = blocks.find(({ element }) => element.localName === 'time')?.element.getAttribute('datetime');
  const time = stamp ? Date.parse(stamp) : Number.NaN;
  return Number.isFinite(time) && time <= Date.now() + 60_000 ? Math.floor(time / 1000) : undefined;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
