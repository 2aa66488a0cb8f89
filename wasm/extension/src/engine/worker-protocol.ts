// Between the engine and its picture workers.

import type { AgeBand } from '../shared/settings';
import type { Assessment } from './guard';

export interface WorkerStart {
  module: WebAssembly.Module;
  ageBand: AgeBand;
}

export interface PictureJob {
  id: number;
  picture: Blob | { rgba: ArrayBuffer; width: number; height: number };
}

/** `small`: an icon, not looked at. `fault`: the module is broken, the worker needs a successor. */
export type PictureOutcome =
  | { outcome: 'assessed'; assessment: Assessment }
  | { outcome: 'small' }
  | { outcome: 'failed'; name: string; fault: boolean };

/** Pictures that take longer to decode are overtaken by others. */
export interface PictureResult {
  id: number;
  result: PictureOutcome;
}
