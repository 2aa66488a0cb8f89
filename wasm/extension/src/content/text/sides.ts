// On which side of the list a text stands. Messengers put one's own messages at the end of the line
// (right, or left in Arabic) and those of others at its start.

export type Side = 'start' | 'end' | 'middle' | 'none';

const range = document.createRange();

export function sideOf(block: Element, list: DOMRect, rightToLeft: boolean): Side {
  range.selectNodeContents(block);
  const text = range.getBoundingClientRect();
  if (text.width === 0 || list.width === 0) return 'none';
  const left = text.left - list.left;
  const right = list.right - text.right;
  const lean = (right - left) / list.width;
  if (Math.abs(lean) <= 0.1) return Math.min(left, right) > 0.2 * list.width ? 'middle' : 'none';
  return lean > 0 !== rightToLeft ? 'start' : 'end';
}

export function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
