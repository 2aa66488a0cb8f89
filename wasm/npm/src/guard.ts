// The engine's rules: messages, conversations, policy.
import type { HimayaGuard } from './himaya_slim.js';
import { type Conversation, type Message, explanation } from './conversation.js';
import { Handle, rawOf } from './handle.js';
import type { Assessment, Explanation, PolicyTable } from './results.js';
import type { RulesEngine } from './rules.js';
import { milliseconds } from './time.js';
import type { AgeBand, Preset, StatusReason } from './vocabulary.js';

/** What a guard is made from. Everything may be left out. */
export interface GuardOptions {
  /** Age of the protected person; chooses the policy preset. Default: '10-12'. */
  ageBand?: AgeBand;
  /** In place of that preset: the name of another, or a policy of one's own, TOML or JSON. */
  policy?: Preset | (string & {});
  /** A lock (JSON, from `lockPolicy`): every other policy is refused. */
  policyLock?: string;
  /** Bytes of a message that are read. Default: 1 MiB. */
  maxMessageBytes?: number;
  /** A weights file for conversations (TOML) in place of the one within. */
  conversationWeights?: string;
}

/** The engine: immutable, replaced whole when policy or age change. Make one and keep it. */
export abstract class Guard<R extends HimayaGuard = HimayaGuard> extends Handle<R> {
  readonly #engine: RulesEngine;
  readonly #options: string;

  protected constructor(engine: RulesEngine, options: GuardOptions) {
    const json = JSON.stringify(options);
    super(engine, made(engine, json) as R);
    this.#engine = engine;
    this.#options = json;
  }

  protected override renewed(raw: R, alive: boolean): R {
    if (alive) raw.free();
    return made(this.#engine, this.#options) as R;
  }

  /** Assesses one message from an unknown counterpart, without a conversation around it. */
  assessMessage(text: string): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).assessMessage(text)));
  }

  /** Takes in the next message of a conversation and says where the conversation stands. */
  observe(conversation: Conversation, message: Message): Assessment {
    const { role = 'counterpart', text, time, edited = false } = message;
    return JSON.parse(
      this.#engine.call(() =>
        rawOf(this).observe(rawOf(conversation), role, text, milliseconds(time), edited),
      ),
    );
  }

  /** Takes in several messages, in their order. */
  observeAll(conversation: Conversation, messages: Iterable<Message>): Assessment[] {
    return Array.from(messages, (message) => this.observe(conversation, message));
  }

  /** Why a conversation stands where it stands: what counted, when and how much, no words. */
  explain(conversation: Conversation): Explanation {
    return explanation(this.#engine.call(() => rawOf(this).explain(rawOf(conversation))));
  }

  /** What the policy says about an input that could not be assessed. */
  assessFailure(reason: StatusReason): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).assessFailure(reason)));
  }

  /** What is in force for the age band. */
  policy(): PolicyTable {
    return JSON.parse(this.#engine.call(() => rawOf(this).policy()));
  }

  /** Age of the protected person. */
  get ageBand(): AgeBand {
    return this.#engine.call(() => rawOf(this).ageBand()) as AgeBand;
  }

  /** Version of the rules in force. */
  get rulesetVersion(): string {
    return this.#engine.call(() => rawOf(this).rulesetVersion());
  }

  /** Languages that the rules are written for, as codes of ISO 639-1. */
  get languages(): string[] {
    return this.#engine.call(() => rawOf(this).languages());
  }
}

function made(engine: RulesEngine, options: string): HimayaGuard {
  return engine.call((glue) => new glue.HimayaGuard(options));
}
