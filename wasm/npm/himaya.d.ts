// The public API while it is being implemented; `src/` takes its place.
declare module 'himaya/slim' {
  export * from './src/vocabulary.js';
  export * from './src/results.js';
  import type { AgeBand, Behavior, Category, Gender, HelpAudience, InputType, InterventionLevel, LockedBy, Preset, Reader, Relation, Role, Stage, Action, StatusReason, Urgency } from './src/vocabulary.js';
  import type { Assessment, Cause, Explanation, GuardianDigest, HelpService, Notice, PolicyConcern, PolicyTable, Recorded } from './src/results.js';

  /** Seconds since 1970 (`Date.now() / 1000`), or a `Date`. */
  export type Time = number | Date;
  export type ModuleSource = URL | string | BufferSource | WebAssembly.Module;
  export interface LoadOptions { module?: ModuleSource; signal?: AbortSignal }
  /** Once; again after a FaultError. Calls in between return the same promise. */
  export function load(options?: LoadOptions): Promise<void>;
  /** Whether handles can be made now. */
  export function isLoaded(): boolean;
  export function version(): string;

  export interface GuardOptions {
    ageBand?: AgeBand;                       // default '10-12'
    policy?: Preset | string;                // preset name, or TOML, or JSON
    policyLock?: string;                     // JSON
    maxMessageBytes?: number;                // default 1 MiB
    conversationWeights?: string;            // TOML
  }
  export interface Message { role?: Role /* 'counterpart' */; text: string; time?: Time; edited?: boolean }
  export interface Contact { relation?: Relation; childrenContacted?: number; /** minutes ahead of UTC */ utcOffset?: number }
  export class Guard implements Disposable {
    constructor(options?: GuardOptions);
    readonly ageBand: AgeBand;
    readonly rulesetVersion: string;
    readonly languages: string[];            // ISO 639-1, of the rules
    assessMessage(text: string): Assessment;
    observe(conversation: Conversation, message: Message): Assessment;
    observeAll(conversation: Conversation, messages: Iterable<Message>): Assessment[];
    explain(conversation: Conversation): Explanation;
    assessFailure(reason: StatusReason): Assessment;
    policy(): PolicyTable;
    free(): void; [Symbol.dispose](): void;
  }
  export class Conversation implements Disposable {
    constructor(contact?: Contact);
    static from(bytes: Uint8Array): Conversation;   // ConversationError
    toBytes(): Uint8Array;                   // <= 512 bytes, no words
    readonly contact: Contact;
    setContact(contact: Contact): void;
    noteDeleted(role: Role): void;
    readonly received: number; readonly sent: number; readonly deleted: number;
    free(): void; [Symbol.dispose](): void;
  }
  /** A chat with several people; senders by name. */
  export class Thread implements Disposable {
    constructor(guard: Guard, options?: { protected?: string });
    setContact(name: string, contact: Contact): void;
    observe(message: { from: string; text: string; time?: Time }): Assessment;
    explain(name: string): Explanation | undefined;
    free(): void; [Symbol.dispose](): void;
  }

  export interface Addressee { ageBand?: AgeBand; gender?: Gender }
  /** Texts in the best of the languages preferred (BCP 47), English if none is there. */
  export function messages(languages: string | readonly string[], addressee?: Addressee): Messages;
  export function messageLanguages(): string[];
  export class Messages implements Disposable {
    readonly language: string; readonly rightToLeft: boolean;
    /** For an assessment's message_key or deterrence_key, or a digest's advice_key. */
    forKey(key: string, level?: InterventionLevel): Notice | undefined;
    notice(reader: Reader, category: Category, level?: InterventionLevel): Notice | undefined;
    unchecked(input: InputType): { text: string; step: string } | undefined;
    monitoringNotice(): { title: string; text: string } | undefined;
    digestDelay(hours: number): { text: string; step: string } | undefined;
    text(key: string, values?: Record<string, string | number>): string | undefined;
    behavior(behavior: Behavior): string; cause(cause: Cause): string; stage(stage: Stage): string;
    category(category: Category): string; action(action: Action): string;
    digest(digest: GuardianDigest, level?: InterventionLevel): string;
    free(): void; [Symbol.dispose](): void;
  }

  export interface HelpQuery { audience?: HelpAudience /* 'child' */; language?: string /* 'en' */; ageBand?: AgeBand }
  export function helpServices(country: string, query?: HelpQuery): HelpService[];
  export function suitableHelp(reader: Reader, category: Category, ageBand?: AgeBand): HelpAudience[];
  /** Own lists of services (TOML as models/help/services.toml). */
  export class HelpServices implements Disposable {
    constructor(toml?: string);              // DataError
    lookup(country: string, query?: HelpQuery): HelpService[];
    all(): HelpService[]; toConfirm(): HelpService[];
    extend(toml: string): void; replace(toml: string): void; confirm(toml: string): void;
    free(): void; [Symbol.dispose](): void;
  }

