//! Running ONNX networks. The only module that names tract.

mod attributes;
mod bag;
mod bounds;
mod convolution;
#[cfg(feature = "image-model")]
mod file;
mod graph;
mod operators;
mod proto;
mod sizes;
mod tensors;
mod weights;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ndarray::{Array2, Array4};
use thiserror::Error;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{EvalContext, OpState, bail};

use crate::fence::fenced;
#[cfg(feature = "image-model")]
pub(crate) use file::{OnnxFile, Port};

/// Tokens that networks for messages are made for, besides the most that one takes.
const SIZES: [usize; 3] = [4, 8, 16];

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
pub(crate) struct Network {
    plan: Arc<TypedRunnableModel>,
}

/// A network for tokens, ready to run from any thread.
pub(crate) struct TokenNetwork {
    /// By the number of tokens that each takes, rising: a network of fixed size runs in half the
    /// time of one whose size it learns with every run.
    plans: Vec<(usize, Arc<TypedRunnableModel>)>,
    rows: usize,
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for TokenNetwork {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TokenNetwork").finish_non_exhaustive()
    }
}

impl Network {
    /// Makes a network of an ONNX file whose only input is pictures of the shape `input`.
    #[cfg(feature = "image-model")]
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

impl TokenNetwork {
    /// Reads and optimises an ONNX file whose only input is tokens, each of which is up to
    /// `rows` rows of an `EmbeddingBag`, for up to `tokens` of them.
    pub(crate) fn load(bytes: &[u8], tokens: usize, rows: usize) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let proto = bounds::decode(bytes)?;
            bounds::check_for_messages(&proto)?;
            let model = operators::parse(proto)?;
            let symbol = model.symbols.sym("tokens");
            let input = i32::fact([symbol.to_dim(), rows.to_dim()]);
            let model = model.with_input_fact(0, input.into())?;
            let model = sizes::typed(model, Some((&symbol, tokens)))?.into_decluttered()?;
            let sizes = SIZES.iter().copied().filter(|size| *size < tokens).chain([tokens]);
            let plans = sizes.map(|size| {
                let size_ = i64::try_from(size)?;
                let model = model
                    .clone()
                    .set_symbols(&HashMap::from([(symbol.clone(), size_.to_dim())]))?;
                Ok((size, model.into_optimized()?.into_runnable()?))
            });
            Ok(Self { plans: plans.collect::<TractResult<_>>()?, rows })
        })
    }

    /// Runs the network on the ids of tokens, each filled up to `rows` with 0; gives the first
    /// output's values.
    pub(crate) fn run(&self, mut ids: Vec<i32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || {
            let fits = |(size, _): &&(usize, _)| ids.len() <= size * self.rows;
            let Some((size, plan)) = self.plans.iter().find(fits) else {
                bail!("more tokens than it takes");
            };
            ids.resize(size * self.rows, 0);
            run(plan, Array2::from_shape_vec((*size, self.rows), ids)?.into())
        })
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
