/**
 * A pool of module workers that look at pictures, so that the page goes on.
 *
 * @module
 */
/// <reference lib="esnext.disposable" preserve="true" />
import type { ModuleSource } from './engine.js';
import { ImageError, StateError, named } from './errors.js';
import { open } from './files.js';
import { type ModelFiles, type ModelSource, fetchModel } from './models.js';
import { standardModule } from './module.js';
import type { GuardOptions, Pixels } from './picture.js';
import { type Picture, transferable } from './sources.js';
import { type Port, spawn } from './port.js';
import type { Answer, Request, Task } from './protocol.js';
import type { Assessment, PictureHash } from './results.js';
import { IMAGE_MODEL } from './standard-models.js';
import { messageOf } from './stored.js';

export * from './errors.js';
export type { ModuleSource } from './engine.js';
export type { FileSource } from './files.js';
export type { ModelSource, OwnModel } from './models.js';
export { hasRelaxedSimd } from './module.js';
export type { GuardOptions, HashListText, ImageLimits, Pixels } from './picture.js';
export type { Assessment, PictureHash } from './results.js';

/** What can be looked at. A `Blob` holds an encoded picture. */
export type PictureSource =
  | Blob
  | HTMLCanvasElement
  | HTMLImageElement
  | HTMLVideoElement
  | ImageBitmap
  | ImageData
  | OffscreenCanvas
  | Pixels
  | VideoFrame;

/** How far a picture is. */
export type Progress =
  | { state: 'queued'; ahead: number }
  | { state: 'loading'; loaded: number; total: number }
  | { state: 'running' };

export interface PoolOptions {
  /** How many. Default: one less than there are processors, 1 to 4. */
  workers?: number;
  /** What the guard of each worker is made from. */
  guard?: GuardOptions;
  /** Where the module is. */
  module?: ModuleSource;
  /** Where the picture model is; `false` for hash lists alone. */
  imageModel?: ModelSource | false;
  /** Where the workers' script is, or what makes a worker of it. Default: beside this script. */
  worker?: URL | string | (() => Worker);
  /** Pixels of a side to which larger bitmaps and frames are shrunk first. Default: 1024. */
  maxSide?: number;
}

export interface AssessOptions {
  /** Takes the picture out of the queue, or gives its answer up. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Bitmaps, frames and pixels are taken over by the worker; with `keep` they are copied first. */
  keep?: boolean;
}

interface Job {
  task: Task;
  picture: Picture;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
  onProgress: ((progress: Progress) => void) | undefined;
}

interface Member {
  port: Port;
  job: Job | undefined;
  ready: boolean;
}

interface Files {
  module: WebAssembly.Module;
  imageModel: ModelFiles | undefined;
}

