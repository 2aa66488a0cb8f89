//! What is thrown: for each kind of call an enum that says what failed, with the core's message.
//! None of them ever contains message text.

use himaya::error as core;
use himaya::report;
use thiserror::Error;

/// Why a guard cannot be made.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum BuildError {
    /// The policy does not hold.
    #[error("policy: {0}")]
    Policy(core::PolicyError),
    /// The conversation weights do not hold.
    #[error("conversation weights: {0}")]
    Weights(core::WeightsError),
    /// A model's pack does not hold.
    #[cfg(any(feature = "image-model", feature = "text-model"))]
    #[error("model pack: {0}")]
    ModelPack(core::ModelPackError),
    /// A hash list does not hold.
    #[cfg(feature = "image-model")]
    #[error("hash list `{name}`: {error}")]
    HashList {
        /// The list's name.
        name: String,
        /// What is wrong.
        error: core::HashListError,
    },
    /// The library itself is damaged.
    #[error("{0}")]
    Damaged(core::BuildError),
}

impl From<core::BuildError> for BuildError {
    fn from(error: core::BuildError) -> Self {
        match error {
            core::BuildError::Policy(error) => Self::Policy(error),
            core::BuildError::Weights(error) => Self::Weights(error),
            #[cfg(any(feature = "image-model", feature = "text-model"))]
            core::BuildError::ModelPack(error) => Self::ModelPack(error),
            error => Self::Damaged(error),
        }
    }
}

/// A model that cannot be loaded or run.
#[cfg(any(feature = "image-model", feature = "text-model"))]
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ModelError {
    /// It cannot be used.
    #[error("{0}")]
    Unusable(String),
}

/// Why a picture was not assessed.
#[cfg(feature = "image-model")]
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ImageError {
    /// More bytes or pixels than the limits allow.
    #[error("{0}")]
    TooLarge(String),
    /// Not a format that is read.
    #[error("{0}")]
    UnknownFormat(String),
    /// Damaged or cut off.
    #[error("{0}")]
    Damaged(String),
    /// Raw pixels do not fit their size.
    #[error("{0}")]
    Pixels(String),
    /// The model cannot be loaded or run.
    #[error("{0}")]
    Model(String),
}

#[cfg(feature = "image-model")]
impl From<core::DecodeError> for ImageError {
    fn from(error: core::DecodeError) -> Self {
        let message = error.to_string();
        match error {
            core::DecodeError::TooManyBytes { .. } | core::DecodeError::TooManyPixels { .. } => {
                Self::TooLarge(message)
            }
            core::DecodeError::UnknownFormat => Self::UnknownFormat(message),
            _ => Self::Damaged(message),
        }
    }
}

#[cfg(feature = "image-model")]
impl From<core::PixelsError> for ImageError {
    fn from(error: core::PixelsError) -> Self {
        Self::Pixels(error.to_string())
    }
}

#[cfg(feature = "image-model")]
impl From<core::ImageError> for ImageError {
    fn from(error: core::ImageError) -> Self {
        match error {
            core::ImageError::Decode(error) => error.into(),
            core::ImageError::Pixels(error) => error.into(),
            error => Self::Model(error.to_string()),
        }
    }
}

/// Text that is not a PDQ hash.
#[cfg(feature = "image-model")]
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum HashError {
    /// It has not 64 hex digits.
    #[error("{0}")]
    NoHash(#[from] core::PdqHashError),
}

/// Why a stream cannot be looked at as asked.
#[cfg(feature = "image-model")]
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum StreamError {
    /// The configuration contradicts itself.
    #[error("{0}")]
    Config(#[from] core::StreamConfigError),
}

/// Why a stored conversation cannot be used.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ConversationError {
    /// Not a stored conversation.
    #[error("{0}")]
    NoConversation(core::ConversationError),
    /// Written by a newer version.
    #[error("{0}")]
    Version(core::ConversationError),
    /// Cut short or changed.
    #[error("{0}")]
    Damaged(core::ConversationError),
}

impl From<core::ConversationError> for ConversationError {
    fn from(error: core::ConversationError) -> Self {
        match error {
            core::ConversationError::Magic => Self::NoConversation(error),
            core::ConversationError::Version(_) => Self::Version(error),
            _ => Self::Damaged(error),
        }
    }
}

/// Why messages cannot be had.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum MessagesError {
    /// There is no such language.
    #[error("{0}")]
    UnknownLanguage(#[from] core::MessagesError),
}

/// Why a list of help services, or a confirmation of some, cannot be used.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum HelpServicesError {
    /// The text does not hold.
    #[error("{0}")]
    List(core::HelpServicesError),
    /// A confirmation of a service that there is not.
    #[error("{0}")]
    UnknownService(core::HelpServicesError),
}

