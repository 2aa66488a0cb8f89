//! `himaya audit`: an archive of conversations, assessed on all cores, in bounded memory, and gone
//! on with after a kill without losing or repeating a row.
//!
//! ```text
//! files -> source   rows in their order, told apart from what is none -> chunks   (one thread)
//!       -> work     256 shards by conversation, each in the order of its rows     (all cores)
//!       -> output   one part of the table a chunk, put in place whole
//!       -> state    where each conversation stands, what is done: one transaction  (one thread)
//!       -> finish   the ledger, the transparency page, the summary
//! ```

mod chunk;
mod commit;
mod finish;
mod output;
mod progress;
mod run;
mod source;
mod state;
mod work;

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;

use clap::Args;
use himaya::error::ConversationError;
use himaya::import::{ArchiveColumns, ArchiveField};
use thiserror::Error;

use crate::{Failure, Outcome, Settings};

#[derive(Args)]
pub struct AuditArgs {
    /// Archives: .jsonl, .ndjson, .csv, .tsv or .parquet files, or folders of them. The rows of a
    /// conversation must be in the order of their times; conversations may be mixed.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Folder for the results; a run that was broken off there is gone on with.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// What a column is called: id, conversation, role, sender, protected, time or text, as in
    /// text=body. May be given several times.
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = column)]
    column: Vec<(ArchiveField, String)>,
    /// Threads that assess. Default: one for each core.
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZeroUsize>,
    /// Rows that are assessed and written together: the more, the more memory, and the fewer files.
    #[arg(long, value_name = "NUMBER", default_value = "131072")]
    chunk_rows: NonZeroU32,
    /// Rows that may be unreadable; one more ends the run.
    #[arg(long, value_name = "NUMBER", default_value = "1000")]
    max_bad_rows: u64,
    /// End the run at the first unreadable row.
    #[arg(long, conflicts_with = "max_bad_rows")]
    strict: bool,
    /// In the transparency report, leave out counts below this number.
    #[arg(long, value_name = "NUMBER")]
    at_least: Option<u32>,
}

impl AuditArgs {
    fn columns(&self) -> ArchiveColumns {
        let mut columns = ArchiveColumns::default();
        for (field, name) in &self.column {
            columns.rename(*field, name);
        }
        columns
    }

    const fn bad_rows(&self) -> u64 {
        if self.strict { 0 } else { self.max_bad_rows }
    }
}

fn column(text: &str) -> Result<(ArchiveField, String), String> {
    let known =
        || ArchiveField::ALL.iter().map(|field| field.slug()).collect::<Vec<_>>().join(", ");
    let (field, name) = text.split_once('=').ok_or("write FIELD=COLUMN, such as text=body")?;
    match ArchiveField::from_slug(field) {
        Some(field) => Ok((field, name.to_owned())),
        None => Err(format!("there is no field `{field}`; there are {}", known())),
    }
}

/// Why an audit cannot be done or gone on with. Holds nothing of what a row says.
#[derive(Debug, Error)]
pub enum AuditError {
    #[error("{path}: not a kind of file that is read; there are .jsonl, .ndjson, .csv, .tsv and .parquet", path = .0.display())]
    Kind(PathBuf),
    #[error("no archive found; give .jsonl, .ndjson, .csv, .tsv or .parquet files")]
    NoFiles,
    #[error("{path}: {message}", path = .path.display())]
    File { path: PathBuf, message: String },
    #[error("{path}: there is no column `{column}`; `--column {field}=NAME` says what it is called", path = .path.display())]
    NoColumn { path: PathBuf, field: &'static str, column: String },
    #[error("{path}: row {row}: {kind}; {bad} rows are unreadable and {limit} may be (--max-bad-rows)", path = .path.display())]
    BadRows { path: PathBuf, row: u64, kind: himaya::import::ImportErrorKind, bad: u64, limit: u64 },
    #[error("{out} holds an audit that is finished; give another --out", out = .0.display())]
    Finished(PathBuf),
    #[error("{out} holds an audit begun with another {what}; go on as it was begun, or give another --out", out = .out.display())]
    Changed { out: PathBuf, what: &'static str },
    #[error("another process is auditing into {out}", out = .0.display())]
    InUse(PathBuf),
    #[error("{path}: the state of the audit: {message}; give another --out", path = .path.display())]
    State { path: PathBuf, message: String },
    #[error("{path}: a conversation in the state of the audit: {source}; give another --out", path = .path.display())]
    Conversation { path: PathBuf, source: ConversationError },
    #[error("{path} cannot be written: {message}", path = .path.display())]
    Part { path: PathBuf, message: String },
    #[error("a thread of the audit ended in a fault; the same command goes on where it was")]
    Thread,
}

pub fn run(args: &AuditArgs, settings: &Settings) -> Result<Outcome, Failure> {
    run::run(args, settings)
}
