//! What is thrown: an `Error` with the name that `npm/src/errors.ts` knows and the core's message.

use himaya::error::{BuildError, ConversationError, DigestError, HelpServicesError, PolicyError};
#[cfg(feature = "full")]
use himaya::error::{
    DecodeError, HashListError, ImageError, ModelPackError, OnnxError, PdqHashError, PixelsError,
    StreamConfigError,
};
use thiserror::Error;
use wasm_bindgen::JsValue;

/// Why a call failed.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Policy(#[from] PolicyError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Conversation(#[from] ConversationError),
    #[error(transparent)]
    Help(#[from] HelpServicesError),
    #[error(transparent)]
    Digest(#[from] DigestError),
    /// What was given is not of the form that the declarations say.
    #[error("{what}: {error}")]
    Argument {
        /// What it was given for.
        what: &'static str,
        /// What is wrong.
        error: serde_json::Error,
    },
    #[error("the result cannot be written as JSON: {0}")]
    Json(serde_json::Error),
    #[cfg(feature = "full")]
    #[error("hash list `{name}`: {error}")]
    HashList {
        /// The list's name.
        name: String,
        /// What is wrong.
        error: HashListError,
    },
    #[cfg(feature = "full")]
    #[error(transparent)]
    Hash(#[from] PdqHashError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    Pixels(#[from] PixelsError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    Image(#[from] ImageError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    Decode(#[from] DecodeError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    ModelPack(#[from] ModelPackError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    TextModel(#[from] OnnxError),
    #[cfg(feature = "full")]
    #[error(transparent)]
    Stream(#[from] StreamConfigError),
}

impl Failure {
    const fn name(&self) -> &'static str {
        match self {
            Self::Policy(_) | Self::Build(BuildError::Policy(_)) => "PolicyError",
            Self::Build(_) => "BuildError",
            Self::Conversation(_) => "ConversationError",
            Self::Help(_) | Self::Digest(_) => "DataError",
            Self::Argument { .. } => "ArgumentError",
            Self::Json(_) => "HimayaError",
            #[cfg(feature = "full")]
            Self::HashList { .. } => "BuildError",
            #[cfg(feature = "full")]
            Self::Hash(_) | Self::Stream(_) => "ArgumentError",
            #[cfg(feature = "full")]
            Self::Pixels(_) | Self::Image(ImageError::Pixels(_)) => "PixelsError",
            #[cfg(feature = "full")]
            Self::Decode(_) | Self::Image(ImageError::Decode(_)) => "ImageError",
            #[cfg(feature = "full")]
            Self::Image(_) | Self::ModelPack(_) | Self::TextModel(_) => "ModelError",
        }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let error = js_sys::Error::new(&failure.to_string());
        error.set_name(failure.name());
        error.into()
    }
}
