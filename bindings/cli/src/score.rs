//! `himaya score` and `himaya score-images`: JSON Lines for programs.

use std::io::{self, BufReader, Write};
use std::path::PathBuf;

use clap::Args;
use himaya::score::answer_lines;
use himaya::{Assessment, Category, Guard};
use serde_json::{Map, Value, json};

use crate::input::{self, Kind, Unreadable};
use crate::{Failure, Outcome, Settings};

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
    answer_lines(&guard, &mut input, &mut out)?;
    Ok(Outcome::Clear)
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
