//! What a host publishes of what the filter did: counts, errors, and the method written out.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;
use thiserror::Error;

use super::calendar::Week;
use super::ledger::Ledger;
use super::rates::{ErrorRate, RatesError};
use super::shared::{DifferentialPrivacy, ShareError};
use super::suppress::Suppression;
use super::tally::{Count, Counts, Share, Tally};
use super::words::Words;
use crate::intervention::MessagesError;
use crate::policy::Leniency;
use crate::taxonomy::Category;

const SCHEMA_VERSION: u32 = 1;

/// A report on a period, of one device or of many. Holds counts, no content.
///
/// [`TransparencyReport::to_json`] is for programs
/// (`docs/schemas/transparency-report.schema.json`), [`TransparencyReport::to_html`] for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TransparencyReport {
    /// Version of this form.
    pub schema_version: u32,
    /// Version of the library that made it.
    pub himaya_version: &'static str,
    /// Of which weeks.
    pub period: Period,
    /// Of how many devices.
    pub devices: u32,
    /// What was counted.
    pub counts: Counts,
    /// By week, where something was counted.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub by_week: BTreeMap<Week, Tally>,
    /// Shares with their intervals; none where noise was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<Shares>,
    /// How far thresholds are raised because people contested; none is told where noise was
    /// added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leniency: Option<Vec<LeniencyInForce>>,
    /// Small counts that were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<Suppression>,
    /// Noise that was added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differential_privacy: Option<DifferentialPrivacy>,
    /// How the filter works and how often it errs.
    pub methodology: Methodology,
}

/// From the Monday of one week to the Sunday of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// First week.
    pub from: Week,
    /// Last week.
    pub to: Week,
}

/// Shares of all and by category; what small counts were left out of is missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Shares {
    /// Warned, of what was scanned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warned: Option<Share>,
    /// Overridden, of what was warned of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Share>,
    /// Contested, of what was warned of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contested: Option<Share>,
    /// Degraded or failed, of what was scanned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Share>,
    /// Overridden, of what was warned of, by category.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub overridden_by_category: BTreeMap<Category, Share>,
    /// Contested, of what was warned of, by category.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub contested_by_category: BTreeMap<Category, Share>,
}

impl Shares {
    /// Shares of counts of which some cells were left out.
    pub(super) fn of(counts: &Counts, left_out: &[String]) -> Self {
        let known = |row: &str, count: Count| !left_out.contains(&format!("{row}.{count}"));
        let share = |row: &str, tally: &Tally, count: Count, of: Count| {
            (known(row, count) && known(row, of))
                .then(|| Share::of_counts(tally.get(count), tally.get(of)))
        };
        let total = |count, of| share("total.all", &counts.total, count, of);
        let by_category = |count| {
            let rows = counts.by_category.iter().filter(|(_, tally)| tally.warned > 0);
            let shares = rows.filter_map(|(category, tally)| {
                let row = format!("by_category.{category}");
                Some((*category, share(&row, tally, count, Count::Warned)?))
            });
            shares.collect()
        };
        let errors = Share::of_counts(
            counts.total.degraded.saturating_add(counts.total.failed),
            counts.total.scanned,
        );
        let errors_known = [Count::Degraded, Count::Failed, Count::Scanned]
            .into_iter()
            .all(|count| known("total.all", count));
        Self {
            warned: total(Count::Warned, Count::Scanned),
            overridden: total(Count::Overridden, Count::Warned),
            contested: total(Count::Contested, Count::Warned),
            errors: errors_known.then_some(errors),
            overridden_by_category: by_category(Count::Overridden),
            contested_by_category: by_category(Count::Contested),
        }
    }
}

/// How far contests raise the thresholds of a category.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LeniencyInForce {
    /// The category.
    pub category: Category,
    /// 0..0.3; the furthest, of several devices.
    pub raise: f32,
    /// On how many devices.
    pub devices: u32,
}

/// How the filter works, in words, and how often it errs, in figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Methodology {
    /// Language of the text.
    pub language: &'static str,
    /// The text, for people who are no experts.
    pub paragraphs: Vec<String>,
    /// What the text says, and more, with the commands that print it.
    pub error_rates: Vec<ErrorRate>,
}

