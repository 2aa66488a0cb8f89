// Pictures that a person called fine: salted digests in IndexedDB, the latest of them.

const DATABASE = 'himaya-fine';
const PICTURES = 'pictures';
const SALT = 'salt';
const KEPT = 2000;

export class FinePictures {
  #opened: Promise<IDBDatabase> | undefined;
  #salt: Promise<Uint8Array<ArrayBuffer>> | undefined;

  async has(digest: string): Promise<boolean> {
    // The key first: a transaction ends while something else is waited for.
    const key = await this.#keyOf(digest);
    const pictures = await this.#store(PICTURES, 'readonly');
    return (await done(pictures.getKey(key))) !== undefined;
  }

  async add(digest: string): Promise<void> {
    const key = await this.#keyOf(digest);
    const pictures = await this.#store(PICTURES, 'readwrite');
    await done(pictures.put(Date.now(), key));
    const excess = (await done(pictures.count())) - KEPT;
    if (excess <= 0) return;
    const all = await Promise.all([done(pictures.getAllKeys()), done(pictures.getAll() as IDBRequest<number[]>)]);
    const byAge = all[0].map((at, i) => ({ at, time: all[1][i] ?? 0 })).sort((one, other) => one.time - other.time);
    for (const { at } of byAge.slice(0, excess)) await done(pictures.delete(at));
  }

  /** Without the salt, which is this device's own, nobody can look a known picture up. */
  async #keyOf(digest: string): Promise<ArrayBuffer> {
    const salt = await (this.#salt ??= this.#readSalt());
    const bytes = new TextEncoder().encode(digest);
    const both = new Uint8Array(salt.length + bytes.length);
    both.set(salt);
    both.set(bytes, salt.length);
    return (await crypto.subtle.digest('SHA-256', both)).slice(0, 16);
  }

  async #readSalt(): Promise<Uint8Array<ArrayBuffer>> {
    const stored = await done((await this.#store(SALT, 'readonly')).get(SALT) as IDBRequest<Uint8Array<ArrayBuffer> | undefined>);
    if (stored) return stored;
    const made = crypto.getRandomValues(new Uint8Array(16));
    await done((await this.#store(SALT, 'readwrite')).put(made, SALT));
    return made;
  }

  async #store(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#opened ??= open();
    return (await this.#opened).transaction(name, mode).objectStore(name);
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(PICTURES);
    request.result.createObjectStore(SALT);
  };
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
