// Asks the engine about pictures: each address once, what is visible first, few at a time. While the engine is away
// nothing is given up: what waits is asked when it is back.

import { AwayError } from '../../shared/ask';
import { pauseAfter } from '../../shared/patience';
import type { PictureAnswer, PictureSource, PictureVerdict } from '../../shared/protocol';
import { presence } from '../presence';
import { Link } from './link';
import { readPicture } from './reader';

/** Enough to keep two workers busy while the next pictures are on their way. */
const ASKED_AT_ONCE = 6;
/** Verdicts that a page keeps, the latest asked for. */
const REMEMBERED = 1000;
/** Where the engine died so often with a picture under way, the picture is asked about alone. */
const SUSPECT = 3;
/** Milliseconds until a picture is asked about again that the engine had no room for. */
const AGAIN = 500;
/** And one with which the engine died when it was alone. */
const AGAIN_ALONE = 60_000;

const UNREADABLE: PictureVerdict = { decided: true, cover: true, categories: [], why: 'unreadable', programs: [] };

export type Verdict = Extract<PictureVerdict, { decided: true }>;
export type Listener = (verdict: Verdict) => void;

interface Question {
  id: number;
  url: string;
  /** How often the engine died with it. */
  deaths: number;
  /** `resting`: will be asked again in a moment. */
  state: 'waiting' | 'asked' | 'resting';
  listeners: Map<Element, Listener>;
}

export class Asking {
  readonly #visible: (element: Element) => boolean;
  readonly #verdicts = new Map<string, Verdict>();
  readonly #questions = new Map<string, Question>();
  readonly #frames = new Map<number, (verdict: PictureVerdict) => void>();
  readonly #link = new Link({ answer: (answer) => this.#answered(answer), gone: (stuck) => this.#gone(stuck) });
  #next = 0;
  /** Times in a row that nobody was there. */
  #failures = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(visible: (element: Element) => boolean) {
    this.#visible = visible;
    presence.on('answered', () => this.#wake());
    document.addEventListener('visibilitychange', () => this.#resting !== undefined && this.#wake());
  }

  /** The engine starts while the page still loads. */
  start(): void {
    this.#link.connect().catch(() => undefined);
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
      question = { id: this.#next++, url, deaths: 0, state: 'waiting', listeners: new Map() };
      this.#questions.set(url, question);
    }
    question.listeners.set(element, listener);
    this.#soon();
  }

  /** Elements that wait for an answer. */
  *waiting(): Generator<Element> {
    for (const { listeners } of this.#questions.values()) yield* listeners.keys();
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
      this.#link.connect().then(
        () => this.#link.send({ id, source, visible: true }),
        () => {
          presence.failed();
          end({ decided: false });
        },
      );
    });
  }

  /** Settings changed: all is decided anew. */
  restart(): void {
    this.#verdicts.clear();
    this.#link.disconnect();
    for (const end of [...this.#frames.values()]) end({ decided: false });
    for (const question of this.#questions.values()) this.#rest(question, 0);
  }

  /** Nobody waits for it any more, as far as this element is concerned. */
  withdraw(url: string, element: Element): void {
    const question = this.#questions.get(url);
    if (!question?.listeners.delete(element) || question.listeners.size > 0) return;
    this.#questions.delete(url);
    if (question.state !== 'asked') return;
    this.#link.send({ id: question.id, cancel: true });
    this.#soon();
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
    if (this.#resting !== undefined) return;
    const asked = [...this.#questions.values()].filter(({ state }) => state === 'asked');
    let room = asked.some(isSuspect) ? 0 : ASKED_AT_ONCE - asked.length;
    while (room > 0) {
      const question = this.#nextQuestion(room === ASKED_AT_ONCE);
      if (!question) return;
      room = isSuspect(question) ? 0 : room - 1;
      question.state = 'asked';
      void this.#put(question);
    }
  }

  /** What is visible goes first; what may have killed the engine goes last, and alone. */
  #nextQuestion(alone: boolean): Question | undefined {
    let first: Question | undefined;
    let suspect: Question | undefined;
    for (const question of this.#questions.values()) {
      if (question.state !== 'waiting') continue;
      if (isSuspect(question)) {
        suspect ??= question;
        continue;
      }
      if (this.#isVisible(question)) return question;
      first ??= question;
    }
    return first ?? (alone ? suspect : undefined);
  }

  #isVisible(question: Question): boolean {
    for (const element of question.listeners.keys()) if (this.#visible(element)) return true;
    return false;
  }

  async #put(question: Question): Promise<void> {
    const [element] = question.listeners.keys();
    if (!element) return;
    try {
      const source = await readPicture(question.url, element);
      await this.#link.connect();
      if (!this.#isOpen(question)) return;
      this.#link.send({ id: question.id, source, visible: this.#isVisible(question) });
    } catch (error) {
      if (error instanceof AwayError) this.#away(question);
      else this.#settle(question, UNREADABLE);
    }
  }

  #isOpen(question: Question): boolean {
    return this.#questions.get(question.url) === question && question.state === 'asked';
  }

  #answered({ id, verdict }: PictureAnswer): void {
    if (verdict.decided || !verdict.away) {
      this.#failures = 0;
      presence.answered();
    }
    this.#frames.get(id)?.(verdict);
    for (const question of this.#questions.values()) if (question.id === id) return this.#settle(question, verdict);
  }

  /** The engine is gone, and what it was asked with it. */
  #gone(stuck: boolean): void {
    for (const end of [...this.#frames.values()]) end({ decided: false });
    for (const question of this.#questions.values()) {
      if (question.state !== 'asked') continue;
      question.deaths += 1;
      this.#rest(question, question.deaths > SUSPECT ? AGAIN_ALONE : AGAIN);
    }
    if (stuck) presence.failed();
  }

  /** Nobody is there: all that waits goes on waiting, and one timer looks after the engine. */
  #away(question: Question): void {
    presence.failed();
    if (this.#isOpen(question)) question.state = 'waiting';
    if (this.#resting !== undefined) return;
    this.#failures += 1;
    this.#resting = setTimeout(() => this.#wake(), pauseAfter(this.#failures));
  }

  #wake(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#soon();
  }

  #rest(question: Question, milliseconds: number): void {
    question.state = 'resting';
    setTimeout(() => {
      if (question.state === 'resting') question.state = 'waiting';
      this.#soon();
    }, milliseconds);
    this.#soon();
  }

  #settle(question: Question, verdict: PictureVerdict): void {
    if (!this.#isOpen(question)) return;
    if (!verdict.decided) return verdict.away ? this.#away(question) : this.#rest(question, AGAIN);
    this.#questions.delete(question.url);
    this.#soon();
    this.#verdicts.set(question.url, verdict);
    for (const oldest of this.#verdicts.keys()) {
      if (this.#verdicts.size <= REMEMBERED) break;
      this.#verdicts.delete(oldest);
    }
    for (const listener of question.listeners.values()) listener(verdict);
  }
}

function isSuspect({ deaths }: Question): boolean {
  return deaths >= SUSPECT;
}
