//! The invented service of `examples/data/assess`: a change of data or logic shows here.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use himaya::assess::{Frameworks, Outcome, Questionnaire, RemedyKind, SafetyAssessment};
use himaya::{AgeBand, Policy};
use insta::assert_json_snapshot;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn example() -> SafetyAssessment {
    let path = root().join("examples/data/assess/questionnaire.toml");
    let questionnaire = Questionnaire::from_toml(&fs::read_to_string(path).unwrap()).unwrap();
    let policy = Policy::preset(AgeBand::From10To12).unwrap();
    SafetyAssessment::evaluate(&policy, None, &questionnaire).unwrap()
}

#[test]
fn the_example_comes_out_as_before() {
    let report = example();
    let points = report.frameworks.iter().flat_map(|framework| &framework.points);
    let outcomes: BTreeMap<&str, Outcome> =
        points.map(|point| (point.id.as_str(), point.outcome)).collect();
    assert_json_snapshot!("outcomes_of_the_example", outcomes);
    let point = report.frameworks.iter().flat_map(|f| &f.points).find(|point| point.id == "cc-11");
    assert_json_snapshot!("a_point_of_the_example", point.unwrap());
}

#[test]
fn the_example_shows_every_outcome() {
    let report = example();
    for outcome in Outcome::ALL {
        let mut points = report.frameworks.iter().flat_map(|framework| &framework.points);
        assert!(points.any(|point| point.outcome == *outcome), "{outcome}");
    }
}

#[test]
fn every_document_policy_field_and_item_that_a_remedy_names_exists() {
    let policy = Policy::preset(AgeBand::From10To12).unwrap();
    let policy = serde_json::to_value(policy).unwrap();
    let mut sources = String::new();
    read_all(&root().join("core/src"), &mut sources);
    for framework in Frameworks::embedded().unwrap().frameworks() {
        for remedy in framework.points.iter().flat_map(|point| &point.remedies) {
            let name = &remedy.name;
            let exists = match remedy.kind {
                RemedyKind::Document => root().join(name).is_file(),
                RemedyKind::Policy => policy.get(name).is_some(),
                RemedyKind::Api => item_exists(name, &sources),
                _ => true,
            };
            assert!(exists, "{}: {name}", framework.id);
        }
    }
}

/// Whether the crate declares a public type, and a function of it if one is named.
fn item_exists(name: &str, sources: &str) -> bool {
    let (item, function) = name.split_once("::").unwrap_or((name, ""));
    let function = function.is_empty() || sources.contains(&format!("pub fn {function}(")) || {
        sources.contains(&format!("pub fn {function}<"))
    };
    let declared =
        [format!("pub struct {item}"), format!("pub enum {item}"), format!("    {item} {{")];
    function && declared.iter().any(|declaration| sources.contains(declaration))
}

fn read_all(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, into);
        } else {
            into.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}
