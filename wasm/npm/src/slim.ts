/**
 * Himaya without models: rules, conversations, policy, messages. 'himaya' has pictures and the text
 * classifier besides.
 *
 * @module
 */
import * as care from './care.js';
import * as conversations from './conversation.js';
import { Engine, type ModuleSource } from './engine.js';
import { functionsOf, once } from './functions.js';
import * as guards from './guard.js';
import * as glue from './himaya_slim.js';
import { type RuleOptions, giveRules, rulesOf, wanted } from './languages.js';
import type { RulesGlue } from './rules.js';

export * from './shared.js';

const engine = new Engine<RulesGlue>(glue, () => new URL('himaya_slim_bg.wasm', import.meta.url));

/** Where things are, and which of them are wanted. */
export interface LoadOptions extends RuleOptions {
  /** The module; beside this script unless said otherwise. */
  module?: ModuleSource;
  /** Ends the loading. */
  signal?: AbortSignal;
}

export type GuardOptions = guards.GuardOptions;

const begin = once<LoadOptions>(
  () => engine.isReady,
  async ({ module, signal, ...options }) => {
    const [rules] = await Promise.all([
      rulesOf(wanted(options), { signal }),
      engine.make(module, signal),
    ]);
    await giveRules(engine, rules, { signal });
    engine.finish();
  },
);

/**
 * Makes Himaya ready: the module and the rules, which are fetched once and kept in Cache Storage.
 * Called again it does nothing, but after a `FaultError` it starts anew.
 */
export function load(options: LoadOptions = {}): Promise<void> {
  return begin(options);
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
export class Guard extends guards.Guard {
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
