// Lets go what was held back, the way it was begun.

import type { Composer } from './composer';

export type Attempt =
  | { kind: 'key'; target: Composer; ctrlKey: boolean; metaKey: boolean }
  | { kind: 'press'; button: HTMLElement }
  | { kind: 'submit'; form: HTMLFormElement; submitter: HTMLElement | null };

/** `line`: Enter only began a new line, so it does not send here. */
export async function release(attempt: Attempt, composer: Composer): Promise<'sent' | 'line'> {
  // Behind the focus that comes back from the question.
  await new Promise((resolve) => setTimeout(resolve));
  if (attempt.kind === 'press') {
    press(attempt.button);
    return 'sent';
  }
  if (attempt.kind === 'submit') {
    attempt.form.requestSubmit(attempt.submitter?.isConnected ? attempt.submitter : null);
    return 'sent';
  }
  composer.focus({ preventScroll: true });
  return enter(attempt, composer);
}

function press(button: HTMLElement): void {
  const mouse = { bubbles: true, cancelable: true, composed: true, view: window, button: 0 };
  button.dispatchEvent(new PointerEvent('pointerdown', { ...mouse, buttons: 1, isPrimary: true }));
  button.dispatchEvent(new MouseEvent('mousedown', { ...mouse, buttons: 1 }));
  button.dispatchEvent(new PointerEvent('pointerup', { ...mouse, isPrimary: true }));
  button.dispatchEvent(new MouseEvent('mouseup', mouse));
  button.click();
}

function enter({ ctrlKey, metaKey }: { ctrlKey: boolean; metaKey: boolean }, composer: Composer): 'sent' | 'line' {
  const key = { key: 'Enter', code: 'Enter', keyCode: 13, which: 13, charCode: 13, bubbles: true, cancelable: true, composed: true, ctrlKey, metaKey };
  const handled = !composer.dispatchEvent(new KeyboardEvent('keydown', key)) || !composer.dispatchEvent(new KeyboardEvent('keypress', key));
  composer.dispatchEvent(new KeyboardEvent('keyup', key));
  if (handled) return 'sent';
  // Nobody took the key: what the browser itself would have done.
  if (composer instanceof HTMLInputElement) {
    composer.form?.requestSubmit();
    return 'sent';
  }
  document.execCommand(composer.isContentEditable ? 'insertParagraph' : 'insertText', false, '\n');
  return 'line';
}
