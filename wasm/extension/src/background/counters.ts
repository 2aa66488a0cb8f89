// Today's numbers. Of every other day nothing is kept.

import type { Counters } from '../shared/protocol';
import { InTurn, type Area } from './area';

export type Counted = Exclude<keyof Counters, 'day'>;

const NUMBERS = ['picturesDecided', 'picturesCovered', 'picturesUncovered', 'chatWarnings', 'nudges'] as const;
const KEY = 'counters';
/** Between two writes to the disk, milliseconds. */
const DISK_EVERY = 5000;

/** The local day, YYYY-MM-DD. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function emptyDay(day: string): Counters {
  return { day, picturesDecided: 0, picturesCovered: 0, picturesUncovered: 0, chatWarnings: 0, nudges: 0 };
}

/** What was stored for a day; zeros where it is of another one, or not understood. */
export function countersFrom(value: unknown, day: string): Counters {
  const counters = emptyDay(day);
  const stored = value as Partial<Counters> | null | undefined;
  if (stored?.day !== day) return counters;
  for (const name of NUMBERS) {
    const number = stored[name];
    if (Number.isSafeInteger(number) && (number as number) > 0) counters[name] = number as number;
  }
  return counters;
}

/**
 * Counts into `session`, which outlives the worker and costs no disk, and now and then into `local`,
 * which outlives the browser. All that is counted while one write is on its way goes into the next.
 */
export class DayCounters {
  readonly #session: Area;
  readonly #local: Area;
  readonly #now: () => number;
  readonly #turn = new InTurn();
  #waiting: Partial<Record<Counted, number>> = {};
  #write: Promise<void> | undefined;
  #onDisk = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Area, local: Area, now: () => number = Date.now) {
    this.#session = session;
    this.#local = local;
    this.#now = now;
  }

  /** Done when it would survive the worker. */
  count(name: Counted, by = 1): Promise<void> {
    if (by === 0) return Promise.resolve();
    this.#waiting[name] = (this.#waiting[name] ?? 0) + by;
    this.#write ??= this.#turn.run(async () => {
      const waiting = this.#waiting;
      this.#waiting = {};
      this.#write = undefined;
      await this.#add(waiting);
    });
    return this.#write;
  }

  today(): Promise<Counters> {
    return this.#turn.run(() => this.#read());
  }

  forget(): Promise<void> {
    return this.#turn.run(async () => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#waiting = {};
      await this.#session.remove(KEY);
      await this.#local.remove(KEY);
    });
  }

  async #read(): Promise<Counters> {
    const day = dayOf(this.#now());
    const session = countersFrom((await this.#session.get(KEY))[KEY], day);
    const local = countersFrom((await this.#local.get(KEY))[KEY], day);
    // They only grow within a day, so the greater one is the later one.
    for (const name of NUMBERS) session[name] = Math.max(session[name], local[name]);
    return session;
  }

  async #add(more: Partial<Record<Counted, number>>): Promise<void> {
    const counters = await this.#read();
    for (const name of NUMBERS) counters[name] += more[name] ?? 0;
    await this.#session.set({ [KEY]: counters });
    if (this.#now() - this.#onDisk >= DISK_EVERY || this.#now() < this.#onDisk) return this.#toDisk(counters);
    this.#timer ??= setTimeout(() => {
      this.#turn.run(async () => this.#toDisk(await this.#read())).catch(() => undefined);
    }, DISK_EVERY);
  }

  async #toDisk(counters: Counters): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#onDisk = this.#now();
    await this.#local.set({ [KEY]: counters });
  }
}
