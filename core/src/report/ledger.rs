//! What a host records of assessments: counts by week, and no content.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::calendar::{Day, Week};
use super::contest::ContestError;
use super::noise::{RandomError, RandomSource, SystemRandom};
use super::stored::SCHEMA_VERSION;
use super::tally::{Count, Counts, MAX_VERSION_BYTES, increase};
use crate::assessment::{Action, Assessment, InputType, ModelRef, Origin, Status};
use crate::taxonomy::Category;

/// Weeks that are kept: two years.
pub(super) const MAX_WEEKS: usize = 105;
/// Assessments that a person may still refer to.
pub(super) const MAX_RECENT: usize = 512;
/// Languages that are kept of an assessment.
pub(super) const MAX_ENTRY_LANGUAGES: usize = 12;
/// Days for which a person may refer to an assessment.
pub(super) const RECENT_DAYS: u32 = 30;

/// By what a person refers to an assessment later: 128 bits that say nothing, shown as hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AssessmentId([u8; 16]);

impl AssessmentId {
    /// An id of the host's own, which must be as good as random: never a hash of content.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// A new one.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn random() -> Result<Self, RandomError> {
        let mut bytes = [0; 16];
        SystemRandom.fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AssessmentId({self})")
    }
}

/// Not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not the id of an assessment; it has 32 hex digits")]
pub struct AssessmentIdError;

impl FromStr for AssessmentId {
    type Err = AssessmentIdError;

    fn from_str(text: &str) -> Result<Self, AssessmentIdError> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(AssessmentIdError);
        }
        let number = u128::from_str_radix(text, 16).map_err(|_| AssessmentIdError)?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl TryFrom<String> for AssessmentId {
    type Error = AssessmentIdError;

    fn try_from(text: String) -> Result<Self, AssessmentIdError> {
        text.parse()
    }
}

impl From<AssessmentId> for String {
    fn from(id: AssessmentId) -> Self {
        id.to_string()
    }
}

/// What is remembered of one assessment that called for an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) id: AssessmentId,
    pub(super) day: Day,
    pub(super) input: InputType,
    /// That of the finding which called for the action first.
    pub(super) categories: Vec<Category>,
    /// Likewise.
    pub(super) origins: Vec<Origin>,
    pub(super) action: Action,
    /// Tenths of the risk, 0 to 9.
    pub(super) score: u8,
    pub(super) versions: Vec<Arc<str>>,
    /// Of the rules that found something.
    #[serde(default)]
    pub(super) languages: Vec<Arc<str>>,
    #[serde(default)]
    pub(super) overridden: bool,
    #[serde(default)]
    pub(super) contested: bool,
}

impl Entry {
    fn new(assessment: &Assessment, time: i64, id: AssessmentId) -> Self {
        let mut categories = Vec::new();
        let mut origins = Vec::new();
        let mut languages: Vec<Arc<str>> = Vec::new();
        for finding in &assessment.findings {
            for language in finding.reason_codes.iter().filter_map(|code| language(code)) {
                if languages.len() < MAX_ENTRY_LANGUAGES
                    && !languages.iter().any(|known| **known == *language)
                {
                    languages.push(language.into());
                }
            }
            if !categories.contains(&finding.category) {
                categories.push(finding.category);
            }
            if !origins.contains(&finding.origin) {
                origins.push(finding.origin);
            }
        }
        let rules = assessment.ruleset_version.iter().map(|version| format!("rules {version}"));
        let versions = assessment.models.iter().map(model).chain(rules);
        Self {
            id,
            day: Day::of(time),
            input: assessment.input_type,
            categories,
            origins,
            action: assessment.action,
            score: (assessment.risk * 10.0).clamp(0.0, 9.0) as u8,
            versions: versions.map(|name| shortened(&name).into()).collect(),
            languages,
            overridden: false,
            contested: false,
        }
    }

