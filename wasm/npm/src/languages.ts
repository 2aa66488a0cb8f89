// The rules' files, one a language.
import { ArgumentError, BuildError } from './errors.js';
import type { FileSource } from './files.js';
import type { RulesEngine, RulesGlue } from './rules.js';
import { PREPARED, RULES } from './standard-rules.js';
import {
  type Fetching,
  type Kind,
  type StandardFile,
  keepPrepared,
  prepared,
  storedFile,
} from './stored.js';

/** Which rules messages are read with. */
export interface RuleOptions {
  /**
   * The languages whose rules are fetched (BCP 47; `pt-BR` is `pt`). Default: all. Whatever a
   * message is written in, it is read with the rules of all of them at once; with those alone.
   */
  languages?: readonly string[];
  /** Rules of one's own, as `himaya lexicon compile` writes them, in place of the package's. */
  rules?: readonly FileSource[];
}

const KIND: Kind = { what: 'the rules', failure: BuildError };

/** What to fetch, of which size as far as that is known. */
export interface Wanted {
  bytes: number;
  /** Whether they are those that there is something prepared of. */
  areAll: boolean;
  fetch(fetching: Fetching): Promise<Uint8Array[]>;
}

/** Rules to start with. */
export interface Rules {
  wanted: Wanted;
  files?: Uint8Array[];
  /** As an earlier start joined them. */
  prepared?: Uint8Array;
}

export async function rulesOf(wanted: Wanted, fetching: Fetching): Promise<Rules> {
  const known = wanted.areAll ? await prepared(PREPARED) : undefined;
  if (known) {
    fetching.onBytes?.(wanted.bytes);
    return { wanted, prepared: known };
  }
  return { wanted, files: await wanted.fetch(fetching) };
}

/**
 * Gives an instance its rules. A module that the host brings may be of another build than what is
 * prepared.
 */
export async function giveRules<G extends RulesGlue>(
  engine: RulesEngine & { give<T>(work: (glue: G) => T): T },
  { wanted, files, prepared }: Rules,
  fetching: Fetching,
): Promise<void> {
  if (prepared && engine.give((glue) => glue.setPreparedRules(prepared))) return;
  const found = files ?? (await wanted.fetch(fetching));
  engine.give((glue) => glue.setRules(found));
  if (wanted.areAll) setTimeout(() => void keepRules(engine), 0);
}

async function keepRules(engine: RulesEngine): Promise<void> {
  await keepPrepared(PREPARED, () =>
    engine.call((glue) => glue.preparedRules() as Uint8Array<ArrayBuffer>),
  ).catch(() => {});
}

export function wanted({ languages, rules }: RuleOptions): Wanted {
  if (rules) {
    return {
      bytes: 0,
      areAll: false,
      fetch: ({ signal }) =>
        Promise.all(rules.map((source) => storedFile(KIND, source, undefined, { signal }))),
    };
  }
  const files = languages ? [...new Set(languages.map(ruleFile))] : Object.values(RULES);
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    areAll: files.length === Object.keys(RULES).length,
    fetch: ({ signal, onBytes }) => {
      const loaded = files.map(() => 0);
      const each = ({ url, sha256 }: StandardFile, place: number) =>
        storedFile(KIND, url, sha256, {
          signal,
          onBytes: (bytes) => {
            loaded[place] = bytes;
            onBytes?.(loaded.reduce((sum, bytes) => sum + bytes, 0));
          },
        });
      return Promise.all(files.map(each));
    },
  };
}

function ruleFile(language: string): StandardFile {
  const [code = ''] = language.toLowerCase().split('-');
  const file = Object.hasOwn(RULES, code) ? RULES[code] : undefined;
  if (file) return file;
  const known = Object.keys(RULES).join(', ');
  throw new ArgumentError(`no rules for language \`${language.slice(0, 20)}\`; there are: ${known}`);
}
