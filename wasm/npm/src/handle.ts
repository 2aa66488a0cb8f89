/// <reference lib="esnext.disposable" preserve="true" />
// What lives in the module's memory until it is freed: by hand, by `using`, or when it is garbage.
import type { Engine, Glue } from './engine.js';
import { StateError } from './errors.js';

export interface Raw {
  free(): void;
}

let rawOf: <R extends Raw>(handle: Handle<R>) => R;

/** Something that the module holds. */
export abstract class Handle<R extends Raw> {
  readonly #engine: Engine<Glue>;
  #raw: R | undefined;
  #instance: number;
  #edition: number;

  protected constructor(engine: Engine<Glue>, raw: R) {
    this.#engine = engine;
    this.#raw = raw;
    this.#instance = engine.instance;
    this.#edition = engine.edition;
  }

  static {
    rawOf = (handle) => handle.#usable();
  }

  #usable(): R {
    if (!this.#raw) throw new StateError('it was freed; make it anew');
    const { instance, edition } = this.#engine;
    if (this.#instance !== instance || this.#edition !== edition) {
      this.#raw = this.renewed(this.#raw, this.#instance === instance);
      this.#instance = instance;
      this.#edition = edition;
    }
    return this.#raw;
  }

  /** What goes on when there are other models, or (not `alive`) the module was made anew. */
  protected renewed(raw: R, alive: boolean): R {
    if (alive) return raw;
    throw new StateError('it was lost when the module failed and was made anew; make it anew too');
  }

  /** Gives its memory back; it cannot be used afterwards. */
  free(): void {
    const { instance, isReady } = this.#engine;
    // What was in a module that failed is gone with it.
    if (isReady && this.#instance === instance) this.#raw?.free();
    this.#raw = undefined;
  }

  /** The same, for `using`. */
  declare [Symbol.dispose]: () => void;
}

// Browsers that do not know it yet have no `using` either.
if (Symbol.dispose) {
  Object.defineProperty(Handle.prototype, Symbol.dispose, {
    value(this: Handle<Raw>) {
      this.free();
    },
  });
}

/** What the module knows a handle by. */
export { rawOf };
