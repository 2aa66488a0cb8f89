//! The stored form of a conversation: versioned, checksummed, at most 512 bytes.
//!
//! ```text
//! "HMYC"  version 4  flags            6 bytes
//! numbers in the order of `export`: LEB128, zigzag where they may be negative; those of traces
//! as little-endian integers of two and three bytes
//! CRC-32 (IEEE, little-endian) of all before
//! ```
//!
//! Version 3 had no course, version 2 no contexts either, and tones as log odds; version 1 was JSON with evidence in
//! nats. All are still read.

use serde::Deserialize;
use thiserror::Error;

use super::course::{Course, STATES};
use super::state::{Clock, Contact, Conversation, MAX_ELAPSED, Relation, Side, TRACES, Trace};
use super::timeline::{Event, MAX_EVENTS, Timeline};
use crate::taxonomy::Behavior;
use crate::text::signals::SOUNDS;

const MAGIC: [u8; 4] = *b"HMYC";
const VERSION: u8 = 4;
const CHECKSUM: usize = size_of::<u32>();
/// Bytes of a minute on the conversation's clock.
const MINUTE_BYTES: usize = 3;
const HAS_LATEST: u8 = 1;
const HAS_CHILDREN: u8 = 1 << 1;
const HAS_OFFSET: u8 = 1 << 2;
const HAS_TONE: u8 = 1 << 3;
const HAS_COURSE: u8 = 1 << 4;
const FLAGS: u8 = HAS_LATEST | HAS_CHILDREN | HAS_OFFSET | HAS_TONE | HAS_COURSE;
/// Most minutes that clocks differ from UTC.
const MAX_OFFSET: i16 = 24 * 60;
/// Tones of version 2, and the log odds of one that said nothing, in 256ths.
const TONES_2: usize = Behavior::ALL.len() + 1;
const NEUTRAL_2: i16 = -768;
/// What version 1 let a behaviour hold at most, in nats, in the order of [`Behavior::ALL`].
const CAPS_1: [f32; Behavior::ALL.len()] =
    [1.8, 2.0, 3.2, 3.6, 3.4, 2.4, 2.6, 2.2, 2.8, 3.4, 3.4, 2.6, 3.2, 3.4, 9.0, 9.0, 0.8, 1.4, 1.6];

/// Why a stored conversation cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ConversationError {
    /// Not a stored conversation.
    #[error("not a stored conversation: it must begin with `HMYC`")]
    Magic,
    /// Written by a newer version.
    #[error("conversation of version {0}; this build reads versions 1 to {VERSION}")]
    Version(u32),
    /// Cut short.
    #[error("the conversation ends after {0} bytes, in the middle of a number")]
    Truncated(usize),
    /// Longer than any conversation.
    #[error("{0} bytes; a conversation has at most {max}", max = Conversation::MAX_BYTES)]
    TooLong(usize),
    /// Bytes were changed.
    #[error("checksum {found:08x} instead of {expected:08x}; the bytes were changed")]
    Checksum {
        /// What the bytes add up to.
        found: u32,
        /// What they say that they add up to.
        expected: u32,
    },
    /// A number out of range.
    #[error("`{0}` is out of range")]
    Range(&'static str),
    /// Version 1, and not what version 1 wrote.
    #[error("conversation of version 1: {0}")]
    Json(String),
}

impl Conversation {
    /// The most bytes that [`Conversation::export`] gives.
    pub const MAX_BYTES: usize = 512;

