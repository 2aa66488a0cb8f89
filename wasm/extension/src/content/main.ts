// Runs in every page and frame, from document_start.

import { ask } from '../shared/ask';
import { patiently } from '../shared/patience';
import type { ToPage } from '../shared/protocol';
import { DEFAULTS, type PageSettings } from '../shared/settings';
import { startPictures } from './pictures/main';
import { startChats } from './text/main';

/** Milliseconds without settings after which chats are looked at as if none had been changed. */
const ASSUMED_AFTER = 5000;

function start(): void {
  const settleChats = startChats();
  const { settle: settlePictures, uncovered } = startPictures();
  let ending: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  const settle = (settings: PageSettings) => {
    clearTimeout(assumed);
    settlePictures(settings);
    settleChats(settings);
    clearTimeout(ending);
    if (settings.until !== undefined) ending = setTimeout(again, Math.max(0, settings.until - Date.now()));
  };
  const again = () => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    patiently(() => ask('page-settings', {}), { signal }).then(settle, () => undefined);
  };
  // What is covered from the first frame stays it meanwhile.
  const assumed = setTimeout(() => settleChats({ ...DEFAULTS, active: true, language: 'en', uncover: 'never' }), ASSUMED_AFTER);
  again();
  chrome.runtime.onMessage.addListener((message: ToPage) => {
    if (message?.himaya !== 1 || message.to !== 'page') return;
    if (message.kind === 'settings-changed') again();
    else uncovered(message.picture);
  });
}

start();
