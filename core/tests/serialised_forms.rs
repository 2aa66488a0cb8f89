//! Snapshots of everything that is serialised: a change shows here before a host feels it.

#![allow(clippy::unwrap_used, reason = "tests")]

use himaya::assessment::{ClassScore, InputType, ModelRef, Origin, StatusReason};
use himaya::policy::{AgeSignal, InterventionLevel, LockedBy, OnFailure, Preset};
use himaya::taxonomy::{Direction, Stage};
use himaya::{
    Action, AgeBand, Assessment, Behavior, Category, Conversation, Guard, Message, Policy, Role,
    Status,
};
use insta::assert_json_snapshot;

/// Rules of our own, so that snapshots do not change with the embedded ones.
fn guard() -> Guard {
    let rules = r#"
schema_version = 1
language = "en"
name = "English"
[[rules]]
id = "secrecy.test"
behavior = "secrecy"
direction = "counterpart"
weight = 0.75
severity = 4
source = "leaflet"
patterns = ["our secret"]
examples = ["our secret"]
[[rules]]
id = "threat.test"
behavior = "threat_sextortion"
direction = "counterpart"
weight = 0.95
severity = 7
decisive = true
source = "leaflet"
patterns = ["pay or else"]
examples = ["pay or else"]
"#;
    let lexicon = himaya::text::Lexicon::from_sources(&himaya::text::LexiconSources {
        version: "test",
        bibliography: ("sources.toml", "[leaflet]"),
        files: &[("en.toml", rules)],
    });
    Guard::builder().lexicon(lexicon.unwrap()).without_text_model().build().unwrap()
}

fn assert_reads_back(assessment: &Assessment) {
    let json = serde_json::to_string(assessment).unwrap();
    assert_eq!(&serde_json::from_str::<Assessment>(&json).unwrap(), assessment);
}

#[test]
fn a_quiet_message() {
    let assessment = guard().assess_message("hello");
    assert_reads_back(&assessment);
    assert_json_snapshot!(assessment, { ".ruleset_version" => "[version]" });
}

#[test]
fn a_message_that_the_classifier_read() {
    let assessment = Guard::builder().build().unwrap().assess_message("hello");
    assert_reads_back(&assessment);
    assert_json_snapshot!(assessment, {
        ".ruleset_version" => "[version]",
        ".message_score" => "[0 to 1]",
        ".models[].sha256" => "[sha256]",
    });
}

#[test]
fn a_signal_and_a_warning() {
    let guard = guard();
    let mut conversation = Conversation::new();
    let message = |text| Message::from_counterpart(text).at(60_000);
    let signal = guard.observe(&mut conversation, &message("this is our secret"));
    let warning = guard.observe(&mut conversation, &message("pay or else"));
    let after = guard.observe(&mut conversation, &message("hello"));
    for assessment in [&signal, &warning, &after] {
        assert_reads_back(assessment);
    }
    assert_json_snapshot!([signal, warning, after], { "[].ruleset_version" => "[version]" });
}

#[test]
fn what_could_not_be_looked_at() {
    let guard = guard();
    let long = "x ".repeat(1 << 20);
    let truncated = guard.assess_message(&long);
    let failed = guard.assess_failure(StatusReason::ImageUnreadable);
    assert_reads_back(&failed);
    assert_json_snapshot!([truncated, failed], { "[].ruleset_version" => "[version]" });
}

#[test]
fn parts_of_an_assessment() {
    let model = ModelRef { name: "m".into(), version: "1".into(), sha256: "00".into() };
    let class = ClassScore { class: "Neutral".into(), score: 0.5 };
    assert_json_snapshot!((model, class));
}

#[test]
fn every_word_of_the_vocabulary() {
    assert_json_snapshot!(serde_json::json!({
        "actions": Action::ALL,
        "age_bands": AgeBand::ALL,
        "age_signals": AgeSignal::ALL,
        "behaviors": Behavior::ALL,
        "categories": Category::ALL,
        "directions": Direction::ALL,
        "input_types": InputType::ALL,
        "intervention_levels": InterventionLevel::ALL,
        "locked_by": LockedBy::ALL,
        "on_failure": OnFailure::ALL,
        "origins": Origin::ALL,
        "presets": Preset::ALL,
        "roles": [Role::Protected, Role::Counterpart],
        "stages": Stage::ALL,
        "statuses": Status::ALL,
        "status_reasons": StatusReason::ALL,
    }));
}

#[test]
fn the_policy_presets() {
    for preset in Preset::ALL {
        assert_json_snapshot!(format!("policy_{preset}"), Policy::named(*preset).unwrap());
    }
}
