//! The one object that a host holds.

use std::borrow::Cow;
use std::sync::Arc;

use crate::assessment::{
    Action, Assessment, Finding, InputType, Origin, SCHEMA_VERSION, Severity, Status, StatusReason,
};
use crate::conversation::weights::Weights;
use crate::conversation::{Conversation, Explanation};
use crate::error::BuildError;
#[cfg(feature = "text-model")]
use crate::error::OnnxError;
#[cfg(feature = "image-model")]
use crate::image::{
    AnimationLimits, DecodeLimits, HashList, ImageClassifier, ImageConfig, ImageError, KnownImages,
    ModelPack, OperatorTime, Opinion, Pixels, SecondOpinion, animation, decode,
};
use crate::message::{Message, Role};
#[cfg(feature = "networks")]
use crate::pack::Pack;
use crate::policy::{AgeBand, InterventionLevel, OnFailure, Policy, PolicyLock, PolicyTable};
use crate::taxonomy::Category;
use crate::text::Lexicon;
use crate::text::contact::Contacts;
use crate::text::signals::{self, Reader};
#[cfg(feature = "text-model")]
use crate::text::{self, classifier::TextClassifier};

/// From this risk on a conversation is reported even when the message at hand is harmless.
const PATTERN_RISK: f32 = 0.5;
#[cfg(feature = "image-model")]
/// From this score on a picture counts as a finding, whatever the policy.
pub(crate) const IMAGE_FINDING: f32 = 0.3;
#[cfg(feature = "image-model")]
const IMAGE_SEVERITY: Severity = Severity::new(5);

/// Bounds on what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a message that are read; what lies beyond makes the assessment `degraded`.
    pub max_message_bytes: usize,
    #[cfg(feature = "image-model")]
    /// Bounds for pictures.
    pub image: DecodeLimits,
    #[cfg(feature = "image-model")]
    /// Bounds for pictures with several frames, beside those for pictures.
    pub animation: AnimationLimits,
}

impl Default for Limits {
    /// 1 MiB of text, 50 megapixels, 16 frames of an animation.
    fn default() -> Self {
        Self {
            max_message_bytes: 1 << 20,
            #[cfg(feature = "image-model")]
            image: DecodeLimits::default(),
            #[cfg(feature = "image-model")]
            animation: AnimationLimits::default(),
        }
    }
}

/// Makes a [`Guard`].
#[derive(Debug, Default)]
pub struct GuardBuilder {
    age_band: Option<AgeBand>,
    policy: Option<Policy>,
    policy_lock: Option<PolicyLock>,
    lexicon: Option<Arc<Lexicon>>,
    limits: Limits,
    weights: Option<String>,
    #[cfg(feature = "text-model")]
    text_model: Choice<text::TextConfig>,
    #[cfg(feature = "image-model")]
    image_model: Choice<ImageConfig>,
    #[cfg(feature = "image-model")]
    second_image_model: Option<ModelPack>,
    #[cfg(feature = "image-model")]
    known_images: KnownImages,
}

/// Which model to use.
#[cfg(feature = "networks")]
#[derive(Debug, Default)]
enum Choice<C> {
    #[cfg(feature = "embedded-models")]
    #[default]
    Embedded,
    Own(Pack<C>),
    #[cfg_attr(not(feature = "embedded-models"), default)]
    None,
}

impl GuardBuilder {
    /// Age of the protected person; chooses the policy preset and the rows of a policy that count.
    /// Default: 10 to 12 years.
    #[must_use]
    pub fn age_band(mut self, band: AgeBand) -> Self {
        self.age_band = Some(band);
        self
    }

