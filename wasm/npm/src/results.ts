// What comes out: plain objects in the form of the core's JSON (`core/src/assessment.rs`), which is
// the same in every language. Spans count UTF-16 code units, as JavaScript's strings do.
import type {
  Action,
  AgeBand,
  Behavior,
  Category,
  Cue,
  HelpAudience,
  InputType,
  InterventionLevel,
  Origin,
  Relation,
  Role,
  Stage,
  Status,
  StatusReason,
  Urgency,
} from './vocabulary.js';

/** The result of looking at one message, picture or stream. Holds no content. */
export interface Assessment {
  /** Version of this form. */
  schema_version: number;
  /** The models that took part. */
  models: ModelRef[];
  /** The rules that took part. */
  ruleset_version?: string;
  input_type: InputType;
  /**
   * Probability of harm, 0..1: of the conversation so far for messages, the strongest finding's for
   * pictures, what several looks agree on for streams.
   */
  risk: number;
  /** What was found, strongest first. */
  findings: Finding[];
  /** Probability that this message shows an indicator, 0..1. Absent without a text classifier. */
  message_score?: number;
  /** Scores of the picture model's classes, 0..1; absent for messages. */
  class_scores?: ClassScore[];
  /** What the policy says to do. */
  action: Action;
  /** Whether the policy would have asked for more, had contested outcomes not raised a threshold. */
  relaxed?: true;
  /** Which message the child may be shown, for `Messages.forKey`. */
  message_key?: string;
  /** Which message the other side may be shown, for `Messages.forKey`. */
  deterrence_key?: string;
  /** Whether the child must be able to see that messages are looked at. */
  monitoring_notice_required: boolean;
  /** Whether everything was looked at. */
  status: Status;
  /** Why the status is not `complete`. */
  status_reasons?: StatusReason[];
}

/** A model that took part in an assessment. */
export interface ModelRef {
  name: string;
  version: string;
  /** SHA-256 of its file, as hex digits. */
  sha256: string;
}

/** One thing that was found. */
export interface Finding {
  category: Category;
  /**
   * 0..1. For a message: how strongly it points to the category. For a picture: the sum of the
   * classes that make up the category; for a known picture 1 less 1/64 for each differing bit.
   */
  score: number;
  /** How bad it is if true, 0 (none) to 7 (gravest). */
  severity: number;
  origin: Origin;
  /** The grooming stage that the strongest behaviour points to. */
  stage?: Stage;
  /** Behaviours, strongest first. */
  behaviors: BehaviorScore[];
  /** Where in the message; empty for what the classifier says of the message as a whole. */
  spans: Span[];
  /** Names of the rules or the model output behind it. */
  reason_codes: string[];
}

/** A behaviour and how strongly it shows, 0..1; from 0.5 on it counts as a signal. */
export interface BehaviorScore {
  behavior: Behavior;
  score: number;
}

/** A class of the picture model and its score, 0..1. */
export interface ClassScore {
  class: string;
  score: number;
}

/** A part of a message, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Why a conversation stands where it stands: what counted, when and how much. No words. */
export interface Explanation {
  /** The risk as of the latest message, 0..1; from one half on the conversation warns. */
  risk: number;
  /** Evidence in nats: the sum of all contributions. */
  nats: number;
  /** Evidence from which on the conversation warns, in nats. */
  boundary: number;
  /** Everything that counts, most first. */
  contributions: Contribution[];
  /** Stages that the behaviours point to, most evidence first. */
  stages: { stage: Stage; nats: number }[];
  /** The messages that added most, in the order in which they came. */
  timeline: TimelineEvent[];
  /** Messages that the child received. */
  received: number;
  /** Messages that the child sent. */
  sent: number;
  /** Messages that were deleted. */
  deleted: number;
}

/**
 * What can count; one of these. The tone `null` is that of anything at all; the context is that the
 * latest messages of a side sound like what is said in risky conversations, whatever they show.
 */
export type Cause =
  | { behavior: Behavior }
  | { cue: Cue }
  | { tone: Behavior | null }
  | { context: Role }
  | { relation: Relation };

/** Something that counts for or against a contact. */
export type Contribution = Cause & {
  /** How far it is there now; 0..1 for behaviours and most cues, -1.5 to 1.5 for tones and contexts. */
  presence: number;
  /** Evidence that it adds now, in nats; below 0 if it speaks for the contact. */
  nats: number;
  /** Messages that showed it; 0 for what is no property of single messages. */
  times: number;
  /** When it was first shown, in seconds as given to `observe`; null if times are unknown. */
  first: number | null;
  /** When it was last shown. */
  last: number | null;
};

/** A message that added evidence. */
export interface TimelineEvent {
  /** Number of the message in the conversation, from 1. */
  message: number;
  /** When it was written, in seconds as given to `observe`; null if times are unknown. */
  time: number | null;
  /** What it showed. */
  behaviors: Behavior[];
  /** Evidence that it added, in sixteenths of a nat. */
  nats: number;
  /** The risk behind it, 0..1. */
  risk: number;
}

