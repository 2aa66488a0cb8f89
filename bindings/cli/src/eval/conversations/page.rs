//! The measured conversations as one self-contained HTML page with plots.

use std::fmt::Write as _;

use super::Evaluation;
use super::measure::{Point, SetResult};
use crate::eval::html::{Bar, WHISKERS, plot};
use crate::page::{escaped, head};

/// Size of a curve and its margins, in pixels.
const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 240.0;
const MARGIN: f64 = 40.0;

pub fn page(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, evaluation);
    out
}

fn write(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    head(
        out,
        "Himaya: measured on conversations",
        &format!(
            "Version {}, rules {}. A conversation warns from risk 0.5 on. {WHISKERS}",
            evaluation.himaya_version, evaluation.ruleset_version
        ),
        "All labelled conversations were written for this project, non-explicit, or made of such and of public chat; none comes from an offender.",
        "",
    )?;
    for set in &evaluation.sets {
        writeln!(out, "<h2>{}</h2>", escaped(&set.name))?;
        let groups = set.languages.iter();
        let bars: Vec<Bar> = groups
            .clone()
            .map(|(name, figures)| Bar { name: name.clone(), share: figures.recall })
            .filter(|bar| bar.share.of > 0)
            .collect();
        if !bars.is_empty() {
            plot(out, "Risky conversations warned of, %", &bars, 1.0, 100.0, Some(0.95))?;
        }
        let bars: Vec<Bar> = groups
            .map(|(name, figures)| Bar { name: name.clone(), share: figures.false_alarms })
            .filter(|bar| bar.share.of > 0)
            .collect();
        plot(out, "Harmless conversations warned of, %", &bars, 0.2, 100.0, Some(1.0 / 30.0))?;
        if set.all.recall.of > 0 {
            delays(out, set)?;
        }
        curve(out, set)?;
    }
    writeln!(out, "</html>")
}

/// How many conversations were warned of how many messages behind the mark.
fn delays(out: &mut String, set: &SetResult) -> std::fmt::Result {
    let title = "First warning, in messages behind the mark: conversations";
    writeln!(out, "<figure><figcaption>{title}</figcaption><table><tr><th>behind</th>")?;
    for delay in set.delays.keys() {
        write!(out, "<th>{delay:+}</th>")?;
    }
    writeln!(out, "</tr><tr><td>conversations</td>")?;
    for count in set.delays.values() {
        write!(out, "<td>{count}</td>")?;
    }
    writeln!(out, "</tr></table></figure>")
}

/// A line of a curve.
struct Line {
    name: &'static str,
    color: &'static str,
    dash: &'static str,
    of: fn(&Point) -> f64,
}

/// Shares over thresholds on the risk.
fn curve(out: &mut String, set: &SetResult) -> std::fmt::Result {
    let title = "Over the risk from which on to warn (dashed: the one in use)";
    writeln!(
        out,
        "<figure><figcaption>{title}</figcaption><svg role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{w:.0}\">",
        w = WIDTH + 2.0 * MARGIN + 120.0,
        h = HEIGHT + 2.0 * MARGIN,
    )?;
    let x = |risk: f64| MARGIN + WIDTH * risk;
    let y = |share: f64| MARGIN + HEIGHT * (1.0 - share);
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        writeln!(
            out,
            "<line x1=\"{0:.1}\" x2=\"{1:.1}\" y1=\"{2:.1}\" y2=\"{2:.1}\" stroke=\"var(--line)\"/><text x=\"{3:.1}\" y=\"{4:.1}\" text-anchor=\"end\">{5:.0} %</text><text x=\"{6:.1}\" y=\"{7:.1}\" text-anchor=\"middle\">{share}</text>",
            x(0.0),
            x(1.0),
            y(share),
            MARGIN - 4.0,
            y(share) + 4.0,
            100.0 * share,
            x(share),
            y(0.0) + 18.0,
        )?;
    }
    writeln!(
        out,
        "<line x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"{1:.1}\" y2=\"{2:.1}\" stroke=\"var(--ink)\" stroke-dasharray=\"4 3\"/>",
        x(0.5),
        y(0.0),
        y(1.0)
    )?;
    let line = |name, color, dash, of| Line { name, color, dash, of };
    let lines = [
        line("risky warned of", "var(--good)", "none", |point| point.recall),
        line("in time", "var(--good)", "2 3", |point| point.in_time),
        line("harmless warned of", "var(--bad)", "none", |point| point.false_alarms),
    ];
    let risky = set.all.recall.of > 0;
    for (row, Line { name, color, dash, of }) in lines.iter().enumerate() {
        if !risky && row < 2 {
            continue;
        }
        let points: Vec<String> = set
            .curve
            .iter()
            .map(|point| format!("{:.1},{:.1}", x(f64::from(point.risk)), y(of(point))))
            .collect();
        writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/><line x1=\"{1:.0}\" x2=\"{2:.0}\" y1=\"{3:.0}\" y2=\"{3:.0}\" stroke=\"{color}\" stroke-width=\"2\" stroke-dasharray=\"{dash}\"/><text x=\"{4:.0}\" y=\"{5:.0}\">{name}</text>",
            points.join(" "),
            x(1.0) + 10.0,
            x(1.0) + 30.0,
            MARGIN + 20.0 * row as f64,
            x(1.0) + 36.0,
            MARGIN + 20.0 * row as f64 + 4.0,
        )?;
    }
    writeln!(out, "</svg></figure>")
}
