//! Reports that leave the device with noise, so that they tell next to nothing of it alone.
//!
//! The unit is the device: whatever one device counted, the report that it shares looks almost
//! the same (epsilon-differential privacy in the local model; two reports of any two devices
//! differ by a factor of e^epsilon at most in the probability of any outcome). For that
//!
//! - which counters are shared is fixed, and no other part of the report goes along;
//! - they are scaled down so that all of them add up to `bound_per_device` at most: any two
//!   devices then differ by twice that;
//! - each gets discrete Laplace noise of scale `2 * bound_per_device / epsilon`.
//!
//! Sharing several times adds up: the epsilons of all reports about the same weeks count
//! together.

use std::sync::Arc;

use serde::Serialize;
use thiserror::Error;

use super::noise::{DiscreteLaplace, Epsilon, RandomError, RandomSource};
use super::tally::{Count, Counts, Tally};
use super::transparency::TransparencyReport;
use crate::taxonomy::Category;

/// Counters of everything that are shared. Not how much was scanned: it would leave nothing of
/// the bound to all others.
const TOTALS: [Count; 7] = [
    Count::Signalled,
    Count::Warned,
    Count::Acted,
    Count::Overridden,
    Count::Contested,
    Count::Degraded,
    Count::Failed,
];
/// Counters of each category that are shared.
const BY_CATEGORY: [Count; 3] = [Count::Warned, Count::Overridden, Count::Contested];
const MECHANISM: &str = "discrete Laplace (two-sided geometric), sampled exactly: Canonne, Kamath, Steinke, NeurIPS 2020";
const NEIGHBOURS: &str = "reports of any two devices, or of the same devices with one exchanged";

/// What noise a report has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferentialPrivacy {
    /// Epsilon for each device.
    pub epsilon: Epsilon,
    /// How the noise was made.
    pub mechanism: Arc<str>,
    /// What cannot be told apart.
    pub neighbours: Arc<str>,
    /// What the shared counters of one device add up to at most.
    pub bound_per_device: u32,
    /// Scale of each draw: `2 * bound_per_device / epsilon`.
    pub scale: f64,
    /// Draws in each count: one for each device, once reports are added up.
    pub draws: u32,
    /// Standard deviation of the noise in each count.
    pub standard_deviation: f64,
}

impl DifferentialPrivacy {
    fn new(epsilon: Epsilon, bound: u32) -> Self {
        let laplace = mechanism(epsilon, bound);
        Self {
            epsilon,
            mechanism: MECHANISM.into(),
            neighbours: NEIGHBOURS.into(),
            bound_per_device: bound,
            scale: laplace.scale(),
            draws: 1,
            standard_deviation: laplace.standard_deviation(),
        }
    }

    /// What noise the sum of two reports has; `None` if they were noised differently.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        if (self.epsilon, self.bound_per_device) != (other.epsilon, other.bound_per_device) {
            return None;
        }
        let draws = self.draws.saturating_add(other.draws);
        let one = mechanism(self.epsilon, self.bound_per_device).standard_deviation();
        let standard_deviation = one * f64::from(draws).sqrt();
        Some(Self { draws, standard_deviation, ..self.clone() })
    }
}

fn mechanism(epsilon: Epsilon, bound: u32) -> DiscreteLaplace {
    DiscreteLaplace::new(2 * u64::from(bound), epsilon)
}

/// Why a report cannot be shared with noise.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ShareError {
    /// Of several devices.
    #[error("the report is of {0} devices; noise each one's report, then merge them")]
    SeveralDevices(u32),
    /// Noised before.
    #[error("noise was added before; share the report that was made of the ledger")]
    Noised,
    /// Nothing may be contributed.
    #[error("bound_per_device is 0; give at least 1: 20 to 200 is usual")]
    Bound,
    /// No random numbers.
    #[error(transparent)]
    Random(#[from] RandomError),
}

impl TransparencyReport {
    /// The report with noise, fit to be shared: what one device counted can hardly be told from
    /// what any other did. Holds fewer counters, none of what is particular to the device, and
    /// counts that may be below zero; reports of many devices add up to useful sums.
    ///
    /// The period must be one that is asked of all devices: a period made of the ledger's own
    /// first and last week would tell when the device was in use.
    ///
    /// # Errors
    /// When the report is of several devices or was noised before, or without random numbers.
    pub fn shared(
        &self,
        epsilon: Epsilon,
        bound_per_device: u32,
        random: &mut impl RandomSource,
    ) -> Result<Self, ShareError> {
        if self.differential_privacy.is_some() {
            return Err(ShareError::Noised);
        }
        if self.devices != 1 {
            return Err(ShareError::SeveralDevices(self.devices));
        }
        if bound_per_device == 0 {
            return Err(ShareError::Bound);
        }
        let mut counts = only_shared(&self.counts);
        bound(&mut counts, bound_per_device);
        let laplace = mechanism(epsilon, bound_per_device);
        for cell in cells(&mut counts) {
            *cell = cell.saturating_add(laplace.sample(random)?);
        }
        Ok(Self {
            counts,
            by_week: std::collections::BTreeMap::new(),
            shares: None,
            leniency: None,
            suppression: None,
            differential_privacy: Some(DifferentialPrivacy::new(epsilon, bound_per_device)),
            ..self.clone()
        })
    }
}

