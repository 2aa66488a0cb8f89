import type { Assessment } from 'himaya';
import type { Program } from '../shared/protocol';

/** What took part in an assessment, by name and version. */
export function programsOf({ models, ruleset_version: rules }: Assessment): Program[] {
  const named = models.map(({ name, version }) => ({ name, version }));
  return rules === undefined ? named : [{ name: 'rules', version: rules }, ...named];
}
