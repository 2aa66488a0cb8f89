//! The self-assessment for people at a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use himaya::assess::{
    Counts, FrameworkResult, Outcome, PointResult, Remedy, RemedyKind, SafetyAssessment,
};

use crate::report::{BOLD, DIM, color, plural, printable};

/// Cells of a bar.
const BAR: usize = 40;
/// Columns of text.
const COLUMNS: usize = 100;

pub fn report(out: &mut impl Write, report: &SafetyAssessment, all: bool) -> io::Result<()> {
    let service =
        report.service.as_deref().map_or_else(String::new, |s| format!(": {}", printable(s)));
    writeln!(out, "{BOLD}Safety by design, self-assessment{service}{BOLD:#}")?;
    let policy = &report.policy;
    let name = printable(&policy.name);
    writeln!(
        out,
        "{DIM}policy {name}, version {}; himaya {}{DIM:#}",
        policy.version, report.himaya_version
    )?;
    wrapped(out, "", report.notice)?;
    for framework in &report.frameworks {
        about(out, framework)?;
        for point in &framework.points {
            about_point(out, point, all)?;
        }
    }
    if !report.unanswered.is_empty() {
        let count = plural(report.unanswered.len(), "question is", "questions are");
        writeln!(out, "\n{BOLD}{count} not answered{BOLD:#}")?;
        wrapped(out, "  ", &report.unanswered.join(", "))?;
    }
    Ok(())
}

fn about(out: &mut impl Write, framework: &FrameworkResult) -> io::Result<()> {
    let FrameworkResult { name, publisher, year, counts, .. } = framework;
    writeln!(out, "\n{BOLD}{name}{BOLD:#}  {DIM}{year}{DIM:#}")?;
    wrapped(out, "  ", publisher)?;
    write!(out, "  ")?;
    for (outcome, cells) in shares(counts) {
        let (style, mark) = (style(outcome), cell(outcome));
        write!(out, "{style}{}{style:#}", mark.repeat(cells))?;
    }
    writeln!(out, "  {}", in_words(counts))
}

/// How many cells of a bar each outcome gets; the largest remainders are rounded up.
fn shares(counts: &Counts) -> Vec<(Outcome, usize)> {
    let by_outcome = by_outcome(counts);
    let all: usize = by_outcome.iter().map(|(_, count)| count).sum();
    let mut shares: Vec<(Outcome, usize, usize)> = by_outcome
        .into_iter()
        .map(|(outcome, count)| {
            let scaled = count * BAR;
            (outcome, scaled / all.max(1), scaled % all.max(1))
        })
        .collect();
    let given: usize = shares.iter().map(|(_, cells, _)| cells).sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(shares.get(*index).map(|share| share.2)));
    for index in order.into_iter().take(BAR.saturating_sub(given)) {
        if let Some(share) = shares.get_mut(index).filter(|share| share.2 > 0) {
            share.1 += 1;
        }
    }
    shares.into_iter().map(|(outcome, cells, _)| (outcome, cells)).collect()
}

pub fn by_outcome(counts: &Counts) -> [(Outcome, usize); 5] {
    [
        (Outcome::Met, counts.met),
        (Outcome::Partly, counts.partly),
        (Outcome::Gap, counts.gap),
        (Outcome::CannotTell, counts.cannot_tell),
        (Outcome::NotApplicable, counts.not_applicable),
    ]
}

/// An outcome for people.
pub fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Partly => "partly met",
        Outcome::Gap => "gap",
        Outcome::NotApplicable => "not applicable",
        _ => "cannot tell",
    }
}

/// A sign beside the word, so that nothing is said by colour alone.
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "✓",
        Outcome::Partly => "◐",
        Outcome::Gap => "✗",
        Outcome::NotApplicable => "–",
        _ => "?",
    }
}

pub fn in_words(counts: &Counts) -> String {
    let counted = by_outcome(counts).into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<String> = counted
        .map(|(outcome, count)| match outcome {
            Outcome::Gap => plural(count, "gap", "gaps"),
            other => format!("{count} {}", word(other)),
        })
        .collect();
    words.join(", ")
}

fn cell(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "█",
        Outcome::Partly => "▓",
        Outcome::Gap => "▒",
        Outcome::NotApplicable => "·",
        _ => "?",
    }
}

fn style(outcome: Outcome) -> Style {
    match outcome {
        Outcome::Met => color(AnsiColor::Green),
        Outcome::Partly => color(AnsiColor::Yellow),
        Outcome::Gap => color(AnsiColor::Red),
        _ => Style::new().dimmed(),
    }
}

fn about_point(out: &mut impl Write, point: &PointResult, all: bool) -> io::Result<()> {
    let style = style(point.outcome);
    let (sign, word) = (sign(point.outcome), word(point.outcome));
    let PointResult { number, title, .. } = point;
    writeln!(out, "  {style}{sign} {number:<4} {title}{style:#}  {DIM}{word}{DIM:#}")?;
    let settled = matches!(point.outcome, Outcome::Met | Outcome::NotApplicable);
    if settled && !all {
        return Ok(());
    }
    wrapped(out, "         ", &point.says)?;
    for given in &point.answers {
        let (key, ask) = (&given.key, &given.ask);
        match &given.answer {
            // What is not known matters where nothing else decides.
            None if point.outcome == Outcome::CannotTell => {
                wrapped(out, "         ?  ", &format!("{key} is not known: {ask}"))?;
            }
            Some(answer) if given.lacking => {
                wrapped(out, "         ✗  ", &format!("{key} is {answer}: {ask}"))?;
            }
            _ => {}
        }
    }
    if point.outcome != Outcome::Met {
        for remedy in &point.remedies {
            wrapped(out, "         →  ", &format!("{} {}", named(remedy), remedy.does))?;
        }
    }
    wrapped(out, "         host: ", &point.host)
}

/// The name of a remedy as one would look it up.
pub fn named(remedy: &Remedy) -> String {
    match remedy.kind {
        RemedyKind::Command => format!("`himaya {}`:", remedy.name),
        RemedyKind::Policy => format!("policy, `{}`:", remedy.name),
        RemedyKind::Document => format!("{}:", remedy.name),
        _ => format!("`{}`:", remedy.name),
    }
}

/// Words in lines; `lead` stands before the first, blanks before the others.
fn wrapped(out: &mut impl Write, lead: &str, text: &str) -> io::Result<()> {
    let indent = lead.chars().count();
    let mut line = lead.to_owned();
    let mut length = indent;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if length > indent && length + 1 + width > COLUMNS {
            writeln!(out, "{line}")?;
            line = " ".repeat(indent);
            length = indent;
        }
        if length > indent {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += width;
    }
    writeln!(out, "{line}")
}
