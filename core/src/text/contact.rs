//! Ways to reach or find a person: phone numbers, e-mail addresses, profiles, places.
//!
//! Phone numbers are read by a port of Google's libphonenumber, links and addresses by
//! `linkify`; which links lead to a person is data (`models/contact/services.toml`). When a
//! child gives one away it is a disclosure; when the other side does, an invitation to
//! go on elsewhere.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
#[cfg(feature = "phone")]
use rlibphonenumber::{enums::Region, phonenumber_matcher::FindNumberExt};
use serde::Deserialize;
use thiserror::Error;

use super::normalize::Undisguised;
use super::signals::Signal;
use crate::assessment::{Origin, Severity};
use crate::message::Role;
use crate::taxonomy::Behavior;

const SCHEMA_VERSION: u32 = 1;
/// Contacts of one message that are looked for at most, of each kind.
const MAX_FOUND: usize = 16;
/// Links of one message that are looked at.
const MAX_LINKS: usize = 256;
/// Digits of the shortest phone number and of the shortest pair of coordinates.
const MIN_DIGITS: usize = 7;
/// Characters of the longest written phone number, with its separators.
#[cfg(feature = "phone")]
const MAX_PHONE_CHARS: usize = 40;
/// Digits behind the point from which on coordinates tell a house rather than a town.
const MIN_FRACTION: usize = 4;

/// What kind of contact was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactKind {
    #[cfg_attr(not(feature = "phone"), expect(dead_code, reason = "nothing reads numbers"))]
    Phone,
    Email,
    /// A link to a profile or into a private chat.
    Profile,
    /// A link to a place, or coordinates.
    Location,
}

/// A contact and the bytes of the message that hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) kind: ContactKind,
    pub(crate) span: Range<usize>,
}

impl Contact {
    /// What it means that `role` wrote it. A child who gives a contact away is worth a word
    /// at once; a number from the other side is ordinary, a link to a private chat less so.
    pub(crate) fn signal(self, role: Role) -> Option<Signal> {
        let (behavior, score, severity) = match (role, self.kind) {
            (Role::Protected, ContactKind::Phone | ContactKind::Email) => {
                (Behavior::PersonalInfoDisclosure, 0.8, 4)
            }
            (Role::Protected, ContactKind::Profile) => (Behavior::PersonalInfoDisclosure, 0.6, 3),
            (Role::Protected, ContactKind::Location) => (Behavior::PersonalInfoDisclosure, 0.8, 5),
            (Role::Counterpart, ContactKind::Phone | ContactKind::Email) => {
                (Behavior::PlatformSwitch, 0.4, 3)
            }
            (Role::Counterpart, ContactKind::Profile) => (Behavior::PlatformSwitch, 0.55, 3),
            (Role::Counterpart, ContactKind::Location) => return None,
        };
        let reason = match self.kind {
            ContactKind::Phone => "contact.phone",
            ContactKind::Email => "contact.email",
            ContactKind::Profile => "contact.profile",
            ContactKind::Location => "contact.location",
        };
        Some(Signal {
            behavior: Some(behavior),
            category: behavior.category(),
            score,
            severity: Severity::new(severity),
            decisive: false,
            origin: Origin::Rule,
            begun_before: false,
            #[cfg(feature = "text-model")]
            sentence: None,
            of_whole: true,
            span: self.span,
            reason: reason.into(),
        })
    }
}

