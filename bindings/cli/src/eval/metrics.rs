//! Figures from counts and scores.

use serde::Serialize;

/// A share, with the interval that holds the true one with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Share {
    pub hits: usize,
    pub of: usize,
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

impl Share {
    /// The interval is Wilson's (1927).
    pub fn new(hits: usize, of: usize) -> Self {
        if of == 0 {
            return Self { hits, of, share: 0.0, low: 0.0, high: 1.0 };
        }
        let (z, n) = (1.959_964, of as f64);
        let share = hits as f64 / n;
        let denominator = 1.0 + z * z / n;
        let middle = (share + z * z / (2.0 * n)) / denominator;
        let half = z / denominator * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
        Self { hits, of, share, low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
    }

    pub fn count(values: impl Iterator<Item = bool>) -> Self {
        let (mut hits, mut of) = (0, 0);
        for value in values {
            of += 1;
            hits += usize::from(value);
        }
        Self::new(hits, of)
    }
}

/// The chance that a positive scores above a negative, ties counting half (Mann-Whitney);
/// `None` without both kinds.
pub fn auc(positives: &[f32], negatives: &[f32]) -> Option<f64> {
    if positives.is_empty() || negatives.is_empty() {
        return None;
    }
    let mut sorted = negatives.to_vec();
    sorted.sort_by(f32::total_cmp);
    let wins: f64 = positives
        .iter()
        .map(|score| {
            let below = sorted.partition_point(|other| other < score);
            let equal = sorted.partition_point(|other| other <= score) - below;
            below as f64 + equal as f64 / 2.0
        })
        .sum();
    Some(wins / (positives.len() as f64 * negatives.len() as f64))
}

/// How far probabilities are from what is true, over ten bins of equal width (Guo et al., "On
/// Calibration of Modern Neural Networks", 2017); `None` of none.
pub fn calibration_error(said: &[(f32, bool)]) -> Option<f64> {
    const BINS: usize = 10;
    let mut bins = [(0.0_f64, 0.0_f64); BINS];
    for (probability, truth) in said {
        let bin = ((probability * BINS as f32) as usize).min(BINS - 1);
        let (sum, true_) = bins.get_mut(bin)?;
        *sum += f64::from(*probability);
        *true_ += f64::from(u8::from(*truth));
    }
    let apart: f64 = bins.iter().map(|(sum, true_)| (sum - true_).abs()).sum();
    (!said.is_empty()).then(|| apart / said.len() as f64)
}

/// The middle of some values, which are put in order; `None` of none.
pub fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.get(values.len() / 2)?;
    Some(*middle)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn shares_come_with_wilsons_interval() {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662.
        let share = Share::new(81, 263);
        assert!((share.low - 0.2553).abs() < 1e-4 && (share.high - 0.3662).abs() < 1e-4);
        assert_eq!(Share::new(0, 0).high, 1.0);
        assert_eq!(Share::new(0, 10).low, 0.0);
    }

    #[test]
    fn calibration_compares_what_is_said_with_what_is_true() {
        let honest = [(0.25, true), (0.25, false), (0.25, false), (0.25, false)];
        assert_eq!(calibration_error(&honest), Some(0.0));
        assert_eq!(calibration_error(&[(1.0, false), (0.0, false)]), Some(0.5));
        assert_eq!(calibration_error(&[]), None);
    }

    #[test]
    fn auc_counts_ties_half() {
        assert_eq!(auc(&[0.9, 0.5], &[0.5, 0.1]), Some(0.875));
        assert_eq!(auc(&[], &[0.5]), None);
    }
}
