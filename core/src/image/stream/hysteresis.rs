//! What several looks say together, so that one frame neither triggers nor clears.
//!
//! Each row of the policy is a switch of its own. It goes on when three of the last five looks
//! reach its threshold, or the last two reach it and [`STRONG`] as well. It goes off when the
//! last three looks all stay below [`LEAVE`] of its threshold, and [`CLEAR_AFTER_MS`] have
//! passed since a look last did not. Between the two it stays as it is. Two failed looks in a
//! row switch on what the policy asks for then, two that succeed switch it off.

use crate::assessment::{Action, Severity};
use crate::policy::Threshold;
use crate::taxonomy::Category;

/// Looks that are remembered.
const LOOKS: usize = 5;
/// Of these, looks that must reach a threshold to trigger.
const TRIGGER: usize = 3;
/// Two looks in a row that reach this trigger too.
const STRONG: f32 = 0.8;
/// Looks in a row that must stay below to clear.
const CLEAR: usize = 3;
/// The share of a threshold below which a look speaks for clearing.
const LEAVE: f32 = 0.75;
/// Milliseconds of the stream without a look that speaks against clearing.
const CLEAR_AFTER_MS: u64 = 2000;
/// Failed looks in a row that count, and successful ones that undo them.
const FAILURES: u32 = 2;

/// What one look says of one category.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sighting {
    pub(super) category: Category,
    pub(super) score: f32,
    pub(super) severity: Severity,
}

impl Sighting {
    /// The strength that a row sees; below 0 where the row does not apply at all.
    fn strength(&self, min_severity: Severity) -> f32 {
        if self.severity >= min_severity { self.score } else { NOTHING }
    }
}

/// Below every threshold: a look that was not made, or is too mild for a row.
const NOTHING: f32 = -1.0;

/// The last looks, as strengths, latest first.
#[derive(Clone, Copy, Debug)]
struct Looks([f32; LOOKS]);

impl Looks {
    fn push(&mut self, strength: f32) {
        self.0.rotate_right(1);
        if let Some(first) = self.0.first_mut() {
            *first = strength;
        }
    }

    /// What enough looks agree on: the third highest of the last five, or the lower of the last
    /// two if that is strong.
    fn held(&self) -> f32 {
        let mut sorted = self.0;
        sorted.sort_by(|a, b| b.total_cmp(a));
        let agreed = sorted.get(TRIGGER - 1).copied().unwrap_or(NOTHING);
        let [latest, before, ..] = self.0;
        let two = latest.min(before);
        if two >= STRONG { agreed.max(two) } else { agreed }
    }

    fn latest(&self) -> f32 {
        let [latest, ..] = self.0;
        latest
    }

    fn all_below(&self, threshold: f32) -> bool {
        self.0.iter().take(CLEAR).all(|strength| *strength < threshold)
    }
}

/// A row of the policy as a switch.
#[derive(Clone, Debug)]
struct Switch {
    row: Threshold,
    looks: Looks,
    on: bool,
    /// When a look last spoke against clearing.
    against: u64,
}

impl Switch {
    fn look(&mut self, time: u64, strength: f32) {
        self.looks.push(strength);
        let leave = self.leave();
        if strength >= leave {
            self.against = time;
        }
        if self.looks.held() >= self.row.at {
            self.on = true;
        } else if self.looks.all_below(leave) && time.saturating_sub(self.against) >= CLEAR_AFTER_MS
        {
            self.on = false;
        }
    }

    fn leave(&self) -> f32 {
        self.row.at * LEAVE
    }
}

/// Which looks are still needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Doubt {
    /// None: all looks so far say the same.
    No,
    /// Something may be over.
    Clears,
    /// Something may have begun: look again soon.
    Triggers,
}

/// The switches of a policy, and what stands of each category.
#[derive(Clone, Debug)]
pub(super) struct Hysteresis {
    switches: Vec<Switch>,
    standing: Vec<Looks>,
    on_failure: Action,
    failed: u32,
    succeeded: u32,
    failing: bool,
}

impl Hysteresis {
    pub(super) fn new(thresholds: &[Threshold], on_failure: Action) -> Self {
        let looks = Looks([NOTHING; LOOKS]);
        let switch = |row: &Threshold| Switch { row: *row, looks, on: false, against: 0 };
        Self {
            switches: thresholds.iter().map(switch).collect(),
            standing: vec![looks; Category::ALL.len()],
            on_failure,
            failed: 0,
            succeeded: 0,
            failing: false,
        }
    }

