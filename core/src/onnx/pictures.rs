//! Networks for pictures.

use std::sync::Arc;
use std::time::{Duration, Instant};

use ndarray::Array4;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{EvalContext, OpState};

use super::{OnnxError, OnnxFile, convolution, guarded, operators, run, sizes};

/// How long an operator of a network took.
#[derive(Clone, Debug)]
pub struct OperatorTime {
    /// Kind of the operator, as the engine calls it.
    pub operator: String,
    /// Its name in the model file.
    pub name: String,
    /// Time on this machine.
    pub time: Duration,
}

/// A network for pictures of one size, ready to run from any thread.
pub(crate) struct PictureNetwork {
    plan: Arc<TypedRunnableModel>,
}

impl std::fmt::Debug for PictureNetwork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PictureNetwork").finish_non_exhaustive()
    }
}

impl PictureNetwork {
    /// Makes a network of an ONNX file whose only input is pictures of the shape `input`.
    pub(crate) fn load(file: OnnxFile, input: [usize; 4]) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let model =
                operators::parse(file.into())?.with_input_fact(0, f32::fact(input).into())?;
            let model = sizes::typed(model, None)?;
            let model = convolution::channels_last(model)?;
            Ok(Self { plan: model.into_optimized()?.into_runnable()? })
        })
    }

    /// How many values the first output has, where that is known without running.
    pub(crate) fn values(&self) -> Option<usize> {
        let shape = &self.plan.model().output_fact(0).ok()?.shape;
        shape.as_concrete().map(|sides| sides.iter().product())
    }

    /// Runs the network; gives the first output's values.
    pub(crate) fn run(&self, input: Array4<f32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || run(&self.plan, input.into()))
    }

    /// Runs the network and times each operator, in the order in which they run.
    pub(crate) fn profile(&self, input: Array4<f32>) -> Result<Vec<OperatorTime>, OnnxError> {
        guarded("running the model", || {
            let mut times = Vec::new();
            let timed = |context: &EvalContext<'_>,
                         state: Option<&mut (dyn OpState + 'static)>,
                         node: &TypedNode,
                         inputs| {
                let start = Instant::now();
                let outputs = tract_hir::tract_core::plan::eval(context, state, node, inputs);
                times.push(OperatorTime {
                    operator: node.op.name().into_owned(),
                    name: node.name.clone(),
                    time: start.elapsed(),
                });
                outputs
            };
            self.plan.spawn()?.run_plan_with_eval(tvec!(Tensor::from(input).into()), timed)?;
            Ok(times)
        })
    }
}
