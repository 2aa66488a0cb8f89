// Work that waits until the page has nothing better to do, and that never takes more than its share.

/** Of the time of a page, at most. */
const SHARE = 0.005;

export class Idle {
  #waiting = false;
  #notBefore = 0;

  /** `pause`: milliseconds between two runs at least; `deadline`: until it runs on a busy page. */
  constructor(
    private readonly work: () => void,
    private readonly pause: number,
    private readonly deadline: number,
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
      const start = performance.now();
      this.work();
      const cost = performance.now() - start;
      this.#notBefore = start + Math.max(this.pause, cost / SHARE);
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: this.deadline });
    else setTimeout(run, 50);
  }
}