/** Looks at pictures in workers, as many at a time as there are workers, first come first served. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #files: Promise<Files>;
  readonly #workers: Member[] = [];
  readonly #queue: Job[] = [];
  readonly #loading = new AbortController();
  #guard: GuardOptions;
  #loaded = { loaded: 0, total: 0 };
  #terminated = false;
  #failure: unknown;

  /** Is there when every worker can look at pictures; fails if one cannot be made. */
  readonly ready: Promise<void>;

  constructor(options: PoolOptions = {}) {
    this.#options = options;
    this.#guard = options.guard ?? {};
    this.#files = this.#fetch();
    const count = options.workers ?? workersByDefault();
    this.ready = this.#files
      .then((files) => Promise.all(Array.from({ length: count }, () => this.#start(files))))
      .then(() => undefined);
    // Jobs are told by themselves; who does not ask need not hear of it twice.
    this.ready.catch((error: unknown) => this.#fail(error));
  }

  /** Pictures that wait or are being looked at. */
  get pending(): number {
    return this.#queue.length + this.#workers.filter(({ job }) => job).length;
  }

  /** Assesses a picture. */
  assess(source: PictureSource, options: AssessOptions = {}): Promise<Assessment> {
    return this.#do<Assessment>('assess', source, options);
  }

  /** Hashes a picture by PDQ. */
  hash(source: PictureSource, options: AssessOptions = {}): Promise<PictureHash> {
    return this.#do<PictureHash>('hash', source, options);
  }

  /** Exchanges the guard; pictures that come later are assessed by the new one. */
  async setGuard(options: GuardOptions): Promise<void> {
    await this.ready;
    await Promise.all(this.#workers.map(({ port }) => ask(port, { kind: 'guard', options })));
    this.#guard = options;
  }

  /** Ends the workers; what waits is rejected. */
  terminate(): void {
    if (this.#terminated) return;
    this.#terminated = true;
    this.#loading.abort();
    this.#fail(new StateError('the pool was terminated'));
    for (const { port } of this.#workers.splice(0)) port.terminate();
  }

  /** The same, for `using`. */
  declare [Symbol.dispose]: () => void;

  async #fetch(): Promise<Files> {
    const { imageModel } = this.#options;
    const { signal } = this.#loading;
    const total = imageModel === false ? 0 : IMAGE_MODEL.bytes;
    const onBytes = (loaded: number) => {
      this.#loaded = { loaded, total };
      for (const { onProgress } of this.#queue) onProgress?.({ state: 'loading', loaded, total });
    };
    const [module, model] = await Promise.all([
      compiled(this.#options.module, signal),
      imageModel === false ? undefined : fetchModel(imageModel, IMAGE_MODEL, { signal, onBytes }),
    ]);
    return { module, imageModel: model };
  }

  async #start(files: Files): Promise<void> {
    const port = spawn(this.#options.worker);
    const worker: Member = { port, job: undefined, ready: false };
    this.#workers.push(worker);
    port.onFailure((error) => this.#replace(worker, error));
    const { maxSide = 1024 } = this.#options;
    await ask(port, { kind: 'load', ...files, guard: this.#guard, maxSide });
    worker.ready = true;
    this.#next();
  }

  /** A worker that broke down takes its picture along, nothing else. */
  #replace(worker: Member, error: Error): void {
    const at = this.#workers.indexOf(worker);
    if (at < 0) return;
    this.#workers.splice(at, 1);
    worker.port.terminate();
    worker.job?.reject(error);
    if (worker.ready) {
      this.#files.then((files) => this.#start(files)).catch((reason) => this.#fail(reason));
    }
  }

  #fail(reason: unknown): void {
    this.#failure = reason;
    for (const job of this.#queue.splice(0)) this.#give(job, reason);
    for (const { job } of this.#workers) job?.reject(reason);
  }

  #give({ picture, reject }: Job, reason: unknown): void {
    picture.close();
    reject(reason);
  }

  async #do<T>(task: Task, source: PictureSource, options: AssessOptions): Promise<T> {
    const { signal, onProgress, keep = false } = options;
    signal?.throwIfAborted();
    if (this.#failure !== undefined) throw this.#failure;
    const picture = await transferable(source, keep);
    return new Promise<T>((resolve, reject) => {
      const settle =
        <V>(as: (value: V) => void) =>
        (value: V) => {
          signal?.removeEventListener('abort', abort);
          as(value);
        };
      const job: Job = {
        task,
        picture,
        resolve: settle(resolve as (result: unknown) => void),
        reject: settle(reject),
        onProgress,
      };
      const abort = () => {
        const at = this.#queue.indexOf(job);
        if (at >= 0) this.#queue.splice(at, 1);
        if (at >= 0) picture.close();
        job.reject(signal?.reason);
      };
      if (signal?.aborted) return abort();
      if (this.#failure !== undefined) return this.#give(job, this.#failure);
      signal?.addEventListener('abort', abort);
      onProgress?.({ state: 'queued', ahead: this.#queue.length });
      this.#queue.push(job);
      if (!this.#workers.some(({ ready }) => ready)) {
        onProgress?.({ state: 'loading', ...this.#loaded });
      }
      this.#next();
    });
  }

  #next(): void {
    for (const worker of this.#workers) {
      if (!worker.ready || worker.job) continue;
      const job = this.#queue.shift();
      if (!job) return;
      worker.job = job;
      job.onProgress?.({ state: 'running' });
      const { picture, task } = job;
      ask(worker.port, { kind: 'picture', task, picture: picture.content }, picture.transfer)
        .then(job.resolve, job.reject)
        .finally(() => {
          worker.job = undefined;
          this.#next();
        });
    }
  }
}

if (Symbol.dispose) {
  Object.defineProperty(Pool.prototype, Symbol.dispose, {
    value(this: Pool) {
      this.terminate();
    },
  });
}

const REMEDY = 'pixels of another origin may not; give the file itself as a Blob';
let asked = 0;

function ask(port: Port, request: Request, transfer: Transferable[] = []): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    port.onAnswer(id, (answer: Answer) => {
      if ('error' in answer) {
        const { name, message } = answer.error;
        reject(named(name, message) ?? Object.assign(new Error(message), { name }));
      } else {
        resolve(answer.result);
      }
    });
    try {
      port.post({ id, request }, transfer);
    } catch (error) {
      port.forget(id);
      reject(new ImageError(`it cannot cross to a worker: ${messageOf(error)}; ${REMEDY}`));
    }
  });
}

/** Compiled once for all workers. */
async function compiled(
  source: ModuleSource = standardModule(),
  signal: AbortSignal,
): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
  const response = await open(source, signal);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

function workersByDefault(): number {
  const processors = globalThis.navigator?.hardwareConcurrency ?? 2;
  return Math.min(Math.max(processors - 1, 1), 4);
}
