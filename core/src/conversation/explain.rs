//! Why a conversation stands where it stands: what counted, when, and how much. No words.

use serde::{Deserialize, Serialize};

use super::cues::{self, Cue};
use super::interplay::{CUES, TONES};
use super::state::{Conversation, DECISIVE, PERSISTENCE, Relation, Trace};
use super::weights::Weights;
use crate::message::Role;
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
    /// tones and contexts.
    pub presence: f32,
    /// Evidence that it adds now, in nats; below 0 if it speaks for the contact. Of what is more
    /// than the sum of its parts everything has its Shapley value.
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
    /// That the latest messages of a side sound like what is said in risky conversations, whatever
    /// they show. That of the counterpart counts for how the conversation goes as well.
    Context(Role),
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
            Self::Context(Role::Counterpart) => "counterpart_context",
            Self::Context(Role::Protected) => "protected_context",
            Self::Relation(relation) => relation.slug(),
        }
    }
}

/// How much of the evidence belongs to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StageShare {
    /// The stage.
    pub stage: Stage,
    /// Nats of its behaviours, each by itself.
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
        let (scale, presences) = (self.scale(conversation), self.presences(conversation));
        let (shares, of_course) = self.interplay_shares(conversation, &presences);
        let (of_shown, of_tones) = shares.split_at(TONES);
        let (of_behaviors, of_cues) = of_shown.split_at(Behavior::ALL.len());
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
                let share = of_behaviors.get(place).copied().unwrap_or(0.0);
                let nats = scale.behavior_nats(*behavior, &presences) + share;
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
                let share = CUES.iter().zip(of_cues).find(|(of, _)| *of == cue);
                let share = share.map_or(0.0, |(_, share)| *share);
                let nats = scale.cue_nats(*cue, conversation, &presences) + share;
                contributions.push(contribution(Cause::Cue(*cue), value, nats, trace));
            }
        }
        let causes = Behavior::ALL.iter().map(|b| Some(*b)).chain([None]).map(Cause::Tone);
        let causes = causes.chain([Role::Counterpart, Role::Protected].map(Cause::Context));
        let tones = cues::tones(conversation).into_iter().zip(of_tones);
        for (cause, (tone, nats)) in causes.zip(tones) {
            let with = if cause == Cause::Context(Role::Counterpart) { of_course } else { 0.0 };
            if tone != 0.0 || with != 0.0 {
                contributions.push(contribution(cause, tone, nats + with, None));
            }
        }
        let relation = conversation.contact.relation;
        let nats = self.relation_nats(relation);
        if nats != 0.0 {
            contributions.push(contribution(Cause::Relation(relation), 1.0, nats, None));
        }
        contributions.sort_by(|a, b| b.nats.total_cmp(&a.nats));
        let evidence = self.evidence(conversation);
        let stages = scale.stages(&presences).into_iter();
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
            boundary: self.boundary(conversation),
            contributions,
            stages: stages.map(|(stage, nats)| StageShare { stage, nats }).collect(),
            timeline: timeline.collect(),
            received: conversation.received.messages,
            sent: conversation.sent.messages,
            deleted: conversation.deleted(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::course::CourseNetwork;
    use crate::conversation::interplay::Interplay;
    use crate::conversation::state::{Clock, Contact};
    use crate::conversation::timeline::Event;
    use crate::conversation::weights::Scale;
    use crate::text::signals::{ANYTHING, context_of};

    /// Weights of nothing, with half an hour for a presence to halve.
    fn nothing() -> Weights {
        let scale = |boundary| Scale {
            boundary,
            long: 0.0,
            behaviors: [0.0; Behavior::ALL.len()],
            cues: [0.0; Cue::ALL.len()],
        };
        Weights {
            heard: scale(6.44),
            by_rules: scale(2.0),
            half_life: 30.0,
            rarity: 0.0,
            floor: 0.0,
            rule_share: 0.5,
            course: CourseNetwork::default(),
            interplay: Interplay::default(),
            relations: [0.0; Relation::ALL.len()],
        }
    }

    fn weights() -> Weights {
        let mut weights = nothing();
        for (behavior, weight) in [(Behavior::Secrecy, 2.0), (Behavior::Meeting, 1.2)] {
            weights.heard.behaviors[behavior as usize] = weight;
        }
        for (cue, weight) in [
            (Cue::Unmistakable, 3.0),
            (Cue::Persistence, 1.6),
            (Cue::StageMix, 0.4),
            (Cue::ClearSign, 0.1),
            (Cue::OneSidedQuestions, 5.0),
            (Cue::EarlyPrivateChannel, 1.2),
            (Cue::Night, 0.36),
            (Cue::ManyChildren, 0.8),
        ] {
            weights.heard.cues[cue as usize] = weight;
        }
        let names = [
            "tone.secrecy",
            "tone.anything",
            "tone.counterpart_context",
            "tone.protected_context",
            "meeting",
        ];
        // The last: two tones, and a meeting on top of them.
        let trees = [
            "0:-0.25 -0.2 0",
            "1:0.25 0 0.2",
            "2:0.25 0 0.15",
            "3:0.1 0 -0.25",
            "1:0 0 2:0 0 4:0.4 0.2 0.3",
        ];
        let owned =
            |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        weights.interplay = Interplay::new(&owned(&names), &owned(&trees)).unwrap();
        weights.relations[Relation::Stranger as usize] = 0.35;
        weights
    }

    /// A hundred minutes long; the host's clock shows 10,000,000.
    fn conversation() -> Conversation {
        let mut conversation = Conversation::new();
        conversation.clock = Clock { latest: Some(10_000_000), elapsed: 6_000_000 };
        for (place, presence, times, first, last) in [
            (Behavior::Secrecy as usize, 0.5, 2, 10, 70),
            (Behavior::Meeting as usize, 0.5, 1, 100, 100),
            (DECISIVE, 1.0, 1, 95, 100),
            (PERSISTENCE, 0.5, 3, 40, 100),
        ] {
            let trace = &mut conversation.traces[place];
            *trace = Trace { presence: 0, times, message: 10, first, last };
            trace.set_presence(presence);
        }
        (conversation.received.messages, conversation.sent.messages) = (3, 2);
        (conversation.received.deleted, conversation.sent.deleted) = (1, 4);
        conversation.night = 1;
        conversation.tone[Behavior::Secrecy as usize] = -512;
        conversation.tone[ANYTHING] = 512;
        conversation.tone[context_of(Role::Counterpart)] = 512;
        conversation.tone[context_of(Role::Protected)] = 256;
        conversation.contact = Contact::new(Relation::Stranger).children_contacted(40);
        conversation.timeline.push(Event::new(10, 4, 0b1_0000_1000, 1.5, 0.2));
        conversation
    }

    fn near(found: f32, expected: f32) -> bool {
        (found - expected).abs() < 1e-4
    }

    #[test]
    fn everything_that_counts_is_told_with_how_much_and_when() {
        let told = weights().explain(&conversation());
        let expected = [
            (Cause::Cue(Cue::Unmistakable), 1.0, 3.0, 1, Some((9_700_000, 10_000_000))),
            (Cause::Cue(Cue::Persistence), 0.5, 0.8, 3, Some((6_400_000, 10_000_000))),
            (Cause::Behavior(Behavior::Meeting), 0.5, 0.7, 1, Some((10_000_000, 10_000_000))),
            (Cause::Cue(Cue::ManyChildren), 0.75, 0.6, 0, None),
            (Cause::Behavior(Behavior::Secrecy), 0.25, 0.5, 2, Some((4_600_000, 8_200_000))),
            (Cause::Relation(Relation::Stranger), 1.0, 0.35, 0, None),
            (Cause::Tone(None), 0.5, 0.3, 0, None),
            (Cause::Context(Role::Counterpart), 0.5, 0.25, 0, None),
            (Cause::Cue(Cue::EarlyPrivateChannel), 0.166_667, 0.2, 0, None),
            (Cause::Cue(Cue::StageMix), 0.25, 0.1, 0, None),
            (Cause::Cue(Cue::ClearSign), 0.5, 0.05, 0, None),
            (Cause::Cue(Cue::Night), 0.111_111, 0.04, 0, None),
            (Cause::Tone(Some(Behavior::Secrecy)), -0.5, -0.2, 0, None),
            (Cause::Context(Role::Protected), 0.2, -0.25, 0, None),
        ];
        assert_eq!(told.contributions.len(), expected.len(), "{:?}", told.contributions);
        for (found, (cause, presence, nats, times, shown)) in
            told.contributions.iter().zip(expected)
        {
            assert_eq!(
                (found.cause, found.times, found.first.zip(found.last)),
                (cause, times, shown)
            );
            assert!(near(found.presence, presence) && near(found.nats, nats), "{found:?}");
        }
        let sum = told.contributions.iter().map(|contribution| contribution.nats).sum();
        assert!(near(told.nats, 6.44) && near(sum, 6.44), "{} {sum}", told.nats);
        assert!(near(told.risk, 0.5) && told.boundary == 6.44, "{}", told.risk);
        assert_eq!((told.received, told.sent, told.deleted), (3, 2, 5));
        let stages: Vec<_> = told.stages.iter().map(|share| share.stage).collect();
        assert_eq!(stages, [Stage::Maintenance, Stage::Isolation]);
        assert!(near(told.stages[0].nats, 0.6) && near(told.stages[1].nats, 0.5));
        let event = TimelineEvent {
            message: 4,
            time: Some(4_600_000),
            behaviors: vec![Behavior::Secrecy, Behavior::Meeting],
            nats: 1.5,
            risk: 0.2,
        };
        assert_eq!(told.timeline, [event]);
    }

    #[test]
    fn what_is_not_there_is_not_told() {
        let mut conversation = Conversation::new();
        let told = weights().explain(&conversation);
        assert_eq!((told.contributions, told.nats, told.boundary), (vec![], 0.0, 2.0));
        assert_eq!((told.stages, told.timeline), (vec![], vec![]));
        // What is there is told though it weighs nothing, without times where none are known.
        conversation.traces[Behavior::Refusal as usize].times = 7;
        let contribution = Contribution {
            cause: Cause::Behavior(Behavior::Refusal),
            presence: 0.0,
            nats: 0.0,
            times: 7,
            first: None,
            last: None,
        };
        assert_eq!(nothing().explain(&conversation).contributions, [contribution]);
    }

    #[test]
    fn every_kind_of_cause_has_a_slug() {
        for (cause, slug) in [
            (Cause::Behavior(Behavior::AloneQuery), "alone_query"),
            (Cause::Cue(Cue::StageMix), "stage_mix"),
            (Cause::Tone(Some(Behavior::Secrecy)), "secrecy"),
            (Cause::Tone(None), "anything"),
            (Cause::Context(Role::Counterpart), "counterpart_context"),
            (Cause::Context(Role::Protected), "protected_context"),
            (Cause::Relation(Relation::Family), "family"),
        ] {
            assert_eq!(cause.slug(), slug);
        }
    }
}
