// Marks on a page's elements, by which the style sheets cover. A page can write them too: what
// somebody else wrote is put right in the same turn, before anything is painted.

export const PICTURE = 'himaya-picture';
export const BACKGROUND = 'himaya-background';

/** None: not decided yet. */
export type PictureMark = 'clear' | 'covered' | null;
export type BackgroundMark = 'waiting' | 'covered' | null;

const pictures = new WeakMap<Element, PictureMark>();
const backgrounds = new WeakMap<Element, BackgroundMark>();

export function markPicture(element: Element, mark: PictureMark): void {
  pictures.set(element, mark);
  write(element, PICTURE, mark);
}

export function markBackground(element: Element, mark: BackgroundMark): void {
  if (mark) backgrounds.set(element, mark);
  else backgrounds.delete(element);
  write(element, BACKGROUND, mark);
}

export function pictureMark(element: Element): PictureMark {
  return pictures.get(element) ?? null;
}

export function backgroundMark(element: Element): BackgroundMark {
  return backgrounds.get(element) ?? null;
}

/** Undoes what a page did to our marks. */
export function putRight(element: Element): void {
  write(element, PICTURE, pictureMark(element));
  write(element, BACKGROUND, backgroundMark(element));
}

function write(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
