//! How long a young person has before a guardian is told: time to tell it themselves.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::digest::Urgency;
use crate::policy::AgeBand;

/// Hours that a row may give, by urgency. `now` waits an hour at most, since somebody may be hurt; a
/// day, three days and a week for the others, so that nothing is held back beyond the period of
/// a digest.
const MAX: DelayHours = DelayHours { calm: 168, soon: 72, today: 24, now: 1 };

/// Hours between something being found and the guardian's digest showing it, by urgency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelayHours {
    /// For what is calm; 0 to 168.
    pub calm: u16,
    /// For what should be talked about soon; 0 to 72.
    pub soon: u16,
    /// For what should be talked about today; 0 to 24.
    pub today: u16,
    /// For what cannot wait; 0 or 1.
    pub now: u16,
}

impl DelayHours {
    /// No delay at all.
    pub const NONE: Self = Self { calm: 0, soon: 0, today: 0, now: 0 };

    /// Hours for an urgency.
    pub const fn of(self, urgency: Urgency) -> u16 {
        match urgency {
            Urgency::Calm => self.calm,
            Urgency::Soon => self.soon,
            Urgency::Today => self.today,
            Urgency::Now => self.now,
        }
    }
}

/// The delay for some ages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelayRow {
    /// For whom.
    pub ages: Vec<AgeBand>,
    /// How long.
    pub hours: DelayHours,
}

/// How long a guardian's digest waits, by age of the child; for ages that no row names, not at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked", into = "Unchecked")]
pub struct DelayPolicy {
    rows: Vec<DelayRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unchecked {
    rows: Vec<DelayRow>,
}

/// Why a delay is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DelayError {
    /// Longer than is safe.
    #[error("delay row {row}: `{urgency}` is {hours} hours; at most {max} are allowed")]
    TooLong {
        /// Row, from 1.
        row: usize,
        /// The urgency.
        urgency: Urgency,
        /// What it says.
        hours: u16,
        /// What it may say.
        max: u16,
    },
    /// What is more urgent would wait longer.
    #[error("delay row {row}: `{urgency}` waits longer than what is less urgent; give less")]
    Disorder {
        /// Row, from 1.
        row: usize,
        /// The urgency.
        urgency: Urgency,
    },
    /// An age in two rows.
    #[error("delay row {row}: the age {age} has a row already; name each age once")]
    Twice {
        /// Row, from 1.
        row: usize,
        /// The age.
        age: AgeBand,
    },
}

impl Default for DelayPolicy {
    /// Nothing waits for children up to 12, for whom adults decide. From 13 on a young person's own
    /// voice comes first where that is safe (UNCRC Articles 5, 12 and 16: evolving capacities, being
    /// heard, privacy): two days for what is calm and one for what is soon, and four
    /// hours for `today`, so that the day is left to talk. At 16 and 17 there is a week, two days
    /// and twelve hours. `now` waits for nobody under 16, and an hour at 16 and 17: enough to
    /// speak first, too little to be alone with it. A judgement, not a measurement.
    fn default() -> Self {
        let row = |age, hours| DelayRow { ages: vec![age], hours };
        Self {
            rows: vec![
                row(AgeBand::From13To15, DelayHours { calm: 48, soon: 24, today: 4, now: 0 }),
                row(AgeBand::From16To17, DelayHours { calm: 168, soon: 48, today: 12, now: 1 }),
            ],
        }
    }
}

impl DelayPolicy {
    /// A policy of these rows.
    ///
    /// # Errors
    /// When a row waits longer than is safe, longer for what is more urgent, or an age has two.
    pub fn new(rows: Vec<DelayRow>) -> Result<Self, DelayError> {
        let mut seen: Vec<AgeBand> = Vec::new();
        for (index, DelayRow { ages, hours }) in rows.iter().enumerate() {
            let row = index + 1;
            let mut before = u16::MAX;
            for urgency in Urgency::ALL.iter().copied() {
                let (hours, max) = (hours.of(urgency), MAX.of(urgency));
                if hours > max {
                    return Err(DelayError::TooLong { row, urgency, hours, max });
                }
                if hours > before {
                    return Err(DelayError::Disorder { row, urgency });
                }
                before = hours;
            }
            for age in ages.iter().copied() {
                if seen.contains(&age) {
                    return Err(DelayError::Twice { row, age });
                }
                seen.push(age);
            }
        }
        Ok(Self { rows })
    }

    /// The rows.
    pub fn rows(&self) -> &[DelayRow] {
        &self.rows
    }

    /// Hours for an age.
    pub fn hours(&self, age: AgeBand) -> DelayHours {
        let row = self.rows.iter().find(|row| row.ages.contains(&age));
        row.map_or(DelayHours::NONE, |row| row.hours)
    }
}

impl TryFrom<Unchecked> for DelayPolicy {
    type Error = DelayError;

    fn try_from(unchecked: Unchecked) -> Result<Self, DelayError> {
        Self::new(unchecked.rows)
    }
}

impl From<DelayPolicy> for Unchecked {
    fn from(policy: DelayPolicy) -> Self {
        Self { rows: policy.rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_holds_and_the_young_wait_for_nothing() {
        let policy = DelayPolicy::default();
        assert_eq!(DelayPolicy::new(policy.rows.clone()), Ok(policy.clone()));
        for age in [AgeBand::From0To5, AgeBand::From6To9, AgeBand::From10To12] {
            assert_eq!(policy.hours(age), DelayHours::NONE, "{age}");
        }
        let order = [AgeBand::From10To12, AgeBand::From13To15, AgeBand::From16To17];
        for urgency in Urgency::ALL {
            let hours = order.map(|age| policy.hours(age).of(*urgency));
            assert!(hours.is_sorted(), "{urgency}: {hours:?}");
        }
    }

    #[test]
    fn a_delay_that_is_not_safe_is_refused_with_the_reason() {
        let row = |hours| DelayRow { ages: vec![AgeBand::From13To15], hours };
        let hours = DelayHours { calm: 48, soon: 24, today: 4, now: 0 };
        for (rows, message) in [
            (vec![row(DelayHours { now: 2, ..hours })], "row 1: `now` is 2 hours; at most 1"),
            (vec![row(DelayHours { today: 25, ..hours })], "`today` is 25 hours; at most 24"),
            (vec![row(DelayHours { calm: 1, ..hours })], "row 1: `soon` waits longer"),
            (vec![row(hours), row(hours)], "row 2: the age 13-15 has a row already"),
        ] {
            let error = DelayPolicy::new(rows).unwrap_err().to_string();
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn a_policy_file_can_hold_the_rows() {
        let text = "[[rows]]\nages = [\"13-15\", \"16-17\"]\nhours = { calm = 24, soon = 12, today = 2, now = 0 }\n";
        let policy: DelayPolicy = toml::from_str(text).unwrap();
        assert_eq!(policy.hours(AgeBand::From16To17).soon, 12);
        let json = serde_json::to_string(&policy).unwrap();
        assert_eq!(serde_json::from_str::<DelayPolicy>(&json).unwrap(), policy);
        let error = toml::from_str::<DelayPolicy>(&text.replace("now = 0", "now = 9")).unwrap_err();
        assert!(error.message().contains("`now` is 9 hours"), "{error}");
    }
}
