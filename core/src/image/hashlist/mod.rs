//! Lists of known pictures' hashes: loaded once, then asked and never read.
//!
//! A list gives its name, its length and how far the nearest hash is from the one that it is
//! asked about. What it holds does not come out again: no iterator, no accessor, a `Debug` that
//! shows neither.

mod error;
mod flat;
mod index;
mod mapped;
mod text;

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, Write};
use std::path::Path;

use super::pdq::{Dihedral, Pdq, PdqHash};

pub use self::error::{HashListError, IndexFault, LineFault};
pub use self::text::{HashLine, HashLines};

use self::flat::Flat;
use self::index::Index;

/// Up to this many hashes are searched one by one (32 bytes each; about 1 ms), more by an index
/// (128 bytes each).
const FLAT_UP_TO: usize = 1 << 18;
/// Hashes that a list may have.
const MAX_HASHES: usize = 1 << 28;
/// Bytes up to which an index file is read: what is in memory nobody cuts short.
const READ_UP_TO: u64 = 32 << 20;
/// Characters that a list's name may have.
const MAX_NAME: usize = 64;

/// A list of known pictures' hashes.
pub struct HashList {
    name: Box<str>,
    hashes: Hashes,
    distance: u32,
    dropped: Dropped,
}

enum Hashes {
    Flat(Flat),
    Index(Index),
}

/// Lines of a list that were not taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Their quality is below 50.
    pub low_quality: usize,
    /// An earlier line has the same hash.
    pub duplicates: usize,
}

impl HashList {
    /// Differing bits up to which a picture is held for a known one, unless the host says less.
    pub const MAX_DISTANCE: u32 = 31;

    /// Reads the text form: a hash a line, `hash,quality`, or CSV whose header names a column
    /// `hash`, `pdq`, `pdq_hash` or `indicator` and perhaps one `quality`.
    ///
    /// `name` stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`. A hash takes 32
    /// bytes of memory; beyond 262,144 hashes it is 128.
    ///
    /// # Errors
    /// When the name or a line is not of this form, or reading fails.
    pub fn read(name: &str, reader: impl BufRead) -> Result<Self, HashListError> {
        let name = checked(name)?;
        let mut dropped = Dropped::default();
        let mut hashes = Vec::new();
        for line in HashLines::new(reader) {
            let HashLine { hash, quality } = line?;
            if quality.is_some_and(|quality| quality < Pdq::RELIABLE) {
                dropped.low_quality += 1;
            } else if hashes.len() < MAX_HASHES {
                hashes.push(hash);
            } else {
                return Err(HashListError::TooMany(MAX_HASHES));
            }
        }
        let found = hashes.len();
        hashes.sort_unstable();
        hashes.dedup();
        dropped.duplicates = found - hashes.len();
        let hashes = if hashes.len() <= FLAT_UP_TO {
            Hashes::Flat(Flat::new(&hashes))
        } else {
            Hashes::Index(Index::build(&hashes)?)
        };
        Ok(Self { name, hashes, distance: Self::MAX_DISTANCE, dropped })
    }

    /// Opens a file: one that [`HashList::write_index`] wrote is read into memory up to 32 MiB
    /// (220,000 hashes) and mapped beyond, anything else read as text.
    ///
    /// As long as the list lives, nobody may shorten or rewrite a mapped file in place: most
    /// systems end a process that reads what is gone. Writing an index anew puts another file in
    /// its place, which is safe.
    ///
    /// # Errors
    /// As [`HashList::read`], and when an index is damaged or of another version.
    pub fn open(name: &str, path: &Path) -> Result<Self, HashListError> {
        let failed = |source| HashListError::Open { path: path.to_owned(), source };
        let name = checked(name)?;
        let mut file = File::open(path).map_err(failed)?;
        let mut start = Vec::new();
        (&mut file).take(index::MAGIC.len() as u64).read_to_end(&mut start).map_err(failed)?;
        if start != index::MAGIC {
            return Self::read(&name, BufReader::new(start.as_slice().chain(file)));
        }
        file.rewind().map_err(failed)?;
        let mut bytes = Vec::new();
        (&mut file).take(READ_UP_TO + 1).read_to_end(&mut bytes).map_err(failed)?;
        let index = if bytes.len() as u64 <= READ_UP_TO {
            Index::read(bytes)?
        } else {
            drop(bytes);
            Index::map(mapped::map(&file).map_err(failed)?)?
        };
        let dropped = Dropped::default();
        Ok(Self { name, hashes: Hashes::Index(index), distance: Self::MAX_DISTANCE, dropped })
    }

    /// Writes the index of a list, for [`HashList::open`]: 128 bytes a hash and 4 MB.
    ///
    /// The file appears under its name when it is complete.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_index(&self, path: &Path) -> Result<(), HashListError> {
        let part = path.with_added_extension("part");
        let write = || {
            let mut out = BufWriter::with_capacity(1 << 20, File::create(&part)?);
            match &self.hashes {
                Hashes::Flat(flat) => index::write(&flat.hashes(), &mut out)?,
                Hashes::Index(index) => out.write_all(index.bytes())?,
            }
            out.into_inner()?.sync_all()?;
            std::fs::rename(&part, path)
        };
        write().map_err(|source| {
            // What is left of it helps nobody, and its error would hide the first.
            let _ = std::fs::remove_file(&part);
            HashListError::Save { path: path.to_owned(), source }
        })
    }

    /// Sets up to how many differing bits a picture is a known one, 0..=31.
    ///
    /// # Errors
    /// When `bits` is larger: beyond 31 unlike pictures begin to match, and the index finds no
    /// more.
    pub fn with_distance(mut self, bits: u32) -> Result<Self, HashListError> {
        if bits > Self::MAX_DISTANCE {
            return Err(HashListError::Distance(bits));
        }
        self.distance = bits;
        Ok(self)
    }

    /// How far the nearest hash is from this one, if that is near enough: 0..=31. Exact: what is
    /// near enough is found.
    ///
    /// 0.1 ms for a million hashes in an index file, 0.4 ms for ten million.
    pub fn matches(&self, hash: &PdqHash) -> Option<u32> {
        match &self.hashes {
            Hashes::Flat(flat) => flat.nearest(hash, self.distance),
            Hashes::Index(index) => index.nearest(hash, self.distance),
        }
    }

    /// The same for a picture, as it is, turned or mirrored. What shows too little to be told
    /// apart (quality below 50) matches nothing.
    pub fn matches_picture(&self, picture: &Dihedral) -> Option<u32> {
        let reliable = picture.quality >= Pdq::RELIABLE;
        let hashes = picture.hashes.iter().filter(|_| reliable);
        hashes.filter_map(|hash| self.matches(hash)).min()
    }

    /// The name that the host gave.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many hashes it has.
    pub fn len(&self) -> usize {
        match &self.hashes {
            Hashes::Flat(flat) => flat.len(),
            Hashes::Index(index) => index.len(),
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Lines that were not taken in; none for an index file.
    pub fn dropped(&self) -> Dropped {
        self.dropped
    }
}

fn checked(name: &str) -> Result<Box<str>, HashListError> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if (1..=MAX_NAME).contains(&name.len()) && name.chars().all(allowed) {
        Ok(name.into())
    } else {
        Err(HashListError::Name)
    }
}

impl fmt::Debug for HashList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HashList")
            .field("name", &self.name)
            .field("len", &self.len())
            .field("distance", &self.distance)
            .field("dropped", &self.dropped)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
