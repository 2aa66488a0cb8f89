// A worker of a browser or of Node, spoken to alike.
import { HimayaError, StateError } from './errors.js';
import { nodeModule } from './files.js';
import type { Answer, Letter } from './protocol.js';

export interface Port {
  post(letter: Letter, transfer: Transferable[]): void;
  /** Waits for the answer to one letter. */
  onAnswer(id: number, answered: (answer: Answer) => void): void;
  /** No answer will come to it. */
  forget(id: number): void;
  /** The worker broke down; letters that it has are not answered. */
  onFailure(failed: (error: Error) => void): void;
  terminate(): void;
}

interface NodeWorker {
  postMessage(message: unknown, transfer: unknown[]): void;
  on(event: string, listener: (value: never) => void): void;
  terminate(): unknown;
  unref(): void;
}

interface NodeThreads {
  Worker: new (url: URL | string) => NodeWorker;
}

export function spawn(from: URL | string | (() => Worker) | undefined): Port {
  const waiting = new Map<number, (answer: Answer) => void>();
  let failed = (_: Error) => {};
  const answer = (given: Answer) => {
    waiting.get(given.id)?.(given);
    waiting.delete(given.id);
  };
  const fail = (message: string) => {
    const error = new HimayaError(message);
    for (const [id, answered] of waiting) {
      answered({ id, error: { name: error.name, message } });
    }
    waiting.clear();
    failed(error);
  };
  const listening = {
    onAnswer: (id: number, answered: (answer: Answer) => void) => void waiting.set(id, answered),
    forget: (id: number) => void waiting.delete(id),
    onFailure: (listener: (error: Error) => void) => {
      failed = listener;
    },
  };
  if (typeof Worker === 'undefined') return { ...ofNode(from, answer, fail), ...listening };
  const worker =
    typeof from === 'function'
      ? from()
      : from
        ? new Worker(from, { type: 'module' })
        : new Worker(new URL('./picture-worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => answer(data));
  worker.addEventListener('error', ({ message }) => {
    fail(`a worker broke down: ${message || 'its script cannot be loaded'}`);
  });
  return {
    post: (letter, transfer) => worker.postMessage(letter, transfer),
    terminate: () => worker.terminate(),
    ...listening,
  };
}

function ofNode(
  from: URL | string | (() => Worker) | undefined,
  answer: (given: Answer) => void,
  fail: (message: string) => void,
): Pick<Port, 'post' | 'terminate'> {
  const threads = nodeModule<NodeThreads>('node:worker_threads');
  if (!threads || typeof from === 'function') {
    throw new StateError('there are no workers here; use Guard of himaya itself');
  }
  // Not written as `new Worker(new URL(…))`, or bundlers take it for one of the browser's.
  const script = './picture-worker.js';
  const worker = new threads.Worker(from ?? new URL(script, import.meta.url));
  // A pool that nobody waits for keeps no program alive.
  worker.unref();
  worker.on('message', answer);
  worker.on('error', ({ message }: Error) => fail(`a worker broke down: ${message}`));
  return {
    post: (letter, transfer) => worker.postMessage(letter, transfer),
    terminate: () => void worker.terminate(),
  };
}
