//! What a guardian learns of a week: what kind of help a child needs, how urgently and how often.
//! Never words, never who, never where in a chat, and days instead of hours.

mod builder;
mod text;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::help::HelpAudience;
use crate::assessment::{Action, Severity};
use crate::taxonomy::{Category, slugs};

pub use builder::{DigestBuilder, Recorded};

/// Version of the JSON forms of [`GuardianDigest`] and [`DigestBuilder`].
const SCHEMA_VERSION: u32 = 1;
/// Days that a digest tells of.
pub(crate) const DAYS: usize = 7;

slugs! {
    /// How soon to talk with the child, from the least to the most urgent.
    Urgency {
        /// When there is a good moment.
        Calm = "calm",
        /// In the next days.
        Soon = "soon",
        /// Today.
        Today = "today",
        /// At once.
        Now = "now",
    }
}

impl Urgency {
    /// How urgent something is that the policy acts upon.
    ///
    /// A child that may be hurt, is blackmailed or pushed to hurt itself comes first, at once from
    /// severity 6 on. A known picture is for today, and so is an approach that is grave or that a
    /// row stops. What a child saw or was called is for a good moment: a talk in panic is worse
    /// than a talk tomorrow.
    pub fn of(category: Category, severity: Severity, action: Action) -> Self {
        let grave = severity >= Severity::new(6);
        let stopped = action >= Action::Interrupt;
        match category {
            Category::SelfHarm | Category::Coercion | Category::Sextortion if grave => Self::Now,
            Category::SelfHarm | Category::Coercion | Category::Sextortion => Self::Today,
            Category::KnownImage => Self::Today,
            Category::Grooming if grave || stopped => Self::Today,
            Category::Grooming => Self::Soon,
            Category::Bullying if severity >= Severity::new(5) => Self::Soon,
            Category::PersonalInfo if severity >= Severity::new(5) => Self::Soon,
            Category::SexualContent | Category::SensitiveImage if stopped => Self::Soon,
            _ => Self::Calm,
        }
    }
}

slugs! {
    /// How often something happened in the period.
    Frequency {
        /// Once.
        Once = "once",
        /// More than once, on three days at most.
        Several = "several",
        /// On four days or more.
        Often = "often",
    }
}

slugs! {
    /// How the period compares with the one before.
    Trend {
        /// It did not happen in the period before.
        New = "new",
        /// Less than two thirds as often.
        Less = "less",
        /// About as often.
        Same = "same",
        /// More than one and a half times as often.
        More = "more",
    }
}

/// What a guardian learns of seven days. Holds slugs and small numbers alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuardianDigest {
    /// Version of this form.
    pub schema_version: u32,
    /// The last of the seven days, counted from 1970-01-01.
    pub last_day: i64,
    /// What the child may need help with, most urgent first; at most one for each category.
    pub items: Vec<DigestItem>,
    /// How many messages, pictures or streams could not be checked as a whole.
    pub unchecked: u16,
}

/// One kind of help that is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestItem {
    /// What it is about.
    pub category: Category,
    /// How soon to talk: as urgent as the most urgent time.
    pub urgency: Urgency,
    /// How often it happened.
    pub frequency: Frequency,
    /// How that compares with the seven days before.
    pub trend: Trend,
    /// How often on each day, the earliest first; what comes within half an hour is once.
    pub by_day: [u8; DAYS],
    /// Key of the advice, for [`Messages`](super::Messages).
    pub advice_key: String,
    /// Which help services suit, the most needed first.
    pub help: Vec<HelpAudience>,
}

/// Why a kept digest cannot be gone on with.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DigestError {
    /// Not JSON, or not its fields.
    #[error("kept digest: {0}")]
    Syntax(String),
    /// Written for another version.
    #[error("kept digest: schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
}

#[cfg(test)]
mod tests;
