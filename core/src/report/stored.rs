//! The stored form of a ledger: versioned JSON that is checked when it is read.

use thiserror::Error;

use super::calendar::Day;
use super::contest::MAX_DAYS;
use super::ledger::{Entry, Ledger, MAX_ENTRY_LANGUAGES, MAX_RECENT, MAX_WEEKS};
use super::tally::{Counts, MAX_LANGUAGES, MAX_VERSION_BYTES, MAX_VERSIONS, OTHER};

pub(super) const SCHEMA_VERSION: u32 = 1;
/// Bytes of the largest ledger.
const MAX_BYTES: usize = 4 << 20;
const MAX_ENTRY_VERSIONS: usize = 8;

/// Why a stored ledger cannot be used. Never repeats what the file says.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// More bytes than any ledger has.
    #[error("{0} bytes; a ledger has at most {MAX_BYTES}")]
    TooLarge(usize),
    /// Not JSON.
    #[error("line {line}, column {column}: not JSON; restore a copy of the ledger or begin anew")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but not the fields of a ledger.
    #[error(
        "line {line}, column {column}: a field or value that a ledger of version {SCHEMA_VERSION} \
         does not have; restore a copy of the ledger or begin anew"
    )]
    Form {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u64),
    /// More of something than a ledger keeps.
    #[error("{count} {what}; a ledger has at most {max}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// How many there may be.
        max: usize,
    },
    /// Counters that no ledger can have.
    #[error("the counters of {0} do not hold: below zero, or more consequences than warnings")]
    Counters(String),
}

/// What every version has.
#[derive(serde::Deserialize)]
struct Version {
    schema_version: u64,
}

impl Ledger {
    /// The ledger as JSON to keep: counts, no content.
    pub fn to_json(&self) -> String {
        // Maps with names for keys and numbers in them: nothing that could fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Ledger::to_json`] wrote.
    ///
    /// # Errors
    /// When it is not that, in this version, or its counters cannot be those of a ledger.
    pub fn from_json(text: &str) -> Result<Self, LedgerError> {
        if text.len() > MAX_BYTES {
            return Err(LedgerError::TooLarge(text.len()));
        }
        let Version { schema_version } = serde_json::from_str(text).map_err(place)?;
        if schema_version != u64::from(SCHEMA_VERSION) {
            return Err(LedgerError::SchemaVersion(schema_version));
        }
        let ledger: Self = serde_json::from_str(text).map_err(place)?;
        ledger.check()?;
        Ok(ledger)
    }

    fn check(&self) -> Result<(), LedgerError> {
        at_most("weeks", self.weeks.len(), MAX_WEEKS)?;
        at_most("recent assessments", self.recent.len(), MAX_RECENT)?;
        for days in self.contest_days.values() {
            at_most("days of contests", days.len(), MAX_DAYS)?;
        }
        for (week, counts) in &self.weeks {
            check_counts(counts).map_err(|of| LedgerError::Counters(format!("{week}{of}")))?;
            at_most("versions", counts.by_version.len(), MAX_VERSIONS + 1)?;
            at_most("languages", counts.by_language.len(), MAX_LANGUAGES + 1)?;
            for language in counts.by_language.keys() {
                at_most("bytes of a language", language.len(), OTHER.len())?;
            }
            for version in counts.by_version.keys() {
                at_most("bytes of a version", version.len(), MAX_VERSION_BYTES)?;
            }
        }
        self.recent.iter().try_for_each(check_entry)
    }
}

fn check_entry(entry: &Entry) -> Result<(), LedgerError> {
    at_most("versions of an assessment", entry.versions.len(), MAX_ENTRY_VERSIONS)?;
    for version in &entry.versions {
        at_most("bytes of a version", version.len(), MAX_VERSION_BYTES)?;
    }
    at_most("languages of an assessment", entry.languages.len(), MAX_ENTRY_LANGUAGES)?;
    for language in &entry.languages {
        at_most("bytes of a language", language.len(), OTHER.len())?;
    }
    if entry.day == Day::of(entry.day.milliseconds()) && entry.score <= 9 {
        Ok(())
    } else {
        Err(LedgerError::Counters(format!("the assessment {}", entry.id)))
    }
}

/// Which part of the counters does not hold.
fn check_counts(counts: &Counts) -> Result<(), String> {
    let mut copy = counts.clone();
    let wrong = copy.rows().into_iter().find(|(.., tally)| !tally.holds());
    let reasons = counts.by_status_reason.values().chain(counts.by_contest_reason.values());
    if !counts.total.holds() {
        Err(String::new())
    } else if let Some((split, ..)) = wrong {
        Err(format!(", {split}"))
    } else if reasons.copied().any(|count| count < 0) {
        Err(", reasons".to_owned())
    } else {
        Ok(())
    }
}

const fn at_most(what: &'static str, count: usize, max: usize) -> Result<(), LedgerError> {
    if count <= max { Ok(()) } else { Err(LedgerError::TooMany { what, count, max }) }
}

fn place(error: serde_json::Error) -> LedgerError {
    let (line, column) = (error.line(), error.column());
    if error.is_data() {
        LedgerError::Form { line, column }
    } else {
        LedgerError::Syntax { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ledger::tests::{MONDAY, THREAT, guard, id};
    use super::*;

    fn ledger() -> Ledger {
        let mut ledger = Ledger::new();
        ledger.record_as(&guard().assess_message(THREAT), MONDAY, id(1));
        ledger
    }

    #[test]
    fn a_stored_ledger_comes_back_the_same() {
        let ledger = ledger();
        assert_eq!(Ledger::from_json(&ledger.to_json()), Ok(ledger));
    }

    #[test]
    fn a_wrong_ledger_is_refused_with_the_reason_and_never_quoted() {
        let good = ledger().to_json();
        for (right, wrong, message) in [
            ("\"schema_version\":1", "\"schema_version\":9", "schema_version 9 is not supported"),
            ("\"weeks\"", "\"CANARY\"", "a field or value that a ledger of version 1"),
            ("\"sextortion\"", "\"CANARY\"", "a field or value"),
            ("\"2026-W48\"", "\"2026-W99\"", "a field or value"),
            ("\"warned\":1", "\"warned\":-1", "the counters of 2026-W48 do not hold"),
            ("\"warned\":1", "\"warned\":1.5", "a field or value"),
            ("\"score\":9", "\"score\":10", "the assessment 0000"),
            ("}", "", "not JSON"),
        ] {
            let changed = good.replacen(right, wrong, 1);
            assert_ne!(changed, good, "{right}");
            let error = Ledger::from_json(&changed).unwrap_err().to_string();
            assert!(error.contains(message) && !error.contains("CANARY"), "{right}: {error}");
        }
        let large = " ".repeat(MAX_BYTES + 1);
        assert_eq!(Ledger::from_json(&large), Err(LedgerError::TooLarge(MAX_BYTES + 1)));
    }
}
