// The style sheets as text, for shadow roots: what the browser injects into a page stops at them.

import found from './found.css';
import strict from './strict.css';

const made = new Map<string, CSSStyleSheet>();

export function shadowStyles(isStrict: boolean): CSSStyleSheet[] {
  return isStrict ? [sheet(found), sheet(strict)] : [sheet(found)];
}

function sheet(text: string): CSSStyleSheet {
  let styles = made.get(text);
  if (!styles) {
    styles = new CSSStyleSheet();
    styles.replaceSync(text);
    made.set(text, styles);
  }
  return styles;
}
