// What both builds of the module have.
import type { Engine, Glue } from './engine.js';
import type * as slim from './himaya_slim.js';

/** The functions of the crate that are in both builds. */
export type RulesGlue = Glue & Omit<typeof slim, 'default' | 'initSync'>;
export type RulesEngine = Engine<RulesGlue>;
