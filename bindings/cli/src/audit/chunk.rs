//! What is assessed and written together.

use himaya::import::{ArchiveRow, ImportErrorKind};
use sha2::{Digest, Sha256};

/// Bytes of text after which a chunk ends, however few its rows: one row has 1 MiB and more.
pub const MAX_TEXT: usize = 64 << 20;
/// Parts of a chunk that are assessed independently of each other.
pub const SHARDS: usize = 256;

/// A digest that stands for a conversation; the first byte is its shard.
pub type Key = [u8; 16];

pub fn key(conversation: &str) -> Key {
    let digest: [u8; 32] = Sha256::digest(conversation).into();
    digest.first_chunk().copied().unwrap_or_default()
}

pub fn shard(key: &Key) -> usize {
    let [first, ..] = key;
    usize::from(*first)
}

/// A row and where it stands.
pub struct Row {
    pub file: u32,
    /// Number in its file, from 1, counting those that cannot be read.
    pub number: u64,
    pub key: Key,
    pub row: ArchiveRow,
}

/// A row that cannot be read.
pub struct BadRow {
    pub file: u32,
    pub number: u64,
    pub kind: ImportErrorKind,
}

/// Rows in the order of the archive.
pub struct Chunk {
    /// Number among all chunks, from 0.
    pub number: u64,
    /// Rows of the archive before it, readable or not.
    pub begin: u64,
    /// Such rows behind it.
    pub end: u64,
    pub rows: Vec<Row>,
    /// Where among all rows each of `rows` stands, less `begin`.
    pub places: Vec<u32>,
    pub bad: Vec<BadRow>,
    /// Rows of each file that has been read to its end.
    pub files_done: Vec<u64>,
    /// Bytes of the archive that have been read.
    pub bytes: u64,
}
