// One of the engine's workers: decodes a picture, looks at it, forgets it.

import { makeGuard, type Guard } from './guard';
import type { PictureJob, PictureResult, WorkerStart } from './worker-protocol';

/** A longer side is shrunk to this while decoding: more shows the model nothing. */
const MAX_SIDE = 1024;

const started = Promise.withResolvers<Guard>();

addEventListener('message', async (event: MessageEvent<WorkerStart | PictureJob>) => {
  const message = event.data;
  if ('module' in message) {
    started.resolve(makeGuard(message.module, message.ageBand));
    return;
  }
  postMessage(await look(message));
});

async function look(job: PictureJob): Promise<PictureResult> {
  try {
    const { data, width, height } = await pixelsOf(job.picture);
    const assessment = (await started.promise).assessPixels(new Uint8Array(data.buffer), width, height);
    return { id: job.id, assessment };
  } catch (error) {
    return { id: job.id, failed: error instanceof Error ? error.name : 'Error' };
  }
}

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
