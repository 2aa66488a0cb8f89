//! Policies: what they do, what may not be meant, what changes, and locks on them.

use std::sync::Arc;

use himaya::policy as core;

use crate::digest::DelayHours;
use crate::error::PolicyError;
use crate::messages::InterventionLevel;
use crate::mirror::mirrored;
use crate::vocabulary::{Action, AgeBand, Category};

mirrored! {
    /// What to do when something cannot be checked.
    OnFailure = himaya::policy::OnFailure, else Closed {
        /// Let it pass, and say that it was not checked.
        Open,
        /// Cover or interrupt, and say that it was not checked.
        Closed,
    }

    /// Who locks a policy.
    LockedBy = himaya::policy::LockedBy, else Guardian {
        /// A parent or whoever stands in for one.
        Guardian,
        /// A school, for its devices.
        School,
        /// The app or platform.
        Platform,
    }

    /// Which way a change goes, for the protected person.
    Shift = himaya::policy::Shift, else Mixed {
        /// More is done.
        Stricter,
        /// Less is done.
        Laxer,
        /// More of some, less of other.
        Mixed,
        /// Only words or numbers that decide nothing.
        Neutral,
    }

    /// A kind of doubt about a policy that is valid.
    PolicyConcernKind = himaya::policy::PolicyConcernKind, else IdleRow {
        /// A row that no finding can ever decide.
        IdleRow,
        /// A category about which nothing is done for a minor.
        Uncovered,
        /// What could not be checked is let through for a minor.
        FailsOpen,
        /// A minor is not told that messages are looked at.
        NoNotice,
        /// A minor is told nothing.
        Silent,
        /// A younger band is treated more laxly than an older one.
        YoungerIsLaxer,
    }
}

/// A row of a policy: from which strength on a category calls for which action.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PolicyRow {
    /// The category.
    pub category: Category,
    /// The age bands that it is for; empty for all.
    pub ages: Vec<AgeBand>,
    /// 0..1: the conversation's risk for contact categories, the finding's score for others.
    pub at: f32,
    /// Findings below this severity are left alone.
    pub min_severity: u8,
    /// What to do.
    pub action: Action,
    /// Why, for people; may be empty.
    pub reason: String,
}

impl From<&core::PolicyRow> for PolicyRow {
    fn from(row: &core::PolicyRow) -> Self {
        Self {
            category: row.category.into(),
            ages: row.ages.iter().copied().map(Into::into).collect(),
            at: row.at,
            min_severity: row.min_severity.level(),
            action: row.action.into(),
            reason: row.reason.clone(),
        }
    }
}

/// From where on a category calls for an action, for one age.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Record)]
pub struct Threshold {
    /// The category.
    pub category: Category,
    /// 0..1: the conversation's risk for contact categories, the finding's score for others.
    pub at: f32,
    /// Findings below this severity are left alone.
    pub min_severity: u8,
    /// What to do.
    pub action: Action,
}

impl From<core::Threshold> for Threshold {
    fn from(from: core::Threshold) -> Self {
        Self {
            category: from.category.into(),
            at: from.at,
            min_severity: from.min_severity.level(),
            action: from.action.into(),
        }
    }
}

/// How far contested outcomes may raise the thresholds of a policy, and of what.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ContestRules {
    /// How far one day with contests, beyond those that are needed, raises a threshold: 0..1.
    pub step: f32,
    /// How far they may be raised together: `step` to 0.3.
    pub max_raise: f32,
    /// Days with contests from which on a threshold is raised: 2 to 100.
    pub min_contests: u32,
    /// Days after which a contest counts half.
    pub half_life_days: u16,
    /// What may be raised.
    pub categories: Vec<Category>,
}

/// A threshold that contested outcomes have raised.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Record)]
pub struct Leniency {
    /// The category.
    pub category: Category,
    /// By how much its thresholds are raised, 0..0.3.
    pub raised_by: f32,
}

impl From<core::Leniency> for Leniency {
    fn from(core::Leniency { category, raise }: core::Leniency) -> Self {
        Self { category: category.into(), raised_by: raise }
    }
}

impl From<Leniency> for core::Leniency {
    fn from(Leniency { category, raised_by }: Leniency) -> Self {
        Self { category: category.into(), raise: raised_by }
    }
}

