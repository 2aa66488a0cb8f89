//! The state of one conversation: numbers and times, never words.

use super::course::Course;
use super::timeline::Timeline;
use crate::message::Role;
use crate::taxonomy::{Behavior, slugs};
use crate::text::signals::{SOUNDS, Unfinished};

/// What is remembered of signals: the behaviours, then two things that no single message shows.
pub(crate) const TRACES: usize = Behavior::ALL.len() + 2;
/// Place of the trace of decisive signals (a threat to publish pictures, a demand to pay).
pub(crate) const DECISIVE: usize = Behavior::ALL.len();
/// Place of the trace of going on after the child has refused or shown distress.
pub(crate) const PERSISTENCE: usize = Behavior::ALL.len() + 1;

const DAY: u64 = 86_400_000;
/// The most that the clock moves with one message, in milliseconds: one forged time must not wipe
/// out what is known.
pub(crate) const MAX_STEP: u64 = 60 * DAY;
/// A message that is older than the latest by more than this, in milliseconds, was not late: the
/// clock was set back.
pub(crate) const MAX_DELAY: u64 = 2 * DAY;
const MINUTE: u64 = 60_000;
/// The last minute that a conversation's clock shows, 31 years after its first message.
pub(crate) const LAST_MINUTE: u32 = (1 << 24) - 1;
pub(crate) const MAX_ELAPSED: u64 = LAST_MINUTE as u64 * MINUTE;

slugs! {
    /// Who the counterpart is to the child, as far as the host knows.
    Relation {
        /// The host does not know.
        Unknown = "unknown",
        /// Nobody whom the child has to do with: no contact of theirs, met here.
        Stranger = "stranger",
        /// On the child's list of contacts.
        Known = "known",
        /// Family.
        Family = "family",
        /// Of the child's school.
        School = "school",
    }
}

/// What the host knows of a counterpart besides the messages. Nobody is exempt: it shifts the
/// evidence, and by little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contact {
    /// Who it is to the child.
    pub relation: Relation,
    /// Children whom the account contacted lately (the host chooses the time, for instance 30
    /// days); `None` if unknown.
    pub children_contacted: Option<u32>,
    /// Minutes that the child's clock is ahead of UTC. With it, message times must be Unix times
    /// (milliseconds since 1970), and messages by night count. `None` if unknown.
    pub utc_offset: Option<i16>,
}

impl Contact {
    /// Somebody of whom the host knows nothing.
    pub const UNKNOWN: Self =
        Self { relation: Relation::Unknown, children_contacted: None, utc_offset: None };

    /// Somebody of whom the host knows this only.
    pub const fn new(relation: Relation) -> Self {
        Self { relation, ..Self::UNKNOWN }
    }

    /// Sets how many children the account contacted.
    #[must_use]
    pub const fn children_contacted(mut self, number: u32) -> Self {
        self.children_contacted = Some(number);
        self
    }

    /// Sets how many minutes the child's clock is ahead of UTC.
    #[must_use]
    pub const fn utc_offset(mut self, minutes: i16) -> Self {
        self.utc_offset = Some(minutes);
        self
    }
}

/// Numbers kept for one counterpart: what was shown, when and how often. No words, no names.
///
/// Its size does not depend on the length of the conversation; [`Conversation::export`] makes at
/// most [`Conversation::MAX_BYTES`] of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    pub(crate) traces: [Trace; TRACES],
    pub(crate) clock: Clock,
    pub(crate) received: Side,
    pub(crate) sent: Side,
    /// Messages received by night.
    pub(crate) night: u32,
    /// How the latest messages sound: a running mean of the classifier's log odds for each
    /// behaviour, for anything and for the context of what is received, and for that of what is
    /// sent, beside those that say nothing and in 256ths; 0 where there is no classifier.
    pub(crate) tone: [i16; SOUNDS],
    /// How it went, to the recurrent network; nothing where there is no classifier.
    pub(crate) course: Course,
    pub(crate) contact: Contact,
    pub(crate) timeline: Timeline,
    /// Not stored: it matters for the next minutes only.
    pub(crate) unfinished: Option<Box<Unfinished>>,
}

/// What was counted of one side's messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) messages: u32,
    pub(crate) questions: u32,
    pub(crate) deleted: u32,
}