  /** What a guardian learns of a week: counts by category and day, never words. */
  export class DigestBuilder implements Disposable {
    /** `kept`: what `toJson` gave. The delay is that of the guard's policy and age band. */
    constructor(guard: Guard, kept?: string);
    record(assessment: Assessment, time: Time): Recorded | undefined;
    digest(until: Time): GuardianDigest;
    toJson(): string;
    free(): void; [Symbol.dispose](): void;
  }

  export function presetText(preset: Preset): string;     // TOML
  export function checkPolicy(policy: string): PolicyConcern[];
  export function lockPolicy(policy: string, by: LockedBy): string;   // JSON for policyLock

  export class HimayaError extends Error {}
  export class PolicyError extends HimayaError {}
  export class BuildError extends HimayaError {}
  export class ConversationError extends HimayaError {}
  export class DataError extends HimayaError {}           // help services, kept digests
  export class ArgumentError extends HimayaError {}       // a word that is none of the vocabulary
  export class PixelsError extends HimayaError {}
  export class ImageError extends HimayaError {}
  export class ModelError extends HimayaError {}
  export class StateError extends HimayaError {}          // not loaded, freed, or of a module before a fault
  export class FaultError extends HimayaError {}          // WebAssembly.RuntimeError: `load()` again
}

declare module 'himaya' {
  export * from 'himaya/slim';
  import { Guard as SlimGuard, GuardOptions as SlimOptions, LoadOptions as SlimLoad } from 'himaya/slim';
  import type { Assessment, FrameOutcome, PictureHash, StreamChange, StreamCounts } from './src/results.js';
  import type { StatusReason } from './src/vocabulary.js';

  export type ModelFile = URL | string | BufferSource;
  export type ModelSource = ModelFile | { manifest: string; config: string; model: ModelFile };
  export interface LoadOptions extends SlimLoad {
    textModel?: ModelSource | false;         // false: rules alone
    imageModel?: ModelSource | false;        // false: until loadImageModel()
    onProgress?: (progress: { loaded: number; total: number }) => void;
  }
  export function load(options?: LoadOptions): Promise<void>;
  /** Fetches the picture model now; guards made before use it too. */
  export function loadImageModel(source?: ModelSource, options?: { signal?: AbortSignal }): Promise<void>;
  export type Pixels = ImageData | { data: Uint8Array | Uint8ClampedArray; width: number; height: number };
  export interface HashListText { name: string; text: string; distance?: number }
  export interface GuardOptions extends SlimOptions {
    hashLists?: HashListText[];
    withoutTextModel?: boolean;
    imageLimits?: { maxPixels?: number; maxBytes?: number; maxAnimationFrames?: number; maxAnimationPixels?: number; maxAnimationLooks?: number };
  }
  export class Guard extends SlimGuard {
    constructor(options?: GuardOptions);
    assessPixels(pixels: Pixels): Assessment;
    assessImage(bytes: Uint8Array): Assessment;
    /** Prepares models now instead of with the first message and picture. */
    warmUp(): void;
  }
  export function hashImage(picture: Pixels | Uint8Array): PictureHash;
  export function hashDistance(one: string, other: string): number;
  export interface StreamOptions { cpuBudget?: number; minIntervalMs?: number; maxIntervalMs?: number; onChange?: (change: StreamChange) => void }
  export class StreamAnalyzer implements Disposable {
    constructor(guard: Guard, options?: StreamOptions);
    push(pixels: Pixels, timeMs: number): FrameOutcome;
    lost(reason: StatusReason): void;
    readonly shouldInterrupt: boolean; readonly shouldIndicate: boolean; readonly shouldMute: boolean;
    assessment(): Assessment; summary(): Assessment; counts(): StreamCounts; lookMs(): number | undefined;
    pause(): void; resume(): void; reset(): void;
    free(): void; [Symbol.dispose](): void;
  }
}

declare module 'himaya/worker' {
  import type { GuardOptions, LoadOptions, Pixels } from 'himaya';
  import type { Assessment, PictureHash } from './src/results.js';
  export type PictureSource = ImageBitmap | ImageData | HTMLImageElement | HTMLVideoElement | HTMLCanvasElement | OffscreenCanvas | Blob | VideoFrame | Pixels;
  export type Progress =
    | { state: 'queued'; ahead: number }
    | { state: 'loading'; loaded: number; total: number }
    | { state: 'running' };
  export interface PoolOptions {
    workers?: number;                        // default: cores - 1, 1 to 4
    guard?: GuardOptions;
    load?: Omit<LoadOptions, 'signal' | 'onProgress'>;
    worker?: URL | string | (() => Worker);  // default: himaya's own worker script, relative to the module
  }
  export interface AssessOptions {
    signal?: AbortSignal;
    onProgress?: (progress: Progress) => void;
    /** ImageBitmap and VideoFrame are taken over (closed); `keep` copies first. */
    keep?: boolean;
  }
  export class Pool implements Disposable {
    constructor(options?: PoolOptions);
    readonly ready: Promise<void>;           // all workers loaded
    readonly pending: number;
    assess(source: PictureSource, options?: AssessOptions): Promise<Assessment>;
    hash(source: PictureSource, options?: AssessOptions): Promise<PictureHash>;
    setGuard(options: GuardOptions): Promise<void>;
    terminate(): void; [Symbol.dispose](): void;
  }
}
