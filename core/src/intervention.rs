//! Words for people: what was found and what to do next, in their language.
//!
//! `models/messages/<lang>.ftl` (Project Fluent) holds them; keys are the slugs of the
//! vocabulary and the `message_key`s of assessments.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::assessment::Action;
use crate::conversation::Cause;
use crate::taxonomy::{Behavior, Category, Stage};

/// The messages of one language; what is missing there is said in English.
pub struct Messages {
    bundles: Vec<FluentBundle<FluentResource>>,
    language: &'static str,
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
    /// A file cannot be read.
    #[error("messages in `{0}`: {1}")]
    Syntax(&'static str, String),
}

impl Messages {
    /// Messages in a language (`en`, `ar`; a region as in `ar-EG` is left out of account).
    ///
    /// # Errors
    /// When there is no file for the language.
    pub fn new(language: &str) -> Result<Self, MessagesError> {
        let primary = language.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
        let files = himaya_models::messages::FILES;
        let Some(file) = files.iter().find(|file| file.0 == primary) else {
            let known: Vec<&str> = files.iter().map(|file| file.0).collect();
            return Err(MessagesError::UnknownLanguage {
                asked: language.chars().take(20).collect(),
                known: known.join(", "),
            });
        };
        let fallback = files.iter().find(|other| other.0 == "en" && other.0 != file.0);
        let bundles = std::iter::once(file).chain(fallback).map(bundle);
        Ok(Self { bundles: bundles.collect::<Result<_, _>>()?, language: file.0 })
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        matches!(self.language, "ar" | "fa" | "he" | "ur")
    }

    /// The text of a key, such as an assessment's `message_key`.
    pub fn get(&self, key: &str) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
        })
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
            Cause::Tone(_) => return self.or_slug("cue", "tone"),
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

    fn or_slug(&self, kind: &str, slug: &str) -> String {
        self.get(&format!("{kind}-{slug}")).unwrap_or_else(|| slug.to_owned())
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

fn bundle(
    (language, text): &(&'static str, &'static str),
) -> Result<FluentBundle<FluentResource>, MessagesError> {
    let syntax = |detail: String| MessagesError::Syntax(language, detail);
    let id: LanguageIdentifier = language.parse().map_err(|error| syntax(format!("{error:?}")))?;
    let resource = FluentResource::try_new((*text).to_owned())
        .map_err(|(_, errors)| syntax(format!("{errors:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle
        .add_resource(resource)
        .map_err(|errors: Vec<FluentError>| syntax(format!("{errors:?}")))?;
    Ok(bundle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conversation::{Cue, Relation};

    #[test]
    fn every_language_says_everything_itself() {
        for (language, _) in himaya_models::messages::FILES {
            let mut messages = Messages::new(language).unwrap();
            messages.bundles.truncate(1);
            let mut keys: Vec<String> = Vec::new();
            keys.extend(Behavior::ALL.iter().map(|b| format!("behavior-{b}")));
            keys.push("cue-tone".to_owned());
            keys.extend(Cue::ALL.iter().map(|cue| format!("cue-{cue}")));
            keys.extend(Relation::ALL.iter().map(|relation| format!("relation-{relation}")));
            keys.extend(Stage::ALL.iter().map(|stage| format!("stage-{stage}")));
            keys.extend(Action::ALL.iter().map(|a| format!("action-{a}")));
            for category in Category::ALL {
                keys.push(format!("category-{category}"));
                keys.push(format!("notice-{category}"));
                if category.is_sequential() {
                    keys.push(format!("deterrence-{category}"));
                }
            }
            for key in keys {
                let text = messages.get(&key);
                assert!(text.is_some_and(|text| !text.is_empty()), "{language}: {key}");
            }
        }
    }

    #[test]
    fn an_unknown_language_is_refused_with_those_there_are() {
        let error = Messages::new("xx").unwrap_err().to_string();
        assert_eq!(error, "no messages in `xx`; there are: ar, en");
        assert_eq!(Messages::new("ar-EG").unwrap().language(), "ar");
    }
}
