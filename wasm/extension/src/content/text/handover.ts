// Messages on their way to the engine, in their order. While it is away they wait here, the latest of them, and are
// assessed when it is back.

import type { Ask, ChatVerdict } from '../../shared/protocol';
import { insist } from '../insist';

/** Messages that wait at most; of more the oldest are left out. */
const MAX_WAITING = 1000;

interface Job {
  asked: Ask<'chat'>;
  done(verdict: ChatVerdict): void;
}

export class Handover {
  #jobs: Job[] = [];
  #running = false;
  #off = new AbortController();

  add(asked: Ask<'chat'>, done: (verdict: ChatVerdict) => void): void {
    this.#jobs.push({ asked, done });
    let waiting = this.#jobs.reduce((sum, job) => sum + job.asked.messages.length, 0);
    // The first is on its way.
    while (waiting > MAX_WAITING && this.#jobs.length > 2) {
      waiting -= this.#jobs.splice(1, 1)[0]?.asked.messages.length ?? 0;
    }
    void this.#run();
  }

  /** Whether anything is on its way. */
  get waits(): boolean {
    return this.#jobs.length > 0;
  }

  /** Nobody wants an answer any more. */
  clear(): void {
    this.#jobs = [];
    this.#off.abort();
    this.#off = new AbortController();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let job = this.#jobs[0]; job; job = this.#jobs[0]) {
      const { asked, done } = job;
      // Heard and not answered: what counted is told by the engine from what did not, as in a history.
      const again = (again: boolean): Ask<'chat'> => ({ ...asked, history: asked.history || again });
      const verdict = await insist('chat', again, this.#off.signal);
      if (this.#jobs[0] !== job) continue;
      this.#jobs.shift();
      if (verdict) done(verdict);
    }
    this.#running = false;
  }
}
