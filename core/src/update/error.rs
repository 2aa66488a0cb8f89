//! Why an update is refused.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::archive::{MAX_BYTES, NAMES};
use crate::error::{ArtifactError, BuildError, HelpServicesError, WeightsError};

/// Why an update is refused. The pack in force stays in force.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum UpdateError {
    /// The key is none.
    #[error("not a public key of minisign: it is one line of 56 characters that begins with `RW`")]
    Key,
    /// The signature is none, or not of this archive by this key.
    #[error("signature: {0}; sign the archive with `himaya pack sign` or `minisign -S`")]
    Signature(String),
    /// More than an archive may have.
    #[error("{0} bytes; an update has at most {MAX_BYTES}")]
    TooLarge(u64),
    /// Not a tar archive.
    #[error("not a tar archive: {0}")]
    Archive(String),
    /// Something else than the files of an update.
    #[error("`{0}` has no place in an update; there are: {names}", names = NAMES.join(", "))]
    UnknownFile(String),
    /// The same file twice.
    #[error("`{0}` stands twice in it")]
    Twice(&'static str),
    /// A file without which the others are of no use.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// Nothing but a manifest.
    #[error("it holds nothing but a manifest")]
    Empty,
    /// The manifest cannot be read.
    #[error("manifest.json: {0}")]
    Manifest(String),
    /// Made for a later build.
    #[error("it asks for version {requires} of Himaya or later; this is {this}")]
    Requires {
        /// The version asked for.
        requires: String,
        /// This build's.
        this: &'static str,
    },
    /// The rules cannot be used.
    #[error("rules.bin: {0}")]
    Rules(#[from] ArtifactError),
    /// The list of help services cannot be used.
    #[error("help.toml: {0}")]
    Help(String),
    /// A file is not text.
    #[error("{0} is not UTF-8")]
    NotText(&'static str),
    /// A model cannot be used.
    #[cfg(feature = "networks")]
    #[error("{of}: {error}")]
    Model {
        /// Which one: `text` or `image`.
        of: &'static str,
        /// Why.
        error: crate::error::ModelPackError,
    },
    /// The weights of conversations are not such a file.
    #[error("weights.toml: line {line}: no field or value of conversation weights")]
    Weights {
        /// Line, from 1.
        line: usize,
    },
    /// No guard can be made with it.
    #[error("no guard can be made with it: {0}")]
    Build(BuildError),
    /// It does not do what every pack must.
    #[error("self-test: {0}")]
    SelfTest(String),
    /// Not newer than what is in force.
    #[error("version {found} is not newer than version {current}, which is in force")]
    NotNewer {
        /// The version offered.
        found: u64,
        /// The version in force.
        current: u64,
    },
    /// Withdrawn by a later one.
    #[error("version {found} was withdrawn: nothing below {floor} may be installed any more")]
    BelowFloor {
        /// The version offered.
        found: u64,
        /// The least that may be installed.
        floor: u64,
    },
    /// No pack to go back to.
    #[error("there is no pack before this one to go back to")]
    NoPrevious,
    /// What the folder remembers cannot be read.
    #[error("state.json: {0}; without it no floor is known: delete the folder to begin anew")]
    State(String),
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

impl From<BuildError> for UpdateError {
    fn from(error: BuildError) -> Self {
        match error {
            BuildError::Weights(WeightsError::Syntax { line, .. }) => Self::Weights { line },
            error => Self::Build(error),
        }
    }
}

impl From<HelpServicesError> for UpdateError {
    fn from(error: HelpServicesError) -> Self {
        Self::Help(error.without_words())
    }
}
