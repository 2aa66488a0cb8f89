// Every change of settings and PIN goes through here: what loosens needs the PIN, what a school set stays.

import type { Outcome, PauseLength, SettingsView } from '../shared/protocol';
import { type Settings } from '../shared/settings';
import { InTurn, type Area } from './area';
import { digitsOf, isWeak, lockedFor, makePin, pinFromStored, tryPin, type Pin } from './pin';
import { fromSchool, fromStored, isPaused, loosened, pauseEnd, stored, validChange } from './settings';

const DONE: Outcome = { done: true };

export class Guardian {
  readonly #local: Area;
  readonly #school: () => Promise<unknown>;
  readonly #changed: (settings: Settings) => void;
  readonly #now: () => number;
  readonly #turn = new InTurn();

  /** `school`: chrome.storage.managed; `changed` hears of the settings in force after each change. */
  constructor(
    local: Area,
    school: () => Promise<unknown>,
    changed: (settings: Settings) => void,
    now: () => number = Date.now,
  ) {
    this.#local = local;
    this.#school = school;
    this.#changed = changed;
    this.#now = now;
  }

  async settings(): Promise<Settings> {
    return (await this.#inForce()).settings;
  }

  async view(): Promise<SettingsView> {
    const { settings, managed, misread } = await this.#inForce();
    const pin = await this.#pin();
    return { settings, managed, misread, pin: pin !== undefined, lockedFor: pin ? lockedFor(pin, this.#now()) : 0 };
  }

  change(change: unknown, pin?: string): Promise<Outcome> {
    return this.#turn.run(async () => {
      const valid = validChange(change);
      if (!valid || 'pausedSince' in valid || 'pausedUntil' in valid) return { done: false, why: 'invalid' };
      return this.#apply(valid, pin);
    });
  }

  pause(length: PauseLength, pin?: string): Promise<Outcome> {
    return this.#turn.run(async () => {
      if (!(await this.settings()).mayPause) return { done: false, why: 'managed' };
      const now = this.#now();
      return this.#apply({ pausedSince: now, pausedUntil: pauseEnd(length, now) }, pin);
    });
  }

  resume(): Promise<Outcome> {
    return this.#turn.run(() => this.#apply({ pausedSince: 0, pausedUntil: 0 }));
  }

  /** `typed` empty: no PIN any more. */
  changePin(typed: string, old?: string): Promise<Outcome> {
    return this.#turn.run(async () => {
      const digits = digitsOf(typed);
      if (digits === undefined || (digits !== '' && isWeak(digits))) return { done: false, why: 'weak' };
      const allowed = await this.#mayLoosen(old);
      if (!allowed.done) return allowed;
      if (digits === '') await this.#local.remove('pin');
      else await this.#savePin(await makePin(digits));
      return DONE;
    });
  }

  /** For what loosens but is no setting: done where no PIN is set, or this is it. */
  check(pin?: string): Promise<Outcome> {
    return this.#turn.run(() => this.#mayLoosen(pin));
  }

  async #apply(change: Partial<Settings>, pin?: string): Promise<Outcome> {
    const { own, settings, managed } = await this.#inForce();
    if (managed.some((key) => key in change)) return { done: false, why: 'managed' };
    const wanted = { ...settings, ...change };
    // A pause that is over, or was never one, is none to be made longer.
    const before = isPaused(settings, this.#now()) ? settings : { ...settings, pausedSince: 0, pausedUntil: 0 };
    if (loosened(before, wanted).length > 0) {
      const allowed = await this.#mayLoosen(pin);
      if (!allowed.done) return allowed;
    }
    await this.#local.set({ settings: stored({ ...own, ...change }) });
    this.#changed(wanted);
    return DONE;
  }

  async #mayLoosen(typed?: string): Promise<Outcome> {
    const pin = await this.#pin();
    if (!pin) return DONE;
    const locked = lockedFor(pin, this.#now());
    if (typed === undefined) return locked > 0 ? lockedOut(locked) : { done: false, why: 'pin-needed' };
    const tried = await tryPin(pin, typed, this.#now(), (kept) => this.#savePin(kept));
    if (tried.right) return DONE;
    return locked > 0 ? lockedOut(tried.lockedFor) : { done: false, why: 'pin-wrong', lockedFor: tried.lockedFor };
  }

  async #inForce() {
    const own = fromStored((await this.#local.get('settings')).settings);
    const { part, misread } = fromSchool(await this.#school());
    const managed = Object.keys(part) as (keyof Settings)[];
    return { own, settings: { ...own, ...part }, managed, misread };
  }

  async #pin(): Promise<Pin | undefined> {
    return pinFromStored((await this.#local.get('pin')).pin);
  }

  #savePin(pin: Pin): Promise<void> {
    return this.#local.set({ pin });
  }
}

function lockedOut(milliseconds: number): Outcome {
  return { done: false, why: 'locked', lockedFor: milliseconds };
}
