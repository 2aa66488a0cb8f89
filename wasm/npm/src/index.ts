/**
 * Himaya: child safety on the device, for messages and pictures.
 *
 * @module
 */
import * as care from './care.js';
import * as conversations from './conversation.js';
import { Engine, type ModuleSource } from './engine.js';
import { functionsOf, once } from './functions.js';
import * as glue from './himaya_full.js';
import type { FullGlue } from './full.js';
import { type RuleOptions, giveRules, rulesOf, wanted } from './languages.js';
import { type ModelFiles, type ModelSource, fetchModel } from './models.js';
import { standardModule } from './module.js';
import * as pictures from './picture.js';
import type { PictureHash } from './results.js';
import { IMAGE_MODEL, TEXT_MODEL } from './standard-models.js';

export * from './shared.js';
export type { ModelSource, OwnModel } from './models.js';
export { hasRelaxedSimd } from './module.js';
export type { HashListText, ImageLimits, Pixels, StreamOptions } from './picture.js';

const engine = new Engine<FullGlue>(glue, standardModule);

/** Where things are, and which of them are wanted. */
export interface LoadOptions extends RuleOptions {
  /** The module; beside this script unless said otherwise. */
  module?: ModuleSource;
  /** The text classifier; `false` for rules alone. */
  textModel?: ModelSource | false;
  /** The picture model; `false` until `loadImageModel()`. */
  imageModel?: ModelSource | false;
  /** Ends the loading. */
  signal?: AbortSignal;
  /** Is told how many bytes of rules and models are there. */
  onProgress?: (progress: { loaded: number; total: number }) => void;
}

export type GuardOptions = pictures.GuardOptions;

/** The instance that has the picture model. */
let imageInstance = 0;

const begin = once<LoadOptions>(() => engine.isReady, async (options) => {
  const { module, textModel, imageModel, signal, onProgress } = options;
  const rules = wanted(options);
  const loaded = { rules: 0, text: 0, image: 0 };
  const total =
    rules.bytes +
    (textModel === false ? 0 : TEXT_MODEL.bytes) +
    (imageModel === false ? 0 : IMAGE_MODEL.bytes);
  const fetching = (of: keyof typeof loaded) => ({
    signal,
    onBytes: (bytes: number) => {
      loaded[of] = bytes;
      onProgress?.({ loaded: loaded.rules + loaded.text + loaded.image, total });
    },
  });
  const [given, text, image] = await Promise.all([
    rulesOf(rules, fetching('rules')),
    textModel === false ? undefined : fetchModel(textModel, TEXT_MODEL, fetching('text')),
    imageModel === false ? undefined : fetchModel(imageModel, IMAGE_MODEL, fetching('image')),
    engine.make(module, signal),
  ]);
  await giveRules(engine, given, fetching('rules'));
  engine.finish((glue) => {
    if (text) glue.setTextModel(text.model, text.manifest, text.config);
    if (image) setImageModel(glue, image);
  });
});

/**
 * Makes Himaya ready: the module, the rules and both models, which are fetched once and kept in
 * Cache Storage.
 * Called again it does nothing, but after a `FaultError` it starts anew.
 */
export function load(options: LoadOptions = {}): Promise<void> {
  return begin(options);
}

const beginImageModel = once<[ModelSource | undefined, AbortSignal | undefined]>(
  () => engine.isReady && imageInstance === engine.instance,
  async ([source, signal]) => {
    const model = await fetchModel(source, IMAGE_MODEL, { signal });
    engine.call((glue) => setImageModel(glue, model));
    engine.renew();
  },
);

/** Fetches the picture model if `load` left it out; guards made before have it from then on. */
export function loadImageModel(
  source?: ModelSource,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  return beginImageModel([source, signal]);
}

function setImageModel(glue: FullGlue, { model, manifest, config }: ModelFiles): void {
  glue.setImageModel(model, manifest, config);
  imageInstance = engine.instance;
}

export const {
  isLoaded,
  version,
  messages,
  messageLanguages,
  helpServices,
  suitableHelp,
  presetText,
  checkPolicy,
  lockPolicy,
} = functionsOf(engine);

/** The engine: immutable, replaced whole when policy or age change. Make one and keep it. */
export class Guard extends pictures.Guard {
  constructor(options: GuardOptions = {}) {
    super(engine, options);
  }
}

/** Numbers kept for one counterpart: what was shown, when and how often. No words, no names. */
export class Conversation extends conversations.Conversation {
  constructor(contact?: conversations.Contact);
  /** @internal */
  constructor(contact: undefined, bytes: Uint8Array);
  constructor(contact?: conversations.Contact, bytes?: Uint8Array) {
    super(engine, contact, bytes);
  }

  /** From what `toBytes` gave, of this or an earlier version. */
  static from(bytes: Uint8Array): Conversation {
    return new Conversation(undefined, bytes);
  }
}

/** A chat with several people, told apart by name. */
export class Thread extends conversations.Thread {
  constructor(guard: Guard, options: { protected?: string } = {}) {
    super(engine, guard, options);
  }
}

/** A list of help services: those that come with Himaya, or (TOML) of one's own. */
export class HelpServices extends care.HelpServices {
  constructor(toml?: string) {
    super(engine, toml);
  }
}

/** Collects what a guardian's digest tells. `kept` is what `toJson` gave. */
export class DigestBuilder extends care.DigestBuilder {
  constructor(guard: Guard, kept?: string) {
    super(engine, guard, kept);
  }
}

/** Looks at the frames of one video or livestream, one after another, within a budget. */
export class StreamAnalyzer extends pictures.StreamAnalyzer {
  constructor(guard: Guard, options: pictures.StreamOptions = {}) {
    super(engine, guard, options);
  }
}

/** Hashes a picture (pixels, or an encoded file) by PDQ, bit for bit as Meta's reference does. */
export function hashImage(picture: pictures.Pixels | Uint8Array): PictureHash {
  return JSON.parse(
    engine.call(({ hashImage, hashPixels }) =>
      picture instanceof Uint8Array
        ? hashImage(picture)
        : hashPixels(pictures.bytes(picture), picture.width, picture.height),
    ),
  );
}

/** Differing bits of two PDQ hashes, 0..256. Up to 31 is held for the same picture. */
export function hashDistance(one: string, other: string): number {
  return engine.call((glue) => glue.hashDistance(one, other));
}
