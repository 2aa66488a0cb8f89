// The engine may end at any moment and is started by the next request.

const PAUSES = [300, 1500, 5000];

/** Asks again where nobody answered. `again`: whether it was asked before, and may have been heard. */
export async function patiently<T>(request: (again: boolean) => Promise<T>): Promise<T> {
  for (const [times, pause] of PAUSES.entries()) {
    try {
      return await request(times > 0);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return request(true);
}
