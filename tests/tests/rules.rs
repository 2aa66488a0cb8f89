//! What every language has, and how large the rules are when they are compiled.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use himaya::Category;
use himaya::taxonomy::Behavior;
use himaya::text::{Lexicon, LexiconSources};
use himaya_tests::root;
use serde_json::Value;

/// The nine languages of the first release, the ones added since, and the fewest rules of each.
const LANGUAGES: [(&str, usize); 11] = [
    ("ar", 120),
    ("de", 80),
    ("en", 120),
    ("es", 80),
    ("fr", 80),
    ("it", 80),
    ("nl", 80),
    ("pt", 80),
    ("tr", 80),
    ("id", 40),
    ("ru", 40),
];
const FIRST: usize = 9;
/// Bytes, gzipped, of the compiled rules of those nine.
const MAX_COMPILED: usize = 400_000;
/// The fewest indicators and hard negatives in `tests/accuracy/messages`.
const MIN_MESSAGES: (usize, usize) = (60, 100);

#[test]
fn every_language_has_rules_for_every_behaviour_and_for_bullying() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut subjects: BTreeSet<(&str, Option<Behavior>, Category)> = BTreeSet::new();
    for rule in lexicon.rules() {
        let language = rule.code.split('.').next().unwrap();
        *counts.entry(language).or_default() += 1;
        subjects.insert((language, rule.behavior, rule.category));
    }
    assert_eq!(counts.len(), LANGUAGES.len(), "{counts:?}");
    for (language, fewest) in LANGUAGES {
        assert!(counts[language] >= fewest, "{language} has {} rules", counts[language]);
        for behavior in Behavior::ALL {
            let has = subjects.iter().any(|(l, b, _)| *l == language && *b == Some(*behavior));
            assert!(has, "{language} has no rule for {behavior}");
        }
        for category in [Category::Bullying, Category::SelfHarm] {
            let has = subjects.iter().any(|(l, _, c)| *l == language && *c == category);
            assert!(has, "{language} has no rule for {category}");
        }
    }
}

#[test]
fn compiled_rules_of_nine_languages_stay_small() {
    let sources = Lexicon::embedded_sources();
    let first = LANGUAGES.map(|(language, _)| format!("{language}.toml"));
    let is_first = |name: &str| first.iter().take(FIRST).any(|file| name.ends_with(file));
    let files: Vec<(&str, &str)> =
        sources.files.iter().copied().filter(|(name, _)| is_first(name)).collect();
    assert_eq!(files.len(), FIRST);
    let compiled = Lexicon::compile(&LexiconSources { files: &files, ..sources }).unwrap();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&compiled).unwrap();
    let bytes = gzip.finish().unwrap().len();
    println!("compiled rules of {FIRST} languages: {bytes} bytes, gzipped");
    assert!(bytes <= MAX_COMPILED, "{bytes} bytes, gzipped");
}

#[test]
fn every_language_has_labelled_messages_and_none_in_two_sets() {
    for (language, _) in LANGUAGES {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for set in ["messages", "heldout"] {
            let path = root().join(format!("tests/accuracy/{set}/{language}.jsonl"));
            let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
            let (mut indicators, mut negatives) = (0, 0);
            for line in text.lines() {
                let message: Value = serde_json::from_str(line).unwrap();
                match message["label"].as_str().unwrap() {
                    "indicator" => indicators += 1,
                    "hard_negative" => negatives += 1,
                    other => panic!("{path:?}: label {other}"),
                }
                let text = message["text"].as_str().unwrap().to_lowercase();
                let id = message["id"].to_string();
                if let Some(other) = seen.insert(text, id.clone()) {
                    panic!("{language}: {id} and {other} are the same message");
                }
            }
            let (least, fewest) = MIN_MESSAGES;
            assert!(
                indicators >= least && negatives >= fewest,
                "{path:?}: {indicators} + {negatives}"
            );
        }
    }
}
