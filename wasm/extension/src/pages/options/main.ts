// The options: every change counts at once; one that loosens asks for the PIN first.

import { ask } from '../../shared/ask';
import type { SettingsView } from '../../shared/protocol';
import { AGE_BANDS, type Settings } from '../../shared/settings';
import { guarded } from '../shared/guarded';
import { ageName, byId, fillLanguages, fillSelect, ready, say, wordsOfPage } from '../shared/page';
import type { WordsOf } from '../../shared/words';
import { startPinForm, showPin } from './pin-form';
import { showSites, startSites } from './sites';

const SWITCHES = ['pictures', 'chats', 'mayPause'] as const;
const CONTROLS = ['ageBand', 'language', 'strictness', ...SWITCHES] as const;

/** What the parts of this page share. `change`: true where it was done. */
export interface OptionsPage {
  words: WordsOf;
  view: SettingsView;
  change(change: Partial<Settings>): Promise<boolean>;
  refresh(): Promise<void>;
}

async function start(): Promise<void> {
  const page: OptionsPage = {
    words: await wordsOfPage(),
    view: await ask('settings', {}),
    async change(change) {
      const done = await guarded(page.words, (pin) =>
        ask('change-settings', { change, ...(pin === undefined ? {} : { pin }) }),
      );
      if (done && 'language' in change) page.words = await wordsOfPage();
      await page.refresh();
      if (done) say(page.words.text('options_saved'));
      return done;
    },
    async refresh() {
      page.view = await ask('settings', {});
      show(page);
    },
  };
  show(page);
  listen(page);
  startSites(page);
  startPinForm(page);
  byId('forget').addEventListener('click', () => forget(page));
}

function show(page: OptionsPage): void {
  const { words, view } = page;
  const { settings, managed, misread } = view;
  document.title = `Himaya: ${words.text('options_title')}`;
  fillSelect(
    byId<HTMLSelectElement>('ageBand'),
    AGE_BANDS.map((band) => [band, ageName(words, band)]),
    settings.ageBand,
  );
  fillLanguages(byId<HTMLSelectElement>('language'), words, settings.language);
  for (const name of SWITCHES) byId<HTMLInputElement>(name).checked = settings[name];
  for (const radio of radios()) radio.checked = radio.value === settings.strictness;
  for (const name of CONTROLS) {
    const control = byId<HTMLInputElement | HTMLSelectElement | HTMLFieldSetElement>(name);
    control.disabled = managed.includes(name) || (name === 'strictness' && !settings.pictures);
    markManaged(words, control.closest<HTMLElement>('.row'), managed.includes(name));
  }
  markManaged(words, byId('allowedSites'), managed.includes('allowedSites'));
  notice('managed-note', managed.length > 0 ? words.text('managed_note') : '');
  notice('misread-note', misread.length > 0 ? words.text('managed_misread', { names: misread.join(', ') }) : '');
  showSites(page);
  showPin(page);
}

function listen(page: OptionsPage): void {
  byId('ageBand').addEventListener('change', (event) => {
    void page.change({ ageBand: (event.target as HTMLSelectElement).value as Settings['ageBand'] });
  });
  byId('language').addEventListener('change', (event) => {
    void page.change({ language: (event.target as HTMLSelectElement).value as Settings['language'] });
  });
  for (const name of SWITCHES) {
    byId<HTMLInputElement>(name).addEventListener('change', (event) => {
      void page.change({ [name]: (event.target as HTMLInputElement).checked });
    });
  }
  for (const radio of radios()) {
    radio.addEventListener('change', () => void page.change({ strictness: radio.value as Settings['strictness'] }));
  }
}

async function forget(page: OptionsPage): Promise<void> {
  const dialog = byId<HTMLDialogElement>('forget-dialog');
  dialog.returnValue = 'no';
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  if (dialog.returnValue !== 'yes') return;
  const done = await guarded(page.words, (pin) => ask('forget', pin === undefined ? {} : { pin }));
  if (done) say(page.words.text('forget_done'));
}

function markManaged(words: WordsOf, row: HTMLElement | null, managed: boolean): void {
  row?.querySelector('.by-school')?.remove();
  if (!managed) return;
  const mark = document.createElement('span');
  mark.className = 'by-school';
  mark.textContent = words.text('managed_mark');
  row?.querySelector('label, legend, h2')?.append(' ', mark);
}

function notice(id: string, text: string): void {
  byId(id).textContent = text;
  byId(id).hidden = text === '';
}

function radios(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name=strictness]')];
}

void start().finally(ready);
