//! Explanations as records.

use himaya::conversation::{self as core, Cause};

use crate::vocabulary::{Behavior, Cue, Relation, Role, Stage};

/// What adds up to the risk of a conversation. No words in it.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Explanation {
    /// The risk as of the latest message, 0..1; from one half on the conversation warns.
    pub risk: f32,
    /// Evidence in nats: the sum of all contributions.
    pub nats: f32,
    /// Evidence from which on the conversation warns, in nats.
    pub boundary: f32,
    /// Everything that counts, most first.
    pub contributions: Vec<Contribution>,
    /// Stages that the behaviours point to, most evidence first.
    pub stages: Vec<StageShare>,
    /// The messages that added most, in the order in which they came.
    pub timeline: Vec<TimelineEvent>,
    /// Messages that the child received.
    pub received: u32,
    /// Messages that the child sent.
    pub sent: u32,
    /// Messages that were deleted.
    pub deleted: u32,
}

/// Something that counts for or against a contact. Which of `behavior`, `cue`, `context` and
/// `relation` is there depends on `kind`.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Contribution {
    /// What kind of thing it is.
    pub kind: CauseKind,
    /// Its stable slug.
    pub slug: String,
    /// The behaviour that messages show or sound like; absent for a tone of anything at all.
    pub behavior: Option<Behavior>,
    /// How the conversation goes.
    pub cue: Option<Cue>,
    /// Whose latest messages sound like what is said in risky conversations.
    pub context: Option<Role>,
    /// Who the counterpart is to the child.
    pub relation: Option<Relation>,
    /// How far it is there now; 0..1 for behaviours and most cues, -1.5 to 1.5 for tones and
    /// contexts.
    pub presence: f32,
    /// Evidence that it adds now, in nats; below 0 if it speaks for the contact.
    pub nats: f32,
    /// Messages that showed it; 0 for what is no property of single messages.
    pub times: u16,
    /// When it was first shown, in the host's milliseconds; absent if times are unknown.
    pub first: Option<i64>,
    /// When it was last shown.
    pub last: Option<i64>,
}

/// Kinds of what can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum CauseKind {
    /// What messages show.
    Behavior,
    /// How the conversation goes.
    Cue,
    /// What the latest messages sound like to the classifier.
    Tone,
    /// That the latest messages of a side sound like what is said in risky conversations, whatever
    /// they show.
    Context,
    /// Who the counterpart is to the child.
    Relation,
    /// Something that this binding does not know; its slug names it.
    Other,
}

/// How much of the evidence belongs to a stage.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Record)]
pub struct StageShare {
    /// The stage.
    pub stage: Stage,
    /// Nats of its behaviours, each by itself.
    pub nats: f32,
}

/// A message that added evidence.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct TimelineEvent {
    /// Number of the message in the conversation, from 1.
    pub message: u32,
    /// When it was written, in the host's milliseconds; absent if times are unknown.
    pub time: Option<i64>,
    /// What it showed.
    pub behaviors: Vec<Behavior>,
    /// Evidence that it added, in nats.
    pub nats: f32,
    /// The risk behind it, 0..1.
    pub risk: f32,
}

impl From<core::Explanation> for Explanation {
    fn from(from: core::Explanation) -> Self {
        Self {
            risk: from.risk,
            nats: from.nats,
            boundary: from.boundary,
            contributions: from.contributions.into_iter().map(Into::into).collect(),
            stages: from.stages.into_iter().map(Into::into).collect(),
            timeline: from.timeline.into_iter().map(Into::into).collect(),
            received: from.received,
            sent: from.sent,
            deleted: from.deleted,
        }
    }
}

impl From<core::Contribution> for Contribution {
    fn from(from: core::Contribution) -> Self {
        let (mut behavior, mut cue, mut context, mut relation) = (None, None, None, None);
        let kind = match from.cause {
            Cause::Behavior(shown) => {
                behavior = Some(shown);
                CauseKind::Behavior
            }
            Cause::Cue(course) => {
                cue = Some(course);
                CauseKind::Cue
            }
            Cause::Tone(like) => {
                behavior = like;
                CauseKind::Tone
            }
            Cause::Context(side) => {
                context = Some(side);
                CauseKind::Context
            }
            Cause::Relation(contact) => {
                relation = Some(contact);
                CauseKind::Relation
            }
            _ => CauseKind::Other,
        };
        Self {
            kind,
            slug: from.cause.slug().to_owned(),
            behavior: behavior.map(Into::into),
            cue: cue.map(Into::into),
            context: context.map(Into::into),
            relation: relation.map(Into::into),
            presence: from.presence,
            nats: from.nats,
            times: from.times,
            first: from.first,
            last: from.last,
        }
    }
}

impl From<core::StageShare> for StageShare {
    fn from(core::StageShare { stage, nats }: core::StageShare) -> Self {
        Self { stage: stage.into(), nats }
    }
}

impl From<core::TimelineEvent> for TimelineEvent {
    fn from(from: core::TimelineEvent) -> Self {
        Self {
            message: from.message,
            time: from.time,
            behaviors: from.behaviors.into_iter().map(Into::into).collect(),
            nats: from.nats,
            risk: from.risk,
        }
    }
}
