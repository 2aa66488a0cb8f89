//! Running ONNX networks. The only module that names tract.
//!
//! Text networks of the standard classifier's form (`text_cnn`) and those for pictures of the form that
//! MobileNet and ResNet have (`picture_cnn`) run on the kernels alone; all others are the engine's, with
//! the feature `onnx`.

mod activations;
mod attributes;
mod bounds;
mod constants;
#[cfg(all(feature = "onnx", feature = "image-model"))]
mod convolution;
#[cfg(feature = "image-model")]
mod file;
#[cfg(feature = "onnx")]
mod graph;
#[cfg(feature = "image-model")]
mod kernel;
#[cfg(feature = "onnx")]
mod operators;
#[cfg(feature = "image-model")]
mod picture_cnn;
#[cfg(all(feature = "onnx", feature = "image-model"))]
mod picture_plan;
#[cfg(feature = "image-model")]
mod pictures;
#[cfg(all(feature = "onnx", feature = "text-model"))]
mod plans;
mod proto;
#[cfg(feature = "onnx")]
mod sizes;
#[cfg(feature = "onnx")]
mod tensors;
#[cfg(feature = "text-model")]
mod text_cnn;
#[cfg(feature = "text-model")]
mod tokens;
#[cfg(any(feature = "image-model", feature = "onnx"))]
mod weights;

#[cfg(feature = "onnx")]
use std::sync::Arc;

use thiserror::Error;
#[cfg(feature = "onnx")]
use tract_hir::prelude::*;

use crate::fence::fenced;
#[cfg(feature = "image-model")]
pub(crate) use activations::{sigmoid, softmax};
#[cfg(feature = "image-model")]
pub(crate) use file::{OnnxFile, Port};
#[cfg(feature = "image-model")]
pub use pictures::OperatorTime;
#[cfg(feature = "image-model")]
pub(crate) use pictures::PictureNetwork;
#[cfg(feature = "text-model")]
pub(crate) use tokens::TokenNetwork;

/// Bytes of what an error says at most: tract repeats names out of the file, however long.
const MAX_DETAIL: usize = 600;
/// Characters of a foreign name that an error repeats.
const MAX_SHOWN: usize = 64;

/// Why a network cannot be loaded or run.
#[derive(Clone, Debug, Error)]
#[error("{stage}: {detail}")]
pub struct OnnxError {
    stage: &'static str,
    detail: String,
}

impl OnnxError {
    pub(crate) fn new(stage: &'static str, detail: impl ToString) -> Self {
        let mut detail = detail.to_string();
        detail.truncate(detail.floor_char_boundary(MAX_DETAIL));
        Self { stage, detail }
    }
}

/// The beginning of a name that a file gives.
fn shown(name: &str) -> &str {
    name.get(..name.floor_char_boundary(MAX_SHOWN)).unwrap_or_default()
}

/// Runs a network of the engine's; gives the first output's values.
#[cfg(feature = "onnx")]
fn run(plan: &Arc<TypedRunnableModel>, input: Tensor) -> TractResult<Vec<f32>> {
    let outputs = plan.run(tvec!(input.into()))?;
    let Some(output) = outputs.first() else { anyhow::bail!("the model has no output") };
    Ok(output.to_plain_array_view::<f32>()?.iter().copied().collect())
}

/// Model files may come from outside: whatever the engine does with one ends in an error, not in
/// a panic that takes the host down.
fn guarded<T>(
    stage: &'static str,
    work: impl FnOnce() -> anyhow::Result<T>,
) -> Result<T, OnnxError> {
    match fenced(work) {
        Some(result) => result.map_err(|error| OnnxError::new(stage, format!("{error:#}"))),
        None => Err(OnnxError::new(stage, "the engine gave up on this model")),
    }
}
