// Conversations and threads: numbers that the module keeps for each counterpart, never a word.
import type { HimayaConversation, HimayaThread } from './himaya_slim.js';
import type { Guard } from './guard.js';
import { Handle, rawOf } from './handle.js';
import type { Assessment, Explanation } from './results.js';
import type { RulesEngine } from './rules.js';
import { type Time, inSeconds, milliseconds } from './time.js';
import type { Relation, Role } from './vocabulary.js';

/** One message. */
export interface Message {
  /** Who wrote it; the counterpart unless it says otherwise. */
  role?: Role;
  /** Of any length; what lies beyond the limit is not read and the assessment says so. */
  text: string;
  /** By the receiving device's clock and not by what the sender claims. */
  time?: Time;
  /** Whether it takes the place of one that was shown before. */
  edited?: boolean;
}

/** What the host knows of a counterpart. Nobody is exempt: it shifts the evidence, and by little. */
export interface Contact {
  relation?: Relation;
  /** Children whom the account contacted lately; the host chooses the time. */
  childrenContacted?: number;
  /** Minutes that the child's clock is ahead of UTC; with it, messages by night count. */
  utcOffset?: number;
}

/** Numbers kept for one counterpart. */
export abstract class Conversation extends Handle<HimayaConversation> {
  readonly #engine: RulesEngine;

  protected constructor(engine: RulesEngine, contact?: Contact, bytes?: Uint8Array) {
    super(
      engine,
      engine.call((glue) => {
        if (bytes) return glue.HimayaConversation.from(bytes);
        const raw = new glue.HimayaConversation();
        if (contact) raw.setContact(JSON.stringify(contact));
        return raw;
      }),
    );
    this.#engine = engine;
  }

  /** At most 512 bytes to keep: nothing of what was said or by whom. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#engine.call(() => rawOf(this).toBytes() as Uint8Array<ArrayBuffer>);
  }

  /** What the host knows of the counterpart. */
  get contact(): Contact {
    return JSON.parse(this.#engine.call(() => rawOf(this).contact()));
  }

  /** Says what the host knows of the counterpart; it counts from the next message on. */
  setContact(contact: Contact): void {
    this.#engine.call(() => rawOf(this).setContact(JSON.stringify(contact)));
  }

  /** Notes that somebody deleted a message; it takes no evidence back. */
  noteDeleted(role: Role): void {
    this.#engine.call(() => rawOf(this).noteDeleted(role));
  }

  /** Messages that the child received. */
  get received(): number {
    return this.#engine.call(() => rawOf(this).received());
  }

  /** Messages that the child sent. */
  get sent(): number {
    return this.#engine.call(() => rawOf(this).sent());
  }

  /** Messages that were deleted after the child could see them. */
  get deleted(): number {
    return this.#engine.call(() => rawOf(this).deleted());
  }
}

/**
 * A chat with several people, told apart by name. With a protected person named, everybody else is
 * a counterpart; without, everybody is. Names stay in memory.
 */
export abstract class Thread extends Handle<HimayaThread> {
  readonly #engine: RulesEngine;

  protected constructor(engine: RulesEngine, guard: Guard, options: { protected?: string }) {
    super(
      engine,
      engine.call((glue) => new glue.HimayaThread(rawOf(guard), options.protected)),
    );
    this.#engine = engine;
  }

  /** Says what the host knows of somebody; it counts from the next message on. */
  setContact(name: string, contact: Contact): void {
    this.#engine.call(() => rawOf(this).setContact(name, JSON.stringify(contact)));
  }

  /** Takes in the next message. The protected person's counts with whoever wrote last. */
  observe({ from, text, time }: { from: string; text: string; time?: Time }): Assessment {
    return JSON.parse(this.#engine.call(() => rawOf(this).observe(from, text, milliseconds(time))));
  }

  /** Why the conversation with somebody stands where it stands, if they are in the thread. */
  explain(name: string): Explanation | undefined {
    const json = this.#engine.call(() => rawOf(this).explain(name));
    return json === undefined ? undefined : explanation(json);
  }
}

/** The core counts time in milliseconds, the package in seconds. */
export function explanation(json: string): Explanation {
  const explained = JSON.parse(json) as Explanation;
  for (const contribution of explained.contributions) {
    contribution.first = inSeconds(contribution.first);
    contribution.last = inSeconds(contribution.last);
  }
  for (const event of explained.timeline) event.time = inSeconds(event.time);
  return explained;
}
