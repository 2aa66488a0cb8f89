// The guard that reads messages, and the words that go with what it says.

import { CATEGORIES, Conversation, Guard, helpServices, load, type Messages, messages, suitableHelp } from 'himaya';
import type { Assessment, Category, HelpService, Reader } from 'himaya';
import { AwayError } from '../shared/ask';
import type { Labels, Person, Program, SeenMessage, Words } from '../shared/protocol';
import type { AgeBand } from '../shared/settings';
import { countryOf } from './country';
import { moduleUrl } from './module';

/** Where help is looked for; empty: not known. */
let country: string | undefined;
let guard: { ageBand: AgeBand; guard: Promise<Guard> } | undefined;

async function guardFor(ageBand: AgeBand): Promise<Guard> {
  if (guard?.ageBand !== ageBand) {
    guard?.guard.then((old) => old.free()).catch(() => undefined);
    guard = { ageBand, guard: makeGuard(ageBand) };
    // A start that failed is tried again by the next request.
    guard.guard.catch(() => (guard = undefined));
  }
  try {
    return await guard.guard;
  } catch {
    throw new AwayError('the engine did not start');
  }
}

async function makeGuard(ageBand: AgeBand): Promise<Guard> {
  const file = await fetch(chrome.runtime.getURL('models/himaya-text-1.onnx'));
  await load({
    module: moduleUrl(),
    textModel: await file.arrayBuffer(),
    imageModel: false,
  });
  return new Guard({ ageBand });
}

/** Takes messages into a conversation; `state` as it was kept. */
export async function listen(
  state: Uint8Array | undefined,
  heard: readonly SeenMessage[],
  { ageBand }: Person,
): Promise<{ state: Uint8Array; assessments: Assessment[] }> {
  const guard = await guardFor(ageBand);
  const conversation = restore(state);
  try {
    conversation.setContact({ ...conversation.contact, utcOffset: -new Date().getTimezoneOffset() });
    const assessments = guard.observeAll(conversation, heard);
    return { state: conversation.toBytes(), assessments };
  } finally {
    conversation.free();
  }
}

/** A state that is damaged, or of another version, begins anew. */
function restore(state: Uint8Array | undefined): Conversation {
  if (state) {
    try {
      return Conversation.from(state);
    } catch {
      // Below.
    }
  }
  return new Conversation();
}

/** What a text says that the person here is about to send. */
export async function listenToOwn(text: string, { ageBand }: Person): Promise<Assessment> {
  const guard = await guardFor(ageBand);
  const alone = new Conversation();
  try {
    return guard.observe(alone, { role: 'protected', text });
  } finally {
    alone.free();
  }
}

/** Of a message's key: `notice-grooming` is about grooming. */
export function categoryOf(key: string | undefined): Category | undefined {
  const name = key?.slice(key.indexOf('-') + 1);
  return CATEGORIES.find((category) => category === name);
}

/** `programs`: what decided. */
export async function wordsFor(
  reader: Reader,
  category: Category,
  person: Person,
  programs: Program[],
): Promise<Words | undefined> {
  await guardFor(person.ageBand);
  const texts = messages(person.language, { ageBand: person.ageBand });
  try {
    const notice = texts.notice(reader, category);
    if (!notice) return undefined;
    return {
      title: notice.title,
      body: notice.body ?? '',
      step: notice.step,
      help: helpFor(reader, category, person),
      programs,
      language: notice.language,
      direction: notice.right_to_left ? 'rtl' : 'ltr',
      labels: labelsIn(texts),
    };
  } finally {
    texts.free();
  }
}

function helpFor(reader: Reader, category: Category, person: Person): Words['help'] {
  const [audience] = suitableHelp(reader, category, person.ageBand);
  country ??= countryOf(navigator.languages, new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? '';
  if (!audience || !country) return [];
  return helpServices(country, { audience, language: person.language, ageBand: person.ageBand })
    .slice(0, 3)
    .map((service: HelpService) => ({
      name: service.name,
      confirmed: service.verified !== 'never',
      ...(service.phone !== undefined && { phone: service.phone }),
      ...(service.url !== undefined && { url: service.url }),
    }));
}

function labelsIn(texts: Messages): Labels {
  const text = (key: string): string => texts.text(key) ?? '';
  return {
    sendAnyway: text('send_anyway'),
    change: text('back'),
    uncover: text('uncover'),
    cover: text('cover'),
    help: text('help-title'),
    unconfirmed: text('help-unverified'),
  };
}
