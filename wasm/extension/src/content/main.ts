// Runs in every page and frame, from document_start.

import { ask } from '../shared/ask';

async function start(): Promise<void> {
  const settings = await ask('page-settings', {});
  if (!settings.active) return;
}

start().catch(() => {
  // The extension is being updated: the page's next load has it again.
});
