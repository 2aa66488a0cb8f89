// The functions of both entries.
import { type Addressee, type HelpQuery, Messages } from './care.js';
import type { HelpService, PolicyConcern } from './results.js';
import type { RulesEngine } from './rules.js';
import type { AgeBand, Category, HelpAudience, LockedBy, Preset, Reader } from './vocabulary.js';

export interface RulesFunctions {
  /** Whether `load()` is done and the module has not failed since. */
  isLoaded(): boolean;

  /** Version of the package. */
  version(): string;

  /**
   * Texts in the first of the preferred languages (BCP 47) that there is, else in English; for the
   * keys of assessments and digests.
   */
  messages(languages: string | readonly string[], addressee?: Addressee): Messages;

  /** The languages that there are messages in. */
  messageLanguages(): string[];

  /** The services that come with Himaya for a country (ISO 3166-1 alpha-2), best first. */
  helpServices(country: string, query?: HelpQuery): HelpService[];

  /** Which services suit a reader of a notice, the most needed first. */
  suitableHelp(reader: Reader, category: Category, ageBand?: AgeBand): HelpAudience[];

  /** The file of a shipped policy: TOML, with its comments. */
  presetText(preset: Preset): string;

  /** What may not be meant in a policy, for people of these ages, or all. */
  checkPolicy(policy: Preset | (string & {}), ageBands?: readonly AgeBand[]): PolicyConcern[];

  /** Settles on a policy: the lock for `GuardOptions.policyLock`. */
  lockPolicy(policy: Preset | (string & {}), by: LockedBy): string;
}

export function functionsOf(engine: RulesEngine): RulesFunctions {
  let help: { instance: number; list: { lookup(...of: HelpArguments): string } } | undefined;
  // Reading the list takes milliseconds.
  const services = () => {
    if (help?.instance !== engine.instance) {
      help = {
        list: engine.call((glue) => new glue.HimayaHelp()),
        instance: engine.instance,
      };
    }
    return help.list;
  };
  return {
    isLoaded: () => engine.isReady,
    version: () => engine.call((glue) => glue.version()),
    messages: (languages, addressee = {}) => new Messages(engine, languages, addressee),
    messageLanguages: () => engine.call((glue) => glue.messageLanguages()),
    helpServices: (country, { audience = 'child', language = 'en', ageBand } = {}) =>
      JSON.parse(engine.call(() => services().lookup(country, audience, language, ageBand))),
    suitableHelp: (reader, category, ageBand) =>
      engine.call((glue) => glue.suitableHelp(reader, category, ageBand)) as HelpAudience[],
    presetText: (preset) => engine.call((glue) => glue.presetText(preset)),
    checkPolicy: (policy, ageBands = []) =>
      JSON.parse(engine.call((glue) => glue.checkPolicy(policy, [...ageBands]))),
    lockPolicy: (policy, by) => engine.call((glue) => glue.lockPolicy(policy, by)),
  };
}

type HelpArguments = [country: string, audience: string, language: string, ageBand?: string];

/** Makes calls that come while the first is under way wait for it, and those afterwards nothing. */
export function once<O>(
  isDone: () => boolean,
  work: (options: O) => Promise<void>,
): (options: O) => Promise<void> {
  let running: Promise<void> | undefined;
  return (options) => {
    if (isDone()) return Promise.resolve();
    running ??= work(options).finally(() => {
      running = undefined;
    });
    return running;
  };
}
