//! `himaya policy`: what a policy says, whether it holds, and what changes from one to another.

use std::io::Write;
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Color, Style};
use clap::{Args, Subcommand};
use himaya::policy::{
    LockedBy, Policy, PolicyDiff, PolicyLock, PolicyRow, Preset, Shift, Threshold,
};
use himaya::{AgeBand, Category};

use crate::{Failure, Outcome, read};

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();

#[derive(Args)]
pub struct PolicyArgs {
    #[command(subcommand)]
    task: PolicyTask,
}

#[derive(Subcommand)]
enum PolicyTask {
    /// Show what a policy does, for which ages and why.
    Show {
        /// child, teen, adult, school, or a policy file (TOML; JSON if it ends in .json).
        #[arg(value_name = "POLICY", default_value = "child")]
        policy: String,
        /// Print the JSON form.
        #[arg(long)]
        json: bool,
    },
    /// Verify policy files, and say what may not be meant.
    ///
    /// Exit status: 0 all hold, 1 there are concerns, 2 one cannot be used.
    Check {
        /// Presets or policy files; all presets if none are given.
        #[arg(value_name = "POLICY")]
        policies: Vec<String>,
        /// Ages to check it for; may be given several times. The ages that its rows name or, if
        /// they name none, all.
        #[arg(long, value_name = "BAND")]
        ages: Vec<AgeBand>,
        /// Also whether it is the policy of this lock.
        #[arg(long, value_name = "FILE")]
        lock: Option<PathBuf>,
    },
    /// Show what changes when one policy takes the place of another.
    ///
    /// Exit status: 0 nothing, 1 something, 2 one cannot be used.
    Diff {
        /// Preset or policy file.
        before: String,
        /// Preset or policy file.
        after: String,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Print a lock for a policy, to keep where the protected person cannot change it.
    Lock {
        /// Preset or policy file.
        policy: String,
        /// Who locks it: guardian, school or platform.
        #[arg(long, value_name = "WHO", default_value = "guardian", value_parser = locked_by)]
        by: LockedBy,
    },
}

fn locked_by(slug: &str) -> Result<LockedBy, String> {
    LockedBy::from_slug(slug).ok_or_else(|| "use guardian, school or platform".to_owned())
}

pub fn run(args: &PolicyArgs) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    match &args.task {
        PolicyTask::Show { policy, json } => {
            let policy = open(policy)?;
            if *json {
                let json = policy.to_json().map_err(himaya::error::BuildError::from)?;
                writeln!(out, "{json}")?;
            } else {
                show(&mut out, &policy)?;
            }
            Ok(Outcome::Clear)
        }
        PolicyTask::Check { policies, ages, lock } => {
            check(&mut out, policies, ages, lock.as_deref())
        }
        PolicyTask::Diff { before, after, json } => {
            let diff = open(before)?.diff(&open(after)?);
            if *json {
                serde_json::to_writer_pretty(&mut out, &diff).map_err(std::io::Error::from)?;
                writeln!(out)?;
            } else {
                show_diff(&mut out, &diff)?;
            }
            Ok(if diff.is_empty() { Outcome::Clear } else { Outcome::Found })
        }
        PolicyTask::Lock { policy, by } => {
            let lock = open(policy)?.lock(*by);
            writeln!(out, "{}", lock.to_json())?;
            Ok(Outcome::Clear)
        }
    }
}

/// A preset by its name, or else a file.
pub fn open(name: &str) -> Result<Policy, Failure> {
    let path = PathBuf::from(name);
    let failed = |source| Failure::Policy { path: path.clone(), source: Box::new(source) };
    match Preset::from_slug(name) {
        Some(preset) => Policy::named(preset).map_err(failed),
        None if path.extension().is_some_and(|ending| ending == "json") => {
            Policy::from_json(&read(&path)?).map_err(failed)
        }
        None => Policy::from_toml(&read(&path)?).map_err(failed),
    }
}

/// The lock in a file.
pub fn open_lock(path: &Path) -> Result<PolicyLock, Failure> {
    let failed = |source| Failure::Policy { path: path.to_owned(), source: Box::new(source) };
    PolicyLock::from_json(&read(&path.to_owned())?).map_err(failed)
}

