//! The state of one conversation.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::taxonomy::Behavior;
use crate::text::signals::Unfinished;

const SCHEMA_VERSION: u32 = 1;
/// More evidence than any weights file lets a behaviour hold.
pub(crate) const MAX_EVIDENCE: f32 = 16.0;

/// The most that the clock moves with one message: 60 days, in milliseconds.
pub(crate) const MAX_STEP: u64 = 60 * 86_400_000;

/// Numbers kept for one counterpart: evidence a behaviour, counts, times. No words, no names.
///
/// Serialise it to keep it; its size does not depend on the length of the conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Conversation {
    /// Nats of evidence by behaviour, in the order of [`Behavior::ALL`].
    evidence: [f32; Behavior::ALL.len()],
    /// When evidence was last brought up to date, in milliseconds.
    time: Option<i64>,
    received: u32,
    sent: u32,
    /// Not stored: it matters for the next minutes only.
    unfinished: Option<Box<Unfinished>>,
}

impl Default for Conversation {
    fn default() -> Self {
        Self::new()
    }
}

impl Conversation {
    /// A conversation in which nothing was said yet.
    pub const fn new() -> Self {
        Self {
            evidence: [0.0; Behavior::ALL.len()],
            time: None,
            received: 0,
            sent: 0,
            unfinished: None,
        }
    }

    /// Messages that the child received.
    pub const fn received(&self) -> u32 {
        self.received
    }

    /// Messages that the child sent.
    pub const fn sent(&self) -> u32 {
        self.sent
    }

    /// Nats of evidence that the conversation holds for a behaviour now.
    pub fn evidence(&self, behavior: Behavior) -> f32 {
        self.evidence.get(behavior as usize).copied().unwrap_or(0.0)
    }

    pub(crate) fn set_evidence(&mut self, behavior: Behavior, nats: f32) {
        if let Some(slot) = self.evidence.get_mut(behavior as usize) {
            *slot = if nats.is_finite() { nats.clamp(0.0, MAX_EVIDENCE) } else { 0.0 };
        }
    }

    /// What the last message began.
    pub(crate) fn unfinished(&mut self) -> &mut Option<Box<Unfinished>> {
        &mut self.unfinished
    }

    pub(crate) fn count(&mut self, received: bool) {
        let counter = if received { &mut self.received } else { &mut self.sent };
        *counter = counter.saturating_add(1);
    }

    /// Moves the clock forward and tells by how many milliseconds, at most [`MAX_STEP`]: one
    /// forged time must not wipe out what is known. An earlier or unknown time moves nothing.
    pub(crate) fn advance(&mut self, time: Option<i64>) -> u64 {
        let Some(now) = time else { return 0 };
        let before = self.time.unwrap_or(now);
        self.time = Some(before.max(now));
        u64::try_from(i128::from(now) - i128::from(before)).unwrap_or(0).min(MAX_STEP)
    }
}

/// The stored form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    schema_version: u32,
    evidence: Vec<(Behavior, f32)>,
    time: Option<i64>,
    received: u32,
    sent: u32,
}

impl From<Conversation> for Stored {
    fn from(conversation: Conversation) -> Self {
        let held = Behavior::ALL.iter().map(|b| (*b, conversation.evidence(*b)));
        Self {
            schema_version: SCHEMA_VERSION,
            evidence: held.filter(|(_, nats)| *nats > 0.0).collect(),
            time: conversation.time,
            received: conversation.received,
            sent: conversation.sent,
        }
    }
}

impl TryFrom<Stored> for Conversation {
    type Error = ConversationError;

    fn try_from(stored: Stored) -> Result<Self, ConversationError> {
        if stored.schema_version != SCHEMA_VERSION {
            return Err(ConversationError::SchemaVersion(stored.schema_version));
        }
        let mut conversation =
            Self { time: stored.time, received: stored.received, sent: stored.sent, ..Self::new() };
        for (behavior, nats) in stored.evidence {
            if !(0.0..=MAX_EVIDENCE).contains(&nats) {
                return Err(ConversationError::Evidence { behavior, nats });
            }
            conversation.set_evidence(behavior, nats);
        }
        Ok(conversation)
    }
}

/// Why a stored conversation cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum ConversationError {
    /// Written by another version.
    #[error("conversation of schema_version {0}; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// Evidence out of range.
    #[error("evidence of {behavior} is {nats}; it must lie between 0 and {MAX_EVIDENCE}")]
    Evidence {
        /// The behaviour.
        behavior: Behavior,
        /// The value found.
        nats: f32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_a_conversation_stays_small() {
        assert!(size_of::<Conversation>() <= 128, "{}", size_of::<Conversation>());
    }

    #[test]
    fn a_stored_conversation_comes_back_and_damage_is_refused() {
        let mut conversation = Conversation::new();
        conversation.set_evidence(Behavior::Secrecy, 1.5);
        conversation.advance(Some(42));
        conversation.count(true);
        let json = serde_json::to_string(&conversation).unwrap();
        assert_eq!(serde_json::from_str::<Conversation>(&json).unwrap(), conversation);
        for (right, wrong) in [
            ("1.5", "99.0"),
            ("\"schema_version\":1", "\"schema_version\":2"),
            ("secrecy", "secrets"),
            ("received", "recieved"),
        ] {
            assert!(serde_json::from_str::<Conversation>(&json.replace(right, wrong)).is_err());
        }
    }

    #[test]
    fn clocks_that_jump_do_no_harm() {
        let mut conversation = Conversation::new();
        assert_eq!(conversation.advance(Some(i64::MIN)), 0);
        assert_eq!(conversation.advance(Some(i64::MAX)), MAX_STEP);
        assert_eq!(conversation.advance(Some(0)), 0);
        assert_eq!(conversation.advance(None), 0);
    }
}
