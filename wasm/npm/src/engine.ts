// One instance of a WebAssembly module: making it, guarding calls, making it anew after a fault.
import { FaultError, HimayaError, StateError, named } from './errors.js';
import { type FileSource, open } from './files.js';
import { messageOf } from './models.js';

/** Where the module is, its bytes, or the module compiled. */
export type ModuleSource = FileSource | WebAssembly.Module;

/** What wasm-bindgen generates besides the functions of the crate. */
export interface Glue {
  default(input: { module_or_path: WebAssembly.Module | BufferSource | Response }): Promise<unknown>;
  __wbg_reset_state(): void;
}

export class Engine<G extends Glue> {
  readonly #glue: G;
  readonly #standard: () => URL;
  #made = false;
  #usable = false;
  #instance = 0;
  #edition = 0;

  /** `standard`: where the module is if the host does not say. */
  constructor(glue: G, standard: () => URL) {
    this.#glue = glue;
    this.#standard = standard;
  }

  get isUsable(): boolean {
    return this.#usable;
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
    if (this.#usable) return;
    if (this.#made) {
      this.#glue.__wbg_reset_state();
    } else {
      await this.#glue.default({ module_or_path: await this.#moduleFrom(source, signal) });
      this.#made = true;
    }
    this.#usable = true;
    this.#instance += 1;
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
    if (!this.#usable) throw this.#unusable();
    try {
      return work(this.#glue);
    } catch (error) {
      throw this.#typed(error);
    }
  }

  #unusable(): HimayaError {
    return this.#made
      ? new FaultError('the module failed before; await load() to make it anew')
      : new StateError('Himaya is not loaded yet; await load() first');
  }

  #typed(error: unknown): unknown {
    // A stack that overflows in the module is told as a RangeError, in Firefox an InternalError.
    const overflow = error instanceof RangeError || (error as Error)?.name === 'InternalError';
    if (error instanceof WebAssembly.RuntimeError || overflow) {
      this.#usable = false;
      return new FaultError(`the module failed (${messageOf(error)}); await load() to make it anew`);
    }
    const known = error instanceof Error ? named(error.name, error.message) : undefined;
    return known ?? error;
  }
}
