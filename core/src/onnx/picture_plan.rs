//! Networks for pictures of any form, as tract runs them.

use std::sync::Arc;
use std::time::Instant;

use ndarray::Array4;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{EvalContext, OpState};

use super::pictures::OperatorTime;
use super::proto::ModelProto;
use super::{convolution, operators, run, sizes};

/// A network for pictures of one size.
pub(super) struct PicturePlan(Arc<TypedRunnableModel>);

impl PicturePlan {
    /// Reads and optimises a file whose only input is pictures of the shape `input`.
    pub(super) fn new(proto: ModelProto, input: [usize; 4]) -> TractResult<Self> {
        let model = operators::parse(proto)?.with_input_fact(0, f32::fact(input).into())?;
        let model = sizes::typed(model, None)?;
        let model = convolution::channels_last(model)?;
        Ok(Self(model.into_optimized()?.into_runnable()?))
    }

    pub(super) fn values(&self) -> Option<usize> {
        let shape = &self.0.model().output_fact(0).ok()?.shape;
        shape.as_concrete().map(|sides| sides.iter().product())
    }

    pub(super) fn run(&self, input: Array4<f32>) -> TractResult<Vec<f32>> {
        run(&self.0, input.into())
    }

    /// Runs it and times each operator.
    pub(super) fn profile(&self, input: Array4<f32>) -> TractResult<Vec<OperatorTime>> {
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
        self.0.spawn()?.run_plan_with_eval(tvec!(Tensor::from(input).into()), timed)?;
        Ok(times)
    }
}
