//! Who reads a message: the families of keys, and how a person is addressed.

use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::policy::AgeBand;
use crate::taxonomy::{Category, slugs};

slugs! {
    /// Who is spoken to.
    Reader {
        /// The child to whom something was sent.
        Approached = "approached",
        /// The child who is about to send something.
        Sending = "sending",
        /// The person whose own message was flagged.
        Author = "author",
        /// Whoever cares for the child.
        Guardian = "guardian",
    }
}

impl Reader {
    /// How the keys of this reader's notices begin.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Approached => "notice",
            Self::Sending => "sending",
            Self::Author => "deterrence",
            Self::Guardian => "guardian",
        }
    }

    /// Whether there are words of this category for the reader.
    ///
    /// A child and its guardian can be told of everything. Of what a child is about to send, only
    /// what a child sends by itself is held up; nobody is deterred from being in distress or from
    /// giving away what is their own.
    pub const fn speaks_of(self, category: Category) -> bool {
        match self {
            Self::Approached | Self::Guardian => true,
            Self::Sending => {
                !matches!(category, Category::Grooming | Category::Sextortion | Category::Coercion)
            }
            Self::Author => !matches!(category, Category::SelfHarm | Category::PersonalInfo),
        }
    }

    /// The key of this reader's notice of a category, if there is one.
    pub fn key(self, category: Category) -> Option<String> {
        self.speaks_of(category).then(|| format!("{}-{category}", self.family()))
    }

    /// What there is to tell this reader of an assessment, if anything: the author what the
    /// deterrence key names, everybody else what the policy acts upon.
    pub fn topic(self, assessment: &Assessment) -> Option<Category> {
        let key = match self {
            Self::Author => &assessment.deterrence_key,
            _ => &assessment.message_key,
        };
        let (_, category) = Self::of_key(key.as_deref()?)?;
        self.speaks_of(category).then_some(category)
    }

    /// Whose notice of what a key names, such as an assessment's `message_key`.
    pub fn of_key(key: &str) -> Option<(Self, Category)> {
        let (family, category) = key.split_once('-')?;
        let reader = Self::ALL.iter().copied().find(|reader| reader.family() == family)?;
        let category = Category::from_slug(category)?;
        reader.speaks_of(category).then_some((reader, category))
    }
}

slugs! {
    /// Grammatical gender in which a person is addressed.
    Gender {
        /// As a girl or woman.
        Feminine = "feminine",
        /// As a boy or man.
        Masculine = "masculine",
        /// Neither, or the host does not know: as the language's child helplines do.
        Other = "other",
    }
}

/// How a person is addressed; the guardian by the age of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// Age; `None` if unknown, which the other side's usually is.
    #[serde(default)]
    pub age: Option<AgeBand>,
    /// Grammatical gender.
    #[serde(default = "unknown_gender")]
    pub gender: Gender,
}

fn unknown_gender() -> Gender {
    Gender::Other
}

impl Default for Addressee {
    /// Nothing is known of the person.
    fn default() -> Self {
        Self { age: None, gender: Gender::Other }
    }
}

impl Addressee {
    /// A person of this age.
    pub const fn aged(age: AgeBand) -> Self {
        Self { age: Some(age), gender: Gender::Other }
    }

    /// The same person, addressed in this gender.
    #[must_use]
    pub const fn gender(self, gender: Gender) -> Self {
        Self { gender, ..self }
    }

    /// What message files call the age (`$age`).
    pub(crate) const fn age_name(self) -> &'static str {
        match self.age {
            Some(AgeBand::From0To5) => "under6",
            Some(AgeBand::From6To9) => "under10",
            Some(AgeBand::From10To12) => "under13",
            Some(AgeBand::From13To15) => "under16",
            Some(AgeBand::From16To17) => "under18",
            Some(AgeBand::Adult) => "adult",
            None => "unknown",
        }
    }

    /// Everybody who can be addressed differently.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let ages = AgeBand::ALL.iter().copied().map(Some).chain([None]);
        ages.flat_map(|age| Gender::ALL.iter().map(move |gender| Self { age, gender: *gender }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_back_to_its_reader_and_category() {
        for reader in Reader::ALL {
            for category in Category::ALL {
                let Some(key) = reader.key(*category) else { continue };
                assert_eq!(Reader::of_key(&key), Some((*reader, *category)), "{key}");
            }
        }
        for foreign in ["notice", "notice-nonsense", "deterrence-self_harm", "category-grooming"] {
            assert_eq!(Reader::of_key(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn each_reader_is_told_what_concerns_them() {
        let guard = crate::Guard::builder().build().unwrap();
        let mut assessment = guard.assess_message("see you at practice");
        assert!(Reader::ALL.iter().all(|reader| reader.topic(&assessment).is_none()));
        assessment.message_key = Some("notice-grooming".into());
        assert_eq!(Reader::Approached.topic(&assessment), Some(Category::Grooming));
        assert_eq!(Reader::Guardian.topic(&assessment), Some(Category::Grooming));
        // A child does not send an approach, and nobody was found to have written one.
        assert_eq!(Reader::Sending.topic(&assessment), None);
        assert_eq!(Reader::Author.topic(&assessment), None);
        assessment.deterrence_key = Some("deterrence-grooming".into());
        assert_eq!(Reader::Author.topic(&assessment), Some(Category::Grooming));
    }
}
