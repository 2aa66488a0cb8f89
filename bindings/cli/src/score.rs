//! `himaya score` and `himaya score-images`: JSON Lines for programs.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;

use clap::Args;
use himaya::error::{ImportError, ImportErrorKind};
use himaya::import::{ScoreContent, parse_score_line};
use himaya::{Assessment, Category, Guard, Thread};
use serde_json::{Map, Value, json};

use crate::input::{self, Kind, Unreadable};
use crate::{Failure, Outcome, Settings};

/// Bytes that one line may have.
const MAX_LINE: usize = 64 << 20;

#[derive(Args)]
pub struct ScoreImagesArgs {
    /// Pictures, or folders with pictures.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

pub fn run(settings: &Settings) -> Result<Outcome, Failure> {
    let guard = settings.guard()?;
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        let read = (&mut input).take(MAX_LINE as u64 + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        number += 1;
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        let answer = if line.len() > MAX_LINE {
            skip_line(&mut input)?;
            let error = ImportError { line: 0, kind: ImportErrorKind::LineTooLong(MAX_LINE) };
            failure(None, number, &error)
        } else if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        } else {
            answer(&guard, &line, number)
        };
        serde_json::to_writer(&mut out, &answer).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
        // Whoever waits for an answer gets it; a file is answered in large pieces.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(Outcome::Clear)
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let rest = input.fill_buf()?;
        if rest.is_empty() {
            return Ok(());
        }
        let end = rest.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(rest.len(), |at| at + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn answer(guard: &Guard, line: &[u8], number: u64) -> Value {
    let line = parse_score_line(line);
    match line.content {
        Ok(content) => {
            let assessments = assess(guard, &content);
            json!({ "id": line.id.unwrap_or_else(|| number.into()), "assessments": assessments })
        }
        Err(error) => failure(line.id, number, &error),
    }
}

fn assess(guard: &Guard, content: &ScoreContent) -> Vec<Assessment> {
    match content {
        ScoreContent::Message(message) => vec![guard.assess_message(&message.text)],
        ScoreContent::Conversation(chat) => {
            let mut thread = Thread::new(guard, chat.protected.as_deref());
            let messages = chat.messages.iter();
            messages.map(|m| thread.observe(&m.from, m.time, &m.text)).collect()
        }
    }
}

fn failure(id: Option<Value>, number: u64, error: &ImportError) -> Value {
    let mut answer = Map::new();
    match id {
        Some(id) => answer.insert("id".to_owned(), id),
        None => answer.insert("line".to_owned(), number.into()),
    };
    let error = json!({ "code": error.code(), "message": error.to_string() });
    answer.insert("error".to_owned(), error);
    answer.into()
}

pub fn run_images(args: &ScoreImagesArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let guard = settings.guard()?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Clear;
    for found in input::collect(&args.paths) {
        let answer = match found {
            Ok(file) if file.kind != Kind::Picture && !file.named => continue,
            Ok(file) => {
                let path = file.path.to_string_lossy().into_owned();
                match input::assess_picture(&guard, &file.path) {
                    Ok(assessment) => picture(&path, &assessment),
                    Err(unreadable) => {
                        outcome = Outcome::Failed;
                        unread(&guard, &path, &unreadable)
                    }
                }
            }
            Err(error) => {
                outcome = Outcome::Failed;
                let path = error.path.to_string_lossy();
                unread(&guard, &path, &Unreadable::picture(&error.source))
            }
        };
        serde_json::to_writer(&mut out, &answer).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(outcome)
}

fn picture(path: &str, assessment: &Assessment) -> Value {
    let scores: Map<String, Value> = assessment
        .class_scores
        .iter()
        .map(|class| (class.class.to_string(), json!(class.score)))
        .collect();
    let of = |category| {
        let finding = assessment.findings.iter().find(|finding| finding.category == category);
        finding.map(|finding| finding.score)
    };
    let known = of(Category::KnownImage);
    // Of a known picture the risk is that it is one.
    let sensitive = known.map_or(Some(assessment.risk), |_| of(Category::SensitiveImage));
    let mut answer = json!({
        "path": path,
        "scores": scores,
        "sensitive": sensitive,
        "action": assessment.action,
        "status": assessment.status,
        "models": assessment.models,
    });
    if let (Some(known), Some(object)) = (known, answer.as_object_mut()) {
        object.insert("known_image".to_owned(), json!(known));
    }
    answer
}

fn unread(guard: &Guard, path: &str, unreadable: &Unreadable) -> Value {
    let assessment = guard.assess_failure(unreadable.reason);
    json!({
        "path": path,
        "action": assessment.action,
        "status": assessment.status,
        "status_reasons": assessment.status_reasons,
        "error": { "message": unreadable.message },
    })
}
