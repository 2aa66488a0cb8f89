//! The picture classifier: loaded on first use, decided on class sums.

use std::sync::Arc;

use once_cell::sync::OnceCell;
use thiserror::Error;

use super::decode::DecodeError;
use super::pack::ModelPack;
use super::pixels::{Pixels, PixelsError};
use crate::assessment::{ClassScore, ModelRef, StatusReason};
use crate::onnx::{Network, OnnxError};

/// Why a picture was not assessed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ImageError {
    /// It cannot be decoded.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// Raw pixels do not fit their size.
    #[error(transparent)]
    Pixels(#[from] PixelsError),
    /// The model cannot be loaded or run.
    #[error("picture model: {0}")]
    Model(#[from] OnnxError),
    /// The model answers with something other than its classes.
    #[error("picture model: gave {found} scores between 0 and 1; its classes are {expected}")]
    Scores {
        /// Usable scores found.
        found: usize,
        /// Classes of the model.
        expected: usize,
    },
}

impl ImageError {
    /// The reason to give to [`Guard::assess_failure`](crate::Guard::assess_failure).
    pub const fn status_reason(&self) -> StatusReason {
        match self {
            Self::Decode(_) | Self::Pixels(_) => StatusReason::ImageUnreadable,
            Self::Model(_) | Self::Scores { .. } => StatusReason::ModelUnavailable,
        }
    }
}

/// A model pack and, once it was needed, the network made from it.
#[derive(Debug)]
pub(crate) struct ImageClassifier {
    pack: ModelPack,
    classes: Vec<Arc<str>>,
    sensitive: Vec<bool>,
    model: ModelRef,
    network: OnceCell<Network>,
}

/// Scores of one picture.
#[derive(Clone, Debug)]
pub(crate) struct ImageScores {
    pub(crate) classes: Vec<ClassScore>,
    /// Sum of the classes that make a picture sensitive, 0..1.
    pub(crate) sensitive: f32,
}

impl ImageClassifier {
    pub(crate) fn new(pack: ModelPack) -> Self {
        let sensitive =
            pack.config.classes.iter().map(|c| pack.config.class_sums.sensitive.contains(c));
        Self {
            sensitive: sensitive.collect(),
            classes: pack.config.classes.iter().map(|class| class.as_str().into()).collect(),
            model: pack.reference(),
            pack,
            network: OnceCell::new(),
        }
    }

    pub(crate) fn model(&self) -> &ModelRef {
        &self.model
    }

    /// Loads the network unless it is loaded. A failure is not kept: the next call tries again.
    pub(crate) fn load(&self) -> Result<&Network, ImageError> {
        let input = &self.pack.config.input;
        let shape = [1, 3, input.height, input.width];
        Ok(self.network.get_or_try_init(|| Network::load(&self.pack.model, shape))?)
    }

    pub(crate) fn scores(&self, pixels: &Pixels<'_>) -> Result<ImageScores, ImageError> {
        let network = self.load()?;
        let input = &self.pack.config.input;
        let scores = network.run(pixels.to_planes(input.width, input.height))?;
        let usable = scores.iter().filter(|score| (0.0..=1.0001).contains(*score)).count();
        if scores.len() != self.classes.len() || usable != scores.len() {
            return Err(ImageError::Scores { found: usable, expected: self.classes.len() });
        }
        let sensitive = scores.iter().zip(&self.sensitive).filter(|(_, is)| **is);
        Ok(ImageScores {
            sensitive: sensitive.map(|(score, _)| score).sum::<f32>().min(1.0),
            classes: self
                .classes
                .iter()
                .zip(scores)
                .map(|(class, score)| ClassScore { class: Arc::clone(class), score })
                .collect(),
        })
    }
}
