// One of the engine's workers: decodes a picture, looks at it, forgets it.

import { FaultError, type Guard } from 'himaya';
import { isIcon } from '../shared/icons';
import { makeGuard } from './guard';
import type { PictureJob, PictureOutcome, PictureResult, WorkerStart } from './worker-protocol';

/** A longer side is shrunk to this: the model looks at less. */
const LONGEST_SIDE = 512;

const started = Promise.withResolvers<Guard>();
// Said of each picture that waits for it.
started.promise.catch(() => undefined);

addEventListener('message', async (event: MessageEvent<WorkerStart | PictureJob>) => {
  const message = event.data;
  if ('module' in message) started.resolve(makeGuard(message.module, message.ageBand));
  else postMessage({ id: message.id, result: await look(message) } satisfies PictureResult);
});

async function look({ picture }: PictureJob): Promise<PictureOutcome> {
  let guard: Guard;
  try {
    guard = await started.promise;
  } catch {
    return { outcome: 'broken' };
  }
  try {
    const pixels = 'bytes' in picture ? await decoded(new Blob([picture.bytes], { type: picture.type })) : picture;
    if (!pixels) return { outcome: 'small' };
    return { outcome: 'assessed', assessment: guard.assessPixels({ ...pixels, data: new Uint8Array(pixels.rgba) }) };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return { outcome: 'failed', name, fault: error instanceof FaultError };
  }
}

/** Null where it is an icon. */
async function decoded(file: Blob): Promise<{ rgba: ArrayBuffer; width: number; height: number } | null> {
  using bitmap = closing(await createImageBitmap(file));
  const { width: full, height: high } = bitmap.image;
  if (isIcon(full, high)) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(full, high));
  const width = Math.max(1, Math.round(full * scale));
  const height = Math.max(1, Math.round(high * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new TypeError('no canvas');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap.image, 0, 0, width, height);
  return { rgba: context.getImageData(0, 0, width, height).data.buffer, width, height };
}

function closing(image: ImageBitmap) {
  return { image, [Symbol.dispose]: () => image.close() };
}