    /// A policy of the host's own, in place of a preset.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policy = Some(policy);
        self
    }

    /// The policy that a guardian settled on; `build` refuses every other one.
    #[must_use]
    pub fn policy_lock(mut self, lock: PolicyLock) -> Self {
        self.policy_lock = Some(lock);
        self
    }

    /// Indicator rules of the host's own, in place of the embedded ones. A build without
    /// `embedded-rules` needs them.
    #[must_use]
    pub fn lexicon(mut self, lexicon: impl Into<Arc<Lexicon>>) -> Self {
        self.lexicon = Some(lexicon.into());
        self
    }

    /// Bounds on what is looked at.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// A weights file for conversations (TOML) in place of the embedded one; `build` checks it.
    #[must_use]
    pub fn conversation_weights(mut self, toml: impl Into<String>) -> Self {
        self.weights = Some(toml.into());
        self
    }

    /// A text classifier that the host brings, in place of the embedded one. A build without
    /// `embedded-models` has rules alone unless one is given.
    #[cfg(feature = "text-model")]
    #[must_use]
    pub fn text_model(mut self, pack: text::ModelPack) -> Self {
        self.text_model = Choice::Own(pack);
        self
    }

    /// Rules alone, as in a build without `text-model`.
    #[cfg(feature = "text-model")]
    #[must_use]
    pub fn without_text_model(mut self) -> Self {
        self.text_model = Choice::None;
        self
    }

    /// A picture model that the host brings, in place of the embedded one. A build without
    /// `embedded-models` knows pictures by hash lists alone unless one is given.
    #[cfg(feature = "image-model")]
    #[must_use]
    pub fn image_model(mut self, pack: ModelPack) -> Self {
        self.image_model = Choice::Own(pack);
        self
    }

    /// Hash lists alone: a picture that none of them knows is not assessed
    /// ([`ImageError::NoModel`]).
    #[cfg(feature = "image-model")]
    #[must_use]
    pub fn without_image_model(mut self) -> Self {
        self.image_model = Choice::None;
        self
    }

    /// A second picture model, asked where the first is unsure (`models/image/second_opinion.toml`
    /// says where). A picture that it finds harmless gets its lower score, with the reason code
    /// `image.second_opinion.harmless`; else the first one's score stands.
    #[cfg(feature = "image-model")]
    #[must_use]
    pub fn second_image_model(mut self, pack: ModelPack) -> Self {
        self.second_image_model = Some(pack);
        self
    }

    /// A list of known pictures' hashes; may be given several times. Without a list no picture is
    /// hashed.
    #[cfg(feature = "image-model")]
    #[must_use]
    pub fn hash_list(mut self, list: HashList) -> Self {
        self.known_images.add(list);
        self
    }

    /// Builds the guard. Models are loaded when a first message or picture needs them.
    ///
    /// # Errors
    /// When the policy is not the locked one, or an embedded artefact is damaged.
    pub fn build(self) -> Result<Guard, BuildError> {
        let age_band = self.age_band.unwrap_or(AgeBand::From10To12);
        let policy = self.policy.map_or_else(|| Policy::preset(age_band), Ok)?;
        if let Some(lock) = &self.policy_lock {
            lock.check(&policy)?;
        }
        let lexicon = match self.lexicon {
            Some(lexicon) => lexicon,
            #[cfg(any(test, feature = "embedded-rules"))]
            None => Lexicon::shared()?,
            #[cfg(not(any(test, feature = "embedded-rules")))]
            None => return Err(BuildError::NoRules),
        };
        let embedded = himaya_models::conversation::WEIGHTS;
        let (_, services) = himaya_models::contact::SERVICES;
        Ok(Guard {
            age_band,
            table: policy.table(age_band),
            policy,
            ruleset_version: lexicon.version().into(),
            reader: Reader {
                lexicon,
                contacts: Contacts::from_toml(services)?,
                #[cfg(feature = "text-model")]
                classifier: match self.text_model {
                    #[cfg(feature = "embedded-models")]
                    Choice::Embedded => Some(text::ModelPack::embedded()?),
                    Choice::Own(pack) => Some(pack),
                    Choice::None => None,
                }
                .map(TextClassifier::new),
            },
            weights: Weights::from_toml(&self.weights.map_or_else(|| embedded.text(), Cow::Owned))?,
            limits: self.limits,
            keys: Keys::new(),
            #[cfg(feature = "image-model")]
            image: match self.image_model {
                #[cfg(feature = "embedded-models")]
                Choice::Embedded => Some(ModelPack::embedded()?),
                Choice::Own(pack) => Some(pack),
                Choice::None => None,
            }
            .map(ImageClassifier::new),
            #[cfg(feature = "image-model")]
            second: self.second_image_model.map(SecondOpinion::new).transpose()?,
            #[cfg(feature = "image-model")]
            known_images: self.known_images,
        })
    }
}

/// The engine: immutable, `Send + Sync`, replaced whole when policy or models change.
#[derive(Debug)]
pub struct Guard {
    age_band: AgeBand,
    policy: Policy,
    table: PolicyTable,
    reader: Reader,
    ruleset_version: Arc<str>,
    weights: Weights,
    limits: Limits,
    keys: Keys,
    #[cfg(feature = "image-model")]
    image: Option<ImageClassifier>,
    #[cfg(feature = "image-model")]
    second: Option<SecondOpinion>,
    #[cfg(feature = "image-model")]
    known_images: KnownImages,
}

const _: () = {
    const fn assert_send_sync<T: Send + Sync>() {}
    assert_send_sync::<Guard>();
};

