// Every request that crosses from one part to another, and its answer. Messages are structured clones:
// pictures go as bytes.

import type { AgeBand, Language, PageSettings, Settings } from './settings';

/** A model or rules that took part in a decision. */
export interface Program {
  name: string;
  version: string;
}

/** What is counted by day; numbers only. */
export interface Counters {
  /** Local day, YYYY-MM-DD. */
  day: string;
  picturesDecided: number;
  picturesCovered: number;
  picturesUncovered: number;
  chatWarnings: number;
  nudges: number;
}

/** What popup and options show. */
export interface SettingsView {
  settings: Settings;
  /** What a school has set: it cannot be changed here. */
  managed: (keyof Settings)[];
  /** What a school has set that is not understood, and so does not count. */
  misread: string[];
  /** A guardian's PIN is asked for before anything is loosened. */
  pin: boolean;
  /** Milliseconds until a PIN may be tried again. */
  lockedFor: number;
}

export type PauseLength = '15min' | '1h' | 'tomorrow';

/** What came of a change that a person wanted. */
export type Outcome =
  | { done: true }
  | {
      done: false;
      /** `weak`: a new PIN that is too short or guessed at once. `engine`: some of it could not be forgotten. */
      why: 'pin-needed' | 'pin-wrong' | 'locked' | 'weak' | 'managed' | 'invalid' | 'engine';
      /** `locked`, `pin-wrong`: milliseconds until the next try. */
      lockedFor?: number;
    };

/** Why something was covered or warned of in one tab: kinds and how often, never what. */
export interface Reason {
  what: 'picture' | 'chat';
  category: string;
  /** Pictures: as in the verdict. Chats: the conversation as a whole. */
  why: 'model' | 'known' | 'unreadable' | 'conversation';
  /** What decided. */
  programs: Program[];
  count: number;
}

/** Whether it is on in a tab, and if not, why. `nowhere`: pages that no extension may enter. */
export type State = 'on' | 'paused' | 'allowed' | 'off' | 'nowhere';

export interface TabStatus {
  state: State;
  /** False: it is on and cannot start, so that nothing is being decided. */
  working: boolean;
  site: string;
  counters: Counters;
  reasons: Reason[];
  view: SettingsView;
}

/** A picture to decide: what the page shows where it may be read, else its address. */
export type PictureSource =
  /** RGBA, 8 bits, row by row. */
  | { kind: 'pixels'; width: number; height: number; rgba: ArrayBuffer }
  /** A file's content; `type`: its media type, as far as it is known. */
  | { kind: 'file'; bytes: ArrayBuffer; type: string }
  /** `sameSite`: the page's own site serves it, so that its cookies went along. */
  | { kind: 'url'; url: string; sameSite: boolean };

/** A digest of what was decided, by which a person says that it is fine. */
export type PictureDigest = string;

export type PictureVerdict =
  /** `fine`: somebody said so before; `unreadable`: the policy says what to do. */
  | {
      decided: true;
      cover: boolean;
      categories: string[];
      /** `known`: it is on a list; `small`: an icon. */
      why: 'model' | 'known' | 'fine' | 'small' | 'unreadable';
      /** What decided; nothing where nobody looked. */
      programs: Program[];
      /** Not for what could not be read. */
      digest?: PictureDigest;
    }
  /** Given up, as the page went away or too many are waiting: ask again. `away`: no worker starts. */
  | { decided: false; away?: true };

/** A message as the page shows it. Its text is assessed and forgotten. */
export interface SeenMessage {
  role: 'protected' | 'counterpart';
  text: string;
  /** Seconds since 1970, where the page says it. */
  time?: number;
  /** Takes the place of one that was handed over before. */
  edited?: boolean;
}

/** Words for a person, from the core's messages. */
export interface Words {
  title: string;
  body: string;
  /** One safe next step. */
  step?: string;
  /** Help services: a name and how to reach them. `confirmed`: by a person who looked. */
  help: { name: string; phone?: string; url?: string; confirmed: boolean }[];
  /** What decided. */
  programs: Program[];
  language: string;
  direction: 'ltr' | 'rtl';
  labels: Labels;
}

/** What stands on buttons and above lists, in the same language. */
export interface Labels {
  sendAnyway: string;
  change: string;
  uncover: string;
  cover: string;
  help: string;
  /** Beside a service that nobody confirmed. */
  unconfirmed: string;
}

