// Finds pictures as they come, change and go, in documents and in shadow roots, open and closed.

import { BACKGROUND, PICTURE, putRight } from './marks';

const PICTURES = 'img,input[type="image"],video,image,object[type^="image"],embed[type^="image"]';
const WATCHED = ['src', 'srcset', 'sizes', 'media', 'type', 'poster', 'href', 'data', 'style', 'class', PICTURE, BACKGROUND];
/** Elements that may have a shadow root besides custom elements. */
const HOSTS = new Set('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '));
const WITHOUT_BACKGROUND = new Set('script style link meta title head br template source track option param'.split(' '));
/** Empty elements that are asked for a closed root in one idle moment: each costs 15 µs. */
const CLOSED_ROOTS_AT_ONCE = 200;
/** A root may come without any other sign: looked for again after these milliseconds without a change. */
const ROOTS_AGAIN = [0, 500, 1000, 2000, 4000, 8000, 16000];

export interface Found {
  /** A picture came, or arrived. */
  picture(element: Element): void;
  /** What it shows is about to be something else. */
  changed(element: Element): void;
  /** Its background may be a picture. */
  background(element: Element): void;
  /** It left the page. */
  gone(element: Element): void;
  /** A root is looked at from now on. */
  root(root: ShadowRoot): void;
}

export class Finder {
  readonly #found: Found;
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  readonly #roots = new Set<Document | ShadowRoot>();
  /** Custom elements that had no root when they were met. */
  readonly #rootless = new Set<Element>();
  #asked = new WeakSet<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(found: Found) {
    this.#found = found;
    this.watch(document);
  }

  watch(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED });
    // These do not bubble, and out of a shadow root they do not come at all.
    root.addEventListener('load', this.#loaded, true);
    if (root instanceof ShadowRoot) this.#found.root(root);
    this.#tree(root);
  }

  /** Custom elements may get their root at any time; cheap enough for every frame of a page that loads. */
  lookForRoots(): void {
    for (const host of this.#rootless) {
      if (!host.isConnected) this.#rootless.delete(host);
      else if (this.#rootOf(host)) this.#rootless.delete(host);
    }
  }

  /** A style sheet came: any background may be another. */
  lookAtBackgrounds(): void {
    for (const root of this.#roots) {
      for (const element of root.querySelectorAll('*')) this.#background(element);
    }
  }

  /** Every picture that is there now. */
  *pictures(): Generator<Element> {
    for (const root of this.#roots) yield* root.querySelectorAll(PICTURES);
  }

  #changed(records: MutationRecord[]): void {
    const seen = new Set<Node>();
    for (const record of records) {
      if (record.type === 'attributes') {
        this.#attribute(record.target as Element, record.attributeName ?? '');
        continue;
      }
      for (const node of record.addedNodes) {
        if (node instanceof Element && !seen.has(node) && node.isConnected) {
          seen.add(node);
          this.#tree(node);
        }
      }
      for (const node of record.removedNodes) {
        if (node instanceof Element && !node.isConnected) this.#gone(node);
      }
    }
    this.lookForRoots();
    this.#lookAgain();
  }

  #attribute(element: Element, name: string): void {
    switch (name) {
      case PICTURE:
      case BACKGROUND:
        putRight(element);
        break;
      case 'class':
        this.#background(element);
        // What a class does to those below it shows in their styles alone.
        for (const below of element.querySelectorAll('*')) this.#background(below);
        break;
      case 'style':
        this.#background(element);
        break;
      default:
        if (element.matches(PICTURES)) this.#found.changed(element);
        else if (element.localName === 'source') this.#source(element);
    }
  }

  #source(source: Element): void {
    const owner = source.parentElement;
    const picture = owner instanceof HTMLVideoElement ? owner : owner?.querySelector('img');
    if (picture) this.#found.changed(picture);
  }

  #tree(top: Element | Document | ShadowRoot): void {
    if (top instanceof Element) this.#element(top);
    for (const element of top.querySelectorAll('*')) this.#element(element);
  }

  #element(element: Element): void {
    if (element.hasAttribute(PICTURE) || element.hasAttribute(BACKGROUND)) putRight(element);
    if (element.matches(PICTURES)) {
      // With a filter of names, an observer is not told of `xlink:href`.
      if (element instanceof SVGImageElement) this.#observer.observe(element, { attributes: true });
      this.#found.picture(element);
    } else if (element.localName === 'source') {
      this.#source(element);
    }
    this.#background(element);
    if (element.localName.includes('-') || element.shadowRoot) {
      if (!this.#rootOf(element)) this.#rootless.add(element);
    }
  }

  #background(element: Element): void {
    if (element instanceof HTMLElement && !WITHOUT_BACKGROUND.has(element.localName)) this.#found.background(element);
  }

  #rootOf(host: Element): ShadowRoot | null {
    const root = host.shadowRoot ?? closedRoot(host);
    if (root) this.watch(root);
    return root;
  }

  #gone(top: Element): void {
    if (top.matches(PICTURES)) this.#found.gone(top);
    for (const element of top.querySelectorAll(PICTURES)) this.#found.gone(element);
    for (const root of this.#roots) {
      if (root instanceof ShadowRoot && !root.host.isConnected) this.#roots.delete(root);
    }
  }

  readonly #loaded = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    if (target.matches(PICTURES)) this.#found.picture(target);
    else if (target.matches('link,style')) this.lookAtBackgrounds();
  };

  #lookAgain(pass = 0): void {
    clearTimeout(this.#timer);
    const after = ROOTS_AGAIN[pass];
    if (after === undefined) return;
    this.#timer = setTimeout(() => requestIdleCallback(() => this.#lookForClosedRoots(pass)), after);
  }

  #lookForClosedRoots(pass: number): void {
    this.lookForRoots();
    let left = CLOSED_ROOTS_AT_ONCE;
    for (const root of [...this.#roots]) {
      for (const element of root.querySelectorAll('body,:empty')) {
        if (!HOSTS.has(element.localName) || this.#asked.has(element)) continue;
        this.#asked.add(element);
        this.#rootOf(element);
        if (--left === 0) return this.#lookAgain(pass);
      }
    }
    this.#asked = new WeakSet();
    this.#lookAgain(pass + 1);
  }
}

/** Extensions may look into closed roots; pages may not. */
function closedRoot(host: Element): ShadowRoot | null {
  if (!(host instanceof HTMLElement)) return null;
  if ('openOrClosedShadowRoot' in host) return host.openOrClosedShadowRoot as ShadowRoot | null;
  return (chrome.dom?.openOrClosedShadowRoot(host) as ShadowRoot | null | undefined) ?? null;
}
