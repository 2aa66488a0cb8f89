//! Keeping what came of chunks, on a thread of its own, one after the other.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Receiver;

use himaya::report::Ledger;

use super::AuditError;
use super::chunk::Row;
use super::output::Output;
use super::progress::Meter;
use super::state::{Progress, State};
use super::work::{Assessed, Done};

/// Writes each chunk's part of the table, then where everything stands. Killed in between, a run
/// writes that part again, the same.
pub fn keep(
    chunks: &Receiver<Done>,
    output: &Output,
    state: &State,
    mut progress: Progress,
    mut ledger: Ledger,
    kept: &AtomicU64,
    meter: &mut Meter,
) -> Result<(), AuditError> {
    for done in chunks {
        let Done { mut chunk, assessed, states, recent, ledger: counted } = done;
        // Not needed any more, and most of the memory.
        for Row { row, .. } in &mut chunk.rows {
            row.text = String::new();
        }
        output.write(&chunk, &assessed)?;
        ledger.merge(&counted);
        progress.chunks = chunk.number + 1;
        progress.rows = chunk.end;
        progress.assessed += chunk.rows.len() as u64;
        for bad in &chunk.bad {
            add(&mut progress.bad, bad.kind.code(), 1);
        }
        count(&mut progress, &assessed);
        progress.files_done.clone_from(&chunk.files_done);
        progress.bytes = chunk.bytes;
        let mut sorted: Vec<_> = states.iter().flatten().collect();
        sorted.sort_unstable_by_key(|(key, _)| **key);
        state.keep(sorted.into_iter(), &recent, &mut progress, &ledger)?;
        kept.store(progress.chunks, Ordering::Release);
        meter.show(progress.rows, progress.bytes);
    }
    Ok(())
}

fn count(progress: &mut Progress, assessed: &[Assessed]) {
    for row in assessed {
        add(&mut progress.by_action, row.action.slug(), 1);
        add(&mut progress.by_status, row.status.slug(), 1);
        for finding in &row.findings {
            add(&mut progress.by_category, finding.category.slug(), 1);
        }
    }
}

fn add(counts: &mut BTreeMap<String, u64>, name: &str, by: u64) {
    match counts.get_mut(name) {
        Some(count) => *count += by,
        None => {
            counts.insert(name.to_owned(), by);
        }
    }
}
