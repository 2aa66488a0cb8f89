// Follows conversations: what came of each is kept between messages, the messages are not.

import { CATEGORIES } from 'himaya';
import type { Assessment, Category } from 'himaya';
import type { Ask, ChatVerdict, Person, SeenMessage } from '../shared/protocol';
import { ACTIONS, rank, stronger } from './actions';
import { categoryOf, listen, wordsFor } from './chat-guard';
import { ConversationStore, type Kept } from './conversation-store';
import { append, countedBefore } from './marks';
import { programsOf } from './programs';

const store = new ConversationStore();
/** One after another: two batches of one conversation must not start from the same state. */
let turn: Promise<unknown> = Promise.resolve();

export function followChat(ask: Ask<'chat'>, site: string, person: Person): Promise<ChatVerdict> {
  const next = turn.then(() => follow(ask, site, person));
  turn = next.catch(() => undefined);
  return next;
}

async function follow(ask: Ask<'chat'>, site: string, person: Person): Promise<ChatVerdict> {
  const id = hex(await store.digest('counterpart', site, ask.counterpart));
  // Storage may fail where the message need not: it is assessed all the same.
  const kept = await store.read(id).catch(() => undefined);
  const marks = await marksOf(id, ask.messages);
  const old = ask.history && kept ? countedBefore(kept.marks, marks) : 0;
  const heard = ask.messages.slice(old);
  const { state, assessments } = await listen(kept?.state, heard, person);
  const heardOf = assessments.some((_, index) => heard[index]?.role === 'counterpart');
  // Where nothing new came, it stands as it stood.
  const verdict = heardOf || !kept ? judge(heard, assessments, ask.history) : standingIn(kept);

  const told = kept?.told ?? 0;
  const next: Kept = {
    state,
    marks: append(kept?.marks ?? new Uint8Array(), marks.slice(old)),
    standing: rank(verdict.action),
    category: CATEGORIES.findIndex((category) => category === verdict.category),
    told: Math.max(told, rank(verdict.action)),
    used: Date.now(),
  };
  await store.write(id, next).catch(() => undefined);

  const { action, category } = verdict;
  const latest = assessments.at(-1);
  const programs = latest ? programsOf(latest) : [];
  const words = action !== 'allow' && category ? await wordsFor('approached', category, person, programs) : undefined;
  return {
    action,
    risk: latest?.risk ?? 0,
    categories: category ? [category] : [],
    cover: [...(await coverAlone(ask.messages.slice(0, old), person)), ...coverIn(heard, assessments, old)],
    again: ask.history && rank(action) <= told,
    programs,
    ...(words && { words }),
  };
}

interface Judgement {
  action: ChatVerdict['action'];
  category?: Category | undefined;
}

function standingIn({ standing, category }: Kept): Judgement {
  return { action: ACTIONS[standing] ?? 'allow', category: CATEGORIES[category] };
}

/** Of history the state at its end counts, of what comes in the strongest. */
function judge(heard: readonly SeenMessage[], assessments: readonly Assessment[], history: boolean): Judgement {
  let judgement: Judgement = { action: 'allow' };
  for (const [index, { action, message_key: key }] of assessments.entries()) {
    if (heard[index]?.role !== 'counterpart') continue;
    if (history || stronger(action, judgement.action)) judgement = { action, category: categoryOf(key) };
  }
  return judgement;
}

function coverIn(heard: readonly SeenMessage[], assessments: readonly Assessment[], from: number): number[] {
  return assessments.flatMap(({ action }, index) =>
    heard[index]?.role === 'counterpart' && (action === 'blur' || action === 'mute') ? [index + from] : [],
  );
}

/** What counted before and is shown again stays covered for what it says by itself. */
async function coverAlone(messages: readonly SeenMessage[], person: Person): Promise<number[]> {
  if (messages.length === 0) return [];
  const assessments: Assessment[] = [];
  for (const message of messages) assessments.push(...(await listen(undefined, [message], person)).assessments);
  return coverIn(messages, assessments, 0);
}

async function marksOf(id: string, messages: readonly SeenMessage[]): Promise<Uint8Array> {
  const digests = await Promise.all(messages.map(({ role, text }) => store.digest('mark', id, role, text)));
  return Uint8Array.from(digests, (digest) => digest[0] ?? 0);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
