//! An audit from its first row or from where a former run ended, to its last.

use std::collections::VecDeque;
use std::fs;
use std::io::Write;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use himaya::Guard;

use super::chunk::{Chunk, Row, key};
use super::commit;
use super::finish;
use super::output::Output;
use super::progress::Meter;
use super::source::{self, Archive, InputFile, Read};
use super::state::{Progress, Setup, State};
use super::work::{Done, Kept, Workers};
use super::{AuditArgs, AuditError};
use crate::ledger::now;
use crate::{Failure, Outcome, Settings};

/// Unreadable rows that are shown one by one.
const SHOWN: u64 = 10;

pub fn run(args: &AuditArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let files = source::files(&args.paths)?;
    let guard = settings.guard()?;
    guard.load_text_model().map_err(Failure::TextNetwork)?;
    fs::create_dir_all(&args.out)
        .map_err(|source| Failure::Save { path: args.out.clone(), source })?;
    if finish::is_finished(&args.out) {
        return Err(AuditError::Finished(args.out.clone()).into());
    }
    let columns = args.columns();
    let setup = Setup::new(files, &columns, &guard, args, settings)?;
    let (state, known) = State::open(&args.out, &setup)?;
    let progress = match state.progress()? {
        Some(progress) => progress,
        None => Progress { begun: now(), ..Progress::default() },
    };
    if known && progress.rows > 0 {
        writeln!(anstream::stderr().lock(), "going on behind row {}", progress.rows)?;
    }
    let output = Output::new(&args.out, &setup)?;
    let archive = Archive::new(setup.files.clone(), columns);
    let audit = Audit { args, guard: &guard, state: &state, output: &output };
    audit.assess(archive, &setup.files, progress)?;

    let progress = state.progress()?.unwrap_or_default();
    finish::finish(args, settings, &setup, &progress, &state.ledger()?)?;
    drop(state);
    finish::clear(&args.out)?;
    Ok(if progress.bad_rows() == 0 { Outcome::Clear } else { Outcome::Found })
}

struct Audit<'a> {
    args: &'a AuditArgs,
    guard: &'a Guard,
    state: &'a State,
    output: &'a Output,
}

impl Audit<'_> {
    /// Assesses all rows behind those that are done.
    fn assess(
        &self,
        mut archive: Archive,
        files: &[InputFile],
        progress: Progress,
    ) -> Result<(), AuditError> {
        let threads = self.args.threads.or_else(|| thread::available_parallelism().ok());
        let threads = threads.map_or(1, NonZeroUsize::get);
        let workers = Workers::new(self.guard, self.state, threads, progress.begun);
        self.take_up(&mut archive, &workers, &progress)?;

        let kept = AtomicU64::new(progress.chunks);
        let bytes = files.iter().map(|file| file.bytes).sum();
        let mut meter = Meter::new(bytes, progress.rows, progress.bytes);
        let (first, bad) = (progress.chunks, progress.bad_rows());
        let (read, chunks) = sync_channel(0);
        let (done, to_keep) = sync_channel(1);
        let ledger = self.state.ledger()?;
        let outcome = thread::scope(|scope| {
            let (kept, meter) = (&kept, &mut meter);
            let reader = scope.spawn(move || self.read(archive, first, bad, files, read));
            let keeper = scope.spawn(move || {
                let (output, state) = (self.output, self.state);
                commit::keep(&to_keep, output, state, progress, ledger, kept, meter)
            });
            let worked = work(&workers, &chunks, kept, done);
            // Its end lets the reader go, where work ended before the archive did.
            drop(chunks);
            let read = reader.join().unwrap_or(Err(AuditError::Thread));
            let keep = keeper.join().unwrap_or(Err(AuditError::Thread));
            worked.and(keep).and(read)
        });
        meter.finish();
        outcome
    }

    /// Goes through what a former run read, for what is not stored of it.
    fn take_up(
        &self,
        archive: &mut Archive,
        workers: &Workers<'_>,
        progress: &Progress,
    ) -> Result<(), AuditError> {
        let recent = self.state.recent()?;
        workers.take_up(&recent)?;
        let first = recent.iter().map(|(_, row)| *row).min().unwrap_or(progress.rows);
        archive.skip_files(&progress.files_done, first.min(progress.rows));
        while archive.rows_read() < progress.rows {
            let place = archive.rows_read();
            let Some((file, Read { number, row })) = archive.next()? else {
                break;
            };
            if let Ok(row) = row
                && place >= first
            {
                let key = key(&row.conversation);
                workers.remind(place, &Row { file, number, key, row });
            }
        }
        Ok(())
    }

    /// Reads chunks, as many unreadable rows as there may be.
    fn read(
        &self,
        mut archive: Archive,
        first: u64,
        mut bad: u64,
        files: &[InputFile],
        chunks: SyncSender<Chunk>,
    ) -> Result<(), AuditError> {
        let (max, limit) = (self.args.chunk_rows.get() as usize, self.args.bad_rows());
        for number in first.. {
            let Some(chunk) = archive.chunk(number, max)? else {
                break;
            };
            for row in &chunk.bad {
                bad += 1;
                let Some(file) = files.get(row.file as usize) else {
                    continue;
                };
                if bad > limit {
                    return Err(AuditError::BadRows {
                        path: file.path.clone(),
                        row: row.number,
                        kind: row.kind.clone(),
                        bad,
                        limit,
                    });
                }
                if bad <= SHOWN {
                    let (path, number, kind) = (file.path.display(), row.number, &row.kind);
                    let _ = writeln!(anstream::stderr().lock(), "{path}: row {number}: {kind}");
                }
            }
            if chunks.send(chunk).is_err() {
                break;
            }
        }
        Ok(())
    }
}

/// Assesses chunks while the ones before are being kept.
fn work(
    workers: &Workers<'_>,
    chunks: &Receiver<Chunk>,
    kept: &AtomicU64,
    done: SyncSender<Done>,
) -> Result<(), AuditError> {
    let mut numbers: VecDeque<u64> = VecDeque::new();
    let mut unsaved: VecDeque<Kept> = VecDeque::new();
    for chunk in chunks {
        let saved = kept.load(Ordering::Acquire);
        while numbers.front().is_some_and(|number| *number < saved) {
            numbers.pop_front();
            unsaved.pop_front();
        }
        let number = chunk.number;
        let came = workers.assess(chunk, &unsaved)?;
        numbers.push_back(number);
        unsaved.push_back(Kept::clone(&came.states));
        if done.send(came).is_err() {
            break;
        }
    }
    Ok(())
}
