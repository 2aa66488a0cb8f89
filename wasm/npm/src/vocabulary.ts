// The vocabulary of the core (`core/src/taxonomy/words.rs` and neighbours), word by word; a test
// compares it with what the module says.

/** Age of the protected person, in the bands of the ICO Children's Code. */
export const AGE_BANDS = ['0-5', '6-9', '10-12', '13-15', '16-17', 'adult'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The policies that Himaya ships. */
export const PRESETS = ['child', 'teen', 'adult', 'school'] as const;
export type Preset = (typeof PRESETS)[number];

/** Who wrote a message, seen from the protected child. */
export const ROLES = ['protected', 'counterpart'] as const;
export type Role = (typeof ROLES)[number];

/** What was looked at. */
export const INPUT_TYPES = ['message', 'image', 'stream'] as const;
export type InputType = (typeof INPUT_TYPES)[number];

/** What to do, from nothing to the strongest. */
export const ACTIONS = ['allow', 'indicate', 'blur', 'interrupt', 'mute'] as const;
export type Action = (typeof ACTIONS)[number];

/** Who found something. */
export const ORIGINS = ['rule', 'model', 'both'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How much of the input was looked at. */
export const STATUSES = ['complete', 'degraded', 'failed'] as const;
export type Status = (typeof STATUSES)[number];

/** Why an assessment is degraded or failed. */
export const STATUS_REASONS = [
  'message_truncated',
  'image_unreadable',
  'model_unavailable',
  'message_unreadable',
  'conversation_damaged',
  'store_unavailable',
  'video_unreadable',
  'frames_skipped',
] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/** The kind of harm that a finding is about. */
export const CATEGORIES = [
  'grooming',
  'sextortion',
  'sexual_content',
  'bullying',
  'self_harm',
  'coercion',
  'personal_info',
  'known_image',
  'sensitive_image',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a message does, in the terms of the published grooming research. */
export const BEHAVIORS = [
  'age_query',
  'personal_info_query',
  'alone_query',
  'secrecy',
  'isolation',
  'flattery_maturity',
  'gift_offer',
  'platform_switch',
  'meeting',
  'photo_request',
  'reciprocity_pressure',
  'romance_declaration',
  'guilt_manipulation',
  'testing_boundaries',
  'threat_sextortion',
  'coercion_selfharm',
  'personal_info_disclosure',
  'refusal',
  'distress',
] as const;
export type Behavior = (typeof BEHAVIORS)[number];

/** Grooming stages of the public CAC ontology (Project VIC International). */
export const STAGES = [
  'initial_contact',
  'trust_building',
  'isolation',
  'dependency_creation',
  'sexual_introduction',
  'maintenance',
  'control',
] as const;
export type Stage = (typeof STAGES)[number];

/** What counts beside the behaviours of single messages. */
export const CUES = [
  'unmistakable',
  'persistence',
  'stage_mix',
  'clear_sign',
  'one_sided_questions',
  'early_private_channel',
  'night',
  'many_children',
] as const;
export type Cue = (typeof CUES)[number];

/** Who the counterpart is to the child, as far as the host knows. */
export const RELATIONS = ['unknown', 'stranger', 'known', 'family', 'school'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * Who is spoken to: the child to whom something was sent, the child who is about to send something,
 * the person whose own message was flagged, whoever cares for the child.
 */
export const READERS = ['approached', 'sending', 'author', 'guardian'] as const;
export type Reader = (typeof READERS)[number];

/** Grammatical gender in which a person is addressed. */
export const GENDERS = ['feminine', 'masculine', 'other'] as const;
export type Gender = (typeof GENDERS)[number];

/** How much people are told: nothing, what is going on and one step, also why. */
export const INTERVENTION_LEVELS = ['disabled', 'simple', 'descriptive'] as const;
export type InterventionLevel = (typeof INTERVENTION_LEVELS)[number];

/** Whom a help service is for. */
export const HELP_AUDIENCES = ['child', 'reporting_hotline', 'image_removal', 'offender_help'] as const;
export type HelpAudience = (typeof HELP_AUDIENCES)[number];

/** How soon a guardian should talk with the child, from the least to the most urgent. */
export const URGENCIES = ['calm', 'soon', 'today', 'now'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Who locks a policy. */
export const LOCKED_BY = ['guardian', 'school', 'platform'] as const;
export type LockedBy = (typeof LOCKED_BY)[number];
