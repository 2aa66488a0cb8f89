// Two workers that look at pictures, each with a guard of its own, and the queue before them.

import type { AgeBand } from '../shared/settings';
import { compile } from './guard';
import type { PictureJob, PictureResult, WorkerStart } from './worker-protocol';

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
  resolve(result: PictureResult): void;
  reject(error: unknown): void;
}

interface Holder {
  worker: Worker;
  held: Waiting[];
}

export class PictureWorkers {
  readonly #module = compile();
  #ageBand: AgeBand;
  readonly #holders: Holder[] = [];
  readonly #queue: Waiting[] = [];

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

  /** What is visible goes first. Rejects where the signal says so, while it waits. */
  look(picture: Picture, visible: boolean, signal: AbortSignal): Promise<PictureResult> {
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
      const holder = this.#holders.reduce((least, other) => (other.held.length < least.held.length ? other : least));
      if (holder.held.length >= HELD) return;
      const visible = this.#queue.findIndex((waiting) => waiting.visible);
      const [next] = this.#queue.splice(Math.max(0, visible), 1);
      if (!next) return;
      holder.held.push(next);
      this.#post(holder, next);
    }
  }

  #post({ worker }: Holder, { picture }: Waiting): void {
    const job: PictureJob = { picture };
    worker.postMessage(job, picture instanceof Blob ? [] : [picture.rgba]);
  }

  #start(): Holder {
    const worker = new Worker(chrome.runtime.getURL('picture-worker.js'));
    const holder: Holder = { worker, held: [] };
    let clock: ReturnType<typeof setTimeout> | undefined;
    const failed = (name: string) => this.#settle(holder, { outcome: 'failed', name, fault: true });
    worker.addEventListener('message', ({ data }: MessageEvent<PictureResult>) => {
      clearTimeout(clock);
      this.#settle(holder, data);
      if (holder.held.length > 0 && this.#holders.includes(holder)) clock = setTimeout(() => failed('Timeout'), LONGEST);
    });
    worker.addEventListener('error', () => failed('WorkerError'));
    this.#module.then(
      (module) => worker.postMessage({ module, ageBand: this.#ageBand } satisfies WorkerStart),
      () => failed('CompileError'),
    );
    return holder;
  }

  /** Workers answer in the order in which they were asked. */
  #settle(holder: Holder, result: PictureResult): void {
    holder.held.shift()?.resolve(result);
    if (result.outcome === 'failed' && result.fault) this.#restart(holder);
    this.#hand();
  }

  #restart(holder: Holder): void {
    holder.worker.terminate();
    const at = this.#holders.indexOf(holder);
    if (at < 0) return;
    this.#holders[at] = this.#start();
    // Their pixels went with the worker: pages ask again.
    for (const { reject } of holder.held.splice(0)) reject(new DOMException('worker restarted', 'AbortError'));
  }
}
