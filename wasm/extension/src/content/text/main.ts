// Looks for chats on the page and follows them.

import type { PageSettings } from '../../shared/settings';
import { type Composer, composerAt, composers } from './composer';
import { contains, isOwn } from './dom';
import { type Candidate, candidateFor, type Chat, isChat, sawGrowth } from './finder';
import { Idle } from './idle';
import { itemsOf } from './messages';
import { type Chats, OutgoingGuard } from './outgoing';
import { PictureGuard } from './pictures';
import { stopHandover, Watch } from './watch';

/** Fields of a page that are considered; more is no chat but a form. */
const MAX_FIELDS = 12;
/** Chats that are followed at once, as pop-ups of one site. */
const MAX_WATCHES = 6;

class Finder implements Chats {
  readonly #watches = new Map<Composer, Watch>();
  /** Lists that may turn out to be a chat's once they grow, with their length. */
  readonly #lengths = new WeakMap<Element, number>();
  readonly #idle = new Idle(() => this.#search(), { pause: 800, deadline: 1500, share: 0.005, longest: 20_000 });

  readonly #observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !(target instanceof Element && isOwn(target)))) this.#idle.request();
  });
  #on = false;

  constructor() {
    addEventListener('focusin', (event) => this.#onFocus(event), { capture: true });
    addEventListener('scroll', () => this.#on && this.#idle.request(), { capture: true, passive: true });
  }

  settle(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    if (on) {
      this.#observer.observe(document, { childList: true, subtree: true });
      this.#idle.request();
      return;
    }
    this.#observer.disconnect();
    for (const watch of this.#watches.values()) watch.stop();
    this.#watches.clear();
    stopHandover();
  }

  chatOf(composer: Composer): Chat | undefined {
    if (!this.#on) return undefined;
    const watch = this.#watches.get(composer);
    if (watch?.isThere) return watch.chat;
    // A field that just came, with a text already in it: now or never.
    return this.#consider(composer)?.chat;
  }

  all(): Chat[] {
    return [...this.#watches.values()].filter(({ isThere }) => isThere).map(({ chat }) => chat);
  }

  sent(chat: Chat, text: string): void {
    this.#watches.get(chat.composer)?.sent(text);
  }

  #onFocus(event: FocusEvent): void {
    const composer = this.#on ? composerAt(event.composedPath()[0] ?? null) : undefined;
    if (composer && !this.#watches.has(composer)) this.#consider(composer);
  }

  #search(): void {
    if (!this.#on) return;
    for (const [composer, watch] of this.#watches) {
      if (watch.isThere) continue;
      watch.stop();
      this.#watches.delete(composer);
    }
    const fields = composers();
    if (fields.length > MAX_FIELDS) return;
    for (const composer of fields) if (!this.#watches.has(composer)) this.#consider(composer);
  }

  #consider(composer: Composer): Watch | undefined {
    if (this.#watches.size >= MAX_WATCHES) return undefined;
    const candidate = candidateFor(composer);
    if (!isChat(candidate)) {
      if (candidate) this.#noteLength(candidate);
      return undefined;
    }
    if (this.all().some(({ list }) => contains(list, candidate.list) || contains(candidate.list, list))) return undefined;
    const watch = new Watch(candidate);
    this.#watches.set(composer, watch);
    return watch;
  }

  /** A list that gets longer at its end, while its first entry stays, grows as chats do. */
  #noteLength({ list }: Candidate): void {
    const items = itemsOf(list);
    const before = this.#lengths.get(list);
    const last = items[items.length - 1];
    if (before !== undefined && before >= 1 && items.length > before && last && this.#ends.get(list) !== last) sawGrowth(list);
    this.#lengths.set(list, items.length);
    if (last) this.#ends.set(list, last);
  }

  readonly #ends = new WeakMap<Element, Element>();
}

/**
 * Listens from the page's beginning on, before its own scripts do; the answer takes settings, and
 * until it is called nothing is looked at.
 */
export function startChats(): (settings: PageSettings) => void {
  const finder = new Finder();
  new OutgoingGuard(finder);
  new PictureGuard(finder);
  return ({ active, chats }) => finder.settle(active && chats);
}
