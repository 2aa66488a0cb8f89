//! How far contested outcomes may make a policy more lenient.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::taxonomy::Category;

/// How far contested outcomes may raise the thresholds of a policy, and of what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestRules {
    /// How far one day with contests, beyond those that are needed, raises a threshold: 0..1.
    pub step: f32,
    /// How far they may be raised together: `step` to 0.3.
    pub max_raise: f32,
    /// Days with contests from which on a threshold is raised: 2 to 100, so that one angry hour
    /// does not switch protection off.
    pub min_contests: u32,
    /// Days after which a contest counts half.
    #[serde(default = "half_life_days")]
    pub half_life_days: u16,
    /// What may be raised. Never what [`ContestRules::NEVER`] names.
    pub categories: Vec<Category>,
}

const fn half_life_days() -> u16 {
    30
}

impl Default for ContestRules {
    /// Nothing is ever raised.
    fn default() -> Self {
        Self {
            step: 0.0,
            max_raise: 0.0,
            min_contests: 3,
            half_life_days: half_life_days(),
            categories: Vec::new(),
        }
    }
}

/// Why contest rules do not hold.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum ContestRulesError {
    /// A step or bound out of range.
    #[error("`step` is {step} and `max_raise` {max_raise}; give 0 <= step <= max_raise <= {max}", max = ContestRules::MAX_RAISE)]
    Raise {
        /// The step.
        step: f32,
        /// The bound.
        max_raise: f32,
    },
    /// Too few contests would do.
    #[error("`min_contests` is {0}; give 2 to 100, so that one angry hour changes nothing")]
    MinContests(u32),
    /// Contests that never fade, or at once.
    #[error("`half_life_days` is {0}; give 1 to 365")]
    HalfLife(u16),
    /// A category that no contest may touch.
    #[error("`categories` holds {0}, whose thresholds no contest may raise; leave it out")]
    Category(Category),
}

impl ContestRules {
    /// Categories whose thresholds no contest raises: where blackmail, self-harm or a known
    /// picture is missed once, no later correction makes up for it, and the person who contests
    /// may be under pressure.
    pub const NEVER: [Category; 4] =
        [Category::Sextortion, Category::Coercion, Category::SelfHarm, Category::KnownImage];

    /// The furthest that any threshold may be raised.
    pub const MAX_RAISE: f32 = 0.3;

    /// Whether the rules hold.
    ///
    /// # Errors
    /// When a value is out of range, or a category may never be raised.
    pub fn check(&self) -> Result<(), ContestRulesError> {
        let Self { step, max_raise, .. } = *self;
        if !(0.0 <= step && step <= max_raise && max_raise <= Self::MAX_RAISE) {
            return Err(ContestRulesError::Raise { step, max_raise });
        }
        if !(2..=100).contains(&self.min_contests) {
            return Err(ContestRulesError::MinContests(self.min_contests));
        }
        if !(1..=365).contains(&self.half_life_days) {
            return Err(ContestRulesError::HalfLife(self.half_life_days));
        }
        match self.categories.iter().find(|category| Self::NEVER.contains(category)) {
            Some(category) => Err(ContestRulesError::Category(*category)),
            None => Ok(()),
        }
    }

    /// By how much the thresholds of a category may rise.
    pub fn permitted(&self, category: Category) -> f32 {
        if self.categories.contains(&category) { self.max_raise } else { 0.0 }
    }
}

/// A threshold that contested outcomes have raised.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leniency {
    /// The category.
    pub category: Category,
    /// By how much its thresholds are raised, 0..0.3.
    pub raise: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> ContestRules {
        let categories = vec![Category::Bullying, Category::SexualContent];
        ContestRules { step: 0.05, max_raise: 0.1, min_contests: 3, half_life_days: 30, categories }
    }

    #[test]
    fn rules_out_of_range_are_refused_with_the_reason() {
        let wrong = [
            (ContestRules { step: 0.2, ..rules() }, "0 <= step <= max_raise <= 0.3"),
            (ContestRules { max_raise: f32::NAN, ..rules() }, "give 0 <= step"),
            (ContestRules { min_contests: 1, ..rules() }, "give 2 to 100, so that one angry hour"),
            (ContestRules { half_life_days: 0, ..rules() }, "give 1 to 365"),
            (ContestRules { min_contests: 101, ..rules() }, "give 2 to 100"),
        ];
        for (rules, message) in wrong {
            let error = rules.check().unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
        for category in ContestRules::NEVER {
            let rules = ContestRules { categories: vec![category], ..rules() };
            assert_eq!(rules.check(), Err(ContestRulesError::Category(category)));
        }
        assert!(ContestRules::default().check().is_ok());
    }

    #[test]
    fn rules_hold_up_to_their_limits_and_no_further() {
        let (rules, most) = (rules(), ContestRules::MAX_RAISE);
        for (step, max_raise, holds) in [
            (0.0, 0.0, true),
            (0.3, most, true),
            (0.1, 0.1, true),
            (-0.01, 0.1, false),
            (0.11, 0.1, false),
            (0.1, 0.31, false),
            (-0.2, -0.1, false),
        ] {
            let expected =
                if holds { Ok(()) } else { Err(ContestRulesError::Raise { step, max_raise }) };
            assert_eq!(ContestRules { step, max_raise, ..rules.clone() }.check(), expected);
        }
        for (min_contests, holds) in [(1, false), (2, true), (100, true), (101, false)] {
            let expected =
                if holds { Ok(()) } else { Err(ContestRulesError::MinContests(min_contests)) };
            assert_eq!(ContestRules { min_contests, ..rules.clone() }.check(), expected);
        }
        for (half_life_days, holds) in [(0, false), (1, true), (365, true), (366, false)] {
            let expected =
                if holds { Ok(()) } else { Err(ContestRulesError::HalfLife(half_life_days)) };
            assert_eq!(ContestRules { half_life_days, ..rules.clone() }.check(), expected);
        }
        assert_eq!(rules.permitted(Category::Bullying), 0.1);
        assert_eq!(rules.permitted(Category::PersonalInfo), 0.0);
    }

    #[test]
    fn a_contest_counts_half_after_thirty_days_unless_said_otherwise() {
        let json = r#"{"step":0.05,"max_raise":0.1,"min_contests":3,"categories":[]}"#;
        let read: ContestRules = serde_json::from_str(json).unwrap();
        assert_eq!(read, ContestRules { categories: Vec::new(), ..rules() });
        assert_eq!(ContestRules::default().half_life_days, 30);
    }
}
