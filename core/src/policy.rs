//! What to do about what was found: category and strength -> action, by age band.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::assessment::{Action, Finding, Severity};
use crate::taxonomy::{Category, slugs};

const SCHEMA_VERSION: u32 = 1;

slugs! {
    /// Age of the protected person, in the bands of the ICO Children's Code.
    AgeBand {
        /// Up to 5 years.
        From0To5 = "0-5",
        /// 6 to 9 years.
        From6To9 = "6-9",
        /// 10 to 12 years.
        From10To12 = "10-12",
        /// 13 to 15 years.
        From13To15 = "13-15",
        /// 16 and 17 years.
        From16To17 = "16-17",
        /// 18 years and older.
        Adult = "adult",
    }
}

impl FromStr for AgeBand {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        Self::from_slug(text).ok_or_else(|| PolicyError::UnknownAgeBand(shortened(text)))
    }
}

/// A word of the caller for an error message, at most 40 characters of it.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

slugs! {
    /// What to do when something cannot be checked.
    OnFailure {
        /// Let it pass, and say that it was not checked.
        Open = "open",
        /// Cover or interrupt, and say that it was not checked.
        Closed = "closed",
    }
}

/// A row: from which strength on a category calls for which action.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyRow {
    /// The category.
    pub category: Category,
    /// 0..1: the conversation's risk for contact categories, the finding's score for others.
    pub at: f32,
    /// Findings below this severity are left alone.
    #[serde(default = "no_severity")]
    pub min_severity: Severity,
    /// What to do.
    pub action: Action,
}

fn no_severity() -> Severity {
    Severity::new(0)
}

/// Which findings call for which action. `models/policy/` holds the presets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    schema_version: u32,
    /// Name, for reports.
    pub name: String,
    /// Version, for reports.
    pub version: u32,
    /// What to do when something cannot be checked.
    pub on_failure: OnFailure,
    /// Whether the child must be able to see that messages are looked at.
    #[serde(default)]
    pub monitoring_notice: bool,
    /// The rows; the strongest action of those that apply is taken.
    pub rows: Vec<PolicyRow>,
}

impl Policy {
    /// The preset for an age band: `child` up to 12, `teen` to 17, `adult`.
    ///
    /// # Errors
    /// None that a shipped preset can cause; the build's tests read all of them.
    pub fn preset(band: AgeBand) -> Result<Self, PolicyError> {
        use himaya_models::policy;
        let (_, text) = match band {
            AgeBand::From0To5 | AgeBand::From6To9 | AgeBand::From10To12 => policy::CHILD,
            AgeBand::From13To15 | AgeBand::From16To17 => policy::TEEN,
            AgeBand::Adult => policy::ADULT,
        };
        Self::from_toml(text)
    }

    /// Reads a policy file.
    ///
    /// # Errors
    /// When the text is not TOML, has unknown or missing fields, or values out of range.
    pub fn from_toml(text: &str) -> Result<Self, PolicyError> {
        let policy: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or("");
            PolicyError::Syntax {
                line: 1 + before.matches('\n').count(),
                message: error.message().trim_end().to_owned(),
            }
        })?;
        policy.check()?;
        Ok(policy)
    }

    fn check(&self) -> Result<(), PolicyError> {
        if self.schema_version != SCHEMA_VERSION {
            return Err(PolicyError::SchemaVersion(self.schema_version));
        }
        for (index, row) in self.rows.iter().enumerate() {
            if !(0.0..=1.0).contains(&row.at) {
                return Err(PolicyError::Threshold { row: index + 1, at: row.at });
            }
        }
        Ok(())
    }

    /// The action for one finding of an input with this risk.
    pub fn action_for(&self, finding: &Finding, risk: f32) -> Action {
        let strength = if finding.category.is_sequential() { risk } else { finding.score };
        self.rows
            .iter()
            .filter(|row| row.category == finding.category)
            .filter(|row| strength >= row.at && finding.severity >= row.min_severity)
            .map(|row| row.action)
            .max()
            .unwrap_or(Action::Allow)
    }

    /// The strongest action that a category may call for.
    #[cfg(feature = "image-model")]
    pub(crate) fn strongest_action(&self, category: Category) -> Action {
        let rows = self.rows.iter().filter(|row| row.category == category);
        rows.map(|row| row.action).max().unwrap_or(Action::Allow)
    }

    /// The lowest risk from which on a category calls for any action.
    pub fn first_threshold(&self, category: Category) -> Option<f32> {
        let rows = self.rows.iter().filter(|row| row.category == category);
        rows.filter(|row| row.action != Action::Allow).map(|row| row.at).reduce(f32::min)
    }
}

/// Why a policy does not hold.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// Not an age band.
    #[error("unknown age band `{0}`; use one of 0-5, 6-9, 10-12, 13-15, 16-17, adult")]
    UnknownAgeBand(String),
    /// Not TOML, or not the fields of a policy.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A threshold out of range.
    #[error("row {row}: `at` is {at}; give a number from 0 to 1")]
    Threshold {
        /// Row, from 1.
        row: usize,
        /// The value found.
        at: f32,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_band_has_a_preset() {
        for band in AgeBand::ALL {
            let policy = Policy::preset(*band).unwrap();
            assert!(!policy.rows.is_empty(), "{band}");
            assert_eq!(band.slug().parse::<AgeBand>().unwrap(), *band);
        }
    }

    #[test]
    fn a_younger_band_is_never_laxer() {
        let order = [AgeBand::From6To9, AgeBand::From13To15, AgeBand::Adult];
        for category in Category::ALL {
            let firsts: Vec<f32> = order
                .iter()
                .map(|b| Policy::preset(*b).unwrap().first_threshold(*category).unwrap_or(2.0))
                .collect();
            assert!(firsts.is_sorted(), "{category}: {firsts:?}");
        }
    }

    #[test]
    fn a_wrong_policy_is_refused_with_the_reason() {
        let good = himaya_models::policy::CHILD.1;
        for (right, wrong, message) in [
            ("schema_version = 1", "schema_version = 9", "schema_version 9 is not supported"),
            ("at = 0.9", "at = 1.5", "row 2: `at` is 1.5; give a number from 0 to 1"),
            ("\"blur\"", "\"explode\"", "unknown variant `explode`"),
            ("on_failure", "on_fialure", "unknown field `on_fialure`"),
        ] {
            let error = Policy::from_toml(&good.replace(right, wrong)).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
        let error = "12-14".parse::<AgeBand>().unwrap_err().to_string();
        assert!(error.contains("`12-14`") && error.contains("10-12"), "{error}");
    }
}
