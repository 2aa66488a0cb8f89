// The port to the engine: made when it is needed, given up when nothing comes back through it.

import { ask, AwayError } from '../../shared/ask';
import { PICTURE_PORT, type PictureAnswer, type PictureAsk } from '../../shared/protocol';

/** Milliseconds without an answer after which the engine counts as stuck; it exchanges a worker that is stuck itself before. */
const STUCK_AFTER = 75_000;

export interface LinkEnd {
  answer(answer: PictureAnswer): void;
  /** The engine is gone with all that it was asked. `stuck`: it did not end, it only said nothing. */
  gone(stuck: boolean): void;
}

export class Link {
  readonly #end: LinkEnd;
  readonly #asked = new Set<number>();
  #port: chrome.runtime.Port | undefined;
  #connecting: Promise<void> | undefined;
  #stuck: ReturnType<typeof setTimeout> | undefined;

  constructor(end: LinkEnd) {
    this.#end = end;
  }

  /** Starts the engine where it sleeps. Throws an `AwayError` where it does not start. */
  connect(): Promise<void> {
    if (this.#port) return Promise.resolve();
    this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined));
    return this.#connecting;
  }

  send(message: PictureAsk): void {
    try {
      if (!this.#port) throw new AwayError('no port');
      this.#port.postMessage(message);
    } catch {
      return this.#lost(false);
    }
    if ('cancel' in message) this.#asked.delete(message.id);
    else this.#asked.add(message.id);
    this.#watch();
  }

  disconnect(): void {
    const port = this.#port;
    this.#port = undefined;
    this.#asked.clear();
    this.#watch();
    port?.disconnect();
  }

  async #open(): Promise<void> {
    await ask('start-pictures', { styles: false }).catch(() => {
      throw new AwayError('no engine');
    });
    if (this.#port) return;
    const port = connectPort();
    port.onMessage.addListener((answer: PictureAnswer) => {
      this.#asked.delete(answer.id);
      clearTimeout(this.#stuck);
      this.#stuck = undefined;
      this.#watch();
      this.#end.answer(answer);
    });
    port.onDisconnect.addListener(() => {
      // Read, so that the browser does not write it to the page's console.
      void chrome.runtime.lastError;
      if (this.#port === port) this.#lost(false);
    });
    this.#port = port;
  }

  #watch(): void {
    if (this.#asked.size === 0) {
      clearTimeout(this.#stuck);
      this.#stuck = undefined;
    } else this.#stuck ??= setTimeout(() => this.#lost(true), STUCK_AFTER);
  }

  #lost(stuck: boolean): void {
    this.disconnect();
    this.#end.gone(stuck);
  }
}

function connectPort(): chrome.runtime.Port {
  try {
    return chrome.runtime.connect({ name: PICTURE_PORT });
  } catch {
    throw new AwayError('the extension is gone');
  }
}
