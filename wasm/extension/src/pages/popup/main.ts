// The popup: is it on here, what happened today, why something was covered, and a pause.

import { ask } from '../../shared/ask';
import type { PauseLength, Reason, TabStatus } from '../../shared/protocol';
import type { WordsOf } from '../../shared/words';
import { lookOf } from '../../background/badge';
import { guarded } from '../shared/guarded';
import { byId, element, ready, say, wordsOfPage } from '../shared/page';

const TILES = [
  ['picturesDecided', 'count_pictures'],
  ['picturesCovered', 'count_covered'],
  ['chatWarnings', 'count_chats'],
  ['nudges', 'count_questions'],
] as const;

async function start(): Promise<void> {
  const words = await wordsOfPage();
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const show = async () => {
    render(words, await ask('tab-status', { tab: tab?.id ?? -1, url: addressOf(tab) }));
  };
  await show();
  chrome.storage.onChanged.addListener(() => void show());

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-pause]')) {
    button.addEventListener('click', async () => {
      const length = button.dataset.pause as PauseLength;
      if (await guarded(words, (pin) => ask('pause', { length, ...(pin === undefined ? {} : { pin }) }))) {
        await show();
        byId('resume').focus();
      }
    });
  }
  byId('resume').addEventListener('click', async () => {
    if (await guarded(words, () => ask('resume', {}))) {
      await show();
      document.querySelector<HTMLButtonElement>('[data-pause]')?.focus();
    }
  });
}

/** Of the page that the tab shows, as far as this extension may know. */
function addressOf(tab: chrome.tabs.Tab | undefined): string {
  return tab?.url ?? '';
}

function render(words: WordsOf, status: TabStatus): void {
  say('');
  const look = status.working ? lookOf(status.state) : 'off';
  byId('state').dataset.look = look;
  byId<HTMLImageElement>('look').src = `../../icons/${look}-48.png`;
  byId('state-title').textContent = words.text(status.working ? `state_${status.state}` : 'state_stuck');
  byId('state-why').textContent = why(words, status);
  byId('tiles').replaceChildren(
    ...TILES.map(([counter, key]) => {
      const count = status.counters[counter];
      return element(
        'li',
        {},
        element('strong', { textContent: words.number(count) }),
        ' ',
        element('span', { textContent: words.counted(key, count) }),
      );
    }),
  );
  byId('reasons-section').hidden = status.reasons.length === 0;
  byId('reasons').replaceChildren(...status.reasons.map((reason) => reasonItem(words, reason)));
  const paused = status.state === 'paused';
  const { mayPause } = status.view.settings;
  byId('pause-buttons').hidden = paused || !mayPause;
  byId('resume').hidden = !paused;
  byId('pause-note').textContent = words.text(mayPause ? 'pause_note' : 'pause_switched_off');
}

function why(words: WordsOf, { state, working, site, view: { settings } }: TabStatus): string {
  if (!working) return words.text('state_stuck_why');
  switch (state) {
    case 'on':
      if (settings.pictures && settings.chats) return words.text('state_on_why');
      return words.text(settings.pictures ? 'state_on_why_pictures' : 'state_on_why_chats');
    case 'paused':
      return words.text('state_paused_why', { time: words.time(settings.pausedUntil) });
    case 'allowed':
      return words.text('state_allowed_why', { site });
    case 'off':
      return words.text('state_off_why');
    case 'nowhere':
      return words.text('state_nowhere_why');
  }
}

function reasonItem(words: WordsOf, reason: Reason): HTMLLIElement {
  const key = `category_${reason.category}`;
  const kind = words.text(words.has(key) ? key : 'category_sensitive_image');
  return element(
    'li',
    {},
    element('strong', { textContent: reason.why === 'unreadable' ? words.text('reason_picture') : kind }),
    element('span', { className: 'times', textContent: words.counted('reason_times', reason.count) }),
    element('span', { className: 'note', textContent: words.text(`reason_${reason.why}`) }),
    ...(reason.programs.length > 0 ? [programsOf(reason)] : []),
  );
}

/** What decided, in which version. */
function programsOf({ programs }: Reason): HTMLElement {
  const versions = programs.map(({ name, version }) => `${name} ${version}`).join(' · ');
  return element('code', { textContent: versions, dir: 'ltr' });
}

void start().finally(ready);
