//! Assessments as records.

use std::ops::Range;

use himaya::assessment::{self as core, Severity};

use crate::vocabulary::{
    Action, Behavior, Category, InputType, Origin, Stage, Status, StatusReason,
};

/// The result of looking at one message, picture or stream. Holds no content.
// What has a fixed size comes first: a reader that is in a hurry finds it without the rest.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Assessment {
    /// Version of the JSON form.
    pub schema_version: u32,
    /// What was looked at.
    pub input_type: InputType,
    /// What the policy says to do.
    pub action: Action,
    /// Whether everything was looked at.
    pub status: Status,
    /// Probability of harm, 0..1: of the conversation so far for messages, the strongest
    /// finding's for pictures, what several looks agree on for streams.
    pub risk: f32,
    /// Whether the child must be able to see that messages are looked at.
    pub monitoring_notice_required: bool,
    /// Probability that this message shows an indicator, 0..1, by rules and classifier together.
    /// Absent without a text classifier.
    pub message_score: Option<f32>,
    /// What was found, strongest first.
    pub findings: Vec<Finding>,
    /// Why the status is not `complete`.
    pub status_reasons: Vec<StatusReason>,
    /// Which message the child or guardian may be shown.
    pub message_key: Option<String>,
    /// Which message the other side may be shown.
    pub deterrence_key: Option<String>,
    /// Scores of the picture model's classes, 0..1; empty for messages.
    pub class_scores: Vec<ClassScore>,
    /// Whether the policy would have asked for more, had contested outcomes not raised a threshold.
    pub relaxed: bool,
    /// The models that took part.
    pub models: Vec<ModelRef>,
    /// The rules that took part.
    pub ruleset_version: Option<String>,
}

/// A model that took part in an assessment.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ModelRef {
    /// Name of the model.
    pub name: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its file, as hex digits.
    pub sha256: String,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Finding {
    /// The kind of harm.
    pub category: Category,
    /// 0..1. For a message: how strongly this message points to the category. For a picture:
    /// the sum of the classes that make up the category; for a known picture 1 for the same
    /// hash, less 1/64 for each differing bit.
    pub score: f32,
    /// How bad it is if true, 0 (none) to 7 (gravest).
    pub severity: u8,
    /// Who says so.
    pub origin: Origin,
    /// The grooming stage that the strongest behaviour points to.
    pub stage: Option<Stage>,
    /// Behaviours, strongest first.
    pub behaviors: Vec<BehaviorScore>,
    /// Where in the message, in the unit that the guard was made with; empty for what the
    /// classifier says of the message as a whole.
    pub spans: Vec<Span>,
    /// Names of the rules or the model output behind it.
    pub reason_codes: Vec<String>,
}

/// A behaviour and how strongly it shows.
#[derive(Clone, Copy, Debug, PartialEq, uniffi::Record)]
pub struct BehaviorScore {
    /// The behaviour.
    pub behavior: Behavior,
    /// 0..1; from 0.5 on it counts as a signal.
    pub score: f32,
}

/// A class of the picture model and its score.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ClassScore {
    /// The class, as the model names it.
    pub class_name: String,
    /// 0..1; all classes sum to 1, unless the model judges each by itself.
    pub score: f32,
}

/// A part of a message, from `start` up to `end`, which is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Span {
    /// Its first unit, from 0.
    pub start: u32,
    /// The unit behind its last.
    pub end: u32,
}

#[uniffi::export]
impl Assessment {
    /// The core's JSON form, version `schema_version`. Spans stay in the guard's unit.
    pub fn to_json(&self) -> String {
        // Numbers, slugs and strings: nothing in it can fail.
        serde_json::to_string(&core::Assessment::from(self.clone())).unwrap_or_default()
    }
}

