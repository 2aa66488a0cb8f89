//! Networks for pictures.

use std::time::Duration;

use ndarray::Array4;

use super::picture_cnn::PictureCnn;
#[cfg(feature = "onnx")]
use super::picture_plan::PicturePlan;
use super::proto::ModelProto;
use super::{OnnxError, OnnxFile, bounds, guarded, weights};

/// How long an operator of a network took.
#[derive(Clone, Debug)]
pub struct OperatorTime {
    /// Kind of the operator, as what runs it calls it.
    pub operator: String,
    /// Its name in the model file.
    pub name: String,
    /// Time on this machine.
    pub time: Duration,
}

/// A network for pictures of one size, ready to run from any thread.
pub(crate) struct PictureNetwork(Looker);

/// What looks at pictures.
enum Looker {
    /// A network of the form that MobileNet and ResNet have.
    Cnn(PictureCnn),
    /// Any other.
    #[cfg(feature = "onnx")]
    Plan(PicturePlan),
}

impl std::fmt::Debug for PictureNetwork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PictureNetwork").finish_non_exhaustive()
    }
}

impl PictureNetwork {
    /// Makes a network of an ONNX file whose only input is pictures of the shape `input`, channels
    /// last or before the rows.
    pub(crate) fn load(
        file: OnnxFile,
        input: [usize; 4],
        channels_last: bool,
    ) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let mut proto: ModelProto = file.into();
            if let Some(graph) = &proto.graph {
                bounds::check_sizes(graph)?;
                bounds::check_order(graph)?;
            }
            weights::expand(&mut proto)?;
            if let Some(cnn) = PictureCnn::of(&proto, input, channels_last) {
                return Ok(Self(Looker::Cnn(cnn)));
            }
            #[cfg(feature = "onnx")]
            return Ok(Self(Looker::Plan(PicturePlan::new(proto, input)?)));
            #[cfg(not(feature = "onnx"))]
            anyhow::bail!(
                "it has not the form of MobileNet or ResNet, and this build has no engine for any other \
                 (the feature `onnx`; docs/bring-a-model.md says which builds have it)"
            );
        })
    }

    /// Whether it takes pictures channels last, whatever its file says.
    pub(crate) const fn takes_channels_last(&self) -> bool {
        matches!(self.0, Looker::Cnn(_))
    }

    /// How many values the first output has, where that is known without running.
    pub(crate) fn values(&self) -> Option<usize> {
        match &self.0 {
            Looker::Cnn(cnn) => Some(cnn.values()),
            #[cfg(feature = "onnx")]
            Looker::Plan(plan) => plan.values(),
        }
    }

    /// Runs the network; gives the first output's values.
    pub(crate) fn run(&self, input: Array4<f32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || match &self.0 {
            Looker::Cnn(cnn) => cnn.run(input.into_raw_vec_and_offset().0),
            #[cfg(feature = "onnx")]
            Looker::Plan(plan) => plan.run(input),
        })
    }

    /// Runs the network and times each operator, in the order in which they run.
    pub(crate) fn profile(&self, input: Array4<f32>) -> Result<Vec<OperatorTime>, OnnxError> {
        guarded("running the model", || match &self.0 {
            Looker::Cnn(cnn) => cnn.profile(input.into_raw_vec_and_offset().0),
            #[cfg(feature = "onnx")]
            Looker::Plan(plan) => plan.profile(input),
        })
    }
}
