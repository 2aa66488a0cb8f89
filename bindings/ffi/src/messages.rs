//! What people are told, in their language.

use std::collections::HashMap;
use std::sync::Arc;

use himaya::intervention as core;

use crate::assessment::Assessment;
use crate::error::MessagesError;
use crate::mirror::mirrored;
use crate::vocabulary::{Action, AgeBand, Behavior, Category, InputType, Stage};

mirrored! {
    /// Who is spoken to.
    Reader = himaya::intervention::Reader, else Guardian {
        /// The child to whom something was sent.
        Approached,
        /// The child who is about to send something.
        Sending,
        /// The person whose own message was flagged.
        Author,
        /// Whoever cares for the child.
        Guardian,
    }

    /// Grammatical gender in which a person is addressed.
    Gender = himaya::intervention::Gender, else Other {
        /// As a girl or woman.
        Feminine,
        /// As a boy or man.
        Masculine,
        /// Neither, or the host does not know: as the language's child helplines do.
        Other,
    }

    /// How much people are told when something is found.
    InterventionLevel = himaya::policy::InterventionLevel, else Descriptive {
        /// Nothing is done and nothing is said; what was found is still in the assessment.
        Disabled,
        /// What is going on, and one thing to do.
        Simple,
        /// Also why, and what it means.
        Descriptive,
    }
}

/// How a person is addressed; the guardian by the age of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Addressee {
    /// Age; absent if unknown, which the other side's usually is.
    pub age: Option<AgeBand>,
    /// Grammatical gender.
    pub gender: Gender,
}

impl From<Addressee> for core::Addressee {
    fn from(Addressee { age, gender }: Addressee) -> Self {
        Self { age: age.map(Into::into), gender: gender.into() }
    }
}

/// What a person is told: what is going on, why if that is wanted, and one thing to do.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Notice {
    /// The key of the message, such as an assessment's `message_key`.
    pub key: String,
    /// What is going on; one line.
    pub title: String,
    /// Why, and what it means; at the level `descriptive` alone.
    pub body: Option<String>,
    /// One thing to do next; short enough for a button.
    pub step: String,
    /// BCP 47 code of the language of all three: that of the messages, or `en` where it lacks one
    /// of them.
    pub language: String,
    /// Whether they are written from right to left.
    pub right_to_left: bool,
}

impl From<core::Notice> for Notice {
    fn from(from: core::Notice) -> Self {
        Self {
            key: from.key,
            title: from.title,
            body: from.body,
            step: from.step,
            language: from.language.to_owned(),
            right_to_left: from.right_to_left,
        }
    }
}

/// A text and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TextAndStep {
    /// What is going on.
    pub text: String,
    /// One thing to do next.
    pub step: String,
}

/// A text with a title.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct TitleAndText {
    /// One line.
    pub title: String,
    /// What it means.
    pub text: String,
}

/// A value that a message shows.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum MessageValue {
    /// A number, on which the words around it depend.
    Number {
        /// The number.
        number: u32,
    },
    /// Text, kept apart from the direction of what stands around it.
    Text {
        /// The text.
        text: String,
    },
}

/// Codes of the languages in which people are told something.
#[uniffi::export]
pub fn message_languages() -> Vec<String> {
    core::Messages::languages().map(str::to_owned).collect()
}

/// The messages of one language; what is missing there is said in English. May be used on any
/// number of threads at once.
#[derive(Debug, uniffi::Object)]
pub struct Messages {
    pub(crate) core: core::Messages,
}

#[uniffi::export]
impl Messages {
    /// Messages in a language, given as a BCP 47 tag: `pt-BR` and `ar-EG` are spoken to in `pt`
    /// and `ar`.
    ///
    /// # Errors
    /// When there is no such language; the error names those that there are.
    #[uniffi::constructor]
    pub fn new(language: &str) -> Result<Arc<Self>, MessagesError> {
        Ok(Arc::new(Self { core: core::Messages::new(language)? }))
    }

    /// Messages in the first language of a list that there is, English if there is none; `language`
    /// says which.
    #[uniffi::constructor]
    pub fn for_languages(preferred: Vec<String>) -> Arc<Self> {
        let preferred: Vec<&str> = preferred.iter().map(String::as_str).collect();
        Arc::new(Self { core: core::Messages::for_languages(&preferred) })
    }

    /// BCP 47 code of the language.
    pub fn language(&self) -> String {
        self.core.language().to_owned()
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.core.is_right_to_left()
    }

    /// What a reader is told of an assessment: the author what the deterrence key names, everybody
    /// else what the policy acts upon. Absent where there is nothing to tell.
    pub fn notice_about(
        &self,
        assessment: Assessment,
        reader: Reader,
        addressee: Addressee,
        level: InterventionLevel,
    ) -> Option<Notice> {
        let (addressee, assessment) = (addressee.into(), assessment.into());
        let notice = self.core.notice_about(&assessment, reader.into(), &addressee, level.into());
        notice.map(Into::into)
    }

    /// What a reader is told of a category. Absent at the level `disabled`, and where there are no
    /// words of the category for the reader.
    pub fn notice(
        &self,
        reader: Reader,
        category: Category,
        addressee: Addressee,
        level: InterventionLevel,
    ) -> Option<Notice> {
        let addressee = addressee.into();
        let notice = self.core.notice(reader.into(), category.into(), &addressee, level.into());
        notice.map(Into::into)
    }

    /// That something could not be checked, for the child.
    pub fn unchecked(&self, input: InputType, addressee: Addressee) -> Option<TextAndStep> {
        let said = self.core.unchecked(input.into(), &addressee.into());
        said.map(|(text, step)| TextAndStep { text, step })
    }

    /// What the child is told where messages and pictures are looked at.
    pub fn monitoring_notice(&self, child: Addressee) -> Option<TitleAndText> {
        let said = self.core.monitoring_notice(&child.into());
        said.map(|(title, text)| TitleAndText { title, text })
    }

    /// That an adult will be told in so many hours, and what the child may do before.
    pub fn digest_delay(&self, hours: u32, child: Addressee) -> Option<TextAndStep> {
        let said = self.core.digest_delay(hours, &child.into());
        said.map(|(text, step)| TextAndStep { text, step })
    }

    /// The text of a key as it is said to somebody. `key.step` is the attribute `step` of a key.
    /// Absent for a key that there is not, or that shows values which are not given.
    pub fn text(
        &self,
        key: &str,
        addressee: Addressee,
        values: HashMap<String, MessageValue>,
    ) -> Option<String> {
        let values: Vec<(&str, core::Argument<'_>)> = values
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    MessageValue::Number { number } => core::Argument::Number(*number),
                    MessageValue::Text { text } => core::Argument::Text(text),
                };
                (name.as_str(), value)
            })
            .collect();
        self.core.text_with(key, &addressee.into(), &values)
    }

    /// What a category is, in a few words.
    pub fn category(&self, category: Category) -> String {
        self.core.category(category.into())
    }

    /// What a behaviour is, in a few words.
    pub fn behavior(&self, behavior: Behavior) -> String {
        self.core.behavior(behavior.into())
    }

    /// What a stage is, in a few words.
    pub fn stage(&self, stage: Stage) -> String {
        self.core.stage(stage.into())
    }

    /// What an action means, in a few words.
    pub fn action(&self, action: Action) -> String {
        self.core.action(action.into())
    }
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::Reader>();
        complete::<core::Gender>();
        complete::<core::InterventionLevel>();
    }
}
