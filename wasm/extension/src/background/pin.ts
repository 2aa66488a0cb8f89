// The guardian's PIN: how it is kept, and how often it may be tried. No browser in here.
//
// PBKDF2 with SHA-256 and the count of OWASP's Password Storage Cheat Sheet. It keeps a child from reading
// the PIN out of the storage; four digits cannot withstand somebody who takes the file away and has time.

const ITERATIONS = 600_000;
const FREE_TRIES = 3;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 60 * 60 * 1000;
const LENGTH = { least: 4, most: 12 };

/** As it lies in chrome.storage.local under `pin`. Base64 and numbers. */
export interface Pin {
  version: 1;
  iterations: number;
  salt: string;
  hash: string;
  /** Wrong tries since the last right one. */
  wrong: number;
  /** When the last wrong one was, milliseconds since 1970. */
  wrongAt: number;
}

export type Try = { right: true; pin: Pin } | { right: false; lockedFor: number };

/** The digits in what was typed, whichever script they are in; undefined where something else is there. */
export function digitsOf(typed: string): string | undefined {
  const digits = [...typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')].map(digitOf);
  return digits.every((digit) => digit !== undefined) ? digits.join('') : undefined;
}

/** Too short, too long, or the first that anybody tries. */
export function isWeak(digits: string): boolean {
  if (digits.length < LENGTH.least || digits.length > LENGTH.most) return true;
  const steps = new Set([...digits].slice(1).map((digit, i) => Number(digit) - Number(digits[i])));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 0);
}

export async function makePin(digits: string): Promise<Pin> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(digits, salt, ITERATIONS);
  return { version: 1, iterations: ITERATIONS, salt: toBase64(salt), hash: toBase64(hash), wrong: 0, wrongAt: 0 };
}

/** Undefined where none is set. */
export function pinFromStored(value: unknown): Pin | undefined {
  const pin = value as Partial<Pin> | null | undefined;
  if (typeof pin?.salt !== 'string' || typeof pin.hash !== 'string') return undefined;
  return {
    version: 1,
    iterations: count(pin.iterations) || ITERATIONS,
    salt: pin.salt,
    hash: pin.hash,
    wrong: count(pin.wrong),
    wrongAt: count(pin.wrongAt),
  };
}

/** How long a PIN may not be tried, in milliseconds. A clock that was put back starts the wait anew. */
export function lockedFor(pin: Pin, now: number): number {
  const wait = waitAfter(pin.wrong);
  const since = now - pin.wrongAt;
  return since < 0 ? wait : Math.max(0, wait - since);
}

/**
 * Tries a PIN. `save` keeps it as it is then, and is called before anything is compared: whoever kills
 * the browser in the middle has had that try.
 */
export async function tryPin(pin: Pin, typed: string, now: number, save: (pin: Pin) => Promise<void>): Promise<Try> {
  const locked = lockedFor(pin, now);
  if (locked > 0) {
    if (now < pin.wrongAt) await save({ ...pin, wrongAt: now });
    return { right: false, lockedFor: locked };
  }
  const failed = { ...pin, wrong: pin.wrong + 1, wrongAt: now };
  await save(failed);
  const hash = await derive(digitsOf(typed) ?? '', fromBase64(pin.salt), pin.iterations);
  if (!sameBytes(hash, fromBase64(pin.hash))) return { right: false, lockedFor: lockedFor(failed, now) };
  const right = { ...pin, wrong: 0, wrongAt: 0 };
  await save(right);
  return { right: true, pin: right };
}

function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wrong - FREE_TRIES));
}

async function derive(digits: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}

/** Takes as long wherever they differ. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

/** Digits of a script stand ten in a row, zero first. */
function digitOf(character: string): string | undefined {
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
