// Ours, as wasm/build makes it. Both kinds are the same call: `network` gives it pictures of the
// model's size, and their conversion counts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export async function load() {
  const folder = process.env.HIMAYA_WASM;
  const { HimayaGuard, initSync, setImageModel, setRules } = await import(
    pathToFileURL(path.join(folder, 'himaya_full.js')).href
  );
  initSync({ module: readFileSync(path.join(folder, 'himaya_full_bg.wasm')) });
  setRules([new Uint8Array(readFileSync(process.env.HIMAYA_RULES))]);
  setImageModel(readFileSync(process.env.HIMAYA_MODEL));
  const guard = new HimayaGuard('{}');
  guard.loadImageModel();
  return {
    prepare: (kind, picture) => picture,
    run: (kind, { rgba, width, height }) =>
      JSON.parse(guard.assessPixels(rgba, width, height)).class_scores.map(({ score }) => score),
  };
}
