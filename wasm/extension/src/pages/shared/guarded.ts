// A change that may need the guardian's PIN.

import type { Outcome } from '../../shared/protocol';
import type { WordsOf } from '../../shared/words';
import { element, say } from './page';

/** Tries it, asks for the PIN where one is needed, and says what came of it. True: it was done. */
export async function guarded(words: WordsOf, attempt: (pin?: string) => Promise<Outcome>): Promise<boolean> {
  // What came of the last change is over; a screen reader says the same words again only once they were gone.
  say('');
  let outcome = await attempt();
  if (!outcome.done && (outcome.why === 'pin-needed' || outcome.why === 'locked')) {
    outcome = await askForPin(words, attempt, outcome);
  }
  if (!outcome.done && outcome.why !== 'pin-needed') say(problem(words, outcome));
  return outcome.done;
}

export function problem(words: WordsOf, outcome: Outcome): string {
  if (outcome.done) return '';
  switch (outcome.why) {
    case 'pin-wrong':
    case 'locked':
      return outcome.lockedFor
        ? words.text('pin_locked', { duration: words.duration(outcome.lockedFor) })
        : words.text('pin_wrong');
    case 'pin-needed':
      return words.text('pin_needed');
    case 'weak':
      return words.text('pin_weak');
    case 'managed':
      return words.text('change_managed');
    default:
      return words.text('change_failed');
  }
}

/** Until it is right, or given up: then the last answer is `pin-needed`. */
function askForPin(words: WordsOf, attempt: (pin: string) => Promise<Outcome>, first: Outcome): Promise<Outcome> {
  const input = element('input', {
    type: 'password',
    inputMode: 'numeric',
    autocomplete: 'off',
    id: 'pin-typed',
    required: true,
  });
  const wrong = element('p', { className: 'problem', id: 'pin-problem', role: 'alert' });
  input.setAttribute('aria-describedby', 'pin-problem');
  const go = element('button', { type: 'submit', className: 'main', textContent: words.text('pin_continue') });
  const cancel = element('button', { type: 'button', textContent: words.text('pin_cancel') });
  const form = element(
    'form',
    {},
    element('h2', { id: 'pin-title', textContent: words.text('pin_needed') }),
    element('p', { className: 'note', textContent: words.text('pin_needed_note') }),
    element('label', { htmlFor: 'pin-typed', textContent: words.text('pin_label') }),
    input,
    wrong,
    element('div', { className: 'buttons' }, cancel, go),
  );
  const dialog = element('dialog', {}, form);
  dialog.setAttribute('aria-labelledby', 'pin-title');
  document.body.append(dialog);

  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      dialog.close();
      dialog.remove();
      resolve(outcome);
    };
    const show = (outcome: Outcome) => {
      // The dialog's title says that one is needed.
      wrong.textContent = !outcome.done && outcome.why === 'pin-needed' ? '' : problem(words, outcome);
    };
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      end({ done: false, why: 'pin-needed' });
    });
    cancel.addEventListener('click', () => end({ done: false, why: 'pin-needed' }));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      go.disabled = true;
      const outcome = await attempt(input.value);
      go.disabled = false;
      if (outcome.done || !['pin-wrong', 'locked'].includes(outcome.why)) return end(outcome);
      show(outcome);
      input.value = '';
      input.focus();
    });
    show(first);
    dialog.showModal();
    input.focus();
  });
}
