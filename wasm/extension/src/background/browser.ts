// Guardian, counters and reasons over this browser's storage, and what the browser tells of tabs.

import { hostOf } from '../shared/answer';
import type { State, ToPage } from '../shared/protocol';
import type { Settings } from '../shared/settings';
import { loadWords, type WordsOf } from '../shared/words';
import { showState } from './badge';
import { settleCover } from './cover';
import { DayCounters } from './counters';
import { Guardian } from './guardian';
import { Reasons } from './reasons';
import { languageOf, stateAt } from './settings';
import { Uncovering } from './uncovering';

const STORES = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org)$/;

export const counters = new DayCounters(chrome.storage.session, chrome.storage.local);
export const reasons = new Reasons(chrome.storage.session);
export const guardian = new Guardian(
  chrome.storage.local,
  // Firefox refuses where no school has set anything.
  () => chrome.storage.managed.get().catch(() => ({})),
  (settings) => void settleCover(settings).then(tellPages),
);

export const uncovering = new Uncovering(guardian, chrome.storage.session, {
  open: openOwn,
  tell: (tab, frame, message) => chrome.tabs.sendMessage(tab, message, { frameId: frame }),
  uncovered: () => counters.count('picturesUncovered'),
});

export function browserLanguage(): string {
  return chrome.i18n.getUILanguage();
}

let words: WordsOf | undefined;

export async function wordsFor(settings: Settings): Promise<WordsOf> {
  const language = languageOf(settings, browserLanguage());
  if (words?.language !== language) words = await loadWords(language);
  return words;
}

export function stateOf(url: string | undefined, settings: Settings): State {
  const site = hostOf(url);
  if (!url || !/^https?:/.test(url) || STORES.test(site)) return 'nowhere';
  return stateAt(settings, site, Date.now());
}

export async function showTab(tab: number, url: string | undefined): Promise<void> {
  const settings = await guardian.settings();
  const state = stateOf(url, settings);
  await showState(tab, state, (await wordsFor(settings)).text(`state_${state}`));
}

/** Listeners must be there when the worker's script has run once. */
export function listen(): void {
  // Pages' scripts have no business with the PIN's digest. Firefox has no such levels yet.
  void chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  const settle = async () => settleCover(await guardian.settings());
  chrome.runtime.onStartup.addListener(() => void settle());
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    void settle();
    if (reason === 'install') void welcome();
  });
  chrome.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void settle().then(tellPages);
  });
  chrome.tabs.onUpdated.addListener((tab, change, { url }) => {
    if (change.status === 'loading') forgetTab(tab);
    if (change.status) void showTab(tab, url);
  });
  chrome.tabs.onActivated.addListener(async ({ tabId }) => {
    const tab = await chrome.tabs.get(tabId).catch(() => undefined);
    if (tab) void showTab(tabId, tab.url);
  });
  chrome.tabs.onRemoved.addListener(forgetTab);
}

function forgetTab(tab: number): void {
  void reasons.forgetTab(tab);
  void uncovering.forgetTab(tab);
}

/** A small window in front of the page; one at a time. */
async function openOwn(page: string): Promise<void> {
  const url = chrome.runtime.getURL(page);
  const [there] = await chrome.tabs.query({ url: `${url.split('?')[0]}*` });
  if (there?.id !== undefined) {
    await chrome.tabs.update(there.id, { url, active: true });
    await chrome.windows?.update(there.windowId, { focused: true });
  } else if (chrome.windows) {
    await chrome.windows.create({ url, type: 'popup', width: 460, height: 480 });
  } else {
    await chrome.tabs.create({ url });
  }
}

async function welcome(): Promise<void> {
  if ((await guardian.settings()).setUp) return;
  await chrome.tabs.create({ url: chrome.runtime.getURL('pages/welcome/index.html') });
}

async function tellPages(): Promise<void> {
  const notice: ToPage = { himaya: 1, to: 'page', kind: 'settings-changed' };
  for (const { id, url } of await chrome.tabs.query({})) {
    if (id === undefined) continue;
    // Most tabs have nobody who listens.
    chrome.tabs.sendMessage(id, notice).catch(() => undefined);
    void showTab(id, url);
  }
}
