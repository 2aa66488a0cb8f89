//! The one object that a host holds.

use std::sync::Arc;

#[cfg(any(feature = "image-model", feature = "text-model"))]
use std::path::Path;

use himaya::Policy;
use himaya::policy::PolicyLock;

use crate::assessment::Assessment;
use crate::conversation::{Conversation, Message};
use crate::error::BuildError;
#[cfg(feature = "text-model")]
use crate::error::ModelError;
use crate::explanation::Explanation;
use crate::fault::contained;
#[cfg(feature = "test-support")]
use crate::test_support::core_work;
use crate::vocabulary::{AgeBand, SpanUnit, StatusReason};

/// What a guard is made from. Everything may be left out.
#[derive(Clone, Debug, Default, uniffi::Record)]
pub struct GuardConfig {
    /// Age of the protected person; chooses the policy preset. Default: 10 to 12 years.
    #[uniffi(default = None)]
    pub age_band: Option<AgeBand>,
    /// In place of the preset for the age: the name of another (`child`, `teen`, `adult`,
    /// `school`), or a policy of the host's own as TOML or JSON.
    #[uniffi(default = None)]
    pub policy: Option<String>,
    /// A lock (JSON) on the policy that a guardian settled on: every other one is refused.
    #[uniffi(default = None)]
    pub policy_lock: Option<String>,
    /// What spans count. Default: UTF-8 bytes.
    #[uniffi(default = None)]
    pub span_unit: Option<SpanUnit>,
    /// Bytes of a message that are read; what lies beyond makes the assessment `degraded`.
    /// Default: 1 MiB.
    #[uniffi(default = None)]
    pub max_message_bytes: Option<u64>,
    /// A weights file for conversations (TOML) in place of the embedded one.
    #[uniffi(default = None)]
    pub conversation_weights: Option<String>,
    /// Rules alone, without the text classifier.
    #[cfg(feature = "text-model")]
    #[uniffi(default = false)]
    pub without_text_model: bool,
    /// Folder of a text classifier's pack, in place of the embedded one.
    #[cfg(feature = "text-model")]
    #[uniffi(default = None)]
    pub text_model: Option<String>,
    /// Folder of a picture model's pack, in place of the embedded one.
    #[cfg(feature = "image-model")]
    #[uniffi(default = None)]
    pub image_model: Option<String>,
    /// Folder of a second picture model's pack, asked where the first is unsure.
    #[cfg(feature = "image-model")]
    #[uniffi(default = None)]
    pub second_image_model: Option<String>,
    /// Lists of known pictures' hashes. Without a list no picture is hashed.
    #[cfg(feature = "image-model")]
    #[uniffi(default)]
    pub hash_lists: Vec<HashListFile>,
    /// Bounds for pictures.
    #[cfg(feature = "image-model")]
    #[uniffi(default = None)]
    pub image_limits: Option<ImageLimits>,
}

/// A list of known pictures' hashes: in ThreatExchange's text forms, or an index made from one.
#[cfg(feature = "image-model")]
#[derive(Clone, Debug, uniffi::Record)]
pub struct HashListFile {
    /// Stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// The file. As long as the guard lives, nobody may rewrite an index in place.
    pub path: String,
    /// Up to how many differing bits a picture is a known one, 0..=31. Default: 31.
    #[uniffi(default = None)]
    pub distance: Option<u32>,
}

/// Bounds for pictures; what is left out keeps its default.
#[cfg(feature = "image-model")]
#[derive(Clone, Copy, Debug, Default, uniffi::Record)]
pub struct ImageLimits {
    /// Pixels (width times height) that a picture may have. Default: 50 million.
    #[uniffi(default = None)]
    pub max_pixels: Option<u64>,
    /// Bytes that a picture file may have. Default: 64 MiB.
    #[uniffi(default = None)]
    pub max_bytes: Option<u64>,
    /// Frames of an animation that are decoded. Default: 1000.
    #[uniffi(default = None)]
    pub max_animation_frames: Option<u32>,
    /// Pixels of an animation that are decoded, over all frames. Default: 250 million.
    #[uniffi(default = None)]
    pub max_animation_pixels: Option<u64>,
    /// Frames of an animation that the model looks at. Default: 16.
    #[uniffi(default = None)]
    pub max_animation_looks: Option<u32>,
}

impl GuardConfig {
    fn limits(&self) -> himaya::Limits {
        let mut limits = himaya::Limits::default();
        set(&mut limits.max_message_bytes, self.max_message_bytes.map(bytes));
        #[cfg(feature = "image-model")]
        if let Some(asked) = self.image_limits {
            set(&mut limits.image.max_pixels, asked.max_pixels);
            set(&mut limits.image.max_bytes, asked.max_bytes.map(bytes));
            set(&mut limits.animation.max_frames, asked.max_animation_frames);
            set(&mut limits.animation.max_pixels, asked.max_animation_pixels);
            set(&mut limits.animation.max_looks, asked.max_animation_looks);
        }
        limits
    }

