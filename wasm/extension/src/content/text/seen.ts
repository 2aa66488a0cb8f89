// Which messages of a list are new. Lists are rendered anew, virtual ones show a part, people scroll
// back, messages are edited: what was handed over once is not handed over again. Digests only, in
// memory, bounded.


export interface Change {
  /** Index in what is shown. */
  index: number;
  edited: boolean;
}

export interface News {
  changes: Change[];
  /** What was there when the chat was opened, or after a jump. */
  history: boolean;
}

/** Messages remembered in one chat, and of those the latest that are compared. */
const MAX_KNOWN = 2000;
const WINDOW = 500;

export class Seen {
  #known: string[] = [];

  /** `atEnd`: the list is scrolled to its end, so what is shown last is the latest. */
  update(shown: readonly string[], atEnd: boolean): News {
    if (shown.length === 0) return { changes: [], history: false };
    if (this.#known.length === 0) return this.#restart(shown);
    const offset = Math.max(0, this.#known.length - WINDOW);
    const pairs = align(this.#known.slice(offset), shown).map(([known, at]) => [known + offset, at] as const);
    if (pairs.length === 0 || isChance(pairs.length, shown.length)) {
      if (this.#wholeWindow(shown)) return { changes: [], history: false };
      // Far up in the history nothing is new; at the end all of it may be.
      return atEnd ? this.#restart(shown) : { changes: [], history: false };
    }
    const changes: Change[] = [];
    const next = this.#known.slice();
    // What is put in shifts what stands behind it.
    let shift = 0;
    let known = pairs[0]?.[0] ?? 0;
    let at = pairs[0]?.[1] ?? 0;
    // Above the first that is known: history that was loaded by scrolling back.
    if (known === 0) {
      next.unshift(...shown.slice(0, at));
      shift = at;
    }
    for (const [toKnown, toShown] of [...pairs.slice(1), [this.#known.length, shown.length] as const]) {
      const gap = toKnown - known - 1;
      const between = toShown - at - 1;
      for (let step = 1; step <= between; step += 1) {
        const index = at + step;
        const digest = shown[index] ?? '';
        if (step <= gap) {
          next[known + step + shift] = digest;
          changes.push({ index, edited: true });
        } else {
          next.splice(known + step + shift, 0, digest);
          shift += 1;
          changes.push({ index, edited: false });
        }
      }
      known = toKnown;
      at = toShown;
    }
    this.#known = next.slice(-MAX_KNOWN);
    return { changes, history: false };
  }

  /** Everything that is shown was handed over, further up than what is compared. */
  #wholeWindow(shown: readonly string[]): boolean {
    const all = new Set(this.#known);
    return shown.every((digest) => all.has(digest));
  }

  #restart(shown: readonly string[]): News {
    this.#known = shown.slice(-MAX_KNOWN);
    return { changes: shown.map((_, index) => ({ index, edited: false })), history: true };
  }
}

/** "ok" and "lol" are in every chat: few of many in common are another chat, or a jump. */
function isChance(common: number, shown: number): boolean {
  return shown > 5 && common < shown / 5;
}

/** Longest common subsequence, as pairs of indices. */
export function align(known: readonly string[], shown: readonly string[]): [number, number][] {
  let start = 0;
  while (start < known.length && start < shown.length && known[start] === shown[start]) start += 1;
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  const rows = known.length - start;
  const columns = shown.length - start;
  const lengths = new Uint16Array((rows + 1) * (columns + 1));
  const length = (row: number, column: number): number => lengths[row * (columns + 1) + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = known[start + row] === shown[start + column];
      lengths[row * (columns + 1) + column] = same
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (known[start + row] === shown[start + column]) {
      pairs.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

const seed = crypto.getRandomValues(new Uint32Array(2));

/** 64 bits that stand for a message while this page lives; a digest of another page differs. */
export function digestOf(...parts: string[]): string {
  let high = seed[0] ?? 0;
  let low = seed[1] ?? 0;
  for (const part of parts) {
    for (let at = 0; at <= part.length; at += 1) {
      // A part's end is a symbol of its own.
      const unit = at < part.length ? part.charCodeAt(at) : 0x10000;
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
      high ^= high >>> 15;
      low ^= low >>> 13;
    }
  }
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`;
}
