//! What can be wrong with a policy.

use thiserror::Error;

use super::{MAX_ROWS, SCHEMA_VERSION};
use crate::taxonomy::Category;

/// Why a policy does not hold.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// Not an age band.
    #[error(
        "unknown age band `{0}`; use one of 0-5, 6-9, 10-12, 13-15, 16-17, adult, or 0-12, 18+"
    )]
    UnknownAgeBand(String),
    /// Not a preset.
    #[error("unknown preset `{0}`; use one of child, teen, adult, school")]
    UnknownPreset(String),
    /// Not TOML or JSON, or not the fields of a policy.
    #[error("line {line}: {message}")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A name that reports cannot use.
    #[error("name is `{0}`; use 1 to 64 small letters, digits, `-` and `_`")]
    Name(String),
    /// More rows than anybody can oversee.
    #[error("{0} rows; at most {MAX_ROWS} are read")]
    TooManyRows(usize),
    /// A threshold out of range.
    #[error("row {row}: `at` is {at}; give a number from 0 to 1")]
    Threshold {
        /// Row, from 1.
        row: usize,
        /// The value found.
        at: f32,
    },
    /// A row for nobody, or for somebody twice.
    #[error("row {row}: `ages` {fault}; name each age band once, or leave `ages` out for all")]
    Ages {
        /// Row, from 1.
        row: usize,
        /// What is wrong.
        fault: &'static str,
    },
    /// Two rows that say the same.
    #[error("row {row} says again what row {first} says of {category}; remove one")]
    DuplicateRow {
        /// Row, from 1.
        row: usize,
        /// The row that says it first.
        first: usize,
        /// Their category.
        category: Category,
    },
    /// What contests may change does not hold.
    #[error("contest: {0}")]
    Contest(#[from] super::ContestRulesError),
    /// More leniency than the policy permits.
    #[error("leniency of {raise} for {category}: the policy permits {permitted}")]
    Leniency {
        /// The category.
        category: Category,
        /// By how much thresholds would be raised.
        raise: f32,
        /// What the policy permits.
        permitted: f32,
    },
    /// Another policy than the one that was locked.
    #[error(
        "the {by} locked policy `{name}` version {version} (sha256 {locked}…), and this is \
         `{other}` version {other_version} (sha256 {found}…); have the {by} lock the new one"
    )]
    Locked {
        /// Who locked it.
        by: super::LockedBy,
        /// The locked policy.
        name: String,
        /// Its version.
        version: u32,
        /// The beginning of its SHA-256.
        locked: String,
        /// The policy at hand.
        other: String,
        /// Its version.
        other_version: u32,
        /// The beginning of its SHA-256.
        found: String,
    },
}

/// A word of the caller for an error message, at most 40 characters of it.
pub(super) fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forty_characters_of_a_word_are_shown() {
        for (length, shown) in [(0, 0), (39, 39), (40, 40), (41, 40)] {
            assert_eq!(shortened(&"ö".repeat(length)), "ö".repeat(shown));
        }
    }
}
