// The script of a pool's workers.
import { ImageError, StateError } from './errors.js';
import { nodeModule } from './files.js';
import { Guard, type GuardOptions, hashImage, isLoaded, load } from './index.js';
import { messageOf } from './stored.js';
import type { Pixels } from './picture.js';
import type { Answer, Content, Letter, Request, Task } from './protocol.js';

let loading: (() => Promise<void>) | undefined;
let guard: Guard | undefined;
let maxSide = 0;

async function answer(request: Request): Promise<unknown> {
  switch (request.kind) {
    case 'load': {
      const { module, imageModel } = request;
      loading = () =>
        load({
          module,
          languages: [],
          textModel: false,
          imageModel: imageModel ? sourceOf(imageModel) : false,
        });
      maxSide = request.maxSide;
      await loading();
      return exchange(request.guard, imageModel !== undefined);
    }
    case 'guard':
      return exchange(request.options, false);
    case 'picture':
      // What failed with the picture before is made anew.
      if (!isLoaded()) await loading?.();
      return look(request.task, request.picture);
  }
}

function sourceOf({ model, manifest, config }: NonNullable<LoadRequest['imageModel']>) {
  return manifest !== undefined && config !== undefined
    ? { manifest, config, model: model as BufferSource }
    : (model as BufferSource);
}

type LoadRequest = Extract<Request, { kind: 'load' }>;

function exchange(options: GuardOptions, warm: boolean): void {
  const next = new Guard(options);
  if (warm) next.warmUp({ text: false });
  guard?.free();
  guard = next;
}

async function look(task: Task, picture: Content): Promise<unknown> {
  if (!guard) throw new StateError('the worker was not loaded');
  if ('blob' in picture) return lookAtFile(guard, task, picture.blob);
  return lookAtPixels(guard, task, 'pixels' in picture ? picture.pixels : drawn(picture.bitmap));
}

function lookAtPixels(guard: Guard, task: Task, pixels: Pixels): unknown {
  return task === 'hash' ? hashImage(pixels) : guard.assessPixels(pixels);
}

/** The module sees all frames of an animation; what it cannot read the browser may. */
async function lookAtFile(guard: Guard, task: Task, blob: Blob): Promise<unknown> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  try {
    return task === 'hash' ? hashImage(bytes) : guard.assessImage(bytes);
  } catch (error) {
    if (!(error instanceof ImageError) || typeof createImageBitmap === 'undefined') throw error;
    const bitmap = await createImageBitmap(blob).catch(() => undefined);
    if (!bitmap) throw error;
    return lookAtPixels(guard, task, drawn(bitmap));
  }
}

/** The pixels of a bitmap, which is closed. */
function drawn(bitmap: ImageBitmap | VideoFrame): Pixels {
  const [fullWidth, fullHeight] =
    'displayWidth' in bitmap
      ? [bitmap.displayWidth, bitmap.displayHeight]
      : [bitmap.width, bitmap.height];
  const scale = Math.min(1, maxSide / Math.max(fullWidth, fullHeight));
  const width = Math.max(1, Math.round(fullWidth * scale));
  const height = Math.max(1, Math.round(fullHeight * scale));
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new ImageError('this browser draws no pictures in workers');
    context.imageSmoothingQuality = 'medium';
    context.drawImage(bitmap, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError(
      `the pixels may not be read: ${messageOf(error)}; give the file itself as a Blob`,
    );
  } finally {
    bitmap.close();
  }
}

interface Side {
  postMessage(answer: Answer): void;
  addEventListener(type: 'message', listener: (event: { data: Letter }) => void): void;
  start?(): void;
}

const parent = nodeModule<{ parentPort: Side | null }>('node:worker_threads')?.parentPort;
const side = parent ?? (globalThis as unknown as Side);
side.addEventListener('message', async ({ data: { id, request } }) => {
  try {
    side.postMessage({ id, result: await answer(request) });
  } catch (error) {
    const { name } = error instanceof Error ? error : { name: 'Error' };
    side.postMessage({ id, error: { name, message: messageOf(error) } });
  }
});
side.start?.();
