//! `himaya explain`: what the words of an assessment mean.

mod text;

use std::collections::BTreeMap;
use std::io::Write;

use clap::Args;
use himaya::taxonomy::{
    Direction, Entry, LanguageRates, Measured, OrdinaryRates, Rate, Reason, ReasonKind, Source,
    Subject, Taxonomy,
};
use himaya::text::{Lexicon, Rule};
use himaya::{Behavior, Category};
use serde::Serialize;

use crate::{Failure, Outcome, Settings};

#[derive(Args)]
pub struct ExplainArgs {
    /// A category, a behaviour, a stage, or a reason code of an assessment; all of them are
    /// listed if none is given.
    word: Option<String>,
    /// Prints JSON.
    #[arg(long)]
    json: bool,
}

/// Everything there is to say about a word.
#[derive(Serialize)]
struct Explained<'a> {
    schema_version: u32,
    word: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<ExplainedRule<'a>>,
    /// What the word is, or what a reason code points to.
    subjects: Vec<ExplainedSubject<'a>>,
    /// The publications that are named above, by key.
    sources: BTreeMap<&'a str, &'a Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    measured: Option<Rates<'a>>,
}

#[derive(Serialize)]
struct ExplainedSubject<'a> {
    kind: &'static str,
    slug: &'static str,
    #[serde(flatten)]
    entry: &'a Entry,
    /// For a behaviour its category, else none.
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<Category>,
    /// For a behaviour its stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'static str>,
    /// For a category or a stage the behaviours that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    behaviors: Vec<Behavior>,
    /// How many rules of each language find it.
    rules: BTreeMap<&'a str, usize>,
}

#[derive(Serialize)]
struct ExplainedRule<'a> {
    language: &'a str,
    behavior: Option<Behavior>,
    category: Category,
    direction: Direction,
    weight: f32,
    severity: u8,
    decisive: bool,
    source: &'a str,
}

/// What was measured of the embedded rules and classifier.
#[derive(Serialize)]
struct Rates<'a> {
    /// Version of the classifier.
    model_version: &'a str,
    /// Held-out messages of a behaviour that were signalled as such, all languages together.
    behaviors: BTreeMap<&'a str, Rate>,
    /// All behaviours together, by language.
    languages: BTreeMap<&'a str, LanguageLine<'a>>,
}

#[derive(Serialize)]
struct LanguageLine<'a> {
    messages: RatesOf<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ordinary: Option<&'a Rate>,
}

#[derive(Serialize)]
struct RatesOf<'a> {
    recall: &'a Rate,
    hard_negatives_signalled: &'a Rate,
}

/// A word and what it means, for the list of all.
#[derive(Serialize)]
struct Listed<'a> {
    kind: &'static str,
    word: &'a str,
    definition: &'a str,
}

pub fn run(args: &ExplainArgs, settings: &Settings) -> Result<Outcome, Failure> {
    let taxonomy = Taxonomy::embedded()?;
    let mut out = anstream::stdout().lock();
    let Some(word) = args.word.as_deref() else {
        let listed = listed(taxonomy);
        if args.json {
            json(&mut out, &listed)?;
        } else {
            text::list(&mut out, &listed)?;
        }
        return Ok(Outcome::Clear);
    };
    let lexicon = settings.rules()?;
    // What was measured is true of the embedded rules alone.
    let own_rules = !settings.lexicon.is_empty();
    let measured = if own_rules { None } else { Some(Measured::embedded()?) };
    let explained = explain(word, taxonomy, &lexicon, measured.as_ref())?;
    if args.json {
        json(&mut out, &explained)?;
    } else {
        text::explained(&mut out, taxonomy, &explained)?;
    }
    Ok(Outcome::Clear)
}

fn json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value).map_err(std::io::Error::from)?;
    Ok(writeln!(out)?)
}

fn listed(taxonomy: &Taxonomy) -> Vec<Listed<'_>> {
    let subjects = Subject::all().filter_map(|subject| {
        let definition = taxonomy.entry(subject)?.definition.as_str();
        Some(Listed { kind: subject.kind(), word: subject.slug(), definition })
    });
    let reasons = taxonomy.reasons().iter().map(|reason| Listed {
        kind: "reason",
        word: &reason.pattern,
        definition: &reason.definition,
    });
    subjects.chain(reasons).collect()
}

