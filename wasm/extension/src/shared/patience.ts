// The engine may end at any moment and is started by the next request: whoever asks asks again.

const PAUSES = [300, 1000, 2500, 5000];
/** Milliseconds between two tries of a page that nobody looks at. */
const HIDDEN = 30_000;
/** Milliseconds after which nobody is waited for any more: what is stuck is asked again. */
const LONGEST = 30_000;

/** Milliseconds to wait after so many tries that failed. */
export function pauseAfter(tries: number): number {
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? 0;
  return globalThis.document?.hidden ? Math.max(pause, HIDDEN) : pause;
}

/** Tells when somebody was answered. */
export interface Sooner {
  on(news: 'answered', listener: () => void): void;
  off(news: 'answered', listener: () => void): void;
}

export interface Patience {
  /** Nobody waits for the answer any more. */
  signal?: AbortSignal;
  /** After so many tries the last error is the answer; without end where it is left out. */
  tries?: number;
  /** Told of each try that failed. */
  failed?(error: unknown): void;
  /** Ends a pause before its time, such as when somebody else was answered. */
  sooner?: Sooner;
}

/** `again`: whether it was asked before, and may have been heard. */
export async function patiently<T>(request: (again: boolean) => Promise<T>, patience: Patience = {}): Promise<T> {
  const { signal, tries = Infinity, failed, sooner } = patience;
  for (let tried = 1; ; tried += 1) {
    signal?.throwIfAborted();
    try {
      return await within(request(tried > 1), LONGEST);
    } catch (error) {
      failed?.(error);
      if (tried >= tries) throw error;
      await pause(pauseAfter(tried), signal, sooner);
    }
  }
}

/** Rejects where it takes longer. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new DOMException('too late', 'TimeoutError')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

function pause(milliseconds: number, signal?: AbortSignal, sooner?: Sooner): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      sooner?.off('answered', end);
      globalThis.document?.removeEventListener('visibilitychange', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
    sooner?.on('answered', end);
    globalThis.document?.addEventListener('visibilitychange', end, { once: true });
  });
}
