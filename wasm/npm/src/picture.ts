// Pictures and streams.
import type { FullEngine } from './full.js';
import * as guards from './guard.js';
import { Handle, rawOf } from './handle.js';
import type { HimayaGuard, HimayaStream } from './himaya_full.js';
import type { Assessment, FrameOutcome, StreamChange, StreamCounts } from './results.js';
import type { StatusReason } from './vocabulary.js';

/** Raw pixels: RGBA, 8 bits a channel, row by row from the top left; alpha is left out of account. */
export interface Pixels {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A list of known pictures' hashes in ThreatExchange's text forms: a hash a line, or CSV. */
export interface HashListText {
  /** Stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`. */
  name: string;
  text: string;
  /** Up to how many differing bits a picture is a known one, 0..31. Default: 31. */
  distance?: number;
}

/** Bounds for pictures; what is left out keeps its default. */
export interface ImageLimits {
  /** Pixels (width times height) that a picture may have. Default: 50 million. */
  maxPixels?: number;
  /** Bytes that a picture file may have. Default: 64 MiB. */
  maxBytes?: number;
  /** Frames of an animation that are decoded. Default: 1000. */
  maxAnimationFrames?: number;
  /** Pixels of an animation that are decoded, over all frames. Default: 250 million. */
  maxAnimationPixels?: number;
  /** Frames of an animation that the model looks at. Default: 16. */
  maxAnimationLooks?: number;
}

/** What a guard is made from. Everything may be left out. */
export interface GuardOptions extends guards.GuardOptions {
  /** Rules alone, though the text classifier is loaded. */
  withoutTextModel?: boolean;
  /** Lists of known pictures. Without a list no picture is hashed. */
  hashLists?: HashListText[];
  imageLimits?: ImageLimits;
}

export function bytes({ data }: Pixels): Uint8Array {
  return data instanceof Uint8Array
    ? data
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** The engine, with pictures. */
export abstract class Guard extends guards.Guard<HimayaGuard> {
  readonly #engine: FullEngine;

  protected constructor(engine: FullEngine, options: GuardOptions) {
    super(engine, options);
    this.#engine = engine;
  }

  /**
   * Assesses raw pixels: looks them up in the hash lists, if there are any, then classifies them.
   * Blocks for as long as that takes; 'himaya/worker' does it elsewhere.
   */
  assessPixels(pixels: Pixels): Assessment {
    const { width, height } = pixels;
    return JSON.parse(
      this.#engine.call(() => rawOf(this).assessPixels(bytes(pixels), width, height)),
    );
  }

  /**
   * Assesses an encoded picture (JPEG, PNG, WebP, GIF, BMP). Of an animation all that it shows is
   * looked at, within the limits, and the strongest frame counts.
   */
  assessImage(bytes: Uint8Array): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).assessImage(bytes)));
  }

  /** Prepares the models that are loaded now instead of with the first message and picture. */
  warmUp({ text = true, image = true }: { text?: boolean; image?: boolean } = {}): void {
    if (text) this.#engine.call(() => rawOf(this).loadTextModel());
    if (image) this.#engine.call(() => rawOf(this).loadImageModel());
  }
}

/** What a stream may cost and how often it is looked at; when they disagree, `cpuBudget` wins. */
export interface StreamOptions {
  /** Share of one core, above 0 and at most 1. Default: 0.25. */
  cpuBudget?: number;
  /** Milliseconds of the stream between two looks at least, but for a cut. Default: 100. */
  minIntervalMs?: number;
  /** Milliseconds after which even what looks the same is looked at again. Default: 2000. */
  maxIntervalMs?: number;
  /** Is told when the action changes, within the call that changed it. */
  onChange?: (change: StreamChange) => void;
}

/** Looks at the frames of one video. Holds two thumbnails and some numbers, never a frame. */
export abstract class StreamAnalyzer extends Handle<HimayaStream> {
  readonly #engine: FullEngine;
  readonly #onChange: ((change: StreamChange) => void) | undefined;

  protected constructor(engine: FullEngine, guard: Guard, options: StreamOptions) {
    const { onChange, ...config } = options;
    super(
      engine,
      engine.call((glue) => new glue.HimayaStream(rawOf(guard), JSON.stringify(config))),
    );
    this.#engine = engine;
    this.#onChange = onChange;
  }

  /** Takes the next frame, of `timeMs` milliseconds of the stream; says what became of it. */
  push(pixels: Pixels, timeMs: number): FrameOutcome {
    const { width, height } = pixels;
    return JSON.parse(this.#change((raw) => raw.push(bytes(pixels), width, height, timeMs)));
  }

  /** Says that a part of the stream could not be had. */
  lost(reason: StatusReason): void {
    this.#change((raw) => raw.lost(reason));
  }

  /** Whether the video should be covered or stopped: the action is `blur` or stronger. */
  get shouldInterrupt(): boolean {
    return this.#engine.call(() => rawOf(this).shouldInterrupt());
  }

  /** Whether a sign should be shown: the action is `indicate` or stronger. */
  get shouldIndicate(): boolean {
    return this.#engine.call(() => rawOf(this).shouldIndicate());
  }

  /** Whether the sound should be off too: the action is `mute`. */
  get shouldMute(): boolean {
    return this.#engine.call(() => rawOf(this).shouldMute());
  }

  /** Where the stream stands now. */
  assessment(): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).assessment()));
  }

  /** The stream so far: what it was at its strongest, and whether all could be looked at. */
  summary(): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).summary()));
  }

  /** What became of the frames so far. */
  counts(): StreamCounts {
    return JSON.parse(this.#engine.call(() => rawOf(this).counts()));
  }

  /** What a look costs on average, in milliseconds of work; undefined before the first. */
  lookMs(): number | undefined {
    return this.#engine.call(() => rawOf(this).lookMs());
  }

  /** Leaves frames out until `resume`; what stands stays. */
  pause(): void {
    this.#engine.call(() => rawOf(this).pause());
  }

  /** Goes on; the next frame is looked at as if a new scene began. */
  resume(): void {
    this.#engine.call(() => rawOf(this).resume());
  }

  /** Begins a new stream with the same guard and options. */
  reset(): void {
    this.#change((raw) => raw.reset());
  }

  #change<T>(work: (raw: HimayaStream) => T): T {
    const done = this.#engine.call(() => work(rawOf(this)));
    const changes: StreamChange[] = JSON.parse(this.#engine.call(() => rawOf(this).changes()));
    for (const change of changes) this.#onChange?.(change);
    return done;
  }
}
