//! Himaya beside two profanity filters, on the same messages in one run: time and what is
//! flagged. `tests/benchmarks/peers/run` installs the one from npm and starts this.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "benchmarks")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use himaya::{Action, Guard};
use himaya_tests::root;
use rustrict::CensorStr;
use serde::Deserialize;
use serde_json::Value;

/// From this score on a message counts as signalled.
const SIGNAL: f32 = 0.5;

/// Messages of one kind.
struct Messages {
    name: &'static str,
    texts: Vec<String>,
}

/// What one filter said to each message, and the time of each in microseconds.
#[derive(Deserialize)]
struct Answers {
    flagged: Vec<bool>,
    microseconds: Vec<f64>,
}

fn main() {
    let guard = Guard::builder().build().unwrap();
    let signals = |text: &str| {
        let findings = guard.assess_message(text).findings;
        findings.iter().any(|finding| finding.score >= SIGNAL)
    };
    let warns = |text: &str| guard.assess_message(text).action != Action::Allow;
    println!("| Filter | Messages | Flagged | a 1,000 | Median, µs |");
    println!("|---|---|---|---|---|");
    for messages in kinds() {
        let row = |filter: &str, answers: Option<Answers>| match answers {
            Some(answers) => report(filter, messages.name, answers),
            None => println!("| {filter} | {} | not installed | – | – |", messages.name),
        };
        row("Himaya, signals", Some(time(&messages.texts, signals)));
        row("Himaya, warnings", Some(time(&messages.texts, warns)));
        row("rustrict 0.7", Some(time(&messages.texts, |text| text.is_inappropriate())));
        row("obscenity 0.4 (Node)", obscenity(&messages.texts));
    }
}

fn time(texts: &[String], flags: impl Fn(&str) -> bool) -> Answers {
    texts.iter().take(2000).for_each(|text| {
        std::hint::black_box(flags(text));
    });
    let mut answers = Answers { flagged: Vec::new(), microseconds: Vec::new() };
    for text in texts {
        let begun = Instant::now();
        answers.flagged.push(flags(text));
        answers.microseconds.push(begun.elapsed().as_secs_f64() * 1e6);
    }
    answers
}

fn report(filter: &str, messages: &str, mut answers: Answers) {
    answers.microseconds.sort_by(f64::total_cmp);
    let of = answers.flagged.len();
    let flagged = answers.flagged.iter().filter(|flagged| **flagged).count();
    let median = answers.microseconds.get(of / 2).copied().unwrap_or_default();
    let share = 1000.0 * flagged as f64 / of.max(1) as f64;
    println!("| {filter} | {messages} | {flagged} of {of} | {share:.1} | {median:.2} |");
}

/// What `obscenity` says, if it is installed.
fn obscenity(texts: &[String]) -> Option<Answers> {
    let folder = PathBuf::from(env::var_os("HIMAYA_PEERS")?);
    let mut node = Command::new("node")
        .arg(folder.join("obscenity.mjs"))
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    node.stdin.take().unwrap().write_all(&serde_json::to_vec(texts).unwrap()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "obscenity.mjs failed");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

fn kinds() -> Vec<Messages> {
    let mut kinds = Vec::new();
    if let Some(folder) = env::var_os("HIMAYA_ORDINARY").map(PathBuf::from) {
        let english = |path: &Path| path.to_string_lossy().contains(".en.");
        kinds.push(Messages { name: "ordinary chat, English", texts: chat(&folder, english) });
        let others = chat(&folder, |path| !english(path));
        kinds.push(Messages { name: "ordinary chat, other languages", texts: others });
    }
    for (name, label) in [
        ("hard negatives, English", "hard_negative"),
        ("indicators of the other side, English", "indicator"),
    ] {
        let text = fs::read_to_string(root().join("tests/accuracy/heldout/en.jsonl")).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let wanted = |m: &Value| m["label"] == *label && m["direction"] != *"protected";
        kinds.push(Messages { name, texts: lines.filter(wanted).map(|m| said(&m)).collect() });
    }
    kinds
}

/// The messages of a folder's files: a message a line, or dialogues as JSON Lines.
fn chat(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| wanted(path))
        .collect();
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        if path.extension().is_some_and(|ending| ending == "jsonl") {
            for line in text.lines() {
                let dialog: Value = serde_json::from_str(line).unwrap();
                texts.extend(dialog["messages"].as_array().into_iter().flatten().map(said));
            }
        } else {
            texts.extend(text.lines().map(str::to_owned));
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}

fn said(message: &Value) -> String {
    message["text"].as_str().unwrap_or_default().to_owned()
}
