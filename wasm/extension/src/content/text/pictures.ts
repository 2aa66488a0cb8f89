// Asks before a picture goes out in a chat: chosen, pasted or dropped. It is looked at on the device,
// small; no bytes are kept.

import { ask } from '../../shared/ask';
import { within } from '../../shared/patience';
import type { OutgoingVerdict } from '../../shared/protocol';
import { insist } from '../insist';
import { askToSend } from '../ui/notice';
import { ownWords, uncheckedSending } from '../ui/own-words';
import { contains } from './dom';
import type { Chat } from './finder';
import type { Chats } from './outgoing';

/** What the model needs to see, pixels of the longer side. */
const MAX_SIDE = 640;
const JPEG = 'image/jpeg';
/** Longer than that nobody is kept waiting without a word. */
const PATIENCE = 8000;

export class PictureGuard {
  /** Answered once: for this chat and page the same file is not asked about again. */
  readonly #free = new Set<string>();
  /** Events that this file itself sends on. */
  readonly #released = new WeakSet<Event>();

  constructor(private readonly chats: Chats) {
    addEventListener('change', (event) => this.#onChange(event), { capture: true });
    addEventListener('paste', (event) => this.#onTransfer(event, event.clipboardData), { capture: true });
    addEventListener('drop', (event) => this.#onTransfer(event, event.dataTransfer), { capture: true });
  }

  #onChange(event: Event): void {
    const input = event.composedPath()[0];
    if (this.#released.has(event) || !(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const pictures = picturesIn(input.files);
    if (pictures.length === 0 || !this.#chatFor(input) || this.#allFree(pictures)) return;
    event.stopImmediatePropagation();
    const files = input.files;
    void this.#ask(pictures).then((send) => {
      if (!send) {
        input.value = '';
        return;
      }
      if (files && input.files !== files) input.files = files;
      for (const type of ['input', 'change']) {
        const again = new Event(type, { bubbles: true, composed: type === 'input' });
        this.#released.add(again);
        input.dispatchEvent(again);
      }
    });
  }

  #onTransfer(event: ClipboardEvent | DragEvent, data: DataTransfer | null): void {
    const target = event.composedPath()[0];
    if (this.#released.has(event) || !(target instanceof Element)) return;
    const pictures = picturesIn(data?.files);
    if (pictures.length === 0 || !this.#chatFor(target) || this.#allFree(pictures)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    // The event's own data is emptied once it is over.
    const kept = new DataTransfer();
    for (const file of data?.files ?? []) kept.items.add(file);
    const text = data?.getData('text/plain');
    if (text) kept.setData('text/plain', text);
    void this.#ask(pictures).then((send) => {
      if (!send) return;
      const options = { bubbles: true, cancelable: true, composed: true };
      const again =
        event instanceof DragEvent
          ? new DragEvent('drop', { ...options, dataTransfer: kept, clientX: event.clientX, clientY: event.clientY })
          : new ClipboardEvent('paste', { ...options, clipboardData: kept });
      this.#released.add(again);
      target.dispatchEvent(again);
    });
  }

  /** Inputs for files stand anywhere, often outside of the chat; those of another form are not its own. */
  #chatFor(element: Element): Chat | undefined {
    const form = element.closest('form');
    return this.chats.all().find(({ region, composer }) => {
      if (contains(region, element)) return true;
      return element instanceof HTMLInputElement && (form === null || contains(form, composer)) && !element.closest('dialog, [role=dialog]');
    });
  }

  #allFree(pictures: File[]): boolean {
    return pictures.every((picture) => this.#free.has(keyOf(picture)));
  }

  async #ask(pictures: File[]): Promise<boolean> {
    for (const picture of pictures) {
      if (this.#free.has(keyOf(picture))) continue;
      if (!(await mayGo(picture))) return false;
      this.#free.add(keyOf(picture));
    }
    return true;
  }
}

function picturesIn(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith('image/') && type !== 'image/svg+xml');
}

function keyOf({ name, size, lastModified }: File): string {
  return `${name}\n${size}\n${lastModified}`;
}

/** A verdict that comes while a person is asked without one takes the question's place. */
async function mayGo(picture: File): Promise<boolean> {
  const off = new AbortController();
  const known = new AbortController();
  let late: OutgoingVerdict | undefined;
  const checked = check(picture, off.signal);
  const verdict = await within(checked, PATIENCE).catch(() => undefined);
  if (verdict) return askAbout(verdict);
  void checked.then((answer) => {
    late = answer;
    if (answer) known.abort();
  });
  const send = await askToSend(await uncheckedSending('picture'), known.signal);
  off.abort();
  return late ? askAbout(late) : send;
}

/** Of a picture in which nothing was found, the question is another one. */
async function askAbout({ ask: asks, words, reasons }: OutgoingVerdict): Promise<boolean> {
  if (!asks || !words) return true;
  void ask('nudged', {}).catch(() => undefined);
  if (!reasons.includes('picture')) return askToSend(words);
  const own = await ownWords();
  return askToSend({ ...words, title: own.chat_picture_title, body: own.chat_picture_body, step: own.chat_picture_step });
}

/** Undefined where it cannot be looked at. */
async function check(picture: File, signal: AbortSignal): Promise<OutgoingVerdict | undefined> {
  const bytes = await small(picture).catch(() => undefined);
  return bytes && insist('outgoing', () => ({ text: '', picture: { kind: 'file', bytes, type: JPEG } }), signal);
}

async function small(picture: File): Promise<ArrayBuffer> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return (await canvas.convertToBlob({ type: JPEG, quality: 0.9 })).arrayBuffer();
}
