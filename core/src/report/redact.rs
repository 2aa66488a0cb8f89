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
        // The reader of contacts finds so many at once; what is put in their place holds none.
        loop {
            let found = self.contacts.find(&text).into_iter().map(|contact| {
                let name = match contact.kind {
                    ContactKind::Phone => "phone",
                    ContactKind::Email => "email",
                    ContactKind::Profile => "profile",
                    ContactKind::Location => "location",
                };
                (contact.span, name)
            });
            let found: Vec<_> = found.collect();
            if found.is_empty() {
                break;
            }
            text = replaced(&text, found);
        }
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        let links = finder.links(&text).map(|link| {
            let name = if *link.kind() == LinkKind::Email { "email" } else { "link" };
            (link.start()..link.end(), name)
        });
        text = replaced(&text, links.collect());
        text = replaced(&text, handles(&text));
        replaced(&text, numbers(&text))
    }
}

/// The text with other words in place of some spans, those that touch another taken together.
fn replaced(text: &str, mut found: Vec<(Range<usize>, &'static str)>) -> String {
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

/// `@name`, as services write who somebody is.
fn handles(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let signs = text.char_indices().filter(|(_, c)| matches!(c, '@' | '＠'));
    let spans = signs.filter_map(|(start, sign)| {
        let name = text.get(start + sign.len_utf8()..)?;
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
        let length = name.find(|c| !is_part(c)).unwrap_or(name.len());
        let characters = name.get(..length)?.chars().count();
        (characters >= MIN_HANDLE).then_some((start..start + sign.len_utf8() + length, "handle"))
    });
    spans.collect()
}

/// Seven digits and more, with what people write between them.
fn numbers(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    let mut close = |run: &mut Option<(usize, usize, usize)>| {
        if let Some((start, end, digits)) = run.take()
            && digits >= MIN_DIGITS
        {
            found.push((start..end, "number"));
        }
    };
    for (at, c) in text.char_indices() {
        if c.is_numeric() {
            let (start, _, digits) = run.unwrap_or((at, at, 0));
            run = Some((start, at + c.len_utf8(), digits + 1));
        } else if c.is_alphabetic() || matches!(c, '\n' | '[' | ']') {
            close(&mut run);
        }
    }
    close(&mut run);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn redacted(text: &str) -> String {
        Redactor::new().unwrap().redact(text)
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
