//! Assessments in UniFFI's bytes straight from the core's: by way of the records every string in
//! them would be copied twice.

use himaya::assessment as core;
use uniffi::Lower;

use crate::UniFfiTag;
use crate::assessment::Span;
use crate::vocabulary::{
    Action, Behavior, Category, InputType, Origin, Stage, Status, StatusReason,
};

/// Most assessments are smaller.
const USUAL_BYTES: usize = 1024;

/// As UniFFI writes an [`Assessment`](crate::assessment::Assessment).
pub(crate) fn assessment(from: &core::Assessment) -> Vec<u8> {
    let mut to = Vec::with_capacity(USUAL_BYTES);
    write(from, &mut to);
    to
}

/// As UniFFI writes an [`Observation`](crate::conversations::Observation).
pub(crate) fn observation(from: &core::Assessment, trouble: Option<String>) -> Vec<u8> {
    let mut to = Vec::with_capacity(USUAL_BYTES);
    put(trouble, &mut to);
    write(from, &mut to);
    to
}

fn write(from: &core::Assessment, to: &mut Vec<u8>) {
    put(from.schema_version, to);
    put::<InputType>(from.input_type.into(), to);
    put::<Action>(from.action.into(), to);
    put::<Status>(from.status.into(), to);
    put(from.risk, to);
    put(from.monitoring_notice_required, to);
    put(from.message_score, to);
    each(&from.findings, to, finding);
    each(&from.status_reasons, to, |&reason, to| put::<StatusReason>(reason.into(), to));
    optional(from.message_key.as_deref(), to);
    optional(from.deterrence_key.as_deref(), to);
    each(&from.class_scores, to, |class, to| {
        text(&class.class, to);
        put(class.score, to);
    });
    put(from.relaxed, to);
    each(&from.models, to, |model, to| {
        text(&model.name, to);
        text(&model.version, to);
        text(&model.sha256, to);
    });
    optional(from.ruleset_version.as_deref(), to);
}

fn finding(from: &core::Finding, to: &mut Vec<u8>) {
    put::<Category>(from.category.into(), to);
    put(from.score, to);
    put(from.severity.level(), to);
    put::<Origin>(from.origin.into(), to);
    put::<Option<Stage>>(from.stage.map(Into::into), to);
    each(&from.behaviors, to, |shown, to| {
        put::<Behavior>(shown.behavior.into(), to);
        put(shown.score, to);
    });
    each(&from.spans, to, |span, to| {
        put(Span::from(span.clone()), to);
    });
    each(&from.reason_codes, to, |code, to| text(code, to));
}

fn put<T: Lower<UniFfiTag>>(value: T, to: &mut Vec<u8>) {
    T::write(value, to);
}

fn each<T>(of: &[T], to: &mut Vec<u8>, write: impl Fn(&T, &mut Vec<u8>)) {
    put(count(of.len()), to);
    of.iter().for_each(|one| write(one, to));
}

fn optional(from: Option<&str>, to: &mut Vec<u8>) {
    put(from.is_some(), to);
    if let Some(from) = from {
        text(from, to);
    }
}

fn text(from: &str, to: &mut Vec<u8>) {
    put(count(from.len()), to);
    to.extend_from_slice(from.as_bytes());
}

/// Of names, and of what was found in a message: far fewer.
fn count(many: usize) -> i32 {
    i32::try_from(many).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use himaya::assessment::{BehaviorScore, ClassScore, Finding, ModelRef, Severity};

    use super::*;
    use crate::assessment::Assessment;
    use crate::conversations::Observation;

    fn full() -> core::Assessment {
        let text = |text: &str| Arc::<str>::from(text);
        core::Assessment {
            schema_version: 1,
            models: vec![ModelRef { name: text("a"), version: text("1"), sha256: text("0é") }; 2],
            ruleset_version: Some(text("rules")),
            input_type: core::InputType::Stream,
            risk: 0.25,
            findings: himaya::taxonomy::Category::ALL
                .iter()
                .map(|&category| Finding {
                    category,
                    score: 0.5,
                    severity: Severity::MAX,
                    origin: core::Origin::Both,
                    stage: (category != himaya::taxonomy::Category::Grooming)
                        .then_some(himaya::taxonomy::Stage::Control),
                    behaviors: himaya::taxonomy::Behavior::ALL
                        .iter()
                        .map(|&behavior| BehaviorScore { behavior, score: 0.75 })
                        .collect(),
                    spans: vec![0..3, 7..usize::MAX],
                    reason_codes: vec![text("one"), text("")],
                })
                .collect(),
            message_score: Some(0.125),
            class_scores: vec![ClassScore { class: text("class"), score: 1.0 }],
            action: core::Action::Mute,
            relaxed: true,
            message_key: Some(text("key")),
            deterrence_key: None,
            monitoring_notice_required: true,
            status: core::Status::Degraded,
            status_reasons: core::StatusReason::ALL.to_vec(),
        }
    }

    fn by_uniffi<T: Lower<UniFfiTag>>(value: T) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(value, &mut bytes);
        bytes
    }

    #[test]
    fn every_field_is_written_as_uniffi_writes_it() {
        let guard = himaya::Guard::builder().build().unwrap();
        for from in [full(), guard.assess_message(""), guard.assess_message("are you alone?")] {
            assert_eq!(assessment(&from), by_uniffi(Assessment::from(from.clone())));
            for trouble in [None, Some("why".to_owned())] {
                let record =
                    Observation { trouble: trouble.clone(), assessment: from.clone().into() };
                assert_eq!(observation(&from, trouble), by_uniffi(record));
            }
        }
    }
}
