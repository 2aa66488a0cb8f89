//! Counters, and the ways in which they are split.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::contest::ContestReason;
use crate::assessment::{InputType, Origin, StatusReason};
use crate::taxonomy::{Category, slugs};

/// Versions of models and rules that are told apart; further ones count as [`OTHER`].
pub(super) const MAX_VERSIONS: usize = 32;
/// Bytes of the longest name of a version.
pub(super) const MAX_VERSION_BYTES: usize = 96;
/// What versions and languages beyond the bounds count as.
pub(super) const OTHER: &str = "other";
/// Languages that are told apart; further ones count as [`OTHER`].
pub(super) const MAX_LANGUAGES: usize = 32;

slugs! {
    /// What is counted.
    Count {
        /// Looked at: messages, pictures, streams.
        Scanned = "scanned",
        /// Something was found, be it ever so mild.
        Signalled = "signalled",
        /// The policy asked for something: a sign at least.
        Warned = "warned",
        /// The policy asked for more than a sign: covered, interrupted or muted.
        Acted = "acted",
        /// A person uncovered it, or sent it nonetheless.
        Overridden = "overridden",
        /// A person said that the warning was wrong.
        Contested = "contested",
        /// Not looked at as a whole, or not by everything.
        Degraded = "degraded",
        /// Could not be looked at.
        Failed = "failed",
    }
}

/// Counters. They saturate; below zero only where noise was added on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Tally {
    /// See [`Count::Scanned`].
    #[serde(skip_serializing_if = "is_zero")]
    pub scanned: i64,
    /// See [`Count::Signalled`].
    #[serde(skip_serializing_if = "is_zero")]
    pub signalled: i64,
    /// See [`Count::Warned`].
    #[serde(skip_serializing_if = "is_zero")]
    pub warned: i64,
    /// See [`Count::Acted`].
    #[serde(skip_serializing_if = "is_zero")]
    pub acted: i64,
    /// See [`Count::Overridden`].
    #[serde(skip_serializing_if = "is_zero")]
    pub overridden: i64,
    /// See [`Count::Contested`].
    #[serde(skip_serializing_if = "is_zero")]
    pub contested: i64,
    /// See [`Count::Degraded`].
    #[serde(skip_serializing_if = "is_zero")]
    pub degraded: i64,
    /// See [`Count::Failed`].
    #[serde(skip_serializing_if = "is_zero")]
    pub failed: i64,
}

const fn is_zero(count: &i64) -> bool {
    *count == 0
}

impl Tally {
    /// One of the counters.
    pub const fn get(&self, count: Count) -> i64 {
        match count {
            Count::Scanned => self.scanned,
            Count::Signalled => self.signalled,
            Count::Warned => self.warned,
            Count::Acted => self.acted,
            Count::Overridden => self.overridden,
            Count::Contested => self.contested,
            Count::Degraded => self.degraded,
            Count::Failed => self.failed,
        }
    }

    pub(super) const fn of(&mut self, count: Count) -> &mut i64 {
        match count {
            Count::Scanned => &mut self.scanned,
            Count::Signalled => &mut self.signalled,
            Count::Warned => &mut self.warned,
            Count::Acted => &mut self.acted,
            Count::Overridden => &mut self.overridden,
            Count::Contested => &mut self.contested,
            Count::Degraded => &mut self.degraded,
            Count::Failed => &mut self.failed,
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        for count in Count::ALL {
            let sum = self.of(*count);
            *sum = sum.saturating_add(other.get(*count));
        }
    }

    /// Whether the counters can be those of a ledger: none below zero, no more consequences than
    /// warnings.
    pub(super) fn holds(&self) -> bool {
        Count::ALL.iter().all(|count| self.get(*count) >= 0)
            && self.warned >= self.acted.max(self.overridden).max(self.contested)
    }
}

/// Counters as a whole and split by what was looked at, what was found, and who found it.
///
/// A warning belongs to the category and the origin of the finding that called for it, so that
/// warnings by category add up to all of them, less those about what could not be looked at;
/// signals belong to each category that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// All of it.
    pub total: Tally,
    /// By category of harm.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_category: BTreeMap<Category, Tally>,
    /// By messages, pictures and streams.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_input: BTreeMap<InputType, Tally>,
    /// By rules and models.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_origin: BTreeMap<Origin, Tally>,
    /// By version of the models and rules that took part.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_version: BTreeMap<Arc<str>, Tally>,
    /// By language of the rules that found something, as in their reason codes: what rules of
    /// several languages read alike counts in each of them, what only the classifier found in none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_language: BTreeMap<Arc<str>, Tally>,
    /// Why something was degraded or failed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_status_reason: BTreeMap<StatusReason, i64>,
    /// Why people contested.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_contest_reason: BTreeMap<ContestReason, i64>,
}

