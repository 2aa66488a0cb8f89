//! How much a stream may cost: a token bucket in milliseconds of work.

use std::time::Duration;

/// What may be saved up is what this long brings in …
const SAVED_MS: f64 = 1000.0;
/// … or what this many looks cost, if that is more: a slow device must be able to look twice.
const SAVED_LOOKS: f64 = 3.0;
/// The share of the savings that is kept for what cannot wait.
const RESERVE: f64 = 0.5;
/// Of one frame's cost no more than this is counted: a clock that ran on while the device slept
/// must not blind the stream.
const MAX_COST: Duration = Duration::from_secs(2);
/// Weight of the latest look in the average.
const LATEST: f64 = 0.2;

/// Brings in `share` milliseconds a millisecond. A frame may be looked at while nothing is owed,
/// and may lead into debt. So from the beginning on the cost stays below
/// `share * time + one frame`, and over any time below that and what was saved up.
#[derive(Debug)]
pub(super) struct Budget {
    share: f64,
    tokens: f64,
    /// What a look costs, on average.
    look: Option<f64>,
    refilled: Option<Duration>,
}

impl Budget {
    /// `share` of one core, above 0 and at most 1. Begins without savings.
    pub(super) fn new(share: f32) -> Self {
        let share = f64::from(share);
        Self { share, tokens: 0.0, look: None, refilled: None }
    }

    /// Brings in what the time since the last call is worth.
    pub(super) fn refill(&mut self, now: Duration) {
        let before = self.refilled.replace(now).unwrap_or(now);
        let elapsed = milliseconds(now.saturating_sub(before));
        self.tokens = (self.tokens + self.share * elapsed).min(self.capacity());
    }

    /// Takes away what a frame cost; `look`: whether it was classified.
    pub(super) fn spend(&mut self, cost: Duration, look: bool) {
        let cost = milliseconds(cost.min(MAX_COST));
        self.tokens -= cost;
        if look {
            let average = self.look.unwrap_or(cost);
            self.look = Some(average + (cost - average) * LATEST);
        }
    }

    /// Whether nothing is owed.
    pub(super) fn is_solvent(&self) -> bool {
        self.is_whole() || self.tokens >= 0.0
    }

    /// Whether there is more than what is kept for what cannot wait.
    pub(super) fn has_reserve(&self) -> bool {
        self.is_whole() || self.tokens >= self.capacity() * RESERVE
    }

    /// Whoever waits for each frame can never spend more than one core.
    fn is_whole(&self) -> bool {
        self.share >= 1.0
    }

    /// What a look costs on average, in milliseconds.
    pub(super) fn look_ms(&self) -> Option<f64> {
        self.look
    }

    fn capacity(&self) -> f64 {
        (self.share * SAVED_MS).max(self.look.unwrap_or(0.0) * SAVED_LOOKS)
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever frames come when, whatever they cost and however urgent they are.
        #[test]
        fn the_share_holds_in_the_long_run(
            share in 0.01_f32..=1.0,
            frames in prop::collection::vec((0_u64..200_000, 1_u64..400_000, any::<bool>()), 1..400),
        ) {
            let mut budget = Budget::new(share);
            let (mut now, mut spent, mut dearest) = (Duration::ZERO, 0.0_f64, 0.0_f64);
            for (wait, cost, urgent) in frames {
                now += Duration::from_micros(wait);
                budget.refill(now);
                if budget.is_solvent() && (urgent || budget.has_reserve()) {
                    let cost = Duration::from_micros(cost);
                    now += cost;
                    budget.spend(cost, true);
                    spent += milliseconds(cost);
                    dearest = dearest.max(milliseconds(cost));
                }
                let allowed = f64::from(share) * milliseconds(now);
                prop_assert!(spent <= allowed + dearest + 1e-6, "{spent} of {allowed}");
            }
        }
    }

    #[test]
    fn a_whole_core_is_never_spent_by_one_that_waits_for_each_frame() {
        let mut budget = Budget::new(1.0);
        let mut now = Duration::ZERO;
        for _ in 0..100 {
            budget.refill(now);
            assert!(budget.is_solvent() && budget.has_reserve());
            let cost = Duration::from_millis(700);
            budget.spend(cost, true);
            now += cost;
        }
    }

    #[test]
    fn a_clock_that_jumps_ahead_or_back_neither_blinds_nor_enriches() {
        let mut budget = Budget::new(0.25);
        budget.refill(Duration::from_secs(10));
        budget.spend(Duration::from_secs(36_000), true);
        budget.refill(Duration::from_secs(9));
        assert!(!budget.is_solvent());
        budget.refill(Duration::from_secs(18));
        assert!(budget.is_solvent());
        budget.refill(Duration::from_secs(1 << 40));
        assert!(budget.tokens <= budget.capacity());
    }
}
