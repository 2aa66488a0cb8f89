//! What an audit keeps between chunks, so that it can go on after a kill: where each conversation
//! stands, and what is done. Numbers and digests, never words.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use himaya::Guard;
use himaya::import::{ArchiveColumns, ArchiveField};
use himaya::report::{Ledger, LedgerError};
use redb::{Database, DatabaseError, ReadOnlyTable, ReadableDatabase, TableDefinition};
use serde::{Deserialize, Serialize};

use super::chunk::Key;
use super::source::InputFile;
use super::{AuditArgs, AuditError};
use crate::{Failure, Settings, read};

const STATES: TableDefinition<'_, Key, &[u8]> = TableDefinition::new("states");
const ABOUT: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("about");
/// Memory that the file uses at most, in bytes.
const CACHE: usize = 64 << 20;

/// With what an audit was begun; it cannot be gone on with otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    pub himaya: String,
    pub files: Vec<InputFile>,
    columns: Vec<String>,
    age_band: String,
    policy: String,
    pub rules: String,
    /// Name, version and digest, if there is one.
    pub classifier: Option<String>,
    weights: Option<String>,
    chunk_rows: u32,
}

impl Setup {
    pub fn new(
        files: Vec<InputFile>,
        columns: &ArchiveColumns,
        guard: &Guard,
        args: &AuditArgs,
        settings: &Settings,
    ) -> Result<Self, Failure> {
        let models = guard.assess_message("").models;
        let classifier =
            models.first().map(|of| format!("{} {} {}", of.name, of.version, of.sha256));
        let names = ArchiveField::ALL.iter().map(|field| columns.name(*field).to_owned());
        Ok(Self {
            himaya: env!("CARGO_PKG_VERSION").to_owned(),
            files,
            columns: names.collect(),
            age_band: guard.age_band().to_string(),
            policy: guard.policy().sha256(),
            rules: guard.lexicon().version().to_owned(),
            classifier,
            weights: settings.conversation_weights.as_ref().map(read).transpose()?,
            chunk_rows: args.chunk_rows.get(),
        })
    }

    /// What differs first.
    fn difference(&self, other: &Self) -> Option<&'static str> {
        [
            ("version of himaya", self.himaya == other.himaya),
            ("archive", self.files == other.files),
            ("--column", self.columns == other.columns),
            ("--age-band", self.age_band == other.age_band),
            ("policy", self.policy == other.policy),
            ("set of rules", self.rules == other.rules),
            ("text classifier", self.classifier == other.classifier),
            ("--conversation-weights", self.weights == other.weights),
            ("--chunk-rows", self.chunk_rows == other.chunk_rows),
        ]
        .into_iter()
        .find_map(|(what, same)| (!same).then_some(what))
    }
}

/// What is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Progress {
    /// Milliseconds since 1970: the time of messages that have none, in the transparency report.
    pub begun: i64,
    pub chunks: u64,
    /// Rows, readable or not.
    pub rows: u64,
    pub assessed: u64,
    pub conversations: u64,
    /// Unreadable rows, by what is wrong with them.
    pub bad: BTreeMap<String, u64>,
    pub by_action: BTreeMap<String, u64>,
    pub by_category: BTreeMap<String, u64>,
    pub by_status: BTreeMap<String, u64>,
    /// Rows of each file that has been read to its end.
    pub files_done: Vec<u64>,
    pub bytes: u64,
}

impl Progress {
    pub fn bad_rows(&self) -> u64 {
        self.bad.values().sum()
    }
}

/// Conversations heard last, by shard, the latest last, and since which row nobody else spoke in
/// them.
pub type Recent = Vec<(Key, u64)>;

/// The file.
pub struct State {
    path: PathBuf,
    database: Database,
}

impl State {
    /// Opens what a run left there, or begins anew.
    pub fn open(folder: &Path, setup: &Setup) -> Result<(Self, bool), AuditError> {
        let path = path(folder);
        let mut builder = Database::builder();
        builder.set_cache_size(CACHE);
        let database = builder.create(&path).map_err(|error| match error {
            DatabaseError::DatabaseAlreadyOpen => AuditError::InUse(folder.to_owned()),
            other => failed(&path, other),
        })?;
        let state = Self { path, database };
        let known: Option<Setup> = state.about("setup")?;
        if let Some(known) = &known {
            if let Some(what) = known.difference(setup) {
                return Err(AuditError::Changed { out: folder.to_owned(), what });
            }
        } else {
            let write = state.database.begin_write().map_err(|error| state.failed(error))?;
            {
                let mut about = write.open_table(ABOUT).map_err(|error| state.failed(error))?;
                write.open_table(STATES).map_err(|error| state.failed(error))?;
                let setup = serde_json::to_vec(setup).map_err(|error| state.failed(error))?;
                about.insert("setup", setup.as_slice()).map_err(|error| state.failed(error))?;
            }
            write.commit().map_err(|error| state.failed(error))?;
        }
        Ok((state, known.is_some()))
    }

