//! Snapshots of everything that is serialised: a change shows here before a host feels it.

#![allow(clippy::unwrap_used, reason = "tests")]

use himaya::assessment::{ClassScore, InputType, ModelRef, Origin, StatusReason};
use himaya::policy::{
    AgeSignal, ContestRules, InterventionLevel, Leniency, LockedBy, OnFailure, Preset,
};
use himaya::report::{
    AssessmentId, ContestReason, Include, Ledger, PersonRequest, PersonRole, ReportDraft, Said,
    TransparencyReport,
};
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
    let builder = Guard::builder().lexicon(lexicon.unwrap());
    #[cfg(feature = "text-model")]
    let builder = builder.without_text_model();
    builder.build().unwrap()
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
#[cfg(feature = "text-model")]
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

/// 2026-11-23, a Monday, in milliseconds since 1970.
const MONDAY: i64 = 1_795_392_000_000;

#[test]
fn a_ledger_and_its_report() {
    let guard = guard();
    let mut ledger = Ledger::new();
    let id = AssessmentId::from_bytes([7; 16]);
    let mut warning = guard.assess_message("pay or else");
    warning.ruleset_version = Some("test".into());
    ledger.record_as(&warning, MONDAY, id);
    let failure = guard.assess_failure(StatusReason::ImageUnreadable);
    ledger.record_as(&failure, MONDAY, AssessmentId::from_bytes([8; 16]));
    let rules = ContestRules::default();
    ledger.contest(id, ContestReason::Harmless, MONDAY, &rules).unwrap();
    assert_eq!(Ledger::from_json(&ledger.to_json()).unwrap(), ledger);
    assert_json_snapshot!("ledger", ledger);
    let weeks = ledger.weeks().unwrap();
    let leniency = [Leniency { category: Category::Bullying, raise: 0.05 }];
    let report = TransparencyReport::new(&ledger, weeks, &leniency, "en").unwrap();
    assert_json_snapshot!("transparency_report", report, { ".methodology" => "[method]" });
}

#[test]
fn a_draft_of_a_report() {
    let mut warning = guard().assess_message("pay or else");
    warning.ruleset_version = Some("test".into());
    let include = Include { messages: true, people: true, file_names: true, contacts: false };
    let request = PersonRequest { role: PersonRole::Guardian, time: MONDAY };
    let mut draft = ReportDraft::new(request, include).unwrap();
    let said = Said { role: Role::Counterpart, from: "a name", text: "pay or else" };
    draft.observe(&warning, Some(MONDAY), Some(said));
    draft.statement("write to me: a@example.org");
    draft.attach(b"bytes", Some("screen.png")).unwrap();
    let draft: serde_json::Value = serde_json::from_str(&draft.to_json()).unwrap();
    assert_json_snapshot!("report_draft", draft);
}