fn show(out: &mut impl Write, policy: &Policy) -> Result<(), Failure> {
    writeln!(
        out,
        "{BOLD}{} {}{BOLD:#}  {DIM}sha256 {}{DIM:#}",
        policy.name,
        policy.version,
        policy.sha256()
    )?;
    let notice = if policy.monitoring_notice { "must see" } else { "need not see" };
    writeln!(
        out,
        "  what cannot be checked: fails {}\n  people are told: {}\n  a monitored person {notice} that it is so",
        policy.on_failure, policy.intervention,
    )?;
    match &policy.contest {
        None => writeln!(out, "  contests change nothing")?,
        Some(rules) => writeln!(
            out,
            "  {} contests raise a threshold by {}, {} at most: {}",
            rules.min_contests,
            rules.step,
            rules.max_raise,
            listed(&rules.categories),
        )?,
    }
    for leniency in &policy.leniency {
        writeln!(out, "  raised now by {}: {}", leniency.raise, leniency.category)?;
    }
    for category in Category::ALL {
        let rows: Vec<&PolicyRow> =
            policy.rows.iter().filter(|row| row.category == *category).collect();
        writeln!(
            out,
            "\n{BOLD}{category}{BOLD:#}{}",
            if rows.is_empty() { ": nothing" } else { "" }
        )?;
        for row in rows {
            let ages = if row.ages.is_empty() { "all ages".to_owned() } else { spans(&row.ages) };
            let severity = match row.min_severity.level() {
                0 => String::new(),
                level => format!(", severity {level} and more"),
            };
            writeln!(out, "  {:<10} from {:.2}{severity}  {ages}", row.action, row.at)?;
            if !row.reason.is_empty() {
                writeln!(out, "    {DIM}{}{DIM:#}", row.reason)?;
            }
        }
    }
    Ok(())
}

fn check(
    out: &mut impl Write,
    policies: &[String],
    ages: &[AgeBand],
    lock: Option<&Path>,
) -> Result<Outcome, Failure> {
    let presets: Vec<String> = Preset::ALL.iter().map(|preset| preset.slug().to_owned()).collect();
    let policies = if policies.is_empty() { &presets } else { policies };
    let lock = lock.map(open_lock).transpose()?;
    let mut outcome = Outcome::Clear;
    for name in policies {
        let checked = open(name).and_then(|policy| {
            let failed = |source| Failure::Policy { path: name.into(), source: Box::new(source) };
            lock.as_ref().map_or(Ok(()), |lock| lock.check(&policy)).map_err(failed)?;
            Ok(policy)
        });
        let policy = match checked {
            Ok(policy) => policy,
            Err(failure) => {
                writeln!(out, "{failure}")?;
                outcome = Outcome::Failed;
                continue;
            }
        };
        let bands = if ages.is_empty() { policy.ages() } else { ages.to_vec() };
        let concerns = policy.concerns(&bands);
        for concern in &concerns {
            writeln!(out, "{name}: {concern}")?;
        }
        if concerns.is_empty() {
            writeln!(out, "{name}: holds, {} rows, for {}", policy.rows.len(), spans(&bands))?;
        } else if outcome == Outcome::Clear {
            outcome = Outcome::Found;
        }
    }
    Ok(outcome)
}

fn show_diff(out: &mut impl Write, diff: &PolicyDiff) -> Result<(), Failure> {
    if diff.is_empty() {
        writeln!(out, "nothing changes")?;
        return Ok(());
    }
    for change in &diff.settings {
        let style = style(change.shift);
        writeln!(
            out,
            "{style}{:<8}{style:#} {}: {} -> {}",
            word(change.shift),
            change.field,
            change.before,
            change.after
        )?;
    }
    for change in &diff.rows {
        let style = style(change.shift);
        writeln!(
            out,
            "{style}{:<8}{style:#} {} for {}: {} -> {}",
            word(change.shift),
            change.category,
            spans(&change.ages),
            steps(&change.before),
            steps(&change.after),
        )?;
    }
    writeln!(out, "{BOLD}in all: {}{BOLD:#}", diff.shift())?;
    Ok(())
}

const fn word(shift: Shift) -> &'static str {
    match shift {
        Shift::Neutral => "",
        other => other.slug(),
    }
}

fn style(shift: Shift) -> Style {
    let color = match shift {
        Shift::Stricter => AnsiColor::Green,
        Shift::Laxer => AnsiColor::Red,
        Shift::Mixed => AnsiColor::Yellow,
        _ => return DIM,
    };
    Style::new().fg_color(Some(Color::Ansi(color)))
}

fn steps(thresholds: &[Threshold]) -> String {
    if thresholds.is_empty() {
        return "nothing".to_owned();
    }
    let step = |threshold: &Threshold| match threshold.min_severity.level() {
        0 => format!("{} from {:.2}", threshold.action, threshold.at),
        level => format!("{} from {:.2}, severity {level}", threshold.action, threshold.at),
    };
    thresholds.iter().rev().map(step).collect::<Vec<_>>().join("; ")
}

fn spans(bands: &[AgeBand]) -> String {
    bands.iter().map(|band| band.slug()).collect::<Vec<_>>().join(", ")
}

fn listed(categories: &[Category]) -> String {
    categories.iter().map(|category| category.slug()).collect::<Vec<_>>().join(", ")
}
