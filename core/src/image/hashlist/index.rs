//! A filtered multi-index, in the bytes of its file.
//!
//! A hash is cut into 16 chunks of 16 bits, and those into eight pairs. For each chunk a table
//! lists the hashes by the chunk's value, each with its partner chunk beside it.
//!
//! *Exact:* let a hash be within 31 bits of the one asked for. Were each of the eight pairs 4
//! bits off or more, that would be 32 bits; so one pair is within 3. Of its two chunks `a` and
//! `b` one is within 1, or both together would be 4 off. Say `a`: then the hash stands in the
//! table of `a` under the value asked for, with its partner within 3, or under one of the 16
//! values that differ from that in one bit, with its partner within 2 (1 + 2 = 3). All of these
//! are looked at, in the tables of all 16 chunks, and whatever passes is compared in full. So
//! nothing within 31 bits is missed, and nothing else is answered.
//! (Norouzi, Punjani and Fleet 2012, "Fast Search in Hamming Space with Multi-Index Hashing", and
//! a filter.)
//!
//! Layout, little-endian: header of 32 bytes (magic, version `u32`, hashes `u32`, bytes of the
//! file `u64`, CRC-32 of these 24 bytes, four zeros); the hashes, sorted, 32 bytes each; for each
//! chunk where the rows of each value begin (65,537 `u32`), the partner chunk of each row (`u16`),
//! the number of its hash (`u32`).

use std::io::{self, Write};
use std::ops::{Deref, Range};

use memmap2::Mmap;

use super::error::IndexFault;
use crate::image::pdq::PdqHash;

pub(super) const MAGIC: &[u8; 8] = b"HMYPDQIX";
const VERSION: u32 = 1;
const HEADER: usize = 32;
/// Bytes of the header that its checksum is about.
const SUMMED: usize = 24;
const HASH: usize = 32;
const CHUNKS: usize = 16;
/// Values of a chunk.
const VALUES: usize = 1 << 16;
/// Bytes of the beginnings in a table.
const STARTS: usize = (VALUES + 1) * 4;
/// A pair of chunks within this many bits is looked at further.
const PAIR: u32 = 3;

pub(super) struct Index {
    bytes: Bytes,
    len: usize,
}

enum Bytes {
    Owned(Vec<u8>),
    Mapped(Mmap),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Owned(bytes) => bytes,
            Self::Mapped(bytes) => bytes,
        }
    }
}

/// The rows of one chunk.
struct Table<'a> {
    starts: &'a [u8],
    partners: &'a [u8],
    numbers: &'a [u8],
}

impl Index {
    /// An index in memory.
    pub(super) fn build(hashes: &[PdqHash]) -> io::Result<Self> {
        let mut bytes = Vec::with_capacity(file_bytes(hashes.len() as u64) as usize);
        write(hashes, &mut bytes)?;
        Ok(Self { bytes: Bytes::Owned(bytes), len: hashes.len() })
    }

    pub(super) fn map(file: Mmap) -> Result<Self, IndexFault> {
        Self::check(Bytes::Mapped(file))
    }

    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, IndexFault> {
        Self::check(Bytes::Owned(bytes))
    }

    /// Believes the bytes as far as their header and the beginnings of rows hold. What else may be
    /// wrong in them leads to wrong answers at worst: nothing is read outside of them.
    fn check(bytes: Bytes) -> Result<Self, IndexFault> {
        let header = bytes.get(..HEADER).filter(|header| header.starts_with(MAGIC));
        let header = header.ok_or(IndexFault::Magic)?;
        let sum = u32_at(header, SUMMED / 4).ok_or(IndexFault::Checksum)?;
        if crc32fast::hash(header.get(..SUMMED).unwrap_or(&[])) != sum {
            return Err(IndexFault::Checksum);
        }
        let version = u32_at(header, 2).unwrap_or(0);
        if version != VERSION {
            return Err(IndexFault::Version(version));
        }
        let count = u32_at(header, 3).unwrap_or(0);
        let said = header.get(16..24).and_then(|bytes| bytes.try_into().ok());
        let (said, found) = (said.map_or(0, u64::from_le_bytes), bytes.len() as u64);
        let expected = file_bytes(u64::from(count));
        if found != expected || said != expected {
            return Err(IndexFault::Length { expected, found });
        }
        let index = Self { bytes, len: count as usize };
        for chunk in 0..CHUNKS {
            let table = index.table(chunk).ok_or(IndexFault::Tables)?;
            let starts = table.starts.as_chunks().0.iter();
            let mut starts = starts.map(|start| u32::from_le_bytes(*start));
            let sorted = starts.clone().is_sorted();
            if !sorted || starts.next() != Some(0) || starts.next_back() != Some(count) {
                return Err(IndexFault::Tables);
            }
        }
        Ok(index)
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The smallest distance that is at most `limit`, which is 31 at most.
    pub(super) fn nearest(&self, hash: &PdqHash, limit: u32) -> Option<u32> {
        let mut limit = limit;
        let mut nearest = None;
        let asked = chunks(hash);
        for (chunk, own) in asked.iter().enumerate() {
            let (Some(table), Some(partner)) = (self.table(chunk), asked.get(chunk ^ 1)) else {
                continue;
            };
            let mut look = |value: u16, room: u32| {
                let rows = table.rows(value);
                let first = rows.start;
                table.near(rows, *partner, room, |row| {
                    let found = u32_at(table.numbers, first + row);
                    let found = found.and_then(|number| self.hash(number as usize));
                    if let Some(distance) = found.map(|found| found.distance(hash))
                        && distance <= limit
                    {
                        nearest = Some(distance);
                        limit = distance;
                    }
                });
            };
            look(*own, PAIR);
            (0..16).for_each(|bit| look(own ^ 1 << bit, PAIR - 1));
        }
        nearest
    }

    fn hash(&self, number: usize) -> Option<PdqHash> {
        let bytes = self.bytes.get(HEADER..)?.as_chunks::<HASH>().0.get(number)?;
        // Beyond the hashes stand the tables; a damaged number may lead there, and no further.
        let mut words = [0; 4];
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        Some(PdqHash::from_words(words))
    }

    fn table(&self, chunk: usize) -> Option<Table<'_>> {
        let bytes = STARTS + self.len * 6;
        let start = HEADER + self.len * HASH + chunk * bytes;
        let table = self.bytes.get(start..start + bytes)?;
        let (starts, rows) = table.split_at_checked(STARTS)?;
        let (partners, numbers) = rows.split_at_checked(self.len * 2)?;
        Some(Table { starts, partners, numbers })
    }
}

