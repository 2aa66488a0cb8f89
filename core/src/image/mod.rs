//! Pictures: bounded decoding, preprocessing, classification on class sums.

mod decode;
mod pixels;
mod webp;

#[cfg(feature = "image-model")]
mod classifier;
#[cfg(feature = "image-model")]
mod pack;

pub use decode::{DecodeError, DecodeLimits, decode};
pub use pixels::{Pixels, PixelsError};

#[cfg(feature = "image-model")]
pub(crate) use classifier::ImageClassifier;
#[cfg(feature = "image-model")]
pub use classifier::ImageError;
#[cfg(feature = "image-model")]
pub use pack::{ImageConfig, ModelPack};