    fn build(self) -> Result<himaya::Guard, BuildError> {
        let mut builder = himaya::Guard::builder().limits(self.limits());
        if let Some(band) = self.age_band {
            builder = builder.age_band(band.into());
        }
        if let Some(policy) = &self.policy {
            builder = builder.policy(policy.parse::<Policy>().map_err(BuildError::Policy)?);
        }
        if let Some(lock) = &self.policy_lock {
            let lock = PolicyLock::from_json(lock).map_err(BuildError::Policy)?;
            builder = builder.policy_lock(lock);
        }
        if let Some(weights) = self.conversation_weights {
            builder = builder.conversation_weights(weights);
        }
        #[cfg(feature = "text-model")]
        {
            if self.without_text_model {
                builder = builder.without_text_model();
            } else if let Some(folder) = &self.text_model {
                let pack = himaya::text::ModelPack::from_folder(Path::new(folder));
                builder = builder.text_model(pack.map_err(BuildError::ModelPack)?);
            }
        }
        #[cfg(feature = "image-model")]
        {
            let pack = |folder: &String| {
                himaya::image::ModelPack::from_folder(Path::new(folder))
                    .map_err(BuildError::ModelPack)
            };
            if let Some(folder) = &self.image_model {
                builder = builder.image_model(pack(folder)?);
            }
            if let Some(folder) = &self.second_image_model {
                builder = builder.second_image_model(pack(folder)?);
            }
            for file in self.hash_lists {
                builder = builder.hash_list(file.open()?);
            }
        }
        Ok(builder.build()?)
    }
}

#[cfg(feature = "image-model")]
impl HashListFile {
    fn open(self) -> Result<himaya::image::HashList, BuildError> {
        use himaya::image::HashList;
        let distance = self.distance.unwrap_or(HashList::MAX_DISTANCE);
        HashList::open(&self.name, Path::new(&self.path))
            .and_then(|list| list.with_distance(distance))
            .map_err(|error| BuildError::HashList { name: self.name, error })
    }
}

fn set<T>(limit: &mut T, asked: Option<T>) {
    if let Some(asked) = asked {
        *limit = asked;
    }
}

/// As many as a buffer of this machine can have.
fn bytes(asked: u64) -> usize {
    usize::try_from(asked).unwrap_or(usize::MAX)
}

/// The engine: immutable, replaced whole when policy or models change. May be used on any number
/// of threads at once.
#[derive(Debug, uniffi::Object)]
pub struct Guard {
    pub(crate) core: Arc<himaya::Guard>,
    pub(crate) unit: himaya::SpanUnit,
}

#[uniffi::export]
impl Guard {
    /// Makes a guard. Models are loaded when a first message or picture needs them.
    ///
    /// # Errors
    /// When the policy, weights, a model pack or a hash list does not hold.
    #[uniffi::constructor]
    pub fn new(config: GuardConfig) -> Result<Arc<Self>, BuildError> {
        let unit = config.span_unit.unwrap_or(SpanUnit::Utf8).into();
        let core = contained(|| config.build())?;
        Ok(Arc::new(Self { core: Arc::new(core), unit }))
    }

    /// Assesses one message from an unknown counterpart, without a conversation around it.
    pub fn assess_message(&self, text: &str) -> Assessment {
        contained(|| self.assessed(text).into())
    }

    /// Assesses many such messages; crosses over once.
    pub fn assess_messages(&self, texts: Vec<String>) -> Vec<Assessment> {
        texts.iter().map(|text| self.assess_message(text)).collect()
    }

    /// Takes in the next message of a conversation and says where the conversation stands.
    ///
    /// The state keeps numbers only; the text is not kept.
    pub fn observe(&self, conversation: &Conversation, message: Message) -> Assessment {
        contained(|| self.observed(&mut conversation.lock(), &message.as_core()).into())
    }

    /// Takes in several messages, in their order; nobody else's come between.
    pub fn observe_all(
        &self,
        conversation: &Conversation,
        messages: Vec<Message>,
    ) -> Vec<Assessment> {
        let mut conversation = conversation.lock();
        let mut observe = |one: &Message| self.observed(&mut conversation, &one.as_core()).into();
        contained(|| messages.iter().map(&mut observe).collect())
    }

    /// Why a conversation stands where it stands: what counted, when and how much, no words.
    pub fn explain(&self, conversation: &Conversation) -> Explanation {
        self.core.explain(&conversation.lock()).into()
    }

    /// The same in the core's JSON form.
    pub fn explain_as_json(&self, conversation: &Conversation) -> String {
        // Numbers and slugs: nothing in it can fail.
        serde_json::to_string(&self.core.explain(&conversation.lock())).unwrap_or_default()
    }

    /// What the policy says about an input that could not be read.
    pub fn assess_failure(&self, reason: StatusReason) -> Assessment {
        self.core.assess_failure(reason.into()).into()
    }

    /// Version of the rules in force.
    pub fn ruleset_version(&self) -> String {
        self.core.lexicon().version().to_owned()
    }

    /// Languages that the rules are written for, as codes of ISO 639-1.
    pub fn languages(&self) -> Vec<String> {
        self.core.lexicon().languages().to_vec()
    }

    /// What spans count.
    pub fn span_unit(&self) -> SpanUnit {
        self.unit.into()
    }
}

/// Timed where tests and benchmarks ask for it.
#[cfg(not(feature = "test-support"))]
fn core_work<T>(work: impl FnOnce() -> T) -> T {
    work()
}

impl Guard {
    pub(crate) fn assessed(&self, text: &str) -> himaya::Assessment {
        core_work(|| self.core.assess_message(text)).with_spans_in(self.unit, text)
    }

    pub(crate) fn observed(
        &self,
        conversation: &mut himaya::Conversation,
        message: &himaya::Message<'_>,
    ) -> himaya::Assessment {
        let assessment = core_work(|| self.core.observe(conversation, message));
        assessment.with_spans_in(self.unit, message.text)
    }
}

#[cfg(feature = "text-model")]
#[uniffi::export]
impl Guard {
    /// Loads the text classifier now instead of with the first message; does nothing where there
    /// is none.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn load_text_model(&self) -> Result<(), ModelError> {
        contained(|| self.core.load_text_model())
            .map_err(|error| ModelError::Unusable(error.to_string()))
    }
}