    fn count(&self, count: Count, counts: &mut Counts) {
        increase(counts.total.of(count), 1);
        increase(counts.by_input.entry(self.input).or_default().of(count), 1);
        for version in &self.versions {
            increase(counts.version(version).of(count), 1);
        }
        let rows = match count {
            Count::Scanned | Count::Degraded | Count::Failed => 0,
            Count::Signalled => usize::MAX,
            Count::Warned | Count::Acted | Count::Overridden | Count::Contested => 1,
        };
        for category in self.categories.iter().take(rows) {
            increase(counts.by_category.entry(*category).or_default().of(count), 1);
        }
        for origin in self.origins.iter().take(rows) {
            increase(counts.by_origin.entry(*origin).or_default().of(count), 1);
        }
        // Which of several languages it was nobody says.
        for language in self.languages.iter().filter(|_| rows > 0) {
            increase(counts.language(language).of(count), 1);
        }
    }
}

/// The language of the rule that a reason code names, `en.secrecy.our-secret`.
fn language(code: &str) -> Option<&str> {
    let (language, _) = code.split_once('.')?;
    let is = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase());
    is.then_some(language)
}

fn model(model: &ModelRef) -> String {
    let digest = model.sha256.get(..12).unwrap_or(&model.sha256);
    format!("{} {}+{digest}", model.name, model.version)
}

fn shortened(name: &str) -> &str {
    name.get(..name.floor_char_boundary(MAX_VERSION_BYTES)).unwrap_or("")
}

/// Counts of what was assessed, by week, and the latest assessments that called for an action,
/// so that a person can contest them. Holds no content, no names, no times finer than a day.
///
/// At most two years, 512 assessments and 4 MB. A host keeps it with [`Ledger::to_json`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    pub(super) schema_version: u32,
    pub(super) weeks: BTreeMap<Week, Counts>,
    pub(super) recent: VecDeque<Entry>,
    /// Days on which outcomes of a category were contested as errors.
    pub(super) contest_days: BTreeMap<Category, BTreeSet<Day>>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            weeks: BTreeMap::new(),
            recent: VecDeque::new(),
            contest_days: BTreeMap::new(),
        }
    }
}

impl Ledger {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts an assessment; `time` in milliseconds since 1970-01-01T00:00Z. Gives the id by
    /// which a person can refer to it for 30 days, while it is among the latest 512 that called
    /// for an action.
    ///
    /// # Errors
    /// When the system has no random numbers; nothing is counted then ([`Ledger::record_as`]
    /// needs none).
    pub fn record(
        &mut self,
        assessment: &Assessment,
        time: i64,
    ) -> Result<AssessmentId, RandomError> {
        let id = AssessmentId::random()?;
        self.record_as(assessment, time, id);
        Ok(id)
    }

    /// As [`Ledger::record`], with an id of the host's own.
    pub fn record_as(&mut self, assessment: &Assessment, time: i64, id: AssessmentId) {
        let entry = self.counted(assessment, time, id);
        if assessment.is_actionable() {
            self.recent.push_back(entry);
            self.forget_oldest();
        }
    }

    /// Counts an assessment that nobody will refer to, such as one of an archive.
    pub fn count(&mut self, assessment: &Assessment, time: i64) {
        self.counted(assessment, time, AssessmentId([0; 16]));
    }

    fn counted(&mut self, assessment: &Assessment, time: i64, id: AssessmentId) -> Entry {
        let entry = Entry::new(assessment, time, id);
        let week = self.weeks.entry(Week::of_day(entry.day)).or_default();
        let warned = assessment.is_actionable();
        for (is, count) in [
            (true, Count::Scanned),
            (!assessment.findings.is_empty(), Count::Signalled),
            (warned, Count::Warned),
            (assessment.action > Action::Indicate, Count::Acted),
            (assessment.status == Status::Degraded, Count::Degraded),
            (assessment.status == Status::Failed, Count::Failed),
        ] {
            if is {
                entry.count(count, week);
            }
        }
        for reason in &assessment.status_reasons {
            increase(week.by_status_reason.entry(*reason).or_default(), 1);
        }
        self.forget_oldest();
        entry
    }

