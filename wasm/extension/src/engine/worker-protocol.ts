// Between the engine and its picture workers.

import type { Assessment } from 'himaya';
import type { AgeBand } from '../shared/settings';

export interface WorkerStart {
  module: WebAssembly.Module;
  ageBand: AgeBand;
}

export interface PictureJob {
  id: number;
  picture: { bytes: ArrayBuffer; type: string } | { rgba: ArrayBuffer; width: number; height: number };
}

/**
 * `small`: an icon, not looked at. `broken`: there is no guard to look with. `fault`: the module is broken by this picture,
 * the worker needs a successor.
 */
export type PictureOutcome =
  | { outcome: 'assessed'; assessment: Assessment }
  | { outcome: 'small' }
  | { outcome: 'broken' }
  | { outcome: 'failed'; name: string; fault: boolean };

/** Pictures that take longer to decode are overtaken by others. */
export interface PictureResult {
  id: number;
  result: PictureOutcome;
}
