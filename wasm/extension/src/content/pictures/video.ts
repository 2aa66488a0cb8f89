// A video is looked at as it plays: its poster first, then a frame every so often.

import type { PictureVerdict } from '../../shared/protocol';
import type { Asking, Verdict } from './asking';
import { pixelsOf } from './reader';

/** Milliseconds between two looks at a video that plays in view. */
const EVERY = 800;
/** Side of the picture by which two frames are compared. */
const THUMBNAIL = 16;
/** Mean difference of brightness, of 255, below which two frames show the same. */
const SAME = 6;

export interface VideoCover {
  clear(): void;
  /** As before the first look. */
  hide(): void;
  cover(verdict: Verdict): void;
}

export class VideoWatch {
  readonly #video: HTMLVideoElement;
  readonly #asking: Asking;
  readonly #cover: VideoCover;
  readonly #off = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #poster = '';
  #source = '';
  #inView = false;
  #found = false;
  #looking = false;
  #last: Uint8Array | undefined;

  constructor(video: HTMLVideoElement, asking: Asking, cover: VideoCover) {
    this.#video = video;
    this.#asking = asking;
    this.#cover = cover;
    const on = (events: string[], run: () => void) => {
      for (const event of events) video.addEventListener(event, run, { signal: this.#off.signal });
    };
    on(['loadstart', 'emptied'], () => this.look());
    on(['loadeddata', 'seeked', 'pause'], () => this.#frame());
    on(['play', 'playing', 'pause', 'ended'], () => this.#tick());
  }

  /** Its sources or its poster may be others now. */
  look(anew = false): void {
    const { poster, currentSrc } = this.#video;
    if (anew || currentSrc !== this.#source) {
      this.#source = currentSrc;
      this.#last = undefined;
      this.#found = false;
      this.#cover.hide();
    }
    if (poster && (anew || poster !== this.#poster)) {
      this.#cover.hide();
      this.#asking.about(poster, this.#video, (verdict) => this.#decided(verdict));
    }
    this.#poster = poster;
    this.#frame();
    this.#tick();
  }

  visible(inView: boolean): void {
    this.#inView = inView;
    this.#tick();
  }

  stop(): void {
    this.#off.abort();
    clearInterval(this.#timer);
    if (this.#poster) this.#asking.withdraw(this.#poster, this.#video);
  }

  #tick(): void {
    const wanted = this.#inView && !this.#video.paused && !this.#video.ended && !this.#off.signal.aborted;
    if (wanted === (this.#timer !== undefined)) return;
    clearInterval(this.#timer);
    this.#timer = wanted ? setInterval(() => this.#frame(), EVERY) : undefined;
    if (wanted) void this.#frame();
  }

  async #frame(): Promise<void> {
    const { readyState, videoWidth, videoHeight } = this.#video;
    if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA || videoWidth === 0 || this.#looking || this.#found) return;
    const thumbnail = pixelsOf(this.#video, THUMBNAIL, THUMBNAIL, THUMBNAIL);
    if (!thumbnail) return this.#decided({ decided: true, cover: true, categories: [], why: 'unreadable', programs: [] });
    const brightness = new Uint8Array(thumbnail.rgba).filter((_, i) => i % 4 === 1);
    if (this.#last && difference(this.#last, brightness) < SAME) return;
    const frame = pixelsOf(this.#video, videoWidth, videoHeight);
    if (!frame) return;
    this.#looking = true;
    const source = this.#source;
    const verdict = await this.#asking.once(frame).catch((): PictureVerdict => ({ decided: false }));
    this.#looking = false;
    if (source !== this.#source) return;
    // Nobody is there: what is shown is looked at again, though it stands still.
    if (!verdict.decided) return void setTimeout(() => this.#frame(), EVERY);
    this.#last = brightness;
    this.#decided(verdict);
  }

  /** What was found stays covered until the video shows something else altogether: another source. */
  #decided(verdict: Verdict): void {
    if (this.#off.signal.aborted || this.#found) return;
    if (!verdict.cover) return this.#cover.clear();
    this.#found = true;
    this.#cover.cover(verdict);
  }
}

function difference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (const [i, value] of one.entries()) sum += Math.abs(value - (other[i] ?? 0));
  return sum / one.length;
}

