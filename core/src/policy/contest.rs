//! How far contested outcomes may make a policy more lenient.

use serde::{Deserialize, Serialize};

use super::PolicyError;
use crate::taxonomy::Category;

/// The most that any policy may raise a threshold by.
const MOST: f32 = 0.3;

/// What contests of outcomes may change. Without it they are counted, and change nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContestRules {
    /// By how much a threshold rises with each step, 0..0.3.
    pub step: f32,
    /// The most that a threshold may rise by, 0..0.3.
    pub max_raise: f32,
    /// Contests, on different days, that make a step, 2..100.
    pub min_contests: u32,
    /// Categories whose thresholds may rise; never sextortion, coercion, self_harm, known_image.
    pub categories: Vec<Category>,
}

impl ContestRules {
    pub(super) fn check(&self) -> Result<(), PolicyError> {
        let number = |field, value: f32, right| Err(PolicyError::Contest { field, value, right });
        for (field, value) in [("step", self.step), ("max_raise", self.max_raise)] {
            if !(0.0..=MOST).contains(&value) {
                return number(field, value, "a number from 0 to 0.3");
            }
        }
        if self.step > self.max_raise {
            return number("step", self.step, "at most `max_raise`");
        }
        if !(2..=100).contains(&self.min_contests) {
            let right = "a whole number from 2 to 100, so that one angry hour changes nothing";
            return number("min_contests", self.min_contests as f32, right);
        }
        match self.categories.iter().find(|category| !allowed(**category)) {
            Some(category) => Err(PolicyError::NeverLenient { category: *category }),
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

/// Whether thresholds of a category may ever rise. Where blackmail, self-harm or a known picture
/// is missed once, no later correction makes up for it.
const fn allowed(category: Category) -> bool {
    !matches!(
        category,
        Category::Sextortion | Category::Coercion | Category::SelfHarm | Category::KnownImage
    )
}

pub(super) fn allowed_in_words() -> String {
    let slugs: Vec<&str> =
        Category::ALL.iter().filter(|category| allowed(**category)).map(|c| c.slug()).collect();
    slugs.join(", ")
}