impl AsRef<Self> for Guard {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl Guard {
    /// Starts building.
    pub fn builder() -> GuardBuilder {
        GuardBuilder::default()
    }

    /// The policy in force.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the policy says for the age of the protected person.
    pub const fn policy_table(&self) -> &PolicyTable {
        &self.table
    }

    /// Age of the protected person.
    pub const fn age_band(&self) -> AgeBand {
        self.age_band
    }

    /// The rules in force.
    pub fn lexicon(&self) -> &Lexicon {
        &self.reader.lexicon
    }

    /// Takes in the next message of a conversation and says where the conversation stands.
    ///
    /// The state keeps numbers only; the text is not kept.
    pub fn observe(&self, conversation: &mut Conversation, message: &Message<'_>) -> Assessment {
        let (text, cut) = cut(message.text, self.limits.max_message_bytes);
        let reading = self.reader.read(&Message { text, ..*message }, &mut conversation.unfinished);
        let risk = self.weights.observe(conversation, message, &reading);

        let mut findings = signals::findings(reading.signals);
        let sequential = findings.iter().any(|finding| finding.category.is_sequential());
        if risk >= PATTERN_RISK && !sequential {
            findings.push(self.pattern(conversation, risk));
        }
        let mut assessment = self.assessment(InputType::Message, risk, findings);
        assessment.ruleset_version = Some(Arc::clone(&self.ruleset_version));
        assessment.message_score = reading.strongest;
        #[cfg(feature = "text-model")]
        if let Some(classifier) = self.reader.classifier.as_ref().filter(|_| !reading.degraded) {
            assessment.models.push(classifier.model.clone());
        }
        if assessment.action != Action::Allow && message.role == Role::Counterpart {
            let category = assessment.top_finding().map(|finding| finding.category);
            let contact = category.filter(|category| category.is_sequential());
            assessment.deterrence_key = contact.map(|category| self.keys.deterrence(category));
        }
        for (is, reason) in [
            (cut, StatusReason::MessageTruncated),
            (reading.degraded, StatusReason::ModelUnavailable),
        ] {
            if is {
                assessment.status = Status::Degraded;
                assessment.status_reasons.push(reason);
            }
        }
        assessment
    }

    /// Reads a message again that a conversation took in before it was stored: for what its sender's
    /// next message may go on with, which is not stored. Nothing is counted.
    ///
    /// The messages behind the last change of sides are enough, in their order.
    pub fn remind(&self, conversation: &mut Conversation, message: &Message<'_>) {
        let (text, _) = cut(message.text, self.limits.max_message_bytes);
        self.reader.begin(&Message { text, ..*message }, &mut conversation.unfinished);
    }

    /// Loads the text classifier now instead of with the first message; does nothing where there
    /// is none.
    ///
    /// # Errors
    /// When it cannot be loaded.
    #[cfg(feature = "text-model")]
    pub fn load_text_model(&self) -> Result<(), OnnxError> {
        self.reader.classifier.as_ref().map_or(Ok(()), |classifier| classifier.load().map(|_| ()))
    }

    /// Assesses one message from an unknown counterpart, without a conversation around it.
    pub fn assess_message(&self, text: &str) -> Assessment {
        self.observe(&mut Conversation::new(), &Message::from_counterpart(text))
    }

    /// Why a conversation stands where it stands: what counted, when and how much, no words.
    pub fn explain(&self, conversation: &Conversation) -> Explanation {
        self.weights.explain(conversation)
    }

    /// What a conversation at risk shows when the message at hand says nothing new.
    fn pattern(&self, conversation: &Conversation, risk: f32) -> Finding {
        let strongest = self.weights.strongest(conversation);
        let category = strongest.map_or(Category::Grooming, |behavior| behavior.category());
        Finding {
            category: if category.is_sequential() { category } else { Category::Grooming },
            score: risk,
            severity: Severity::new(5),
            origin: Origin::Rule,
            stage: self.weights.stage(conversation),
            behaviors: Vec::new(),
            spans: Vec::new(),
            reason_codes: vec![Arc::clone(&self.keys.pattern)],
        }
    }

