//! Days and ISO weeks, the coarsest times that still show a course.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::format_description::well_known::Rfc3339;
use time::{Date, Duration, OffsetDateTime, Weekday};

const DAY_MILLISECONDS: i64 = 24 * 60 * 60 * 1000;
/// Years that a week can have: those that ISO 8601 writes with four digits.
const YEARS: std::ops::RangeInclusive<i32> = 0..=9998;

/// A day of the UTC calendar, as days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i32);

impl Day {
    /// The day of a time in milliseconds since 1970-01-01T00:00Z.
    pub const fn of(milliseconds: i64) -> Self {
        let days = milliseconds.div_euclid(DAY_MILLISECONDS);
        // Four-digit years.
        let (first, last) = (-719_162, 2_932_531);
        Self(if days < first {
            first as i32
        } else if days > last {
            last as i32
        } else {
            days as i32
        })
    }

    /// Days from `earlier` to this one; 0 if `earlier` is later.
    pub const fn since(self, earlier: Self) -> u32 {
        let days = self.0.saturating_sub(earlier.0);
        if days < 0 { 0 } else { days.unsigned_abs() }
    }

    pub(super) const fn milliseconds(self) -> i64 {
        self.0 as i64 * DAY_MILLISECONDS
    }

    fn date(self) -> Date {
        let epoch = OffsetDateTime::UNIX_EPOCH.date();
        epoch.checked_add(Duration::days(self.0.into())).unwrap_or(epoch)
    }
}

/// A week of ISO 8601: Monday to Sunday, UTC, written `2026-W48`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week {
    year: i32,
    number: u8,
}

impl Week {
    /// The week of a time in milliseconds since 1970-01-01T00:00Z.
    pub fn of(milliseconds: i64) -> Self {
        Self::of_day(Day::of(milliseconds))
    }

    pub(super) fn of_day(day: Day) -> Self {
        let (year, number, _) = day.date().to_iso_week_date();
        Self { year, number }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-W{:02}", self.year, self.number))
    }
}

/// Not a week.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a week of the calendar; write it as in ISO 8601, such as 2026-W48")]
pub struct WeekError;

impl FromStr for Week {
    type Err = WeekError;

    fn from_str(text: &str) -> Result<Self, WeekError> {
        let (year, number) = text.split_once("-W").ok_or(WeekError)?;
        let digits = |text: &str, count| {
            text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(year, 4) || !digits(number, 2) {
            return Err(WeekError);
        }
        let year: i32 = year.parse().map_err(|_| WeekError)?;
        let number: u8 = number.parse().map_err(|_| WeekError)?;
        if !YEARS.contains(&year) {
            return Err(WeekError);
        }
        let monday = Date::from_iso_week_date(year, number, Weekday::Monday);
        monday.map(|_| Self { year, number }).map_err(|_| WeekError)
    }
}

impl TryFrom<String> for Week {
    type Error = WeekError;

    fn try_from(text: String) -> Result<Self, WeekError> {
        text.parse()
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        week.to_string()
    }
}

/// A time as RFC 3339 writes it, in UTC, to the second; `None` outside four-digit years.
pub(super) fn rfc3339(milliseconds: i64) -> Option<String> {
    let time = OffsetDateTime::from_unix_timestamp(milliseconds.div_euclid(1000)).ok()?;
    time.format(&Rfc3339).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        let day = |days: i64| Week::of(days * DAY_MILLISECONDS).to_string();
        assert_eq!(day(0), "1970-W01");
        // 2021-01-03, a Sunday, and the Monday after it.
        assert_eq!((day(18_630), day(18_631)), ("2020-W53".into(), "2021-W01".into()));
        assert_eq!(day(20_785), "2026-W48");
    }

    #[test]
    fn any_time_has_a_day_and_a_week() {
        for time in [i64::MIN, -1, 0, i64::MAX] {
            let week = Week::of(time);
            assert_eq!(week.to_string().parse::<Week>(), Ok(week), "{time}");
        }
        assert!(Day::of(i64::MIN) < Day::of(0) && Day::of(0) < Day::of(i64::MAX));
    }

    #[test]
    fn what_is_no_week_is_refused() {
        for text in ["2026-W54", "2026-W00", "2025-W53", "2026W48", "26-W48", "2026-W+4", ""] {
            assert_eq!(text.parse::<Week>(), Err(WeekError), "{text}");
        }
        assert!("2026-W53".parse::<Week>().is_ok());
    }

    #[test]
    fn times_are_written_in_utc() {
        assert_eq!(rfc3339(1_795_824_000_000).unwrap(), "2026-11-28T00:00:00Z");
        assert_eq!(rfc3339(i64::MAX), None);
    }
}
