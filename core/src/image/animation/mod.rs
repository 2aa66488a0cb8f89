//! Pictures that move: frame after frame of GIF, WebP and APNG, within bounds.

#[cfg(feature = "image-model")]
mod choice;
mod frames;
#[cfg(feature = "image-model")]
mod others;
mod sniff;

pub use frames::{Animation, AnimationFrame, AnimationLimits};
#[cfg(feature = "image-model")]
pub(crate) use others::assess_others;
