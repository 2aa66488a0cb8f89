import styles from './notice.css';

let root: ShadowRoot | undefined;
let host: HTMLElement | undefined;

/** The place of all notices of a page: a closed shadow root that neither moves nor styles anything of it. */
export function noticeHost(): { append(panel: Element): void; getBoundingClientRect(): DOMRect } {
  if (!root || !host) {
    host = document.createElement('himaya-pictures');
    root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  }
  // A page that replaces its whole document takes the host with it.
  if (!host.isConnected) document.documentElement.append(host);
  const [inside, outside] = [root, host];
  return { append: (panel) => inside.append(panel), getBoundingClientRect: () => outside.getBoundingClientRect() };
}