/// Why a services file cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum ContactsError {
    /// Not TOML, or not the fields of a services file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// Not a region that has phone numbers.
    #[error("`{0}` is no region; give ISO 3166 codes such as \"EG\"")]
    Region(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServicesFile {
    schema_version: u32,
    #[serde(rename = "version")]
    _version: String,
    phone_regions: Vec<String>,
    profiles: Vec<String>,
    locations: Vec<String>,
}

/// Finds contacts.
#[derive(Debug)]
pub(crate) struct Contacts {
    #[cfg(feature = "phone")]
    regions: Vec<Region>,
    services: Vec<(String, ContactKind)>,
}

impl Contacts {
    pub(crate) fn from_toml(text: &str) -> Result<Self, ContactsError> {
        let file: ServicesFile =
            toml::from_str(text).map_err(|error| ContactsError::Syntax(error.to_string()))?;
        if file.schema_version != SCHEMA_VERSION {
            return Err(ContactsError::SchemaVersion(file.schema_version));
        }
        let is_code = |code: &str| code.len() == 2 && code.chars().all(|c| c.is_ascii_uppercase());
        if let Some(wrong) = file.phone_regions.iter().find(|code| !is_code(code)) {
            return Err(ContactsError::Region(wrong.clone()));
        }
        #[cfg(feature = "phone")]
        let regions = file
            .phone_regions
            .iter()
            .map(|code| code.parse().map_err(|_| ContactsError::Region(code.clone())))
            .collect::<Result<_, _>>()?;
        let profiles = file.profiles.into_iter().map(|service| (service, ContactKind::Profile));
        let locations = file.locations.into_iter().map(|service| (service, ContactKind::Location));
        Ok(Self {
            #[cfg(feature = "phone")]
            regions,
            services: profiles.chain(locations).collect(),
        })
    }

    /// All contacts in a message. Time is linear in its length.
    pub(crate) fn find(&self, text: &str) -> Vec<Contact> {
        if !may_hold_contact(text) {
            return Vec::new();
        }
        let plain = Undisguised::new(text);
        let mut found = self.find_plain(plain.text());
        for contact in &mut found {
            contact.span = plain.span(contact.span.clone());
        }
        found
    }

    fn find_plain(&self, text: &str) -> Vec<Contact> {
        let mut found = Vec::new();
        let mut links = Vec::new();
        if text.bytes().any(|byte| matches!(byte, b'@' | b'/')) {
            let mut finder = LinkFinder::new();
            finder.url_must_have_scheme(false);
            links.extend(finder.links(text).take(MAX_LINKS));
        }
        let contacts = links.iter().filter_map(|link| {
            let kind = match link.kind() {
                LinkKind::Email => ContactKind::Email,
                _ => self.service(link.as_str())?,
            };
            Some(Contact { kind, span: link.start()..link.end() })
        });
        found.extend(contacts.take(MAX_FOUND));
        if text.contains('.') {
            find_coordinates(text, &mut found);
        }
        #[cfg(feature = "phone")]
        {
            let in_link = |span: &Range<usize>| {
                links.iter().any(|link| link.start() < span.end && span.start < link.end())
            };
            self.find_phones(text, in_link, &mut found);
        }
        found
    }

    /// Which service a link belongs to, if it leads to somebody there.
    fn service(&self, link: &str) -> Option<ContactKind> {
        let link = link.split_once("://").map_or(link, |(_, rest)| rest).to_ascii_lowercase();
        let leads = |service: &str| {
            let at = link.find(service)?;
            let host_begins = at == 0 || link.get(..at).is_some_and(is_subdomain);
            (host_begins && link.len() > at + service.len()).then_some(())
        };
        self.services.iter().find(|(service, _)| leads(service).is_some()).map(|(_, kind)| *kind)
    }

    #[cfg(feature = "phone")]
    fn find_phones(
        &self,
        text: &str,
        in_link: impl Fn(&Range<usize>) -> bool,
        found: &mut Vec<Contact>,
    ) {
        for piece in digit_runs(text).filter(|piece| !in_link(piece)).take(MAX_FOUND) {
            let Some(written) = text.get(piece.clone()) else {
                continue;
            };
            for number in written.find_phone_numbers_with_regions(self.regions.iter().copied()) {
                let start = piece.start + number.start;
                let span = start..start + number.raw_string.len();
                found.push(Contact { kind: ContactKind::Phone, span });
            }
        }
    }
}

/// Whether a message has what every contact has: a sign of links or enough digits.
fn may_hold_contact(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, '@' | '/' | '＠' | '／');
    // Digits of other scripts begin behind the Arabic letters.
    let is_digit = |c: &char| c.is_ascii_digit() || *c >= '٠' && c.is_numeric();
    text.contains(is_sign) || text.chars().filter(is_digit).nth(MIN_DIGITS - 1).is_some()
}

/// Whether what stands before a host is a name in it (`www.`), not another word (`my-`).
fn is_subdomain(before: &str) -> bool {
    before.ends_with('.') && before.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
}

/// Stretches of digits, with what people write between them, that may be phone numbers.
#[cfg(feature = "phone")]
fn digit_runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = chars.find(|(_, c)| c.is_numeric() || matches!(c, '+' | '('))?;
            let (mut end, mut digits) = (start + first.len_utf8(), usize::from(first.is_numeric()));
            let mut length = 1;
            while let Some((at, c)) = chars.next_if(|(_, c)| {
                c.is_numeric() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{A0}' | '–')
            }) {
                length += 1;
                if c.is_numeric() {
                    digits += 1;
                    end = at + c.len_utf8();
                }
            }
            if digits >= MIN_DIGITS && length <= MAX_PHONE_CHARS {
                return Some(word_start(text, start)..word_end(text, end));
            }
        }
    })
}

/// The place up to which the word at `end` goes on: `2026-11-23 12:30` is no phone number,
/// `2026-11-23 12` could be one.
#[cfg(feature = "phone")]
fn word_end(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or("").char_indices().take(MAX_PHONE_CHARS);
    let (at, last) = rest.take_while(|(_, c)| !c.is_whitespace()).last().unwrap_or((0, '\0'));
    if last == '\0' { end } else { end + at + last.len_utf8() }
}

/// The place from which on the word at `start` goes.
#[cfg(feature = "phone")]
fn word_start(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or("").char_indices().rev().take(MAX_PHONE_CHARS);
    before.take_while(|(_, c)| !c.is_whitespace()).last().map_or(start, |(at, _)| at)
}

