// Runs in every page and frame, from document_start.

import { ask } from '../shared/ask';
import { startChats } from './text/main';

async function start(): Promise<void> {
  const settings = await ask('page-settings', {});
  if (!settings.active) return;
  if (settings.chats) startChats();
}

start().catch(() => {
  // The extension is being updated: the page's next load has it again.
});
