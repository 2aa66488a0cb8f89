//! What a host publishes of what the filter did.

use std::sync::Arc;

use himaya::report as core;

use crate::error::TransparencyError;
use crate::ledger::{Ledger, Tally, Weeks};
use crate::policy::Policy;
use crate::vocabulary::Category;

/// How much a report may tell of a single device.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Enum)]
pub enum Sharing {
    /// Every count as it is.
    Exact,
    /// Small counts are left out, so that nobody can be recognised.
    AtLeast {
        /// Counts from 1 to one less than this are left out.
        threshold: u32,
    },
    /// Noise in each device's counts (differential privacy); needs a first and a last week that do
    /// not depend on the ledgers.
    Noised {
        /// For each device, 0.001 to 10; 1 is usual.
        epsilon: f64,
        /// What the counts of one device may add up to at most; 20 to 200 is usual.
        bound_per_device: u32,
    },
}

impl TryFrom<Sharing> for core::Sharing {
    type Error = TransparencyError;

    fn try_from(sharing: Sharing) -> Result<Self, TransparencyError> {
        Ok(match sharing {
            Sharing::Exact => Self::Exact,
            Sharing::AtLeast { threshold } => Self::AtLeast(threshold),
            Sharing::Noised { epsilon, bound_per_device } => {
                Self::Noised { epsilon: core::Epsilon::new(epsilon)?, bound_per_device }
            }
        })
    }
}

/// Which report is wanted.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ReportRequest {
    /// First week (`2026-W48`); without, the first that something was counted in.
    #[uniffi(default = None)]
    pub first_week: Option<String>,
    /// Last week; without, the last that something was counted in.
    #[uniffi(default = None)]
    pub last_week: Option<String>,
    /// Language of the text and the page: `en` or `ar`.
    #[uniffi(default = "en")]
    pub language: String,
    /// How much it may tell of a single device.
    pub sharing: Sharing,
}

/// The counts of one category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CategoryTally {
    /// The category.
    pub category: Category,
    /// Its counts.
    pub tally: Tally,
}

/// A report on a period, of one device or of many: counts, error rates and the method written out,
/// no content. Does not change.
#[derive(Debug, uniffi::Object)]
pub struct TransparencyReport {
    core: core::TransparencyReport,
}

#[uniffi::export]
impl TransparencyReport {
    /// A report on ledgers, one of each device, under a policy; `time` is now, in milliseconds
    /// since 1970-01-01T00:00Z.
    ///
    /// # Errors
    /// When nothing was counted and no period is given, the period ends before it begins, there
    /// is no such language, a week or epsilon is none, or noise is asked for without a period.
    #[uniffi::constructor]
    pub fn new(
        ledgers: Vec<Arc<Ledger>>,
        policy: &Policy,
        time: i64,
        request: ReportRequest,
    ) -> Result<Arc<Self>, TransparencyError> {
        let ReportRequest { first_week, last_week, language, sharing } = request;
        let week = |week: Option<String>| week.map(|week| week.parse::<core::Week>()).transpose();
        let request = core::ReportRequest {
            from: week(first_week)?,
            to: week(last_week)?,
            language: &language,
            sharing: sharing.try_into()?,
        };
        let ledgers: Vec<core::Ledger> = ledgers.iter().map(|ledger| ledger.snapshot()).collect();
        let ledgers: Vec<&core::Ledger> = ledgers.iter().collect();
        let report =
            core::TransparencyReport::of_ledgers(&ledgers, &policy.rules(), time, &request)?;
        Ok(Arc::new(Self { core: report }))
    }

    /// Of which weeks.
    pub fn weeks(&self) -> Weeks {
        let core::Period { from, to } = self.core.period;
        Weeks { first: from.to_string(), last: to.to_string() }
    }

    /// Of how many devices.
    pub fn devices(&self) -> u32 {
        self.core.devices
    }

    /// What was counted.
    pub fn total(&self) -> Tally {
        self.core.counts.total.into()
    }

    /// What was counted by category, of those of which anything was.
    pub fn by_category(&self) -> Vec<CategoryTally> {
        let rows = self.core.counts.by_category.iter();
        let row = |(category, tally): (&himaya::Category, &core::Tally)| CategoryTally {
            category: (*category).into(),
            tally: (*tally).into(),
        };
        rows.map(row).collect()
    }

    /// The report for programs (`docs/schemas/transparency-report.schema.json`).
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// The report for people: one page that needs nothing else and lets nothing be loaded.
    ///
    /// # Errors
    /// None unless the library is damaged.
    pub fn to_html(&self) -> Result<String, TransparencyError> {
        Ok(self.core.to_html()?)
    }
}
