// Whether the engine answers, as far as this page knows: told by whoever asks it, heard by whoever shows it.

/** Milliseconds without an answer until a person is told; a start takes less. */
const TOLD_AFTER = 4000;

/** `change`: `away` is another. `answered`: an answer came after one that did not. */
export class Presence extends EventTarget {
  #failing = false;
  #away = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Nobody has answered for a while, and what waits is not checked. */
  get away(): boolean {
    return this.#away;
  }

  answered(): void {
    if (!this.#failing) return;
    this.#failing = false;
    clearTimeout(this.#timer);
    this.#set(false);
    this.dispatchEvent(new Event('answered'));
  }

  failed(): void {
    if (this.#failing) return;
    this.#failing = true;
    this.#timer = setTimeout(() => this.#set(true), TOLD_AFTER);
  }

  #set(away: boolean): void {
    if (away === this.#away) return;
    this.#away = away;
    this.dispatchEvent(new Event('change'));
  }
}

export const presence = new Presence();
