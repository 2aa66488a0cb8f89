//! `himaya eval`: how often the text filter is right, by language, and how it bears tricks.

mod conversations;
mod data;
mod fairness;
mod html;
mod measure;
mod metrics;
mod sweep;
mod tables;
mod tricks;

use std::io::Write;
use std::path::PathBuf;
use std::{fs, io};

use clap::Args;
use himaya::Guard;
use serde::Serialize;

use crate::{Failure, Outcome, Settings};
use sweep::{Scored, Sweep, Words};

/// What the page of thresholds says of messages.
const WORDS: Words = Words {
    title: "Himaya: what a threshold does to messages",
    unit: "messages",
    risky: "with an indicator",
    threshold: "Strength of a message's strongest finding, from which on it counts",
    group: "behaviour",
    note: "A policy asks for this strength where a finding stands by itself (bullying, distress, personal details); for grooming, sextortion and coercion it asks for the risk of the conversation: `himaya eval --conversations --sweep`. All messages were written for this project or are public chat; yours differ: measure a sample of them, and replay an archive with `himaya audit`.",
};

#[derive(Args)]
pub struct EvalArgs {
    /// Labelled messages: JSON Lines files, or folders of them. May be given several times.
    #[arg(long = "messages", value_name = "PATH", default_values = ["tests/accuracy/heldout", "tests/accuracy/messages"])]
    messages: Vec<PathBuf>,
    /// Ordinary chat: a folder of .txt (a message a line) and .jsonl ({"messages":[{"text"}]})
    /// files named `<source>.<lang>.<ending>`. Left out if there is no such folder.
    #[arg(long, value_name = "FOLDER", default_value = "../shared/data/benign")]
    ordinary: PathBuf,
    /// Messages with slots for names, nationalities and religions, and spellings of one message.
    #[arg(long, value_name = "FOLDER", default_value = "tests/accuracy/fairness")]
    fairness: PathBuf,
    /// Writes everything measured as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes everything measured as one HTML page with plots.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Writes a page on which a threshold is moved, and recall, false alarms and the alerts of a
    /// day are read off.
    #[arg(long, value_name = "FILE")]
    sweep: Option<PathBuf>,
    /// Measures conversations in place of single messages.
    #[arg(long)]
    conversations: bool,
    /// Labelled conversations: JSON Lines files, or folders of them. May be given several times.
    /// Default: blind-, fresh- and heldout-conversations, and conversations, in tests/accuracy.
    #[arg(long = "set", value_name = "PATH", requires = "conversations")]
    sets: Vec<PathBuf>,
    /// Writes how present everything is that counts in a conversation, after each message.
    #[arg(long, value_name = "FILE", requires = "conversations")]
    trace: Option<PathBuf>,
    /// Lists what was judged wrongly, of the sets whose folder or file is named so.
    #[arg(long, value_name = "SET")]
    show_errors: Option<String>,
}

/// Everything measured in one run.
#[derive(Serialize)]
struct Evaluation {
    schema_version: u32,
    himaya_version: &'static str,
    ruleset_version: String,
    /// Name, version and digest of the classifier, if one took part.
    text_model: Option<String>,
    /// From this score on a message counts as signalled.
    signal_at: f32,
    sets: Vec<measure::SetResult>,
    ordinary: Vec<measure::OrdinaryResult>,
    fairness: Vec<fairness::FairnessResult>,
    /// Median time of one message of ordinary chat, in microseconds.
    median_microseconds: Option<f64>,
}

pub fn run(args: &EvalArgs, settings: &Settings) -> Result<Outcome, Failure> {
    if args.conversations {
        return conversations::run(args, settings);
    }
    let guard = settings.guard()?;
    let mut sets = Vec::new();
    for path in &args.messages {
        let set = data::read_set(path)?;
        let shown = args.show_errors.as_deref() == Some(set.name.as_str());
        sets.push(measure::set(&guard, &set, shown)?);
    }
    let mut ordinary = Vec::new();
    let mut times = Vec::new();
    for file in data::ordinary_files(&args.ordinary)? {
        ordinary.push(measure::ordinary(&guard, &file, &mut times));
    }
    let mut evaluation = Evaluation {
        schema_version: 1,
        himaya_version: env!("CARGO_PKG_VERSION"),
        ruleset_version: guard.lexicon().version().to_owned(),
        text_model: classifier(&guard),
        signal_at: measure::SIGNAL,
        sets,
        ordinary,
        fairness: fairness::measure(&guard, &args.fairness)?,
        median_microseconds: metrics::median(&mut times),
    };
    args.write(&evaluation, || html::page(&evaluation), &tables::markdown(&evaluation))?;
    args.write_sweep(|| {
        let rules = guard.lexicon().version();
        let mut sweep = Sweep::new(WORDS, rules, evaluation.text_model.as_deref());
        for set in &evaluation.sets {
            sweep.add(&set.name, &set.scored);
        }
        let ordinary = evaluation.ordinary.iter_mut().map(|file| std::mem::take(&mut file.scored));
        let ordinary: Vec<Scored> = ordinary.flatten().collect();
        if !ordinary.is_empty() {
            sweep.add("ordinary chat", &ordinary);
        }
        sweep
    })
}

impl EvalArgs {
    /// Writes the page of thresholds, if it was asked for.
    fn write_sweep(&self, sweep: impl FnOnce() -> Sweep) -> Result<Outcome, Failure> {
        if let Some(path) = &self.sweep {
            let failed = |source| Failure::Save { path: path.clone(), source };
            fs::write(path, sweep().page()?).map_err(failed)?;
        }
        Ok(Outcome::Clear)
    }

    /// Writes what was measured to where it was asked for, and prints the tables.
    fn write(
        &self,
        evaluation: &impl Serialize,
        page: impl Fn() -> String,
        tables: &str,
    ) -> Result<Outcome, Failure> {
        let save = |path: &PathBuf, text: String| {
            fs::write(path, text).map_err(|source| Failure::Save { path: path.clone(), source })
        };
        if let Some(path) = &self.json {
            let text = serde_json::to_string_pretty(evaluation).map_err(io::Error::from)?;
            save(path, text + "\n")?;
        }
        if let Some(path) = &self.html {
            save(path, page())?;
        }
        anstream::stdout().lock().write_all(tables.as_bytes())?;
        Ok(Outcome::Clear)
    }
}

/// Name, version and digest of the classifier, if there is one.
fn classifier(guard: &Guard) -> Option<String> {
    guard.assess_message("").models.first().map(|model| {
        let digest = model.sha256.get(..12).unwrap_or(&model.sha256);
        format!("{} {}+{digest}", model.name, model.version)
    })
}
