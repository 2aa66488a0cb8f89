// A message that is covered: a person may uncover it, and cover it again.

import type { Words } from '../../shared/protocol';
import { covered } from '../text/dom';
import { make, makeHost } from './host';
import { COVER } from './styles';

/** Messages that have a cover, drawn back or not. */
const known = new WeakSet<HTMLElement>();

/** `onChange`: whether the message is covered now. */
export function coverMessage(message: HTMLElement, words: Words, onChange: (covered: boolean) => void): void {
  if (known.has(message)) return;
  known.add(message);
  const { color } = getComputedStyle(message);
  const display = message.style.getPropertyValue('display');
  const priority = message.style.getPropertyPriority('display');

  const host = makeHost('himaya-cover', COVER);
  const bar = make('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } });
  const button = make('button', { attributes: { type: 'button' } });
  const row = make('div', {
    class: 'himaya covered',
    attributes: { lang: words.language, dir: words.direction },
    children: [bar, button],
  });
  // The bar stands for the text, in the text's colour.
  bar.style.background = color;
  host.root.append(row);
  message.after(host.element);

  const set = (cover: boolean): void => {
    if (cover) {
      covered.add(message);
      message.style.setProperty('display', 'none', 'important');
    } else {
      covered.delete(message);
      message.style.setProperty('display', display, priority);
    }
    bar.hidden = !cover;
    button.textContent = cover ? words.labels.uncover : words.labels.cover;
  };
  set(true);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    const cover = !covered.has(message);
    set(cover);
    onChange(cover);
  });
}
