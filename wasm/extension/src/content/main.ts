// Runs in every page and frame, from document_start.

import { ask } from '../shared/ask';
import type { Notice } from '../shared/protocol';
import { startPictures } from './pictures/main';
import { startChats } from './text/main';

async function start(): Promise<void> {
  const settleChats = startChats();
  const settings = await ask('page-settings', {});
  const settlePictures = startPictures(settings);
  settleChats(settings);
  chrome.runtime.onMessage.addListener((notice: Notice) => {
    if (notice?.himaya !== 1 || notice.to !== 'page') return;
    ask('page-settings', {}).then(
      (changed) => {
        settlePictures(changed);
        settleChats(changed);
      },
      () => undefined,
    );
  });
}

start().catch(() => {
  // The extension is being updated: the page's next load has it again.
});
