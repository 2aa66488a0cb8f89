//! JSON Lines.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use himaya::import::{ArchiveColumns, ImportErrorKind, parse_archive_row};

use super::{MAX_ROW, Read, Rows, unreadable};
use crate::audit::AuditError;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

pub struct JsonLines {
    path: PathBuf,
    file: BufReader<File>,
    columns: ArchiveColumns,
    line: Vec<u8>,
    number: u64,
    bytes: u64,
}

impl JsonLines {
    pub fn open(path: &Path, columns: &ArchiveColumns) -> Result<Self, AuditError> {
        let file = File::open(path).map_err(|error| unreadable(path, error))?;
        Ok(Self {
            path: path.to_owned(),
            file: BufReader::with_capacity(1 << 18, file),
            columns: columns.clone(),
            line: Vec::new(),
            number: 0,
            bytes: 0,
        })
    }

    /// Reads a line, as far as one may be long; says whether it is longer, and whether there was
    /// one at all.
    fn line(&mut self) -> Result<(bool, bool), AuditError> {
        self.line.clear();
        let (mut long, mut any) = (false, false);
        loop {
            let buffer = self.file.fill_buf().map_err(|error| unreadable(&self.path, error))?;
            if buffer.is_empty() {
                return Ok((long, any));
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or(buffer);
            long |= self.line.len() + part.len() > MAX_ROW;
            if !long {
                self.line.extend_from_slice(part);
            }
            let read = part.len() + usize::from(end.is_some());
            self.file.consume(read);
            self.bytes += read as u64;
            if end.is_some() {
                return Ok((long, any));
            }
        }
    }
}

impl Rows for JsonLines {
    fn next(&mut self) -> Result<Option<Read>, AuditError> {
        loop {
            let (long, any) = self.line()?;
            if !any {
                return Ok(None);
            }
            self.number += 1;
            let mut line = self.line.trim_ascii();
            if self.number == 1 {
                line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
            }
            let row = if long {
                Err(ImportErrorKind::LineTooLong(MAX_ROW))
            } else if line.is_empty() {
                continue;
            } else {
                parse_archive_row(line, &self.columns)
            };
            return Ok(Some(Read { number: self.number, row }));
        }
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }
}
