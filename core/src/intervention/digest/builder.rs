//! Counting by category and day, and holding back what a young person may tell first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    DAYS, DigestError, DigestItem, Frequency, GuardianDigest, SCHEMA_VERSION, Trend, Urgency,
};
use crate::assessment::{Assessment, Status};
use crate::data;
use crate::intervention::delay::DelayHours;
use crate::intervention::help::HelpAudience;
use crate::intervention::reader::Reader;
use crate::taxonomy::Category;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// What comes within half an hour of the last time is the same time.
const EPISODE_MS: i64 = HOUR_MS / 2;
/// Days that are kept: two periods, and as much again for clocks that go wrong.
const MAX_DAYS: usize = 4 * DAYS;
/// Nothing waits longer than this for a digest; what claims to was written under a wrong clock.
const MAX_WAIT_HOURS: i64 = 168;

/// How often something happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Times {
    times: u8,
    urgency: Urgency,
}

type Day = BTreeMap<Category, Times>;

/// Something that a digest does not show yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Waiting {
    category: Category,
    day: i64,
    times: u8,
    urgency: Urgency,
    /// Hours since 1970 from which on it is shown.
    due: i64,
}

/// Everything that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    schema_version: u32,
    days: BTreeMap<i64, Day>,
    waiting: Vec<Waiting>,
    unchecked: BTreeMap<i64, u16>,
}

/// What came of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Recorded {
    /// What it is about.
    pub category: Category,
    /// How urgent it is.
    pub urgency: Urgency,
    /// Hours until the guardian's digest shows it; if not 0, the young person may be told
    /// ([`Messages::digest_delay`](crate::intervention::Messages::digest_delay)).
    pub wait_hours: u16,
    /// Whether it counts anew, rather than as a part of what happened within half an hour before.
    pub is_new: bool,
}

/// Collects what a guardian's digest tells: counts by category and day, at most 28 days of them.
///
/// Times are milliseconds since 1970 in the host's clock; a host that wants days of its own time
/// zone adds the zone's offset.
#[derive(Clone, Debug)]
pub struct DigestBuilder {
    kept: Kept,
    delay: DelayHours,
    /// When each category last came; in memory alone, so that no hour is kept.
    last: BTreeMap<Category, i64>,
}

impl DigestBuilder {
    /// Begins with nothing. `delay` is that of the child's age
    /// ([`DelayPolicy::hours`](crate::intervention::DelayPolicy::hours)).
    pub fn new(delay: DelayHours) -> Self {
        let kept = Kept {
            schema_version: SCHEMA_VERSION,
            days: BTreeMap::new(),
            waiting: Vec::new(),
            unchecked: BTreeMap::new(),
        };
        Self { kept, delay, last: BTreeMap::new() }
    }

    /// Goes on with what [`DigestBuilder::to_json`] gave.
    ///
    /// # Errors
    /// When it is not that, or of another version.
    pub fn from_json(json: &str, delay: DelayHours) -> Result<Self, DigestError> {
        let place = |error: serde_json::Error| {
            DigestError::Syntax(format!("{}; begin anew", data::json_place(&error, "a digest")))
        };
        let mut kept: Kept = serde_json::from_str(json).map_err(place)?;
        if kept.schema_version != SCHEMA_VERSION {
            return Err(DigestError::SchemaVersion(kept.schema_version));
        }
        kept.bound();
        Ok(Self { kept, delay, last: BTreeMap::new() })
    }

    /// What a host keeps between starts: slugs, days and counts, and an hour only of what still
    /// waits to be shown.
    ///
    /// # Errors
    /// None that such content can cause.
    pub fn to_json(&self) -> Result<String, DigestError> {
        serde_json::to_string(&self.kept).map_err(|error| DigestError::Syntax(error.to_string()))
    }

    /// Counts an assessment; `None` if the policy does not act upon it.
    pub fn record(&mut self, assessment: &Assessment, time: i64) -> Option<Recorded> {
        let day = time.div_euclid(DAY_MS);
        if assessment.status != Status::Complete {
            let count = self.kept.unchecked.entry(day).or_insert(0);
            *count = count.saturating_add(1);
        }
        let finding = assessment.top_finding().filter(|_| assessment.is_actionable())?;
        let category = finding.category;
        let urgency = Urgency::of(category, finding.severity, assessment.action);
        let wait_hours = self.delay.of(urgency);
        let last = self.last.get(&category).copied();
        let is_new = last.is_none_or(|last| last.abs_diff(time) >= EPISODE_MS.unsigned_abs());
        self.last.insert(category, last.map_or(time, |last| last.max(time)));
        let times = u8::from(is_new);
        let due = time.div_euclid(HOUR_MS) + i64::from(wait_hours) + i64::from(wait_hours > 0);
        let waiting = Waiting { category, day, times, urgency, due };
        if wait_hours == 0 {
            self.kept.show(waiting)
        } else {
            self.kept.wait(waiting)
        }
        self.kept.bound();
        Some(Recorded { category, urgency, wait_hours, is_new })
    }

