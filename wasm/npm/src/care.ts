// Words for people, whom to ask for help, what a guardian learns.
import type { HimayaDigest, HimayaHelp, HimayaMessages } from './himaya_slim.js';
import type { Guard } from './guard.js';
import { Handle, rawOf } from './handle.js';
import type { Assessment, Cause, GuardianDigest, HelpService, Notice, Recorded } from './results.js';
import type { RulesEngine } from './rules.js';
import { type Time, milliseconds } from './time.js';
import type {
  Action,
  AgeBand,
  Behavior,
  Category,
  Gender,
  HelpAudience,
  InputType,
  InterventionLevel,
  Reader,
  Stage,
} from './vocabulary.js';

/** How a person is addressed; the guardian by the age of the child. */
export interface Addressee {
  ageBand?: AgeBand;
  gender?: Gender;
}

/** A text and one thing to do next. */
export interface Advice {
  text: string;
  step: string;
}

/** The texts of one language for one person, from `messages()`. */
export class Messages extends Handle<HimayaMessages> {
  readonly #engine: RulesEngine;

  /** @internal */
  constructor(engine: RulesEngine, languages: string | readonly string[], to: Addressee) {
    const preferred = typeof languages === 'string' ? [languages] : [...languages];
    super(
      engine,
      engine.call((glue) => new glue.HimayaMessages(preferred, to.ageBand, to.gender)),
    );
    this.#engine = engine;
  }

  /** BCP 47 code of the language. */
  get language(): string {
    return this.#engine.call(() => rawOf(this).language());
  }

  /** Whether the language is written from right to left. */
  get rightToLeft(): boolean {
    return this.#engine.call(() => rawOf(this).rightToLeft());
  }