impl Counts {
    pub(super) fn add(&mut self, other: &Self) {
        self.total.add(&other.total);
        add_all(&mut self.by_category, &other.by_category);
        add_all(&mut self.by_input, &other.by_input);
        add_all(&mut self.by_origin, &other.by_origin);
        for (version, tally) in &other.by_version {
            self.version(version).add(tally);
        }
        for (language, tally) in &other.by_language {
            self.language(language).add(tally);
        }
        for (reason, count) in &other.by_status_reason {
            increase(self.by_status_reason.entry(*reason).or_default(), *count);
        }
        for (reason, count) in &other.by_contest_reason {
            increase(self.by_contest_reason.entry(*reason).or_default(), *count);
        }
    }

    /// The counters of a version, or those of all others when there are too many.
    pub(super) fn version(&mut self, version: &Arc<str>) -> &mut Tally {
        bounded(&mut self.by_version, version, MAX_VERSIONS)
    }

    /// The counters of a language, likewise.
    pub(super) fn language(&mut self, language: &Arc<str>) -> &mut Tally {
        bounded(&mut self.by_language, language, MAX_LANGUAGES)
    }

    /// All counters that are split, with the names of their split and row.
    pub(super) fn rows(&mut self) -> Vec<(&'static str, String, &mut Tally)> {
        let mut rows = Vec::new();
        let named = |split, rows: &mut Vec<_>, name: String, tally| rows.push((split, name, tally));
        for (category, tally) in &mut self.by_category {
            named("by_category", &mut rows, category.to_string(), tally);
        }
        for (input, tally) in &mut self.by_input {
            named("by_input", &mut rows, input.to_string(), tally);
        }
        for (origin, tally) in &mut self.by_origin {
            named("by_origin", &mut rows, origin.to_string(), tally);
        }
        for (version, tally) in &mut self.by_version {
            named("by_version", &mut rows, version.to_string(), tally);
        }
        for (language, tally) in &mut self.by_language {
            named("by_language", &mut rows, language.to_string(), tally);
        }
        rows
    }
}

fn bounded<'a>(
    rows: &'a mut BTreeMap<Arc<str>, Tally>,
    name: &Arc<str>,
    most: usize,
) -> &'a mut Tally {
    let known = rows.len() < most || rows.contains_key(name);
    rows.entry(if known { Arc::clone(name) } else { OTHER.into() }).or_default()
}

fn add_all<K: Ord + Copy>(sums: &mut BTreeMap<K, Tally>, others: &BTreeMap<K, Tally>) {
    for (key, tally) in others {
        sums.entry(*key).or_default().add(tally);
    }
}

pub(super) const fn increase(sum: &mut i64, by: i64) {
    *sum = sum.saturating_add(by);
}

/// A share, with the interval that holds the true one with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// How many.
    pub hits: u64,
    /// Of how many.
    pub of: u64,
    /// `hits / of`; 0 of none.
    pub share: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval; 1 of none.
    pub high: f64,
}

impl Share {
    /// The interval is Wilson's (1927).
    pub fn new(hits: u64, of: u64) -> Self {
        if of == 0 {
            return Self { hits, of, share: 0.0, low: 0.0, high: 1.0 };
        }
        let (z, n) = (1.959_964, of as f64);
        let share = (hits as f64 / n).min(1.0);
        let denominator = 1.0 + z * z / n;
        let middle = (share + z * z / (2.0 * n)) / denominator;
        let half = z / denominator * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
        Self { hits, of, share, low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
    }

    pub(super) fn of_counts(hits: i64, of: i64) -> Self {
        Self::new(u64::try_from(hits).unwrap_or(0), u64::try_from(of).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_saturate() {
        let full = Tally { scanned: i64::MAX, ..Tally::default() };
        let mut sum = full;
        sum.add(&full);
        assert_eq!(sum.scanned, i64::MAX);
    }

    #[test]
    fn versions_are_told_apart_up_to_a_bound() {
        let mut counts = Counts::default();
        for number in 0..3 * MAX_VERSIONS {
            counts.version(&number.to_string().into()).scanned += 1;
        }
        assert_eq!(counts.by_version.len(), MAX_VERSIONS + 1);
        assert_eq!(counts.by_version[OTHER].scanned, 2 * MAX_VERSIONS as i64);
    }

    #[test]
    fn languages_are_told_apart_up_to_a_bound() {
        let mut counts = Counts::default();
        for number in 0..3 * MAX_LANGUAGES {
            counts.language(&number.to_string().into()).signalled += 1;
        }
        assert_eq!(counts.by_language.len(), MAX_LANGUAGES + 1);
    }

    #[test]
    fn shares_come_with_wilsons_interval() {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
        let share = Share::new(81, 263);
        assert!((share.low - 0.2553).abs() < 1e-4 && (share.high - 0.3662).abs() < 1e-4);
        assert_eq!(Share::new(0, 0).high, 1.0);
    }
}
