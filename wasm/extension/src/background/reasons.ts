// Why something was covered, by tab, while the browser runs: kinds and how often. No address, no content.

import type { Reason } from '../shared/protocol';
import { InTurn, type Area } from './area';

const KEY = 'reasons';
const MAX_TABS = 100;
const MAX_A_TAB = 12;

type ByTab = [tab: number, reasons: Reason[]][];

export class Reasons {
  readonly #session: Area;
  readonly #turn = new InTurn();

  constructor(session: Area) {
    this.#session = session;
  }

  add(tab: number, found: Omit<Reason, 'count'>[]): Promise<void> {
    return this.#turn.run(async () => {
      const tabs = await this.#read();
      const reasons = tabs.find(([there]) => there === tab)?.[1] ?? [];
      for (const one of found) {
        const same = reasons.find((r) => r.what === one.what && r.category === one.category && r.why === one.why);
        if (same) Object.assign(same, { count: same.count + 1, programs: one.programs });
        else if (reasons.length < MAX_A_TAB) reasons.push({ ...one, count: 1 });
      }
      const others = tabs.filter(([there]) => there !== tab).slice(1 - MAX_TABS);
      await this.#session.set({ [KEY]: [...others, [tab, reasons]] satisfies ByTab });
    });
  }

  of(tab: number): Promise<Reason[]> {
    return this.#turn.run(async () => (await this.#read()).find(([there]) => there === tab)?.[1] ?? []);
  }

  /** The tab shows another page, or is gone. */
  forgetTab(tab: number): Promise<void> {
    return this.#turn.run(async () => {
      const tabs = await this.#read();
      const left = tabs.filter(([there]) => there !== tab);
      if (left.length < tabs.length) await this.#session.set({ [KEY]: left });
    });
  }

  forget(): Promise<void> {
    return this.#turn.run(() => this.#session.remove(KEY));
  }

  async #read(): Promise<ByTab> {
    const stored = (await this.#session.get(KEY))[KEY];
    return Array.isArray(stored) ? (stored as ByTab) : [];
  }
}
