//! Errors of the facade. None of them ever contains message text.

use thiserror::Error;

pub use crate::assess::{AssessError, AssessErrorKind, QuestionnaireError, QuestionnaireErrorKind};
pub use crate::conversation::{ConversationError, StoreError, Trouble, WeightsError};
#[cfg(feature = "decode")]
pub use crate::image::{
    DecodeError, HashListError, IndexFault, LineFault, PdqHashError, PixelsError,
};
#[cfg(feature = "image-model")]
pub use crate::image::{ImageError, OpinionError, OptionalModelsError, StreamConfigError};
pub use crate::import::{ImportError, ImportErrorKind};
pub use crate::intervention::{DelayError, DigestError, HelpServicesError, MessagesError};
#[cfg(feature = "networks")]
pub use crate::onnx::OnnxError;
#[cfg(feature = "networks")]
pub use crate::pack::ModelPackError;
pub use crate::policy::PolicyError;
#[cfg(feature = "text-model")]
pub use crate::taxonomy::MeasuredError;
pub use crate::taxonomy::{TaxonomyError, TaxonomyErrorKind};
pub use crate::text::contact::ContactsError;
pub use crate::text::lexicon::{ArtifactError, LexiconIssue, LexiconIssueKind, PatternError};
#[cfg(feature = "updates")]
pub use crate::update::UpdateError;

/// Why a [`Guard`](crate::Guard) cannot be built.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The policy does not hold.
    #[error("policy: {0}")]
    Policy(#[from] PolicyError),
    /// The compiled rules cannot be used.
    #[error("indicator rules: {0}")]
    Lexicon(#[from] ArtifactError),
    /// A build without rules of its own was given none.
    #[cfg(not(feature = "embedded-rules"))]
    #[error("no indicator rules: this build embeds none; give them by `GuardBuilder::lexicon`")]
    NoRules,
    /// The list of services cannot be used.
    #[error("contact services: {0}")]
    Contacts(#[from] ContactsError),
    /// The conversation weights cannot be used.
    #[error("conversation weights: {0}")]
    Weights(#[from] WeightsError),
    /// The rule for the second picture model cannot be used.
    #[cfg(feature = "image-model")]
    #[error("second picture model: {0}")]
    Opinion(#[from] OpinionError),
    /// A model's pack does not hold.
    #[cfg(feature = "networks")]
    #[error("model pack: {0}")]
    ModelPack(#[from] ModelPackError),
}