/// What is remembered of signals of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trace {
    /// Probability that it was shown, in 65,535ths, as of `last`; time takes of it.
    pub(crate) presence: u16,
    /// Signals, up to 65,535.
    pub(crate) times: u16,
    /// Number of the message that showed it first, from 1, up to 65,535.
    pub(crate) message: u16,
    /// When it was shown first and last, in minutes on the conversation's clock.
    pub(crate) first: u32,
    pub(crate) last: u32,
}

impl Trace {
    const STEPS: f32 = u16::MAX as f32;

    /// As of `last`, 0..1.
    pub(crate) fn presence(self) -> f32 {
        f32::from(self.presence) / Self::STEPS
    }

    pub(crate) fn set_presence(&mut self, presence: f32) {
        self.presence = (presence * Self::STEPS).round() as u16;
    }
}

impl Default for Conversation {
    fn default() -> Self {
        Self::new()
    }
}

impl Conversation {
    /// A conversation in which nothing was said yet, with somebody of whom nothing is known.
    pub const fn new() -> Self {
        const NOTHING: Trace = Trace { presence: 0, times: 0, message: 0, first: 0, last: 0 };
        const NOBODY: Side = Side { messages: 0, questions: 0, deleted: 0 };
        Self {
            traces: [NOTHING; TRACES],
            clock: Clock { latest: None, elapsed: 0 },
            received: NOBODY,
            sent: NOBODY,
            night: 0,
            tone: [0; SOUNDS],
            course: Course::NONE,
            contact: Contact::UNKNOWN,
            timeline: Timeline::new(),
            unfinished: None,
        }
    }

    /// What the host knows of the counterpart.
    pub const fn contact(&self) -> Contact {
        self.contact
    }

    /// Says what the host knows of the counterpart; it counts from the next message on.
    pub const fn set_contact(&mut self, contact: Contact) {
        self.contact = contact;
    }

    /// Messages that the child received.
    pub const fn received(&self) -> u32 {
        self.received.messages
    }

    /// Messages that the child sent.
    pub const fn sent(&self) -> u32 {
        self.sent.messages
    }

    /// Messages that were deleted after the child could see them.
    pub const fn deleted(&self) -> u32 {
        self.received.deleted.saturating_add(self.sent.deleted)
    }

    /// Notes that somebody deleted a message. It takes no evidence back: who could read the
    /// message was reached by it.
    pub const fn note_deleted(&mut self, role: Role) {
        let side = self.side_mut(role);
        side.deleted = side.deleted.saturating_add(1);
    }

    pub(crate) const fn side_mut(&mut self, role: Role) -> &mut Side {
        match role {
            Role::Protected => &mut self.sent,
            Role::Counterpart => &mut self.received,
        }
    }

    /// The number of the latest message, both sides counted.
    pub(crate) const fn number(&self) -> u32 {
        self.received.messages.saturating_add(self.sent.messages)
    }

    pub(crate) fn trace(&self, place: usize) -> Trace {
        self.traces.get(place).copied().unwrap_or_default()
    }
}

/// Time as the conversation counts it: it only goes on, by at most [`MAX_STEP`] at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The host's time of the latest message, in milliseconds.
    pub(crate) latest: Option<i64>,
    /// Milliseconds since the first message.
    pub(crate) elapsed: u64,
}

impl Clock {
    /// Takes in the time of a message and says when on this clock it was written, in minutes. A
    /// message that arrives late belongs to where it was written and moves nothing.
    pub(crate) fn advance(&mut self, time: Option<i64>) -> u32 {
        if let Some(now) = time {
            let latest = self.latest.unwrap_or(now);
            let step = i128::from(now) - i128::from(latest);
            if let Ok(forward) = u64::try_from(step) {
                let elapsed = self.elapsed.saturating_add(forward.min(MAX_STEP));
                self.elapsed = elapsed.min(MAX_ELAPSED);
                self.latest = Some(now);
            } else {
                let late = u64::try_from(-step).unwrap_or(u64::MAX);
                if late <= MAX_DELAY {
                    return minutes(self.elapsed.saturating_sub(late));
                }
                self.latest = Some(now);
            }
        }
        self.now()
    }

    /// Minutes since the first message.
    pub(crate) fn now(self) -> u32 {
        minutes(self.elapsed)
    }

    /// The host's time of a moment on this clock, in milliseconds.
    pub(crate) fn host_time(self, at: u32) -> Option<i64> {
        let ago = i64::try_from(self.elapsed.saturating_sub(u64::from(at) * MINUTE)).ok()?;
        self.latest.map(|latest| latest.saturating_sub(ago))
    }
}

