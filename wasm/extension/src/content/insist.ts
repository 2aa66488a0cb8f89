import { ask, AwayError } from '../shared/ask';
import { patiently } from '../shared/patience';
import type { Answer, Ask, Kind } from '../shared/protocol';
import { presence } from './presence';

/** An engine that is there and fails so often with the same request is not asked again. */
const FAULTS = 3;

/**
 * Asks until the engine answers, however long it is away. Undefined: it can say nothing of this, or nobody waits any more.
 * `again`: it was asked before, and may have been heard.
 */
export async function insist<K extends Kind>(
  kind: K,
  bodyOf: (again: boolean) => Ask<K> | Promise<Ask<K>>,
  signal: AbortSignal,
): Promise<Answer<K> | undefined> {
  let faults = 0;
  const request = async (again: boolean): Promise<Answer<K> | undefined> => {
    try {
      const answer = await ask(kind, await bodyOf(again));
      presence.answered();
      return answer;
    } catch (error) {
      if (!(error instanceof AwayError) && ++faults >= FAULTS) return undefined;
      throw error;
    }
  };
  return patiently(request, { signal, failed: () => presence.failed(), sooner: presence }).catch(() => undefined);
}
