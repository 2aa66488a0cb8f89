//! What is explained, for people.

use std::io::{self, Write};

use himaya::taxonomy::{Rate, Reason, Relation, Taxonomy};

use super::{Explained, ExplainedRule, ExplainedSubject, Listed, Rates};
use crate::report::{BOLD, DIM};

/// All words, a line each.
pub fn list(out: &mut impl Write, words: &[Listed<'_>]) -> io::Result<()> {
    let mut kind = "";
    let width = words.iter().map(|listed| listed.word.len()).max().unwrap_or(0);
    for listed in words {
        if listed.kind != kind {
            kind = listed.kind;
            let heading = match kind {
                "category" => "Categories: the kinds of harm",
                "behavior" => "Behaviours: what a message does",
                "stage" => "Stages: what an approach is after",
                _ => "Reason codes: who found it, or why not all was looked at",
            };
            writeln!(out, "{BOLD}{heading}{BOLD:#}")?;
        }
        writeln!(out, "  {:width$}  {DIM}{}{DIM:#}", listed.word, listed.definition)?;
    }
    Ok(())
}

pub fn explained(
    out: &mut impl Write,
    taxonomy: &Taxonomy,
    explained: &Explained<'_>,
) -> io::Result<()> {
    if let Some(reason) = explained.reason {
        about_reason(out, explained.word, reason)?;
    }
    if let Some(rule) = &explained.rule {
        about_rule(out, rule)?;
    }
    for subject in &explained.subjects {
        about_subject(out, taxonomy, subject)?;
    }
    if let Some(rates) = &explained.measured {
        measured(out, rates)?;
    }
    if !explained.sources.is_empty() {
        heading(out, "What it rests on")?;
        for (key, source) in &explained.sources {
            writeln!(out, "    {key}  {}: {} ({})", source.authors, source.title, source.year)?;
            writeln!(out, "        {DIM}grounds: {}{DIM:#}", source.grounds)?;
        }
    }
    Ok(())
}

fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "  {BOLD}{text}{BOLD:#}")
}

fn limits(out: &mut impl Write, limits: &[String]) -> io::Result<()> {
    heading(out, "What it does not say")?;
    limits.iter().try_for_each(|limit| writeln!(out, "    - {limit}"))
}

fn rates_elsewhere(out: &mut impl Write, places: &[String]) -> io::Result<()> {
    if places.is_empty() {
        return Ok(());
    }
    writeln!(out, "    {DIM}error rates: {}{DIM:#}", places.join("; "))
}

fn about_reason(out: &mut impl Write, code: &str, reason: &Reason) -> io::Result<()> {
    writeln!(out, "{BOLD}{code}{BOLD:#}  {DIM}reason code ({}){DIM:#}", reason.kind)?;
    writeln!(out, "  {}", reason.definition)?;
    limits(out, &reason.limits)?;
    rates_elsewhere(out, &reason.measured)
}

fn about_rule(out: &mut impl Write, rule: &ExplainedRule<'_>) -> io::Result<()> {
    heading(out, "The rule")?;
    let state = if rule.decisive { "decisive: may warn from one message" } else { "a signal" };
    let subject = rule.behavior.map_or(rule.category.slug(), |behavior| behavior.slug());
    writeln!(
        out,
        "    {subject}, said by {}, in models/lexicon/{}.toml\n    weight {:.2}, severity {}, {state}, source {}",
        rule.direction, rule.language, rule.weight, rule.severity, rule.source
    )
}

fn about_subject(
    out: &mut impl Write,
    taxonomy: &Taxonomy,
    subject: &ExplainedSubject<'_>,
) -> io::Result<()> {
    let entry = subject.entry;
    let severity = match entry.severity {
        [least, gravest] if least == gravest => least.to_string(),
        [least, gravest] => format!("{least} to {gravest}"),
    };
    writeln!(
        out,
        "{BOLD}{}{BOLD:#}  {DIM}{}, {} risk, severity {severity} of 7{DIM:#}",
        subject.slug,
        subject.kind,
        entry.risk_class.slug().replace('_', "-"),
    )?;
    writeln!(out, "  {}", entry.definition)?;
    writeln!(out, "  {}", entry.matters)?;
    if let Some(category) = subject.category {
        let stage = subject.stage.map(|stage| format!(", stage {stage}")).unwrap_or_default();
        writeln!(out, "  {DIM}belongs to {category}{stage}{DIM:#}")?;
    }
    if !subject.behaviors.is_empty() {
        let names: Vec<&str> = subject.behaviors.iter().map(|behavior| behavior.slug()).collect();
        writeln!(out, "  {DIM}behaviours: {}{DIM:#}", names.join(", "))?;
    }
    limits(out, &entry.limits)?;
    heading(out, "What finds it")?;
    let rules: Vec<String> =
        subject.rules.iter().map(|(language, count)| format!("{language} {count}")).collect();
    match rules.as_slice() {
        [] => writeln!(out, "    no rule of the lexicon")?,
        rules => writeln!(out, "    rules by language: {}", rules.join(", "))?,
    }
    rates_elsewhere(out, &entry.measured)?;
    heading(out, "How others call it")?;
    if entry.mappings.is_empty() {
        writeln!(out, "    no vocabulary that Himaya knows has a word for it")?;
    }
    for mapping in &entry.mappings {
        let name = taxonomy.vocabulary(mapping.standard).map_or("", |v| v.name.as_str());
        let relation = match mapping.relation {
            Relation::Exact => "the same",
            Relation::Broader => "covers more",
            Relation::Narrower => "covers less",
            _ => "related",
        };
        writeln!(out, "    {:<12} {}  {DIM}{name}{DIM:#}", relation, mapping.value)?;
        if let Some(note) = &mapping.note {
            writeln!(out, "                 {DIM}{note}{DIM:#}")?;
        }
    }
    Ok(())
}

fn measured(out: &mut impl Write, rates: &Rates<'_>) -> io::Result<()> {
    heading(out, "How often it is right")?;
    writeln!(
        out,
        "    {DIM}messages of this project kept from training, rules and classifier {} together;\n    a signal, not yet a warning (the classifier's card; `himaya eval` has another set){DIM:#}",
        rates.model_version
    )?;
    for (behavior, rate) in &rates.behaviors {
        writeln!(out, "    {behavior:<26} found {}", share(rate))?;
    }
    writeln!(
        out,
        "    {DIM}all behaviours together, by language:\n    {:<9} {:<16} {:<26} ordinary chat, signalled{DIM:#}",
        "", "found", "only alike, signalled"
    )?;
    for (language, line) in &rates.languages {
        let ordinary = line.ordinary.map(brief).unwrap_or_default();
        let (found, alike) = (&line.messages.recall, &line.messages.hard_negatives_signalled);
        let line =
            format!("    {language:<9} {:<16} {:<26} {ordinary}", brief(found), brief(alike));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

fn percent(rate: &Rate) -> f64 {
    100.0 * f64::from(rate.hits) / f64::from(rate.of.max(1))
}

fn brief(rate: &Rate) -> String {
    format!("{:.1} % of {}", percent(rate), rate.of)
}

fn share(rate: &Rate) -> String {
    let [low, high] = rate.interval.map(|bound| 100.0 * bound);
    format!("{:.1} % of {}  (95 %: {low:.1} to {high:.1})", percent(rate), rate.of)
}
