/** Empties every database of the extension. It does not delete them: the engine may have one open. */
export async function emptyDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await promised(indexedDB.open(name));
    try {
      const stores = [...database.objectStoreNames];
      if (stores.length === 0) continue;
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all(stores.map((store) => promised(transaction.objectStore(store).clear())));
    } finally {
      database.close();
    }
  }
}

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
