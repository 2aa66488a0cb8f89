// The first page: what it does and does not do, and what a guardian chooses. Later it is the help.

import { digitsOf, isWeak } from '../../background/pin';
import { ask } from '../../shared/ask';
import { AGE_BANDS, type Settings } from '../../shared/settings';
import type { WordsOf } from '../../shared/words';
import { guarded, problem } from '../shared/guarded';
import { ageName, byId, fillLanguages, fillSelect, ready, wordsOfPage } from '../shared/page';

async function start(): Promise<void> {
  let words = await wordsOfPage();
  const { settings, managed } = await ask('settings', {});
  const age = byId<HTMLSelectElement>('ageBand');
  const language = byId<HTMLSelectElement>('language');

  const show = (ageBand: string, chosen: Settings['language']) => {
    document.title = words.text('welcome_title');
    fillSelect(
      age,
      AGE_BANDS.map((band) => [band, ageName(words, band)]),
      ageBand,
    );
    fillLanguages(language, words, chosen);
  };
  show(settings.ageBand, settings.language);
  for (const radio of strictnesses()) {
    radio.checked = radio.value === settings.strictness;
    radio.disabled = managed.includes('strictness');
  }
  age.disabled = managed.includes('ageBand');
  language.disabled = managed.includes('language');
  byId('set-up').hidden = settings.setUp;
  byId('done').hidden = !settings.setUp;

  language.addEventListener('change', async () => {
    const chosen = language.value as Settings['language'];
    await guarded(words, () => ask('change-settings', { change: { language: chosen } }));
    words = await wordsOfPage();
    show(age.value, chosen);
  });

  byId('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const change: Partial<Settings> = { setUp: true };
    if (!age.disabled) change.ageBand = age.value as Settings['ageBand'];
    const strictness = strictnesses().find((radio) => radio.checked && !radio.disabled)?.value;
    if (strictness !== undefined) change.strictness = strictness as Settings['strictness'];
    if (!pinFits(words)) return;
    // Before the PIN, which would be asked for at once.
    if (!(await guarded(words, (pin) => ask('change-settings', { change, ...(pin === undefined ? {} : { pin }) }))))
      return;
    if (!(await setPin(words))) return;
    byId('set-up').hidden = true;
    byId('done').hidden = false;
    byId('done-title').focus();
  });
}

function pinFits(words: WordsOf): boolean {
  const { value } = byId<HTMLInputElement>('pin-new');
  const same = value === byId<HTMLInputElement>('pin-again').value;
  const weak = value !== '' && isWeak(digitsOf(value) ?? '');
  byId('pin-problem').textContent = !same ? words.text('pin_differ') : weak ? words.text('pin_weak') : '';
  if (!same || weak) byId(same ? 'pin-new' : 'pin-again').focus();
  return same && !weak;
}

/** True also where none is wanted. */
async function setPin(words: WordsOf): Promise<boolean> {
  const pin = byId<HTMLInputElement>('pin-new');
  if (pin.value === '') return true;
  const outcome = await ask('change-pin', { pin: pin.value });
  byId('pin-problem').textContent = problem(words, outcome);
  if (!outcome.done) pin.focus();
  return outcome.done;
}

function strictnesses(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=strictness]')];
}

void start().finally(ready);
