// Who may uncover a picture, and what may then be called fine. Where it takes the PIN, that is typed in a window of the
// extension's own: pages hear the keys that are pressed in them.

import type { Asker } from '../shared/answer';
import type { Ask, Outcome, PictureDigest, ToPage } from '../shared/protocol';
import { InTurn, type Area } from './area';
import type { Guardian } from './guardian';
import { uncovering } from './settings';

const KEY = 'uncovering';
const PAGE = 'pages/uncover/index.html';
/** The oldest are forgotten: pictures that wait for a PIN, and what was uncovered. */
const MAX_REQUESTS = 20;
const MAX_GRANTS = 500;

interface Request {
  id: string;
  tab: number;
  frame: number;
  picture: number;
  digests: PictureDigest[];
}

/** Lives in storage.session, as the worker may end while a person types. */
interface Kept {
  requests: Request[];
  granted: { tab: number; digest: PictureDigest }[];
}

/** What it needs of the browser. */
export interface Desk {
  /** Shows the page that asks for the PIN. */
  open(page: string): Promise<unknown>;
  tell(tab: number, frame: number, message: ToPage): Promise<unknown>;
  uncovered(): Promise<unknown>;
}

export class Uncovering {
  readonly #turn = new InTurn();

  constructor(
    private readonly guardian: Guardian,
    private readonly session: Area,
    private readonly desk: Desk,
  ) {}

  /** True: uncovered at once. */
  async ask({ picture, digests }: Ask<'uncover'>, { tab, frame }: Asker): Promise<boolean> {
    if (tab === undefined || frame === undefined) return false;
    const rule = await this.#rule();
    if (rule === 'never') return false;
    if (rule === 'free') {
      await Promise.all([this.#grant(tab, digests), this.desk.uncovered()]);
      return true;
    }
    const id = crypto.randomUUID();
    await this.#change((kept) => kept.requests.push({ id, tab, frame, picture, digests }));
    await this.desk.open(`${PAGE}?request=${id}`);
    return false;
  }

  async byPin({ request: id, pin }: Ask<'uncover-by-pin'>): Promise<Outcome> {
    const request = (await this.#read()).requests.find((one) => one.id === id);
    const rule = await this.#rule();
    if (!request || rule === 'never') return { done: false, why: 'invalid' };
    const allowed = await this.guardian.check(pin);
    if (!allowed.done && rule === 'pin') return allowed;
    const { tab, frame, picture, digests } = request;
    await this.#change((kept) => (kept.requests = kept.requests.filter((one) => one.id !== id)));
    await Promise.all([this.#grant(tab, digests), this.desk.uncovered()]);
    // The page may be gone by then.
    await this.desk.tell(tab, frame, { himaya: 1, to: 'page', kind: 'uncovered', picture }).catch(() => undefined);
    return { done: true };
  }

  /** Whether it was uncovered in that tab by who may. */
  async mayCallFine({ digest }: Ask<'picture-fine'>, { tab }: Asker): Promise<boolean> {
    return (await this.#read()).granted.some((one) => one.tab === tab && one.digest === digest);
  }

  forgetTab(tab: number): Promise<void> {
    return this.#change((kept) => {
      kept.requests = kept.requests.filter((one) => one.tab !== tab);
      kept.granted = kept.granted.filter((one) => one.tab !== tab);
    });
  }

  forget(): Promise<void> {
    return this.#turn.run(() => this.session.remove(KEY));
  }

  async #rule() {
    const { settings, pin } = await this.guardian.view();
    return uncovering(settings, pin);
  }

  #grant(tab: number, digests: readonly PictureDigest[]): Promise<void> {
    return this.#change((kept) => kept.granted.push(...digests.map((digest) => ({ tab, digest }))));
  }

  #change(change: (kept: Kept) => unknown): Promise<void> {
    return this.#turn.run(async () => {
      const kept = await this.#read();
      const before = JSON.stringify(kept);
      change(kept);
      const { requests, granted } = kept;
      const next: Kept = { requests: requests.slice(-MAX_REQUESTS), granted: granted.slice(-MAX_GRANTS) };
      if (JSON.stringify(next) !== before) await this.session.set({ [KEY]: next });
    });
  }

  async #read(): Promise<Kept> {
    const kept = (await this.session.get(KEY))[KEY] as Kept | undefined;
    return kept ?? { requests: [], granted: [] };
  }
}