    /// A frame of this time was classified; what is not among `sightings` was not seen.
    pub(super) fn look(&mut self, time: u64, sightings: &[Sighting]) {
        let seen = |category| sightings.iter().find(|sighting| sighting.category == category);
        for switch in &mut self.switches {
            let sighting = seen(switch.row.category);
            let strength = sighting.map_or(NOTHING, |seen| seen.strength(switch.row.min_severity));
            switch.look(time, strength);
        }
        for (looks, category) in self.standing.iter_mut().zip(Category::ALL) {
            looks.push(seen(*category).map_or(0.0, |sighting| sighting.score));
        }
        self.failed = 0;
        self.succeeded = self.succeeded.saturating_add(1);
        self.failing &= self.succeeded < FAILURES;
    }

    /// A look failed.
    pub(super) fn fail(&mut self) {
        self.succeeded = 0;
        self.failed = self.failed.saturating_add(1);
        self.failing |= self.failed >= FAILURES;
    }

    /// A part of the stream is missing.
    pub(super) fn lose(&mut self) {
        self.fail();
        self.failing = true;
    }

    /// The strongest action that is switched on.
    pub(super) fn action(&self) -> Action {
        let on = self.switches.iter().filter(|switch| switch.on).map(|switch| switch.row.action);
        let failure = if self.failing { self.on_failure } else { Action::Allow };
        on.max().unwrap_or(Action::Allow).max(failure)
    }

    /// Whether what the policy says about failures is in force.
    pub(super) fn is_failing(&self) -> bool {
        self.failing
    }

    /// Whether a row of this category is switched on.
    pub(super) fn is_on(&self, category: Category) -> bool {
        self.switches.iter().any(|switch| switch.on && switch.row.category == category)
    }

    /// What enough looks agree on for a category, 0..1.
    pub(super) fn held(&self, category: Category) -> f32 {
        let looks = self.standing.get(category as usize);
        looks.map_or(0.0, |looks| looks.held().clamp(0.0, 1.0))
    }

    pub(super) fn doubt(&self) -> Doubt {
        let of = |switch: &Switch| {
            let latest = switch.looks.latest();
            if !switch.on && latest >= switch.row.at {
                Doubt::Triggers
            } else if switch.on && latest < switch.leave() {
                Doubt::Clears
            } else {
                Doubt::No
            }
        };
        let doubt = self.switches.iter().map(of).max().unwrap_or(Doubt::No);
        if self.failed > 0 && !self.failing {
            Doubt::Triggers
        } else if self.failing && self.succeeded > 0 {
            doubt.max(Doubt::Clears)
        } else {
            doubt
        }
    }

