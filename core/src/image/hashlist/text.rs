//! The text forms of hash lists, a line at a time.

use std::io::{self, BufRead, Read};

use super::error::{HashListError, LineFault};
use crate::image::pdq::PdqHash;

/// Bytes that a line may have.
const MAX_LINE: usize = 1 << 16;
/// Names of the column with hashes, the likeliest first.
const HASH_COLUMNS: [&str; 4] = ["hash", "pdq_hash", "pdq", "indicator"];
const QUALITY_COLUMN: &str = "quality";

/// A hash and its quality, 0..=100, where the line says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashLine {
    /// The hash.
    pub hash: PdqHash,
    /// Its quality.
    pub quality: Option<u8>,
}

/// Reads the text forms of [`HashList::read`](super::HashList::read) for whoever has hashes of
/// their own; blank lines are skipped, memory is bounded by the longest line that is allowed
/// (65,536 bytes). Ends after the first error.
#[derive(Debug)]
pub struct HashLines<R> {
    reader: R,
    line: Vec<u8>,
    number: u64,
    form: Option<Form>,
    ended: bool,
}

/// Where a line has what.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// `hash` or `hash,quality`; `hash=…,quality=…`, as the reference's tools print details.
    Plain,
    Columns {
        hash: usize,
        quality: Option<usize>,
    },
}

impl<R: BufRead> HashLines<R> {
    /// Begins to read.
    pub fn new(reader: R) -> Self {
        Self { reader, line: Vec::new(), number: 0, form: None, ended: false }
    }

    /// Reads the next line that is not blank; false at the end.
    fn advance(&mut self) -> io::Result<bool> {
        loop {
            self.line.clear();
            self.number += 1;
            let mut bounded = (&mut self.reader).take(MAX_LINE as u64 + 1);
            if bounded.read_until(b'\n', &mut self.line)? == 0 {
                return Ok(false);
            }
            if self.number == 1 && self.line.starts_with(b"\xEF\xBB\xBF") {
                self.line.drain(..3);
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    /// What the line holds; nothing if it is the header.
    fn parse(&mut self) -> Result<Option<HashLine>, LineFault> {
        if self.line.len() > MAX_LINE {
            return Err(LineFault::TooLong(MAX_LINE));
        }
        let line = self.line.trim_ascii();
        let form = match self.form {
            Some(form) => form,
            None if plain_hash(line).is_ok() => Form::Plain,
            None => {
                self.form = Some(header(line).ok_or(LineFault::Header)?);
                return Ok(None);
            }
        };
        self.form = Some(form);
        match form {
            Form::Plain => plain(line).map(Some),
            Form::Columns { hash, quality } => {
                let field = |wanted: usize| fields(line).nth(wanted);
                let hash = field(hash).ok_or(LineFault::Hash).and_then(parse_hash)?;
                let quality = quality.and_then(field).filter(|quality| !quality.is_empty());
                let quality = quality.map(parse_quality).transpose()?;
                Ok(Some(HashLine { hash, quality }))
            }
        }
    }
}

impl<R: BufRead> Iterator for HashLines<R> {
    type Item = Result<HashLine, HashListError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let line = match self.advance() {
                Ok(true) => self.parse(),
                Ok(false) => break,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            };
            match line {
                Ok(Some(line)) => return Some(Ok(line)),
                Ok(None) => {}
                Err(fault) => {
                    self.ended = true;
                    return Some(Err(HashListError::Line { line: self.number, fault }));
                }
            }
        }
        self.ended = true;
        None
    }
}

fn header(line: &[u8]) -> Option<Form> {
    let place = |name: &str| fields(line).position(|f| f.eq_ignore_ascii_case(name.as_bytes()));
    let hash = HASH_COLUMNS.iter().find_map(|name| place(name))?;
    Some(Form::Columns { hash, quality: place(QUALITY_COLUMN) })
}

fn plain_hash(line: &[u8]) -> Result<PdqHash, LineFault> {
    let first = fields(line).next().ok_or(LineFault::Hash)?;
    parse_hash(first.strip_prefix(b"hash=").unwrap_or(first))
}

fn plain(line: &[u8]) -> Result<HashLine, LineFault> {
    let hash = plain_hash(line)?;
    let mut rest = fields(line).skip(1);
    let quality = if line.starts_with(b"hash=") {
        rest.find_map(|field| field.strip_prefix(b"quality="))
    } else {
        rest.next()
    };
    Ok(HashLine { hash, quality: quality.map(parse_quality).transpose()? })
}

fn parse_hash(field: &[u8]) -> Result<PdqHash, LineFault> {
    let text = std::str::from_utf8(field).map_err(|_| LineFault::Hash)?;
    text.parse().map_err(|_| LineFault::Hash)
}

fn parse_quality(field: &[u8]) -> Result<u8, LineFault> {
    let number = std::str::from_utf8(field).ok().and_then(|text| text.parse().ok());
    number.filter(|quality| *quality <= 100).ok_or(LineFault::Quality)
}

/// The fields of a line of CSV, without the quotes and spaces around them.
fn fields(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let from = rest?.trim_ascii_start();
        let mut quoted = false;
        let end = from.iter().position(|byte| {
            quoted ^= *byte == b'"';
            *byte == b',' && !quoted
        });
        let (field, behind) = match end.and_then(|end| from.split_at_checked(end)) {
            Some((field, behind)) => (field, behind.get(1..)),
            None => (from, None),
        };
        rest = behind;
        let field = field.trim_ascii();
        let inner = field.strip_prefix(b"\"").and_then(|field| field.strip_suffix(b"\""));
        Some(inner.unwrap_or(field).trim_ascii())
    })
}
