// What stands on a covered picture, and where: one panel a picture, moved along with it.

import { ask } from '../../shared/ask';
import type { PictureDigest } from '../../shared/protocol';
import type { Uncovering } from '../../shared/settings';
import type { Verdict } from './asking';
import { noticeHost } from './notice-host';
import { drawPanel, readWords, type State, type Words } from './panel';
import { showWhy } from './why';

/** Smaller pictures, in CSS pixels, have room for the buttons alone. */
const ROOM = { width: 170, height: 90 };
/** And these for nothing. */
const NO_ROOM = 40;
/** Of a picture, or of the view where the picture is larger, so much has to be seen. */
const SEEN = 0.6;

export interface CoveredPicture {
  /** Nothing where nobody could look. */
  digests: PictureDigest[];
  verdicts: Verdict[];
  /** Behind other content, which nothing may stand on but a button in its corner. */
  behind: boolean;
  uncover(): void;
  coverAgain(): void;
  /** A person says so: decided anew when it is next met. */
  fine(): void;
}

interface Notice {
  id: number;
  picture: CoveredPicture | undefined;
  panel: HTMLElement;
  state: State;
  /** Some of it is in view. */
  near: boolean;
}

export class Notices {
  #uncovering: Uncovering;
  readonly #notices = new Map<Element, Notice>();
  readonly #view = new IntersectionObserver((entries) => this.#moved(entries));
  readonly #sizes = new ResizeObserver(() => this.#soon());
  #words: Promise<Words> | undefined;
  #placing = 0;
  #listening = false;
  /** Told from the numbers of a page that was here before. */
  #next = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) * 0x10000;

  constructor(uncovering: Uncovering) {
    this.#uncovering = uncovering;
  }

  settle(uncovering: Uncovering): void {
    this.#uncovering = uncovering;
    this.#words = undefined;
    for (const element of this.#notices.keys()) void this.#draw(element);
  }

  covered(element: Element, picture: CoveredPicture): void {
    this.#put(element, 'covered', picture);
  }

  /** It stays covered, and nobody can decide about it now. */
  waiting(element: Element): void {
    if (!this.#notices.has(element)) this.#put(element, 'waiting');
  }

  /** Somebody can again. */
  waitingNoMore(): void {
    for (const [element, { state }] of [...this.#notices]) if (state === 'waiting') this.gone(element);
  }

  gone(element: Element): void {
    const notice = this.#notices.get(element);
    if (!notice) return;
    notice.panel.remove();
    this.#notices.delete(element);
    this.#view.unobserve(element);
    this.#sizes.unobserve(element);
  }

  /** A guardian uncovered the picture of this number. */
  uncovered(id: number): void {
    for (const [element, notice] of this.#notices) {
      if (notice.id === id && notice.state === 'covered') this.#show(element, notice);
    }
  }

  #put(element: Element, state: State, picture?: CoveredPicture): void {
    this.gone(element);
    const panel = document.createElement('div');
    panel.hidden = true;
    this.#notices.set(element, { id: this.#next++, picture, panel, state, near: false });
    this.#listen();
    this.#view.observe(element);
    this.#sizes.observe(element);
    void this.#draw(element);
  }

  async #draw(element: Element): Promise<void> {
    const words = await this.#readWords();
    const notice = this.#notices.get(element);
    if (!notice) return;
    const { panel, picture, state } = notice;
    drawPanel(panel, words, {
      state,
      uncovering: this.#uncovering,
      behind: picture?.behind ?? false,
      mayBeFine: (picture?.digests.length ?? 0) > 0,
      show: () => void this.#askToShow(element, notice),
      coverAgain: () => this.#coverAgain(element, notice),
      fine: () => this.#fine(element, notice),
      why: (button) => void showWhy(picture?.verdicts ?? [], button),
    });
    if (!panel.isConnected) noticeHost().append(panel);
    this.#soon();
  }

  #readWords(): Promise<Words> {
    this.#words ??= readWords();
    // Nobody answered: next time it is asked again.
    this.#words.then(({ complete }) => complete || (this.#words = undefined));
    return this.#words;
  }

  async #askToShow(element: Element, notice: Notice): Promise<void> {
    const { id, picture } = notice;
    if (!picture) return;
    const now = await ask('uncover', { picture: id, digests: picture.digests }).catch(() => false);
    if (now && this.#notices.get(element) === notice && notice.state === 'covered') this.#show(element, notice);
  }

  #show(element: Element, notice: Notice): void {
    notice.state = 'shown';
    notice.picture?.uncover();
    void this.#draw(element).then(() => notice.panel.querySelector('button')?.focus());
  }

  #coverAgain(element: Element, notice: Notice): void {
    notice.state = 'covered';
    notice.picture?.coverAgain();
    void this.#draw(element).then(() => notice.panel.querySelector('button')?.focus());
  }

  #fine(element: Element, { picture }: Notice): void {
    if (!picture) return;
    const said = Promise.all(picture.digests.map((digest) => ask('picture-fine', { digest })));
    void said.then(picture.fine, () => undefined);
    this.gone(element);
  }

  #moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const notice = this.#notices.get(target);
      if (!notice) continue;
      notice.near = isIntersecting;
      if (!isIntersecting) notice.panel.hidden = true;
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
    const near = [...this.#notices].filter(([, notice]) => notice.near && notice.panel.isConnected);
    if (near.length === 0) return;
    const origin = noticeHost().getBoundingClientRect();
    const places = near.map(([element, { panel }]) => ({ panel, full: element.getBoundingClientRect() }));
    for (const { panel, full } of places) {
      panel.hidden = seen(full) < SEEN;
      if (panel.hidden) continue;
      const box = inView(full);
      panel.style.transform = `translate(${Math.round(box.left - origin.x)}px, ${Math.round(box.top - origin.y)}px)`;
      panel.style.width = `${Math.round(box.width)}px`;
      panel.style.height = `${Math.round(box.height)}px`;
      panel.classList.toggle('narrow', box.width < ROOM.width || box.height < ROOM.height);
      panel.classList.toggle('tiny', Math.min(box.width, box.height) < NO_ROOM);
    }
  }
}

/** 0 to 1. */
function seen({ left, top, right, bottom, width, height }: DOMRect): number {
  const along = Math.min(right, innerWidth) - Math.max(left, 0);
  const down = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (along <= 0 || down <= 0) return 0;
  return (along / Math.min(width, innerWidth)) * (down / Math.min(height, innerHeight));
}

/** Of what is larger than the view, the part that is seen. */
function inView({ left, top, right, bottom, width, height }: DOMRect) {
  const from = height > innerHeight ? Math.max(top, 0) : top;
  const to = height > innerHeight ? Math.min(bottom, innerHeight) : bottom;
  const start = width > innerWidth ? Math.max(left, 0) : left;
  const end = width > innerWidth ? Math.min(right, innerWidth) : right;
  return { left: start, top: from, width: Math.max(0, end - start), height: Math.max(0, to - from) };
}