    fn failed(&self, error: impl ToString) -> AuditError {
        failed(&self.path, error)
    }

    fn about<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<Option<T>, AuditError> {
        let bytes = self.bytes(name)?;
        bytes.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(|e| self.failed(e))
    }

    fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, AuditError> {
        let reading = self.database.begin_read().map_err(|error| self.failed(error))?;
        let table = match reading.open_table(ABOUT) {
            Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
            table => table.map_err(|error| self.failed(error))?,
        };
        let value = table.get(name).map_err(|error| self.failed(error))?;
        Ok(value.map(|value| value.value().to_vec()))
    }

    /// What is done, which is nothing in a new one.
    pub fn progress(&self) -> Result<Option<Progress>, AuditError> {
        self.about("progress")
    }

    pub fn ledger(&self) -> Result<Ledger, AuditError> {
        let Some(json) = self.bytes("ledger")? else {
            return Ok(Ledger::new());
        };
        let ledger = std::str::from_utf8(&json).map_err(|error| self.failed(error))?;
        Ledger::from_json(ledger).map_err(|error: LedgerError| self.failed(error))
    }

    pub fn recent(&self) -> Result<Recent, AuditError> {
        let bytes = self.bytes("recent")?.unwrap_or_default();
        let (entries, _) = bytes.as_chunks::<24>();
        let entry = |entry: &[u8; 24]| {
            let (key, row) = entry.split_first_chunk::<16>()?;
            Some((*key, u64::from_le_bytes(*row.first_chunk()?)))
        };
        Ok(entries.iter().filter_map(entry).collect())
    }

    /// Where conversations stand, as of the last chunk that was kept.
    pub fn states(&self) -> Result<States<'_>, AuditError> {
        let reading = self.database.begin_read().map_err(|error| self.failed(error))?;
        let table = reading.open_table(STATES).map_err(|error| self.failed(error))?;
        Ok(States { state: self, table })
    }

    /// Keeps what came of a chunk, all of it or nothing.
    pub fn keep<'a>(
        &self,
        states: impl Iterator<Item = (&'a Key, &'a Vec<u8>)>,
        recent: &[(Key, u64)],
        progress: &mut Progress,
        ledger: &Ledger,
    ) -> Result<(), AuditError> {
        let write = self.database.begin_write().map_err(|error| self.failed(error))?;
        {
            let mut table = write.open_table(STATES).map_err(|error| self.failed(error))?;
            for (key, state) in states {
                let before = table.insert(key, state.as_slice());
                if before.map_err(|error| self.failed(error))?.is_none() {
                    progress.conversations += 1;
                }
            }
            let mut bytes = Vec::with_capacity(24 * recent.len());
            for (key, row) in recent {
                bytes.extend_from_slice(key);
                bytes.extend_from_slice(&row.to_le_bytes());
            }
            let progress = serde_json::to_vec(progress).map_err(|error| self.failed(error))?;
            let ledger = ledger.to_json();
            let mut about = write.open_table(ABOUT).map_err(|error| self.failed(error))?;
            for (name, value) in [
                ("recent", bytes.as_slice()),
                ("progress", progress.as_slice()),
                ("ledger", ledger.as_bytes()),
            ] {
                about.insert(name, value).map_err(|error| self.failed(error))?;
            }
        }
        write.commit().map_err(|error| self.failed(error))
    }
}

/// Where conversations stand.
pub struct States<'a> {
    state: &'a State,
    table: ReadOnlyTable<Key, &'static [u8]>,
}

impl States<'_> {
    pub fn get(&self, key: &Key) -> Result<Option<Vec<u8>>, AuditError> {
        let value = self.table.get(key).map_err(|error| self.state.failed(error))?;
        Ok(value.map(|value| value.value().to_vec()))
    }

    /// What is said of a conversation that cannot be read.
    pub fn damaged(&self, source: himaya::error::ConversationError) -> AuditError {
        AuditError::Conversation { path: self.state.path.clone(), source }
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("state.redb")
}

fn failed(path: &Path, error: impl ToString) -> AuditError {
    AuditError::State { path: path.to_owned(), message: error.to_string() }
}

/// Removes the file of an audit that is finished.
pub fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_file(path(folder)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