/// Why a report cannot be made.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum TransparencyError {
    /// The first week comes after the last.
    #[error("the period begins in {from} and ends in {to}; give the earlier week first")]
    Period {
        /// First week.
        from: Week,
        /// Last week.
        to: Week,
    },
    /// No ledger counted anything, and no period is given.
    #[error("the ledgers are empty, and no period is given; record assessments first")]
    NothingCounted,
    /// Noise without a period.
    #[error(
        "noise needs a period that does not depend on the ledgers; give the first and last week"
    )]
    NoPeriod,
    /// Noise cannot be added.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// The reports of devices cannot be added up.
    #[error(transparent)]
    Merge(#[from] MergeError),
    /// There is no such language.
    #[error(transparent)]
    Words(#[from] MessagesError),
    /// The error rates cannot be read.
    #[error("error rates: {0}")]
    Rates(#[from] RatesError),
    /// The page's words or template are damaged.
    #[error("the page cannot be made: {0}")]
    Page(String),
}

/// Why two reports cannot be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MergeError {
    /// Small counts are missing in one of them.
    #[error("small counts were left out; add the reports up first, then leave small counts out")]
    Suppressed,
    /// One has noise and the other has none, or another.
    #[error("the reports have different noise; share all of them with one epsilon and bound")]
    Noise,
}

impl TransparencyReport {
    /// A report on some weeks of a ledger. `leniency` is what [`Ledger::leniency`] says today;
    /// `language` (`en`, `ar`) that of the text and the page.
    ///
    /// # Errors
    /// When the period ends before it begins, or there is no such language.
    pub fn new(
        ledger: &Ledger,
        weeks: RangeInclusive<Week>,
        leniency: &[Leniency],
        language: &str,
    ) -> Result<Self, TransparencyError> {
        let (from, to) = weeks.into_inner();
        if from > to {
            return Err(TransparencyError::Period { from, to });
        }
        let words = Words::new(language)?;
        let error_rates = ErrorRate::embedded()?;
        let mut counts = Counts::default();
        let mut by_week = BTreeMap::new();
        for (week, counted) in ledger.weeks.range(from..=to) {
            counts.add(counted);
            by_week.insert(*week, counted.total);
        }
        let leniency = leniency.iter().map(|of| LeniencyInForce {
            category: of.category,
            raise: of.raise,
            devices: 1,
        });
        Ok(Self {
            schema_version: SCHEMA_VERSION,
            himaya_version: env!("CARGO_PKG_VERSION"),
            period: Period { from, to },
            devices: 1,
            shares: Some(Shares::of(&counts, &[])),
            counts,
            by_week,
            leniency: Some(leniency.collect()),
            suppression: None,
            differential_privacy: None,
            methodology: Methodology {
                language: words.language(),
                paragraphs: words.methodology(&error_rates),
                error_rates,
            },
        })
    }

    /// Adds the report of another device, or of others. The text stays this one's.
    ///
    /// # Errors
    /// When small counts were left out of either, or the two have different noise.
    pub fn merge(&mut self, other: &Self) -> Result<(), MergeError> {
        if self.suppression.is_some() || other.suppression.is_some() {
            return Err(MergeError::Suppressed);
        }
        self.differential_privacy = match (&self.differential_privacy, &other.differential_privacy)
        {
            (None, None) => None,
            (Some(one), Some(another)) => Some(one.and(another).ok_or(MergeError::Noise)?),
            _ => return Err(MergeError::Noise),
        };
        self.period = Period {
            from: self.period.from.min(other.period.from),
            to: self.period.to.max(other.period.to),
        };
        self.devices = self.devices.saturating_add(other.devices);
        self.counts.add(&other.counts);
        for (week, tally) in &other.by_week {
            self.by_week.entry(*week).or_default().add(tally);
        }
        if let (Some(all), Some(others)) = (&mut self.leniency, &other.leniency) {
            for leniency in others {
                match all.iter_mut().find(|known| known.category == leniency.category) {
                    Some(known) => {
                        known.raise = known.raise.max(leniency.raise);
                        known.devices = known.devices.saturating_add(leniency.devices);
                    }
                    None => all.push(*leniency),
                }
            }
        }
        self.shares = self.shares.is_some().then(|| Shares::of(&self.counts, &[]));
        Ok(())
    }

    /// The report for programs.
    pub fn to_json(&self) -> String {
        // Maps with names for keys and numbers in them: nothing that could fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Whether a cell (`split.row.count`) was left out because it is small.
    pub(super) fn is_left_out(&self, row: &str, count: Count) -> bool {
        let cells = self.suppression.as_ref().map(|suppression| &suppression.cells);
        cells.is_some_and(|cells| cells.contains(&format!("{row}.{count}")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::contest::ContestReason;
    use super::super::ledger::tests::{DAY, MONDAY, THREAT, guard, id};
    use super::*;
    use crate::assessment::StatusReason;
    use crate::policy::ContestRules;

    fn ledger() -> Ledger {
        let guard = guard();
        let mut ledger = Ledger::new();
        for number in 0..12 {
            let time = MONDAY + number * 2 * DAY;
            ledger.record_as(&guard.assess_message("see you at practice"), time, id(0));
            ledger.record_as(&guard.assess_message(THREAT), time, id(1 + number as u128));
        }
        ledger.record_as(&guard.assess_failure(StatusReason::ImageUnreadable), MONDAY, id(99));
        let rules = ContestRules::default();
        ledger.contest(id(1), ContestReason::Harmless, MONDAY, &rules).unwrap();
        ledger.overridden(id(2)).unwrap();
        ledger
    }

    fn report() -> TransparencyReport {
        let ledger = ledger();
        let weeks = ledger.weeks().unwrap();
        let leniency = [Leniency { category: Category::Bullying, raise: 0.05 }];
        TransparencyReport::new(&ledger, weeks, &leniency, "en").unwrap()
    }

    #[test]
    fn a_report_sums_up_the_weeks_of_its_period() {
        let report = report();
        assert_eq!((report.counts.total.scanned, report.counts.total.warned), (25, 13));
        assert_eq!(report.by_week.values().map(|tally| tally.scanned).sum::<i64>(), 25);
        let shares = report.shares.unwrap();
        assert_eq!(shares.contested.unwrap(), Share::new(1, 13));
        assert_eq!(shares.overridden_by_category[&Category::Sextortion], Share::new(1, 12));
        assert_eq!(shares.errors.unwrap().hits, 1);

        let week: Week = "2026-W48".parse().unwrap();
        let first = TransparencyReport::new(&ledger(), week..=week, &[], "en").unwrap();
        assert_eq!(first.counts.total.scanned, 9);
        let last: Week = "2026-W40".parse().unwrap();
        let error = TransparencyReport::new(&ledger(), week..=last, &[], "en").unwrap_err();
        assert!(error.to_string().contains("give the earlier week first"), "{error}");
    }

    #[test]
    fn reports_of_devices_add_up() {
        let mut sum = report();
        sum.merge(&report()).unwrap();
        assert_eq!((sum.devices, sum.counts.total.warned), (2, 26));
        assert_eq!(sum.shares.as_ref().unwrap().contested.unwrap(), Share::new(2, 26));
        assert_eq!(sum.leniency.as_ref().unwrap()[0].devices, 2);
        assert_eq!(sum.merge(&report().suppressed(5)), Err(MergeError::Suppressed));
    }

    #[test]
    fn small_counts_and_what_would_give_them_away_are_left_out() {
        let small = report().suppressed(5);
        let suppression = small.suppression.clone().unwrap();
        for cell in ["total.all.contested", "by_input.image.warned", "by_input.message.warned"] {
            assert!(suppression.cells.iter().any(|left| left == cell), "{cell}");
        }
        assert_eq!((small.counts.total.contested, small.counts.total.warned), (0, 13));
        let shares = small.shares.as_ref().unwrap();
        assert!(shares.contested.is_none() && shares.warned.is_some());
        let visible = small.by_week.values().all(|tally| !(1..5).contains(&tally.warned));
        assert!(visible, "{:?}", small.by_week);
        assert!(small.is_left_out("total.all", Count::Contested));
    }

    #[test]
    fn the_method_is_written_out_with_measured_figures() {
        for language in ["en", "ar"] {
            let weeks = ledger().weeks().unwrap();
            let report = TransparencyReport::new(&ledger(), weeks, &[], language).unwrap();
            let Methodology { paragraphs, error_rates, .. } = report.methodology;
            let all = paragraphs.join(" ");
            assert!(paragraphs.len() >= 8 && !all.contains('{'), "{language}: {all}");
            let conversation = error_rates
                .iter()
                .find(|rate| rate.what == super::super::rates::Measured::RiskyConversationWarned);
            let hits = conversation.unwrap().share.hits.to_string();
            assert!(all.contains(&hits), "{language}: {all}");
        }
    }
}
