import { ask } from '../../shared/ask';
import { problem } from '../shared/guarded';
import { byId, say } from '../shared/page';
import type { OptionsPage } from './main';

export function startPinForm(page: OptionsPage): void {
  byId('pin-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const typed = byId<HTMLInputElement>('pin-new').value;
    if (typed !== byId<HTMLInputElement>('pin-again').value) return tell(page.words.text('pin_differ'));
    if (typed === '') return tell(page.words.text('pin_weak'));
    await change(page, typed, 'pin_done');
  });
  byId('pin-remove').addEventListener('click', () => change(page, '', 'pin_removed'));
}

export function showPin({ words, view }: OptionsPage): void {
  byId('pin-state').textContent = words.text(view.pin ? 'pin_set' : 'pin_none');
  byId('pin-old-row').hidden = !view.pin;
  byId('pin-remove').hidden = !view.pin;
  byId('pin-save').textContent = words.text(view.pin ? 'pin_change' : 'pin_save');
}

async function change(page: OptionsPage, pin: string, done: string): Promise<void> {
  const old = byId<HTMLInputElement>('pin-old').value;
  if (page.view.pin && old === '') {
    // No try: it would count as a wrong one.
    tell(page.words.text('pin_needed'));
    return byId('pin-old').focus();
  }
  say('');
  const outcome = await ask('change-pin', page.view.pin ? { pin, old } : { pin });
  tell(problem(page.words, outcome));
  if (!outcome.done) return byId('pin-old-row').hidden ? byId('pin-new').focus() : byId('pin-old').focus();
  for (const id of ['pin-old', 'pin-new', 'pin-again']) byId<HTMLInputElement>(id).value = '';
  await page.refresh();
  say(page.words.text(done));
}

function tell(text: string): void {
  byId('pin-form-problem').textContent = text;
}
