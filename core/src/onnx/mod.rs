//! Running ONNX networks. The only module that names tract.

mod attributes;
mod bag;
mod bounds;
#[cfg(feature = "image-model")]
mod convolution;
#[cfg(feature = "image-model")]
mod file;
mod graph;
mod operators;
#[cfg(feature = "image-model")]
mod pictures;
mod proto;
mod sizes;
mod tensors;
#[cfg(feature = "text-model")]
mod text_cnn;
#[cfg(feature = "text-model")]
mod tokens;
mod weights;

use std::sync::Arc;

use thiserror::Error;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::bail;

use crate::fence::fenced;
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

fn run(plan: &Arc<TypedRunnableModel>, input: Tensor) -> TractResult<Vec<f32>> {
    let outputs = plan.run(tvec!(input.into()))?;
    let Some(output) = outputs.first() else { bail!("the model has no output") };
    Ok(output.to_plain_array_view::<f32>()?.iter().copied().collect())
}

/// Model files may come from outside: whatever tract does with one ends in an error, not in
/// a panic that takes the host down.
fn guarded<T>(stage: &'static str, work: impl FnOnce() -> TractResult<T>) -> Result<T, OnnxError> {
    match fenced(work) {
        Some(result) => result.map_err(|error| OnnxError::new(stage, format!("{error:#}"))),
        None => Err(OnnxError::new(stage, "the engine gave up on this model")),
    }
}
