// Follows one chat: hands over what is new and shows what comes of it.

import type { ChatVerdict, SeenMessage, Words } from '../../shared/protocol';
import { coverMessage } from '../ui/cover';
import { presence } from '../presence';
import { hideSign, showCard, showSign } from '../ui/notice';
import { ownWords, uncheckedMessages } from '../ui/own-words';
import { type Chat, sawGrowth } from './finder';
import { Handover } from './handover';
import { Idle } from './idle';
import { Reader, type ShownMessage } from './messages';
import { nameOf } from './names';
import { digestOf, Seen } from './seen';

/** Chats of a page that are remembered while it lives. */
const MAX_CHATS = 50;
/** Messages in one request; a longer history is handed over in parts. */
const BATCH = 200;
const RANK: Record<ChatVerdict['action'], number> = { allow: 0, indicate: 1, blur: 2, interrupt: 3, mute: 4 };

interface Known {
  seen: Seen;
  /** Rank of what a person was told of here, by counterpart and category. */
  told: Map<string, number>;
  /** Digests of messages that are covered, with what the cover says. */
  covered: Map<string, Words>;
}

/** By name, the latest last. */
const known = new Map<string, Known>();
/** Of all chats of the page, in one order. */
const handover = new Handover();

export class Watch {
  readonly #reader: Reader;
  readonly #observer = new MutationObserver(() => this.#idle.request());
  readonly #idle = new Idle(() => this.#read(), { pause: 150, deadline: 400, share: 0.1, longest: 2000 });
  #name = '';
  #count = 0;

  constructor(readonly chat: Chat) {
    this.#reader = new Reader(chat.list);
    this.#observer.observe(chat.list, { childList: true, characterData: true, subtree: true });
    this.#idle.request();
    presence.on('change', this.#showPresence);
    // There when the engine is not.
    void ownWords();
  }

  stop(): void {
    this.#observer.disconnect();
    presence.off('change', this.#showPresence);
    hideSign();
  }

  get isThere(): boolean {
    return this.chat.list.isConnected && this.chat.composer.isConnected;
  }

  /** A text went out from here: whoever is named beside it is the person here. */
  sent(text: string): void {
    setTimeout(() => this.#reader.learnOwn(text), 1500);
  }

  /** While nobody checks what comes in, the chat says so. */
  readonly #showPresence = async (): Promise<void> => {
    if (!presence.away) {
      if (this.#unchecked) hideSign();
      this.#unchecked = false;
    } else if (handover.waits && this.isThere && !this.#unchecked) {
      this.#unchecked = true;
      const words = await uncheckedMessages();
      if (this.#unchecked && words.title) await showSign(words, this.chat.list);
    }
  };
  #unchecked = false;

  #read(): void {
    if (!this.isThere) return;
    const messages = this.#reader.read();
    const name = nameOf(this.chat);
    if (name !== this.#name) {
      this.#name = name;
      hideSign();
    } else if (messages.length > this.#count) sawGrowth(this.chat.list);
    this.#count = messages.length;
    const here = remember(name);
    const digests = messages.map(({ own, author, text }) => digestOf(own ? 'own' : 'other', author, text));
    for (const [index, { element }] of messages.entries()) {
      // Lists are rendered anew; what was covered stays it.
      const words = here.covered.get(digests[index] ?? '');
      if (words) this.#cover(element, digests[index] ?? '', words, here);
    }
    const { changes, history } = here.seen.update(digests, isAtEnd(this.chat.list));
    if (changes.length === 0) return;
    const now = Math.floor(Date.now() / 1000);
    const news = changes.map(({ index, edited }) => ({ message: messages[index] as ShownMessage, digest: digests[index] ?? '', edited }));
    for (const [counterpart, batch] of byCounterpart(news, messages, name)) {
      for (let start = 0; start < batch.length; start += BATCH) {
        const part = batch.slice(start, start + BATCH);
        const asked: SeenMessage[] = part.map(({ message: { own, text, time }, edited }) => ({
          role: own ? 'protected' : 'counterpart',
          text,
          ...((time ?? (history ? undefined : now)) !== undefined && { time: time ?? now }),
          ...(edited && { edited }),
        }));
        handover.add({ counterpart, messages: asked, history }, (verdict) => this.#show(verdict, part, counterpart, here, name));
        void this.#showPresence();
      }
    }
  }

  #cover(element: Element, digest: string, words: Words, here: Known): void {
    if (!(element instanceof HTMLElement)) return;
    coverMessage(element, words, (covered) => {
      if (covered) here.covered.set(digest, words);
      else here.covered.delete(digest);
    });
  }

  #show(verdict: ChatVerdict, part: News[], counterpart: string, here: Known, name: string): void {
    const { action, words, cover, again, categories } = verdict;
    if (!words) return;
    for (const index of cover) {
      const digest = part[index]?.digest;
      if (digest) here.covered.set(digest, words);
    }
    const about = `${counterpart}\n${categories.join()}`;
    const told = here.told.get(about) ?? 0;
    // A sign for what was told on another day; what comes in now is in the way once more.
    here.told.set(about, Math.max(told, again ? Math.min(RANK[action], RANK.blur) : RANK[action]));
    // A person who went on to another chat is not told of this one there.
    if (name !== this.#name) return;
    for (const index of cover) {
      const one = part[index];
      if (one) this.#cover(one.message.element, one.digest, words, here);
    }
    // Told once: a person who put it away is left alone until it is worse, or something else.
    if (RANK[action] <= told) return;
    if (!again && (action === 'interrupt' || action === 'mute')) {
      void showCard(words).then(() => (name === this.#name ? showSign(words, this.chat.list) : undefined));
    } else void showSign(words, this.chat.list);
  }
}

interface News {
  message: ShownMessage;
  digest: string;
  edited: boolean;
}

/** The person's own messages count with whoever wrote before. */
function byCounterpart(news: News[], messages: ShownMessage[], name: string): Map<string, News[]> {
  const before = new Map<ShownMessage, string>();
  let latest = messages.find(({ own, author }) => !own && author)?.author ?? name;
  for (const message of messages) {
    if (!message.own) latest = message.author || name;
    before.set(message, latest);
  }
  const groups = new Map<string, News[]>();
  for (const one of news) {
    const counterpart = before.get(one.message) ?? name;
    const group = groups.get(counterpart);
    if (group) group.push(one);
    else groups.set(counterpart, [one]);
  }
  return groups;
}

function remember(name: string): Known {
  const there = known.get(name) ?? { seen: new Seen(), told: new Map(), covered: new Map() };
  known.delete(name);
  known.set(name, there);
  const [oldest] = known.keys();
  if (known.size > MAX_CHATS && oldest !== undefined) known.delete(oldest);
  return there;
}

function isAtEnd(list: Element): boolean {
  for (let at: Element | null = list; at; at = at.parentElement) {
    if (!/^(auto|scroll|overlay)$/.test(getComputedStyle(at).overflowY)) continue;
    if (getComputedStyle(at).flexDirection === 'column-reverse') return at.scrollTop > -200;
    return at.scrollHeight - at.clientHeight - at.scrollTop < 200;
  }
  return true;
}

/** What waits is not assessed any more. */
export function stopHandover(): void {
  handover.clear();
}
