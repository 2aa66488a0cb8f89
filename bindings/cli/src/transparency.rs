//! `himaya transparency`: what ledgers counted, for people and programs.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use himaya::intervention::Messages;
use himaya::report::{
    Count, Epsilon, Ledger, LeniencyInForce, ReportRequest, Share, Sharing, Tally,
    TransparencyError, TransparencyReport, Week,
};

use crate::ledger::{OpenLedger, now};
use crate::{Failure, Outcome, Settings};

#[derive(Args)]
pub struct TransparencyArgs {
    /// Ledgers that `check --ledger` wrote, one a device.
    #[arg(required = true, value_name = "LEDGER")]
    paths: Vec<PathBuf>,
    /// First week, such as 2026-W45. Default: the first that something was counted in.
    #[arg(long, value_name = "WEEK")]
    from: Option<Week>,
    /// Last week.
    #[arg(long, value_name = "WEEK")]
    to: Option<Week>,
    /// Writes the report as one HTML page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
    /// Leave out counts below this number, so that nobody can be recognised.
    #[arg(long, value_name = "NUMBER", conflicts_with = "epsilon")]
    at_least: Option<u32>,
    /// Add noise to each device's counts before they are added up (differential privacy): 0.001
    /// to 10, 1 is usual. Needs a period that does not depend on the ledgers.
    #[arg(long, value_name = "NUMBER", value_parser = epsilon, requires_all = ["from", "to"])]
    epsilon: Option<Epsilon>,
    /// With noise: what the counts of one device may add up to at most.
    #[arg(long, value_name = "NUMBER", default_value = "50", requires = "epsilon")]
    bound_per_device: u32,
}

fn epsilon(text: &str) -> Result<Epsilon, String> {
    let number: f64 = text.parse().map_err(|_| "give a number from 0.001 to 10".to_owned())?;
    Epsilon::new(number).map_err(|error| error.to_string())
}

pub fn run(args: &TransparencyArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let messages = settings.messages()?;
    let report = report(args, settings)?;
    if let Some(path) = &args.html {
        let failed = |source| Failure::Save { path: path.clone(), source };
        fs::write(path, report.to_html()?).map_err(failed)?;
    }
    let mut out = anstream::stdout().lock();
    if args.json {
        writeln!(out, "{}", report.to_json())?;
    } else {
        print(&mut out, &report, &messages)?;
    }
    Ok(Outcome::Clear)
}

fn report(args: &TransparencyArgs, settings: &Settings) -> Result<TransparencyReport, Failure> {
    let rules = settings.policy()?.contest.unwrap_or_default();
    let opened = args.paths.iter().map(|path| Ok(OpenLedger::open_existing(path)?.ledger));
    let ledgers = opened.collect::<Result<Vec<Ledger>, Failure>>()?;
    let sharing = match (args.at_least, args.epsilon) {
        (_, Some(epsilon)) => Sharing::Noised { epsilon, bound_per_device: args.bound_per_device },
        (Some(threshold), None) => Sharing::AtLeast(threshold),
        (None, None) => Sharing::Exact,
    };
    let request = ReportRequest { from: args.from, to: args.to, language: &settings.lang, sharing };
    let ledgers: Vec<&Ledger> = ledgers.iter().collect();
    match TransparencyReport::of_ledgers(&ledgers, &rules, now(), &request) {
        Err(TransparencyError::NothingCounted) => Err(Failure::NothingCounted),
        report => Ok(report?),
    }
}

fn print(out: &mut impl Write, report: &TransparencyReport, messages: &Messages) -> io::Result<()> {
    let period = report.period;
    writeln!(out, "{} to {}, devices: {}", period.from, period.to, report.devices)?;
    let row = |out: &mut dyn Write, name: &str, tally: &Tally| {
        write!(out, "{name:40}")?;
        for count in Count::ALL.iter().filter(|count| tally.get(**count) != 0) {
            write!(out, " {count} {}", tally.get(*count))?;
        }
        writeln!(out)
    };
    row(out, "all", &report.counts.total)?;
    for (category, tally) in &report.counts.by_category {
        row(out, &messages.category(*category), tally)?;
    }
    for (language, tally) in &report.counts.by_language {
        row(out, &format!("found by rules in {language}"), tally)?;
    }
    if let Some(shares) = &report.shares {
        for (name, share) in [
            ("warned, of scanned", shares.warned),
            ("overridden, of warned", shares.overridden),
            ("contested, of warned", shares.contested),
            ("degraded or failed, of scanned", shares.errors),
        ] {
            if let Some(Share { share, low, high, .. }) = share {
                let [share, low, high] = [share, low, high].map(|part| 100.0 * part);
                writeln!(out, "{name:40} {share:.1} % [{low:.1}-{high:.1}]")?;
            }
        }
    }
    for LeniencyInForce { category, raise, devices } in report.leniency.iter().flatten() {
        let name = messages.category(*category);
        writeln!(out, "{name}: threshold raised by {raise:.2} on {devices} devices")?;
    }
    if let Some(privacy) = &report.differential_privacy {
        writeln!(
            out,
            "noise: epsilon {} a device, standard deviation {:.1} a count",
            privacy.epsilon.value(),
            privacy.standard_deviation
        )?;
    }
    if let Some(suppression) = &report.suppression {
        let left_out = suppression.cells.len();
        writeln!(out, "{left_out} counts below {} left out", suppression.threshold)?;
    }
    writeln!(out)?;
    report.methodology.paragraphs.iter().try_for_each(|text| writeln!(out, "{text}"))
}
