// Two workers that look at pictures, each with a guard of its own, and the queue before them.

import type { AgeBand } from '../shared/settings';
import { compile } from './guard';
import type { PictureJob, PictureOutcome, PictureResult, WorkerStart } from './worker-protocol';

const WORKERS = 2;
/** Jobs that a worker holds: one is looked at, the next is there when it is done. */
const HELD = 2;
/** More waiting pictures are refused; pages ask again. */
const MAX_WAITING = 256;
/** Milliseconds for one picture: the first of a worker waits for the model too. */
const LONGEST = 60_000;

export type Picture = PictureJob['picture'];

interface Waiting {
  picture: Picture;
  visible: boolean;
  signal: AbortSignal;
  resolve(result: PictureOutcome): void;
  reject(error: unknown): void;
}

interface Holder {
  worker: Worker;
  held: Map<number, Waiting>;
}

export class PictureWorkers {
  readonly #module = compile();
  #ageBand: AgeBand;
  readonly #holders: Holder[] = [];
  readonly #queue: Waiting[] = [];
  #next = 0;

  constructor(ageBand: AgeBand) {
    this.#ageBand = ageBand;
    for (let i = 0; i < WORKERS; i += 1) this.#holders.push(this.#start());
  }

  get full(): boolean {
    return this.#queue.length >= MAX_WAITING;
  }

  /** Another policy: what waits is decided by it. */
  settle(ageBand: AgeBand): void {
    if (ageBand === this.#ageBand) return;
    this.#ageBand = ageBand;
    for (const holder of this.#holders) this.#restart(holder);
  }

  /** What is visible goes first. Rejects with an AbortError where the signal says so or the worker was exchanged. */
  look(picture: Picture, visible: boolean, signal: AbortSignal): Promise<PictureOutcome> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const waiting: Waiting = { picture, visible, signal, resolve, reject };
      this.#queue.push(waiting);
      signal.addEventListener(
        'abort',
        () => {
          const at = this.#queue.indexOf(waiting);
          if (at >= 0) this.#queue.splice(at, 1);
          reject(signal.reason);
        },
        { once: true },
      );
      this.#hand();
    });
  }

  #hand(): void {
    for (;;) {
      const holder = this.#holders.reduce((least, other) => (other.held.size < least.held.size ? other : least));
      if (holder.held.size >= HELD) return;
      const visible = this.#queue.findIndex((waiting) => waiting.visible);
      const [next] = this.#queue.splice(Math.max(0, visible), 1);
      if (!next) return;
      this.#post(holder, next);
    }
  }

  #post({ worker, held }: Holder, waiting: Waiting): void {
    const { picture } = waiting;
    const job: PictureJob = { id: this.#next++, picture };
    held.set(job.id, waiting);
    worker.postMessage(job, picture instanceof Blob ? [] : [picture.rgba]);
  }

  #start(): Holder {
    const worker = new Worker(chrome.runtime.getURL('picture-worker.js'));
    const holder: Holder = { worker, held: new Map() };
    let clock: ReturnType<typeof setTimeout> | undefined;
    worker.addEventListener('message', ({ data: { id, result } }: MessageEvent<PictureResult>) => {
      holder.held.get(id)?.resolve(result);
      holder.held.delete(id);
      clearTimeout(clock);
      if (result.outcome === 'failed' && result.fault) this.#restart(holder);
      else if (holder.held.size > 0) clock = setTimeout(() => this.#restart(holder), LONGEST);
      this.#hand();
    });
    worker.addEventListener('error', () => {
      this.#fail(holder, 'WorkerError');
      this.#hand();
    });
    this.#module.then(
      (module) => worker.postMessage({ module, ageBand: this.#ageBand } satisfies WorkerStart),
      () => this.#fail(holder, 'CompileError'),
    );
    return holder;
  }

  #fail(holder: Holder, name: string): void {
    for (const { resolve } of holder.held.values()) resolve({ outcome: 'failed', name, fault: true });
    holder.held.clear();
  }

  #restart(holder: Holder): void {
    holder.worker.terminate();
    const at = this.#holders.indexOf(holder);
    if (at < 0) return;
    this.#holders[at] = this.#start();
    // Their pixels went with the worker: pages ask again.
    for (const { reject } of holder.held.values()) reject(new DOMException('worker restarted', 'AbortError'));
    holder.held.clear();
  }
}