    /// Notes that a person uncovered what was covered, or sent it nonetheless. Gives whether
    /// that is new.
    ///
    /// # Errors
    /// When no assessment with this id that called for an action is kept.
    pub fn overridden(&mut self, id: AssessmentId) -> Result<bool, ContestError> {
        let entry = self.recent.iter_mut().find(|entry| entry.id == id);
        let entry = entry.ok_or(ContestError::UnknownOrExpired)?;
        if entry.overridden {
            return Ok(false);
        }
        entry.overridden = true;
        if let Some(week) = self.weeks.get_mut(&Week::of_day(entry.day)) {
            entry.count(Count::Overridden, week);
        }
        Ok(true)
    }

    pub(super) fn count_contested(&mut self, place: usize) -> Option<&mut Counts> {
        let entry = self.recent.get_mut(place)?;
        entry.contested = true;
        let week = self.weeks.get_mut(&Week::of_day(entry.day))?;
        entry.count(Count::Contested, week);
        Some(week)
    }

    /// The weeks from the first to the last that something was counted in.
    pub fn weeks(&self) -> Option<RangeInclusive<Week>> {
        let (first, _) = self.weeks.first_key_value()?;
        let (last, _) = self.weeks.last_key_value()?;
        Some(*first..=*last)
    }

    /// What was counted in a week.
    pub fn week(&self, week: Week) -> Option<&Counts> {
        self.weeks.get(&week)
    }

    /// The ids that a person may still refer to, oldest first, with what was found and what the
    /// policy asked for.
    pub fn recent(&self) -> impl Iterator<Item = (AssessmentId, &[Category], Action)> {
        self.recent.iter().map(|entry| (entry.id, entry.categories.as_slice(), entry.action))
    }

    /// Adds the counts of another ledger of the same person, from another device. Adding the
    /// same one twice counts twice.
    pub fn merge(&mut self, other: &Self) {
        for (week, counts) in &other.weeks {
            self.weeks.entry(*week).or_default().add(counts);
        }
        for entry in &other.recent {
            match self.recent.iter_mut().find(|known| known.id == entry.id) {
                Some(known) => {
                    known.overridden |= entry.overridden;
                    known.contested |= entry.contested;
                }
                None => self.recent.push_back(entry.clone()),
            }
        }
        self.recent.make_contiguous().sort_by_key(|entry| entry.day);
        for (category, days) in &other.contest_days {
            self.contest_days.entry(*category).or_default().extend(days);
        }
        self.forget_oldest();
    }

