// Whether the engine answers, as far as this page knows: told by whoever asks it, heard by whoever shows it.

/** Milliseconds without an answer until a person is told; a start takes less. */
const TOLD_AFTER = 4000;

/** `change`: `away` is another. `answered`: an answer came after one that did not. */
type News = 'change' | 'answered';

/** Not an `EventTarget`: in a content script of Firefox a class that extends one of the page's has none of its own methods. */
export class Presence {
  readonly #listeners: Record<News, Set<() => void>> = { change: new Set(), answered: new Set() };
  #failing = false;
  #away = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Nobody has answered for a while, and what waits is not checked. */
  get away(): boolean {
    return this.#away;
  }

  on(news: News, listener: () => void): void {
    this.#listeners[news].add(listener);
  }

  off(news: News, listener: () => void): void {
    this.#listeners[news].delete(listener);
  }

  answered(): void {
    if (!this.#failing) return;
    this.#failing = false;
    clearTimeout(this.#timer);
    this.#set(false);
    this.#tell('answered');
  }

  failed(): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#timer = setTimeout(() => this.#set(true), TOLD_AFTER);
  }

  #set(away: boolean): void {
    if (away === this.#away) return;
    this.#away = away;
    this.#tell('change');
  }

  #tell(news: News): void {
    for (const listener of [...this.#listeners[news]]) listener();
  }
}

export const presence = new Presence();
