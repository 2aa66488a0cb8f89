//! Personal data taken out of what a person writes, before it goes into a draft.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use crate::error::ContactsError;
use crate::text::contact::{ContactKind, Contacts};

/// Digits from which on a number is taken out, whatever it may be.
const MIN_DIGITS: usize = 7;
/// Characters of the shortest name behind an `@`.
const MIN_HANDLE: usize = 2;

/// Takes phone numbers, addresses, links, names of profiles and places out of a text.
///
/// It errs on the side of taking out: any number of seven digits goes. Names of people stay; no
/// list knows them.
#[derive(Debug)]
pub struct Redactor {
    contacts: Contacts,
}

impl Redactor {
    /// With the embedded list of services.
    ///
    /// # Errors
    /// None that the shipped list can cause.
    pub fn new() -> Result<Self, ContactsError> {
        let (_, services) = himaya_models::contact::SERVICES;
        Ok(Self { contacts: Contacts::from_toml(services)? })
    }

    /// The text with `[redacted: phone]`, `email`, `profile`, `location`, `link`, `handle` or
    /// `number` in place of each.
    pub fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        // Each reader finds so many at once, and what one takes out may show another something.
        // It ends: what is put in their place holds nothing that any of them finds.
        loop {
            let mut changed = false;
            for reader in [Self::contacts, Self::links, Self::handles, Self::numbers] {
                let found = reader(self, &text);
                changed |= !found.is_empty();
                text = replaced(&text, found);
            }
            if !changed {
                return text;
            }
        }
    }

    fn contacts(&self, text: &str) -> Vec<Found> {
        let contacts = self.contacts.find(text).into_iter();
        let named = contacts.map(|contact| {
            let name = match contact.kind {
                ContactKind::Phone => "phone",
                ContactKind::Email => "email",
                ContactKind::Profile => "profile",
                ContactKind::Location => "location",
            };
            (contact.span, name)
        });
        named.filter(|(span, _)| !span.is_empty()).collect()
    }

    fn links(&self, text: &str) -> Vec<Found> {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        let links = finder.links(text).map(|link| {
            let name = if *link.kind() == LinkKind::Email { "email" } else { "link" };
            (link.start()..link.end(), name)
        });
        links.collect()
    }

    /// `@name`, as services write who somebody is.
    fn handles(&self, text: &str) -> Vec<Found> {
        let signs = text.char_indices().filter(|(_, c)| matches!(c, '@' | '＠'));
        let spans = signs.filter_map(|(start, sign)| {
            let name = text.get(start + sign.len_utf8()..)?;
            let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
            let length = name.find(|c| !is_part(c)).unwrap_or(name.len());
            let end = start + sign.len_utf8() + length;
            (name.get(..length)?.chars().count() >= MIN_HANDLE).then_some((start..end, "handle"))
        });
        spans.collect()
    }

    /// Seven digits and more, with what people write between them.
    fn numbers(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        let mut run: Option<(Range<usize>, usize)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
            if c.is_numeric() {
                let (span, digits) = run.unwrap_or((at..at, 0));
                run = Some((span.start..at + c.len_utf8(), digits + 1));
            } else if c.is_alphabetic() || matches!(c, '\n' | '[' | ']') {
                let long = run.take().filter(|(_, digits)| *digits >= MIN_DIGITS);
                found.extend(long.map(|(span, _)| (span, "number")));
            }
        }
        found
    }
}

/// Where something was found, and what it is called in its place.
type Found = (Range<usize>, &'static str);

/// The text with other words in place of some spans, those that touch another taken together.
fn replaced(text: &str, mut found: Vec<Found>) -> String {
    found.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (span, name) in found {
        if span.start >= at {
            out.push_str(text.get(at..span.start).unwrap_or(""));
            out.push_str("[redacted: ");
            out.push_str(name);
            out.push(']');
        }
        at = at.max(span.end);
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static REDACTOR: LazyLock<Redactor> = LazyLock::new(|| Redactor::new().unwrap());

    fn redacted(text: &str) -> String {
        REDACTOR.redact(text)
    }

    proptest! {
        #[test]
        fn nothing_that_is_taken_out_stays(text in "[0-9 a-c@./+٣(\\-😊\u{200B}]{0,200}") {
            let left = redacted(&text);
            prop_assert!(REDACTOR.numbers(&left).is_empty(), "{left}");
            prop_assert_eq!(redacted(&left), left);
        }
    }

    #[test]
    fn ways_to_reach_a_person_are_taken_out() {
        for (text, expected) in [
            ("write to lina.k@example.org now", "write to [redacted: email] now"),
            (
                "see example.org/a?b and www.example.net",
                "see [redacted: link] and [redacted: link]",
            ),
            ("t.me/omar99 أضفني", "[redacted: profile] أضفني"),
            ("he is @omar_99 there", "he is [redacted: handle] there"),
            ("id 123-45-6789 it was", "id [redacted: number] it was"),
            ("at 48.85837, 2.294481 now", "at [redacted: location] now"),
            ("there are 2 of 30", "there are 2 of 30"),
            ("٣.aa@-a", "[redacted: link][redacted: handle]"),
            ("", ""),
        ] {
            assert_eq!(redacted(text), expected);
        }
    }

    #[test]
    fn no_number_is_one_too_many() {
        let many = "07700 900123 and ".repeat(40);
        let left = redacted(&many);
        assert!(!left.contains("900"), "{left}");
        for number in ["٠١٠٠ ١٢٣ ٤٥٦٧", "07700 😊 900123", "0\u{200B}77\u{202B}00 900\u{200B}123"]
        {
            let left = redacted(number);
            assert!(!left.contains(char::is_numeric), "{left}");
        }
    }
}
