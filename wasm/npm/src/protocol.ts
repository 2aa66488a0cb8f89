// What a pool and its workers say to each other.
import type { ModelFiles } from './models.js';
import type { GuardOptions, Pixels } from './picture.js';

/** What is wanted of a picture. */
export type Task = 'assess' | 'hash';

/** A picture as it crosses over. */
export type Content = { pixels: Pixels } | { bitmap: ImageBitmap | VideoFrame } | { blob: Blob };

export type Request =
  | {
      kind: 'load';
      module: WebAssembly.Module;
      imageModel: ModelFiles | undefined;
      guard: GuardOptions;
      maxSide: number;
    }
  | { kind: 'guard'; options: GuardOptions }
  | { kind: 'picture'; task: Task; picture: Content };

export interface Letter {
  id: number;
  request: Request;
}

export type Answer =
  | { id: number; result: unknown }
  | { id: number; error: { name: string; message: string } };
