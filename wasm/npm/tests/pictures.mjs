// The golden pictures as RGBA: PNG files of 8 bits a channel, which this decoder gives exactly.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';

const BIT_DEPTH = 24;

/** Yields each such picture of images.json with its pixels. */
export function* goldenPictures(root, folder) {
  const golden = JSON.parse(readFileSync(path.join(root, 'tests/golden/images.json'), 'utf8'));
  for (const picture of golden.pictures) {
    if (!picture.file.endsWith('.png')) continue;
    const file = readFileSync(path.join(folder, picture.file));
    if (file[BIT_DEPTH] > 8) continue;
    const { width, height, data } = PNG.sync.read(file);
    if (sha256OfColours(data) !== picture.sha256) throw new Error(`${picture.file}: other pixels`);
    yield { ...picture, width, height, rgba: data };
  }
}

function sha256OfColours(rgba) {
  const rgb = Buffer.alloc((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgba.copy(rgb, to, from, from + 3);
  }
  return createHash('sha256').update(rgb).digest('hex');
}
