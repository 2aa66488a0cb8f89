//! `himaya check`: chats, pictures and videos for people.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use himaya::conversation::Explanation;
use himaya::import::{
    Chat, chat_from_plain_text, chat_from_whatsapp, chats_from_jsonl, decode_text, is_whatsapp,
};
use himaya::intervention::HelpServices;
use himaya::{Action, Assessment, Guard, Thread};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use crate::input::{self, Input, Kind, Unreadable};
use crate::report::{Report, Speaking};
use crate::video::{self, CheckedVideo};
use crate::{Failure, Outcome, Settings};

/// From this many files on a progress bar is shown.
const PROGRESS_FROM: usize = 8;

#[derive(Args)]
pub struct CheckArgs {
    /// Chats (JSON Lines, WhatsApp's exported text, plain text), pictures (JPEG, PNG, WebP, GIF,
    /// BMP) and videos (MP4, WebM, AVI and others, by way of ffmpeg), or folders with such files.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print assessments as JSON Lines.
    #[arg(long)]
    json: bool,
    /// Print the text of messages in which something was found.
    #[arg(long)]
    show_text: bool,
    /// Show what adds up to the risk of each conversation.
    #[arg(long)]
    explain: bool,
    /// Name of the protected person in the chats; without, everybody's messages are looked at.
    #[arg(long, value_name = "NAME")]
    protected: Option<String>,
    /// Country by its two letters: also name one service there that helps.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// Frames of a video that are looked at, a second: 1 to 30.
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "4",
        value_parser = clap::value_parser!(u32).range(1..=30)
    )]
    frames_per_second: u32,
}

/// What one file turned out to be.
pub enum Checked {
    Chats(Vec<CheckedChat>),
    Picture(Box<Assessment>),
    Video(Box<CheckedVideo>),
}

/// A chat with an assessment for each of its messages.
pub struct CheckedChat {
    pub chat: Chat,
    pub assessments: Vec<Assessment>,
    /// By counterpart, where asked for: what adds up to the risk.
    pub explanations: BTreeMap<String, Explanation>,
}

/// Counts for the last line.
#[derive(Default)]
pub struct Totals {
    pub chats: usize,
    pub messages: usize,
    pub pictures: usize,
    pub videos: usize,
    pub found: usize,
    pub failed: usize,
    pub skipped: usize,
}

pub fn run(args: &CheckArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let guard = Arc::new(settings.guard()?);
    let messages = settings.messages()?;
    let mut totals = Totals::default();
    let inputs = input::collect(&args.paths);
    let progress = progress(inputs.len());
    let services = HelpServices::embedded()?;
    let speaking = Speaking {
        messages: &messages,
        addressee: settings.addressee(),
        help: args.country.as_deref().map(|country| (&services, country)),
    };
    let mut report = Report::new(speaking, guard.policy_table(), args.show_text);

    for found in inputs {
        progress.inc(1);
        let (path, checked) = match found {
            Ok(input) if input.kind == Kind::Other && !input.named => {
                totals.skipped += 1;
                continue;
            }
            Ok(input) => {
                let checked = check(&guard, &input, args);
                (input.path, checked)
            }
            Err(error) => (error.path, Err(Unreadable::message(&error.source))),
        };
        count(&mut totals, &checked);
        let printed = progress.suspend(|| {
            if args.json {
                print_json(&guard, &path, &checked)
            } else {
                report.file(&path, &checked)
            }
        });
        printed?;
    }
    progress.finish_and_clear();
    if !args.json {
        report.summary(&totals)?;
    }
    Ok(match &totals {
        Totals { failed: 1.., .. } => Outcome::Failed,
        Totals { found: 1.., .. } => Outcome::Found,
        _ => Outcome::Clear,
    })
}

/// A file's result.
pub type FileResult = Result<Checked, Unreadable>;