    /// The state as bytes to keep: numbers only, nothing of what was said or by whom.
    pub fn export(&self) -> Vec<u8> {
        // Never moved while it grows: a copy would be left in memory.
        let mut out = Vec::with_capacity(Self::MAX_BYTES);
        out.extend(MAGIC);
        out.push(VERSION);
        let Contact { relation, children_contacted, utc_offset } = self.contact;
        let flag = |has: bool, flag: u8| if has { flag } else { 0 };
        out.push(
            flag(self.clock.latest.is_some(), HAS_LATEST)
                | flag(children_contacted.is_some(), HAS_CHILDREN)
                | flag(utc_offset.is_some(), HAS_OFFSET)
                | flag(self.tone != [0; SOUNDS], HAS_TONE)
                | flag(self.course != Course::NONE, HAS_COURSE),
        );
        if let Some(latest) = self.clock.latest {
            number(&mut out, zigzag(latest));
        }
        number(&mut out, self.clock.elapsed);
        for side in [self.received, self.sent] {
            for count in [side.messages, side.questions, side.deleted] {
                number(&mut out, count.into());
            }
        }
        number(&mut out, self.night.into());
        if self.tone != [0; SOUNDS] {
            out.extend(self.tone.iter().flat_map(|tone| tone.to_le_bytes()));
        }
        if self.course != Course::NONE {
            out.push(self.course.of);
            out.extend(self.course.state.map(|state| state as u8));
        }
        out.push(relation as u8);
        if let Some(children) = children_contacted {
            number(&mut out, children.into());
        }
        if let Some(offset) = utc_offset {
            number(&mut out, zigzag(offset.into()));
        }
        let shown = self.traces.iter().enumerate().filter(|(_, trace)| trace.times > 0);
        number(&mut out, shown.clone().count() as u64);
        for (place, trace) in shown {
            out.push(place as u8);
            for short in [trace.presence, trace.times, trace.message] {
                out.extend(short.to_le_bytes());
            }
            for minute in [trace.first, trace.last] {
                out.extend(minute.to_le_bytes().into_iter().take(MINUTE_BYTES));
            }
        }
        let events = self.timeline.events();
        number(&mut out, events.len() as u64);
        for event in events {
            out.extend(event.at.to_le_bytes().into_iter().take(MINUTE_BYTES));
            number(&mut out, event.message.into());
            number(&mut out, event.behaviors.into());
            out.extend([event.added, event.risk]);
        }
        let checksum = crc32fast::hash(&out);
        out.extend(checksum.to_le_bytes());
        out
    }

    /// Reads what [`Conversation::export`] wrote, in this version or an older one.
    ///
    /// # Errors
    /// When the bytes are none of a conversation, were changed, or come from a newer version.
    pub fn import(bytes: &[u8]) -> Result<Self, ConversationError> {
        if bytes.first() == Some(&b'{') {
            return from_json(bytes);
        }
        if bytes.len() > Self::MAX_BYTES {
            return Err(ConversationError::TooLong(bytes.len()));
        }
        let rest = bytes.strip_prefix(&MAGIC).ok_or(ConversationError::Magic)?;
        let version = *rest.first().ok_or(ConversationError::Truncated(bytes.len()))?;
        if !(2..=VERSION).contains(&version) {
            return Err(ConversationError::Version(version.into()));
        }
        let (body, checksum) = bytes
            .split_last_chunk::<CHECKSUM>()
            .ok_or(ConversationError::Truncated(bytes.len()))?;
        let (found, expected) = (crc32fast::hash(body), u32::from_le_bytes(*checksum));
        if found != expected {
            return Err(ConversationError::Checksum { found, expected });
        }
        let mut reader =
            Reader { rest: body.get(MAGIC.len() + 1..).unwrap_or(&[]), of: body.len() };
        let conversation = reader.conversation(version)?;
        if reader.rest.is_empty() { Ok(conversation) } else { Err(ConversationError::Range("end")) }
    }
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

const fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

struct Reader<'a> {
    rest: &'a [u8],
    /// Bytes altogether, for errors.
    of: usize,
}