fn minutes(milliseconds: u64) -> u32 {
    u32::try_from(milliseconds / MINUTE).map_or(LAST_MINUTE, |minutes| minutes.min(LAST_MINUTE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_a_conversation_stays_small() {
        assert!(size_of::<Conversation>() <= 640, "{}", size_of::<Conversation>());
    }

    #[test]
    fn signals_that_no_single_message_shows_come_behind_the_behaviours() {
        let behind = [DECISIVE, PERSISTENCE, TRACES].map(|place| place - Behavior::ALL.len());
        assert_eq!(behind, [0, 1, 2]);
    }

    #[test]
    fn what_each_side_did_is_counted_apart() {
        let mut conversation = Conversation::new();
        conversation.side_mut(Role::Counterpart).messages = 5;
        conversation.side_mut(Role::Protected).messages = 3;
        for role in [Role::Counterpart, Role::Counterpart, Role::Protected] {
            conversation.note_deleted(role);
        }
        assert_eq!((conversation.received(), conversation.sent()), (5, 3));
        assert_eq!((conversation.received.deleted, conversation.sent.deleted), (2, 1));
        assert_eq!((conversation.number(), conversation.deleted()), (8, 3));
    }

    #[test]
    fn what_the_host_knows_is_kept() {
        let contact = Contact::new(Relation::School).children_contacted(7).utc_offset(-90);
        let expected = (Relation::School, Some(7), Some(-90));
        let mut conversation = Conversation::new();
        conversation.set_contact(contact);
        let kept = conversation.contact();
        assert_eq!((kept.relation, kept.children_contacted, kept.utc_offset), expected);
    }

    #[test]
    fn a_presence_is_kept_in_65535ths() {
        for (presence, kept) in [(0.0, 0), (0.2, 13_107), (0.5, 32_768), (1.0, 65_535)] {
            let mut conversation = Conversation::new();
            conversation.traces[3].set_presence(presence);
            let trace = conversation.trace(3);
            assert_eq!(trace.presence, kept);
            assert!((trace.presence() - presence).abs() < 1e-5, "{presence}");
        }
    }

    #[test]
    fn the_clocks_bounds_are_60_days_forward_2_days_back_and_31_years() {
        const DAYS: i64 = 86_400_000;
        let after = |time: i64| {
            let mut clock = Clock::default();
            clock.advance(Some(0));
            clock.advance(Some(3 * DAYS));
            (clock.advance(Some(time)), clock.now(), clock.latest.unwrap())
        };
        assert_eq!(after(63 * DAYS), (90_720, 90_720, 63 * DAYS));
        assert_eq!(after(64 * DAYS), (90_720, 90_720, 64 * DAYS));
        assert_eq!(after(DAYS), (1440, 4320, 3 * DAYS), "late");
        assert_eq!(after(DAYS - 1), (4320, 4320, DAYS - 1), "set back");
        let clock = Clock { latest: Some(0), elapsed: MAX_ELAPSED };
        assert_eq!((clock.now(), clock.elapsed), (16_777_215, 1_006_632_900_000));
        assert_eq!(Clock::default().host_time(0), None);
    }

    #[test]
    fn clocks_that_jump_do_no_harm() {
        let mut clock = Clock::default();
        assert_eq!(clock.advance(Some(i64::MIN)), 0);
        assert_eq!(clock.advance(Some(i64::MAX)), minutes(MAX_STEP));
        assert_eq!(clock.advance(Some(0)), minutes(MAX_STEP), "set back");
        assert_eq!(clock.advance(None), minutes(MAX_STEP));
        assert_eq!(clock.advance(Some(300_000)), minutes(MAX_STEP) + 5);
        for time in 0..10_000 {
            clock.advance(Some(time * MAX_STEP as i64));
        }
        assert_eq!(clock.now(), LAST_MINUTE);
    }

    #[test]
    fn a_late_message_belongs_to_when_it_was_written() {
        let mut clock = Clock::default();
        clock.advance(Some(10_000_000));
        assert_eq!(clock.advance(Some(16_000_000)), 100);
        assert_eq!(clock.advance(Some(11_200_000)), 20);
        assert_eq!(clock.advance(Some(9_000_000)), 0, "older than the first one");
        assert_eq!((clock.now(), clock.latest), (100, Some(16_000_000)));
        assert_eq!(clock.host_time(20), Some(11_200_000));
    }
}
