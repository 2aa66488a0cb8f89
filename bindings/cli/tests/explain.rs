//! `himaya explain` as a user runs it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::Path;
use std::process::{Command, Output};

use himaya::taxonomy::{Measured, Subject, Taxonomy};
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_himaya"));
    command.args(arguments).current_dir(root()).output().unwrap()
}

fn explained(word: &str) -> Value {
    let output = run(&["explain", word, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{word}: {}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn every_word_is_explained_with_limits_and_whole_references() {
    for subject in Subject::all() {
        let json = explained(subject.slug());
        let entries = json["subjects"].as_array().unwrap();
        let entry = entries.iter().find(|entry| entry["kind"] == subject.kind()).unwrap();
        assert!(!entry["limits"].as_array().unwrap().is_empty(), "{entry}");
        for key in entry["sources"].as_array().unwrap() {
            let source = &json["sources"][key.as_str().unwrap()];
            assert!(source["title"].is_string() && source["year"].is_number(), "{key}");
        }
    }
}

#[test]
fn the_rates_of_a_behaviour_are_those_of_the_evaluation() {
    let measured = Measured::embedded().unwrap();
    let json = explained("secrecy");
    let rate = measured.behaviors.get("secrecy").unwrap();
    assert_eq!(json["measured"]["behaviors"]["secrecy"]["hits"], rate.hits);
    assert_eq!(json["measured"]["behaviors"]["secrecy"]["of"], rate.of);
    let arabic = &measured.languages.get("ar").unwrap().recall;
    assert_eq!(json["measured"]["languages"]["ar"]["messages"]["recall"]["hits"], arabic.hits);
    assert_eq!(json["measured"]["model_version"], measured.version.as_str());
    let shown = text(&run(&["explain", "secrecy"]).stdout);
    let percent = 100.0 * f64::from(rate.hits) / f64::from(rate.of);
    assert!(shown.contains(&format!("found {percent:.1} % of {}", rate.of)), "{shown}");
}

#[test]
fn a_rules_reason_code_leads_to_the_rule_its_language_and_its_behaviour() {
    let code = "en.secrecy.our-secret";
    let json = explained(code);
    assert_eq!(json["rule"]["language"], "en");
    assert_eq!(json["rule"]["behavior"], "secrecy");
    assert_eq!(json["subjects"][0]["slug"], "secrecy");
    assert!(json["measured"]["languages"].as_object().unwrap().keys().eq(["en"]));
    let shown = text(&run(&["explain", code]).stdout);
    for expected in ["models/lexicon/en.toml", "weight 0.", "olson2007", "L. N. Olson"] {
        assert!(shown.contains(expected), "{expected} is missing in\n{shown}");
    }
}

#[test]
fn other_reason_codes_say_where_their_error_rate_is_found() {
    for (code, place) in [
        ("model.threat_sextortion", "evaluation.json"),
        ("image.class_sum.sensitive", "CARD.md"),
        ("image.hash_list.somebodys", "docs/hash-lists.md"),
        ("conversation.pattern", "himaya eval --conversations"),
    ] {
        let shown = text(&run(&["explain", code]).stdout);
        assert!(shown.contains(place), "{place} is missing in\n{shown}");
    }
}

#[test]
fn an_unknown_word_is_refused_with_those_like_it_and_where_to_look() {
    for (word, proposed) in [
        ("secresy", "secrecy"),
        ("en.secrecy.our-secrets", "en.secrecy.our-secret"),
        ("conversation.patern", "conversation.pattern"),
        ("model.secresy", ""),
    ] {
        let output = run(&["explain", word]);
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(proposed) && error.contains("himaya explain"), "{error}");
    }
}

#[test]
fn without_a_word_all_are_listed() {
    let shown = text(&run(&["explain"]).stdout);
    for subject in Subject::all() {
        assert!(shown.contains(subject.slug()), "{}", subject.slug());
    }
    let json: Value = serde_json::from_slice(&run(&["explain", "--json"]).stdout).unwrap();
    let reasons = Taxonomy::embedded().unwrap().reasons().len();
    assert_eq!(json.as_array().unwrap().len(), Subject::all().count() + reasons);
}

#[test]
fn every_place_that_has_an_error_rate_exists() {
    let taxonomy = Taxonomy::embedded().unwrap();
    let entries = Subject::all().filter_map(|subject| taxonomy.entry(subject));
    let places = entries.flat_map(|entry| &entry.measured);
    for place in places.chain(taxonomy.reasons().iter().flat_map(|reason| &reason.measured)) {
        match place.strip_prefix("himaya ") {
            Some(command) => {
                let mut arguments: Vec<&str> = command.split(' ').collect();
                arguments.push("--help");
                assert_eq!(run(&arguments).status.code(), Some(0), "{place}");
            }
            None => assert!(root().join(place).is_file(), "{place}"),
        }
    }
}
