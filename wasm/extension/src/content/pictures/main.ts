import { ask } from '../../shared/ask';
import { patiently } from '../../shared/patience';
import { DEFAULTS, type PageSettings } from '../../shared/settings';
import { Notices } from './notices';
import { Pictures } from './pictures';

/** For the engine's start and the firm cover; pictures themselves are asked about without end. */
const TRIES = 6;

export interface PictureControl {
  /** Takes the settings, and changed ones later. */
  settle(settings: PageSettings): void;
  /** A guardian uncovered the picture of this number. */
  uncovered(picture: number): void;
}

/**
 * Looks at the pictures of this page. Where it is strict, which the
 * style sheet says, it begins before the settings are there.
 */
export function startPictures(): PictureControl {
  let pictures: Pictures | undefined;
  const begin = (settings: PageSettings) => {
    if (settings.active && settings.pictures) void patiently(() => ask('start-pictures', { styles: true }), { tries: TRIES }).catch(() => undefined);
    pictures = new Pictures(settings, new Notices(settings.uncover));
  };
  if (document.documentElement && getComputedStyle(document.documentElement).getPropertyValue('--himaya-strict')) {
    begin({ active: true, ageBand: DEFAULTS.ageBand, strictness: 'strict', language: 'en', pictures: true, chats: false, uncover: 'never' });
  }
  return {
    settle(settings) {
      if (pictures) pictures.settle(settings);
      else begin(settings);
    },
    uncovered: (picture) => pictures?.uncovered(picture),
  };
}
