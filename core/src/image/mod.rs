//! Pictures and streams: bounded decoding, preprocessing, classification on class sums.

pub(crate) mod animation;
mod decode;
mod pixels;
mod webp;

#[cfg(feature = "image-model")]
mod classifier;
#[cfg(feature = "image-model")]
mod pack;
#[cfg(feature = "image-model")]
mod stream;
#[cfg(feature = "image-model")]
mod thumbnail;

pub use animation::{Animation, AnimationFrame, AnimationLimits};
pub use decode::{DecodeError, DecodeLimits, decode};
pub use pixels::{Pixels, PixelsError};
#[cfg(all(feature = "image-model", not(all(target_family = "wasm", target_os = "unknown"))))]
pub use stream::SystemClock;
#[cfg(feature = "image-model")]
pub use stream::{
    Clock, FrameOutcome, StreamAnalyzer, StreamChange, StreamConfig, StreamConfigError,
    StreamCounts,
};

#[cfg(feature = "image-model")]
pub(crate) use classifier::ImageClassifier;
#[cfg(feature = "image-model")]
pub use classifier::ImageError;
#[cfg(feature = "image-model")]
pub use pack::{ImageConfig, ModelPack};
