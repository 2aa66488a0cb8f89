//! Errors of hash lists. None repeats what a list holds.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a hash list cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum HashListError {
    /// A line is not of the form.
    #[error("line {line}: {fault}")]
    Line {
        /// Line, from 1.
        line: u64,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// Reading fails.
    #[error("reading the list: {0}")]
    Read(#[from] io::Error),
    /// A file cannot be opened.
    #[error("{path}: {source}", path = .path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An index cannot be written.
    #[error("{path} cannot be written: {source}", path = .path.display())]
    Save {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An index file does not hold.
    #[error("index file: {0}")]
    Index(#[from] IndexFault),
    /// More hashes than a list may have.
    #[error("more than {0} hashes; split the list")]
    TooMany(usize),
    /// Not a name for a list.
    #[error("a list's name has 1 to 64 letters, digits, `-`, `_` and `.`")]
    Name,
    /// Not a distance that can be searched.
    #[error("distance {0} is out of range; give 0 to 31 bits")]
    Distance(u32),
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LineFault {
    /// No hash where one belongs.
    #[error("not a PDQ hash; it has 64 hex digits")]
    Hash,
    /// Neither a first hash nor a header.
    #[error(
        "neither a PDQ hash (64 hex digits) nor a header with a column `hash`, `pdq`, `pdq_hash` \
         or `indicator`"
    )]
    Header,
    /// No quality where one belongs.
    #[error(
        "the quality is not a whole number from 0 to 100; name the columns in a header if it is \
         none"
    )]
    Quality,
    /// Longer than any line of a list.
    #[error("longer than {0} bytes")]
    TooLong(usize),
}

/// What is wrong with an index file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IndexFault {
    /// It begins with something else.
    #[error("not an index of a hash list; build it from the list")]
    Magic,
    /// Written by another version.
    #[error("version {0} is not supported; build it again from the list")]
    Version(u32),
    /// The header is damaged.
    #[error("the checksum of its header does not hold; build it again from the list")]
    Checksum,
    /// It is cut off or longer than it says.
    #[error("{found} bytes instead of {expected}; build it again from the list")]
    Length {
        /// Bytes that it should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// Its tables point outside.
    #[error("its tables are damaged; build it again from the list")]
    Tables,
}