impl Reader<'_> {
    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], ConversationError> {
        let (bytes, rest) =
            self.rest.split_first_chunk().ok_or(ConversationError::Truncated(self.of))?;
        self.rest = rest;
        Ok(*bytes)
    }

    fn byte(&mut self) -> Result<u8, ConversationError> {
        self.bytes::<1>().map(|[byte]| byte)
    }

    fn long(&mut self, name: &'static str) -> Result<u64, ConversationError> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7F);
            if shift == 63 && bits > 1 {
                break;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(ConversationError::Range(name))
    }

    fn number<T: TryFrom<u64>>(&mut self, name: &'static str) -> Result<T, ConversationError> {
        T::try_from(self.long(name)?).map_err(|_| ConversationError::Range(name))
    }

    fn side(&mut self) -> Result<Side, ConversationError> {
        Ok(Side {
            messages: self.number("messages")?,
            questions: self.number("questions")?,
            deleted: self.number("deleted")?,
        })
    }

    fn conversation(&mut self, version: u8) -> Result<Conversation, ConversationError> {
        let flags = self.byte()?;
        let known = if version < 4 { FLAGS & !HAS_COURSE } else { FLAGS };
        if flags & !known != 0 {
            return Err(ConversationError::Range("flags"));
        }
        let latest = (flags & HAS_LATEST != 0).then(|| self.long("latest")).transpose()?;
        let mut conversation = Conversation::new();
        conversation.clock = Clock { latest: latest.map(unzigzag), elapsed: self.long("elapsed")? };
        if conversation.clock.elapsed > MAX_ELAPSED {
            return Err(ConversationError::Range("elapsed"));
        }
        conversation.received = self.side()?;
        conversation.sent = self.side()?;
        conversation.night = self.number("night")?;
        if flags & HAS_TONE != 0 {
            let (tones, neutral) = if version == 2 { (TONES_2, NEUTRAL_2) } else { (SOUNDS, 0) };
            for slot in conversation.tone.iter_mut().take(tones) {
                *slot = self.bytes().map(i16::from_le_bytes)?.saturating_sub(neutral);
            }
        }
        if flags & HAS_COURSE != 0 {
            let (of, state) = (self.byte()?, self.bytes::<STATES>()?.map(|state| state as i8));
            conversation.course = Course { of, state };
            if of == 0 || state.contains(&i8::MIN) {
                return Err(ConversationError::Range("course"));
            }
        }
        let relation = Relation::ALL.get(usize::from(self.byte()?)).copied();
        conversation.contact.relation = relation.ok_or(ConversationError::Range("relation"))?;
        if flags & HAS_CHILDREN != 0 {
            conversation.contact.children_contacted = Some(self.number("children_contacted")?);
        }
        if flags & HAS_OFFSET != 0 {
            let minutes = i16::try_from(unzigzag(self.long("utc_offset")?)).ok();
            let minutes = minutes.filter(|minutes| (-MAX_OFFSET..=MAX_OFFSET).contains(minutes));
            conversation.contact.utc_offset =
                Some(minutes.ok_or(ConversationError::Range("utc_offset"))?);
        }
        let traces: usize = self.number("traces")?;
        let mut next = 0;
        for _ in 0..traces {
            let place = usize::from(self.byte()?);
            if place < next || place >= TRACES {
                return Err(ConversationError::Range("trace"));
            }
            next = place + 1;
            let trace = self.trace()?;
            if let Some(slot) = conversation.traces.get_mut(place) {
                *slot = trace;
            }
        }
        conversation.timeline = self.timeline()?;
        Ok(conversation)
    }

    fn short(&mut self) -> Result<u16, ConversationError> {
        self.bytes().map(u16::from_le_bytes)
    }

    fn minute(&mut self) -> Result<u32, ConversationError> {
        let [low, middle, high] = self.bytes::<MINUTE_BYTES>()?;
        Ok(u32::from_le_bytes([low, middle, high, 0]))
    }

    fn trace(&mut self) -> Result<Trace, ConversationError> {
        let (presence, times, message) = (self.short()?, self.short()?, self.short()?);
        let (first, last) = (self.minute()?, self.minute()?);
        if times == 0 || last < first {
            return Err(ConversationError::Range("trace"));
        }
        Ok(Trace { presence, times, message, first, last })
    }

    fn timeline(&mut self) -> Result<Timeline, ConversationError> {
        let mut timeline = Timeline::new();
        let events: usize = self.number("events")?;
        if events > MAX_EVENTS {
            return Err(ConversationError::Range("events"));
        }
        for _ in 0..events {
            let (at, message) = (self.minute()?, self.number("message")?);
            let behaviors: u32 = self.number("behaviors")?;
            let [added, risk] = self.bytes()?;
            if behaviors >> Behavior::ALL.len() != 0 || added == 0 {
                return Err(ConversationError::Range("event"));
            }
            timeline.push(Event { at, message, behaviors, added, risk });
        }
        Ok(timeline)
    }
}

