// Asks the engine about pictures: each address once, what is visible first, few at a time.

import { ask } from '../../shared/ask';
import {
  PICTURE_PORT,
  type PictureAnswer,
  type PictureAsk,
  type PictureSource,
  type PictureVerdict,
} from '../../shared/protocol';
import { readPicture } from './reader';

/** Enough to keep two workers busy while the next pictures are on their way. */
const ASKED_AT_ONCE = 6;
/** Verdicts that a page keeps, the latest asked for. */
const REMEMBERED = 1000;
/** An engine may die; one that dies three times of the same picture is not asked again. */
const TRIES = 3;
/** Milliseconds until a picture is asked about again that the engine had no room for. */
const AGAIN = 500;

const UNREADABLE: PictureVerdict = { decided: true, cover: true, categories: [], why: 'unreadable' };

export type Verdict = Extract<PictureVerdict, { decided: true }>;
export type Listener = (verdict: Verdict) => void;

interface Question {
  id: number;
  url: string;
  tries: number;
  /** `resting`: will be asked again in a moment. */
  state: 'waiting' | 'asked' | 'resting';
  listeners: Map<Element, Listener>;
}

export class Asking {
  readonly #visible: (element: Element) => boolean;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #questions = new Map<string, Question>();
  readonly #frames = new Map<number, (verdict: PictureVerdict) => void>();
  #port: chrome.runtime.Port | undefined;
  #connecting: Promise<unknown> | undefined;
  #next = 0;
  #under = 0;

  constructor(visible: (element: Element) => boolean) {
    this.#visible = visible;
  }

  /** The engine starts while the page still loads. */
  start(): void {
    this.#connect().catch(() => undefined);
  }

  /** What was decided already. */
  known(url: string): Verdict | undefined {
    const verdict = this.#verdicts.get(url);
    if (verdict) {
      this.#verdicts.delete(url);
      this.#verdicts.set(url, verdict);
    }
    return verdict;
  }

  /** Decided anew when it is next asked for. */
  forget(url: string): void {
    this.#verdicts.delete(url);
  }

  about(url: string, element: Element, listener: Listener): void {
    let question = this.#questions.get(url);
    if (!question) {
      question = { id: this.#next++, url, tries: 0, state: 'waiting', listeners: new Map() };
      this.#questions.set(url, question);
    }
    question.listeners.set(element, listener);
    this.#soon();
  }

  /** A picture without an address, such as a frame of a video. */
  once(source: PictureSource): Promise<PictureVerdict> {
    return new Promise((resolve) => {
      const id = this.#next++;
      const end = (verdict: PictureVerdict) => {
        this.#frames.delete(id);
        resolve(verdict);
      };
      this.#frames.set(id, end);
      this.#connect().then(
        () => this.#send({ id, source, visible: true }),
        () => end({ decided: false }),
      );
    });
  }

  /** Settings changed: all is decided anew. */
  restart(): void {
    this.#verdicts.clear();
    const port = this.#port;
    this.#port = undefined;
    port?.disconnect();
    this.#again();
  }

  /** Nobody waits for it any more, as far as this element is concerned. */
  withdraw(url: string, element: Element): void {
    const question = this.#questions.get(url);
    if (!question?.listeners.delete(element) || question.listeners.size > 0) return;
    this.#questions.delete(url);
    if (question.state === 'asked') {
      this.#under -= 1;
      this.#send({ id: question.id, cancel: true });
      this.#soon();
    }
  }

  #soonSet = false;
  #soon(): void {
    if (this.#soonSet) return;
    this.#soonSet = true;
    // All pictures of one turn are known before the first of them is chosen.
    setTimeout(() => {
      this.#soonSet = false;
      this.#pump();
    }, 0);
  }

  #pump(): void {
    while (this.#under < ASKED_AT_ONCE) {
      const question = this.#nextQuestion();
      if (!question) return;
      question.state = 'asked';
      this.#under += 1;
      this.#put(question).catch(() => this.#settle(question, UNREADABLE));
    }
  }

  #nextQuestion(): Question | undefined {
    let first: Question | undefined;
    for (const question of this.#questions.values()) {
      if (question.state !== 'waiting') continue;
      if (this.#isVisible(question)) return question;
      first ??= question;
    }
    return first;
  }

  #isVisible(question: Question): boolean {
    for (const element of question.listeners.keys()) if (this.#visible(element)) return true;
    return false;
  }

  async #put(question: Question): Promise<void> {
    const [element] = question.listeners.keys();
    if (!element) return;
    const source = await readPicture(question.url, element);
    await this.#connect();
    if (this.#questions.get(question.url) !== question) return;
    this.#send({ id: question.id, source, visible: this.#isVisible(question) });
  }

  async #connect(): Promise<void> {
    if (this.#port) return;
    this.#connecting ??= ask('start-pictures', { styles: false }).finally(() => (this.#connecting = undefined));
    await this.#connecting;
    if (this.#port) return;
    const port = chrome.runtime.connect({ name: PICTURE_PORT });
    port.onMessage.addListener(({ id, verdict }: PictureAnswer) => {
      this.#frames.get(id)?.(verdict);
      for (const question of this.#questions.values()) if (question.id === id) return this.#settle(question, verdict);
    });
    port.onDisconnect.addListener(() => {
      // Read, so that the browser does not write it to the page's console.
      void chrome.runtime.lastError;
      if (this.#port === port) this.#port = undefined;
      this.#again();
    });
    this.#port = port;
  }

  #send(message: PictureAsk): void {
    try {
      this.#port?.postMessage(message);
    } catch {
      this.#port = undefined;
    }
  }

  /** The engine is gone, and what it was asked with it. */
  #again(): void {
    for (const end of [...this.#frames.values()]) end({ decided: false });
    for (const question of [...this.#questions.values()]) {
      if (question.state !== 'asked') continue;
      if (++question.tries >= TRIES) this.#settle(question, UNREADABLE);
      else this.#retry(question);
    }
  }

  #retry(question: Question): void {
    this.#under -= 1;
    question.state = 'resting';
    setTimeout(() => {
      question.state = 'waiting';
      this.#soon();
    }, AGAIN);
  }

  #settle(question: Question, verdict: PictureVerdict): void {
    if (this.#questions.get(question.url) !== question) return;
    if (!verdict.decided) {
      if (question.state === 'asked') this.#retry(question);
      return;
    }
    this.#questions.delete(question.url);
    if (question.state === 'asked') this.#under -= 1;
    this.#soon();
    this.#verdicts.set(question.url, verdict);
    for (const oldest of this.#verdicts.keys()) {
      if (this.#verdicts.size <= REMEMBERED) break;
      this.#verdicts.delete(oldest);
    }
    for (const listener of question.listeners.values()) listener(verdict);
  }
}