export interface ChatVerdict {
  action: 'allow' | 'indicate' | 'blur' | 'interrupt' | 'mute';
  /** 0 to 1. */
  risk: number;
  categories: string[];
  /** Which of the messages that were handed over are to be covered. */
  cover: number[];
  /** Told before, of what the page shows again: a sign is enough. */
  again: boolean;
  /** What to tell the child, unless the action is `allow`. */
  words?: Words;
  /** What decided. */
  programs: Program[];
}

/** What a message that is about to be sent gives away: kinds, never the words. */
export interface OutgoingVerdict {
  /** False with words: they are shown, and nothing is held back. */
  ask: boolean;
  reasons: string[];
  words?: Words;
}

export interface Requests {
  /** From a content script: what counts here (the background knows the sender's site). */
  'page-settings': { ask: object; answer: PageSettings };
  /** Starts the engine where it sleeps. `styles`: the frame's cover is made firm, once a frame. */
  'start-pictures': { ask: { styles: boolean }; answer: null };
  /**
   * A person wants to see a covered picture. `true`: uncover it. `false`: not here, or not yet, as a guardian is being asked
   * for the PIN; the page is told when it was right. `picture`: the page's number for it; `digests`: what "this one is fine" may
   * then be said of.
   */
  uncover: { ask: { picture: number; digests: PictureDigest[] }; answer: boolean };
  /** From the page that asks for the PIN: for a picture that is covered in a tab. */
  'uncover-by-pin': { ask: { request: string; pin?: string }; answer: Outcome };
  /** From the engine alone: what it decided about pictures of one tab. */
  'pictures-decided': { ask: { tab: number; verdicts: PictureVerdict[] }; answer: null };
  /** "This one is fine": not covered again on this device. Refused for what was not uncovered by who may. */
  'picture-fine': { ask: { digest: PictureDigest }; answer: null };
  /**
   * New messages of a chat, in their order. `counterpart`: as the page names them; kept as a salted
   * digest only. `history`: they were there when the chat was opened, and some may have counted before.
   */
  chat: { ask: { counterpart: string; messages: SeenMessage[]; history: boolean }; answer: ChatVerdict };
  /** A text, or a picture alone. */
  outgoing: { ask: { text: string; picture?: PictureSource }; answer: OutgoingVerdict };
  /** A person was asked before something went out. */
  nudged: { ask: object; answer: null };
  /** The extension's words in the chosen language, those whose keys start so: `chat_`. */
  words: { ask: { prefix: string }; answer: { language: Language; messages: Record<string, string> } };
  /** From popup and options; nobody else gets an answer. */
  settings: { ask: object; answer: SettingsView };
  counters: { ask: object; answer: Counters };
  'tab-status': { ask: { tab: number; url: string }; answer: TabStatus };
  'change-settings': { ask: { change: Partial<Settings>; pin?: string }; answer: Outcome };
  pause: { ask: { length: PauseLength; pin?: string }; answer: Outcome };
  /** Ends a pause. */
  resume: { ask: object; answer: Outcome };
  /** `pin`: the new one; empty removes it. */
  'change-pin': { ask: { pin: string; old?: string }; answer: Outcome };
  /** Counters, conversations, what was called fine. */
  forget: { ask: { pin?: string }; answer: Outcome };
}

export type Kind = keyof Requests;
export type Ask<K extends Kind> = Requests[K]['ask'];
export type Answer<K extends Kind> = Requests[K]['answer'];

/** `to`: the background answers some itself and passes the others on to the engine. */
export interface Envelope<K extends Kind = Kind> {
  himaya: 1;
  to: 'background' | 'engine';
  kind: K;
  ask: Ask<K>;
  /** Host of the page that asks, filled in by the background from the sender. */
  site?: string;
  /** Whom the engine answers for, filled in by the background from the settings. */
  person?: Person;
}

export interface Person {
  ageBand: AgeBand;
  language: Language;
}

export type Reply<K extends Kind> = { ok: true; answer: Answer<K> } | { ok: false; error: string };

/** From the background to pages: ask for `page-settings` again; a guardian uncovers a picture. */
export type ToPage = { himaya: 1; to: 'page' } & ({ kind: 'settings-changed' } | { kind: 'uncovered'; picture: number });

/**
 * Pictures go through a port of this name from the page straight to the engine: many at a time, and each can be
 * taken back.
 */
export const PICTURE_PORT = 'pictures';

export type PictureAsk =
  | { id: number; source: PictureSource; /** Visible now: those go first. */ visible: boolean }
  /** No longer wanted. */
  | { id: number; cancel: true };

export interface PictureAnswer {
  id: number;
  verdict: PictureVerdict;
}
