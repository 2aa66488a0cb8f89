// Asks before a text goes out that gives something away. Whatever happens, what was typed stays, and
// no text that was decided is held back twice. Where the engine is away, the person is told so and decides.

import { ask } from '../../shared/ask';
import { within } from '../../shared/patience';
import type { OutgoingVerdict } from '../../shared/protocol';
import { insist } from '../insist';
import { presence } from '../presence';
import { askToSend, showSign } from '../ui/notice';
import { shown } from '../ui/host';
import { uncheckedSending } from '../ui/own-words';
import { type Composer, composerAt, textIn } from './composer';
import { contains, parentOf } from './dom';
import type { Chat } from './finder';
import { release, type Attempt } from './release';
import { digestOf } from './seen';
import { SEND, SEND_SIGNS } from './vocabulary';

/** Texts decided in this page; the oldest are forgotten. */
const MAX_DECIDED = 200;
/** Longer than that nobody is kept waiting without a word; less where the engine is known to be away. */
const PATIENCE = 5000;
const PATIENCE_AWAY = 1000;
/** After the last key until a draft is looked at, so that sending need not wait. */
const DRAFT_PAUSE = 200;

/** Undefined: the engine can say nothing of it. */
type Check = Promise<OutgoingVerdict | undefined>;
type Decision = 'free' | 'told' | Check | OutgoingVerdict;

export interface Chats {
  /** The chat that the field belongs to, if any. */
  chatOf(composer: Composer): Chat | undefined;
  /** All chats that are on the page now. */
  all(): Chat[];
  sent(chat: Chat, text: string): void;
}

export class OutgoingGuard {
  readonly #decided = new Map<string, Decision>();
  /** Fields in which Enter begins a new line. */
  readonly #enterIsLine = new WeakSet<Composer>();
  /** The check of the latest draft: of those before it nobody waits for an answer. */
  #latest = new AbortController();
  #draft: ReturnType<typeof setTimeout> | undefined;
  #releasing = false;
  #asking = false;