fn check(guard: &Arc<Guard>, input: &Input, args: &CheckArgs) -> FileResult {
    let video = || {
        let checked = video::check(guard, &input.path, args.frames_per_second)?;
        Ok(Checked::Video(Box::new(checked)))
    };
    if input.kind == Kind::Video {
        return video();
    }
    if input.kind == Kind::Picture {
        let assessment = input::assess_picture(guard, &input.path)?;
        return Ok(Checked::Picture(Box::new(assessment)));
    }
    let bytes = input::read_bounded(&input.path).map_err(|error| Unreadable::message(&error))?;
    if input.kind == Kind::Other && input::looks_like_picture(&bytes) {
        let assessment = input::assess_picture(guard, &input.path)?;
        return Ok(Checked::Picture(Box::new(assessment)));
    }
    if input.kind == Kind::Other && input::looks_like_video(&bytes) {
        return video();
    }
    let chats = chats(&bytes, input.kind).map_err(|error| Unreadable::message(&error))?;
    let checked = chats.into_iter().map(|chat| {
        let named = args.protected.as_deref().or(chat.protected.as_deref());
        let mut thread = Thread::new(guard, named);
        let messages = chat.messages.iter();
        let assessments = messages.map(|m| thread.observe(&m.from, m.time, &m.text)).collect();
        let people = chat.messages.iter().filter(|_| args.explain).map(|message| &message.from);
        let explained = people.filter_map(|name| Some((name.clone(), thread.explain(name)?)));
        CheckedChat { assessments, explanations: explained.collect(), chat }
    });
    Ok(Checked::Chats(checked.collect()))
}

/// Reads the chats of a file.
pub fn chats(bytes: &[u8], kind: Kind) -> Result<Vec<Chat>, String> {
    let (text, _) = decode_text(bytes);
    let json = kind == Kind::JsonLines || (kind == Kind::Other && text.starts_with('{'));
    let chats = if json {
        chats_from_jsonl(&text).map_err(|error| error.to_string())?
    } else if is_whatsapp(&text) {
        vec![chat_from_whatsapp(&text).map_err(|error| error.to_string())?]
    } else {
        vec![chat_from_plain_text(&text)]
    };
    if chats.iter().all(|chat| chat.messages.is_empty()) {
        return Err("no message found".to_owned());
    }
    Ok(chats)
}

fn count(totals: &mut Totals, checked: &FileResult) {
    let acts = |assessment: &Assessment| assessment.action != Action::Allow;
    match checked {
        Ok(Checked::Chats(chats)) => {
            for CheckedChat { assessments, .. } in chats {
                totals.chats += 1;
                totals.messages += assessments.len();
                totals.found += usize::from(assessments.iter().any(acts));
            }
        }
        Ok(Checked::Picture(assessment)) => {
            totals.pictures += 1;
            totals.found += usize::from(acts(assessment));
        }
        Ok(Checked::Video(video)) => {
            totals.videos += 1;
            totals.found += usize::from(acts(&video.assessment));
        }
        Err(_) => totals.failed += 1,
    }
}

fn print_json(guard: &Guard, path: &Path, checked: &FileResult) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let path = path.to_string_lossy();
    let mut line = |value: serde_json::Value| {
        serde_json::to_writer(&mut out, &value)?;
        out.write_all(b"\n")
    };
    match checked {
        Ok(Checked::Chats(chats)) => {
            for CheckedChat { chat, assessments, explanations } in chats {
                let mut value = json!({ "path": path, "id": chat.id, "assessments": assessments });
                if !explanations.is_empty()
                    && let Some(object) = value.as_object_mut()
                {
                    object.insert("explanations".to_owned(), json!(explanations));
                }
                line(value)?;
            }
            Ok(())
        }
        Ok(Checked::Picture(assessment)) => {
            line(json!({ "path": path, "assessments": [assessment] }))
        }
        Ok(Checked::Video(video)) => {
            let CheckedVideo { assessment, seen, counts, .. } = &**video;
            line(json!({
                "path": path, "assessments": [assessment], "seen": seen, "counts": counts,
            }))
        }
        Err(unreadable) => line(json!({
            "path": path,
            "error": { "message": unreadable.message },
            "assessments": [guard.assess_failure(unreadable.reason)],
        })),
    }
}

fn progress(files: usize) -> ProgressBar {
    if files < PROGRESS_FROM {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {eta} left");
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
