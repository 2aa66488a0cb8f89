import type { Answer, Ask, Envelope, Kind, Reply } from './protocol';

/** Nobody is there to answer, as while the engine starts anew or the extension is being updated: ask again. */
export class AwayError extends Error {
  override name = 'AwayError';
}

/**
 * Asks the background, or what it passes requests on to.
 *
 * Throws an `AwayError` where nobody answers, another one where the answer is that it went wrong.
 */
export async function ask<K extends Kind>(kind: K, body: Ask<K>): Promise<Answer<K>> {
  return send({ himaya: 1, to: 'background', kind, ask: body });
}

export async function send<K extends Kind>(envelope: Envelope<K>): Promise<Answer<K>> {
  const reply = await sent(envelope);
  if (!reply) throw new AwayError(`${envelope.kind}: nobody answered`);
  if (reply.ok) return reply.answer;
  const message = `${envelope.kind}: ${reply.error}`;
  throw reply.error === 'AwayError' ? new AwayError(message) : new Error(message);
}

async function sent<K extends Kind>(envelope: Envelope<K>): Promise<Reply<K> | undefined> {
  try {
    return await chrome.runtime.sendMessage(envelope);
  } catch {
    // The other end went away, or was not there.
    return undefined;
  }
}
