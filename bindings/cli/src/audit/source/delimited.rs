//! CSV and TSV with a line of names.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use himaya::import::{
    ArchiveColumns, ArchiveField, ArchiveRow, ArchiveRowBuilder, ArchiveValue, ImportErrorKind,
};

use super::{MAX_ROW, Read, Rows, required, unreadable};
use crate::audit::AuditError;

/// Columns that a file may have.
const MAX_COLUMNS: usize = 4096;

pub struct Delimited {
    path: PathBuf,
    file: BufReader<File>,
    reader: Reader,
    /// The fields of the record at hand, one behind the other, and where each ends.
    record: Vec<u8>,
    ends: Vec<usize>,
    columns: Vec<(usize, ArchiveField)>,
    number: u64,
    bytes: u64,
}

impl Delimited {
    pub fn open(path: &Path, delimiter: u8, columns: &ArchiveColumns) -> Result<Self, AuditError> {
        let file = File::open(path).map_err(|error| unreadable(path, error))?;
        let mut open = Self {
            path: path.to_owned(),
            file: BufReader::with_capacity(1 << 18, file),
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            record: vec![0; 1 << 12],
            ends: vec![0; 64],
            columns: Vec::new(),
            number: 0,
            bytes: 0,
        };
        let names = open.record()?.unwrap_or(0);
        for place in 0..names {
            let name = std::str::from_utf8(open.field(place)).unwrap_or_default();
            let name = if place == 0 { name.trim_start_matches('\u{FEFF}') } else { name };
            if let Some(field) = columns.field(name.trim()) {
                open.columns.push((place, field));
            }
        }
        let has = |field| open.columns.iter().any(|(_, known)| *known == field);
        required(path, columns, has)?;
        Ok(open)
    }

    /// Reads a record; gives how many fields it has.
    fn record(&mut self) -> Result<Option<usize>, AuditError> {
        let (mut written, mut fields) = (0, 0);
        loop {
            let input = self.file.fill_buf().map_err(|error| unreadable(&self.path, error))?;
            let output = self.record.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, output, ends);
            self.file.consume(read);
            self.bytes += read as u64;
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.record.len() < MAX_ROW => {
                    self.record.resize(2 * self.record.len(), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MAX_COLUMNS => {
                    self.ends.resize(2 * self.ends.len(), 0);
                }
                ReadRecordResult::OutputFull => {
                    let message = format!(
                        "row {} has more than {MAX_ROW} bytes; is a quotation mark left open?",
                        self.number + 1
                    );
                    return Err(unreadable(&self.path, message));
                }
                ReadRecordResult::OutputEndsFull => {
                    let message =
                        format!("row {} has more than {MAX_COLUMNS} columns", self.number + 1);
                    return Err(unreadable(&self.path, message));
                }
                ReadRecordResult::Record => return Ok(Some(fields)),
                ReadRecordResult::End => return Ok(None),
            }
        }
    }

    fn field(&self, place: usize) -> &[u8] {
        let begin = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let end = self.ends.get(place).copied().unwrap_or(0);
        self.record.get(begin.unwrap_or(0)..end).unwrap_or_default()
    }

    fn row(&self, fields: usize) -> Result<ArchiveRow, ImportErrorKind> {
        let mut row = ArchiveRowBuilder::default();
        for (place, field) in &self.columns {
            if *place >= fields {
                continue;
            }
            let value = std::str::from_utf8(self.field(*place));
            let value = value.map_err(|_| ImportErrorKind::Encoding)?;
            // Nothing between two commas is no value, but for a message without words.
            if !value.is_empty() || *field == ArchiveField::Text {
                row.set(*field, ArchiveValue::Text(value.to_owned()))?;
            }
        }
        row.finish()
    }
}

impl Rows for Delimited {
    fn next(&mut self) -> Result<Option<Read>, AuditError> {
        let Some(fields) = self.record()? else {
            return Ok(None);
        };
        self.number += 1;
        Ok(Some(Read { number: self.number, row: self.row(fields) }))
    }

    fn bytes(&self) -> u64 {
        self.bytes
    }
}