  /** For an assessment's `message_key` or `deterrence_key`, or a digest's `advice_key`. */
  forKey(key: string, level: InterventionLevel = 'descriptive'): Notice | undefined {
    return read(this.#engine.call(() => rawOf(this).forKey(key, level)));
  }

  /** What a reader is told of a category, if there are words of it for them. */
  notice(
    reader: Reader,
    category: Category,
    level: InterventionLevel = 'descriptive',
  ): Notice | undefined {
    return read(this.#engine.call(() => rawOf(this).notice(reader, category, level)));
  }

  /** That something could not be checked, for the child. */
  unchecked(input: InputType): Advice | undefined {
    const [text, step] = this.#engine.call(() => rawOf(this).unchecked(input));
    return text === undefined || step === undefined ? undefined : { text, step };
  }

  /** What a child is told where messages and pictures are looked at. */
  monitoringNotice(): { title: string; text: string } | undefined {
    const [title, text] = this.#engine.call(() => rawOf(this).monitoringNotice());
    return title === undefined || text === undefined ? undefined : { title, text };
  }

  /** That an adult will be told in so many hours, and what the child may do before. */
  digestDelay(hours: number): Advice | undefined {
    const [text, step] = this.#engine.call(() => rawOf(this).digestDelay(hours));
    return text === undefined || step === undefined ? undefined : { text, step };
  }

  /** The text of a key of the message files, with the values that it shows. */
  text(key: string, values: Record<string, string | number> = {}): string | undefined {
    return this.#engine.call(() => rawOf(this).text(key, JSON.stringify(values)));
  }

  /** What a behaviour is, in a few words. */
  behavior(behavior: Behavior): string {
    return this.#engine.call(() => rawOf(this).behavior(behavior));
  }

  /** What counts in a conversation, in a few words; a `Contribution` is a cause too. */
  cause(cause: Cause): string {
    return this.#engine.call(() => rawOf(this).cause(JSON.stringify(causeAlone(cause))));
  }

  /** What a stage is, in a few words. */
  stage(stage: Stage): string {
    return this.#engine.call(() => rawOf(this).stage(stage));
  }

  /** What a category is, in a few words. */
  category(category: Category): string {
    return this.#engine.call(() => rawOf(this).category(category));
  }

  /** What an action means, in a few words. */
  action(action: Action): string {
    return this.#engine.call(() => rawOf(this).action(action));
  }

  /** A digest in words for a guardian, addressed by the age of the child. */
  digest(digest: GuardianDigest, level: InterventionLevel = 'descriptive'): string {
    return this.#engine.call(() => rawOf(this).digest(JSON.stringify(digest), level));
  }
}

function causeAlone(cause: Cause): Cause {
  if ('behavior' in cause) return { behavior: cause.behavior };
  if ('cue' in cause) return { cue: cause.cue };
  if ('tone' in cause) return { tone: cause.tone };
  if ('context' in cause) return { context: cause.context };
  return { relation: cause.relation };
}

function read<T>(json: string | undefined): T | undefined {
  return json === undefined ? undefined : JSON.parse(json);
}

/** Which help services are wanted. */
export interface HelpQuery {
  /** Whom they are for. Default: 'child'. */
  audience?: HelpAudience;
  /** What the person speaks, a BCP 47 tag; services that speak it come first. Default: 'en'. */
  language?: string;
  /** Age of the person who will ask for help. */
  ageBand?: AgeBand;
}

/** A list of help services: those that come with Himaya, or (TOML) of one's own. */
export abstract class HelpServices extends Handle<HimayaHelp> {
  readonly #engine: RulesEngine;

  protected constructor(engine: RulesEngine, toml?: string) {
    super(
      engine,
      engine.call((glue) => new glue.HimayaHelp(toml)),
    );
    this.#engine = engine;
  }

  /** The services to show, best first. `country`: ISO 3166-1 alpha-2. */
  lookup(country: string, query: HelpQuery = {}): HelpService[] {
    const { audience = 'child', language = 'en', ageBand } = query;
    return JSON.parse(
      this.#engine.call(() => rawOf(this).lookup(country, audience, language, ageBand)),
    );
  }

  /** All services, those that are not shown too. */
  all(): HelpService[] {
    return JSON.parse(this.#engine.call(() => rawOf(this).all()));
  }

  /** What a person must confirm before a release, doubtful rows first. */
  toConfirm(): HelpService[] {
    return JSON.parse(this.#engine.call(() => rawOf(this).toConfirm()));
  }

  /** Adds services (TOML) before those that there are; a row with the same `id` is replaced. */
  extend(toml: string): void {
    this.#engine.call(() => rawOf(this).extend(toml));
  }

  /** Puts services (TOML) in place of all for the same country and audience. */
  replace(toml: string): void {
    this.#engine.call(() => rawOf(this).replace(toml));
  }

  /** Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`. */
  confirm(toml: string): void {
    this.#engine.call(() => rawOf(this).confirm(toml));
  }
}

/** Collects what a guardian's digest tells: counts by category and day, never words. */
export abstract class DigestBuilder extends Handle<HimayaDigest> {
  readonly #engine: RulesEngine;

  protected constructor(engine: RulesEngine, guard: Guard, kept?: string) {
    super(
      engine,
      engine.call((glue) => new glue.HimayaDigest(rawOf(guard), kept)),
    );
    this.#engine = engine;
  }

  /** Counts an assessment; undefined if the policy does not act upon it. */
  record(assessment: Assessment, time: Time): Recorded | undefined {
    const json = JSON.stringify(assessment);
    return read(this.#engine.call(() => rawOf(this).record(json, milliseconds(time) ?? 0)));
  }

  /** What the guardian learns of the seven days that end at `until`. */
  digest(until: Time): GuardianDigest {
    return JSON.parse(this.#engine.call(() => rawOf(this).digest(milliseconds(until) ?? 0)));
  }

  /** What a host keeps between starts: slugs, days and counts. */
  toJson(): string {
    return this.#engine.call(() => rawOf(this).toJson());
  }
}