impl Table<'_> {
    /// The rows with this value.
    fn rows(&self, value: u16) -> Range<usize> {
        let start = |at| u32_at(self.starts, at).unwrap_or(0) as usize;
        start(usize::from(value))..start(usize::from(value) + 1)
    }

    /// Hands out the places, among `rows`, whose partner chunk is within `room` bits.
    #[inline]
    fn near(&self, rows: Range<usize>, partner: u16, room: u32, mut found: impl FnMut(usize)) {
        const BLOCK: usize = 8;
        let partners = self.partners.get(rows.start * 2..rows.end * 2).unwrap_or(&[]);
        let (partners, _) = partners.as_chunks::<2>();
        let near = |chunk: &[u8; 2]| {
            let mut off = u16::from_le_bytes(*chunk) ^ partner;
            // Each step takes the lowest bit away: cheaper than to count them.
            off &= off.wrapping_sub(1);
            off &= off.wrapping_sub(1);
            if room > 2 {
                off &= off.wrapping_sub(1);
            }
            off == 0
        };
        let (blocks, rest) = partners.as_chunks::<BLOCK>();
        for (number, block) in blocks.iter().enumerate() {
            // No branch inside, so that all eight are looked at together.
            if block.iter().fold(false, |any, chunk| any | near(chunk)) {
                for (place, _) in block.iter().enumerate().filter(|(_, chunk)| near(chunk)) {
                    found(number * BLOCK + place);
                }
            }
        }
        for (place, _) in rest.iter().enumerate().filter(|(_, chunk)| near(chunk)) {
            found(blocks.len() * BLOCK + place);
        }
    }
}

/// Writes the file for hashes that are sorted.
pub(super) fn write(hashes: &[PdqHash], out: &mut impl Write) -> io::Result<()> {
    let too_many = || io::Error::new(io::ErrorKind::InvalidInput, "too many hashes for an index");
    let count = u32::try_from(hashes.len()).map_err(|_| too_many())?;
    let mut header = Vec::with_capacity(HEADER);
    header.extend(MAGIC);
    header.extend(VERSION.to_le_bytes());
    header.extend(count.to_le_bytes());
    header.extend(file_bytes(u64::from(count)).to_le_bytes());
    header.extend(crc32fast::hash(&header).to_le_bytes());
    header.resize(HEADER, 0);
    out.write_all(&header)?;
    for hash in hashes {
        hash.words().iter().try_for_each(|word| out.write_all(&word.to_le_bytes()))?;
    }
    for chunk in 0..CHUNKS {
        write_table(hashes, chunk, out)?;
    }
    Ok(())
}

fn write_table(hashes: &[PdqHash], chunk: usize, out: &mut impl Write) -> io::Result<()> {
    let value = |hash: &PdqHash, chunk: usize| chunks(hash).get(chunk).copied().unwrap_or(0);
    let mut starts = vec![0_u32; VALUES + 1];
    for hash in hashes {
        if let Some(next) = starts.get_mut(usize::from(value(hash, chunk)) + 1) {
            *next += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts.iter().try_for_each(|start| out.write_all(&start.to_le_bytes()))?;
    let mut partners = vec![0_u16; hashes.len()];
    let mut numbers = vec![0_u32; hashes.len()];
    for (hash, number) in hashes.iter().zip(0..) {
        if let Some(next) = starts.get_mut(usize::from(value(hash, chunk)))
            && let Some(partner) = partners.get_mut(*next as usize)
            && let Some(place) = numbers.get_mut(*next as usize)
        {
            *partner = value(hash, chunk ^ 1);
            *place = number;
            *next += 1;
        }
    }
    partners.iter().try_for_each(|partner| out.write_all(&partner.to_le_bytes()))?;
    numbers.iter().try_for_each(|number| out.write_all(&number.to_le_bytes()))
}

fn file_bytes(hashes: u64) -> u64 {
    HEADER as u64 + hashes * HASH as u64 + CHUNKS as u64 * (STARTS as u64 + hashes * 6)
}

fn chunks(hash: &PdqHash) -> [u16; CHUNKS] {
    let words = hash.words();
    std::array::from_fn(|chunk| {
        words.get(chunk / 4).map_or(0, |word| (word >> (chunk % 4 * 16)) as u16)
    })
}

/// The `at`-th of the numbers that `bytes` are.
fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.as_chunks().0.get(at).map(|bytes| u32::from_le_bytes(*bytes))
}