/// A doubt about a policy that is valid.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PolicyConcern {
    /// What kind.
    pub kind: PolicyConcernKind,
    /// Row, from 1, if it is about one.
    pub row: Option<u32>,
    /// What is doubtful, and what would be right.
    pub message: String,
}

/// What changes from one policy to another.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct PolicyDiff {
    /// Which way the change as a whole goes; neutral if nothing changes.
    pub shift: Shift,
    /// Changed settings.
    pub settings: Vec<SettingChange>,
    /// Changed decisions.
    pub rows: Vec<RowChange>,
}

/// A setting that changes.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SettingChange {
    /// Its field.
    pub field: String,
    /// Its value before.
    pub before: String,
    /// Its value after.
    pub after: String,
    /// Which way it goes.
    pub shift: Shift,
}

/// Decisions about a category that change for some ages.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RowChange {
    /// The category.
    pub category: Category,
    /// The ages for which they change in this way.
    pub ages: Vec<AgeBand>,
    /// From where on what was done.
    pub before: Vec<Threshold>,
    /// From where on what is done.
    pub after: Vec<Threshold>,
    /// Which way it goes.
    pub shift: Shift,
}

impl From<core::PolicyDiff> for PolicyDiff {
    fn from(from: core::PolicyDiff) -> Self {
        let setting = |change: core::SettingChange| SettingChange {
            field: change.field.to_owned(),
            before: change.before,
            after: change.after,
            shift: change.shift.into(),
        };
        let row = |change: core::RowChange| RowChange {
            category: change.category.into(),
            ages: change.ages.into_iter().map(Into::into).collect(),
            before: change.before.into_iter().map(Into::into).collect(),
            after: change.after.into_iter().map(Into::into).collect(),
            shift: change.shift.into(),
        };
        Self {
            shift: from.shift().into(),
            settings: from.settings.into_iter().map(setting).collect(),
            rows: from.rows.into_iter().map(row).collect(),
        }
    }
}

/// Which findings call for which action. Does not change; may be used on any number of threads
/// at once.
#[derive(Debug, uniffi::Object)]
pub struct Policy {
    pub(crate) core: core::Policy,
}

#[uniffi::export]
impl Policy {
    /// Reads the name of a preset (`child`, `teen`, `adult`, `school`), or a policy as TOML or JSON.
    ///
    /// # Errors
    /// When it is none, has unknown or missing fields, or values out of range; the error names
    /// line or row.
    #[uniffi::constructor]
    pub fn new(text: &str) -> Result<Arc<Self>, PolicyError> {
        Ok(Self::of(text.parse()?))
    }

    /// What a person of this age starts from: `child` up to 12, `teen` to 17, `adult`.
    ///
    /// # Errors
    /// None unless the library is damaged.
    #[uniffi::constructor]
    pub fn preset(age: AgeBand) -> Result<Arc<Self>, PolicyError> {
        Ok(Self::of(core::Policy::preset(age.into())?))
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.core.name.clone()
    }

    /// Its version.
    pub fn version(&self) -> u32 {
        self.core.version
    }

    /// SHA-256 of what it decides, as hex digits, whatever contests have raised.
    pub fn sha256(&self) -> String {
        self.core.sha256()
    }

    /// What to do when something cannot be checked.
    pub fn on_failure(&self) -> OnFailure {
        self.core.on_failure.into()
    }

    /// How much people are told.
    pub fn intervention(&self) -> InterventionLevel {
        self.core.intervention.into()
    }

    /// Whether the child must be able to see that messages are looked at.
    pub fn monitoring_notice(&self) -> bool {
        self.core.monitoring_notice
    }

    /// How long a young person of this age may tell something first before a guardian's digest
    /// shows it.
    pub fn delay(&self, age: AgeBand) -> DelayHours {
        self.core.delay.hours(age.into()).into()
    }

    /// What contests of outcomes may change; absent if nothing.
    pub fn contest_rules(&self) -> Option<ContestRules> {
        self.core.contest.as_ref().map(|rules| ContestRules {
            step: rules.step,
            max_raise: rules.max_raise,
            min_contests: rules.min_contests,
            half_life_days: rules.half_life_days,
            categories: rules.categories.iter().copied().map(Into::into).collect(),
        })
    }

    /// Thresholds that contests have raised.
    pub fn leniency(&self) -> Vec<Leniency> {
        self.core.leniency.iter().copied().map(Into::into).collect()
    }

