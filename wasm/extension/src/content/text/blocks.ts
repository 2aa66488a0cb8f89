// The texts of one item of a list, in order, without its furniture: times, buttons, menus.

import { childNodesOf, covered, isOwn } from './dom';
import { AUTHOR_CLASS, isTime } from './vocabulary';

export interface Block {
  element: Element;
  text: string;
  kind: 'text' | 'author' | 'hidden' | 'time';
}

const FURNITURE =
  'button, [role=button], [role=toolbar], [role=menu], [role=tooltip], input, textarea, select, script, style, template, noscript, [contenteditable]:not([contenteditable=false i])';
const AUTHOR = '[data-author], [data-sender], h1, h2, h3, h4, h5, h6, [role=heading]';
/** Deeper than any message; a tree that never ends stops here. */
const MAX_DEPTH = 24;
const MAX_BLOCKS = 40;

export function blocksOf(item: Element): Block[] {
  const blocks: Block[] = [];
  collect(item, blocks, 0);
  markAuthors(blocks);
  return blocks;
}

/** How many things of an item can be pressed; comments have several, messages hide theirs. */
export function controlsIn(item: Element): number {
  let shown = 0;
  for (const control of item.querySelectorAll('button, [role=button], a[href="#"]')) {
    if (/\S/.test(control.textContent ?? '') && control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) shown += 1;
  }
  return shown;
}

function collect(element: Element, blocks: Block[], depth: number): void {
  if (depth > MAX_DEPTH || blocks.length >= MAX_BLOCKS) return;
  let run: { element: Element; text: string } | undefined;
  const close = (): void => {
    if (run) push(blocks, run.element, run.text);
    run = undefined;
  };
  for (const node of childNodesOf(element)) {
    if (node instanceof Text) {
      if (/\S/.test(node.data)) run = { element, text: (run?.text ?? '') + node.data };
      else if (run) run.text += ' ';
    } else if (node instanceof Element && !isSkipped(node)) {
      if (node.localName === 'time') {
        blocks.push({ element: node, text: node.textContent ?? '', kind: 'time' });
      } else if (node.localName === 'br') {
        if (run) run.text += '\n';
      } else if (node.localName === 'img') {
        // Emoji are pictures in some messengers.
        if (run && node.getAttribute('alt')) run.text += node.getAttribute('alt');
      } else if (isInline(node) && !isAuthor(node) && !holdsBlocks(node)) {
        const text = inlineText(node);
        if (text) run = run ? { element, text: run.text + text } : { element: node, text };
      } else {
        close();
        collect(node, blocks, depth + 1);
      }
    }
  }
  close();
}

function push(blocks: Block[], element: Element, raw: string): void {
  const text = raw.replace(/[^\S\n]+/g, ' ').replace(/^\s*:\s/, '').trim();
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(text)) return;
  const kind = isScreenReaderOnly(element) ? 'hidden' : isTime(text) ? 'time' : isAuthor(element) ? 'author' : 'text';
  blocks.push({ element, text, kind });
}

/** Beside what says so: a short bold line above or before the first text is a name. */
function markAuthors(blocks: Block[]): void {
  const shown = blocks.filter(({ kind }) => kind === 'text' || kind === 'author');
  const first = shown[0];
  const second = shown[1];
  if (!first || !second || first.kind === 'author' || first.text.length > 40) return;
  if (/[.!?؟…]$/.test(first.text) || second.kind !== 'text') return;
  const above = getComputedStyle(first.element);
  const below = getComputedStyle(second.element);
  const bolder = Number(above.fontWeight) >= 600 && Number(above.fontWeight) > Number(below.fontWeight);
  const smaller = parseFloat(above.fontSize) < parseFloat(below.fontSize);
  if (bolder || smaller) first.kind = 'author';
}

function isSkipped(element: Element): boolean {
  if (isOwn(element) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return true;
  if (element.matches(FURNITURE)) return true;
  return !covered.has(element) && getComputedStyle(element).display === 'none';
}

function isInline(element: Element): boolean {
  return covered.has(element) ? false : /^(inline|contents)$/.test(getComputedStyle(element).display);
}

function isAuthor(element: Element): boolean {
  return element.matches(AUTHOR) || AUTHOR_CLASS.test(element.getAttribute('class') ?? '') || leadsLine(element);
}

/** "<b>Lea</b>: hello". */
function leadsLine(element: Element): boolean {
  if (!element.matches('b, strong, span, a') || /\S/.test(element.previousSibling?.textContent ?? '')) return false;
  const name = element.textContent?.trim() ?? '';
  if (name.length === 0 || name.length > 40) return false;
  const colon = name.endsWith(':') || (element.nextSibling instanceof Text && /^\s*:/.test(element.nextSibling.data));
  return colon && Number(getComputedStyle(element).fontWeight) >= 600;
}

function holdsBlocks(element: Element): boolean {
  for (const child of element.querySelectorAll('*')) {
    if (child.localName === 'time' || isAuthor(child) || (!isSkipped(child) && !isInline(child) && child.localName !== 'img')) return true;
  }
  return false;
}

function inlineText(element: Element): string {
  let text = '';
  for (const node of childNodesOf(element)) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLImageElement) text += node.alt;
    else if (node instanceof Element && node.localName === 'br') text += '\n';
    else if (node instanceof Element && !isSkipped(node)) text += inlineText(node);
  }
  return text;
}

function isScreenReaderOnly(element: Element): boolean {
  if (covered.has(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width <= 2 && height <= 2 && getComputedStyle(element).position === 'absolute';
}
