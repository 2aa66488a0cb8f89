// Bars, as SVG. What they show is said in words beside them.
import { URGENCIES } from './weeks.js';

const SVG = 'http://www.w3.org/2000/svg';

function shape(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** A week as one bar, the most urgent on top; `most`: how many times the highest bar stands for. */
export function weekBar(times, most) {
  const [width, height] = [40, 120];
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' });
  svg.append(shape('rect', { class: 'ground', x: 0, y: height - 2, width, height: 2 }));
  let top = height - 4;
  for (const urgency of URGENCIES) {
    if (times[urgency] === 0) continue;
    const tall = ((height - 8) * times[urgency]) / Math.max(most, 4);
    top -= tall;
    // Told apart by its mark too, not by its colour alone.
    svg.append(
      shape('rect', { class: `bar ${urgency}`, x: 6, y: top, width: width - 12, height: Math.max(tall - 2, 1), rx: 4 }),
      shape('text', { class: 'mark', x: width / 2, y: top + tall / 2 + 4, 'text-anchor': 'middle' }, MARKS[urgency]),
    );
  }
  return svg;
}

/** What stands for an urgency where colours do not tell. */
export const MARKS = { calm: '·', soon: '○', today: '!', now: '‼' };

/** Seven days as bars; `names`: of the days, earliest first. */
export function dayBars(byDay, names, { label, urgency, rtl }) {
  const [wide, height, ground] = [44, 84, 62];
  const width = wide * byDay.length;
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, class: 'days' });
  const most = Math.max(3, ...byDay);
  byDay.forEach((count, day) => {
    const x = (rtl ? byDay.length - 1 - day : day) * wide;
    const tall = ((ground - 16) * count) / most;
    svg.append(shape('rect', { class: 'ground', x: x + 6, y: ground, width: wide - 12, height: 2 }));
    if (count > 0) {
      svg.append(
        shape('rect', { class: `bar ${urgency}`, x: x + 10, y: ground - tall, width: wide - 20, height: tall, rx: 4 }),
        shape('text', { x: x + wide / 2, y: ground - tall - 4, 'text-anchor': 'middle' }, String(count)),
      );
    }
    svg.append(shape('text', { class: 'faint', x: x + wide / 2, y: height - 6, 'text-anchor': 'middle' }, names[day]));
  });
  return svg;
}
