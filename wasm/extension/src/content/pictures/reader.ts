// Reads what a page shows, the way that costs the page least: its file out of the browser's cache where
// the page may have it, its pixels where it may read those, else the address for the engine. A canvas
// for every picture took the page's thread twice as long as files do.

import type { PictureSource } from '../../shared/protocol';

type PictureFile = Extract<PictureSource, { kind: 'file' }>;

/** Pixels go no larger than this: the model looks at less. */
const LONGEST_SIDE = 512;

/** Throws where it cannot be read here and has no address for the engine either. */
export async function readPicture(url: string, element: Element): Promise<PictureSource> {
  if (/^(data|blob):/.test(url) || isSameOrigin(url)) {
    const file = await fileOf(url);
    // Workers do not decode SVG; a page's picture element does.
    if (file?.type.startsWith('image/svg')) return drawn(file);
    if (file) return file;
  }
  // Of another site that lets the page read it; also what a page has already thrown its address away of.
  if (element instanceof HTMLImageElement && element.currentSrc === url) {
    const pixels = pixelsOf(element, element.naturalWidth, element.naturalHeight);
    if (pixels) return pixels;
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

async function drawn({ bytes, type }: PictureFile): Promise<PictureSource> {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
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

/** As bytes: a blob would be kept by the browser and read from it twice more. */
async function fileOf(url: string): Promise<PictureFile | null> {
  try {
    const response = await fetch(url, { cache: 'force-cache', referrerPolicy: 'no-referrer', credentials: 'same-origin' });
    if (!response.ok) return null;
    const type = response.headers.get('content-type') ?? '';
    return { kind: 'file', bytes: await response.arrayBuffer(), type };
  } catch {
    return null;
  }
}

function isSameOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === location.origin;
}

/** One host is the other or lies below it; where that says too little, no cookies go along. */
function isSameSite(url: string): boolean {
  const [one, other] = [new URL(url).hostname, location.hostname];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}
