//! `himaya assess`: how a service stands by frameworks of safety by design.

mod html;
mod text;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use himaya::assess::{Questionnaire, SafetyAssessment};

use crate::{Failure, Outcome, Settings, read};

#[derive(Args)]
pub struct AssessArgs {
    /// Answers about the service, in the form of --template.
    #[arg(required_unless_present = "template")]
    questionnaire: Option<PathBuf>,
    /// Prints an empty questionnaire with every question.
    #[arg(long, conflicts_with_all = ["questionnaire", "json", "html", "all"])]
    template: bool,
    /// Prints JSON (docs/schemas/safety-assessment.schema.json).
    #[arg(long)]
    json: bool,
    /// Writes the report as one HTML page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Shows the details of points that are met or do not apply, too.
    #[arg(long)]
    all: bool,
}

pub fn run(args: &AssessArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    let Some(path) = args.questionnaire.as_ref().filter(|_| !args.template) else {
        out.write_all(Questionnaire::template()?.as_bytes())?;
        return Ok(Outcome::Clear);
    };
    let questionnaire = Questionnaire::from_toml(&read(path)?)
        .map_err(|source| Failure::Questionnaire { path: path.clone(), source })?;
    let policy = settings.policy()?;
    let report = SafetyAssessment::evaluate(&policy, settings.lock()?.as_ref(), &questionnaire)?;
    if let Some(path) = &args.html {
        fs::write(path, html::page(&report))
            .map_err(|source| Failure::Save { path: path.clone(), source })?;
    }
    if args.json {
        serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        text::report(&mut out, &report, args.all)?;
    }
    let lacking = report.frameworks.iter().any(|f| f.counts.gap + f.counts.partly > 0);
    Ok(if lacking { Outcome::Found } else { Outcome::Clear })
}
