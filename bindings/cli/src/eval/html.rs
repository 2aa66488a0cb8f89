//! The evaluation as one self-contained HTML page with plots.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Evaluation;
use super::measure::{Confusion, LanguageResult, SetResult};
use super::metrics::Share;
use super::tables::ordinary_by_language;
use super::tricks::TRICKS;
use crate::page::{escaped, head};

/// What the lines over bars are; for the beginning of a page.
pub const WHISKERS: &str = "Whiskers are 95 % intervals (Wilson).";

/// Where bars begin, how wide the widest is and how high a row is, in pixels.
const LEFT: f64 = 120.0;
const WIDTH: f64 = 560.0;
const ROW: f64 = 22.0;

/// One row of a bar plot.
pub struct Bar {
    pub name: String,
    pub share: Share,
}

/// The whole page.
pub fn page(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, evaluation);
    out
}

fn write(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    head(
        out,
        "Himaya: measured accuracy of the text filter",
        &format!(
            "Version {}, rules {}. A message counts as signalled from a score of {} on. {WHISKERS}",
            evaluation.himaya_version, evaluation.ruleset_version, evaluation.signal_at
        ),
        "A signal is a number that a conversation adds up; it tells nobody anything by itself. A warning is what a person sees. All messages were written for this project or are public chat; none comes from an offender.",
        "",
    )?;
    for set in &evaluation.sets {
        writeln!(out, "<h2>Labelled messages: {}</h2>", escaped(&set.name))?;
        set_plots(out, set)?;
    }
    if !evaluation.ordinary.is_empty() {
        writeln!(out, "<h2>Ordinary chat</h2>")?;
        let languages = ordinary_by_language(&evaluation.ordinary);
        let bars = |of: fn(&(Share, Share)) -> Share| {
            let bar = |(name, shares): (&String, &(Share, Share))| Bar {
                name: name.clone(),
                share: of(shares),
            };
            languages.iter().map(bar).collect::<Vec<_>>()
        };
        plot(
            out,
            "Signals per 1,000 messages",
            &bars(|shares| shares.0),
            0.02,
            1000.0,
            Some(0.01),
        )?;
        plot(
            out,
            "Warnings per 1,000 messages",
            &bars(|shares| shares.1),
            0.02,
            1000.0,
            Some(0.0002),
        )?;
    }
    if let Some(time) = evaluation.median_microseconds {
        writeln!(out, "<p>Median time of a message of ordinary chat: {time:.1} µs.</p>")?;
    }
    writeln!(out, "</html>")
}

fn set_plots(out: &mut String, set: &SetResult) -> std::fmt::Result {
    let bars = |of: fn(&LanguageResult) -> Share| {
        let bar = |l: &LanguageResult| Bar { name: l.language.clone(), share: of(l) };
        set.languages.iter().map(bar).collect::<Vec<_>>()
    };
    plot(out, "Indicators signalled, %", &bars(|l| l.recall), 1.0, 100.0, Some(0.7))?;
    plot(
        out,
        "Hard negatives signalled, %",
        &bars(|l| l.hard_negatives_signalled),
        0.5,
        100.0,
        Some(0.15),
    )?;
    plot(
        out,
        "Hard negatives warned, %",
        &bars(|l| l.hard_negatives_warned),
        0.1,
        100.0,
        Some(0.02),
    )?;
    let auc = |language: &LanguageResult| {
        let auc = language.auc.unwrap_or(0.0);
        let share = Share { hits: 0, of: 0, share: auc, low: auc, high: auc };
        Bar { name: language.language.clone(), share }
    };
    let aucs: Vec<Bar> = set.languages.iter().map(auc).collect();
    plot(out, "AUC of indicators against hard negatives", &aucs, 1.0, 1.0, Some(0.5))?;
    let tricks = TRICKS.iter().map(|trick| {
        let shares = set.languages.iter().filter_map(|l| l.evasion_retained.get(trick.name));
        let hits = shares.clone().map(|share| share.hits).sum();
        Bar { name: trick.name.to_owned(), share: Share::new(hits, shares.map(|s| s.of).sum()) }
    });
    let tricks: Vec<Bar> = tricks.collect();
    plot(
        out,
        "Still signalled under a trick, % of those signalled before",
        &tricks,
        1.0,
        100.0,
        Some(0.95),
    )?;
    confusion(out, &set.confusion)
}

/// Horizontal bars with whiskers; `full` is what the whole width stands for.
pub fn plot(
    out: &mut String,
    title: &str,
    bars: &[Bar],
    full: f64,
    unit: f64,
    goal: Option<f64>,
) -> std::fmt::Result {
    let height = ROW * bars.len() as f64 + 8.0;
    let x = |share: f64| LEFT + WIDTH * (share / full).clamp(0.0, 1.0);
    writeln!(
        out,
        "<figure><figcaption>{title}</figcaption><svg role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {:.0} {height:.0}\" width=\"{:.0}\">",
        LEFT + WIDTH + 90.0,
        LEFT + WIDTH + 90.0
    )?;
    for (row, Bar { name, share }) in bars.iter().enumerate() {
        let y = ROW * row as f64 + 4.0;
        let middle = y + 8.0;
        writeln!(
            out,
            "<text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{}</text><rect x=\"{LEFT}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"16\" fill=\"var(--good)\" opacity=\".75\"/>",
            LEFT - 8.0,
            middle + 4.0,
            escaped(name),
            x(share.share) - LEFT
        )?;
        if share.of > 0 {
            writeln!(
                out,
                "<line x1=\"{:.1}\" x2=\"{:.1}\" y1=\"{middle:.1}\" y2=\"{middle:.1}\" stroke=\"var(--ink)\"/>",
                x(share.low),
                x(share.high)
            )?;
        }
        let digits = if unit >= 1000.0 || unit <= 1.0 { 2 } else { 1 };
        writeln!(
            out,
            "<text x=\"{:.0}\" y=\"{:.1}\">{:.digits$}</text>",
            LEFT + WIDTH + 8.0,
            middle + 4.0,
            unit * share.share
        )?;
    }
    if let Some(goal) = goal {
        writeln!(
            out,
            "<line x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"0\" y2=\"{height:.0}\" stroke=\"var(--bad)\" stroke-dasharray=\"4 3\"/>",
            x(goal)
        )?;
    }
    writeln!(out, "</svg></figure>")
}

fn confusion(out: &mut String, rows: &BTreeMap<String, Confusion>) -> std::fmt::Result {
    let columns: BTreeSet<&String> = rows.values().flat_map(|row| row.found.keys()).collect();
    writeln!(
        out,
        "<figure><figcaption>What was found (columns) in messages of a behaviour (rows)</figcaption><table><tr><th></th><th>messages</th><th>missed</th>"
    )?;
    for column in &columns {
        write!(out, "<th>{}</th>", escaped(column))?;
    }
    writeln!(out, "</tr>")?;
    for (behavior, row) in rows {
        write!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td>",
            escaped(behavior),
            row.messages,
            row.missed
        )?;
        for column in &columns {
            let count = row.found.get(*column).copied().unwrap_or(0);
            let shade = (count as f64 / row.messages.max(1) as f64).min(1.0) * 0.6;
            let color = if *column == behavior { "27,127,92" } else { "179,67,43" };
            let shown = if count > 0 { count.to_string() } else { String::new() };
            write!(out, "<td style=\"background:rgba({color},{shade:.2})\">{shown}</td>")?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</table></figure>")
}
