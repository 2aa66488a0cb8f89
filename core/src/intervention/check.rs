//! What a file of messages lacks, or says in a way that people must not see.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use himaya_models::TextFile;
use serde::Serialize;

use super::digest::{Frequency, Trend, Urgency};
use super::help::HelpAudience;
use super::language;
use super::messages::{Argument, File, isolated};
use super::reader::{Addressee, Reader};
use crate::assessment::{Action, InputType};
use crate::conversation::{Cue, Relation};
use crate::policy::AgeBand;
use crate::taxonomy::{Behavior, Category, Stage};

/// Characters that the parts of a message may have in English; in other languages a third more.
const MAX_TITLE: usize = 45;
const MAX_STEP: usize = 90;
const MAX_BODY: usize = 260;
/// Characters of a body that a child under ten reads or is read.
const MAX_BODY_UNDER_TEN: usize = 130;
/// Numbers that stand for the plural forms of all languages.
const NUMBERS: [u32; 8] = [0, 1, 2, 3, 5, 11, 24, 100];
/// Single texts: key and attributes.
const SINGLES: &[(&str, &[&str])] = &[
    ("monitoring-notice", &["title"]),
    ("digest-delay", &["step"]),
    ("digest-title", &[]),
    ("digest-none", &[]),
    ("digest-private", &[]),
    ("digest-unchecked", &[]),
    ("help-title", &[]),
    ("help-free", &[]),
    ("help-unverified", &[]),
    ("help-verified", &[]),
    ("help-danger", &[]),
    ("help-hours", &[]),
    ("contest-offer", &[]),
    ("contest-thanks", &[]),
    ("contest-reason-harmless", &[]),
    ("contest-reason-known_person", &[]),
    ("contest-reason-wrong_language", &[]),
    ("contest-reason-other", &[]),
    ("contest-limit", &[]),
    ("uncover", &[]),
    ("cover", &[]),
    ("back", &[]),
    ("tell_adult", &[]),
    ("send_anyway", &[]),
    ("do_not_send", &[]),
    ("cue-tone", &[]),
    ("reason-conversation-pattern", &[]),
];

/// What is wrong with the messages of a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageCheck {
    /// BCP 47 code of the language.
    pub language: &'static str,
    /// Texts that it must have, each part of a message by itself.
    pub texts: usize,
    /// What is wrong, by key; nothing if the language is complete.
    pub faults: Vec<MessageFault>,
}

/// A fault of one message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MessageFault {
    /// The key, with the attribute: `notice-grooming.title`; empty for what has no key.
    pub key: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// Not Fluent's syntax, in this line.
    Syntax(usize),
    /// It is not there.
    Missing,
    /// English has no such key: a slip of the pen, or left over.
    Unknown,
    /// It cannot be said: why.
    Broken(String),
    /// Longer than people read: characters it has, characters it may have.
    TooLong(usize, usize),
    /// Braces, links or control characters, which people would see or which reorder their text.
    Markup,
    /// The very words of English, or Latin letters where the language has its own.
    English,
}

impl fmt::Display for MessageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = &self.key;
        match &self.kind {
            FaultKind::Syntax(line) => write!(f, "line {line}: not Fluent's syntax"),
            FaultKind::Missing => write!(f, "`{key}` is missing"),
            FaultKind::Unknown => write!(f, "`{key}` is no key that English has"),
            FaultKind::Broken(why) => write!(f, "`{key}` cannot be said: {why}"),
            FaultKind::TooLong(has, may) => {
                write!(f, "`{key}` has {has} characters; at most {may} are read")
            }
            FaultKind::Markup => write!(f, "`{key}` has braces, a link or control characters"),
            FaultKind::English => write!(f, "`{key}` is English"),
        }
    }
}

/// Says every text of every language to everybody, and tells what is wrong.
pub fn check_messages() -> Vec<LanguageCheck> {
    let files = himaya_models::messages::FILES;
    let known = keys(&language::english().text()).0;
    let english = File::new(language::english());
    files.iter().map(|file| checked(file, &known, &english)).collect()
}