    /// Keeps the ledger within its bounds.
    pub(super) fn forget_oldest(&mut self) {
        while self.weeks.len() > MAX_WEEKS {
            self.weeks.pop_first();
        }
        let surplus = self.recent.len().saturating_sub(MAX_RECENT);
        self.recent.drain(..surplus);
        for days in self.contest_days.values_mut() {
            while days.len() > super::contest::MAX_DAYS {
                days.pop_first();
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::Guard;
    use crate::assessment::StatusReason;

    pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;
    /// 2026-11-23, a Monday.
    pub(crate) const MONDAY: i64 = 20_780 * DAY;

    pub(crate) fn guard() -> &'static Guard {
        static GUARD: OnceLock<Guard> = OnceLock::new();
        GUARD.get_or_init(|| Guard::builder().build().unwrap())
    }

    pub(crate) fn id(number: u128) -> AssessmentId {
        AssessmentId::from_bytes(number.to_be_bytes())
    }

    pub(crate) const THREAT: &str = "pay me or i send your pics to everyone";

    #[test]
    fn what_was_found_and_done_is_counted_by_week_and_kind() {
        let guard = guard();
        let mut ledger = Ledger::new();
        ledger.record(&guard.assess_message("see you at practice"), MONDAY).unwrap();
        ledger.record(&guard.assess_message("how old are you?"), MONDAY).unwrap();
        let threat = ledger.record(&guard.assess_message(THREAT), MONDAY + 7 * DAY).unwrap();
        ledger.record(&guard.assess_failure(StatusReason::MessageUnreadable), MONDAY).unwrap();
        assert!(ledger.overridden(threat).unwrap());
        assert!(!ledger.overridden(threat).unwrap(), "counted once");

        let first = ledger.week("2026-W48".parse().unwrap()).unwrap();
        let expected = Tally { scanned: 3, signalled: 1, warned: 1, acted: 1, failed: 1, ..NONE };
        assert_eq!(first.total, expected, "a child's policy is fail-closed");
        assert_eq!(first.by_category[&Category::Grooming], Tally { signalled: 1, ..NONE });
        assert_eq!(first.by_status_reason[&StatusReason::MessageUnreadable], 1);
        let second = ledger.week("2026-W49".parse().unwrap()).unwrap();
        let expected = Tally { signalled: 1, warned: 1, acted: 1, overridden: 1, ..NONE };
        assert_eq!(second.by_category[&Category::Sextortion], expected);
        assert_eq!(second.by_language["en"], expected);
        let rules = second.by_version.keys().any(|name| name.starts_with("rules 20"));
        assert!(rules, "{:?}", second.by_version.keys());
    }

    use super::super::tally::Tally;
    const NONE: Tally = Tally {
        scanned: 0,
        signalled: 0,
        warned: 0,
        acted: 0,
        overridden: 0,
        contested: 0,
        degraded: 0,
        failed: 0,
    };

    #[test]
    fn what_is_counted_alone_counts_the_same_and_is_not_remembered() {
        let threat = guard().assess_message(THREAT);
        let (mut recorded, mut counted) = (Ledger::new(), Ledger::new());
        recorded.record(&threat, MONDAY).unwrap();
        counted.count(&threat, MONDAY);
        assert_eq!(recorded.weeks, counted.weeks);
        assert_eq!((recorded.recent().count(), counted.recent().count()), (1, 0));
    }

    #[test]
    fn memory_is_bounded() {
        let threat = guard().assess_message(THREAT);
        let mut ledger = Ledger::new();
        for number in 0..2000 {
            ledger.record_as(&threat, MONDAY + number * 7 * DAY, id(number.unsigned_abs().into()));
        }
        assert_eq!((ledger.weeks.len(), ledger.recent.len()), (MAX_WEEKS, MAX_RECENT));
        assert_eq!(ledger.overridden(id(3)), Err(ContestError::UnknownOrExpired));
        assert!(ledger.overridden(id(1999)).unwrap());
        assert!(ledger.to_json().len() < 1 << 20, "{}", ledger.to_json().len());
    }

    #[test]
    fn merging_adds_counts_and_keeps_ids() {
        let threat = guard().assess_message(THREAT);
        let (mut phone, mut tablet) = (Ledger::new(), Ledger::new());
        phone.record_as(&threat, MONDAY, id(1));
        tablet.record_as(&threat, MONDAY, id(2));
        tablet.overridden(id(2)).unwrap();
        phone.merge(&tablet);
        let total = phone.week(Week::of(MONDAY)).unwrap().total;
        assert_eq!((total.warned, total.overridden, phone.recent().count()), (2, 1, 2));
        assert!(!phone.overridden(id(2)).unwrap(), "what is known of an id comes along");
    }

    #[test]
    fn ids_are_random_and_written_as_hex() {
        let id = AssessmentId::random().unwrap();
        assert_ne!(id, AssessmentId::random().unwrap());
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("12".parse::<AssessmentId>(), Err(AssessmentIdError));
        assert_eq!(
            format!("{:?}", super::tests::id(10)),
            format!("AssessmentId({}a)", "0".repeat(31))
        );
    }
}
