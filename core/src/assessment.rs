//! What comes out: one vocabulary of results for messages, pictures and streams.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::taxonomy::{Behavior, Category, Stage, slugs};

/// Version of the JSON form of [`Assessment`].
pub const SCHEMA_VERSION: u32 = 1;

/// The result of looking at one message, picture or stream. Holds no content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Version of this form.
    pub schema_version: u32,
    /// The models that took part.
    pub models: Vec<ModelRef>,
    /// The rules that took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ruleset_version: Option<Arc<str>>,
    /// What was looked at.
    pub input_type: InputType,
    /// Probability of harm, 0..1: of the conversation so far for messages, the strongest
    /// finding's for pictures, what several looks agree on for streams.
    pub risk: f32,
    /// What was found, strongest first.
    pub findings: Vec<Finding>,
    /// Probability that this message shows an indicator, 0..1, by rules and classifier together,
    /// as among the messages that both were fitted on: one indicator to two that only sound like
    /// one. Absent without a text classifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_score: Option<f32>,
    /// Scores of the picture model's classes, 0..1; empty for messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub class_scores: Vec<ClassScore>,
    /// What the policy says to do.
    pub action: Action,
    /// Whether the policy would have asked for more, had contested outcomes not raised a threshold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relaxed: bool,
    /// Which message the child or guardian may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_key: Option<Arc<str>>,
    /// Which message the other side may be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deterrence_key: Option<Arc<str>>,
    /// Whether the child must be able to see that messages are looked at.
    pub monitoring_notice_required: bool,
    /// Whether everything was looked at.
    pub status: Status,
    /// Why the status is not `complete`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_reasons: Vec<StatusReason>,
}

impl Assessment {
    /// The strongest finding.
    pub fn top_finding(&self) -> Option<&Finding> {
        self.findings.first()
    }

    /// Whether the policy asks for anything.
    pub fn is_actionable(&self) -> bool {
        self.action != Action::Allow
    }
}

/// A model that took part in an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelRef {
    /// Name of the model.
    pub name: Arc<str>,
    /// Its version.
    pub version: Arc<str>,
    /// SHA-256 of its file, as hex digits.
    pub sha256: Arc<str>,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The kind of harm.
    pub category: Category,
    /// 0..1. For a message: how strongly this message points to the category. For a picture:
    /// the sum of the classes that make up the category; for a known picture 1 for the same
    /// hash, less 1/64 for each differing bit.
    pub score: f32,
    /// How bad it is if true.
    pub severity: Severity,
    /// Who says so.
    pub origin: Origin,
    /// The grooming stage that the strongest behaviour points to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Behaviours, strongest first.
    pub behaviors: Vec<BehaviorScore>,
    /// Where in the message, in UTF-8 bytes, cut at character boundaries; empty for what the
    /// classifier says of the message as a whole.
    pub spans: Vec<Range<usize>>,
    /// Names of the rules or the model output behind it.
    pub reason_codes: Vec<Arc<str>>,
}

/// A behaviour and how strongly it shows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct BehaviorScore {
    /// The behaviour.
    pub behavior: Behavior,
    /// 0..1; from 0.5 on it counts as a signal.
    pub score: f32,
}

/// A class of the picture model and its score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassScore {
    /// The class, as the model names it.
    pub class: Arc<str>,
    /// 0..1; all classes sum to 1, unless the model judges each by itself.
    pub score: f32,
}

slugs! {
    /// What was looked at.
    InputType {
        /// A chat message.
        Message = "message",
        /// A picture.
        Image = "image",
        /// A video or livestream.
        Stream = "stream",
    }
}

slugs! {
    /// What to do, from nothing to the strongest.
    Action {
        /// Let it pass.
        Allow = "allow",
        /// Show a sign, and help.
        Indicate = "indicate",
        /// Cover it; it may be uncovered where the policy permits.
        Blur = "blur",
        /// Stop and ask first.
        Interrupt = "interrupt",
        /// Do not let it through.
        Mute = "mute",
    }
}

slugs! {
    /// Who found something.
    Origin {
        /// An indicator rule.
        Rule = "rule",
        /// A model.
        Model = "model",
        /// Both agree.
        Both = "both",
    }
}

slugs! {
    /// How much of the input was looked at.
    Status {
        /// All of it, by everything that is configured.
        Complete = "complete",
        /// A part of it, or not by everything; `status_reasons` says which.
        Degraded = "degraded",
        /// None of it; the policy's `on_failure` decided the action.
        Failed = "failed",
    }
}

slugs! {
    /// Why an assessment is degraded or failed.
    StatusReason {
        /// The message is longer than the limit; the rest was not read.
        MessageTruncated = "message_truncated",
        /// The picture could not be read or classified.
        ImageUnreadable = "image_unreadable",
        /// The model could not be loaded or run.
        ModelUnavailable = "model_unavailable",
        /// The message could not be read.
        MessageUnreadable = "message_unreadable",
        /// What was kept of the conversation is damaged; it begins anew.
        ConversationDamaged = "conversation_damaged",
        /// The store of conversations cannot be read or written.
        StoreUnavailable = "store_unavailable",
        /// The video could not be read.
        VideoUnreadable = "video_unreadable",
        /// Frames of the stream or animation were left out that a bound forbade to look at.
        FramesSkipped = "frames_skipped",
    }
}

/// How bad something is, 0 (none) to 7 (gravest), as in Azure AI Content Safety's scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Severity(u8);

impl Severity {
    /// The gravest.
    pub const MAX: Self = Self(7);

    /// Clamps to 0..=7.
    pub const fn new(level: u8) -> Self {
        Self(if level > 7 { 7 } else { level })
    }

    /// 0..=7.
    pub const fn level(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Severity {
    type Error = SeverityError;

    fn try_from(level: u8) -> Result<Self, SeverityError> {
        if level <= 7 { Ok(Self(level)) } else { Err(SeverityError(level)) }
    }
}

impl From<Severity> for u8 {
    fn from(severity: Severity) -> Self {
        severity.0
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A severity out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("severity {0} is out of range; give a whole number from 0 to 7")]
pub struct SeverityError(pub u8);
