//! Ledgers in files, and `himaya contest`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use himaya::Assessment;
use himaya::policy::Leniency;
use himaya::report::{AssessmentId, ContestReason, Contested, Ledger};
use tempfile::NamedTempFile;

use crate::{Failure, Outcome, Settings, read};

#[derive(Args)]
pub struct ContestArgs {
    /// A ledger that `check --ledger` wrote.
    #[arg(value_name = "LEDGER")]
    path: PathBuf,
    /// The id of the assessment, 32 hex digits; without, all that can be contested are listed.
    #[arg(value_name = "ID", requires = "reason")]
    id: Option<AssessmentId>,
    /// Why: harmless, known_person, wrong_language or other.
    #[arg(long, value_name = "REASON", value_parser = reason)]
    reason: Option<ContestReason>,
}

fn reason(slug: &str) -> Result<ContestReason, String> {
    ContestReason::from_slug(slug).ok_or_else(|| {
        let known: Vec<&str> = ContestReason::ALL.iter().map(|reason| reason.slug()).collect();
        format!("give one of {}", known.join(", "))
    })
}

/// A ledger and the file that it is kept in.
pub struct OpenLedger {
    path: PathBuf,
    pub ledger: Ledger,
}

impl OpenLedger {
    /// Reads a ledger, or begins one where there is no file.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        if path.exists() {
            return Self::open_existing(path);
        }
        Ok(Self { path: path.to_owned(), ledger: Ledger::new() })
    }

    /// Reads a ledger.
    pub fn open_existing(path: &Path) -> Result<Self, Failure> {
        let path = path.to_owned();
        match Ledger::from_json(&read(&path)?) {
            Ok(ledger) => Ok(Self { path, ledger }),
            Err(source) => Err(Failure::Ledger { path, source }),
        }
    }

    pub fn record(&mut self, assessment: &Assessment) -> Result<(), Failure> {
        self.ledger.record(assessment, now())?;
        Ok(())
    }

    /// Writes the ledger as a whole or not at all.
    pub fn save(&self) -> Result<(), Failure> {
        let failed = |source| Failure::Save { path: self.path.clone(), source };
        let folder = match self.path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let write = || {
            let mut file = NamedTempFile::new_in(folder)?;
            file.write_all(self.ledger.to_json().as_bytes())?;
            file.as_file().sync_all()?;
            // A link stays a link.
            let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
            file.persist(path).map(|_| ()).map_err(io::Error::from)
        };
        write().map_err(failed)
    }
}

/// Milliseconds since 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

pub fn run(args: &ContestArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let messages = settings.messages()?;
    let mut open = OpenLedger::open_existing(&args.path)?;
    let rules = settings.policy()?.contest.unwrap_or_default();
    let mut out = anstream::stdout().lock();
    let (Some(id), Some(reason)) = (args.id, args.reason) else {
        for (id, categories, action) in open.ledger.recent() {
            let names: Vec<String> = categories.iter().map(|of| messages.category(*of)).collect();
            writeln!(out, "{id}  {action}  {}", names.join(", "))?;
        }
        return Ok(Outcome::Clear);
    };
    let contested = open.ledger.contest(id, reason, now(), &rules)?;
    open.save()?;
    let Contested { repeated, leniency, .. } = contested;
    writeln!(out, "{id}: {}", if repeated { "was contested before" } else { "contested" })?;
    if leniency.is_empty() {
        writeln!(out, "every threshold stays as strict as before")?;
    }
    for Leniency { category, raise } in leniency {
        writeln!(out, "{}: threshold raised by {raise:.2}", messages.category(category))?;
    }
    Ok(Outcome::Clear)
}
