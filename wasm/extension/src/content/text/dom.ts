// The page's tree as a person sees it: through shadow roots, without what is hidden.

/** Parent, across the border of a shadow root. */
export function parentOf(node: Node): Element | null {
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Children that are shown: those of the shadow root where there is one. */
export function childrenOf(element: Element): Element[] {
  return [...(shadowOf(element) ?? element).children];
}

export function childNodesOf(element: Element): Node[] {
  return [...(shadowOf(element) ?? element).childNodes];
}

export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  // Only custom elements have closed roots worth asking for.
  if (!element.localName.includes('-') || isOwn(element)) return null;
  return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element as HTMLElement) ?? null;
}

/** Messages that Himaya covers: not shown, and yet there. */
export const covered = new WeakSet<Element>();

/** What Himaya itself put into the page. */
export function isOwn(element: Element): boolean {
  return element.localName.startsWith('himaya-');
}

export function contains(ancestor: Element, node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

/** Nearest ancestor or the element itself, across shadow roots. */
export function closest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at.matches(selector)) return at;
  return null;
}

/** All that match in the document and in the shadow roots of its custom elements. */
export function queryAll(selector: string, root: Document | ShadowRoot = document, depth = 0): Element[] {
  const found = [...root.querySelectorAll(selector)];
  if (depth > 4) return found;
  for (const element of root.querySelectorAll('*')) {
    const shadow = element.localName.includes('-') ? shadowOf(element) : null;
    if (shadow) found.push(...queryAll(selector, shadow, depth + 1));
  }
  return found;
}

export function isVisible(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

export function hasText(element: Element): boolean {
  if (/\S/.test(element.textContent ?? '')) return true;
  return childrenOf(element).some((child) => child.parentNode instanceof ShadowRoot && hasText(child));
}
