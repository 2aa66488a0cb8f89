//! What a guardian learns of a week, and when.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::intervention as core;

use crate::assessment::Assessment;
use crate::error::DigestError;
use crate::help::HelpAudience;
use crate::messages::{Addressee, InterventionLevel, Messages};
use crate::mirror::mirrored;
use crate::vocabulary::Category;

mirrored! {
    /// How soon to talk with the child, from the least to the most urgent.
    Urgency = himaya::intervention::Urgency, else Now {
        /// When there is a good moment.
        Calm,
        /// In the next days.
        Soon,
        /// Today.
        Today,
        /// At once.
        Now,
    }

    /// How often something happened in the period.
    Frequency = himaya::intervention::Frequency, else Often {
        /// Once.
        Once,
        /// More than once, on three days at most.
        Several,
        /// On four days or more.
        Often,
    }

    /// How the period compares with the one before.
    Trend = himaya::intervention::Trend, else Same {
        /// It did not happen in the period before.
        New,
        /// Less than two thirds as often.
        Less,
        /// About as often.
        Same,
        /// More than one and a half times as often.
        More,
    }
}

/// Hours between something being found and the guardian's digest showing it, by urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DelayHours {
    /// For what is calm; 0 to 168 in a policy.
    #[uniffi(default = 0)]
    pub calm: u16,
    /// For what should be talked about soon; 0 to 72.
    #[uniffi(default = 0)]
    pub soon: u16,
    /// For what should be talked about today; 0 to 24.
    #[uniffi(default = 0)]
    pub today: u16,
    /// For what cannot wait; 0 or 1.
    #[uniffi(default = 0)]
    pub now: u16,
}

impl From<DelayHours> for core::DelayHours {
    fn from(DelayHours { calm, soon, today, now }: DelayHours) -> Self {
        Self { calm, soon, today, now }
    }
}

impl From<core::DelayHours> for DelayHours {
    fn from(core::DelayHours { calm, soon, today, now }: core::DelayHours) -> Self {
        Self { calm, soon, today, now }
    }
}

/// What came of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Recorded {
    /// What it is about.
    pub category: Category,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Hours until the guardian's digest shows it; if not 0, the young person may be told
    /// (`Messages.digest_delay`).
    pub wait_hours: u16,
    /// Whether it counts anew, rather than as a part of what happened within half an hour before.
    pub is_new: bool,
}

/// What a guardian learns of seven days. Holds slugs and small numbers alone: never words, never
/// who.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct GuardianDigest {
    /// Version of the JSON form.
    pub schema_version: u32,
    /// The last of the seven days, counted from 1970-01-01.
    pub last_day: i64,
    /// What the child may need help with, most urgent first; at most one for each category.
    pub items: Vec<DigestItem>,
    /// How many messages, pictures or streams could not be checked as a whole.
    pub unchecked: u16,
}

/// One kind of help that is needed.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DigestItem {
    /// What it is about.
    pub category: Category,
    /// How soon to talk: as urgent as the most urgent time.
    pub urgency: Urgency,
    /// How often it happened.
    pub frequency: Frequency,
    /// How that compares with the seven days before.
    pub trend: Trend,
    /// How often on each of the seven days, the earliest first; what comes within half an hour is
    /// once.
    pub by_day: Vec<u32>,
    /// Key of the advice, for `Messages`.
    pub advice_key: String,
    /// Which help services suit, the most needed first.
    pub help: Vec<HelpAudience>,
}

#[uniffi::export]
impl GuardianDigest {
    /// The digest in words for a guardian, addressed by the age of the child; lines are parted by
    /// `\n`. Empty at the level `disabled`.
    pub fn to_text(
        &self,
        messages: &Messages,
        guardian: Addressee,
        level: InterventionLevel,
    ) -> String {
        let digest = core::GuardianDigest::from(self.clone());
        digest.to_text(&messages.core, &guardian.into(), level.into())
    }

    /// The core's JSON form, version `schema_version`.
    pub fn to_json(&self) -> String {
        // Numbers and slugs: nothing in it can fail.
        serde_json::to_string(&core::GuardianDigest::from(self.clone())).unwrap_or_default()
    }
}

