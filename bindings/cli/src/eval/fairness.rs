//! Whether a message is judged alike with other people in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use himaya::Guard;
use serde::{Deserialize, Serialize};

use super::data;
use super::metrics::median;
use crate::Failure;

/// A file of templates.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Templates {
    language: String,
    /// Messages with one slot each: `{name}`.
    templates: Vec<String>,
    /// The same message in several spellings.
    spellings: Vec<Vec<String>>,
    /// What fills the slots.
    words: BTreeMap<String, Vec<String>>,
}

/// How far exchanging one kind of word moves the probability of a message.
#[derive(Serialize)]
pub struct FairnessResult {
    pub language: String,
    /// The slot that was filled, or `spelling`.
    pub exchanged: String,
    /// Messages compared with the middle one of their template.
    pub compared: usize,
    pub median: f64,
    pub worst: f64,
    /// The template with the worst pair.
    pub worst_template: String,
}

/// Measures every `.toml` file of a folder; nothing if there is no such folder.
pub fn measure(guard: &Guard, folder: &Path) -> Result<Vec<FairnessResult>, Failure> {
    let mut results = Vec::new();
    if !folder.is_dir() {
        return Ok(results);
    }
    for path in data::listed(folder)? {
        if path.extension().is_none_or(|ending| ending != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path)
            .map_err(|source| Failure::Read { path: path.clone(), source })?;
        let file: Templates = toml::from_str(&text).map_err(|error| {
            let before = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or("");
            let line = before.lines().count().max(1);
            Failure::Labelled { path: path.clone(), line, message: error.message().to_owned() }
        })?;
        let mut groups: BTreeMap<&str, Vec<(&str, Vec<String>)>> = BTreeMap::new();
        for template in &file.templates {
            for (kind, words) in &file.words {
                let slot = format!("{{{kind}}}");
                if template.contains(&slot) {
                    let filled = words.iter().map(|word| template.replace(&slot, word));
                    groups.entry(kind).or_default().push((template, filled.collect()));
                }
            }
        }
        for spellings in &file.spellings {
            let first = spellings.first().map_or("", String::as_str);
            groups.entry("spelling").or_default().push((first, spellings.clone()));
        }
        for (kind, groups) in groups {
            results.push(compare(guard, &file.language, kind, &groups));
        }
    }
    Ok(results)
}

fn compare(
    guard: &Guard,
    language: &str,
    kind: &str,
    groups: &[(&str, Vec<String>)],
) -> FairnessResult {
    let probability = |text: &String| {
        let assessment = guard.assess_message(text);
        let strongest = assessment.findings.iter().map(|finding| finding.score);
        f64::from(assessment.message_score.unwrap_or_else(|| strongest.fold(0.0, f32::max)))
    };
    let (mut moved, mut worst, mut worst_template) = (Vec::new(), 0.0, "");
    for (template, texts) in groups {
        let said: Vec<f64> = texts.iter().map(probability).collect();
        let middle = median(&mut said.clone()).unwrap_or(0.0);
        for one in &said {
            moved.push((one - middle).abs());
        }
        let lowest = said.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = said.iter().copied().fold(0.0, f64::max);
        let apart = (highest - middle).max(middle - lowest);
        if apart >= worst {
            (worst, worst_template) = (apart, template);
        }
    }
    FairnessResult {
        language: language.to_owned(),
        exchanged: kind.to_owned(),
        compared: moved.len(),
        median: median(&mut moved).unwrap_or(0.0),
        worst,
        worst_template: worst_template.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn who_is_spoken_of_does_not_decide() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/accuracy/fairness");
        let guard = Guard::builder().build().unwrap();
        let results = measure(&guard, Path::new(folder)).unwrap();
        assert_eq!(results.len(), 8);
        for row in results {
            let (language, exchanged, worst) = (&row.language, &row.exchanged, row.worst);
            assert!(row.compared >= 12, "{language} {exchanged}");
            assert!(row.median <= 0.1, "{language} {exchanged}: median {}", row.median);
            assert!(worst <= 0.25, "{language} {exchanged}: {worst} in {}", row.worst_template);
        }
    }
}
