//! A report as a host asks for it: on the ledgers of one device or of many.

use super::calendar::Week;
use super::ledger::Ledger;
use super::noise::{Epsilon, SystemRandom};
use super::transparency::{TransparencyError, TransparencyReport};
use crate::policy::ContestRules;

/// How much a report may tell of a single device.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sharing {
    /// Every count as it is.
    #[default]
    Exact,
    /// Counts from 1 to one less than this are left out ([`TransparencyReport::suppressed`]).
    AtLeast(u32),
    /// Noise in each device's counts ([`TransparencyReport::shared`]).
    Noised {
        /// For each device.
        epsilon: Epsilon,
        /// What the counts of one device may add up to at most; 20 to 200 is usual.
        bound_per_device: u32,
    },
}

/// Which report is wanted.
#[derive(Clone, Copy, Debug)]
pub struct ReportRequest<'a> {
    /// First week; without, the first that something was counted in.
    pub from: Option<Week>,
    /// Last week; without, the last that something was counted in.
    pub to: Option<Week>,
    /// Language of the text and the page: `en` or `ar`.
    pub language: &'a str,
    /// How much it may tell of a single device.
    pub sharing: Sharing,
}

impl TransparencyReport {
    /// A report on ledgers, one of each device. `rules` are those of the policy in force
    /// ([`Policy::contest`](crate::Policy::contest)); `time` is now, in milliseconds since
    /// 1970-01-01T00:00Z.
    ///
    /// # Errors
    /// When nothing was counted and no period is given, the period ends before it begins, there
    /// is no such language, or noise is asked for without a period: one made of the ledgers' own
    /// weeks would tell when a device was in use.
    pub fn of_ledgers(
        ledgers: &[&Ledger],
        rules: &ContestRules,
        time: i64,
        request: &ReportRequest<'_>,
    ) -> Result<Self, TransparencyError> {
        let ReportRequest { from, to, language, sharing } = *request;
        if matches!(sharing, Sharing::Noised { .. }) && (from.is_none() || to.is_none()) {
            return Err(TransparencyError::NoPeriod);
        }
        let spans = ledgers.iter().filter_map(|ledger| ledger.weeks());
        let first = spans.clone().map(|span| *span.start()).min();
        let last = spans.map(|span| *span.end()).max();
        let (Some(from), Some(to)) = (from.or(first), to.or(last)) else {
            return Err(TransparencyError::NothingCounted);
        };
        let mut sum: Option<Self> = None;
        for ledger in ledgers {
            let leniency = ledger.leniency(rules, time);
            let mut one = Self::new(ledger, from..=to, &leniency, language)?;
            if let Sharing::Noised { epsilon, bound_per_device } = sharing {
                one = one.shared(epsilon, bound_per_device, &mut SystemRandom)?;
            }
            match &mut sum {
                Some(sum) => sum.merge(&one)?,
                None => sum = Some(one),
            }
        }
        let report = sum.ok_or(TransparencyError::NothingCounted)?;
        Ok(match sharing {
            Sharing::AtLeast(threshold) => report.suppressed(threshold),
            _ => report,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::ledger::tests::{DAY, MONDAY, THREAT, guard};
    use super::*;

    const ALL: ReportRequest<'_> =
        ReportRequest { from: None, to: None, language: "en", sharing: Sharing::Exact };

    fn ledger(day: i64) -> Ledger {
        let mut ledger = Ledger::new();
        ledger.record(&guard().assess_message(THREAT), MONDAY + day * DAY).unwrap();
        ledger
    }

    fn report(
        ledgers: &[&Ledger],
        request: &ReportRequest<'_>,
    ) -> Result<TransparencyReport, TransparencyError> {
        TransparencyReport::of_ledgers(ledgers, &ContestRules::default(), MONDAY, request)
    }

    #[test]
    fn a_report_covers_the_weeks_of_all_ledgers() {
        let (one, other) = (ledger(0), ledger(14));
        let both = report(&[&one, &other], &ALL).unwrap();
        let (from, to) = (both.period.from.to_string(), both.period.to.to_string());
        assert_eq!((from.as_str(), to.as_str()), ("2026-W48", "2026-W50"));
        assert_eq!((both.devices, both.counts.total.scanned), (2, 2));
        let week = Some("2026-W50".parse().unwrap());
        let later = report(&[&one, &other], &ReportRequest { from: week, ..ALL }).unwrap();
        assert_eq!(later.counts.total.scanned, 1);
        let few = ReportRequest { sharing: Sharing::AtLeast(5), ..ALL };
        assert_eq!(report(&[&one, &other], &few).unwrap().counts.total.warned, 0);
    }

    #[test]
    fn nothing_counted_and_noise_without_a_period_are_refused() {
        let empty = Ledger::new();
        assert_eq!(report(&[&empty], &ALL), Err(TransparencyError::NothingCounted));
        assert_eq!(report(&[], &ALL), Err(TransparencyError::NothingCounted));
        let sharing = Sharing::Noised { epsilon: Epsilon::new(1.0).unwrap(), bound_per_device: 50 };
        let noised = ReportRequest { sharing, ..ALL };
        let full = ledger(0);
        assert_eq!(report(&[&full], &noised), Err(TransparencyError::NoPeriod));
        let week = Some("2026-W48".parse().unwrap());
        let noised = ReportRequest { from: week, to: week, ..noised };
        let shared = report(&[&full, &full], &noised).unwrap();
        assert_eq!(shared.differential_privacy.unwrap().draws, 2);
    }
}
