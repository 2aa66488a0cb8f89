//! The picture classifier: loaded on first use, decided on class sums.

use std::sync::Arc;

use ndarray::Array4;
use once_cell::sync::OnceCell;
use thiserror::Error;

use super::decode::DecodeError;
use super::pack::{Activation, ImageConfig, Layout, ModelPack};
use super::pixels::{Pixels, PixelsError};
use crate::assessment::{ClassScore, ModelRef, StatusReason};
use crate::onnx::{OnnxError, OnnxFile, OperatorTime, PictureNetwork, Port, sigmoid, softmax};

/// Where an error says that file and configuration contradict each other.
const FIT: &str = "the file does not fit its config.json";

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
    /// There is no model, and no hash list knows the picture.
    #[error(
        "picture model: none was given (GuardBuilder::image_model), and this build embeds none"
    )]
    NoModel,
    /// The model cannot be loaded or run.
    #[error("picture model: {0}")]
    Model(#[from] OnnxError),
    /// The model answers with something other than its classes.
    #[error(
        "picture model: gave {found} numbers between 0 and 1, not the {expected} of its classes; \
         if it gives logits, output.activation in config.json must say so"
    )]
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
            Self::NoModel | Self::Model(_) | Self::Scores { .. } => StatusReason::ModelUnavailable,
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
    network: OnceCell<PictureNetwork>,
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
        let config = &pack.config;
        Self {
            sensitive: config.classes.iter().map(|class| config.is_sensitive(class)).collect(),
            classes: config.classes.iter().map(|class| class.as_str().into()).collect(),
            model: pack.reference(),
            pack,
            network: OnceCell::new(),
        }
    }

    pub(crate) fn model(&self) -> &ModelRef {
        &self.model
    }

    /// Loads the network unless it is loaded. A failure is not kept: the next call tries again.
    pub(crate) fn load(&self) -> Result<&PictureNetwork, ImageError> {
        Ok(self.network.get_or_try_init(|| {
            let (config, shape) = (&self.pack.config, self.pack.input_shape());
            let file = OnnxFile::read(&self.pack.model)?;
            check_input(&file.inputs(), config, shape)?;
            let output = check_output(file.outputs(), config)?;
            let channels_last = config.input.layout == Layout::Nhwc;
            let file = file.with_only_output(&output);
            let network = PictureNetwork::load(file, shape, channels_last)?;
            match network.values() {
                Some(found) if found != self.classes.len() => {
                    Err(other_classes(&output, found, self.classes.len()))
                }
                _ => Ok(network),
            }
        })?)
    }

    /// Runs the network on a picture and times its operators.
    pub(crate) fn profile(&self, pixels: &Pixels<'_>) -> Result<Vec<OperatorTime>, ImageError> {
        let network = self.load()?;
        Ok(network.profile(self.input(network, pixels))?)
    }

    fn input(&self, network: &PictureNetwork, pixels: &Pixels<'_>) -> Array4<f32> {
        let config = &self.pack.config.input;
        let last = network.takes_channels_last();
        pixels.to_input(config, if last { Layout::Nhwc } else { config.layout })
    }

    pub(crate) fn scores(&self, pixels: &Pixels<'_>) -> Result<ImageScores, ImageError> {
        let config = &self.pack.config;
        let network = self.load()?;
        let scores = network.run(self.input(network, pixels))?;
        let scores = activated(scores, config.output.activation);
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

/// Checks what the file takes against what it will be given.
fn check_input(inputs: &[Port], config: &ImageConfig, shape: [usize; 4]) -> Result<(), OnnxError> {
    let misfit = |detail: String| Err(OnnxError::new(FIT, detail));
    let [input] = inputs else {
        return misfit(format!("it has {} inputs ({}), not one", inputs.len(), names(inputs)));
    };
    let name = &input.name;
    if let Some(expected) = config.input.name.as_ref().filter(|expected| *expected != name) {
        return misfit(format!("its input is `{name}`, not `{expected}`"));
    }
    if !input.float {
        return misfit(format!("its input `{name}` does not take 32-bit floating-point numbers"));
    }
    let fits = input.shape.as_ref().is_none_or(|sides| {
        let agrees = |(side, given): (&Option<usize>, usize)| side.is_none_or(|s| s == given);
        sides.len() == shape.len() && sides.iter().zip(shape).all(agrees)
    });
    if fits {
        Ok(())
    } else {
        misfit(format!("its input `{name}` takes {input}, and would be given {shape:?}"))
    }
}

/// Finds the output that is read; gives its name.
fn check_output(outputs: Vec<Port>, config: &ImageConfig) -> Result<String, OnnxError> {
    let all = names(&outputs);
    let wanted = config.output.name.as_ref();
    let mut outputs = outputs.into_iter();
    let Some(output) = outputs.find(|output| wanted.is_none_or(|name| *name == output.name)) else {
        let wanted = wanted.map_or("", String::as_str);
        return Err(OnnxError::new(FIT, format!("it has no output `{wanted}`; it has {all}")));
    };
    if !output.float {
        let detail = format!("its output `{}` is not 32-bit floating-point numbers", output.name);
        return Err(OnnxError::new(FIT, detail));
    }
    // What is left open is known once the network is made.
    let declared: Option<Option<usize>> =
        output.shape.as_ref().map(|sides| sides.iter().copied().product());
    match declared.flatten() {
        Some(found) if found != config.classes.len() => {
            Err(other_classes(&output.name, found, config.classes.len()))
        }
        _ => Ok(output.name),
    }
}

fn other_classes(output: &str, found: usize, classes: usize) -> OnnxError {
    let detail = format!("its output `{output}` has {found} values for {classes} classes");
    OnnxError::new(FIT, detail)
}

fn names(ports: &[Port]) -> String {
    let names: Vec<String> = ports.iter().map(|port| format!("`{}`", port.name)).collect();
    names.join(", ")
}

fn activated(mut values: Vec<f32>, activation: Activation) -> Vec<f32> {
    match activation {
        Activation::None => {}
        Activation::Sigmoid => values.iter_mut().for_each(|v| *v = sigmoid(*v)),
        Activation::Softmax => softmax(&mut values),
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activations_make_probabilities_of_logits_however_large() {
        assert_eq!(activated(vec![0.25, 2.0], Activation::None), [0.25, 2.0]);
        assert_eq!(activated(vec![0.0, 200.0, -200.0], Activation::Sigmoid), [0.5, 1.0, 0.0]);
        assert_eq!(activated(vec![1000.0, 1000.0, -1000.0], Activation::Softmax), [0.5, 0.5, 0.0]);
        assert!(activated(vec![f32::NAN, 0.0], Activation::Softmax).iter().all(|v| v.is_nan()));
    }
}
