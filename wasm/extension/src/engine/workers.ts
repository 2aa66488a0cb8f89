// Two workers that look at pictures, each with a guard of its own, and the queue before them.

import { pauseAfter } from '../shared/patience';
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

/** No worker starts: nothing is said of the picture. */
export class WorkersAway extends Error {
  override name = 'WorkersAway';
}

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
  clock?: ReturnType<typeof setTimeout> | undefined;
}

export class PictureWorkers {
  #module: Promise<WebAssembly.Module> | undefined;
  #ageBand: AgeBand;
  readonly #holders = new Set<Holder>();
  readonly #queue: Waiting[] = [];
  #next = 0;
  /** Workers that ended before they had looked at anything, one after another. */
  #failures = 0;

  constructor(ageBand: AgeBand) {
    this.#ageBand = ageBand;
    for (let i = 0; i < WORKERS; i += 1) this.#start();
  }

  get full(): boolean {
    return this.#queue.length >= MAX_WAITING;
  }

  /** Another policy: what waits is decided by it. */
  settle(ageBand: AgeBand): void {
    if (ageBand === this.#ageBand) return;
    this.#ageBand = ageBand;
    for (const holder of [...this.#holders]) this.#restart(holder);
  }

  /**
   * What is visible goes first. Rejects with an AbortError where the signal says so or the worker was exchanged, with
   * `WorkersAway` where none starts.
   */
  look(picture: Picture, visible: boolean, signal: AbortSignal): Promise<PictureOutcome> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (this.#holders.size === 0) return reject(new WorkersAway());
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
      const [first, ...others] = this.#holders;
      if (!first) return;
      const holder = others.reduce((least, other) => (other.held.size < least.held.size ? other : least), first);
      if (holder.held.size >= HELD) return;
      const visible = this.#queue.findIndex((waiting) => waiting.visible);
      const [next] = this.#queue.splice(Math.max(0, visible), 1);
      if (!next) return;
      this.#post(holder, next);
    }
  }

  #post(holder: Holder, waiting: Waiting): void {
    const { picture } = waiting;
    const job: PictureJob = { id: this.#next++, picture };
    holder.held.set(job.id, waiting);
    holder.worker.postMessage(job, ['bytes' in picture ? picture.bytes : picture.rgba]);
    holder.clock ??= this.#clockOf(holder);
  }

  #start(): void {
    const worker = new Worker(chrome.runtime.getURL('picture-worker.js'));
    const holder: Holder = { worker, held: new Map() };
    this.#holders.add(holder);
    worker.addEventListener('message', ({ data: { id, result } }: MessageEvent<PictureResult>) => {
      if (!this.#holders.has(holder)) return;
      clearTimeout(holder.clock);
      holder.clock = undefined;
      if (result.outcome === 'broken') return this.#end(holder);
      this.#failures = 0;
      holder.held.get(id)?.resolve(result);
      holder.held.delete(id);
      if (result.outcome === 'failed' && result.fault) return this.#restart(holder);
      if (holder.held.size > 0) holder.clock = this.#clockOf(holder);
      this.#hand();
    });
    worker.addEventListener('error', () => this.#end(holder));
    this.#module ??= compile();
    this.#module.then(
      (module) => worker.postMessage({ module, ageBand: this.#ageBand } satisfies WorkerStart),
      () => {
        this.#module = undefined;
        this.#end(holder);
      },
    );
  }

  #clockOf(holder: Holder): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#restart(holder), LONGEST);
  }

  /** It does not start, or not any more: a successor comes after a pause, which grows. */
  #end(holder: Holder): void {
    if (!this.#stop(holder, new WorkersAway())) return;
    this.#failures += 1;
    setTimeout(() => {
      this.#start();
      this.#hand();
    }, pauseAfter(this.#failures));
    if (this.#holders.size > 0) return;
    for (const { reject } of this.#queue.splice(0)) reject(new WorkersAway());
  }

  #restart(holder: Holder): void {
    // Their pixels went with the worker: pages ask again.
    if (!this.#stop(holder, new DOMException('worker restarted', 'AbortError'))) return;
    this.#start();
    this.#hand();
  }

  #stop(holder: Holder, reason: Error): boolean {
    if (!this.#holders.delete(holder)) return false;
    holder.worker.terminate();
    clearTimeout(holder.clock);
    for (const { reject } of holder.held.values()) reject(reason);
    holder.held.clear();
    return true;
  }
}