impl From<core::GuardianDigest> for GuardianDigest {
    fn from(from: core::GuardianDigest) -> Self {
        Self {
            schema_version: from.schema_version,
            last_day: from.last_day,
            items: from.items.into_iter().map(Into::into).collect(),
            unchecked: from.unchecked,
        }
    }
}

impl From<GuardianDigest> for core::GuardianDigest {
    fn from(from: GuardianDigest) -> Self {
        Self {
            schema_version: from.schema_version,
            last_day: from.last_day,
            items: from.items.into_iter().map(Into::into).collect(),
            unchecked: from.unchecked,
        }
    }
}

impl From<core::DigestItem> for DigestItem {
    fn from(from: core::DigestItem) -> Self {
        Self {
            category: from.category.into(),
            urgency: from.urgency.into(),
            frequency: from.frequency.into(),
            trend: from.trend.into(),
            by_day: from.by_day.into_iter().map(Into::into).collect(),
            advice_key: from.advice_key,
            help: from.help.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<DigestItem> for core::DigestItem {
    fn from(from: DigestItem) -> Self {
        let mut by_day = [0; 7];
        for (day, times) in by_day.iter_mut().zip(from.by_day) {
            *day = u8::try_from(times).unwrap_or(u8::MAX);
        }
        Self {
            category: from.category.into(),
            urgency: from.urgency.into(),
            frequency: from.frequency.into(),
            trend: from.trend.into(),
            by_day,
            advice_key: from.advice_key,
            help: from.help.into_iter().map(Into::into).collect(),
        }
    }
}

/// Collects what a guardian's digest tells: counts by category and day, at most 28 days of them.
/// May be used on any thread; calls wait for each other.
///
/// Times are milliseconds since 1970 in the host's clock; a host that wants days of its own time
/// zone adds the zone's offset.
#[derive(Debug, uniffi::Object)]
pub struct DigestBuilder {
    core: Mutex<core::DigestBuilder>,
}

#[uniffi::export]
impl DigestBuilder {
    /// Begins with nothing. `delay` is that of the child's age (`Policy.delay`).
    #[uniffi::constructor]
    pub fn new(delay: DelayHours) -> Arc<Self> {
        Arc::new(Self { core: Mutex::new(core::DigestBuilder::new(delay.into())) })
    }

    /// Goes on with what `to_json` gave.
    ///
    /// # Errors
    /// When it is not that, or of another version.
    #[uniffi::constructor]
    pub fn from_json(json: &str, delay: DelayHours) -> Result<Arc<Self>, DigestError> {
        let core = core::DigestBuilder::from_json(json, delay.into())?;
        Ok(Arc::new(Self { core: Mutex::new(core) }))
    }

    /// What a host keeps between starts: slugs, days and counts, and an hour only of what still
    /// waits to be shown.
    ///
    /// # Errors
    /// None that such content can cause.
    pub fn to_json(&self) -> Result<String, DigestError> {
        Ok(self.lock().to_json()?)
    }

    /// Counts an assessment; absent if the policy does not act upon it.
    pub fn record(&self, assessment: Assessment, time: i64) -> Option<Recorded> {
        let recorded = self.lock().record(&assessment.into(), time)?;
        Some(Recorded {
            category: recorded.category.into(),
            urgency: recorded.urgency.into(),
            wait_hours: recorded.wait_hours,
            is_new: recorded.is_new,
        })
    }

    /// What the guardian learns of the seven days that end at `until`.
    pub fn digest(&self, until: i64) -> GuardianDigest {
        self.lock().digest(until).into()
    }
}

impl DigestBuilder {
    // Counts only: what a panic left of them are counts still.
    fn lock(&self) -> MutexGuard<'_, core::DigestBuilder> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::Urgency>();
        complete::<core::Frequency>();
        complete::<core::Trend>();
    }

    #[test]
    fn json_is_the_cores_to_the_letter() {
        let guard = himaya::Guard::builder().build().unwrap();
        let threat = guard.assess_message("pay me or i send your pics to everyone");
        let mut builder = core::DigestBuilder::new(core::DelayHours::NONE);
        builder.record(&threat, 0).unwrap();
        let digest = builder.digest(0);
        let json = serde_json::to_string(&digest).unwrap();
        assert_eq!(GuardianDigest::from(digest).to_json(), json);
    }
}