/// Version 1: `{"schema_version":1,"evidence":[["secrecy",1.5],…],"time":…,"received":…,"sent":…}`.
fn from_json(bytes: &[u8]) -> Result<Conversation, ConversationError> {
    #[derive(Deserialize)]
    struct Versioned {
        schema_version: u32,
    }
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Stored {
        #[serde(rename = "schema_version")]
        _schema_version: u32,
        evidence: Vec<(Behavior, f32)>,
        time: Option<i64>,
        received: u32,
        sent: u32,
    }
    // What serde says may repeat a part of the input; where it went wrong is enough.
    let wrong = |error: serde_json::Error| {
        ConversationError::Json(format!("line {}, column {}", error.line(), error.column()))
    };
    let Versioned { schema_version } = serde_json::from_slice(bytes).map_err(wrong)?;
    if schema_version != 1 {
        return Err(ConversationError::Version(schema_version));
    }
    let stored: Stored = serde_json::from_slice(bytes).map_err(wrong)?;
    let mut conversation = Conversation::new();
    conversation.clock.latest = stored.time;
    conversation.received.messages = stored.received;
    conversation.sent.messages = stored.sent;
    for (behavior, nats) in stored.evidence {
        if !(0.0..=16.0).contains(&nats) {
            return Err(ConversationError::Range(behavior.slug()));
        }
        let place = behavior as usize;
        let cap = CAPS_1.get(place).copied().unwrap_or(1.0);
        if let Some(slot) = conversation.traces.get_mut(place).filter(|_| nats > 0.0) {
            *slot = Trace { presence: 0, times: 1, message: 1, first: 0, last: 0 };
            slot.set_presence((nats / cap).min(1.0));
        }
    }
    Ok(conversation)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A conversation with every number as long as it gets.
    fn full() -> Conversation {
        let mut conversation = Conversation::new();
        let most = Side { messages: u32::MAX, questions: u32::MAX, deleted: u32::MAX };
        conversation.clock = Clock { latest: Some(i64::MIN), elapsed: MAX_ELAPSED };
        (conversation.received, conversation.sent, conversation.night) = (most, most, u32::MAX);
        conversation.tone = [i16::MIN; SOUNDS];
        conversation.course = Course { of: u8::MAX, state: [-i8::MAX; STATES] };
        conversation.contact =
            Contact::new(Relation::School).children_contacted(u32::MAX).utc_offset(-840);
        let (most, last) = (u16::MAX, conversation.clock.now());
        conversation.traces =
            [Trace { presence: most, times: most, message: most, first: last, last }; TRACES];
        for _ in 0..MAX_EVENTS {
            let behaviors = (1 << Behavior::ALL.len()) - 1;
            let (at, message) = (last, u32::MAX);
            conversation.timeline.push(Event { at, message, behaviors, added: 255, risk: 255 });
        }
        conversation
    }

    #[test]
    fn an_offset_that_no_clock_has_is_refused() {
        for minutes in [MAX_OFFSET + 1, -MAX_OFFSET - 1, i16::MAX, i16::MIN] {
            let mut conversation = Conversation::new();
            conversation.contact.utc_offset = Some(minutes);
            let read = Conversation::import(&conversation.export());
            assert_eq!(read, Err(ConversationError::Range("utc_offset")), "{minutes}");
        }
    }

    #[test]
    fn the_fullest_conversation_fits() {
        let bytes = full().export();
        assert!(bytes.len() <= Conversation::MAX_BYTES, "{}", bytes.len());
        assert_eq!(Conversation::import(&bytes).unwrap(), full());
    }

    #[test]
    fn an_empty_conversation_takes_few_bytes() {
        let bytes = Conversation::new().export();
        assert!(bytes.len() <= 24, "{}", bytes.len());
        assert_eq!(Conversation::import(&bytes).unwrap(), Conversation::new());
    }

    #[test]
    fn every_changed_or_missing_byte_is_noticed() {
        let bytes = full().export();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 0x10;
            assert!(Conversation::import(&changed).is_err(), "byte {at} changed");
            assert!(Conversation::import(&bytes[..at]).is_err(), "cut at {at}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert!(Conversation::import(&longer).is_err());
    }

    #[test]
    fn wrong_bytes_are_told_apart() {
        let good = Conversation::new().export();
        let mut newer = good.clone();
        newer[4] = 5;
        let mut changed = good.clone();
        *changed.last_mut().unwrap() ^= 1;
        for (bytes, said) in [
            (b"".as_slice(), "must begin with `HMYC`"),
            (b"hello", "must begin with `HMYC`"),
            (b"HMYC", "ends after 4 bytes"),
            (&newer, "version 5; this build reads versions 1 to 4"),
            (&changed, "checksum"),
            (&[0; 600], "600 bytes"),
        ] {
            let error = Conversation::import(bytes).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }

    #[test]
    fn the_first_version_is_still_read() {
        let json =
            r#"{"schema_version":1,"evidence":[["secrecy",1.8]],"time":42,"received":3,"sent":2}"#;
        let conversation = Conversation::import(json.as_bytes()).unwrap();
        assert_eq!((conversation.received(), conversation.sent()), (3, 2));
        assert_eq!(conversation.trace(Behavior::Secrecy as usize).presence, u16::MAX / 2 + 1);
        assert_eq!(conversation.clock.latest, Some(42));
        let again = Conversation::import(&conversation.export()).unwrap();
        assert_eq!(again, conversation);
        for (right, wrong, said) in [
            ("1.8", "99.0", "`secrecy` is out of range"),
            (":1,", ":7,", "version 7"),
            ("secrecy", "CANARY", "version 1: line 1"),
            ("received", "recieved", "version 1: line 1"),
        ] {
            let error = Conversation::import(json.replace(right, wrong).as_bytes()).unwrap_err();
            assert!(error.to_string().contains(said), "{error}");
            assert!(!error.to_string().contains("CANARY"));
        }
    }

    /// What is read of a body when it is sealed.
    fn read(body: &[u8]) -> Result<Conversation, ConversationError> {
        sealed(VERSION, body)
    }

    fn sealed(version: u8, body: &[u8]) -> Result<Conversation, ConversationError> {
        let mut bytes = [MAGIC.as_slice(), &[version], body].concat();
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        Conversation::import(&bytes)
    }

    #[test]
    fn numbers_are_written_as_the_format_says() {
        let mut conversation = Conversation::new();
        conversation.clock = Clock { latest: Some(-1), elapsed: 60_000 };
        conversation.received = Side { messages: 1, questions: 128, deleted: 0 };
        conversation.sent = Side { messages: 2, questions: 0, deleted: 127 };
        conversation.night = 5;
        conversation.tone[0] = -2;
        (conversation.course.of, conversation.course.state[1]) = (7, -3);
        conversation.contact =
            Contact::new(Relation::School).children_contacted(300).utc_offset(-840);
        conversation.traces[3] =
            Trace { presence: 0x0102, times: 3, message: 4, first: 5, last: 0x01_0203 };
        let (at, message, behaviors) = (0x01_0000, 200, 0x18);
        conversation.timeline.push(Event { at, message, behaviors, added: 9, risk: 8 });
        let body = [
            [0x1F, 1, 0xE0, 0xD4, 3, 1, 0x80, 1, 0, 2, 0, 127, 5].as_slice(),
            &[0xFE, 0xFF],
            &[0; 2 * (SOUNDS - 1)],
            &[7, 0, 0xFD],
            &[0; STATES - 2],
            &[4, 0xAC, 2, 0x8F, 0x0D],
            &[1, 3, 2, 1, 3, 0, 4, 0, 5, 0, 0, 3, 2, 1],
            &[1, 0, 0, 1, 0xC8, 1, 0x18, 9, 8],
        ]
        .concat();
        let bytes = conversation.export();
        assert_eq!(bytes[..bytes.len() - CHECKSUM], [b"HMYC\x04", &*body].concat());
        assert_eq!(read(&body), Ok(conversation));
    }

    #[test]
    fn the_third_version_is_still_read() {
        let tones = [[0xFF, 0xFE]; SOUNDS].concat();
        let body = [&[HAS_TONE, 0, 1, 0, 0, 0, 0, 0, 0], &*tones, &[0, 0, 0]].concat();
        let conversation = sealed(3, &body).unwrap();
        assert_eq!((conversation.received(), conversation.tone), (1, [-257; SOUNDS]));
        assert_eq!(conversation.course, Course::NONE);
        assert_eq!(sealed(4, &body).as_ref(), Ok(&conversation));
        let with_course =
            [&[HAS_COURSE, 0, 1, 0, 0, 0, 0, 0, 0, 9][..], &[5; STATES][..], &[0, 0, 0]].concat();
        assert_eq!(sealed(3, &with_course), Err(ConversationError::Range("flags")));
        assert_eq!(sealed(4, &with_course).unwrap().course, Course { of: 9, state: [5; STATES] });
    }

    #[test]
    fn a_course_that_no_network_makes_is_refused() {
        let body = |of, first| {
            let course = [&[of, first], &[0x7F; STATES - 1][..]].concat();
            [&[HAS_COURSE, 0, 1, 0, 0, 0, 0, 0, 0], &*course, &[0, 0, 0]].concat()
        };
        assert_eq!(read(&body(1, 0x81)).unwrap().course.state[0], -127);
        for (of, first) in [(1, 0x80), (0, 0x81)] {
            assert_eq!(read(&body(of, first)), Err(ConversationError::Range("course")));
        }
    }

    #[test]
    fn the_second_version_is_still_read() {
        // One message received; tones of -1, of -5 and of i16::MAX / 256 log odds, the rest of -3.
        let tones = [vec![-256, -1280, i16::MAX], vec![NEUTRAL_2; TONES_2 - 3]].concat();
        let tones: Vec<u8> = tones.iter().flat_map(|tone| tone.to_le_bytes()).collect();
        let body = [&[HAS_TONE, 0, 1, 0, 0, 0, 0, 0, 0], &*tones, &[0, 0, 0]].concat();
        let conversation = sealed(2, &body).unwrap();
        let mut expected = [0; SOUNDS];
        (expected[0], expected[1], expected[2]) = (512, -512, i16::MAX);
        assert_eq!((conversation.received(), conversation.tone), (1, expected));
        assert_eq!(read(&body), Err(ConversationError::Truncated(body.len() + 5)));
        assert_eq!(sealed(1, &body), Err(ConversationError::Version(1)));
        let again = Conversation::import(&conversation.export());
        assert_eq!(again, Ok(conversation));
    }

    #[test]
    fn every_number_is_read_up_to_its_limit_and_no_further() {
        const MOST: &[u8] = &[0xFF, 0xFF, 0xFF, 0xFF, 0x0F];
        const MORE: &[u8] = &[0x80, 0x80, 0x80, 0x80, 0x10];
        let longest = |last| [&[0xFF; 9], [last].as_slice()].concat();
        let elapsed = |first| vec![first, 0xAB, 0xFC, 0xFF, 0xA5, 0x1D];
        let trace =
            |place, times, first, last| vec![place, 0, 0, times, 0, 1, 0, first, 0, 0, last, 0, 0];
        let traces = |traces: &[Vec<u8>]| [&[traces.len() as u8], &*traces.concat()].concat();
        let event = |message: &[u8], behaviors: &[u8], added| {
            [&[1, 0, 0], message, behaviors, &[added, 0]].concat()
        };
        let one = |event: Vec<u8>| [&[1], &*event].concat();
        let all = event(&[1], &[0xFF, 0xFF, 0x1F], 1);
        let events = |count: u8| [&[count], &*all.repeat(count.into())].concat();
        let [three, four] = [trace(3, 1, 7, 7), trace(4, 1, 7, 7)];
        let last = traces(&[trace(20, 1, 7, 7)]);
        let (hours, ago) = (HAS_OFFSET, vec![0xBF, 0x16]);
        // Of what is nothing but zeros otherwise, the number at a place.
        for (name, flags, place, most, beyond) in [
            ("latest", HAS_LATEST, 1, longest(1), longest(2)),
            ("latest", HAS_LATEST, 1, [&[0x80; 9], [0].as_slice()].concat(), longest(0x81)),
            ("elapsed", 0, 1, elapsed(0xA0), elapsed(0xA1)),
            ("messages", 0, 2, MOST.to_vec(), MORE.to_vec()),
            ("questions", 0, 3, MOST.to_vec(), MORE.to_vec()),
            ("deleted", 0, 4, MOST.to_vec(), MORE.to_vec()),
            ("messages", 0, 5, MOST.to_vec(), MORE.to_vec()),
            ("questions", 0, 6, MOST.to_vec(), MORE.to_vec()),
            ("deleted", 0, 7, MOST.to_vec(), MORE.to_vec()),
            ("night", 0, 8, MOST.to_vec(), MORE.to_vec()),
            ("relation", 0, 9, vec![4], vec![5]),
            ("children_contacted", HAS_CHILDREN, 10, MOST.to_vec(), MORE.to_vec()),
            ("utc_offset", hours, 10, vec![0xC0, 0x16], vec![0xC2, 0x16]),
            ("utc_offset", hours, 10, ago.clone(), vec![0xC1, 0x16]),
            ("utc_offset", hours, 10, ago, longest(1)),
            ("traces", 0, 10, traces(&[]), longest(2)),
            ("trace", 0, 10, last.clone(), traces(&[trace(21, 1, 7, 7)])),
            ("trace", 0, 10, last.clone(), traces(&[trace(20, 0, 7, 7)])),
            ("trace", 0, 10, last, traces(&[trace(20, 1, 7, 6)])),
            (
                "trace",
                0,
                10,
                traces(&[three.clone(), four.clone()]),
                traces(&[four.clone(), three]),
            ),
            ("trace", 0, 10, traces(std::slice::from_ref(&four)), traces(&[four.clone(), four])),
            ("events", 0, 11, events(8), events(9)),
            ("event", 0, 11, one(all.clone()), one(event(&[1], &[0x80, 0x80, 0x20], 1))),
            ("event", 0, 11, one(all.clone()), one(event(&[1], &[1], 0))),
            ("message", 0, 11, one(event(MOST, &[1], 1)), one(event(MORE, &[1], 1))),
            ("behaviors", 0, 11, one(all.clone()), one(event(&[1], MORE, 1))),
            ("end", 0, 11, vec![0], vec![0; 2]),
        ] {
            // What a flag announces is there besides.
            let rest = place + usize::from(flags == 0);
            let with = |number: &[u8]| {
                read(&[&[flags], &[0; 12][1..place], number, &[0; 12][rest..]].concat()).err()
            };
            assert_eq!(with(&most), None, "{name}: {most:02x?}");
            assert_eq!(with(&beyond), Some(ConversationError::Range(name)), "{beyond:02x?}");
        }
        for bit in 5..8 {
            assert_eq!(read(&[1 << bit; 12]), Err(ConversationError::Range("flags")), "{bit}");
        }
    }

    #[test]
    fn just_as_many_bytes_as_allowed_are_read() {
        let body = [0; 512 - 9 + 1];
        assert_eq!(read(&body[1..]), Err(ConversationError::Range("end")));
        assert_eq!(read(&body), Err(ConversationError::TooLong(513)));
    }

    #[test]
    fn the_first_version_is_read_up_to_its_limits() {
        let import = |version: &str, nats: &str, time: &str, received: &str, sent: &str| {
            let counts = format!(r#""time":{time},"received":{received},"sent":{sent}"#);
            let evidence = format!(r#""evidence":[["secrecy",{nats}]]"#);
            let json = format!(r#"{{"schema_version":{version},{evidence},{counts}}}"#);
            Conversation::import(json.as_bytes())
        };
        let most = "4294967295";
        let conversation = import("1", "0.0", "-9223372036854775808", most, most).unwrap();
        assert_eq!(conversation.clock, Clock { latest: Some(i64::MIN), elapsed: 0 });
        assert_eq!((conversation.received(), conversation.sent()), (u32::MAX, u32::MAX));
        assert_eq!(conversation.traces, Conversation::new().traces, "0.0 nats are nothing");
        for (nats, presence) in [("0.036", 655), ("3.6", u16::MAX), ("16.0", u16::MAX)] {
            let conversation = import("1", nats, "null", "0", "0").unwrap();
            let (times, message) = (1, 1);
            let expected = Trace { presence, times, message, first: 0, last: 0 };
            assert_eq!(conversation.trace(Behavior::Secrecy as usize), expected, "{nats}");
            assert_eq!(conversation.clock.latest, None);
        }
        for nats in ["16.001", "-0.001"] {
            let read = import("1", nats, "0", "0", "0");
            assert_eq!(read, Err(ConversationError::Range("secrecy")), "{nats}");
        }
        for version in [0, 2, u32::MAX] {
            let read = import(&version.to_string(), "0.0", "0", "0", "0");
            assert_eq!(read, Err(ConversationError::Version(version)));
        }
        for (time, received, sent) in [
            ("9223372036854775808", "0", "0"),
            ("0", "4294967296", "0"),
            ("0", "-1", "0"),
            ("0", "0", "4294967296"),
        ] {
            let read = import("1", "0.0", time, received, sent);
            assert!(matches!(read, Err(ConversationError::Json(_))), "{read:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..600), valid in any::<bool>()) {
            let mut all = if valid { MAGIC.to_vec() } else { Vec::new() };
            if valid {
                all.push(VERSION);
            }
            all.extend(bytes);
            if valid {
                all.truncate(500);
                all.extend(crc32fast::hash(&all).to_le_bytes());
            }
            if let Ok(conversation) = Conversation::import(&all) {
                let again = conversation.export();
                prop_assert_eq!(Conversation::import(&again).unwrap(), conversation);
            }
        }
    }
}
