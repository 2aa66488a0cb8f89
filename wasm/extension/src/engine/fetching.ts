// Fetches what a page shows but may not read. The picture's own server sees one more request for the
// same picture, without a word about the page; nobody else is ever asked.

const MAX_BYTES = 32 * 1024 * 1024;
const LONGEST = 20_000;

export interface FetchedFile {
  bytes: ArrayBuffer;
  type: string;
}

/** Cookies go along only where the page's own site refuses without, as it saw them with the page's request. */
export async function fetchPicture(url: string, sameSite: boolean, signal: AbortSignal): Promise<FetchedFile> {
  if (!/^https?:/.test(url)) throw new TypeError('only http and https');
  const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
  const plain = await get(url, 'omit', within);
  if (plain || !sameSite) return plain ?? refused();
  return (await get(url, 'include', within)) ?? refused();
}

async function get(url: string, credentials: RequestCredentials, signal: AbortSignal): Promise<FetchedFile | null> {
  const response = await fetch(url, { credentials, signal, cache: 'force-cache', referrerPolicy: 'no-referrer' });
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MAX_BYTES || !response.body) {
    await response.body?.cancel();
    return null;
  }
  const type = response.headers.get('content-type') ?? '';
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    size += part.length;
    if (size > MAX_BYTES) return null;
    parts.push(part);
  }
  return { bytes: joined(parts, size), type };
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[], size: number): ArrayBuffer {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

function refused(): never {
  throw new TypeError('no picture');
}
