// Before something goes out: whether to ask whoever sends it.

import { AwayError } from '../shared/ask';
import type { Ask, OutgoingVerdict, Person, PictureVerdict } from '../shared/protocol';
import type { AgeBand } from '../shared/settings';
import { categoryOf, listenToOwn, wordsFor } from './chat-guard';
import { programsOf } from './programs';

/** Told while it goes out: help is offered, telling somebody is never held back. */
const NEVER_HELD = 'self_harm';
/** At these ages every picture is worth a question, as it may show who or where a child is. */
const ASKED_OF_ANY_PICTURE: readonly AgeBand[] = ['0-5', '6-9', '10-12'];

type Decide = (source: NonNullable<Ask<'outgoing'>['picture']>) => Promise<PictureVerdict>;

export async function checkOutgoing(ask: Ask<'outgoing'>, person: Person, decide: Decide): Promise<OutgoingVerdict> {
  if (ask.picture) return checkPicture(await decide(ask.picture), person);
  const assessment = await listenToOwn(ask.text, person);
  const category = categoryOf(assessment.message_key);
  if (assessment.action === 'allow' || !category) return { ask: false, reasons: [] };
  const words = await wordsFor('sending', category, person, programsOf(assessment));
  const reasons = [...new Set(assessment.findings.map((finding) => finding.category))];
  return { ask: words !== undefined && category !== NEVER_HELD, reasons, ...(words && { words }) };
}

async function checkPicture(verdict: PictureVerdict, person: Person): Promise<OutgoingVerdict> {
  if (!verdict.decided) throw new AwayError('no room');
  const found = verdict.cover ? (verdict.categories[0] ?? 'sensitive_image') : undefined;
  if (found === undefined && !ASKED_OF_ANY_PICTURE.includes(person.ageBand)) return { ask: false, reasons: [] };
  const category = found === 'known_image' ? found : 'sensitive_image';
  const words = await wordsFor('sending', category, person, verdict.programs);
  const reasons = found === undefined ? ['picture'] : [found];
  return { ask: words !== undefined, reasons, ...(words && { words }) };
}