    fn assessment(
        &self,
        input_type: InputType,
        risk: f32,
        mut findings: Vec<Finding>,
    ) -> Assessment {
        let silent = self.policy.intervention == InterventionLevel::Disabled;
        let action_for = |finding: &Finding| {
            // What a text classifier alone makes of one message is never reason enough.
            let alone = input_type == InputType::Message
                && finding.origin == Origin::Model
                && !finding.category.is_sequential();
            if alone || silent { Action::Allow } else { self.table.action_for(finding, risk) }
        };
        let action = findings.iter().map(action_for).max().unwrap_or(Action::Allow);
        // The finding that calls for the action comes first, then the gravest, the strongest.
        findings.sort_by(|a, b| {
            let rank = |f: &Finding| (action_for(f), f.severity);
            rank(b).cmp(&rank(a)).then(b.score.total_cmp(&a.score))
        });
        let relaxed = findings.iter().any(|finding| self.table.is_relaxed_for(finding, risk));
        let message_key = match findings.first() {
            Some(top) if action != Action::Allow => Some(self.keys.notice(top.category)),
            _ => None,
        };
        Assessment {
            schema_version: SCHEMA_VERSION,
            models: Vec::new(),
            ruleset_version: None,
            input_type,
            risk,
            findings,
            message_score: None,
            class_scores: Vec::new(),
            action,
            relaxed: !silent && relaxed,
            message_key,
            deterrence_key: None,
            monitoring_notice_required: self.policy.monitoring_notice,
            status: Status::Complete,
            status_reasons: Vec::new(),
        }
    }

    /// What the policy says to do about an input that could not be assessed, and why it could
    /// not.
    pub fn assess_failure(&self, reason: StatusReason) -> Assessment {
        let (input_type, cover) = match reason {
            StatusReason::MessageTruncated
            | StatusReason::MessageUnreadable
            | StatusReason::ConversationDamaged
            | StatusReason::StoreUnavailable => (InputType::Message, Action::Interrupt),
            StatusReason::ImageUnreadable | StatusReason::ModelUnavailable => {
                (InputType::Image, Action::Blur)
            }
            StatusReason::VideoUnreadable | StatusReason::FramesSkipped => {
                (InputType::Stream, Action::Blur)
            }
        };
        let mut assessment = self.assessment(input_type, 0.0, Vec::new());
        assessment.action = match (self.policy.on_failure, self.policy.intervention) {
            (OnFailure::Open, _) | (_, InterventionLevel::Disabled) => Action::Allow,
            (OnFailure::Closed, _) => cover,
        };
        assessment.status = Status::Failed;
        assessment.status_reasons.push(reason);
        assessment
    }
}

#[cfg(test)]
impl Guard {
    /// Without rules and model, for tests of what does not depend on what is found.
    pub(crate) fn without_rules() -> Self {
        let builder = Self::builder().lexicon(Lexicon::from_artifacts(&[]).unwrap());
        #[cfg(feature = "text-model")]
        let builder = builder.without_text_model();
        builder.build().unwrap()
    }
}

#[cfg(feature = "image-model")]
impl Guard {
    /// Assesses an encoded picture (JPEG, PNG, WebP, GIF, BMP). Of an animation (GIF, WebP,
    /// APNG) all that it shows is looked at, within [`Limits::animation`], and the strongest
    /// frame counts: it comes back with every loop, and the first may well be harmless.
    ///
    /// An animation costs twice its decoding and one look for each frame that shows something
    /// else, 16 at most. Status `degraded` says that frames could not be read (the policy's
    /// `on_failure` counts then) or that a bound forbade to look at all.
    ///
    /// # Errors
    /// When it exceeds the limits, its first frame cannot be decoded, or the model cannot be
    /// loaded; [`Guard::assess_failure`] says what the policy does then.
    pub fn assess_image(&self, bytes: &[u8]) -> Result<Assessment, ImageError> {
        let first = decode(bytes, self.limits.image)?;
        let assessment = self.assess_pixels(&first)?;
        Ok(animation::assess_others(self, &self.limits, bytes, first, assessment))
    }