    /// The policy with the thresholds of some categories raised, in place of earlier raises.
    ///
    /// # Errors
    /// When that is more than the contest rules permit.
    pub fn with_leniency(&self, leniency: Vec<Leniency>) -> Result<Arc<Self>, PolicyError> {
        let leniency: Vec<core::Leniency> = leniency.into_iter().map(Into::into).collect();
        Ok(Self::of(self.core.with_leniency(&leniency)?))
    }

    /// The rows as they are written, with the reason of each.
    pub fn rows(&self) -> Vec<PolicyRow> {
        self.core.rows.iter().map(Into::into).collect()
    }

    /// What is in force for an age, by category, the strongest action first.
    pub fn table(&self, age: AgeBand) -> Vec<Threshold> {
        let table = self.core.table(age.into());
        table.thresholds().iter().copied().map(Into::into).collect()
    }

    /// The ages that the policy is for: those of the preset that it is, else those that its rows
    /// name, all if they name none.
    pub fn ages(&self) -> Vec<AgeBand> {
        self.core.ages().into_iter().map(Into::into).collect()
    }

    /// What may not be meant, for people of these ages; of those that the policy is for if none
    /// are given.
    #[uniffi::method(default(ages = None))]
    pub fn concerns(&self, ages: Option<Vec<AgeBand>>) -> Vec<PolicyConcern> {
        let ages = match ages {
            Some(ages) => ages.into_iter().map(Into::into).collect(),
            None => self.core.ages(),
        };
        let concern = |concern: core::PolicyConcern| PolicyConcern {
            kind: concern.kind.into(),
            row: concern.row.map(|row| u32::try_from(row).unwrap_or(u32::MAX)),
            message: concern.message,
        };
        self.core.concerns(&ages).into_iter().map(concern).collect()
    }

    /// What changes when `after` takes the place of this policy. Rows are compared by what they
    /// decide, not by how they are written.
    pub fn diff(&self, after: &Self) -> PolicyDiff {
        self.core.diff(&after.core).into()
    }

    /// Settles on this policy. Leniency that contests bring later within its bounds does not
    /// break the lock.
    pub fn lock(&self, by: LockedBy) -> Arc<PolicyLock> {
        Arc::new(PolicyLock { core: self.core.lock(by.into()) })
    }

    /// The JSON form, indented; a guard takes it as its policy.
    ///
    /// # Errors
    /// None that a policy can cause.
    pub fn to_json(&self) -> Result<String, PolicyError> {
        Ok(self.core.to_json()?)
    }
}

impl Policy {
    pub(crate) fn of(core: core::Policy) -> Arc<Self> {
        Arc::new(Self { core })
    }

    pub(crate) fn rules(&self) -> core::ContestRules {
        self.core.contest.clone().unwrap_or_default()
    }
}

/// What a guardian settled: exactly this policy. It detects an exchange; that the child's account
/// cannot write the lock itself is the host's part.
#[derive(Debug, uniffi::Object)]
pub struct PolicyLock {
    core: core::PolicyLock,
}

#[uniffi::export]
impl PolicyLock {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// When it is not JSON, has other fields or is of another version.
    #[uniffi::constructor]
    pub fn new(json: &str) -> Result<Arc<Self>, PolicyError> {
        Ok(Arc::new(Self { core: core::PolicyLock::from_json(json)? }))
    }

    /// Who locked it.
    pub fn by(&self) -> LockedBy {
        self.core.by.into()
    }

    /// Name of the policy.
    pub fn name(&self) -> String {
        self.core.name.clone()
    }

    /// Its version.
    pub fn version(&self) -> u32 {
        self.core.version
    }

    /// SHA-256 of what it decides, as hex digits.
    pub fn sha256(&self) -> String {
        self.core.sha256.clone()
    }

    /// Whether this is the policy that was locked.
    ///
    /// # Errors
    /// `PolicyError.Locked` when it is another.
    pub fn check(&self, policy: &Policy) -> Result<(), PolicyError> {
        Ok(self.core.check(&policy.core)?)
    }

    /// The JSON form, indented; a guard takes it as its policy lock.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}

#[cfg(test)]
mod tests {
    use super::core;
    use crate::mirror::complete;

    #[test]
    fn every_value_of_the_core_crosses() {
        complete::<core::OnFailure>();
        complete::<core::LockedBy>();
        complete::<core::Shift>();
        complete::<core::PolicyConcernKind>();
    }
}
