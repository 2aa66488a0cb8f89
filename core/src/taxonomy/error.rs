//! Why a table does not hold: where, what, and what would be right.

use std::fmt;

use thiserror::Error;

use super::entry::Standard;

/// The format that this build reads.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// Something in a file of the table that does not hold: where, what, and what would be right.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub struct TaxonomyError {
    /// The file, as it was named.
    pub file: String,
    /// The line in the file, from 1.
    pub line: usize,
    /// What does not hold.
    pub kind: TaxonomyErrorKind,
}

impl fmt::Display for TaxonomyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.kind)
    }
}

/// What can be wrong with a file of the table.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum TaxonomyErrorKind {
    /// Not TOML, or not the fields of such a file.
    #[error("{0}")]
    Syntax(String),
    /// Written for another version.
    #[error("schema_version {0} is not supported; this build reads {SCHEMA_VERSION}")]
    SchemaVersion(u32),
    /// A row for a word that there is not.
    #[error("there is no {kind} `{slug}`{proposed}")]
    UnknownSlug {
        /// What the file is about.
        kind: &'static str,
        /// The word found.
        slug: String,
        /// Words that may have been meant.
        proposed: String,
    },
    /// A word without a row.
    #[error("the {kind} `{slug}` has no row; every {kind} needs one")]
    MissingRow {
        /// What the file is about.
        kind: &'static str,
        /// The word.
        slug: &'static str,
    },
    /// A source that the bibliography does not have.
    #[error("source `{key}` is not in sources.toml{proposed}")]
    UnknownSource {
        /// The key found.
        key: String,
        /// Keys that may have been meant.
        proposed: String,
    },
    /// An outside word that its vocabulary does not list.
    #[error("`{value}` is no value of {standard}; outside.toml lists those there are")]
    UnknownValue {
        /// Whose vocabulary.
        standard: Standard,
        /// The word found.
        value: String,
    },
    /// An outside word that only people may state.
    #[error("{0} is left to people (`filled_by`); take the mapping out")]
    LeftToPeople(Standard),
    /// A mapping that says neither `exact` nor where the two differ.
    #[error("the mapping to {0} is not exact; say in `note` where the two differ")]
    NoNote(Standard),
    /// The least severity is above the gravest.
    #[error("severity [{0}, {1}] is upside down; give the least first")]
    Severity(u8, u8),
    /// Nothing is said about what a finding does not say.
    #[error("`limits` is empty; say what a finding does not mean")]
    NoLimits,
}
