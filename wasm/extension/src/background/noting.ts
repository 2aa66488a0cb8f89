// What of the engine's answers is counted, and why something was covered.

import type { Answer, Kind, PictureVerdict, Reason } from '../shared/protocol';
import { counters, reasons } from './browser';

type Answered = { [K in Kind]: { kind: K; answer: Answer<K> } }[Kind];

/** `tab`: whose page asked. */
export async function noteAnswer(kind: Kind, answer: Answer<Kind>, tab: number | undefined): Promise<void> {
  const said = { kind, answer } as Answered;
  switch (said.kind) {
    case 'chat': {
      const { action, categories, again, programs } = said.answer;
      if (action === 'allow' || again) return;
      const found = categories.map((category) => ({ what: 'chat', category, why: 'conversation', programs }) as const);
      await Promise.all([counters.count('chatWarnings'), note(tab, found)]);
      return;
    }
    // A draft is looked at many times before a person is asked about it.
    case 'nudged':
      return counters.count('nudges');
    default:
  }
}

export async function notePictures(verdicts: PictureVerdict[], tab: number): Promise<void> {
  const decided = verdicts.filter((verdict) => verdict.decided);
  const covered = decided.filter(({ cover }) => cover);
  await counters.count('picturesDecided', decided.length);
  if (covered.length === 0) return;
  await Promise.all([counters.count('picturesCovered', covered.length), note(tab, covered.flatMap(pictureReasons))]);
}

function pictureReasons({ why, categories, programs }: Extract<PictureVerdict, { decided: true }>): Omit<Reason, 'count'>[] {
  if (why === 'fine' || why === 'small') return [];
  const kinds = categories.length > 0 ? categories : ['sensitive_image'];
  return why === 'unreadable'
    ? [{ what: 'picture', category: '', why, programs }]
    : kinds.map((category) => ({ what: 'picture', category, why, programs }));
}

async function note(tab: number | undefined, found: Omit<Reason, 'count'>[]): Promise<void> {
  if (tab !== undefined && found.length > 0) await reasons.add(tab, found);
}
