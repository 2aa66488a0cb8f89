import type { PictureVerdict } from '../shared/protocol';

const REMEMBERED = 2000;

/** What was decided about which bytes while the engine runs, and what is being decided: each picture once. */
export class Decided {
  readonly #verdicts = new Map<string, PictureVerdict>();
  readonly #open = new Map<string, Promise<PictureVerdict>>();

  async once(digest: string, decide: () => Promise<PictureVerdict>): Promise<PictureVerdict> {
    const known = this.#verdicts.get(digest);
    if (known) {
      this.#verdicts.delete(digest);
      this.#verdicts.set(digest, known);
      return known;
    }
    // Where the first asker gave up, the next one asks itself.
    const open = await this.#open.get(digest)?.catch(() => undefined);
    if (open) return open;
    const deciding = decide();
    this.#open.set(digest, deciding);
    try {
      const verdict = await deciding;
      if (verdict.decided && verdict.why !== 'unreadable') this.#remember(digest, verdict);
      return verdict;
    } finally {
      if (this.#open.get(digest) === deciding) this.#open.delete(digest);
    }
  }

  forget(digest: string): void {
    this.#verdicts.delete(digest);
  }

  clear(): void {
    this.#verdicts.clear();
  }

  #remember(digest: string, verdict: PictureVerdict): void {
    this.#verdicts.set(digest, verdict);
    for (const oldest of this.#verdicts.keys()) {
      if (this.#verdicts.size <= REMEMBERED) break;
      this.#verdicts.delete(oldest);
    }
  }
}
