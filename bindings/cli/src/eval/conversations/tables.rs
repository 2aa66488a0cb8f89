//! The measured conversations as Markdown tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Evaluation;
use super::data::Tag;
use super::measure::{Figures, SetResult};
use crate::eval::metrics::Share;

pub fn markdown(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(&mut out, evaluation);
    out
}

fn write(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    writeln!(
        out,
        "himaya {}, rules {}, {}; a conversation warns from risk 0.5 on; [95 % interval]\n",
        evaluation.himaya_version,
        evaluation.ruleset_version,
        evaluation.text_model.as_deref().unwrap_or("no text classifier"),
    )?;
    writeln!(
        out,
        "| Set | Risky warned of | Harmless warned of | any action | Precision | F1 | In time | F-latency | Messages |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for set in &evaluation.sets {
        row(out, &set.name, &set.all)?;
    }
    writeln!(out)?;
    for set in evaluation.sets.iter().filter(|set| set.all.recall.of > 0) {
        delays(out, set)?;
        signalled(out, set)?;
    }
    for set in &evaluation.sets {
        grouped(out, &set.name, "Language", &set.languages)?;
        if set.all.recall.of > 0 && set.all.messages < 50 * set.all.recall.of.max(1) {
            grouped(out, &set.name, "Kind", &set.kinds)?;
        }
    }
    Ok(())
}

fn grouped(
    out: &mut String,
    name: &str,
    by: &str,
    groups: &BTreeMap<String, Figures>,
) -> std::fmt::Result {
    writeln!(out, "### {name}\n")?;
    writeln!(
        out,
        "| {by} | Risky warned of | Harmless warned of | any action | Precision | F1 | In time | F-latency | Messages |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for (group, figures) in groups {
        row(out, group, figures)?;
    }
    writeln!(out)
}

fn row(out: &mut String, name: &str, figures: &Figures) -> std::fmt::Result {
    let number = |figure: Option<f64>| figure.map_or_else(|| "–".to_owned(), |f| format!("{f:.3}"));
    writeln!(
        out,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        share(&figures.recall),
        share(&figures.false_alarms),
        share(&figures.any_action),
        number((figures.recall.of > 0).then_some(figures.precision.share)),
        number(figures.f1),
        share(&figures.in_time),
        number(figures.f_latency),
        figures.messages,
    )
}

fn share(share: &Share) -> String {
    if share.of == 0 {
        return "–".to_owned();
    }
    let (low, high) = (100.0 * share.low, 100.0 * share.high);
    let digits = if high < 5.0 { 2 } else { 0 };
    format!("{} of {} [{low:.digits$}-{high:.digits$} %]", share.hits, share.of)
}

fn delays(out: &mut String, set: &SetResult) -> std::fmt::Result {
    let all: usize = set.delays.values().sum();
    let cells: Vec<String> =
        set.delays.iter().map(|(delay, count)| format!("{delay:+}: {count}")).collect();
    writeln!(
        out,
        "{}: first warning, in messages behind the mark (messages: conversations), of {all}: {}\n",
        set.name,
        cells.join(", ")
    )
}

fn signalled(out: &mut String, set: &SetResult) -> std::fmt::Result {
    if set.signalled.is_empty() {
        return Ok(());
    }
    let parts = set.signalled.iter().map(|(tag, of)| {
        let what = match tag {
            Tag::Shows => "indicators",
            Tag::Near => "what only sounds like one",
            Tag::Plain => "the rest",
        };
        format!("{} of {what}", share(of))
    });
    let parts: Vec<String> = parts.collect();
    writeln!(out, "{}: messages with a signal of their own: {}\n", set.name, parts.join(", "))
}
