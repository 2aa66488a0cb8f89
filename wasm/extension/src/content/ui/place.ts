// Where a person was before a dialog came: the field, and the caret in it.

/** Gives back focus and caret; both are lost while a person presses buttons elsewhere. */
export function rememberPlace(): () => void {
  const field = focused();
  if (!field) return () => undefined;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    const { selectionStart: start, selectionEnd: end } = field;
    return () => {
      refocus(field);
      if (start !== null && end !== null) field.setSelectionRange(start, end);
    };
  }
  const selection = selectionIn(field);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
  return () => {
    refocus(field);
    if (!range || !selection || !field.contains(range.startContainer)) return;
    selection.removeAllRanges();
    selection.addRange(range);
  };
}

/** A field that already has the focus does not take the caret back. */
function refocus(field: HTMLElement): void {
  field.blur();
  field.focus({ preventScroll: true });
}

function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}

function selectionIn(field: HTMLElement): Selection | null {
  const root = field.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  return root.getSelection?.() ?? document.getSelection();
}
