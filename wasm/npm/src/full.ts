// What the full build of the module has.
import type { Engine, Glue } from './engine.js';
import type * as full from './himaya_full.js';

export type FullGlue = Glue & Omit<typeof full, 'default' | 'initSync'>;
export type FullEngine = Engine<FullGlue>;