    /// The stream goes on at an earlier time: what was seen stays, waiting begins anew.
    pub(super) fn rewind(&mut self, time: u64) {
        for switch in &mut self.switches {
            switch.against = switch.against.min(time);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(at: f32, action: Action) -> Threshold {
        let category = Category::SensitiveImage;
        Threshold { category, at, min_severity: Severity::new(0), action }
    }

    fn rows() -> Vec<Threshold> {
        vec![row(0.4, Action::Indicate), row(0.6, Action::Blur), row(0.9, Action::Mute)]
    }

    fn hysteresis() -> Hysteresis {
        Hysteresis::new(&rows(), Action::Blur)
    }

    fn look(hysteresis: &mut Hysteresis, time: u64, score: f32) -> Action {
        let severity = Severity::new(5);
        hysteresis.look(time, &[Sighting { category: Category::SensitiveImage, score, severity }]);
        hysteresis.action()
    }

    /// Looks at 100 ms each; the actions after them.
    fn actions(scores: &[f32]) -> Vec<Action> {
        let mut hysteresis = hysteresis();
        let looks = (0..).step_by(100).zip(scores);
        looks.map(|(time, score)| look(&mut hysteresis, time, *score)).collect()
    }

    #[test]
    fn three_of_five_looks_trigger_and_two_strong_ones() {
        use Action::{Allow, Blur, Indicate, Mute};
        assert_eq!(actions(&[0.7, 0.1, 0.7, 0.1, 0.7]), [Allow, Allow, Allow, Allow, Blur]);
        assert_eq!(actions(&[0.7, 0.1, 0.1, 0.7, 0.1, 0.7]), [Allow; 6]);
        assert_eq!(actions(&[0.5, 0.5, 0.5]), [Allow, Allow, Indicate]);
        assert_eq!(actions(&[0.8, 0.85]), [Allow, Blur]);
        assert_eq!(actions(&[0.95, 0.92]), [Allow, Mute]);
        assert_eq!(actions(&[0.79, 0.99]), [Allow, Allow]);
    }

    #[test]
    fn clearing_takes_three_looks_and_two_seconds() {
        let mut hysteresis = hysteresis();
        look(&mut hysteresis, 0, 0.85);
        assert_eq!(look(&mut hysteresis, 100, 0.85), Action::Blur);
        for time in (200..2000).step_by(200) {
            assert_eq!(look(&mut hysteresis, time, 0.0), Action::Blur, "{time}");
            assert_eq!(hysteresis.doubt(), Doubt::Clears);
        }
        assert_eq!(look(&mut hysteresis, 2100, 0.0), Action::Allow);
        assert_eq!(hysteresis.doubt(), Doubt::No);
        // However much later: one look does not clear.
        look(&mut hysteresis, 3000, 0.85);
        look(&mut hysteresis, 3100, 0.85);
        assert_eq!(look(&mut hysteresis, 1_000_000, 0.0), Action::Blur);
        assert_eq!(look(&mut hysteresis, 2_000_000, 0.0), Action::Blur);
        assert_eq!(look(&mut hysteresis, 3_000_000, 0.0), Action::Allow);
    }

    #[test]
    fn what_lies_between_the_thresholds_changes_nothing() {
        let mut hysteresis = hysteresis();
        look(&mut hysteresis, 0, 0.85);
        look(&mut hysteresis, 1, 0.85);
        for time in 1..100 {
            assert_eq!(look(&mut hysteresis, time * 1000, 0.5), Action::Blur);
        }
    }

    #[test]
    fn failures_follow_the_policy_once_two_come_in_a_row() {
        let mut hysteresis = hysteresis();
        hysteresis.fail();
        assert_eq!((hysteresis.action(), hysteresis.doubt()), (Action::Allow, Doubt::Triggers));
        hysteresis.fail();
        assert_eq!((hysteresis.action(), hysteresis.doubt()), (Action::Blur, Doubt::No));
        assert_eq!(look(&mut hysteresis, 100, 0.0), Action::Blur);
        assert_eq!(hysteresis.doubt(), Doubt::Clears);
        assert_eq!(look(&mut hysteresis, 200, 0.0), Action::Allow);
    }

    #[test]
    fn mild_sightings_do_not_reach_rows_for_grave_ones() {
        let grave = Threshold { min_severity: Severity::new(6), ..row(0.0, Action::Blur) };
        let mut hysteresis = Hysteresis::new(&[grave], Action::Allow);
        for time in 0..10 {
            assert_eq!(look(&mut hysteresis, time, 1.0), Action::Allow);
        }
        assert_eq!(hysteresis.held(Category::SensitiveImage), 1.0);
    }

    proptest! {
        /// One look more or less, of whatever score, among looks that all say the same.
        #[test]
        fn one_frame_neither_triggers_nor_clears(
            steady in 0.0_f32..=1.0,
            odd in 0.0_f32..=1.0,
            at in 0_usize..20,
            interval in 1_u64..5000,
        ) {
            let mut hysteresis = hysteresis();
            let settled = (0..20).map(|n| look(&mut hysteresis, n * interval, steady)).last();
            let settled = settled.unwrap_or(Action::Allow);
            for n in 0..20 {
                let score = if n == at { odd } else { steady };
                let action = look(&mut hysteresis, (20 + n as u64) * interval, score);
                prop_assert_eq!(action, settled);
            }
        }

        /// From the first look on.
        #[test]
        fn nothing_triggers_at_the_first_look(score in 0.0_f32..=1.0, at in 0.0_f32..=1.0) {
            let mut hysteresis = Hysteresis::new(&[row(at, Action::Mute)], Action::Blur);
            prop_assert_eq!(look(&mut hysteresis, 0, score), Action::Allow);
        }

        /// Looks that all reach a threshold do trigger, looks that all stay below it do not.
        #[test]
        fn steady_looks_get_the_action_of_the_policy(score in 0.0_f32..=1.0) {
            let expected = rows().iter().rev().find(|row| score >= row.at).map(|row| row.action);
            let settled = actions(&[score; 6]).last().copied();
            prop_assert_eq!(settled, expected.or(Some(Action::Allow)));
        }
    }
}
