// Work that waits until the page has nothing better to do, and that never takes more than its share.

export interface Manners {
  /** Milliseconds between two runs, at least. */
  pause: number;
  /** Milliseconds until it runs on a page that is never idle. */
  deadline: number;
  /** Of the page's time, at most: where a run took long, the next one comes later. */
  share: number;
  /** Milliseconds between two runs however long they take. */
  longest: number;
}

export class Idle {
  #waiting = false;
  #notBefore = 0;

  constructor(
    private readonly work: () => void,
    private readonly manners: Manners,
  ) {}

  /** Runs once soon, however often it is asked. */
  request(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const wait = Math.max(0, this.#notBefore - performance.now());
    if (wait > 0) setTimeout(() => this.#whenIdle(), wait);
    else this.#whenIdle();
  }

  #whenIdle(): void {
    const run = (): void => {
      this.#waiting = false;
      if (document.hidden) {
        document.addEventListener('visibilitychange', () => this.request(), { once: true });
        return;
      }
      const { pause, share, longest } = this.manners;
      const start = performance.now();
      this.work();
      const cost = performance.now() - start;
      this.#notBefore = start + Math.min(longest, Math.max(pause, cost / share));
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: this.manners.deadline });
    else setTimeout(run, 50);
  }
}
