// Every picture of a page from its coming to its verdict.

import { isIcon } from '../../shared/icons';
import type { PageSettings } from '../../shared/settings';
import { presence } from '../presence';
import { Asking, type Verdict } from './asking';
import { Finder } from './finder';
import { backgroundMark, markBackground, markPicture, pictureMark } from './marks';
import type { Notices } from './notices';
import { shadowStyles } from './styles';
import { VideoWatch } from './video';

/** How far outside the view a picture counts as visible. */
const AHEAD = '50% 0px';

export class Pictures {
  #settings: PageSettings;
  readonly #notices: Notices;
  readonly #visible = new WeakSet<Element>();
  readonly #asking = new Asking((element) => this.#visible.has(element));
  /** What was last asked about an element: several addresses for a background. */
  readonly #asked = new WeakMap<Element, string[]>();
  readonly #videos = new WeakMap<Element, VideoWatch>();
  readonly #view = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: AHEAD });
  readonly #finder: Finder;

  constructor(settings: PageSettings, notices: Notices) {
    this.#settings = settings;
    this.#notices = notices;
    this.#finder = new Finder({
      picture: (element) => this.#picture(element),
      changed: (element) => this.#changed(element),
      background: (element) => this.#background(element),
      gone: (element) => this.#gone(element),
      root: (root) => root.adoptedStyleSheets.push(...shadowStyles(this.#strict)),
    });
    addEventListener('load', () => this.#finder.lookAtBackgrounds());
    if (this.#active) this.#asking.start();
    presence.on('change', () => this.#showPresence());
    this.#everyFrameWhileLoading();
  }

  /** Settings changed while the page is open. */
  settle(settings: PageSettings): void {
    const before = this.#settings;
    this.#settings = settings;
    if (before.uncover !== settings.uncover || before.language !== settings.language) this.#notices.settle(settings.uncover);
    const same = (['active', 'pictures', 'strictness', 'ageBand'] as const).every((key) => before[key] === settings[key]);
    if (same) return;
    this.#asking.restart();
    for (const element of this.#finder.pictures()) this.#picture(element, true);
    // Where nothing is looked at any more, what was asked about is cleared.
    if (this.#active) this.#backgrounds = new WeakMap();
    this.#finder.lookAtBackgrounds();
  }

  /** A guardian uncovered one. */
  uncovered(id: number): void {
    this.#notices.uncovered(id);
  }

  /** Where nobody answers, what stays covered says so. */
  #showPresence(): void {
    if (!presence.away) return this.#notices.waitingNoMore();
    if (this.#strict) for (const element of this.#asking.waiting()) this.#notices.waiting(element);
  }

  #ask(url: string, element: Element, listener: (verdict: Verdict) => void): void {
    this.#asking.about(url, element, listener);
    if (presence.away && this.#strict) this.#notices.waiting(element);
  }

  get #active(): boolean {
    return this.#settings.active && this.#settings.pictures;
  }

  get #strict(): boolean {
    return this.#active && this.#settings.strictness === 'strict';
  }

  #everyFrameWhileLoading(): void {
    const frame = () => {
      this.#finder.lookForRoots();
      if (document.readyState !== 'complete') requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  /** The browser chooses the new source a moment later; until then nothing of it may be seen. */
  #changed(element: Element): void {
    if (element instanceof HTMLImageElement && this.#active) {
      this.#forget(element);
      this.#asked.delete(element);
      this.#notices.gone(element);
      markPicture(element, null);
      setTimeout(() => {
        if (element.isConnected) this.#picture(element);
      }, 0);
    } else {
      this.#picture(element);
    }
  }

  #picture(element: Element, anew = false): void {
    if (!this.#active) return this.#clear(element);
    if (element instanceof HTMLVideoElement) return this.#video(element, anew);
    const url = addressOf(element);
    if (!anew && url !== '' && this.#asked.get(element)?.[0] === url) return;
    this.#forget(element);
    this.#notices.gone(element);
    if (!url) {
      // Nothing to see yet; what comes is covered from its first pixel.
      return markPicture(element, null);
    }
    const known = this.#asking.known(url);
    this.#asked.set(element, [url]);
    if (known) return this.#decided(element, url, known);
    markPicture(element, null);
    this.#view.observe(element);
    if (element instanceof HTMLImageElement && !this.#arrived(element, url)) return;
    this.#ask(url, element, (verdict) => this.#decided(element, url, verdict));
  }

  /** Asked about when it is there: its size says whether it is an icon, and the page's copy costs no request. */
  #arrived(image: HTMLImageElement, url: string): boolean {
    if (!image.complete) {
      image.addEventListener('load', () => this.#picture(image, true), { once: true });
      return false;
    }
    const { naturalWidth, naturalHeight } = image;
    // Drawings without a size of their own have none of these.
    if (naturalWidth === 0) return false;
    if (!isIcon(naturalWidth, naturalHeight)) return true;
    this.#decided(image, url, { decided: true, cover: false, categories: [], why: 'small', programs: [] });
    return false;
  }

  #decided(element: Element, url: string, verdict: Verdict): void {
    if (this.#asked.get(element)?.[0] !== url || addressOf(element) !== url) return;
    this.#view.unobserve(element);
    if (!this.#covers(verdict)) return this.#clear(element);
    this.#cover(element, () => this.#asking.forget(url), verdict);
  }

  /** What could not be read is covered where everything is until it was decided. */
  #covers(verdict: Verdict): boolean {
    return verdict.why === 'unreadable' ? this.#strict : verdict.cover;
  }

  #cover(element: Element, forget: () => void, verdict: Verdict): void {
    markPicture(element, 'covered');
    this.#notices.covered(element, {
      digests: digestsOf([verdict]),
      verdicts: [verdict],
      behind: false,
      uncover: () => markPicture(element, 'clear'),
      coverAgain: () => markPicture(element, 'covered'),
      fine: forget,
    });
  }

  #clear(element: Element): void {
    this.#notices.gone(element);
    if (pictureMark(element) === 'clear') return;
    markPicture(element, 'clear');
    if (this.#strict && this.#visible.has(element)) fadeIn(element);
  }

  #video(video: HTMLVideoElement, anew: boolean): void {
    let watch = this.#videos.get(video);
    if (!watch) {
      watch = new VideoWatch(video, this.#asking, {
        clear: () => this.#clear(video),
        hide: () => {
          this.#notices.gone(video);
          markPicture(video, null);
        },
        cover: (verdict) => {
          if (this.#covers(verdict)) this.#cover(video, () => {}, verdict);
          else this.#clear(video);
        },
      });
      this.#videos.set(video, watch);
      this.#view.observe(video);
    }
    watch.look(anew);
  }

  #background(element: Element): void {
    if (!this.#active) {
      if (this.#backgrounds.delete(element)) this.#clearBackground(element);
      return;
    }
    const image = getComputedStyle(element).backgroundImage;
    const before = this.#backgrounds.get(element);
    if (image === (before?.image ?? 'none')) return;
    for (const url of before?.urls ?? []) this.#asking.withdraw(url, element);
    const urls = [...new Set(picturesIn(image))];
    this.#backgrounds.set(element, { image, urls });
    if (before) this.#notices.gone(element);
    // Already decided harmless, as one of many of a list: not a frame without it.
    if (urls.every((url) => this.#asking.known(url)?.cover === false)) return markBackground(element, null);
    markBackground(element, this.#strict ? 'waiting' : null);
    this.#view.observe(element);
    const verdicts: Verdict[] = [];
    for (const url of urls) {
      this.#ask(url, element, (verdict) => {
        if (this.#backgrounds.get(element)?.image !== image) return;
        verdicts.push(verdict);
        // One that is to be covered covers all of it.
        if (this.#covers(verdict)) this.#coverBackground(element, urls, verdicts.filter((one) => this.#covers(one)));
        else if (verdicts.length === urls.length && backgroundMark(element) !== 'covered') this.#clearBackground(element);
      });
    }
  }

  #coverBackground(element: Element, urls: string[], verdicts: Verdict[]): void {
    markBackground(element, 'covered');
    this.#notices.covered(element, {
      digests: digestsOf(verdicts),
      verdicts,
      behind: true,
      uncover: () => markBackground(element, null),
      coverAgain: () => markBackground(element, 'covered'),
      fine: () => urls.forEach((url) => this.#asking.forget(url)),
    });
  }

  #clearBackground(element: Element): void {
    this.#notices.gone(element);
    markBackground(element, null);
  }
  #backgrounds = new WeakMap<Element, { image: string; urls: string[] }>();

  #gone(element: Element): void {
    this.#forget(element);
    this.#asked.delete(element);
    this.#view.unobserve(element);
    this.#notices.gone(element);
    this.#videos.get(element)?.stop();
    this.#videos.delete(element);
  }

