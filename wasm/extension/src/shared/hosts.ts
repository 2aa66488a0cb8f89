// Hosts that a guardian allows: one line each, and all that lies below.

/** Two parts that many sites share, as in `co.uk`. */
const SHARED_ENDING = /^(?:ac|co|com|edu|gob|gouv|gov|net|org)\.[a-z]{2}$/;

/**
 * The host in what a person typed (an address, `*.example.org`, an international name), as the browser
 * spells it. Undefined where it is none, or where it would allow half of the web (`com`, `co.uk`).
 */
export function hostFrom(typed: string): string | undefined {
  const bare = typed.normalize('NFKC').trim().replace(/^\*\./, '');
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (/\s/.test(bare) || !URL.canParse(address)) return undefined;
  const { hostname, protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const host = hostname.replace(/\.$/, '');
  if (host === 'localhost') return host;
  const parts = host.split('.');
  if (parts.length < 2 || SHARED_ENDING.test(host)) return undefined;
  return parts.every((part) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(part)) ? host : undefined;
}

/** Whether an allowed host speaks for a site: itself and its subdomains. */
export function isBelow(site: string, host: string): boolean {
  return site === host || site.endsWith(`.${host}`);
}
