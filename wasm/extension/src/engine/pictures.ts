// Decides about pictures: what somebody called fine, what was decided before, else what the model says.

import {
  PICTURE_PORT,
  type Ask,
  type PictureAnswer,
  type PictureAsk,
  type PictureSource,
  type PictureVerdict,
} from '../shared/protocol';
import type { AgeBand } from '../shared/settings';
import { patiently } from '../shared/patience';
import { Decided } from './decided';
import { fetchPicture } from './fetching';
import { FinePictures } from './fine';
import { programsOf } from './programs';
import { PictureWorkers, WorkersAway, type Picture } from './workers';

/** Between two reports of what was decided, milliseconds. */
const REPORT_EVERY = 1000;

const fine = new FinePictures();
const decided = new Decided();
let workers: PictureWorkers | undefined;
let ageBand: AgeBand | undefined;
let home: Home;

/** What only the background knows and keeps. */
export interface Home {
  ageBand(): Promise<AgeBand>;
  /** What was decided about pictures of one tab. */
  decided(tab: number, verdicts: PictureVerdict[]): Promise<unknown>;
}

/** To be called while the script starts. */
export function servePictures(background: Home): void {
  home = background;
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === PICTURE_PORT && port.sender?.id === chrome.runtime.id) serve(port);
  });
}

/** Whatever page it is of: `{ decided: false }` where the engine has no room now. */
export async function decidePicture(
  source: PictureSource,
  visible = true,
  signal: AbortSignal = new AbortController().signal,
): Promise<PictureVerdict> {
  const looking = pool(await band());
  if (looking.full) return { decided: false };
  try {
    const picture = await pictureOf(source, signal);
    const digest = await digestOf(picture);
    if (await fine.has(digest)) return { decided: true, cover: false, categories: [], why: 'fine', programs: [], digest };
    return await decided.once(digest, async () => verdictOf(await looking.look(picture, visible, signal), digest));
  } catch (error) {
    if (error instanceof WorkersAway) return { decided: false, away: true };
    return signal.aborted || (error instanceof DOMException && error.name === 'AbortError') ? { decided: false } : UNREADABLE;
  }
}

export async function callFine({ digest }: Ask<'picture-fine'>): Promise<null> {
  await fine.add(digest);
  decided.forget(digest);
  return null;
}

const UNREADABLE: PictureVerdict = { decided: true, cover: true, categories: [], why: 'unreadable', programs: [] };

function serve(port: chrome.runtime.Port): void {
  const tab = port.sender?.tab?.id;
  const open = new Map<number, AbortController>();
  // A page that was loaded after a change of settings is decided by them.
  const settled = patiently(freshBand, { tries: 3 }).then((now) => pool(now).settle(now));
  // The page connects anew and asks again.
  settled.catch(() => port.disconnect());
  port.onMessage.addListener(async (ask: PictureAsk) => {
    if ('cancel' in ask) {
      open.get(ask.id)?.abort();
      open.delete(ask.id);
      return;
    }
    const controller = new AbortController();
    open.set(ask.id, controller);
    await settled;
    const verdict = await decidePicture(ask.source, ask.visible, controller.signal);
    if (!open.delete(ask.id)) return;
    port.postMessage({ id: ask.id, verdict } satisfies PictureAnswer);
    if (tab !== undefined) report(tab, verdict);
  });
  port.onDisconnect.addListener(() => {
    for (const controller of open.values()) controller.abort();
    open.clear();
  });
}

/** Started with the first page, so that the model is there when its first picture is. */
function pool(band: AgeBand): PictureWorkers {
  return (workers ??= new PictureWorkers(band));
}

async function band(): Promise<AgeBand> {
  return ageBand ?? freshBand();
}

async function freshBand(): Promise<AgeBand> {
  const now = await home.ageBand();
  if (ageBand !== now) decided.clear();
  ageBand = now;
  return now;
}

async function pictureOf(source: PictureSource, signal: AbortSignal): Promise<Picture> {
  switch (source.kind) {
    case 'pixels':
    case 'file':
      return source;
    case 'url':
      return fetchPicture(source.url, source.sameSite, signal);
  }
}

async function digestOf(picture: Picture): Promise<string> {
  const bytes = 'bytes' in picture ? picture.bytes : picture.rgba;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 16);
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function verdictOf(result: Awaited<ReturnType<PictureWorkers['look']>>, digest: string): PictureVerdict {
  switch (result.outcome) {
    case 'small':
      return { decided: true, cover: false, categories: [], why: 'small', programs: [] };
    case 'failed':
    case 'broken':
      return UNREADABLE;
    case 'assessed': {
      const { action, findings } = result.assessment;
      const categories = [...new Set(findings.map(({ category }) => category))];
      const why = categories.includes('known_image') ? 'known' : 'model';
      return { decided: true, cover: action === 'blur' || action === 'interrupt', categories, why, programs: programsOf(result.assessment), digest };
    }
  }
}

const reports = new Map<number, PictureVerdict[]>();

/** Counted by the background, a second's worth at a time. */
function report(tab: number, verdict: PictureVerdict): void {
  if (reports.size === 0) setTimeout(sendReports, REPORT_EVERY);
  const verdicts = reports.get(tab);
  if (verdicts) verdicts.push(verdict);
  else reports.set(tab, [verdict]);
}

function sendReports(): void {
  for (const [tab, verdicts] of reports) {
    // Numbers alone are lost where the background cannot be woken.
    home.decided(tab, verdicts).catch(() => undefined);
  }
  reports.clear();
}