  #forget(element: Element): void {
    for (const url of this.#asked.get(element) ?? []) this.#asking.withdraw(url, element);
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
      this.#videos.get(target)?.visible(isIntersecting);
    }
  }
}

function digestsOf(verdicts: readonly Verdict[]): string[] {
  return verdicts.flatMap(({ digest }) => digest ?? []);
}

function addressOf(element: Element): string {
  if (element instanceof HTMLImageElement) return element.currentSrc || element.src;
  if (element instanceof HTMLInputElement) return element.src;
  if (element instanceof SVGImageElement) return absolute(element.href.baseVal);
  if (element instanceof HTMLObjectElement) return element.data;
  if (element instanceof HTMLEmbedElement) return element.src;
  return '';
}

function absolute(address: string): string {
  return address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : '';
}

/** Addresses in a computed `background-image`; parts of this document and drawings made of lines are none. */
function picturesIn(image: string): string[] {
  const urls = [...image.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].map((match) => (match[1] ?? '').replace(/\\(.)/g, '$1'));
  return urls.filter((url) => url !== '' && !url.startsWith('#') && !url.startsWith('data:image/svg+xml'));
}

function fadeIn(element: Element): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  element.animate({ opacity: [0, 1] }, { duration: 150, easing: 'ease-out', composite: 'replace' });
}
