// Reads what a page shows, the way that costs least: its pixels where the page owns them, its file
// where only the extension may read it.

import type { PictureSource } from '../../shared/protocol';

/** Pixels go no larger than this: the model looks at less. */
const LONGEST_SIDE = 512;
/** Above this, decoding on the page's thread would cost a frame: the file goes to the engine. */
const DECODED_HERE = 1_000_000;

/** Throws where it cannot be read here and has no address for the engine either. */
export async function readPicture(url: string, element: Element): Promise<PictureSource> {
  if (element instanceof HTMLImageElement && element.currentSrc === url && isOurs(element, url)) {
    const { naturalWidth: width, naturalHeight: height } = element;
    if (width * height > DECODED_HERE && !url.startsWith('blob:')) {
      const file = await fileOf(url);
      if (file) return { kind: 'file', file };
    }
    const pixels = pixelsOf(element, width, height);
    if (pixels) return pixels;
  }
  if (/^(data|blob):/.test(url) || isSameOrigin(url)) {
    const file = await fileOf(url);
    // Workers do not decode SVG; a page's picture element does.
    if (file?.type.startsWith('image/svg')) return drawn(file);
    if (file) return { kind: 'file', file };
  }
  if (!/^https?:/.test(url)) throw new TypeError('no address that the engine could ask');
  return { kind: 'url', url, sameSite: isSameSite(url) };
}

/** Null where the page may not read them itself. */
export function pixelsOf(
  picture: HTMLImageElement | HTMLVideoElement,
  width: number,
  height: number,
  longest = LONGEST_SIDE,
): Extract<PictureSource, { kind: 'pixels' }> | null {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || width === 0 || height === 0) return null;
  context.imageSmoothingQuality = 'medium';
  try {
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { kind: 'pixels', width: canvas.width, height: canvas.height, rgba: data.buffer };
  } catch {
    return null;
  }
}

async function drawn(file: Blob): Promise<PictureSource> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const pixels = pixelsOf(image, image.naturalWidth || LONGEST_SIDE, image.naturalHeight || LONGEST_SIDE);
    if (!pixels) throw new TypeError('cannot be drawn');
    return pixels;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function fileOf(url: string): Promise<Blob | null> {
  try {
    const response = await fetch(url, { cache: 'force-cache', referrerPolicy: 'no-referrer', credentials: 'same-origin' });
    return response.ok ? await response.blob() : null;
  } catch {
    return null;
  }
}

/** Whether the page may read its pixels. */
function isOurs(image: HTMLImageElement, url: string): boolean {
  return image.crossOrigin !== null || /^(data|blob):/.test(url) || isSameOrigin(url);
}

function isSameOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

/** One host is the other or lies below it; where that says too little, no cookies go along. */
function isSameSite(url: string): boolean {
  const [one, other] = [new URL(url).hostname, location.hostname];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
