//! What is thrown: for each kind of call an enum that says what failed, with the core's message.
//! None of them ever contains message text.

use himaya::error as core;
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
