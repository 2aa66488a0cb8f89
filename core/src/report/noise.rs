//! Noise for differential privacy: the discrete Laplace distribution, sampled exactly.
//!
//! C. Canonne, G. Kamath, T. Steinke, "The Discrete Gaussian for Differential Privacy" (NeurIPS
//! 2020), algorithms 1 and 2. Whole numbers alone: with floating-point numbers, the low bits of
//! a noised count give the true one away (Mironov 2012). Sampling takes a time that depends on
//! the noise; whoever can measure it learns something of it.
//!
//! OpenDP's crate has the same and 100 crates behind it; libprio's is MPL-2.0 and marked
//! experimental.

use std::fmt;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// Where random bytes come from.
pub trait RandomSource {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// When there are none.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomError>;
}

/// The system's random numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl RandomSource for SystemRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(bytes).map_err(|error| RandomError(error.to_string()))
    }
}

/// There are no random numbers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the system gives no random numbers: {0}")]
pub struct RandomError(pub String);

/// How much a shared report may tell of one device, in thousandths: the smaller the less.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epsilon(u32);

/// An epsilon out of range.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[error("epsilon is {0}; give a number from 0.001 to 10: 1 is usual, above 10 protects nobody")]
pub struct EpsilonError(pub f64);

impl Epsilon {
    /// From 0.001 to 10, rounded down to thousandths.
    ///
    /// # Errors
    /// When it is out of range.
    pub fn new(epsilon: f64) -> Result<Self, EpsilonError> {
        if (0.001..=10.0).contains(&epsilon) {
            Ok(Self(((epsilon * 1000.0) as u32).max(1)))
        } else {
            Err(EpsilonError(epsilon))
        }
    }

    /// The number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl fmt::Debug for Epsilon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Epsilon({})", self.value())
    }
}

impl Serialize for Epsilon {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

/// The two-sided geometric distribution: `P(x)` falls as `exp(-|x| / scale)`, with
/// `scale = sensitivity / epsilon`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DiscreteLaplace {
    /// The scale as a fraction.
    numerator: u64,
    denominator: u64,
}

impl DiscreteLaplace {
    /// What makes counts epsilon-private of which one device can change `sensitivity` at most,
    /// all of them together (1 at least).
    pub(super) const fn new(sensitivity: u64, epsilon: Epsilon) -> Self {
        let sensitivity = if sensitivity == 0 { 1 } else { sensitivity };
        Self { numerator: sensitivity.saturating_mul(1000), denominator: epsilon.0 as u64 }
    }

