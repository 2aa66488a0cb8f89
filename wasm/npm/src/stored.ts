// The package's own files: fetched when they are needed, checked, kept in Cache Storage.
import type { HimayaError } from './errors.js';
import { type FileSource, bytesOf, open, sha256, view } from './files.js';

/** A file that this version was made with. */
export interface StandardFile {
  url: URL;
  sha256: string;
  bytes: number;
}

export interface Fetching {
  signal?: AbortSignal | undefined;
  onBytes?: (loaded: number) => void;
}

/** What a file is, and what is thrown where it cannot be had. */
export interface Kind {
  what: string;
  failure: new (message: string) => HimayaError;
}

const FILES = 'himaya-files';
const PREPARED = 'himaya-prepared';

export async function storedFile(
  { what, failure }: Kind,
  source: FileSource,
  expected: string | undefined,
  { signal, onBytes = () => {} }: Fetching,
): Promise<Uint8Array> {
  if (typeof source !== 'string' && !(source instanceof URL)) return view(source);
  const cache = await cacheFor(source);
  const key = expected && keyOf(expected);
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
    throw new failure(`${what} cannot be fetched from ${source}: ${messageOf(error)}`);
  }
  const found = await sha256(bytes);
  if (found !== undefined && expected !== undefined && found !== expected) {
    throw new failure(
      `the file at ${source} has SHA-256 ${found}, not ${expected}: damaged or exchanged; ` +
        'serve the one that comes with this version',
    );
  }
  // Storage may be full or forbidden; the file is here all the same.
  if (key && found === expected) await cache?.put(key, new Response(bytes)).catch(() => {});
  return bytes;
}

/** What an earlier start prepared, if it is still the same. */
export async function prepared(expected: string): Promise<Uint8Array | undefined> {
  if (typeof caches === 'undefined') return undefined;
  // In one step: to open the cache first takes milliseconds more.
  const found = caches.match(keyOf(expected), { cacheName: PREPARED });
  const answer = await found.catch(() => undefined);
  if (!answer) return undefined;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if ((await sha256(bytes)) === expected) return bytes;
  await (await cacheNamed(PREPARED))?.delete(keyOf(expected));
  return undefined;
}

/** Keeps what has this SHA-256, and nothing else: neither what does not nor what another version left. */
export async function keepPrepared(
  expected: string,
  make: () => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const cache = await cacheNamed(PREPARED);
  if (!cache) return;
  const bytes = make();
  if ((await sha256(bytes)) !== expected) return;
  for (const key of await cache.keys()) await cache.delete(key);
  // Storage may be full or forbidden; the next start takes longer, then.
  await cache.put(keyOf(expected), new Response(bytes)).catch(() => {});
}

/** Files of an extension or a disk need no second copy. */
async function cacheFor(source: URL | string): Promise<Cache | undefined> {
  const base = globalThis.location?.href;
  const protocol = URL.canParse(source, base) ? new URL(source, base).protocol : '';
  return protocol.startsWith('http') ? cacheNamed(FILES) : undefined;
}

async function cacheNamed(name: string): Promise<Cache | undefined> {
  if (typeof caches === 'undefined') return undefined;
  return caches.open(name).catch(() => undefined);
}

function keyOf(sha256: string): string {
  return `https://himaya.invalid/${sha256}`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