impl From<core::HelpServicesError> for HelpServicesError {
    fn from(error: core::HelpServicesError) -> Self {
        match error {
            core::HelpServicesError::UnknownService(_) => Self::UnknownService(error),
            _ => Self::List(error),
        }
    }
}

/// Why a kept digest cannot be gone on with.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum DigestError {
    /// Not what was kept.
    #[error("{0}")]
    Damaged(core::DigestError),
    /// Of another version.
    #[error("{0}")]
    Version(core::DigestError),
}

impl From<core::DigestError> for DigestError {
    fn from(error: core::DigestError) -> Self {
        match error {
            core::DigestError::SchemaVersion(_) => Self::Version(error),
            _ => Self::Damaged(error),
        }
    }
}

/// Why a policy, or a lock on one, does not hold.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum PolicyError {
    /// It does not hold.
    #[error("{0}")]
    Invalid(core::PolicyError),
    /// It is another policy than the one that was locked.
    #[error("{0}")]
    Locked(core::PolicyError),
}

impl From<core::PolicyError> for PolicyError {
    fn from(error: core::PolicyError) -> Self {
        match error {
            core::PolicyError::Locked { .. } => Self::Locked(error),
            _ => Self::Invalid(error),
        }
    }
}

/// Why a stored ledger cannot be used, or an assessment not be recorded. Never repeats what the
/// ledger says.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum LedgerError {
    /// Not a ledger, or damaged.
    #[error("{0}")]
    Damaged(report::LedgerError),
    /// Of another version.
    #[error("{0}")]
    Version(report::LedgerError),
    /// The system has no random numbers.
    #[error("{0}")]
    Random(#[from] report::RandomError),
}

impl From<report::LedgerError> for LedgerError {
    fn from(error: report::LedgerError) -> Self {
        match error {
            report::LedgerError::SchemaVersion(_) => Self::Version(error),
            _ => Self::Damaged(error),
        }
    }
}

/// Why an assessment cannot be contested, or marked as overridden.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum ContestError {
    /// Not an id.
    #[error("{0}")]
    NoId(#[from] report::AssessmentIdError),
    /// Not known, or no longer.
    #[error("{0}")]
    UnknownOrExpired(#[from] report::ContestError),
}

/// Why a transparency report cannot be made.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum TransparencyError {
    /// What is asked for does not hold: weeks, language, noise.
    #[error("{0}")]
    Request(String),
    /// No ledger counted anything, and no period is given.
    #[error("{0}")]
    NothingCounted(String),
    /// The system has no random numbers, or the library is damaged.
    #[error("{0}")]
    Damaged(String),
}

impl From<report::TransparencyError> for TransparencyError {
    fn from(error: report::TransparencyError) -> Self {
        use report::TransparencyError as Core;
        let message = error.to_string();
        match error {
            Core::NothingCounted => Self::NothingCounted(message),
            Core::Share(report::ShareError::Random(_)) | Core::Rates(_) | Core::Page(_) => {
                Self::Damaged(message)
            }
            _ => Self::Request(message),
        }
    }
}

impl From<report::WeekError> for TransparencyError {
    fn from(error: report::WeekError) -> Self {
        Self::Request(error.to_string())
    }
}

impl From<report::EpsilonError> for TransparencyError {
    fn from(error: report::EpsilonError) -> Self {
        Self::Request(error.to_string())
    }
}

/// Why something cannot go into a draft.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum DraftError {
    /// Only a reviewer may.
    #[error("{0}")]
    OnlyReviewer(report::DraftError),
    /// No such attachment.
    #[error("{0}")]
    NoAttachment(report::DraftError),
    /// Too many files.
    #[error("{0}")]
    TooManyAttachments(report::DraftError),
    /// The library itself is damaged.
    #[error("{0}")]
    Damaged(report::DraftError),
}

impl From<report::DraftError> for DraftError {
    fn from(error: report::DraftError) -> Self {
        match error {
            report::DraftError::OnlyReviewer { .. } => Self::OnlyReviewer(error),
            report::DraftError::NoAttachment(_) => Self::NoAttachment(error),
            report::DraftError::TooManyAttachments => Self::TooManyAttachments(error),
            _ => Self::Damaged(error),
        }
    }
}

/// The table of meanings cannot be read.
#[derive(Debug, Error, uniffi::Error)]
#[uniffi(flat_error)]
pub enum TaxonomyError {
    /// The library itself is damaged.
    #[error("{0}")]
    Damaged(String),
}

impl TaxonomyError {
    pub(crate) fn missing(subject: himaya::taxonomy::Subject) -> Self {
        Self::Damaged(format!("the table has no row for {}", subject.slug()))
    }
}

impl From<core::TaxonomyError> for TaxonomyError {
    fn from(error: core::TaxonomyError) -> Self {
        Self::Damaged(error.to_string())
    }
}
