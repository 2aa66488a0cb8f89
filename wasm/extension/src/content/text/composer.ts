// Where a person writes what goes out: a field that could belong to a chat.

import { closest, isVisible, queryAll } from './dom';
import { OTHER_FIELD, SEARCH } from './vocabulary';

export type Composer = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

const FIELDS =
  'textarea, input:not([type]), input[type=text], [contenteditable]:not([contenteditable=false i])';
/** Fields that stand beside the text in a form for something else: an e-mail, an order, a review. */
const BESIDE =
  'input:not([type]), input[type=text], input[type=email], input[type=url], input[type=tel], input[type=number], input[type=date], input[type=password], select, textarea, [contenteditable]:not([contenteditable=false i])';

export function composers(): Composer[] {
  return queryAll(FIELDS).filter((field): field is Composer => field instanceof HTMLElement && isComposer(field));
}

/** The field that holds the node, if it could be a chat's. */
export function composerAt(node: EventTarget | null): Composer | undefined {
  if (!(node instanceof Element)) return undefined;
  let field = closest(node, FIELDS);
  // The outermost editable: editors nest.
  for (let outer = field; outer; outer = outer.parentElement && closest(outer.parentElement, '[contenteditable]:not([contenteditable=false i])')) {
    field = outer;
  }
  return field instanceof HTMLElement && isComposer(field) ? field : undefined;
}

export function isComposer(field: HTMLElement): boolean {
  if (field === document.body || field === document.documentElement) return false;
  if (field.parentElement?.isContentEditable || !isVisible(field)) return false;
  if (field.matches('[readonly], [disabled], [aria-disabled=true], [role=searchbox], [enterkeyhint=search]')) return false;
  if (field instanceof HTMLInputElement && isOtherInput(field)) return false;
  if (closest(field, '[role=search], search, form[action*=search i]')) return false;
  const label = labelOf(field);
  if (SEARCH.test(label) || OTHER_FIELD.test(label)) return false;
  // A document, an e-mail, an article: more page than field.
  const { height } = field.getBoundingClientRect();
  return height <= Math.max(160, innerHeight * 0.4) && !field.querySelector('h1, h2, table, figure');
}

/** An input that is asked for something certain. */
function isOtherInput(field: HTMLInputElement): boolean {
  const purpose = field.autocomplete;
  if (purpose && purpose !== 'off' && purpose !== 'on') return true;
  return field.matches('[role=combobox], [list], [name=q], [name=s], [maxlength="1"]') || SEARCH.test(field.name);
}

function labelOf(field: HTMLElement): string {
  const texts = [
    field.getAttribute('aria-label'),
    field.getAttribute('placeholder'),
    field.getAttribute('aria-placeholder'),
    field.getAttribute('data-placeholder'),
    field.getAttribute('title'),
  ];
  if ('labels' in field) {
    for (const label of (field as HTMLTextAreaElement).labels ?? []) texts.push(label.textContent);
  }
  const named = field.getAttribute('aria-labelledby');
  if (named) texts.push((field.getRootNode() as Document | ShadowRoot).getElementById(named)?.textContent ?? null);
  return texts.filter(Boolean).join(' ');
}

/** Whether a form for something else surrounds the field: it asks for more than a text. */
export function hasFieldsBeside(region: Element, field: Composer): boolean {
  for (const other of region.querySelectorAll(BESIDE)) {
    if (other === field || field.contains(other) || other.contains(field) || !isVisible(other)) continue;
    if (other.matches('[readonly], [disabled], [aria-hidden=true]')) continue;
    return true;
  }
  return false;
}

export function textIn(field: Composer): string {
  const text = 'value' in field ? (field as HTMLTextAreaElement).value : field.innerText;
  // Editors keep an invisible character where nothing is.
  return text.replace(/[\u200b\ufeff]/g, '').trim();
}
