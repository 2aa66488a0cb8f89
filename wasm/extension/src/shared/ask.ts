import type { Answer, Ask, Envelope, Kind, Reply } from './protocol';

/**
 * Asks the background, or what it passes requests on to.
 *
 * Throws where nobody answers, as while the extension is being updated.
 */
export async function ask<K extends Kind>(kind: K, body: Ask<K>): Promise<Answer<K>> {
  return send({ himaya: 1, to: 'background', kind, ask: body });
}

export async function send<K extends Kind>(envelope: Envelope<K>): Promise<Answer<K>> {
  const reply: Reply<K> | undefined = await chrome.runtime.sendMessage(envelope);
  if (!reply) throw new Error(`${envelope.kind}: nobody answered`);
  if (!reply.ok) throw new Error(`${envelope.kind}: ${reply.error}`);
  return reply.answer;
}