    pub(super) fn scale(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    pub(super) fn standard_deviation(self) -> f64 {
        let fall = (-1.0 / self.scale()).exp();
        (2.0 * fall).sqrt() / (1.0 - fall)
    }

    /// Algorithm 2: `P(x)` falls as `exp(-|x| s / t)` with `t` the numerator, `s` the denominator.
    pub(super) fn sample(self, random: &mut impl RandomSource) -> Result<i64, RandomError> {
        let (s, t) = (u128::from(self.denominator), u128::from(self.numerator));
        loop {
            let rest = below(t, random)?;
            if !falls(rest, t, random)? {
                continue;
            }
            let mut whole: u128 = 0;
            while falls(1, 1, random)? {
                whole += 1;
            }
            let size = (rest + t * whole) / s;
            let negative = below(2, random)? == 1;
            if negative && size == 0 {
                continue;
            }
            let size = i64::try_from(size).unwrap_or(i64::MAX);
            return Ok(if negative { -size } else { size });
        }
    }
}

/// Algorithm 1: true with the probability `exp(-numerator / denominator)`, of a fraction from 0
/// to 1.
fn falls(
    numerator: u128,
    denominator: u128,
    random: &mut impl RandomSource,
) -> Result<bool, RandomError> {
    let mut k: u128 = 1;
    while below(denominator * k, random)? < numerator {
        k += 1;
    }
    Ok(k % 2 == 1)
}

/// A whole number below `bound`, each as likely, by rejection.
fn below(bound: u128, random: &mut impl RandomSource) -> Result<u128, RandomError> {
    let bits = u128::BITS - bound.saturating_sub(1).leading_zeros();
    let mask = if bits == 0 { 0 } else { u128::MAX >> (u128::BITS - bits) };
    loop {
        let mut bytes = [0; 16];
        random.fill(&mut bytes)?;
        let number = u128::from_le_bytes(bytes) & mask;
        if number < bound.max(1) {
            return Ok(number);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// SplitMix64 (Steele et al. 2014): the same numbers in every run.
    pub(crate) struct Counter(pub u64);

    impl RandomSource for Counter {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RandomError> {
            for chunk in bytes.chunks_mut(8) {
                self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
                let mut mixed = self.0;
                mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
                let mixed = (mixed ^ (mixed >> 31)).to_le_bytes();
                chunk.copy_from_slice(&mixed[..chunk.len()]);
            }
            Ok(())
        }
    }

    fn probability(x: i64, scale: f64) -> f64 {
        let fall = (-1.0 / scale).exp();
        (1.0 - fall) / (1.0 + fall) * (-(x.abs() as f64) / scale).exp()
    }

    #[test]
    fn samples_are_distributed_as_the_mechanism_promises() {
        for (sensitivity, epsilon) in [(1, 1.0), (1, 0.3), (2, 0.25), (3, 5.0)] {
            let laplace = DiscreteLaplace::new(sensitivity, Epsilon::new(epsilon).unwrap());
            let scale = sensitivity as f64 / epsilon;
            assert!((laplace.scale() - scale).abs() < 1e-9);
            let (draws, mut random) = (40_000, Counter(7));
            let samples: Vec<i64> =
                (0..draws).map(|_| laplace.sample(&mut random).unwrap()).collect();
            // Pearson's chi-squared over all values that are expected 20 times, and the rest.
            let reach = (0..).find(|x| probability(*x, scale) * draws as f64 <= 20.0).unwrap();
            let (mut chi, mut inside) = (0.0, 0.0);
            for x in -reach + 1..reach {
                let expected = probability(x, scale) * draws as f64;
                let found = samples.iter().filter(|sample| **sample == x).count() as f64;
                chi += (found - expected).powi(2) / expected;
                inside += expected;
            }
            let rest = samples.iter().filter(|sample| sample.abs() >= reach).count() as f64;
            let expected = draws as f64 - inside;
            chi += (rest - expected).powi(2) / expected;
            // Mean and five standard deviations of the chi-squared distribution.
            let freedom = (2 * reach - 1) as f64;
            assert!(chi < freedom + 5.0 * (2.0 * freedom).sqrt(), "{scale}: {chi} of {freedom}");

            let mean = samples.iter().sum::<i64>() as f64 / draws as f64;
            let square = samples.iter().map(|x| x * x).sum::<i64>() as f64 / draws as f64;
            let deviation = laplace.standard_deviation();
            assert!(mean.abs() < 5.0 * deviation / (draws as f64).sqrt(), "{scale}: mean {mean}");
            assert!((square.sqrt() / deviation - 1.0).abs() < 0.03, "{scale}: {}", square.sqrt());
        }
    }

    #[test]
    fn neighbouring_counts_are_told_apart_no_better_than_epsilon_allows() {
        let laplace = DiscreteLaplace::new(1, Epsilon::new(0.5).unwrap());
        let (draws, mut random) = (60_000, Counter(11));
        let mut seen = std::collections::BTreeMap::<i64, [f64; 2]>::new();
        for _ in 0..draws {
            for count in [0, 1] {
                let shown = count + laplace.sample(&mut random).unwrap();
                seen.entry(shown).or_default()[count as usize] += 1.0;
            }
        }
        for (shown, [zero, one]) in
            seen.into_iter().filter(|(_, both)| both[0].min(both[1]) > 500.0)
        {
            let error = 4.0 * (1.0 / zero + 1.0 / one).sqrt();
            assert!((zero / one).ln().abs() <= 0.5 + error, "{shown}: {zero} and {one}");
        }
    }

    #[test]
    fn whole_numbers_are_equally_likely() {
        let mut found = [0; 6];
        let mut random = Counter(0);
        for _ in 0..60_000 {
            found[below(6, &mut random).unwrap() as usize] += 1;
        }
        assert!(found.iter().all(|count| (9_600..10_400).contains(count)), "{found:?}");
        assert_eq!((below(1, &mut random), below(0, &mut random)), (Ok(0), Ok(0)));
    }

    #[test]
    fn an_epsilon_out_of_range_is_refused() {
        for epsilon in [0.0, -1.0, 10.1, f64::NAN, f64::INFINITY] {
            assert!(Epsilon::new(epsilon).is_err(), "{epsilon}");
        }
        assert_eq!(Epsilon::new(0.5).unwrap().value(), 0.5);
        assert!(SystemRandom.fill(&mut [0; 16]).is_ok());
    }
}
