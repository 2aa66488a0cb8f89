// What stands on a covered picture: why it looks so, and for whom it may be, a way to see it.

import { ask } from '../../shared/ask';
import type { PictureDigest } from '../../shared/protocol';
import { mayUncover, type AgeBand } from '../../shared/settings';
import { noticeHost } from './notice-host';

type Key = 'covered' | 'ask_adult' | 'show' | 'cover_again' | 'fine';
type Words = { [K in Key]: string } & { language: string };

/** Smaller pictures, in CSS pixels, have room for the buttons alone. */
const ROOM = { width: 170, height: 90 };
/** And these for nothing. */
const NO_ROOM = 40;

export interface CoveredPicture {
  digest: PictureDigest | undefined;
  uncover(): void;
  coverAgain(): void;
  /** A person says so: decided anew when it is next met. */
  fine(): void;
}

interface Notice {
  picture: CoveredPicture;
  panel: HTMLElement;
  shown: boolean;
}

export class Notices {
  #ageBand: AgeBand;
  readonly #notices = new Map<Element, Notice>();
  readonly #view = new IntersectionObserver((entries) => this.#seen(entries), { threshold: [0, 0.6] });
  readonly #sizes = new ResizeObserver(() => this.#soon());
  #words: Promise<Words> | undefined;
  #placing = 0;
  #listening = false;

  constructor(ageBand: AgeBand) {
    this.#ageBand = ageBand;
  }

  settle(ageBand: AgeBand): void {
    this.#ageBand = ageBand;
    this.#words = undefined;
  }

  covered(element: Element, picture: CoveredPicture): void {
    this.gone(element);
    const panel = document.createElement('div');
    panel.hidden = true;
    this.#notices.set(element, { picture, panel, shown: false });
    this.#listen();
    this.#view.observe(element);
    this.#sizes.observe(element);
    void this.#draw(element);
  }

  gone(element: Element): void {
    const notice = this.#notices.get(element);
    if (!notice) return;
    notice.panel.remove();
    this.#notices.delete(element);
    this.#view.unobserve(element);
    this.#sizes.unobserve(element);
  }

  async #draw(element: Element): Promise<void> {
    const words = await (this.#words ??= readWords());
    const notice = this.#notices.get(element);
    if (!notice) return;
    const { panel, picture } = notice;
    panel.replaceChildren();
    panel.className = notice.shown ? 'panel shown' : 'panel';
    panel.lang = words.language;
    panel.dir = words.language === 'ar' ? 'rtl' : 'ltr';
    const uncovers = mayUncover(this.#ageBand);
    if (notice.shown) {
      panel.append(button(words.cover_again, () => this.#set(element, false)));
      if (picture.digest) panel.append(button(words.fine, () => this.#fine(element)));
    } else {
      panel.append(text('title', words.covered));
      if (uncovers) panel.append(button(words.show, () => this.#set(element, true)));
      else panel.append(text('step', words.ask_adult));
    }
    if (!panel.isConnected) noticeHost().append(panel);
    this.#soon();
  }

  #set(element: Element, shown: boolean): void {
    const notice = this.#notices.get(element);
    if (!notice) return;
    notice.shown = shown;
    if (shown) {
      notice.picture.uncover();
      void ask('picture-uncovered', {}).catch(() => undefined);
    } else {
      notice.picture.coverAgain();
    }
    void this.#draw(element).then(() => notice.panel.querySelector('button')?.focus());
  }

  #fine(element: Element): void {
    const picture = this.#notices.get(element)?.picture;
    if (!picture?.digest) return;
    void ask('picture-fine', { digest: picture.digest }).then(picture.fine, () => undefined);
    this.gone(element);
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio } of entries) {
      const panel = this.#notices.get(target)?.panel;
      if (panel) panel.hidden = intersectionRatio < 0.6;
    }
    this.#soon();
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    const options = { capture: true, passive: true };
    for (const event of ['scroll', 'load', 'transitionend']) document.addEventListener(event, () => this.#soon(), options);
    addEventListener('resize', () => this.#soon(), options);
  }

  #soon(): void {
    this.#placing ||= requestAnimationFrame(() => {
      this.#placing = 0;
      this.#place();
    });
  }

  /** All is read before anything is written: one layout. */
  #place(): void {
    const origin = noticeHost().getBoundingClientRect();
    const places = [...this.#notices].filter(([, { panel }]) => !panel.hidden).map(([element, { panel }]) => ({ panel, box: element.getBoundingClientRect() }));
    for (const { panel, box } of places) {
      panel.style.transform = `translate(${Math.round(box.x - origin.x)}px, ${Math.round(box.y - origin.y)}px)`;
      panel.style.width = `${Math.round(box.width)}px`;
      panel.style.height = `${Math.round(box.height)}px`;
      panel.classList.toggle('narrow', box.width < ROOM.width || box.height < ROOM.height);
      panel.classList.toggle('tiny', Math.min(box.width, box.height) < NO_ROOM);
    }
  }
}

async function readWords(): Promise<Words> {
  const { language, messages } = await ask('words', { prefix: 'picture_' });
  const word = (key: Key) => messages[`picture_${key}`] ?? '';
  return {
    language,
    covered: word('covered'),
    ask_adult: word('ask_adult'),
    show: word('show'),
    cover_again: word('cover_again'),
    fine: word('fine'),
  };
}

function text(name: string, words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = words;
  return element;
}

function button(words: string, run: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = words;
  element.addEventListener('click', (event) => {
    // A picture is often a link's or a gallery's: the click is ours, and no page may click for a person.
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) run();
  });
  return element;
}
