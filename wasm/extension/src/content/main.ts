// Runs in every page and frame, from document_start.

import { ask } from '../shared/ask';
import type { Notice } from '../shared/protocol';
import type { PageSettings } from '../shared/settings';
import { startPictures } from './pictures/main';
import { startChats } from './text/main';

async function start(): Promise<void> {
  const settleChats = startChats();
  const settlePictures = startPictures();
  let ending: ReturnType<typeof setTimeout> | undefined;
  const settle = (settings: PageSettings) => {
    settlePictures(settings);
    settleChats(settings);
    clearTimeout(ending);
    if (settings.until !== undefined) ending = setTimeout(again, Math.max(0, settings.until - Date.now()));
  };
  const again = () => ask('page-settings', {}).then(settle, () => undefined);
  settle(await ask('page-settings', {}));
  chrome.runtime.onMessage.addListener((notice: Notice) => {
    if (notice?.himaya === 1 && notice.to === 'page') void again();
  });
}

start().catch(() => {
  // The extension is being updated: the page's next load has it again.
});
