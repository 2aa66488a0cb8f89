//! Why a conversation stands where it stands: what counted, when, and how much. No words.

use serde::{Deserialize, Serialize};

use super::cues::{self, Cue};
use super::state::{Conversation, DECISIVE, PERSISTENCE, Relation, Trace};
use super::weights::Weights;
use crate::taxonomy::{Behavior, Stage};

/// What adds up to the risk of a conversation; from [`Guard::explain`](crate::Guard::explain).
#[derive(Clone, Debug, PartialEq, Serialize)]
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

/// Something that counts for or against a contact.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// What it is.
    #[serde(flatten)]
    pub cause: Cause,
    /// How far it is there now; 0..1 for behaviours and most cues (see [`Cue`]), -1.5 to 1.5 for
    /// tones.
    pub presence: f32,
    /// Evidence that it adds now, in nats; below 0 if it speaks for the contact.
    pub nats: f32,
    /// Messages that showed it; 0 for what is no property of single messages.
    pub times: u16,
    /// When it was first shown, in the host's milliseconds; `None` if times are unknown.
    pub first: Option<i64>,
    /// When it was last shown.
    pub last: Option<i64>,
}

/// What can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// What messages show.
    Behavior(Behavior),
    /// How the conversation goes.
    Cue(Cue),
    /// What the latest messages sound like to the classifier; `None` for anything at all.
    Tone(Option<Behavior>),
    /// Who the counterpart is to the child.
    Relation(Relation),
}

impl Cause {
    /// Its slug.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Behavior(behavior) => behavior.slug(),
            Self::Cue(cue) => cue.slug(),
            Self::Tone(Some(behavior)) => behavior.slug(),
            Self::Tone(None) => "anything",
            Self::Relation(relation) => relation.slug(),
        }
    }
}

/// How much of the evidence belongs to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StageShare {
    /// The stage.
    pub stage: Stage,
    /// Nats of its behaviours.
    pub nats: f32,
}

/// A message that added evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEvent {
    /// Number of the message in the conversation, from 1.
    pub message: u32,
    /// When it was written, in the host's milliseconds; `None` if times are unknown.
    pub time: Option<i64>,
    /// What it showed.
    pub behaviors: Vec<Behavior>,
    /// Evidence that it added, in sixteenths of a nat.
    pub nats: f32,
    /// The risk behind it, 0..1.
    pub risk: f32,
}

impl Weights {
    pub(crate) fn explain(&self, conversation: &Conversation) -> Explanation {
        let presences = self.presences(conversation);
        let clock = conversation.clock;
        let contribution = |cause, presence, nats, trace: Option<Trace>| Contribution {
            cause,
            presence,
            nats,
            times: trace.map_or(0, |trace| trace.times),
            first: trace.and_then(|trace| clock.host_time(trace.first)),
            last: trace.and_then(|trace| clock.host_time(trace.last)),
        };
        let mut contributions = Vec::new();
        for behavior in Behavior::ALL {
            let place = *behavior as usize;
            let trace = conversation.trace(place);
            if trace.times > 0 {
                let presence = presences.get(place).copied().unwrap_or(0.0);
                let nats = self.behavior_nats(*behavior, &presences);
                let cause = Cause::Behavior(*behavior);
                contributions.push(contribution(cause, presence, nats, Some(trace)));
            }
        }
        for cue in Cue::ALL {
            let value = cues::value(*cue, conversation, &presences);
            let trace = match cue {
                Cue::Unmistakable => Some(conversation.trace(DECISIVE)),
                Cue::Persistence => Some(conversation.trace(PERSISTENCE)),
                _ => None,
            };
            if value != 0.0 {
                let nats = self.cue_nats(*cue, conversation, &presences);
                contributions.push(contribution(Cause::Cue(*cue), value, nats, trace));
            }
        }
        let causes = Behavior::ALL.iter().map(|b| Some(*b)).chain([None]).map(Cause::Tone);
        let tones = cues::tones(conversation).into_iter().zip(self.tone_nats(conversation));
        for (cause, (tone, nats)) in causes.zip(tones) {
            if tone != 0.0 {
                contributions.push(contribution(cause, tone, nats, None));
            }
        }
        let relation = conversation.contact.relation;
        let nats = self.relation_nats(relation);
        if nats != 0.0 {
            contributions.push(contribution(Cause::Relation(relation), 1.0, nats, None));
        }
        contributions.sort_by(|a, b| b.nats.total_cmp(&a.nats));
        let evidence = self.evidence(conversation);
        let stages = self.stages(&presences).into_iter();
        let timeline = conversation.timeline.events().iter().map(|event| TimelineEvent {
            message: event.message,
            time: clock.host_time(event.at),
            behaviors: event.behaviors().collect(),
            nats: event.nats(),
            risk: event.risk(),
        });
        Explanation {
            risk: self.risk_at(evidence, conversation),
            nats: evidence,
            boundary: self.boundary_of(conversation),
            contributions,
            stages: stages.map(|(stage, nats)| StageShare { stage, nats }).collect(),
            timeline: timeline.collect(),
            received: conversation.received.messages,
            sent: conversation.sent.messages,
            deleted: conversation.deleted(),
        }
    }
}