/// Finds pairs of decimal degrees: `48.8584, 2.2945`.
fn find_coordinates(text: &str, found: &mut Vec<Contact>) {
    let mut before: Option<(f64, Range<usize>)> = None;
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-');
    let mut rest = 0;
    while let Some(offset) = text.get(rest..).and_then(|tail| tail.find(is_part)) {
        let start = rest + offset;
        let length = text.get(start..).and_then(|tail| tail.find(|c| !is_part(c)));
        let end = length.map_or(text.len(), |length| start + length);
        rest = end;
        let Some(degrees) = text.get(start..end).and_then(decimal_degrees) else {
            before = None;
            continue;
        };
        if let Some((latitude, span)) = before.take()
            && text.get(span.end..start).is_some_and(|between| matches!(between.trim(), "," | ""))
            && latitude.abs() <= 90.0
        {
            found.push(Contact { kind: ContactKind::Location, span: span.start..end });
            if found.len() >= 2 * MAX_FOUND {
                return;
            }
        } else {
            before = Some((degrees, start..end));
        }
    }
}

/// A number of degrees with so many digits that it names a place.
fn decimal_degrees(number: &str) -> Option<f64> {
    let (_, fraction) = number.split_once('.')?;
    let degrees: f64 = number.parse().ok()?;
    (fraction.len() >= MIN_FRACTION && degrees.abs() <= 180.0).then_some(degrees)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(ContactKind, &str)> {
        let (_, services) = himaya_models::contact::SERVICES;
        let contacts = Contacts::from_toml(services).unwrap();
        contacts.find(text).into_iter().map(|c| (c.kind, &text[c.span])).collect()
    }

    #[test]
    fn links_and_addresses_that_lead_to_a_person_are_found() {
        use ContactKind::{Email, Location, Profile};
        let cases = [
            ("write to lina.k+1@example.org ok?", vec![(Email, "lina.k+1@example.org")]),
            (
                "im on https://www.instagram.com/lina_k",
                vec![(Profile, "https://www.instagram.com/lina_k")],
            ),
            ("t.me/omar99 أضفني", vec![(Profile, "t.me/omar99")]),
            ("join discord.gg/abc123!", vec![(Profile, "discord.gg/abc123")]),
            (
                "here https://maps.app.goo.gl/AbC1 come",
                vec![(Location, "https://maps.app.goo.gl/AbC1")],
            ),
            ("i am at 48.85837, 2.294481 now", vec![(Location, "48.85837, 2.294481")]),
            ("https://www.instagram.com/ is down", vec![]),
            ("https://notinstagram.com/x and https://example.org/instagram.com/x", vec![]),
            ("lina\u{200B}.k@ｅxample.org", vec![(Email, "lina\u{200B}.k@ｅxample.org")]),
            ("pi is 3.14159, ok", vec![]),
            ("1/2 of the class @ school", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[cfg(feature = "phone")]
    #[test]
    fn phone_numbers_are_told_from_other_numbers() {
        let cases = [
            ("call me 07700 900123", Some("07700 900123")),
            ("numéro 06 12 34 56 78 stp", Some("06 12 34 56 78")),
            ("رقمي ٠١٠٠ ١٢٣ ٤٥٦٧", Some("٠١٠٠ ١٢٣ ٤٥٦٧")),
            ("+966 50 123 4567", Some("+966 50 123 4567")),
            (
                "call 0\u{200B}77\u{202B}00 900\u{200B}123 ok",
                Some("0\u{200B}77\u{202B}00 900\u{200B}123"),
            ),
            ("it is ０７７００ ９００１２３", Some("０７７００ ９００１２３")),
            ("07700 😊 900123", Some("07700 😊 900123")),
            ("0532 123 45 67 benim", Some("0532 123 45 67")),
            ("it was 2026-11-23 12:30", None),
            ("order 123456789", None),
            ("i have 1000000 coins", None),
            ("levels 60 70 80 90 100", None),
            ("192.168.1.1", None),
            ("https://example.org/0612345678", None),
        ];
        for (text, expected) in cases {
            let number = found(text).into_iter().find(|(kind, _)| *kind == ContactKind::Phone);
            assert_eq!(number.map(|(_, number)| number), expected, "{text}");
        }
    }

    #[test]
    fn hostile_text_costs_linear_time() {
        for piece in ["1 ", "1.", "a@", "t.me/a ", "+1 (2) ", "1.23456, "] {
            let text = piece.repeat(400_000 / piece.len());
            assert!(found(&text).len() <= 4 * MAX_FOUND, "{piece}");
        }
    }

    #[test]
    fn a_slip_in_the_file_is_named() {
        let (_, services) = himaya_models::contact::SERVICES;
        let wrong = services.replace("\"EG\"", "\"Egypt\"");
        let error = Contacts::from_toml(&wrong).unwrap_err();
        assert_eq!(error, ContactsError::Region("Egypt".to_owned()));
        let wrong = services.replace("schema_version = 1", "schema_version = 9");
        assert_eq!(Contacts::from_toml(&wrong).unwrap_err(), ContactsError::SchemaVersion(9));
    }
}
