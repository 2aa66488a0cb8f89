//! `himaya digest`: what a guardian would learn of chats.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use himaya::Thread;
use himaya::import::Chat;
use himaya::intervention::{DelayHours, DigestBuilder};

use crate::input;
use crate::options::HowMuch;
use crate::{Failure, Outcome, Settings, check, report};

const HOUR_MS: i64 = 3_600_000;

#[derive(Args)]
pub struct DigestArgs {
    /// Chats whose messages have times (JSON Lines, WhatsApp's exported text), or folders with
    /// such files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Name of the protected person in the chats; without, everybody's messages are looked at.
    #[arg(long, value_name = "NAME")]
    protected: Option<String>,
    #[command(flatten)]
    how_much: HowMuch,
    /// Hold back what a young person may tell first, as the policy's delays for the age say.
    #[arg(long)]
    delay: bool,
    /// Hours behind the last message at which the digest is made.
    #[arg(long, value_name = "HOURS", default_value = "0")]
    after: u32,
    /// Print the digest as JSON.
    #[arg(long)]
    json: bool,
}

/// A chat that counts its times from its own beginning, and not from 1970, ends before this.
const DATED: i64 = 30 * 365 * 24 * HOUR_MS;

pub fn run(args: &DigestArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let guard = Arc::new(settings.guard()?);
    let messages = settings.messages()?;
    let hours = guard.policy().delay.hours(settings.age_band);
    let mut builder = DigestBuilder::new(if args.delay { hours } else { DelayHours::NONE });
    let (chats, failed) = read(&args.paths);
    let last = chats.iter().filter_map(end).max().unwrap_or(0);
    for chat in &chats {
        let named = args.protected.as_deref().or(chat.protected.as_deref());
        let mut thread = Thread::new(&guard, named);
        let shift =
            end(chat).filter(|end| *end < DATED && last >= DATED).map_or(0, |end| last - end);
        for message in &chat.messages {
            let assessment = thread.observe(&message.from, message.time, &message.text);
            if let Some(time) = message.time {
                builder.record(&assessment, time.saturating_add(shift));
            }
        }
    }
    let until = last.saturating_add(i64::from(args.after) * HOUR_MS);
    let digest = builder.digest(until);
    let mut out = anstream::stdout().lock();
    if args.json {
        serde_json::to_writer(&mut out, &digest).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        writeln!(out, "{}", digest.to_text(&messages, &settings.addressee(), args.how_much.level))?;
    }
    Ok(match () {
        () if failed => Outcome::Failed,
        () if digest.items.is_empty() => Outcome::Clear,
        () => Outcome::Found,
    })
}

/// The chats of all files, and whether one could not be read.
fn read(paths: &[PathBuf]) -> (Vec<Chat>, bool) {
    let (mut all, mut failed) = (Vec::new(), false);
    for found in input::collect(paths) {
        let (path, chats) = match found {
            Ok(file) if !file.named && !file.kind.is_chat() => continue,
            Ok(file) => {
                let read = input::read_bounded(&file.path).map_err(|error| error.to_string());
                let chats = read.and_then(|bytes| check::chats(&bytes, file.kind));
                (file.path, chats)
            }
            Err(error) => (error.path, Err(error.source.to_string())),
        };
        match chats {
            Ok(chats) => {
                remark(&path, &chats);
                all.extend(chats);
            }
            Err(message) => {
                failed = true;
                report::error(&format!("{}: {message}", path.display()));
            }
        }
    }
    (all, failed)
}

/// What a reader of the digest should know of a file's times.
fn remark(path: &Path, chats: &[Chat]) {
    let path = path.display();
    let messages = || chats.iter().flat_map(|chat| &chat.messages);
    let untimed = messages().filter(|message| message.time.is_none()).count();
    if untimed > 0 {
        report::note(&format!("{path}: {untimed} messages have no time and are not in the digest"));
    }
    if chats.iter().filter_map(end).any(|end| end < DATED) {
        report::note(&format!(
            "{path}: its times have no date; beside dated chats it is taken to end with the latest"
        ));
    }
}

/// When a chat ends.
fn end(chat: &Chat) -> Option<i64> {
    chat.messages.iter().filter_map(|message| message.time).max()
}