fn checked(source: &TextFile, known: &Keys, english: &File) -> LanguageCheck {
    let file = File::new(source);
    let (own, junk) = keys(&source.text());
    let required: Keys = required().union(known).cloned().collect();
    let mut faults: BTreeSet<MessageFault> = junk
        .into_iter()
        .map(|line| MessageFault { key: String::new(), kind: FaultKind::Syntax(line) })
        .collect();
    for key in own.difference(&required) {
        faults.insert(MessageFault { key: key.clone(), kind: FaultKind::Unknown });
    }
    for key in &required {
        let mut add = |kind| faults.insert(MessageFault { key: key.clone(), kind });
        if !own.contains(key) {
            add(FaultKind::Missing);
            continue;
        }
        let mut longest = BTreeMap::new();
        for addressee in Addressee::all() {
            for number in NUMBERS {
                match said(&file, key, &addressee, number) {
                    Err(why) => _ = add(FaultKind::Broken(why)),
                    Ok(text) => {
                        if has_markup(&text) {
                            add(FaultKind::Markup);
                        }
                        let same = said(english, key, &addressee, number).as_ref() == Ok(&text);
                        let latin = text.chars().any(|c| c.is_ascii_alphabetic());
                        let copied = file.language != "en" && same && text.contains(' ');
                        if copied || (latin && file.is_right_to_left()) {
                            add(FaultKind::English);
                        }
                        let may = limit(key, &addressee, file.language);
                        let has = longest.entry(may).or_insert(0);
                        *has = text.chars().count().max(*has);
                    }
                }
            }
        }
        for (may, has) in longest {
            if has > may {
                add(FaultKind::TooLong(has, may));
            }
        }
    }
    LanguageCheck {
        language: file.language,
        texts: required.len(),
        faults: faults.into_iter().collect(),
    }
}

fn said(file: &File, key: &str, addressee: &Addressee, number: u32) -> Result<String, String> {
    let values = [
        ("hours", Argument::Number(number)),
        ("count", Argument::Number(number)),
        ("date", Argument::Text("2026-11-30")),
    ];
    file.render(key, (addressee, &values)).unwrap_or_else(|| Err("no such part".to_owned()))
}

type Keys = BTreeSet<String>;

/// The keys of a file with their attributes, and the lines that are not Fluent.
fn keys(text: &str) -> (Keys, Vec<usize>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut keys = Keys::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if message.value.is_some() {
            keys.insert(message.id.name.to_owned());
        }
        let attributes = message.attributes.iter();
        keys.extend(attributes.map(|part| format!("{}.{}", message.id.name, part.id.name)));
    }
    let line = |at: usize| 1 + text.get(..at).unwrap_or(text).matches('\n').count();
    (keys, errors.into_iter().map(|error| line(error.pos.start)).collect())
}

/// What every language must have, whatever the English file holds.
fn required() -> Keys {
    let mut keys = Keys::new();
    let mut add = |key: String, attributes: &[&str]| {
        keys.extend(attributes.iter().map(|attribute| format!("{key}.{attribute}")));
        keys.insert(key);
    };
    for reader in Reader::ALL {
        for category in Category::ALL {
            if let Some(key) = reader.key(*category) {
                add(key, &["title", "step"]);
            }
        }
    }
    for input in InputType::ALL {
        add(format!("unchecked-{input}"), &["step"]);
    }
    for (key, attributes) in SINGLES {
        add((*key).to_owned(), attributes);
    }
    let words = [
        ("behavior", Behavior::ALL.iter().map(|b| b.slug()).collect::<Vec<_>>()),
        ("cue", Cue::ALL.iter().map(|c| c.slug()).collect()),
        ("relation", Relation::ALL.iter().map(|r| r.slug()).collect()),
        ("stage", Stage::ALL.iter().map(|s| s.slug()).collect()),
        ("category", Category::ALL.iter().map(|c| c.slug()).collect()),
        ("action", Action::ALL.iter().map(|a| a.slug()).collect()),
        ("urgency", Urgency::ALL.iter().map(|u| u.slug()).collect()),
        ("frequency", Frequency::ALL.iter().map(|f| f.slug()).collect()),
        ("trend", Trend::ALL.iter().map(|t| t.slug()).collect()),
        ("audience", HelpAudience::ALL.iter().map(|a| a.slug()).collect()),
    ];
    for (kind, slugs) in words {
        slugs.into_iter().for_each(|slug| add(format!("{kind}-{slug}"), &[]));
    }
    keys
}