  constructor(private readonly chats: Chats) {
    const options = { capture: true };
    addEventListener('keydown', (event) => this.#onKey(event), options);
    addEventListener('keypress', (event) => this.#onKey(event), options);
    addEventListener('keyup', keepOwn, options);
    addEventListener('input', (event) => this.#onInput(event), options);
    addEventListener('submit', (event) => this.#onSubmit(event), options);
    for (const press of ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend', 'click'] as const) {
      addEventListener(press, (event) => this.#onPress(event), { capture: true, passive: false });
    }
  }

  #onInput(event: Event): void {
    const composer = composerAt(event.composedPath()[0] ?? null);
    if (!composer || !this.chats.chatOf(composer)) return;
    clearTimeout(this.#draft);
    this.#draft = setTimeout(() => this.#decide(textIn(composer)), DRAFT_PAUSE);
  }

  #onKey(event: KeyboardEvent): void {
    keepOwn(event);
    if (this.#releasing || event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    // While a word is being composed, Enter chooses it.
    if (event.isComposing || event.keyCode === 229) return;
    const composer = composerAt(event.composedPath()[0] ?? null);
    const chat = composer && this.chats.chatOf(composer);
    if (!composer || !chat || (this.#enterIsLine.has(composer) && !event.ctrlKey && !event.metaKey)) return;
    this.#hold(event, chat, { kind: 'key', target: composer, ctrlKey: event.ctrlKey, metaKey: event.metaKey });
  }

  #onSubmit(event: SubmitEvent): void {
    const form = event.composedPath()[0];
    if (this.#releasing || !(form instanceof HTMLFormElement)) return;
    const chat = this.chats.all().find(({ composer }) => contains(form, composer));
    if (chat) this.#hold(event, chat, { kind: 'submit', form, submitter: event.submitter });
  }

  #onPress(event: Event): void {
    if (this.#releasing) return;
    for (const chat of this.chats.all()) {
      const button = sendButtonAt(event.composedPath(), chat);
      if (button) return this.#hold(event, chat, { kind: 'press', button }, event.type === 'click');
    }
  }

  /** `asks`: of the events of one press, only the last one asks. */
  #hold(event: Event, chat: Chat, attempt: Attempt, asks = true): void {
    const text = textIn(chat.composer);
    if (!text) return;
    const decision = this.#decide(text);
    if (decision === 'free' || (decision !== 'told' && !('then' in decision) && !decision.ask)) {
      if (asks) this.#letGo(chat, text, decision);
      return;
    }
    if (decision === 'told') {
      if (asks) this.chats.sent(chat, text);
      return;
    }
    event.stopImmediatePropagation();
    if (asks) event.preventDefault();
    if (!asks || this.#asking) return;
    this.#asking = true;
    void this.#askAndSend(text, decision, chat, attempt).finally(() => (this.#asking = false));
  }

  async #askAndSend(text: string, decision: OutgoingVerdict | Check, chat: Chat, attempt: Attempt): Promise<void> {
    const verdict = await this.#verdictOf(decision);
    let send = verdict !== 'back';
    if (typeof verdict === 'object') {
      if (verdict.ask && verdict.words) {
        // Only numbers are kept of it: a count of the day.
        void ask('nudged', {}).catch(() => undefined);
        send = await askToSend(verdict.words);
      }
      // Asked once: whatever was answered, the same text goes out when it is sent again.
      this.#remember(text, 'told');
    }
    if (!send || textIn(chat.composer) !== text) return;
    this.#letGo(chat, text, typeof verdict === 'object' ? verdict : 'free');
    this.#releasing = true;
    try {
      const line = await release(attempt, chat.composer);
      if (line === 'line') this.#enterIsLine.add(chat.composer);
    } finally {
      this.#releasing = false;
    }
  }

  /** Where none comes, what the person says; a verdict that comes meanwhile takes the question's place. */
  async #verdictOf(decision: OutgoingVerdict | Check): Promise<OutgoingVerdict | 'send' | 'back'> {
    if (!('then' in decision)) return decision;
    const verdict = await within(decision, presence.away ? PATIENCE_AWAY : PATIENCE).catch(() => undefined);
    if (verdict) return verdict;
    const known = new AbortController();
    let late: OutgoingVerdict | undefined;
    void decision.then((answer) => {
      late = answer;
      if (answer) known.abort();
    });
    const send = await askToSend(await uncheckedSending('text'), known.signal);
    return late ?? (send ? 'send' : 'back');
  }

  #letGo(chat: Chat, text: string, verdict: OutgoingVerdict | 'free'): void {
    if (verdict !== 'free' && !verdict.ask && verdict.words) {
      void showSign(verdict.words, chat.list);
      this.#remember(text, 'free');
    }
    this.chats.sent(chat, text);
  }

  #decide(text: string): Decision {
    const id = digestOf(text);
    const there = this.#decided.get(id);
    if (there !== undefined || !text) return there ?? 'free';
    if (!this.#asking) this.#latest.abort();
    this.#latest = new AbortController();
    const checked: Check = insist('outgoing', () => ({ text }), this.#latest.signal).then((verdict) => {
      if (this.#decided.get(id) !== checked) return verdict;
      // Asked about anew when it is next met.
      if (verdict) this.#remember(text, verdict);
      else this.#decided.delete(id);
      return verdict;
    });
    this.#remember(text, checked);
    return checked;
  }

  #remember(text: string, decision: Decision): void {
    const id = digestOf(text);
    this.#decided.delete(id);
    this.#decided.set(id, decision);
    const [oldest] = this.#decided.keys();
    if (this.#decided.size > MAX_DECIDED && oldest !== undefined) this.#decided.delete(oldest);
  }
}

/** Keys in what Himaya shows go no further; buttons and dialogs do what they do without listeners. */
function keepOwn(event: Event): void {
  const target = event.target;
  if (target instanceof Element && shown.has(target)) event.stopImmediatePropagation();
}

/** The button that sends, if it is what was pressed. */
export function sendButtonAt(path: EventTarget[], { composer, region, list }: Chat): HTMLElement | undefined {
  for (const at of path) {
    if (at === region || at === document) return undefined;
    if (!(at instanceof HTMLElement) || !at.matches('button, [role=button], input[type=submit], input[type=image], a')) continue;
    if (contains(list, at) || contains(at, composer) || !contains(region, at)) return undefined;
    return isSend(at, composer) ? at : undefined;
  }
  return undefined;
}

function isSend(button: HTMLElement, composer: Composer): boolean {
  const form = (composer as HTMLTextAreaElement).form ?? composer.closest('form');
  const type = button.getAttribute('type');
  if (form && 'form' in button && button.form === form && (type === 'submit' || (type === null && button.localName === 'button'))) return true;
  const named = [button.getAttribute('aria-label'), button.getAttribute('title'), button.textContent, button.getAttribute('value'), button.querySelector('[aria-label], title')?.textContent]
    .filter(Boolean)
    .join(' ')
    .trim();
  if (SEND.test(named) || SEND_SIGNS.test(named) || /(^|[-_\s])send/i.test(button.dataset.testid ?? button.id)) return true;
  return named === '' && isLastBeside(button, composer);
}

/** Without a name: the last button behind the field. */
function isLastBeside(button: HTMLElement, composer: Composer): boolean {
  for (let at: Element | null = composer; at; at = parentOf(at)) {
    if (!contains(at, button)) continue;
    const all = [...at.querySelectorAll('button, [role=button]')];
    const behind = (composer.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return behind && all[all.length - 1] === button;
  }
  return false;
}
