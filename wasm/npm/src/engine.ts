// One instance of a WebAssembly module: making it, guarding calls, making it anew after a fault.
import { FaultError, HimayaError, StateError, named } from './errors.js';
import { type FileSource, open } from './files.js';
import { messageOf } from './stored.js';

/** Where the module is, its bytes, or the module compiled. */
export type ModuleSource = FileSource | WebAssembly.Module;

/** What wasm-bindgen generates besides the functions of the crate. */
export interface Glue {
  default(input: { module_or_path: WebAssembly.Module | BufferSource | Response }): Promise<unknown>;
  __wbg_reset_state(): Promise<void>;
}

/** Nothing is there; the instance is, but not all that it needs; usable; to be made anew. */
type State = 'none' | 'made' | 'ready' | 'failed';

export class Engine<G extends Glue> {
  readonly #glue: G;
  readonly #standard: () => URL;
  #state: State = 'none';
  #instance = 0;
  #edition = 0;

  /** `standard`: where the module is if the host does not say. */
  constructor(glue: G, standard: () => URL) {
    this.#glue = glue;
    this.#standard = standard;
  }

  get isReady(): boolean {
    return this.#state === 'ready';
  }

  /** Changes when what was made before is gone. */
  get instance(): number {
    return this.#instance;
  }

  /** Changes when guards that were made before lack a model. */
  get edition(): number {
    return this.#edition;
  }

  /** Makes the instance, or makes it anew after a fault. */
  async make(source: ModuleSource | undefined, signal: AbortSignal | undefined): Promise<void> {
    if (this.#state === 'none') {
      await this.#glue.default({ module_or_path: await this.#moduleFrom(source, signal) });
    } else if (this.#state === 'failed') {
      await this.#glue.__wbg_reset_state();
    } else {
      return;
    }
    this.#state = 'made';
    this.#instance += 1;
  }

  /** Gives the instance something that it needs besides. */
  give<T>(work: (glue: G) => T): T {
    return this.#guarded(work);
  }

  /** Gives the instance the last that it needs; from then on it may be used. */
  finish(work: (glue: G) => void = () => {}): void {
    this.#guarded(work);
    this.#state = 'ready';
  }

  async #moduleFrom(source: ModuleSource = this.#standard(), signal?: AbortSignal) {
    if (typeof source !== 'string' && !(source instanceof URL)) return source;
    try {
      return await open(source, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw new HimayaError(
        `the module cannot be fetched from ${source}: ${messageOf(error)}; ` +
          'serve it beside the script, or say where it is by load({ module })',
      );
    }
  }

  /** Guards that were made before are built anew when they are used. */
  renew(): void {
    this.#edition += 1;
  }

  /** Calls the module and gives its errors their types. */
  call<T>(work: (glue: G) => T): T {
    if (this.#state === 'ready') return this.#guarded(work);
    throw this.#state === 'failed'
      ? new FaultError('the module failed before; await load() to make it anew')
      : new StateError('Himaya is not loaded yet; await load() first');
  }

  #guarded<T>(work: (glue: G) => T): T {
    try {
      return work(this.#glue);
    } catch (error) {
      throw this.#typed(error);
    }
  }

  #typed(error: unknown): unknown {
    // A stack that overflows in the module is told as a RangeError, in Firefox an InternalError.
    const overflow = error instanceof RangeError || (error as Error)?.name === 'InternalError';
    if (error instanceof WebAssembly.RuntimeError || overflow) {
      this.#state = 'failed';
      return new FaultError(`the module failed (${messageOf(error)}); await load() to make it anew`);
    }
    const known = error instanceof Error ? named(error.name, error.message) : undefined;
    return known ?? error;
  }
}