fn limit(key: &str, addressee: &Addressee, language: &str) -> usize {
    let young = matches!(addressee.age, Some(AgeBand::From0To5 | AgeBand::From6To9));
    let to_child = key.starts_with("notice-") || key.starts_with("sending-");
    let english = match key.split_once('.') {
        Some((_, "title")) => MAX_TITLE,
        Some(_) => MAX_STEP,
        None if young && to_child => MAX_BODY_UNDER_TEN,
        None => MAX_BODY,
    };
    if language == "en" { english } else { english + english / 3 }
}

/// Whether a text has what is Fluent's or a web page's, or isolates that do not close.
fn has_markup(text: &str) -> bool {
    let plain = text.replace(&isolated("2026-11-30"), "2026-11-30");
    plain.chars().any(|c| {
        matches!(c, '{' | '}' | '<' | '>')
            || (c.is_control() && c != '\n')
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }) || plain.contains("://")
        || plain.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intervention::{InterventionLevel, Messages};

    /// The languages that people are spoken to in.
    const LANGUAGES: [&str; 9] = ["ar", "de", "en", "es", "fr", "it", "nl", "pt", "tr"];

    /// One message for all languages, so that whoever translates sees what is left.
    #[test]
    fn every_language_says_everything_itself() {
        let mut left = String::new();
        for language in LANGUAGES.iter().filter(|l| Messages::languages().all(|known| known != **l))
        {
            left += &format!("\n{language}: no file models/messages/{language}.ftl");
        }
        for LanguageCheck { language, texts, faults } in check_messages() {
            if faults.is_empty() {
                continue;
            }
            left += &format!("\n{language}: {} faults in {texts} texts", faults.len());
            let shown = faults.iter().take(12).map(|fault| format!("\n    {fault}"));
            left += &shown.collect::<String>();
        }
        assert!(left.is_empty(), "languages are not complete (`himaya messages check`):{left}");
    }

    #[test]
    fn every_reader_gets_a_whole_notice_in_every_language_age_and_gender() {
        for language in Messages::languages() {
            let messages = Messages::new(language).unwrap();
            for addressee in Addressee::all() {
                for reader in Reader::ALL {
                    for category in Category::ALL {
                        for level in InterventionLevel::ALL {
                            let at =
                                || format!("{language} {reader} {category} {level} {addressee:?}");
                            let notice = messages.notice(*reader, *category, &addressee, *level);
                            let wanted = *level != InterventionLevel::Disabled
                                && reader.speaks_of(*category);
                            assert_eq!(notice.is_some(), wanted, "{}", at());
                            let Some(notice) = notice else { continue };
                            let descriptive = *level == InterventionLevel::Descriptive;
                            assert_eq!(notice.body.is_some(), descriptive, "{}", at());
                            assert_eq!(Some(&notice.key), reader.key(*category).as_ref());
                            let rtl = notice.language == "ar";
                            assert_eq!(notice.right_to_left, rtl, "{}", at());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_with_a_message_is_said() {
        let english =
            TextFile::plain("en", "a = a word\nb = b\nc = { $hours } c\nd = d\nlong = x\n");
        let own = format!(
            "a = a word\nb = {{ $nothing }}\nc = <b>{{ $hours }}</b>\nzz = z\n?\nlong = {}\n",
            "x".repeat(347)
        );
        let own: &'static str = own.leak();
        let faults =
            checked(&TextFile::plain("de", own), &keys(&english.text()).0, &File::new(&english))
                .faults;
        let own: Vec<String> = faults
            .iter()
            .filter(|fault| fault.key.len() < 5 && fault.key != "back")
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            own,
            [
                "line 5: not Fluent's syntax",
                "`a` is English",
                "`b` cannot be said: Resolver error: Unknown variable: $nothing",
                "`c` has braces, a link or control characters",
                "`d` is missing",
                "`long` has 347 characters; at most 346 are read",
                "`zz` is no key that English has",
            ]
        );
    }
}