impl From<core::Assessment> for Assessment {
    fn from(from: core::Assessment) -> Self {
        Self {
            schema_version: from.schema_version,
            models: from.models.into_iter().map(Into::into).collect(),
            ruleset_version: from.ruleset_version.map(|version| version.to_string()),
            input_type: from.input_type.into(),
            risk: from.risk,
            findings: from.findings.into_iter().map(Into::into).collect(),
            message_score: from.message_score,
            class_scores: from.class_scores.into_iter().map(Into::into).collect(),
            action: from.action.into(),
            relaxed: from.relaxed,
            message_key: from.message_key.map(|key| key.to_string()),
            deterrence_key: from.deterrence_key.map(|key| key.to_string()),
            monitoring_notice_required: from.monitoring_notice_required,
            status: from.status.into(),
            status_reasons: from.status_reasons.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Assessment> for core::Assessment {
    fn from(from: Assessment) -> Self {
        Self {
            schema_version: from.schema_version,
            models: from.models.into_iter().map(Into::into).collect(),
            ruleset_version: from.ruleset_version.map(Into::into),
            input_type: from.input_type.into(),
            risk: from.risk,
            findings: from.findings.into_iter().map(Into::into).collect(),
            message_score: from.message_score,
            class_scores: from.class_scores.into_iter().map(Into::into).collect(),
            action: from.action.into(),
            relaxed: from.relaxed,
            message_key: from.message_key.map(Into::into),
            deterrence_key: from.deterrence_key.map(Into::into),
            monitoring_notice_required: from.monitoring_notice_required,
            status: from.status.into(),
            status_reasons: from.status_reasons.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<core::ModelRef> for ModelRef {
    fn from(from: core::ModelRef) -> Self {
        Self {
            name: from.name.to_string(),
            version: from.version.to_string(),
            sha256: from.sha256.to_string(),
        }
    }
}

impl From<ModelRef> for core::ModelRef {
    fn from(from: ModelRef) -> Self {
        Self { name: from.name.into(), version: from.version.into(), sha256: from.sha256.into() }
    }
}

impl From<core::Finding> for Finding {
    fn from(from: core::Finding) -> Self {
        Self {
            category: from.category.into(),
            score: from.score,
            severity: from.severity.level(),
            origin: from.origin.into(),
            stage: from.stage.map(Into::into),
            behaviors: from.behaviors.into_iter().map(Into::into).collect(),
            spans: from.spans.into_iter().map(Into::into).collect(),
            reason_codes: from.reason_codes.iter().map(ToString::to_string).collect(),
        }
    }
}

impl From<Finding> for core::Finding {
    fn from(from: Finding) -> Self {
        Self {
            category: from.category.into(),
            score: from.score,
            severity: Severity::new(from.severity),
            origin: from.origin.into(),
            stage: from.stage.map(Into::into),
            behaviors: from.behaviors.into_iter().map(Into::into).collect(),
            spans: from.spans.into_iter().map(Into::into).collect(),
            reason_codes: from.reason_codes.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<core::BehaviorScore> for BehaviorScore {
    fn from(core::BehaviorScore { behavior, score }: core::BehaviorScore) -> Self {
        Self { behavior: behavior.into(), score }
    }
}

impl From<BehaviorScore> for core::BehaviorScore {
    fn from(BehaviorScore { behavior, score }: BehaviorScore) -> Self {
        Self { behavior: behavior.into(), score }
    }
}

impl From<core::ClassScore> for ClassScore {
    fn from(core::ClassScore { class, score }: core::ClassScore) -> Self {
        Self { class_name: class.to_string(), score }
    }
}

impl From<ClassScore> for core::ClassScore {
    fn from(ClassScore { class_name, score }: ClassScore) -> Self {
        Self { class: class_name.into(), score }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        // More than 4 GiB of a message are never read.
        let place = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: place(range.start), end: place(range.end) }
    }
}

impl From<Span> for Range<usize> {
    fn from(Span { start, end }: Span) -> Self {
        start as usize..end as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_the_cores_to_the_letter() {
        let guard = himaya::Guard::builder().build().unwrap();
        for text in ["are you home alone? don't tell your mum", "see you at school", ""] {
            let assessed = guard.assess_message(text);
            let json = serde_json::to_string(&assessed).unwrap();
            assert_eq!(Assessment::from(assessed).to_json(), json);
        }
    }
}
