/** What is used of a chrome.storage area; tests have one of their own. */
export interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Runs what it is given one after the other, as two that read, change and write would lose one change. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(next: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(next);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
