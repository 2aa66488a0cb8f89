//! The text classifier inside the guard: what it may do, and what it may not.

use std::fs;
use std::path::Path;

use himaya::assessment::{Origin, StatusReason};
use himaya::text::ModelPack;
use himaya::{Action, AgeBand, Conversation, Guard, Message, Role, Status};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    text: String,
}

fn labelled() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("accuracy");
    let mut texts = Vec::new();
    for folder in ["messages", "heldout"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let file = fs::read_to_string(entry.unwrap().path()).unwrap();
            let lines = file.lines().map(|line| serde_json::from_str::<Labelled>(line).unwrap());
            texts.extend(lines.map(|line| line.text));
        }
    }
    texts
}

#[test]
fn the_classifier_alone_never_warns_on_a_single_message() {
    let mut alone = 0;
    for band in [AgeBand::From10To12, AgeBand::From13To15, AgeBand::Adult] {
        let guard = Guard::builder().age_band(band).build().unwrap();
        for text in labelled() {
            for role in [Role::Counterpart, Role::Protected] {
                let message = Message { role, text: &text, time: None, edited: false };
                let assessment = guard.observe(&mut Conversation::new(), &message);
                let found = &assessment.findings;
                if !found.is_empty() && found.iter().all(|f| f.origin == Origin::Model) {
                    alone += 1;
                    assert_eq!(assessment.action, Action::Allow);
                    assert!(found.iter().all(|finding| finding.spans.is_empty()));
                }
            }
        }
    }
    assert!(alone > 100, "found by the classifier alone: {alone}");
}

#[test]
fn assessments_name_the_classifier_and_slim_ones_do_not() {
    let text = "are you home alone?";
    let guard = Guard::builder().build().unwrap();
    guard.load_text_model().unwrap();
    let assessment = guard.assess_message(text);
    let [model] = &assessment.models[..] else { panic!("one model") };
    assert_eq!(&*model.name, "himaya-text");
    assert_eq!(model.sha256.len(), 64);
    assert!(assessment.message_score.unwrap() > 0.5);
    assert_eq!(assessment.status, Status::Complete);

    let slim = Guard::builder().without_text_model().build().unwrap();
    slim.load_text_model().unwrap();
    let assessment = slim.assess_message(text);
    assert!(assessment.models.is_empty() && assessment.message_score.is_none());
    assert!(!assessment.findings.is_empty());
    assert_eq!(assessment.status, Status::Complete);
}

#[test]
fn where_both_agree_the_finding_says_so() {
    let assessment = Guard::builder().build().unwrap().assess_message("send me a pic");
    assert_eq!(assessment.findings[0].origin, Origin::Both);
}

#[test]
fn a_pack_may_come_from_a_folder_and_a_bad_one_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/text/himaya-text-1");
    let guard = Guard::builder().text_model(ModelPack::from_folder(&folder).unwrap());
    assert!(guard.build().unwrap().assess_message("hi there").message_score.is_some());
    let image =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/image/mobilenet-v2-mid-4.4.0");
    let error = ModelPack::from_folder(&image).unwrap_err().to_string();
    assert!(error.starts_with("config.json: missing field"), "{error}");
}

#[test]
fn a_network_that_cannot_be_loaded_degrades_and_says_so() {
    let manifest = |model: &[u8]| {
        use sha2::{Digest, Sha256};
        let sum = |bytes: &[u8]| -> String {
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
        };
        let config = himaya_models::text::CONFIG.text();
        format!(
            r#"{{"schema_version":1,"name":"broken","version":"1","files":{{
                "model.onnx":{{"sha256":"{}","bytes":{}}},
                "config.json":{{"sha256":"{}","bytes":{}}}}}}}"#,
            sum(model),
            model.len(),
            sum(config.as_bytes()),
            config.len()
        )
    };
    let model = b"not a network".to_vec();
    let pack = ModelPack::new(&manifest(&model), &himaya_models::text::CONFIG.text(), model.into())
        .unwrap();
    let guard = Guard::builder().text_model(pack).build().unwrap();
    let assessment = guard.assess_message("are you home alone?");
    assert_eq!(assessment.status, Status::Degraded);
    assert_eq!(assessment.status_reasons, [StatusReason::ModelUnavailable]);
    assert!(assessment.models.is_empty() && !assessment.findings.is_empty());
    assert!(guard.load_text_model().is_err());
}
