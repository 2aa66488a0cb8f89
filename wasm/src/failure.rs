//! What is thrown: an `Error` with the name of the core's error type and its message.

use himaya::error::BuildError;
#[cfg(feature = "image-model")]
use himaya::error::{ImageError, PixelsError};
use himaya::policy::PolicyError;
use thiserror::Error;
use wasm_bindgen::JsValue;

/// Why a call failed.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Policy(#[from] PolicyError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[cfg(feature = "image-model")]
    #[error(transparent)]
    Pixels(#[from] PixelsError),
    #[cfg(feature = "image-model")]
    #[error(transparent)]
    Image(#[from] ImageError),
    #[error("the assessment cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    const fn name(&self) -> &'static str {
        match self {
            Self::Policy(_) => "PolicyError",
            Self::Build(_) => "BuildError",
            #[cfg(feature = "image-model")]
            Self::Pixels(_) => "PixelsError",
            #[cfg(feature = "image-model")]
            Self::Image(_) => "ImageError",
            Self::Json(_) => "JsonError",
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
