//! What a host decides about a stream.

use thiserror::Error;

/// What a stream may cost and how often it is looked at. When they disagree, `cpu_budget` wins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StreamConfig {
    /// Share of one core, above 0 and at most 1. With 1 nothing is left out for its cost.
    pub cpu_budget: f32,
    /// Milliseconds of the stream between two looks at least, but for a cut between scenes.
    pub min_interval_ms: u64,
    /// Milliseconds of the stream after which even what looks the same is looked at again.
    pub max_interval_ms: u64,
}

impl Default for StreamConfig {
    /// A quarter of a core, ten looks a second at most, one every two seconds at least.
    fn default() -> Self {
        Self { cpu_budget: 0.25, min_interval_ms: 100, max_interval_ms: 2000 }
    }
}

impl StreamConfig {
    pub(super) fn check(&self) -> Result<(), StreamConfigError> {
        let Self { cpu_budget, min_interval_ms, max_interval_ms } = *self;
        if !(cpu_budget > 0.0 && cpu_budget <= 1.0) {
            return Err(StreamConfigError::CpuBudget(cpu_budget));
        }
        if min_interval_ms > max_interval_ms {
            return Err(StreamConfigError::Intervals { min_interval_ms, max_interval_ms });
        }
        Ok(())
    }
}

/// Why a stream cannot be looked at as asked.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum StreamConfigError {
    /// The budget is out of range.
    #[error("cpu_budget is {0}; give a share of one core, above 0 and at most 1")]
    CpuBudget(f32),
    /// The intervals contradict each other.
    #[error(
        "min_interval_ms is {min_interval_ms}, max_interval_ms {max_interval_ms}; \
         the first must not be above the second"
    )]
    Intervals {
        /// The shortest interval asked for.
        min_interval_ms: u64,
        /// The longest.
        max_interval_ms: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_kept_is_refused_with_the_reason() {
        for cpu_budget in [0.0, -1.0, 1.1, f32::NAN, f32::INFINITY] {
            let error = StreamConfig { cpu_budget, ..StreamConfig::default() }.check();
            assert!(matches!(error, Err(StreamConfigError::CpuBudget(_))), "{cpu_budget}");
        }
        let config = StreamConfig { min_interval_ms: 3000, ..StreamConfig::default() };
        let error = config.check().unwrap_err().to_string();
        assert!(error.contains("min_interval_ms is 3000, max_interval_ms 2000"), "{error}");
        assert_eq!(StreamConfig { min_interval_ms: 2000, ..config }.check(), Ok(()));
    }
}
