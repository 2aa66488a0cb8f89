// The risk after each message, as a line over time.
const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT, MARGIN] = [600, 180, 12];
const WARNS = 0.5;

function shape(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

/** Draws risks (0..1) into an element; `rtl` runs time from right to left. */
export function draw(into, risks, { label, threshold, rtl }) {
  const steps = Math.max(risks.length - 1, 7);
  const x = (at) => {
    const along = MARGIN + (at / steps) * (WIDTH - 2 * MARGIN);
    return rtl ? WIDTH - along : along;
  };
  const y = (risk) => HEIGHT - MARGIN - risk * (HEIGHT - 2 * MARGIN);
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label });
  const [top, line] = [y(1), y(WARNS)];
  svg.append(
    shape('rect', { class: 'danger', x: 0, y: top, width: WIDTH, height: line - top }),
    shape('line', { class: 'threshold', x1: 0, x2: WIDTH, y1: line, y2: line }),
    shape('text', { x: rtl ? WIDTH - MARGIN : MARGIN, y: line - 7, direction: rtl ? 'rtl' : 'ltr' }, threshold),
    shape('line', { class: 'ground', x1: 0, x2: WIDTH, y1: y(0), y2: y(0) }),
  );
  if (risks.length > 0) {
    const points = risks.map((risk, at) => `${x(at)},${y(risk)}`);
    const ends = `${x(0)},${y(0)} ${points.join(' ')} ${x(risks.length - 1)},${y(0)}`;
    svg.append(
      shape('polygon', { class: 'area', points: ends }),
      shape('polyline', { class: 'course', points: points.join(' ') }),
    );
    risks.forEach((risk, at) => {
      const warns = risk >= WARNS ? 'point warns' : 'point';
      svg.append(shape('circle', { class: warns, cx: x(at), cy: y(risk), r: at === risks.length - 1 ? 7 : 4 }));
    });
  }
  into.replaceChildren(svg);
}