    /// Assesses raw pixels: looks them up in the hash lists, if there are any, then classifies
    /// them. A known picture is classified only if that could lead to a stronger action.
    ///
    /// # Errors
    /// When the picture is not known and the model cannot be loaded or run.
    pub fn assess_pixels(&self, pixels: &Pixels<'_>) -> Result<Assessment, ImageError> {
        let category = Category::SensitiveImage;
        let known = self.known_images.finding(pixels);
        let risk = known.as_ref().map_or(0.0, |finding| finding.score);
        let action = known.as_ref().map(|finding| self.table.action_for(finding, risk));
        let mut findings: Vec<Finding> = known.into_iter().collect();
        if action.is_some_and(|action| action >= self.table.strongest_action(category)) {
            return Ok(self.picture(risk, findings));
        }
        let scores = match self.image_model().and_then(|model| model.scores(pixels)) {
            Err(_) if !findings.is_empty() => {
                let mut assessment = self.picture(risk, findings);
                assessment.status = Status::Degraded;
                assessment.status_reasons.push(StatusReason::ModelUnavailable);
                return Ok(assessment);
            }
            scores => scores?,
        };
        let opinion = self
            .second
            .as_ref()
            .map_or(Opinion::NotAsked, |second| second.on(scores.sensitive, pixels));
        let score = opinion.score(scores.sensitive);
        let first = self.table.first_threshold(category).unwrap_or(1.0);
        // One that the second model finds harmless is still told.
        if scores.sensitive >= first.min(IMAGE_FINDING) {
            let sum = Arc::clone(&self.keys.class_sum);
            findings.push(Finding {
                category,
                score,
                severity: IMAGE_SEVERITY,
                origin: Origin::Model,
                stage: None,
                behaviors: Vec::new(),
                spans: Vec::new(),
                reason_codes: std::iter::once(sum).chain(opinion.reason_code()).collect(),
            });
        }
        let mut assessment = self.picture(risk.max(score), findings);
        assessment.models.extend(self.image.iter().map(|model| model.model().clone()));
        match (&self.second, opinion) {
            (_, Opinion::NotAsked) => {}
            (_, Opinion::Unavailable) => {
                assessment.status = Status::Degraded;
                assessment.status_reasons.push(StatusReason::ModelUnavailable);
            }
            (second, _) => assessment.models.extend(second.iter().map(|s| s.model().clone())),
        }
        assessment.class_scores = scores.classes;
        Ok(assessment)
    }

    fn picture(&self, risk: f32, findings: Vec<Finding>) -> Assessment {
        let mut assessment = self.assessment(InputType::Image, risk, findings);
        assessment.monitoring_notice_required = false;
        assessment
    }

    /// The assessment of a stream for which `action` stands; its status is left open.
    pub(crate) fn standing(&self, risk: f32, findings: Vec<Finding>, action: Action) -> Assessment {
        let mut assessment = self.assessment(InputType::Stream, risk, findings);
        assessment.action = action;
        let acting = assessment.findings.first().filter(|_| action != Action::Allow);
        assessment.message_key = acting.map(|finding| self.keys.notice(finding.category));
        assessment.monitoring_notice_required = false;
        assessment
    }

    fn image_model(&self) -> Result<&ImageClassifier, ImageError> {
        self.image.as_ref().ok_or(ImageError::NoModel)
    }

    /// Loads the picture model now instead of with the first picture.
    ///
    /// # Errors
    /// When there is none, or it cannot be loaded.
    pub fn load_image_model(&self) -> Result<(), ImageError> {
        self.image_model()?.load().map(|_| ())
    }

    /// Runs the picture model on a picture and times each of its operators: where a slow model
    /// spends its time.
    ///
    /// # Errors
    /// When there is none, or it cannot be loaded or run.
    pub fn profile_image_model(
        &self,
        pixels: &Pixels<'_>,
    ) -> Result<Vec<OperatorTime>, ImageError> {
        self.image_model()?.profile(pixels)
    }

    /// Loads the second picture model now instead of with the first picture that it is asked
    /// about; does nothing where there is none.
    ///
    /// # Errors
    /// When it cannot be loaded; a picture that it would be asked about is then assessed by the
    /// first alone, with status `degraded`.
    pub fn load_second_image_model(&self) -> Result<(), ImageError> {
        self.second.as_ref().map_or(Ok(()), SecondOpinion::load)
    }
}

/// The longest beginning of `text` with at most `max` bytes, and whether that cuts any off.
fn cut(text: &str, max: usize) -> (&str, bool) {
    if text.len() <= max {
        return (text, false);
    }
    let end = text.floor_char_boundary(max);
    (text.get(..end).unwrap_or(""), true)
}

/// Strings that assessments share.
#[derive(Debug)]
struct Keys {
    pattern: Arc<str>,
    #[cfg(feature = "image-model")]
    class_sum: Arc<str>,
    notices: Vec<Arc<str>>,
    deterrences: Vec<Arc<str>>,
}

impl Keys {
    fn new() -> Self {
        let named = |prefix: &str| {
            Category::ALL.iter().map(|category| format!("{prefix}-{category}").into()).collect()
        };
        Self {
            pattern: "conversation.pattern".into(),
            #[cfg(feature = "image-model")]
            class_sum: "image.class_sum.sensitive".into(),
            notices: named("notice"),
            deterrences: named("deterrence"),
        }
    }

    fn notice(&self, category: Category) -> Arc<str> {
        self.notices.get(category as usize).cloned().unwrap_or_else(|| "notice".into())
    }

    fn deterrence(&self, category: Category) -> Arc<str> {
        self.deterrences.get(category as usize).cloned().unwrap_or_else(|| "deterrence".into())
    }
}