/** What is in force for one age band. */
export interface PolicyTable {
  name: string;
  version: number;
  /** SHA-256 of what the policy decides, as hex digits. */
  sha256: string;
  age_band: AgeBand;
  /** What to do when something cannot be checked: let it pass, or cover and interrupt. */
  on_failure: 'open' | 'closed';
  /** How much people are told. */
  intervention: InterventionLevel;
  /** Whether the child must be able to see that messages are looked at. */
  monitoring_notice: boolean;
  /** Hours between something being found and the guardian's digest showing it. */
  delay: Record<Urgency, number>;
  /** By category, the strongest action first; the first that applies is taken. */
  thresholds: Threshold[];
}

/** From where on a category calls for an action. */
export interface Threshold {
  category: Category;
  /** 0..1: the conversation's risk for contact categories, the finding's score for others. */
  at: number;
  /** Findings below this severity are left alone. */
  min_severity: number;
  action: Action;
}

/** Something in a policy that may not be meant. */
export interface PolicyConcern {
  /** Its name, such as `never_reached`. */
  kind: string;
  /** What may not be meant and what would be right. */
  message: string;
}

/** What a person is told: what is going on, why if that is wanted, and one thing to do. */
export interface Notice {
  /** The key of the message, such as an assessment's `message_key`. */
  key: string;
  /** What is going on; one line. */
  title: string;
  /** Why, and what it means; at the level `descriptive` alone. */
  body?: string;
  /** One thing to do next; short enough for a button. */
  step: string;
  /** BCP 47 code of the language of all three; `en` where the one asked for lacks a part. */
  language: string;
  right_to_left: boolean;
}

/** A service that helps. */
export interface HelpService {
  /** What the row is called: country, audience, number. */
  id: string;
  /** ISO 3166-1 alpha-2, or `INT` where it serves many countries. */
  country: string;
  audience: HelpAudience;
  /** Its name, in its own words. */
  name: string;
  /** For whom alone it is, if not for all ages. */
  ages?: 'under18' | 'adults';
  /** Number as dialled in the country. */
  phone?: string;
  url?: string;
  /** ISO 639 codes of the languages spoken there; empty if unknown. */
  languages: string[];
  /** When it answers, as its source says. */
  hours?: string;
  source_title: string;
  source_url: string;
  source_date?: string;
  /** `never`, or the day on which a person confirmed the row (`2026-11-30`). */
  verified: string;
  /** Why it must not be shown until somebody confirmed it. */
  doubtful?: string;
  /** How to reach it, the safest way first. */
  reach: ({ web: string } | { phone: string })[];
}

/** What came of an assessment that a digest counted. */
export interface Recorded {
  category: Category;
  urgency: Urgency;
  /** Hours until the guardian's digest shows it; if not 0, the young person may be told. */
  wait_hours: number;
  /** Whether it counts anew, rather than as a part of what happened within half an hour before. */
  is_new: boolean;
}

/** What a guardian learns of seven days. Holds slugs and small numbers alone. */
export interface GuardianDigest {
  schema_version: number;
  /** The last of the seven days, counted from 1970-01-01. */
  last_day: number;
  /** What the child may need help with, most urgent first; at most one for each category. */
  items: DigestItem[];
  /** How many messages, pictures or streams could not be checked as a whole. */
  unchecked: number;
}

/** One kind of help that is needed. */
export interface DigestItem {
  category: Category;
  urgency: Urgency;
  frequency: 'once' | 'several' | 'often';
  /** How that compares with the seven days before. */
  trend: 'new' | 'less' | 'same' | 'more';
  /** How often on each of the seven days, the earliest first. */
  by_day: number[];
  /** Key of the advice, for `Messages.forKey`. */
  advice_key: string;
  /** Which help services suit, the most needed first. */
  help: HelpAudience[];
}

/** The PDQ hash of a picture. */
export interface PictureHash {
  /** 64 hex digits. */
  hash: string;
  /** 0..100: how much there is to see. Below 50 unlike pictures have like hashes. */
  quality: number;
}

/** What became of one frame of a stream. */
export type FrameOutcome =
  | 'classified'
  | 'failed'
  | 'duplicate'
  | 'spaced'
  | 'over_budget'
  | 'late'
  | 'paused';

/** How many frames came and what became of them: `seen` is the sum of all others. */
export interface StreamCounts {
  seen: number;
  classified: number;
  failed: number;
  duplicates: number;
  spaced: number;
  over_budget: number;
  late: number;
  paused: number;
}

/** The action of a stream changed. */
export interface StreamChange {
  /** Time of the frame that changed it, in milliseconds of the stream. */
  time_ms: number;
  before: Action;
  after: Action;
  /** What enough looks agree on now, 0..1. */
  risk: number;
}
