// The models' files: fetched when they are needed, checked, kept in Cache Storage.
import { ModelError } from './errors.js';
import { type FileSource, bytesOf, open, sha256, view } from './files.js';

/** A model of the host's own: the texts of its `manifest.json` and `config.json`, and its file. */
export interface OwnModel {
  manifest: string;
  config: string;
  model: FileSource;
}

/** Where a model is. A file alone must be the one that this version was made with. */
export type ModelSource = FileSource | OwnModel;

/** A model that this version was made with. */
export interface StandardModel {
  url: URL;
  sha256: string;
  bytes: number;
}

/** What the module takes. */
export interface ModelFiles {
  model: Uint8Array;
  manifest?: string;
  config?: string;
}

export interface Fetching {
  signal?: AbortSignal | undefined;
  onBytes?: (loaded: number) => void;
}

const CACHE = 'himaya-models';

export async function fetchModel(
  source: ModelSource | undefined,
  standard: StandardModel,
  fetching: Fetching,
): Promise<ModelFiles> {
  if (source && typeof source === 'object' && 'manifest' in source) {
    const { manifest, config, model } = source;
    return { manifest, config, model: await fileOf(model, expectedBy(manifest), fetching) };
  }
  return { model: await fileOf(source ?? standard.url, standard.sha256, fetching) };
}

/** What a manifest says of the model's file; the module says what is wrong with other manifests. */
function expectedBy(manifest: string): string | undefined {
  try {
    return JSON.parse(manifest).files['model.onnx'].sha256;
  } catch {
    return undefined;
  }
}

async function fileOf(
  source: FileSource,
  expected: string | undefined,
  { signal, onBytes = () => {} }: Fetching,
): Promise<Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return view(source);
  const cache = await cacheFor(source);
  const key = expected && `https://himaya.invalid/models/${expected}`;
  const kept = key && (await cache?.match(key));
  if (kept) {
    const bytes = await bytesOf(kept, onBytes);
    if ((await sha256(bytes)) === expected) return bytes;
    await cache?.delete(key);
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await bytesOf(await open(source, signal), onBytes);
  } catch (error) {
    signal?.throwIfAborted();
    throw new ModelError(`the model cannot be fetched from ${source}: ${messageOf(error)}`);
  }
  const found = await sha256(bytes);
  if (found !== undefined && expected !== undefined && found !== expected) {
    throw new ModelError(
      `the file at ${source} has SHA-256 ${found}, not ${expected}: damaged or exchanged; ` +
        'serve the one that comes with this version',
    );
  }
  // Storage may be full or forbidden; the model is here all the same.
  if (key && found === expected) await cache?.put(key, new Response(bytes)).catch(() => {});
  return bytes;
}

/** Files of an extension or a disk need no second copy. */
async function cacheFor(source: URL | string): Promise<Cache | undefined> {
  const base = globalThis.location?.href;
  const protocol = URL.canParse(source, base) ? new URL(source, base).protocol : '';
  if (!protocol.startsWith('http') || typeof caches === 'undefined') return undefined;
  return caches.open(CACHE).catch(() => undefined);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