fn explain<'a>(
    word: &'a str,
    taxonomy: &'a Taxonomy,
    lexicon: &'a Lexicon,
    measured: Option<&'a Measured>,
) -> Result<Explained<'a>, Failure> {
    let mut subjects = taxonomy.find(word);
    let rule = lexicon.rule_of(word);
    let reason =
        taxonomy.reason(word).filter(|reason| reason.kind != ReasonKind::Rule || rule.is_some());
    if let Some(output) = word.strip_prefix("model.") {
        subjects.extend(taxonomy.find(output).into_iter().take(1));
    }
    let known = match (reason, word.strip_prefix("model.")) {
        (_, Some(_)) => !subjects.is_empty(),
        (reason, None) => !subjects.is_empty() || reason.is_some(),
    };
    if !known {
        let rules = lexicon.rules().iter().map(|rule| &*rule.code);
        let near = taxonomy.near(word, rules);
        let proposed = match near.as_slice() {
            [] => String::new(),
            near => format!(" (did you mean {}?)", near.join(", ")),
        };
        return Err(Failure::UnknownWord { word: word.chars().take(60).collect(), proposed });
    }
    if let Some(rule) = rule {
        subjects.push(rule.behavior.map_or(rule.category.into(), Subject::from));
    }
    let entries: Vec<ExplainedSubject<'_>> = subjects
        .iter()
        .filter_map(|subject| Some(explained_subject(*subject, taxonomy.entry(*subject)?, lexicon)))
        .collect();
    let named = entries.iter().flat_map(|subject| subject.entry.sources.iter());
    let named = named.chain(rule.map(|rule| &rule.source));
    let sources = named.filter_map(|key| Some((key.as_str(), taxonomy.source(key)?)));
    Ok(Explained {
        schema_version: 1,
        word,
        reason,
        rule: rule.map(explained_rule),
        sources: sources.collect(),
        measured: measured.and_then(|measured| rates(measured, &entries, rule)),
        subjects: entries,
    })
}

fn explained_rule(rule: &Rule) -> ExplainedRule<'_> {
    ExplainedRule {
        language: rule.language(),
        behavior: rule.behavior,
        category: rule.category,
        direction: rule.direction,
        weight: rule.weight,
        severity: rule.severity,
        decisive: rule.decisive,
        source: &rule.source,
    }
}

fn explained_subject<'a>(
    subject: Subject,
    entry: &'a Entry,
    lexicon: &'a Lexicon,
) -> ExplainedSubject<'a> {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in lexicon.rules().iter().filter(|rule| points_to(rule, subject)) {
        *rules.entry(rule.language()).or_default() += 1;
    }
    let (category, stage) = match subject {
        Subject::Behavior(behavior) => {
            (Some(behavior.category()), behavior.stage().map(|stage| stage.slug()))
        }
        _ => (None, None),
    };
    let belongs = |behavior: &Behavior| match subject {
        Subject::Category(category) => behavior.category() == category,
        Subject::Stage(stage) => behavior.stage() == Some(stage),
        _ => false,
    };
    ExplainedSubject {
        kind: subject.kind(),
        slug: subject.slug(),
        entry,
        category,
        stage,
        behaviors: Behavior::ALL.iter().copied().filter(belongs).collect(),
        rules,
    }
}

fn points_to(rule: &Rule, subject: Subject) -> bool {
    match subject {
        Subject::Category(category) => rule.category == category,
        Subject::Behavior(behavior) => rule.behavior == Some(behavior),
        Subject::Stage(stage) => rule.behavior.and_then(Behavior::stage) == Some(stage),
        _ => false,
    }
}

/// What was measured of these subjects; nothing if none of them is found in text.
fn rates<'a>(
    measured: &'a Measured,
    subjects: &[ExplainedSubject<'a>],
    rule: Option<&'a Rule>,
) -> Option<Rates<'a>> {
    let slugs = subjects.iter().flat_map(|subject| {
        let behaviors = subject.behaviors.iter().map(|behavior| behavior.slug());
        behaviors.chain(std::iter::once(subject.slug))
    });
    let behaviors: BTreeMap<&str, Rate> =
        slugs.filter_map(|slug| Some((slug, *measured.behaviors.get(slug)?))).collect();
    if behaviors.is_empty() {
        return None;
    }
    let only = rule.map(Rule::language);
    let languages = measured.languages.iter();
    let languages = languages.filter(|(name, _)| only.is_none_or(|only| only == name.as_str()));
    let line = |(name, rates): (&'a String, &'a LanguageRates)| {
        let ordinary = measured.ordinary_signalled.get(name);
        let messages = RatesOf {
            recall: &rates.recall,
            hard_negatives_signalled: &rates.hard_negatives_signalled,
        };
        let ordinary = ordinary.map(|OrdinaryRates { both, .. }| both);
        (name.as_str(), LanguageLine { messages, ordinary })
    };
    Some(Rates {
        model_version: &measured.version,
        behaviors,
        languages: languages.map(line).collect(),
    })
}
