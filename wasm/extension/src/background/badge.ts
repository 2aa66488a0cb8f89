// The icon in the toolbar says whether it is on in that tab. No number: protection is no score.

import type { State } from '../shared/protocol';

export type Look = 'active' | 'paused' | 'off';

export function lookOf(state: State): Look {
  if (state === 'on') return 'active';
  return state === 'paused' ? 'paused' : 'off';
}

/** Paths from the extension's root, by width. */
export function iconsOf(look: Look): Record<string, string> {
  return Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${look}-${size}.png`]));
}

/** The tab may be gone by then: nobody needs its icon. */
export async function showState(tab: number, state: State, title: string): Promise<void> {
  await Promise.all([
    chrome.action.setIcon({ tabId: tab, path: iconsOf(lookOf(state)) }),
    chrome.action.setTitle({ tabId: tab, title }),
  ]).catch(() => undefined);
}