    /// What the guardian learns of the seven days that end at `until`.
    pub fn digest(&mut self, until: i64) -> GuardianDigest {
        let today = until.div_euclid(DAY_MS);
        self.kept.release(until.div_euclid(HOUR_MS), today);
        let first = today.saturating_sub(DAYS as i64 - 1);
        let mut items: Vec<DigestItem> =
            Category::ALL.iter().filter_map(|category| self.item(*category, first)).collect();
        items.sort_by_key(|item| Reverse(item.urgency));
        let unchecked = self.kept.unchecked.range(first..=today).map(|(_, count)| *count);
        GuardianDigest {
            schema_version: SCHEMA_VERSION,
            last_day: today,
            items,
            unchecked: unchecked.fold(0, u16::saturating_add),
        }
    }

    /// What the seven days from `first` on show of a category.
    fn item(&self, category: Category, first: i64) -> Option<DigestItem> {
        let on = |day: i64| self.kept.days.get(&day).and_then(|day| day.get(&category));
        let days = || (0..DAYS as i64).map(|offset| first.saturating_add(offset));
        let urgency = days().filter_map(|day| on(day).map(|times| times.urgency)).max()?;
        let mut by_day = [0; DAYS];
        for (count, day) in by_day.iter_mut().zip(days()) {
            *count = on(day).map_or(0, |times| times.times);
        }
        let sum = |counts: &mut dyn Iterator<Item = u8>| counts.map(u32::from).sum::<u32>();
        let now = sum(&mut by_day.iter().copied());
        let before = sum(&mut days().filter_map(|day| on(day - DAYS as i64).map(|t| t.times)));
        let frequency = match by_day.iter().filter(|count| **count > 0).count() {
            _ if now <= 1 => Frequency::Once,
            0..=3 => Frequency::Several,
            _ => Frequency::Often,
        };
        let trend = match (now, before) {
            (_, 0) => Trend::New,
            (now, before) if now * 2 > before * 3 => Trend::More,
            (now, before) if now * 3 < before * 2 => Trend::Less,
            _ => Trend::Same,
        };
        Some(DigestItem {
            category,
            urgency,
            frequency,
            trend,
            by_day,
            advice_key: Reader::Guardian.key(category)?,
            help: HelpAudience::suitable(Reader::Guardian, category, None).to_vec(),
        })
    }
}

impl Kept {
    fn show(&mut self, Waiting { category, day, times, urgency, .. }: Waiting) {
        let counted = self.days.entry(day).or_default();
        let known = counted.entry(category).or_insert(Times { times: 0, urgency });
        known.times = known.times.saturating_add(times).max(1);
        known.urgency = known.urgency.max(urgency);
    }

    /// Keeps something back, with what else waits of its category and day: it is shown as soon as
    /// the first of them would be.
    fn wait(&mut self, new: Waiting) {
        let same = |old: &&mut Waiting| (old.category, old.day) == (new.category, new.day);
        match self.waiting.iter_mut().find(same) {
            Some(old) => {
                old.times = old.times.saturating_add(new.times);
                old.urgency = old.urgency.max(new.urgency);
                old.due = old.due.min(new.due);
            }
            None => self.waiting.push(new),
        }
    }

    /// Shows what is due, what waits longer than anything may, and what a wrong clock put into
    /// days to come.
    fn release(&mut self, hour: i64, today: i64) {
        let is_due = |w: &Waiting| w.due <= hour || w.due.saturating_sub(hour) > MAX_WAIT_HOURS + 1;
        let (due, waiting) = std::mem::take(&mut self.waiting).into_iter().partition(is_due);
        self.waiting = waiting;
        let due: Vec<Waiting> = due;
        for waited in due {
            self.show(Waiting { day: waited.day.min(today), ..waited });
        }
        for (category, Times { times, urgency }) in
            self.days.split_off(&today.saturating_add(1)).into_values().flatten()
        {
            self.show(Waiting { category, day: today, times, urgency, due: 0 });
        }
        let unchecked = self.unchecked.split_off(&today.saturating_add(1)).into_values();
        let sum = unchecked.fold(0, u16::saturating_add);
        if sum > 0 {
            let count = self.unchecked.entry(today).or_insert(0);
            *count = count.saturating_add(sum);
        }
        self.bound();
    }

    /// Forgets the earliest days beyond those that are kept; what waits beyond any need is shown.
    fn bound(&mut self) {
        while self.waiting.len() > MAX_DAYS * Category::ALL.len() {
            let first = self.waiting.remove(0);
            self.show(first);
        }
        while self.days.len() > MAX_DAYS {
            self.days.pop_first();
        }
        while self.unchecked.len() > MAX_DAYS {
            self.unchecked.pop_first();
        }
    }
}
