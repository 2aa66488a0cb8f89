//! Pictures and streams: bounded decoding, known pictures by their hashes, classification on class
//! sums.

pub(crate) mod animation;
mod decode;
mod hashlist;
mod pdq;
mod pixels;
mod webp;

#[cfg(feature = "image-model")]
mod classifier;
#[cfg(feature = "image-model")]
mod known;
#[cfg(feature = "image-model")]
mod opinion;
#[cfg(feature = "image-model")]
mod optional;
#[cfg(feature = "image-model")]
mod pack;
#[cfg(feature = "image-model")]
mod prepare;
#[cfg(feature = "image-model")]
mod stream;
#[cfg(feature = "image-model")]
mod thumbnail;

pub use animation::{Animation, AnimationFrame, AnimationLimits};
pub use decode::{DecodeError, DecodeLimits, decode};
pub use hashlist::{Dropped, HashLine, HashLines, HashList, HashListError, IndexFault, LineFault};
pub use pdq::{Dihedral, Pdq, PdqHash, PdqHashError};
pub use pixels::{Pixels, PixelsError};
#[cfg(all(feature = "image-model", not(all(target_family = "wasm", target_os = "unknown"))))]
pub use stream::SystemClock;
#[cfg(feature = "image-model")]
pub use stream::{
    Clock, FrameOutcome, StreamAnalyzer, StreamChange, StreamConfig, StreamConfigError,
    StreamCounts,
};

#[cfg(feature = "image-model")]
pub use crate::onnx::OperatorTime;
#[cfg(feature = "image-model")]
pub(crate) use classifier::ImageClassifier;
#[cfg(feature = "image-model")]
pub use classifier::ImageError;
#[cfg(feature = "image-model")]
pub(crate) use known::KnownImages;
#[cfg(feature = "image-model")]
pub use opinion::OpinionError;
#[cfg(feature = "image-model")]
pub(crate) use opinion::{Opinion, SecondOpinion};
#[cfg(feature = "image-model")]
pub use optional::{OptionalModel, OptionalModelsError, optional_models};
#[cfg(feature = "image-model")]
pub use pack::{ImageConfig, ModelPack};
