//! `himaya lexicon`: tools for whoever writes rules.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use himaya::error::LexiconIssue;
use himaya::text::{Lexicon, LexiconSources, Rule};

use crate::{Failure, Outcome, Settings, read};

#[derive(Args)]
pub struct LexiconArgs {
    #[command(subcommand)]
    task: LexiconTask,
}

#[derive(Subcommand)]
enum LexiconTask {
    /// Compile rule files and try every example and counter-example in them.
    Check {
        /// Rule files; the embedded ones if none are given.
        files: Vec<PathBuf>,
    },
    /// Compile rule files to the artefact that an app loads.
    Compile {
        /// Rule files; the embedded ones if none are given.
        files: Vec<PathBuf>,
        /// Where to write it.
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
    /// Count rules by behaviour and language, as a Markdown table.
    Count,
    /// Show how a message is normalised and which rules fire.
    Explain {
        /// The message.
        text: String,
    },
}

pub fn run(args: &LexiconArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    match &args.task {
        LexiconTask::Check { files } => {
            let lexicon = if files.is_empty() {
                Lexicon::check(&Lexicon::embedded_sources()).map_err(Failure::Lexicon)?
            } else {
                with_files(files, embedded_version(), Lexicon::check)?
            };
            let languages = lexicon.languages().join(", ");
            let rules = lexicon.rules().len();
            writeln!(out, "{rules} rules hold, with all their examples ({languages})")?;
            Ok(Outcome::Clear)
        }
        LexiconTask::Compile { files, output } => {
            let bytes = if files.is_empty() {
                Lexicon::compile(&Lexicon::embedded_sources()).map_err(Failure::Lexicon)?
            } else {
                with_files(files, embedded_version(), Lexicon::compile)?
            };
            fs::write(output, &bytes)
                .map_err(|source| Failure::Save { path: output.clone(), source })?;
            writeln!(out, "{}: {} bytes", output.display(), bytes.len())?;
            Ok(Outcome::Clear)
        }
        LexiconTask::Count => {
            out.write_all(counted(&settings.rules()?).as_bytes())?;
            Ok(Outcome::Clear)
        }
        LexiconTask::Explain { text } => {
            let explanation = settings.rules()?.explain(text);
            writeln!(out, "read as  {}", explanation.normalized)?;
            for hit in &explanation.hits {
                let rule = &hit.rule;
                let behavior = subject(rule);
                let state = match (hit.guarded, rule.decisive) {
                    (true, _) => "silenced by a guard",
                    (false, true) => "decisive",
                    (false, false) => "signal",
                };
                writeln!(
                    out,
                    "{behavior}  {weight:.2}  severity {severity}  {state}\n    {rule}, from {direction}, source {source}\n    bytes {start}..{end}: {words}",
                    weight = rule.weight,
                    severity = rule.severity,
                    rule = rule.code,
                    direction = rule.direction,
                    source = rule.source,
                    start = hit.span.start,
                    end = hit.span.end,
                    words = text.get(hit.span.clone()).unwrap_or(""),
                )?;
            }
            let fired = explanation.hits.iter().any(|hit| !hit.guarded);
            if !fired {
                writeln!(out, "no rule fires")?;
            }
            Ok(if fired { Outcome::Found } else { Outcome::Clear })
        }
    }
}

/// What a rule points to: its behaviour, or its category if it has none.
fn subject(rule: &Rule) -> &'static str {
    rule.behavior.map_or_else(|| rule.category.slug(), |behavior| behavior.slug())
}

/// How many rules each language has for what.
fn counted(lexicon: &Lexicon) -> String {
    let languages = lexicon.languages();
    let mut rows: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for rule in lexicon.rules() {
        let language = rule.code.split('.').next().unwrap_or_default();
        let decisive = rule.decisive.then_some("*decisive*");
        for name in [Some(subject(rule)), decisive, Some("**all**")].into_iter().flatten() {
            *rows.entry(name).or_default().entry(language).or_default() += 1;
        }
    }
    let mut out = format!("| Rules | {} |\n|---|", languages.join(" | "));
    out.push_str(&"---|".repeat(languages.len()));
    for (name, counts) in &rows {
        let count = |language: &String| counts.get(language.as_str()).copied().unwrap_or(0);
        let cells: Vec<String> = languages.iter().map(|l| count(l).to_string()).collect();
        out.push_str(&format!("\n| {name} | {} |", cells.join(" | ")));
    }
    out + "\n"
}

/// Compiles rule files given by path.
pub fn from_files(paths: &[PathBuf]) -> Result<Lexicon, Failure> {
    with_files(paths, embedded_version(), Lexicon::from_sources)
}

fn embedded_version() -> &'static str {
    Lexicon::embedded_sources().version
}

/// A `sources.toml` beside the first file is its bibliography; else the embedded one is.
pub fn with_files<T>(
    paths: &[PathBuf],
    version: &str,
    work: impl Fn(&LexiconSources<'_>) -> Result<T, Vec<LexiconIssue>>,
) -> Result<T, Failure> {
    let embedded = Lexicon::embedded_sources();
    let mut files = Vec::new();
    for path in paths {
        files.push((path.display().to_string(), read(path)?));
    }
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let beside = paths.first().and_then(|path| path.parent()).map(|dir| dir.join("sources.toml"));
    let own = beside.and_then(|path| {
        let text = fs::read_to_string(&path).ok()?;
        Some((path.display().to_string(), text))
    });
    let bibliography = match &own {
        Some((name, text)) => (name.as_str(), text.as_str()),
        None => embedded.bibliography,
    };
    let sources = LexiconSources { version, bibliography, files: &files };
    work(&sources).map_err(Failure::Lexicon)
}

/// All issues, a line each.
pub fn listed(issues: &[LexiconIssue]) -> String {
    let lines: Vec<String> = issues.iter().map(ToString::to_string).collect();
    format!("{}\n{} problems in the rule files", lines.join("\n"), issues.len())
}
