//! What the targets share.

#[cfg(feature = "networks")]
pub mod mutate;

use std::sync::OnceLock;

use himaya::{Action, Assessment, Guard, Status};

/// Stands for a child's words: it must not come out where content has no place.
pub const MARKER: &str = "CANARYCANARY";

/// The guard with the embedded rules, built once.
pub fn guard() -> &'static Guard {
    static GUARD: OnceLock<Guard> = OnceLock::new();
    GUARD.get_or_init(|| built(Guard::builder()))
}

/// Builds a guard.
pub fn built(builder: himaya::GuardBuilder) -> Guard {
    builder.build().expect("the embedded artefacts hold")
}

/// What holds for every assessment of a message, of which `read` was looked at.
pub fn check_assessment(read: &str, assessment: &Assessment) {
    let unit = |number: f32| (0.0..=1.0).contains(&number);
    assert!(unit(assessment.risk), "risk {}", assessment.risk);
    assert_ne!(assessment.status, Status::Failed);
    assert_eq!(assessment.action == Action::Allow, assessment.message_key.is_none());
    for finding in &assessment.findings {
        assert!(unit(finding.score), "score {}", finding.score);
        assert!(finding.behaviors.iter().all(|behavior| unit(behavior.score)));
        for span in &finding.spans {
            // `get` is `None` outside the text and inside a character.
            let cut = read.get(span.clone());
            assert!(cut.is_some_and(|cut| !cut.is_empty()), "span {span:?} of {}", read.len());
        }
    }
    if read.contains(MARKER) {
        assert!(!format!("{assessment:?}").contains(MARKER), "Debug shows content");
        let json = serde_json::to_string(assessment).expect("an assessment is JSON");
        assert!(!json.contains(MARKER), "JSON shows content");
    }
}

/// An error says what is wrong and does not repeat what it was given at length.
pub fn short(error: &impl std::fmt::Display) {
    let shown = error.to_string();
    assert!(!shown.is_empty() && shown.chars().count() < 1000, "{shown}");
}

/// The manifest of a model pack with these files.
#[cfg(feature = "networks")]
pub fn manifest_of(config: &[u8], model: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let entry = |bytes: &[u8]| {
        let sum = Sha256::digest(bytes);
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        serde_json::json!({ "sha256": sum, "bytes": bytes.len() })
    };
    serde_json::json!({
        "schema_version": 1,
        "name": "fuzz",
        "version": "1",
        "files": { "config.json": entry(config), "model.onnx": entry(model) },
    })
    .to_string()
}
