//! The messages of one language, read when the first of them is asked for.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Pattern;
use himaya_models::TextFile;
use thiserror::Error;
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::help::Verified;
use super::language;
use super::reader::Addressee;
use crate::assessment::{Action, InputType};
use crate::conversation::Cause;
use crate::taxonomy::{Behavior, Category, Stage};

/// The messages of one language; what is missing there is said in English.
///
/// Making one costs a look at the languages there are; a file is read with the first message
/// that is asked of it.
pub struct Messages {
    own: File,
    english: Option<File>,
}

/// Why messages cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MessagesError {
    /// No file for this language.
    #[error("no messages in `{asked}`; there are: {known}")]
    UnknownLanguage {
        /// At most 20 characters of what was asked for.
        asked: String,
        /// The languages there are.
        known: String,
    },
}

/// A value that a message shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Argument<'a> {
    /// A number, on which the words around it depend.
    Number(u32),
    /// Text, kept apart from the direction of what stands around it.
    Text(&'a str),
}

/// Who is addressed, and the values that a message shows besides.
pub(crate) type Values<'a> = (&'a Addressee, &'a [(&'a str, Argument<'a>)]);

impl Messages {
    /// Messages in a language, given as a BCP 47 tag: `pt-BR` and `ar-EG` are spoken to in `pt` and
    /// `ar`.
    ///
    /// # Errors
    /// When there is no file for the language.
    pub fn new(language: &str) -> Result<Self, MessagesError> {
        language::best(&[language]).map(Self::of).ok_or_else(|| {
            let known: Vec<&str> = Self::languages().collect();
            MessagesError::UnknownLanguage {
                asked: language.chars().take(20).collect(),
                known: known.join(", "),
            }
        })
    }

    /// Messages in the first language of a list that there is, English if there is none;
    /// [`Messages::language`] says which.
    pub fn for_languages(preferred: &[&str]) -> Self {
        Self::of(language::best(preferred).unwrap_or_else(language::english))
    }

    /// The languages there are, by code.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        himaya_models::messages::FILES.iter().map(TextFile::name)
    }

    fn of(file: &TextFile) -> Self {
        let english = language::english();
        Self { own: File::new(file), english: (english != file).then(|| File::new(english)) }
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> &'static str {
        self.own.language
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.own.is_right_to_left()
    }

    /// The text of a key for somebody of whom nothing is known.
    pub fn get(&self, key: &str) -> Option<String> {
        self.text(key, &Addressee::default())
    }

    /// The text of a key as it is said to somebody. `key.step` is the attribute `step` of a key.
    ///
    /// `None` for a key that there is not; what another than English lacks is said in English.
    pub fn text(&self, key: &str, addressee: &Addressee) -> Option<String> {
        self.text_with(key, addressee, &[])
    }

    /// The same of a text that shows values, by their names.
    pub fn text_with(
        &self,
        key: &str,
        addressee: &Addressee,
        values: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        self.files().find_map(|file| file.text(key, (addressee, values)))
    }

    /// The language in which a key is said: this one, or English.
    pub fn language_of(&self, key: &str) -> Option<&'static str> {
        self.files().find(|file| file.has(key)).map(|file| file.language)
    }

    /// That something could not be checked, for the child: what, and what to do. `input` is a
    /// message, an image or a stream.
    pub fn unchecked(&self, input: InputType, addressee: &Addressee) -> Option<(String, String)> {
        let key = format!("unchecked-{input}");
        Some((self.text(&key, addressee)?, self.text(&format!("{key}.step"), addressee)?))
    }

    /// What the child is told where messages and pictures are looked at: title and text.
    pub fn monitoring_notice(&self, child: &Addressee) -> Option<(String, String)> {
        let title = self.text("monitoring-notice.title", child)?;
        Some((title, self.text("monitoring-notice", child)?))
    }

    /// That an adult will be told in so many hours, and what the child may do before.
    pub fn digest_delay(&self, hours: u32, child: &Addressee) -> Option<(String, String)> {
        let values = [("hours", Argument::Number(hours))];
        let said = self.text_with("digest-delay", child, &values)?;
        Some((said, self.text_with("digest-delay.step", child, &values)?))
    }

    /// Whether a person has confirmed a help service, for whoever is shown it.
    pub fn verified(&self, verified: &Verified) -> Option<String> {
        match verified {
            Verified::Never => self.get("help-unverified"),
            Verified::On(date) => {
                let values = [("date", Argument::Text(date))];
                self.text_with("help-verified", &Addressee::default(), &values)
            }
        }
    }

    /// What a behaviour is, in a few words.
    pub fn behavior(&self, behavior: Behavior) -> String {
        self.or_slug("behavior", behavior.slug())
    }

    /// What counts in a conversation, in a few words.
    pub fn cause(&self, cause: Cause) -> String {
        let kind = match cause {
            Cause::Behavior(_) => "behavior",
            Cause::Cue(_) => "cue",
            Cause::Tone(_) | Cause::Context(_) => return self.or_slug("cue", "tone"),
            Cause::Relation(_) => "relation",
        };
        self.or_slug(kind, cause.slug())
    }

    /// What a stage is, in a few words.
    pub fn stage(&self, stage: Stage) -> String {
        self.or_slug("stage", stage.slug())
    }

    /// What a category is, in a few words.
    pub fn category(&self, category: Category) -> String {
        self.or_slug("category", category.slug())
    }

    /// What an action means, in a few words.
    pub fn action(&self, action: Action) -> String {
        self.or_slug("action", action.slug())
    }

    pub(crate) fn or_slug(&self, kind: &str, slug: &str) -> String {
        self.get(&format!("{kind}-{slug}")).unwrap_or_else(|| slug.to_owned())
    }

    /// The file of the language, then the English one.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.own).chain(&self.english)
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language()).finish_non_exhaustive()
    }
}

