// The strict cover is there before a page's first frame: as a style sheet that the browser itself puts
// into every frame, registered while strictness asks for it.

import type { Asker } from '../shared/answer';
import type { Settings } from '../shared/settings';
import { isPaused } from './settings';

const ID = 'strict-cover';
const STRICT = 'strict.css';
const FOUND = 'found.css';

let settled = '';
let turn: Promise<unknown> = Promise.resolve();

/** Cheap where nothing changed. */
export function settleCover(settings: Settings): Promise<void> {
  const excluded = settings.allowedSites.map((host) => `*://*.${host}/*`);
  const wanted = isStrict(settings) ? excluded : undefined;
  const key = JSON.stringify(wanted ?? null);
  if (key === settled) return Promise.resolve();
  settled = key;
  const next = turn.then(() => register(wanted));
  turn = next.catch(() => (settled = ''));
  return next;
}

async function register(excluded: string[] | undefined): Promise<void> {
  const there = (await chrome.scripting.getRegisteredContentScripts({ ids: [ID] }))[0];
  if (!excluded) {
    if (there) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script: chrome.scripting.RegisteredContentScript = {
    id: ID,
    matches: ['<all_urls>'],
    css: [STRICT],
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    ...(excluded.length > 0 && { excludeMatches: excluded }),
  };
  // An update leaves old sites in where there are none now.
  if (there) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  await chrome.scripting.registerContentScripts([script]);
}

/** The same styles once more as the user's: those win over any of the page's and reach into shadow roots. */
export async function coverFrame(settings: Settings, { tab, frame }: Asker): Promise<void> {
  if (tab === undefined || frame === undefined) return;
  await chrome.scripting
    .insertCSS({
      target: { tabId: tab, frameIds: [frame] },
      files: isStrict(settings) ? [FOUND, STRICT] : [FOUND],
      origin: 'USER',
    })
    // The frame may be gone by then.
    .catch(() => undefined);
}

function isStrict(settings: Settings): boolean {
  return settings.pictures && settings.strictness === 'strict' && !isPaused(settings, Date.now());
}