/// The counters that are shared, for every category, whether anything was counted or not.
fn only_shared(counts: &Counts) -> Counts {
    let only = |tally: &Tally, which: &[Count]| {
        let mut kept = Tally::default();
        for count in which {
            *kept.of(*count) = tally.get(*count).max(0);
        }
        kept
    };
    let by_category = Category::ALL.iter().map(|category| {
        let tally = counts.by_category.get(category).copied().unwrap_or_default();
        (*category, only(&tally, &BY_CATEGORY))
    });
    let total = only(&counts.total, &TOTALS);
    Counts { total, by_category: by_category.collect(), ..Counts::default() }
}

fn cells(counts: &mut Counts) -> Vec<&mut i64> {
    let Counts { total, by_category, .. } = counts;
    let mut cells = Vec::new();
    push_cells(&mut cells, total, &TOTALS);
    for tally in by_category.values_mut() {
        push_cells(&mut cells, tally, &BY_CATEGORY);
    }
    cells
}

fn push_cells<'a>(cells: &mut Vec<&'a mut i64>, tally: &'a mut Tally, which: &[Count]) {
    let Tally { scanned, signalled, warned, acted, overridden, contested, degraded, failed } =
        tally;
    let all = [
        (Count::Scanned, scanned),
        (Count::Signalled, signalled),
        (Count::Warned, warned),
        (Count::Acted, acted),
        (Count::Overridden, overridden),
        (Count::Contested, contested),
        (Count::Degraded, degraded),
        (Count::Failed, failed),
    ];
    cells.extend(all.into_iter().filter(|(count, _)| which.contains(count)).map(|(_, cell)| cell));
}

/// Scales counters down, rounding down, so that they add up to `bound` at most.
fn bound(counts: &mut Counts, bound: u32) {
    let mut cells = cells(counts);
    let sum: i128 = cells.iter().map(|cell| i128::from(**cell)).sum();
    if sum <= i128::from(bound) {
        return;
    }
    for cell in &mut cells {
        let scaled = i128::from(**cell) * i128::from(bound) / sum;
        **cell = i64::try_from(scaled).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::ledger::tests::{MONDAY, THREAT, guard};
    use super::super::noise::tests::Counter;
    use super::*;

    fn report(threats: usize) -> TransparencyReport {
        let threat = guard().assess_message(THREAT);
        let mut ledger = Ledger::new();
        for _ in 0..threats {
            ledger.record(&threat, MONDAY).unwrap();
        }
        let week = "2026-W48".parse().unwrap();
        TransparencyReport::new(&ledger, week..=week, &[], "en").unwrap()
    }

    fn epsilon(epsilon: f64) -> Epsilon {
        Epsilon::new(epsilon).unwrap()
    }

    #[test]
    fn one_device_contributes_no_more_than_the_bound() {
        for threats in [0, 3, 1000] {
            let mut counts = only_shared(&report(threats).counts);
            bound(&mut counts, 20);
            let sum: i64 = cells(&mut counts).iter().map(|cell| **cell).sum();
            assert!(sum <= 20 && (sum > 0) == (threats > 0), "{threats}: {sum}");
        }
    }

    #[test]
    fn what_is_shared_does_not_depend_on_what_was_counted() {
        let fields = |threats| {
            let shared = report(threats).shared(epsilon(1.0), 20, &mut Counter(3)).unwrap();
            assert!(shared.by_week.is_empty() && shared.shares.is_none());
            let counts = shared.counts;
            assert!(counts.by_version.is_empty() && counts.by_input.is_empty());
            assert_eq!(counts.total.scanned, 0);
            counts.by_category.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(fields(0), fields(50));
        assert_eq!(fields(0).len(), Category::ALL.len());
    }

    #[test]
    fn sums_over_many_devices_err_as_the_mechanism_promises() {
        let one = report(2);
        let mut random = Counter(5);
        let devices = 100;
        let mut errors = Vec::new();
        for _ in 0..12 {
            let mut sum = one.shared(epsilon(2.0), 20, &mut random).unwrap();
            for _ in 1..devices {
                sum.merge(&one.shared(epsilon(2.0), 20, &mut random).unwrap()).unwrap();
            }
            let privacy = sum.differential_privacy.as_ref().unwrap();
            assert_eq!((privacy.draws, sum.devices), (devices, devices));
            let promised = privacy.standard_deviation;
            assert!((promised - 20.0 * 2_f64.sqrt() * 10.0).abs() < 1.0, "{promised}");
            for count in [Count::Warned, Count::Contested, Count::Failed] {
                let truth = i64::from(devices) * one.counts.total.get(count);
                errors.push((sum.counts.total.get(count) - truth) as f64 / promised);
            }
        }
        let square = errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64;
        assert!((0.5..1.7).contains(&square), "{square}");
    }

    #[test]
    fn noise_is_added_once_and_to_one_device() {
        let one = report(1);
        let noised = one.shared(epsilon(1.0), 20, &mut Counter(1)).unwrap();
        assert_eq!(noised.shared(epsilon(1.0), 20, &mut Counter(1)), Err(ShareError::Noised));
        let mut two = one.clone();
        two.merge(&one).unwrap();
        assert_eq!(
            two.shared(epsilon(1.0), 20, &mut Counter(1)),
            Err(ShareError::SeveralDevices(2))
        );
        assert_eq!(one.shared(epsilon(1.0), 0, &mut Counter(1)), Err(ShareError::Bound));
        let other = one.shared(epsilon(0.5), 20, &mut Counter(1)).unwrap();
        for report in [one, other] {
            assert!(noised.clone().merge(&report).is_err(), "other noise, or none");
        }
    }
}
