// States of conversations in IndexedDB: numbers under a digest that only this installation can make.

const DATABASE = 'himaya-conversations';
const MAX_CONVERSATIONS = 500;

export interface Kept {
  /** `Conversation.toBytes()`, at most 512 bytes. */
  state: Uint8Array;
  marks: Uint8Array;
  /** Rank of the action that the latest messages called for, and the number of its category. */
  standing: number;
  category: number;
  /** Rank of the strongest action that a person was told of. */
  told: number;
  /** When it was last used, milliseconds since 1970. */
  used: number;
}

export class ConversationStore {
  #database: Promise<IDBDatabase> | undefined;
  #key: Promise<CryptoKey> | undefined;

  async read(id: string): Promise<Kept | undefined> {
    const database = await this.#open();
    return done<Kept | undefined>(database.transaction('kept').objectStore('kept').get(id));
  }

  /** State, marks and what was told change together or not at all. */
  async write(id: string, kept: Kept): Promise<void> {
    const transaction = (await this.#open()).transaction('kept', 'readwrite');
    const store = transaction.objectStore('kept');
    store.put(kept, id);
    const surplus = (await done(store.count())) - MAX_CONVERSATIONS;
    if (surplus > 0) await forgetLeastUsed(store, surplus);
    await finished(transaction);
  }

  /** A keyed digest. The parts are told apart: `a`, `bc` is not `ab`, `c`. */
  async digest(...parts: string[]): Promise<Uint8Array> {
    this.#key ??= this.#readKey();
    const bytes = new TextEncoder().encode(JSON.stringify(parts));
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, bytes));
  }

  async #readKey(): Promise<CryptoKey> {
    const fresh = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const transaction = (await this.#open()).transaction('key', 'readwrite');
    const store = transaction.objectStore('key');
    const there = await done<CryptoKey | undefined>(store.get('key'));
    if (!there) store.put(fresh, 'key');
    await finished(transaction);
    return there ?? fresh;
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('kept').createIndex('used', 'used');
        request.result.createObjectStore('key');
      };
      request.onsuccess = () => {
        // The browser may take it away, as when a person clears site data.
        request.result.onclose = () => (this.#database = undefined);
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    });
    this.#database.catch(() => (this.#database = undefined));
    return this.#database;
  }
}

function forgetLeastUsed(store: IDBObjectStore, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    const request = store.index('used').openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor || left === 0) return resolve();
      cursor.delete();
      left -= 1;
      cursor.continue();
    };
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
