// usage: node write-golden.mjs PICTURES OUT.json
// PICTURES is a folder made by make_pictures.py.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { asFloat32, loadReference } from './classify.mjs';
import { decodePicture } from './decode.mjs';

// What another implementation may differ by in a probability. JPEG decoders do not agree on
// the last levels: up to 4 between this one and the Rust crate `image`, worth 0.012.
const TOLERANCE = { lossless: 1e-4, lossy: 0.02 };

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
  console.error('usage: node write-golden.mjs PICTURES OUT.json');
  process.exit(2);
}

const listing = JSON.parse(readFileSync(path.join(folder, 'pictures.json'), 'utf8'));
const classify = await loadReference();
const pictures = [];
for (const { file, lossy, origin, file_sha256 } of listing.pictures) {
  const picture = await decodePicture(readFileSync(path.join(folder, file)));
  const probabilities = await classify(picture);
  pictures.push({
    file,
    sha256: createHash('sha256').update(picture.rgb).digest('hex'),
    ...(file_sha256 && { file_sha256 }),
    width: picture.width,
    height: picture.height,
    lossy,
    origin,
    probabilities,
    sensitive: asFloat32(probabilities.Porn + probabilities.Hentai),
  });
}

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const versions = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
const golden = {
  schema_version: 1,
  model: 'mobilenet-v2-mid-4.4.0',
  generated_by: `tests/golden/pictures/build (${versions.join(', ')})`,
  tolerance: TOLERANCE,
  pictures,
};
writeFileSync(out, JSON.stringify(golden, null, 2) + '\n');
console.log(`${pictures.length} pictures in ${out}`);
