// A closed shadow root in the page: the page's styles and scripts stay outside.

import { BASE } from './styles';

/** Keys pressed in what Himaya shows are not the page's. */
export const shown = new Set<Element>();

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

export function makeHost(name: `himaya-${string}`, styles: string): Host {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'closed' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(BASE + styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox does not let content scripts adopt sheets.
    root.append(make('style', { text: BASE + styles }));
  }
  shown.add(element);
  return { element, root };
}

export function remove({ element }: Host): void {
  shown.delete(element);
  element.remove();
}

interface Parts {
  text?: string;
  class?: string;
  attributes?: Record<string, string>;
  children?: (Node | undefined)[];
}

/** Text goes in as text: nothing of it is read as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(name: K, parts: Parts = {}): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (parts.class) element.className = parts.class;
  if (parts.text !== undefined) element.textContent = parts.text;
  for (const [key, value] of Object.entries(parts.attributes ?? {})) element.setAttribute(key, value);
  element.append(...(parts.children ?? []).filter((child) => child !== undefined));
  return element;
}

/** A shield. */
export function emblem(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: '28', height: '28', 'aria-hidden': 'true', focusable: 'false' })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(space, 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('d', 'M12 2 4 5.2v6.1c0 5 3.4 8.9 8 10.7 4.6-1.8 8-5.7 8-10.7V5.2L12 2Zm0 2.2 6 2.4v4.7c0 3.9-2.5 6.9-6 8.5-3.5-1.6-6-4.6-6-8.5V6.6l6-2.4Zm-.9 10.7 4.9-4.9-1.4-1.4-3.5 3.5-1.700-1.700L8 11.800l3.100 3.100Z');
  svg.append(path);
  return svg;
}
