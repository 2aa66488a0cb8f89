//! The evaluation as Markdown tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Evaluation;
use super::measure::{OrdinaryResult, SetResult};
use super::metrics::Share;
use super::tricks::TRICKS;

/// Everything that fits a page.
pub fn markdown(evaluation: &Evaluation) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "himaya {}, rules {}, {}; a message is signalled from {} on; [95 % interval]\n",
        evaluation.himaya_version,
        evaluation.ruleset_version,
        evaluation.text_model.as_deref().unwrap_or("no text classifier"),
        evaluation.signal_at
    );
    let ordinary = ordinary_by_language(&evaluation.ordinary);
    for set in &evaluation.sets {
        let _ = set_table(&mut out, set, &ordinary);
    }
    for set in &evaluation.sets {
        let _ = evasion_table(&mut out, set);
    }
    let _ = ordinary_table(&mut out, evaluation);
    let _ = fairness_table(&mut out, evaluation);
    if let Some(time) = evaluation.median_microseconds {
        let _ = writeln!(out, "Median time of a message of ordinary chat: {time:.1} µs");
    }
    out
}

/// Counts over all files of one language.
pub fn ordinary_by_language(files: &[OrdinaryResult]) -> BTreeMap<String, (Share, Share)> {
    let mut counts: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    for file in files {
        let count = counts.entry(file.language.clone()).or_default();
        count.0 += file.messages;
        count.1 += file.signalled.hits;
        count.2 += file.warned.hits;
    }
    let shares = counts.into_iter().map(|(language, (messages, signalled, warned))| {
        (language, (Share::new(signalled, messages), Share::new(warned, messages)))
    });
    shares.collect()
}

fn percent(share: &Share) -> String {
    let Share { share, low, high, .. } = share;
    format!("{:.1} % [{:.0}-{:.0}]", 100.0 * share, 100.0 * low, 100.0 * high)
}

fn set_table(
    out: &mut String,
    set: &SetResult,
    ordinary: &BTreeMap<String, (Share, Share)>,
) -> std::fmt::Result {
    writeln!(out, "### {}\n", set.name)?;
    writeln!(
        out,
        "| Language | Indicators signalled | right behaviour | Hard negatives signalled | warned | AUC | ECE | Ordinary chat: signals / 1,000 | warnings / 1,000 |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    for language in &set.languages {
        let chat = ordinary.get(&language.language).map_or_else(
            || "– | –".to_owned(),
            |(signals, warnings)| {
                format!(
                    "{:.1} of {} | {:.2}",
                    1000.0 * signals.share,
                    signals.of,
                    1000.0 * warnings.share
                )
            },
        );
        writeln!(
            out,
            "| {} | {} of {} | {:.1} % | {} of {} | {:.1} % | {} | {} | {chat} |",
            language.language,
            percent(&language.recall),
            language.recall.of,
            100.0 * language.right_behavior.share,
            percent(&language.hard_negatives_signalled),
            language.hard_negatives_signalled.of,
            100.0 * language.hard_negatives_warned.share,
            language.auc.map_or_else(|| "–".to_owned(), |auc| format!("{auc:.3}")),
            language.calibration_error.map_or_else(|| "–".to_owned(), |e| format!("{e:.3}")),
        )?;
    }
    writeln!(out)
}

fn evasion_table(out: &mut String, set: &SetResult) -> std::fmt::Result {
    writeln!(
        out,
        "### {}: indicators still signalled under a trick, of those signalled before\n",
        set.name
    )?;
    let languages: Vec<&str> = set.languages.iter().map(|l| l.language.as_str()).collect();
    writeln!(out, "| Trick | | {} | all |", languages.join(" | "))?;
    writeln!(out, "|---|---|{}---|", "---|".repeat(languages.len()))?;
    for trick in TRICKS {
        let shares: Vec<Share> = set
            .languages
            .iter()
            .filter_map(|language| language.evasion_retained.get(trick.name).copied())
            .collect();
        let cells: Vec<String> =
            shares.iter().map(|share| format!("{:.0}", 100.0 * share.share)).collect();
        let all = Share::new(
            shares.iter().map(|share| share.hits).sum(),
            shares.iter().map(|share| share.of).sum(),
        );
        let (name, what, all) = (trick.name, trick.what, 100.0 * all.share);
        writeln!(out, "| {name} | {what} | {} | {all:.1} % |", cells.join(" | "))?;
    }
    writeln!(out)
}

fn ordinary_table(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    if evaluation.ordinary.is_empty() {
        return Ok(());
    }
    writeln!(out, "### Ordinary chat\n")?;
    writeln!(out, "| File | Messages | Signals / 1,000 | Warnings / 1,000 |\n|---|---|---|---|")?;
    let row = |out: &mut String, name: &str, signals: &Share, warnings: &Share| {
        writeln!(
            out,
            "| {name} | {} | {:.2} | {:.2} |",
            signals.of,
            1000.0 * signals.share,
            1000.0 * warnings.share
        )
    };
    for file in &evaluation.ordinary {
        row(out, &file.name, &file.signalled, &file.warned)?;
    }
    let sum = |of: fn(&OrdinaryResult) -> &Share| {
        let shares = evaluation.ordinary.iter().map(of);
        Share::new(shares.clone().map(|s| s.hits).sum(), shares.map(|s| s.of).sum())
    };
    row(out, "all", &sum(|file| &file.signalled), &sum(|file| &file.warned))?;
    writeln!(out)
}

fn fairness_table(out: &mut String, evaluation: &Evaluation) -> std::fmt::Result {
    if evaluation.fairness.is_empty() {
        return Ok(());
    }
    writeln!(out, "### Fairness: how far exchanging words moves a message's probability\n")?;
    writeln!(out, "| Language | Exchanged | Messages | Median | Worst | Worst in |")?;
    writeln!(out, "|---|---|---|---|---|---|")?;
    for row in &evaluation.fairness {
        let (language, exchanged, worst_template) =
            (&row.language, &row.exchanged, &row.worst_template);
        writeln!(
            out,
            "| {language} | {exchanged} | {} | {:.3} | {:.3} | {worst_template} |",
            row.compared, row.median, row.worst
        )?;
    }
    writeln!(out)
}
