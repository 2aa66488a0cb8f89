//! The end of an audit: the ledger, the transparency report, the summary, which says that it is
//! finished.

use std::io::{self, Write};
use std::path::Path;

use himaya::report::{Ledger, ReportRequest, Sharing, TransparencyError, TransparencyReport};
use serde_json::json;

use super::AuditArgs;
use super::output::whole;
use super::state::{self, Progress, Setup};
use crate::{Failure, Settings};

const SUMMARY: &str = "summary.json";

pub fn is_finished(folder: &Path) -> bool {
    folder.join(SUMMARY).exists()
}

/// Writes what is written once, and says what came of it.
pub fn finish(
    args: &AuditArgs,
    settings: &Settings,
    setup: &Setup,
    progress: &Progress,
    ledger: &Ledger,
) -> Result<(), Failure> {
    let file = |name: &str, text: &str| {
        whole(&args.out.join(name), |mut file| Ok(file.write_all(text.as_bytes())?))
    };
    file("ledger.json", &ledger.to_json())?;
    let rules = settings.policy()?.contest.unwrap_or_default();
    let sharing = args.at_least.map_or(Sharing::Exact, Sharing::AtLeast);
    let request = ReportRequest { from: None, to: None, language: &settings.lang, sharing };
    match TransparencyReport::of_ledgers(&[ledger], &rules, progress.begun, &request) {
        Ok(report) => {
            file("transparency.json", &report.to_json())?;
            file("transparency.html", &report.to_html()?)?;
        }
        Err(TransparencyError::NothingCounted) => {}
        Err(error) => return Err(error.into()),
    }
    let summary = json!({
        "schema_version": 1,
        "himaya_version": setup.himaya,
        "ruleset_version": setup.rules,
        "text_model": setup.classifier,
        "files": setup.files.iter().zip(&progress.files_done).map(|(file, rows)| json!({
            "path": file.path.display().to_string(), "bytes": file.bytes, "rows": rows,
        })).collect::<Vec<_>>(),
        "rows": progress.rows,
        "assessed": progress.assessed,
        "conversations": progress.conversations,
        "unreadable": progress.bad,
        "by_action": progress.by_action,
        "by_category": progress.by_category,
        "by_status": progress.by_status,
    });
    let text = serde_json::to_string_pretty(&summary).map_err(io::Error::from)?;
    file(SUMMARY, &(text + "\n"))?;
    Ok(print(progress)?)
}

/// Removes where conversations stand: nobody needs it any more.
pub fn clear(folder: &Path) -> Result<(), Failure> {
    state::remove(folder).map_err(|source| Failure::Save { path: folder.to_owned(), source })
}

fn print(progress: &Progress) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    writeln!(
        out,
        "{} messages of {} conversations assessed, {} rows unreadable",
        progress.assessed,
        progress.conversations,
        progress.bad_rows()
    )?;
    for (what, counts) in [
        ("action", &progress.by_action),
        ("category", &progress.by_category),
        ("status", &progress.by_status),
        ("unreadable", &progress.bad),
    ] {
        for (name, count) in counts {
            writeln!(out, "{what:12} {name:20} {count}")?;
        }
    }
    Ok(())
}
