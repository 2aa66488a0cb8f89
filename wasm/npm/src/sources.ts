// Pictures of a page as what can be given to a worker.
import { ArgumentError, ImageError } from './errors.js';
import { messageOf } from './stored.js';
import type { Pixels } from './picture.js';
import type { Content } from './protocol.js';
import type { PictureSource } from './worker.js';

export interface Picture {
  content: Content;
  transfer: Transferable[];
  /** Frees what no worker will take. */
  close(): void;
}

/** The picture, taken over from its owner, or copied with `keep`. */
export async function transferable(source: PictureSource, keep: boolean): Promise<Picture> {
  if (is('Blob', source)) return { content: { blob: source }, transfer: [], close() {} };
  if (is('VideoFrame', source)) return ofBitmap(keep ? source.clone() : source);
  if (is('ImageBitmap', source)) return ofBitmap(keep ? await bitmapOf(source) : source);
  if (is('HTMLImageElement', source)) return ofBitmap(await bitmapOfImage(source));
  if (is('HTMLVideoElement', source) || is('HTMLCanvasElement', source) || is('OffscreenCanvas', source)) {
    return ofBitmap(await bitmapOf(source));
  }
  if (isPixels(source)) return ofPixels(source, keep);
  throw new ArgumentError('this is no picture; give a bitmap, image, video, frame, blob or pixels');
}

// By name: workers and Node lack some of them.
interface Sources {
  Blob: Blob;
  HTMLCanvasElement: HTMLCanvasElement;
  HTMLImageElement: HTMLImageElement;
  HTMLVideoElement: HTMLVideoElement;
  ImageBitmap: ImageBitmap;
  OffscreenCanvas: OffscreenCanvas;
  VideoFrame: VideoFrame;
}

function is<N extends keyof Sources>(name: N, source: unknown): source is Sources[N] {
  const type = (globalThis as Record<string, unknown>)[name];
  return typeof type === 'function' && source instanceof type;
}

function isPixels(source: unknown): source is Pixels {
  const { data, width, height } = source as Partial<Pixels>;
  return (
    (data instanceof Uint8Array || data instanceof Uint8ClampedArray) &&
    typeof width === 'number' &&
    typeof height === 'number'
  );
}

function ofPixels({ data, width, height }: Pixels, keep: boolean): Picture {
  const whole = data.byteLength === data.buffer.byteLength && data.buffer instanceof ArrayBuffer;
  const taken = keep || !whole ? data.slice() : data;
  return {
    content: { pixels: { data: taken, width, height } },
    transfer: [taken.buffer as ArrayBuffer],
    close() {},
  };
}

function ofBitmap(bitmap: ImageBitmap | VideoFrame): Picture {
  return { content: { bitmap }, transfer: [bitmap], close: () => bitmap.close() };
}

async function bitmapOfImage(image: HTMLImageElement): Promise<ImageBitmap> {
  if (!image.complete) await image.decode().catch(() => {});
  return bitmapOf(image);
}

async function bitmapOf(source: ImageBitmapSource): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source);
  } catch (error) {
    throw new ImageError(`the picture cannot be read: ${messageOf(error)}`);
  }
}
