import { ask } from '../../shared/ask';
import { DEFAULTS, type PageSettings } from '../../shared/settings';
import { Notices } from './notices';
import { Pictures } from './pictures';

/**
 * Looks at the pictures of this page; the answer takes the settings, and changed ones later. Where it is strict, which the
 * style sheet says, it begins before the settings are there.
 */
export function startPictures(): (settings: PageSettings) => void {
  let pictures: Pictures | undefined;
  const begin = (settings: PageSettings) => {
    if (settings.active && settings.pictures) ask('start-pictures', { styles: true }).catch(() => undefined);
    pictures = new Pictures(settings, new Notices(settings.ageBand));
  };
  if (document.documentElement && getComputedStyle(document.documentElement).getPropertyValue('--himaya-strict')) {
    begin({ active: true, ageBand: DEFAULTS.ageBand, strictness: 'strict', language: 'en', pictures: true, chats: false });
  }
  return (settings) => {
    if (pictures) pictures.settle(settings);
    else begin(settings);
  };
}
