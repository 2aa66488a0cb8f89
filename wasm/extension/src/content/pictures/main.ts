import { ask } from '../../shared/ask';
import type { PageSettings } from '../../shared/settings';
import { Notices } from './notices';
import { Pictures } from './pictures';

/** Looks at the pictures of this page from now on; the answer takes changed settings. */
export function startPictures(settings: PageSettings): (settings: PageSettings) => void {
  if (settings.active && settings.pictures) {
    // The cover of the browser's own style sheet holds meanwhile.
    ask('start-pictures', { styles: true }).catch(() => undefined);
  }
  const pictures = new Pictures(settings, new Notices(settings.ageBand));
  return (changed) => pictures.settle(changed);
}
