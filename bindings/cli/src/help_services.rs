//! `himaya help-services`: whom to ask for help, and what a person must confirm before a release.

use std::io::{self, Write};
use std::path::PathBuf;

use anstyle::Style;
use clap::{Args, Subcommand};
use himaya::intervention::{HelpAudience, HelpQuery, HelpService, HelpServices, Messages, Reach};

use crate::options::one_of;
use crate::{Failure, Outcome, Settings, read};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct HelpServicesArgs {
    #[command(subcommand)]
    task: Option<HelpServicesTask>,
    /// Country by its two letters (ISO 3166-1), or INT.
    #[arg(long, value_name = "CC", required = true)]
    country: Option<String>,
    /// Whom the service is for.
    #[arg(
        long,
        value_name = "AUDIENCE",
        default_value = "child",
        value_parser = one_of(HelpAudience::ALL, HelpAudience::slug)
    )]
    audience: HelpAudience,
    /// A list of one's own in the form of models/help/services.toml, in place of ours for the
    /// countries and audiences in it.
    #[arg(long, value_name = "FILE")]
    services: Option<PathBuf>,
    /// Print JSON Lines.
    #[arg(long)]
    json: bool,
}

#[derive(Subcommand)]
enum HelpServicesTask {
    /// List what a person must confirm before a release, doubtful rows first.
    ToConfirm {
        /// Print JSON Lines.
        #[arg(long)]
        json: bool,
    },
}

pub fn run(args: &HelpServicesArgs, settings: &Settings) -> Result<Outcome, Failure> {
    if let Some(HelpServicesTask::ToConfirm { json }) = args.task {
        return to_confirm(json);
    }
    let mut services = HelpServices::embedded()?;
    if let Some(path) = &args.services {
        let failed = |source| Failure::HelpServices { path: path.clone(), source };
        services.replace(&read(path)?).map_err(failed)?;
    }
    let query = HelpQuery {
        country: args.country.as_deref().unwrap_or_default(),
        audience: args.audience,
        language: &settings.lang,
        age: None,
    };
    let found = services.lookup(&query);
    let mut out = anstream::stdout().lock();
    if args.json {
        return Ok(print_json(&mut out, &found)?);
    }
    // A service may speak a language in which Himaya itself says nothing.
    let messages = Messages::for_languages(&[&settings.lang]);
    writeln!(out, "{BOLD}{}{BOLD:#}", messages.get("help-title").unwrap_or_default())?;
    for service in &found {
        print(&mut out, &messages, service, "  ")?;
    }
    if found.is_empty() {
        writeln!(out, "  no {} service is known for this country", args.audience)?;
    }
    Ok(Outcome::Clear)
}

/// Prints a service for people: what was not confirmed says so, and shows its web address first.
pub fn print(
    out: &mut impl Write,
    messages: &Messages,
    service: &HelpService,
    indent: &str,
) -> io::Result<()> {
    writeln!(out, "{indent}{}", service.name)?;
    for way in service.reach() {
        let (Reach::Web(way) | Reach::Phone(way)) = way;
        writeln!(out, "{indent}  {BOLD}{way}{BOLD:#}")?;
    }
    if let Some(hours) = &service.hours {
        let title = messages.get("help-hours").unwrap_or_default();
        writeln!(out, "{indent}  {title}: {hours}")?;
    }
    let state = messages.verified(&service.verified).unwrap_or_default();
    writeln!(out, "{indent}  {DIM}{state}{DIM:#}")
}

fn print_json(out: &mut impl Write, services: &[&HelpService]) -> io::Result<Outcome> {
    for service in services {
        serde_json::to_writer(&mut *out, service)?;
        writeln!(out)?;
    }
    Ok(Outcome::Clear)
}

fn to_confirm(json: bool) -> Result<Outcome, Failure> {
    let services = HelpServices::embedded()?;
    let open = services.to_confirm();
    let mut out = anstream::stdout().lock();
    if json {
        return Ok(print_json(&mut out, &open)?);
    }
    for service in &open {
        let HelpService { id, name, phone, url, source_url, source_date, doubtful, .. } = service;
        let ways: Vec<&str> = phone.iter().chain(url).map(String::as_str).collect();
        writeln!(out, "{BOLD}{id}{BOLD:#}  {name}  {}", ways.join("  "))?;
        let date = source_date.as_ref().map(|date| format!("  ({date})")).unwrap_or_default();
        writeln!(out, "    {DIM}{source_url}{date}{DIM:#}")?;
        if let Some(doubt) = doubtful {
            writeln!(out, "    not shown: {doubt}")?;
        }
    }
    let doubtful = open.iter().filter(|service| service.doubtful.is_some()).count();
    let all = services.all().len();
    writeln!(out, "{} of {all} to confirm, {doubtful} of them doubtful and not shown", open.len())?;
    Ok(Outcome::Clear)
}
