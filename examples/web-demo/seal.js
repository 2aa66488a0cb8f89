// Cutting the page off the network once everything is there.

/**
 * From now on the browser itself lets nothing out: no request, no picture from elsewhere. A policy
 * can be made stricter while a page lives, never laxer.
 */
export function seal() {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "connect-src 'none'; img-src blob:; worker-src 'none'; form-action 'none'";
  document.head.append(policy);
}

/** Whether a request really fails. */
export async function isSealed() {
  return fetch('icon.svg', { cache: 'no-store' }).then(
    () => false,
    () => true,
  );
}
