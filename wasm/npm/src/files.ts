// Reading files by URL, in browsers and in Node.

/** Where a file is, or what it holds. Text is a URL; in Node also a path. */
export type FileSource = URL | string | BufferSource;

interface NodeFiles {
  readFile(path: URL | string): Promise<Uint8Array<ArrayBuffer>>;
}

interface NodeProcess {
  versions?: { node?: string };
  getBuiltinModule?(name: string): unknown;
}

/** A module of Node itself; bundlers for browsers do not see it. */
export function nodeModule<T>(name: string): T | undefined {
  const { process } = globalThis as { process?: NodeProcess };
  return process?.versions?.node ? (process.getBuiltinModule?.(name) as T | undefined) : undefined;
}

/** The file as an answer to a request: it may be read while it arrives. */
export async function open(source: URL | string, signal?: AbortSignal): Promise<Response> {
  const files = isLocal(source) ? nodeModule<NodeFiles>('node:fs/promises') : undefined;
  if (files) {
    const headers = { 'content-type': 'application/wasm' };
    return new Response(await files.readFile(source), { headers });
  }
  const response = await fetch(source, { signal: signal ?? null, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response;
}

function isLocal(source: URL | string): boolean {
  return typeof source === 'string' ? !/^(https?|blob|data):/.test(source) : source.protocol === 'file:';
}

/** All bytes of an answer; says how many have come. */
export async function bytesOf(
  response: Response,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    onBytes(length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The bytes that a buffer or a view of one holds. */
export function view(source: BufferSource): Uint8Array {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

/** SHA-256 as hex digits; undefined where the browser offers none (pages without HTTPS). */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
