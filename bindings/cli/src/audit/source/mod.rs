//! Rows of an archive in their order, whatever the files are.

mod delimited;
mod json_lines;
mod parquet;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use himaya::import::{ArchiveColumns, ArchiveField, ArchiveRow, ImportErrorKind};
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use super::AuditError;
use super::chunk::{BadRow, Chunk, MAX_TEXT, Row, key};

/// Bytes that a row may have in a file of text.
const MAX_ROW: usize = 16 << 20;

/// A row as it was read, and its number in its file, from 1.
pub struct Read {
    pub number: u64,
    pub row: Result<ArchiveRow, ImportErrorKind>,
}

/// An open file.
trait Rows: Send {
    fn next(&mut self) -> Result<Option<Read>, AuditError>;

    /// Bytes of the file that have been read, about.
    fn bytes(&self) -> u64;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Kind {
    JsonLines,
    Comma,
    Tab,
    Parquet,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_ascii_lowercase();
        Some(match ending.as_str() {
            "jsonl" | "ndjson" => Self::JsonLines,
            "csv" => Self::Comma,
            "tsv" => Self::Tab,
            "parquet" => Self::Parquet,
            _ => return None,
        })
    }
}

/// A file of an archive, and by what it is known again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFile {
    pub path: PathBuf,
    kind: Kind,
    pub bytes: u64,
    /// Milliseconds since 1970.
    modified: u64,
}

impl InputFile {
    fn open(&self, columns: &ArchiveColumns) -> Result<Box<dyn Rows>, AuditError> {
        Ok(match self.kind {
            Kind::JsonLines => Box::new(json_lines::JsonLines::open(&self.path, columns)?),
            Kind::Comma => Box::new(delimited::Delimited::open(&self.path, b',', columns)?),
            Kind::Tab => Box::new(delimited::Delimited::open(&self.path, b'\t', columns)?),
            Kind::Parquet => Box::new(parquet::Parquet::open(&self.path, columns)?),
        })
    }
}

/// What cannot be read at all.
fn unreadable(path: &Path, error: impl ToString) -> AuditError {
    AuditError::File { path: path.to_owned(), message: error.to_string() }
}

/// All files under `paths`: those named, and those of folders in the order of their names.
pub fn files(paths: &[PathBuf]) -> Result<Vec<InputFile>, AuditError> {
    let mut files = Vec::new();
    for path in paths {
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name() {
            let entry = entry.map_err(|error| unreadable(path, error))?;
            if entry.file_type().is_dir() {
                continue;
            }
            let named = entry.depth() == 0;
            let path = entry.into_path();
            let Some(kind) = Kind::of(&path) else {
                if named {
                    return Err(AuditError::Kind(path));
                }
                continue;
            };
            let path = fs::canonicalize(&path).map_err(|error| unreadable(&path, error))?;
            let about = fs::metadata(&path).map_err(|error| unreadable(&path, error))?;
            let modified = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            let modified = modified.map_or(0, |at| at.as_millis() as u64);
            files.push(InputFile { path, kind, bytes: about.len(), modified });
        }
    }
    if files.is_empty() { Err(AuditError::NoFiles) } else { Ok(files) }
}

/// An archive that is read from its beginning to its end.
pub struct Archive {
    files: Vec<InputFile>,
    columns: ArchiveColumns,
    open: Option<Box<dyn Rows>>,
    /// Rows of each file that has been read to its end.
    done: Vec<u64>,
    /// Rows of the file that is open.
    rows: u64,
    /// Rows of all files.
    all: u64,
    /// Files of which a chunk said that they are done.
    told: usize,
}

impl Archive {
    pub fn new(files: Vec<InputFile>, columns: ArchiveColumns) -> Self {
        Self { files, columns, open: None, done: Vec::new(), rows: 0, all: 0, told: 0 }
    }

    /// Rows that have been read.
    pub const fn rows_read(&self) -> u64 {
        self.all
    }

    /// Leaves out files all of whose rows stand before `row`; `done` are the rows of each file
    /// that a former run read to its end.
    pub fn skip_files(&mut self, done: &[u64], row: u64) {
        for rows in done {
            if self.all + rows > row {
                break;
            }
            self.all += rows;
            self.done.push(*rows);
        }
    }

    /// The next row, and the place of its file.
    pub fn next(&mut self) -> Result<Option<(u32, Read)>, AuditError> {
        loop {
            let place = self.done.len();
            let Some(file) = self.files.get(place) else {
                return Ok(None);
            };
            let open = match &mut self.open {
                Some(open) => open,
                None => self.open.insert(file.open(&self.columns)?),
            };
            if let Some(read) = open.next()? {
                self.rows += 1;
                self.all += 1;
                return Ok(Some((place as u32, read)));
            }
            self.open = None;
            self.done.push(std::mem::take(&mut self.rows));
        }
    }

    /// The next rows, or none at the end. The last chunk may be empty: it says that the last file
    /// is done.
    pub fn chunk(&mut self, number: u64, max_rows: usize) -> Result<Option<Chunk>, AuditError> {
        let begin = self.all;
        let (mut rows, mut places, mut bad) = (Vec::new(), Vec::new(), Vec::new());
        let mut text = 0;
        while rows.len() + bad.len() < max_rows && text < MAX_TEXT {
            let place = (self.all - begin) as u32;
            let Some((file, Read { number, row })) = self.next()? else {
                break;
            };
            match row {
                Ok(row) => {
                    text += row.text.len();
                    rows.push(Row { file, number, key: key(&row.conversation), row });
                    places.push(place);
                }
                Err(kind) => bad.push(BadRow { file, number, kind }),
            }
        }
        if self.all == begin && self.told == self.done.len() {
            return Ok(None);
        }
        self.told = self.done.len();
        let before: u64 = self.files.iter().take(self.done.len()).map(|file| file.bytes).sum();
        Ok(Some(Chunk {
            number,
            begin,
            end: self.all,
            rows,
            places,
            bad,
            files_done: self.done.clone(),
            bytes: before + self.open.as_ref().map_or(0, |open| open.bytes()),
        }))
    }
}

/// The fields that a file must have columns for, unless one stands in for the other.
fn required(
    path: &Path,
    columns: &ArchiveColumns,
    has: impl Fn(ArchiveField) -> bool,
) -> Result<(), AuditError> {
    for field in [ArchiveField::Conversation, ArchiveField::Text] {
        if !has(field) {
            return Err(AuditError::NoColumn {
                path: path.to_owned(),
                field: field.slug(),
                column: columns.name(field).to_owned(),
            });
        }
    }
    Ok(())
}
