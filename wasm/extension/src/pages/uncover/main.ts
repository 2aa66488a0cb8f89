// Asks a guardian for the PIN and has one picture uncovered in the tab that asked for it.

import { ask } from '../../shared/ask';
import { guarded } from '../shared/guarded';
import { byId, ready, say, wordsOfPage } from '../shared/page';

async function start(): Promise<void> {
  const words = await wordsOfPage();
  document.title = words.text('uncover_title');
  const request = new URLSearchParams(location.search).get('request') ?? '';
  const again = byId<HTMLButtonElement>('again');
  const attempt = async (): Promise<void> => {
    again.hidden = true;
    let gone = false;
    const done = await guarded(words, async (pin) => {
      const outcome = await ask('uncover-by-pin', { request, ...(pin === undefined ? {} : { pin }) });
      gone = !outcome.done && outcome.why === 'invalid';
      return outcome;
    });
    if (gone) return say(words.text('uncover_gone'));
    if (!done) {
      // A dialog that was put away may be wanted after all.
      again.hidden = false;
      again.focus();
      return;
    }
    say(words.text('uncover_done'));
    const tab = await chrome.tabs.getCurrent();
    if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
  };
  again.addEventListener('click', () => void attempt());
  void attempt();
}

void start().finally(ready);