/// A file of messages.
pub(crate) struct File {
    pub(crate) language: &'static str,
    text: TextFile,
    id: LanguageIdentifier,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl File {
    pub(crate) fn new(text: &TextFile) -> Self {
        let language = text.name();
        let id = language.parse().unwrap_or_default();
        Self { language, text: *text, id, bundle: OnceLock::new() }
    }

    pub(crate) fn is_right_to_left(&self) -> bool {
        self.id.character_direction() == CharacterDirection::RTL
    }

    /// What cannot be read of a file is left out, so that English stands in; the tests of the
    /// build refuse such files (`check`).
    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| {
            let read = FluentResource::try_new(self.text.text().into_owned());
            let resource = read.unwrap_or_else(|(readable, _)| readable);
            let mut bundle = FluentBundle::new_concurrent(vec![self.id.clone()]);
            // Fluent isolates the choice between wordings too, within Arabic words even, whose
            // letters then do not join; `Self::render` isolates values alone.
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        match key.split_once('.') {
            Some((key, attribute)) => {
                Some(self.bundle().get_message(key)?.get_attribute(attribute)?.value())
            }
            None => self.bundle().get_message(key)?.value(),
        }
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    pub(crate) fn text(&self, key: &str, values: Values<'_>) -> Option<String> {
        self.render(key, values)?.ok()
    }

    /// The text of a key, or what is wrong with it.
    pub(crate) fn render(
        &self,
        key: &str,
        (addressee, shown): Values<'_>,
    ) -> Option<Result<String, String>> {
        let pattern = self.pattern(key)?;
        let mut values = FluentArgs::with_capacity(2 + shown.len());
        values.set("age", addressee.age_name());
        values.set("gender", addressee.gender.slug());
        for (name, value) in shown {
            match value {
                Argument::Number(number) => values.set(*name, *number),
                Argument::Text(text) if self.is_right_to_left() => {
                    values.set(*name, isolated(text))
                }
                Argument::Text(text) => values.set(*name, *text),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle().format_pattern(pattern, Some(&values), &mut errors);
        Some(match errors.first() {
            Some(error) => Err(error.to_string()),
            None if text.trim().is_empty() => Err("the text is empty".to_owned()),
            None => Ok(text.into_owned()),
        })
    }
}

/// Text that keeps its own direction within a line of another (Unicode's FSI and PDI).
pub(crate) fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(language: &'static str) -> File {
        File::new(&TextFile::plain(language, WORDS))
    }

    const WORDS: &str = "number = { $count ->\n    [one] one\n   *[other] { $count }\n }\nnamed = (\
        { $name })\nempty = { \"\" }\nbroken = { $missing }\n";

    fn value(file: &File, key: &str, name: &str, value: Argument<'_>) -> Option<String> {
        file.text(key, (&Addressee::default(), &[(name, value)]))
    }

    #[test]
    fn an_unknown_language_is_refused_with_those_there_are() {
        let error = Messages::new("xx").unwrap_err().to_string();
        assert!(error.starts_with("no messages in `xx`; there are: ar,"), "{error}");
        assert_eq!(Messages::new("ar-EG").unwrap().language(), "ar");
        assert_eq!(Messages::for_languages(&["xx", "ar"]).language(), "ar");
        assert_eq!(Messages::for_languages(&[]).language(), "en");
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english_and_told() {
        let gaps = TextFile::plain("ar", "category-grooming = x\n");
        let messages =
            Messages { own: File::new(&gaps), english: Some(File::new(language::english())) };
        assert_eq!(messages.language_of("category-grooming"), Some("ar"));
        assert_eq!(messages.language_of("category-bullying"), Some("en"));
        assert_eq!(messages.category(Category::Bullying), "bullying");
        assert_eq!(messages.get("nonsense"), None);
    }

    #[test]
    fn values_are_isolated_where_lines_run_from_right_to_left() {
        let (arabic, english) = (file("ar"), file("en"));
        let named = |file| value(file, "named", "name", Argument::Text("A-1")).unwrap();
        assert_eq!(named(&english), "(A-1)");
        assert_eq!(named(&arabic), "(\u{2068}A-1\u{2069})");
        let number = |count| value(&english, "number", "count", Argument::Number(count)).unwrap();
        assert_eq!((number(1), number(7)), ("one".to_owned(), "7".to_owned()));
    }

    #[test]
    fn a_text_that_is_empty_or_lacks_a_value_is_none() {
        let file = file("en");
        for key in ["empty", "broken", "named"] {
            assert_eq!(file.text(key, (&Addressee::default(), &[])), None, "{key}");
        }
    }
}
