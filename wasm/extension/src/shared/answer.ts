import type { Answer, Ask, Envelope, Kind, Person, Reply } from './protocol';

/** Who asks: the host of its page, or that it is a page of the extension itself. */
export interface Asker {
  site: string;
  own: boolean;
  /** Where it is a page of a site. `top`: it is no frame within one. */
  tab?: number;
  /** The tab's address. */
  url?: string;
  top?: boolean;
  frame?: number;
  /** In the engine alone. */
  person?: Person;
}

export type Handlers = { [K in Kind]?: (ask: Ask<K>, asker: Asker) => Promise<Answer<K>> | Answer<K> };

/**
 * Answers what is sent to one part. Call it while a script starts: a service worker that was asleep
 * is only told of messages for which a listener was there at once.
 */
export function answerAt(
  to: Envelope['to'],
  handle: (envelope: Envelope, asker: Asker) => Promise<Answer<Kind>>,
): void {
  chrome.runtime.onMessage.addListener((envelope: Envelope, sender, respond) => {
    if (envelope?.himaya !== 1 || envelope.to !== to || sender.id !== chrome.runtime.id) return false;
    handle(envelope, askerOf(envelope, sender)).then(
      (answer) => respond({ ok: true, answer } satisfies Reply<Kind>),
      (error: unknown) => respond({ ok: false, error: nameOf(error) } satisfies Reply<Kind>),
    );
    return true;
  });
}

export async function dispatch(handlers: Handlers, envelope: Envelope, asker: Asker): Promise<Answer<Kind>> {
  const handler = handlers[envelope.kind] as ((ask: unknown, asker: Asker) => Promise<Answer<Kind>>) | undefined;
  if (!handler) throw new Error(`no such request: ${envelope.kind}`);
  return handler(envelope.ask, asker);
}

/** Only the extension's own parts may say for whom they ask. */
function askerOf(envelope: Envelope, sender: chrome.runtime.MessageSender): Asker {
  const own = sender.tab === undefined || sender.url?.startsWith(chrome.runtime.getURL('')) === true;
  if (own) {
    const person = envelope.person && { person: envelope.person };
    return { site: envelope.site ?? '', own: envelope.site === undefined, ...person };
  }
  const { tab, frameId } = sender;
  const place = tab?.id === undefined ? {} : { tab: tab.id, url: tab.url ?? '', top: frameId === 0, frame: frameId ?? 0 };
  return { site: hostOf(tab?.url ?? sender.url), own: false, ...place };
}

export function hostOf(url: string | undefined): string {
  return url && URL.canParse(url) ? new URL(url).hostname : '';
}

/** An error's message may quote what was being read, and that may be a person's words: only its name crosses. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}
