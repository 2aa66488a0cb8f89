// Between the engine and its picture workers.

import type { AgeBand } from '../shared/settings';
import type { Assessment } from './guard';

export interface WorkerStart {
  module: WebAssembly.Module;
  ageBand: AgeBand;
}

export interface PictureJob {
  id: number;
  /** An encoded file. */
  picture: Blob;
}

export type PictureResult = { id: number; assessment: Assessment } | { id: number; failed: string };
