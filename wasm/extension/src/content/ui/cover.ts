// A message that is covered: a person may uncover it, and cover it again.

import type { Words } from '../../shared/protocol';
import { covered } from '../text/dom';
import { make, makeHost, remove } from './host';
import { COVER } from './styles';

export function coverMessage(message: HTMLElement, words: Words, onUncover: () => void): void {
  if (covered.has(message)) return;
  covered.add(message);
  const display = message.style.getPropertyValue('display');
  const priority = message.style.getPropertyPriority('display');
  const { color } = getComputedStyle(message);
  message.style.setProperty('display', 'none', 'important');

  const host = makeHost('himaya-cover', COVER);
  const button = make('button', { text: words.labels.uncover, attributes: { type: 'button' } });
  const row = make('div', {
    class: 'himaya covered',
    attributes: { lang: words.language, dir: words.direction },
    children: [make('span', { class: 'bar', attributes: { 'aria-hidden': 'true' } }), button],
  });
  host.element.style.color = color;
  host.root.append(row);
  message.after(host.element);
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    message.style.setProperty('display', display, priority);
    covered.delete(message);
    remove(host);
    onUncover();
  });
}
