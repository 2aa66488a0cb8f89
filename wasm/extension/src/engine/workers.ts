// Two workers that look at pictures, each with a guard of its own.

import type { AgeBand } from '../shared/settings';
import { compile, type Assessment } from './guard';
import type { PictureJob, PictureResult, WorkerStart } from './worker-protocol';

export const WORKERS = 2;

export class PictureWorkers {
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<number, { resolve: (a: Assessment) => void; reject: (e: Error) => void }>();
  #next = 0;

  constructor(ageBand: AgeBand) {
    const module = compile();
    for (let i = 0; i < WORKERS; i += 1) {
      const worker = new Worker(chrome.runtime.getURL('picture-worker.js'));
      worker.addEventListener('message', (event: MessageEvent<PictureResult>) => this.#settle(event.data));
      module.then((compiled) => worker.postMessage({ module: compiled, ageBand } satisfies WorkerStart));
      this.#workers.push(worker);
    }
  }

  assess(picture: Blob): Promise<Assessment> {
    const id = this.#next++;
    const worker = this.#workers[id % WORKERS];
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, picture } satisfies PictureJob);
    });
  }

  #settle(result: PictureResult): void {
    const waiting = this.#waiting.get(result.id);
    this.#waiting.delete(result.id);
    if ('assessment' in result) waiting?.resolve(result.assessment);
    else waiting?.reject(new Error(result.failed));
  }
}
