//! What a host records of assessments, and what people contest.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use himaya::report as core;

use crate::assessment::Assessment;
use crate::error::{ContestError, LedgerError, PolicyError};
use crate::mirror::mirrored;
use crate::policy::{Leniency, Policy};
use crate::vocabulary::{Action, Category};

mirrored! {
    /// Why a person contests an assessment.
    ContestReason = himaya::report::ContestReason, else Other {
        /// It is harmless.
        Harmless,
        /// It comes from somebody whom the person knows.
        KnownPerson,
        /// It was misread: another language, a game's or a group's own words.
        WrongLanguage,
        /// Another reason, or none.
        Other,
    }
}

/// Counters. They saturate; below zero only where noise was added on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Tally {
    /// Looked at: messages, pictures, streams.
    pub scanned: i64,
    /// Something was found, be it ever so mild.
    pub signalled: i64,
    /// The policy asked for something: a sign at least.
    pub warned: i64,
    /// The policy asked for more than a sign: covered, interrupted or muted.
    pub acted: i64,
    /// A person uncovered it, or sent it nonetheless.
    pub overridden: i64,
    /// A person said that the warning was wrong.
    pub contested: i64,
    /// Not looked at as a whole, or not by everything.
    pub degraded: i64,
    /// Could not be looked at.
    pub failed: i64,
}

impl From<core::Tally> for Tally {
    fn from(from: core::Tally) -> Self {
        Self {
            scanned: from.scanned,
            signalled: from.signalled,
            warned: from.warned,
            acted: from.acted,
            overridden: from.overridden,
            contested: from.contested,
            degraded: from.degraded,
            failed: from.failed,
        }
    }
}

/// An assessment that a person may still refer to.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct RecentAssessment {
    /// By what it is referred to: 32 hex digits that say nothing.
    pub id: String,
    /// What was found; that of the finding which called for the action first.
    pub categories: Vec<Category>,
    /// What the policy asked for.
    pub action: Action,
}

/// The weeks from one to another, as ISO 8601 writes them (`2026-W48`).
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Weeks {
    /// The first.
    pub first: String,
    /// The last.
    pub last: String,
}

/// What a contest changed.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Contested {
    /// Of what the warning was; absent if it was about what could not be looked at.
    pub category: Option<Category>,
    /// Whether it had been contested before; nothing changed then.
    pub repeated: bool,
    /// How far thresholds are raised from now on, of all categories: tell the person.
    pub leniency: Vec<Leniency>,
}

/// Counts of what was assessed, by week, and the latest assessments that called for an action, so
/// that a person can contest them. Holds no content, no names, no times finer than a day. At most
/// two years, 512 assessments and 4 MB. May be used on any thread; calls wait for each other.
#[derive(Debug, uniffi::Object)]
pub struct Ledger {
    core: Mutex<core::Ledger>,
}

#[uniffi::export]
impl Ledger {
    /// An empty one.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::new(Self { core: Mutex::new(core::Ledger::new()) })
    }

    /// Reads what `to_json` wrote.
    ///
    /// # Errors
    /// When it is not that, in this version, or its counters cannot be those of a ledger.
    #[uniffi::constructor]
    pub fn from_json(text: &str) -> Result<Arc<Self>, LedgerError> {
        Ok(Arc::new(Self { core: Mutex::new(core::Ledger::from_json(text)?) }))
    }

    /// The ledger as JSON to keep: counts, no content.
    pub fn to_json(&self) -> String {
        self.lock().to_json()
    }

    /// Counts an assessment; `time` in milliseconds since 1970-01-01T00:00Z. Gives the id by which
    /// a person can refer to it for 30 days, while it is among the latest 512 that called for an
    /// action.
    ///
    /// # Errors
    /// When the system has no random numbers; nothing is counted then.
    pub fn record(&self, assessment: Assessment, time: i64) -> Result<String, LedgerError> {
        Ok(self.lock().record(&assessment.into(), time)?.to_string())
    }

    /// Notes that a person uncovered what was covered, or sent it nonetheless. Gives whether that
    /// is new.
    ///
    /// # Errors
    /// When no assessment with this id that called for an action is kept.
    pub fn overridden(&self, id: &str) -> Result<bool, ContestError> {
        let id = id.parse::<core::AssessmentId>()?;
        Ok(self.lock().overridden(id)?)
    }

    /// Takes in that a person holds an assessment for wrong; `time` is now. The second time
    /// changes nothing.
    ///
    /// # Errors
    /// When no assessment with this id that called for an action is kept, or it is older than 30
    /// days.
    pub fn contest(
        &self,
        id: &str,
        reason: ContestReason,
        time: i64,
        policy: &Policy,
    ) -> Result<Contested, ContestError> {
        let id = id.parse::<core::AssessmentId>()?;
        let contested = self.lock().contest(id, reason.into(), time, &policy.rules())?;
        Ok(Contested {
            category: contested.category.map(Into::into),
            repeated: contested.repeated,
            leniency: contested.leniency.into_iter().map(Into::into).collect(),
        })
    }

    /// How far thresholds may be raised at a time, of those categories whose may.
    pub fn leniency(&self, policy: &Policy, time: i64) -> Vec<Leniency> {
        self.lock().leniency(&policy.rules(), time).into_iter().map(Into::into).collect()
    }

    /// The policy as lenient as contests have made it at a time, within its own bounds.
    ///
    /// # Errors
    /// None that a policy can cause.
    pub fn relaxed(&self, policy: &Policy, time: i64) -> Result<Arc<Policy>, PolicyError> {
        Ok(Policy::of(self.lock().relaxed(&policy.core, time)?))
    }

    /// The assessments that a person may still refer to, oldest first.
    pub fn recent(&self) -> Vec<RecentAssessment> {
        let ledger = self.lock();
        let recent = ledger.recent().map(|(id, categories, action)| RecentAssessment {
            id: id.to_string(),
            categories: categories.iter().copied().map(Into::into).collect(),
            action: action.into(),
        });
        recent.collect()
    }

    /// The weeks from the first to the last that something was counted in.
    pub fn weeks(&self) -> Option<Weeks> {
        let (first, last) = self.lock().weeks()?.into_inner();
        Some(Weeks { first: first.to_string(), last: last.to_string() })
    }

    /// Adds the counts of another ledger of the same person, from another device. Adding the same
    /// one twice counts twice.
    pub fn merge(&self, other: &Self) {
        let other = other.snapshot();
        self.lock().merge(&other);
    }
}

impl Ledger {
    pub(crate) fn snapshot(&self) -> core::Ledger {
        self.lock().clone()
    }

    // Counts only: what a panic left of them are counts still.
    fn lock(&self) -> MutexGuard<'_, core::Ledger> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::ContestReason>();
    }
}
