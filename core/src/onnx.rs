//! Running ONNX networks. The only file that names tract.
//!
//! Weights stored as `uint8` behind `DequantizeLinear` are expanded while the file is read:
//! tract would otherwise keep the operator in the graph, at ten times the loading time.
//!
//! The local functions `EmbeddingBag` and `Pool` of a text model, which the file defines in
//! operators of the standard, are run by operators of our own: tract's generic gathering and
//! reducing takes several times as long as the rest of the network.

#[cfg(feature = "image-model")]
mod file;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ndarray::{Array2, Array4};
use thiserror::Error;
use tract_onnx::pb::{ModelProto, NodeProto, TensorProto, tensor_proto::DataType};
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::{
    EvalContext, EvalOp, Op, StaticName, args_2, args_3, as_op, bail, ensure, op_as_typed_op,
    op_out_of_plan,
};
use tract_onnx::tract_core::ops::TypedOp;
use tract_onnx::tract_hir::infer::rules::{InferenceResult, Solver, TensorProxy};
use tract_onnx::tract_hir::ops::expandable::{Expansion, expand};

use crate::fence::fenced;
#[cfg(feature = "image-model")]
pub(crate) use file::{OnnxFile, Port};

/// Tokens that networks for messages are made for, besides the most that one takes.
const SIZES: [usize; 3] = [4, 8, 16];
/// Values that expanding may produce at most (256 MiB).
const MAX_EXPANDED: usize = 64 << 20;

/// Why a network cannot be loaded or run.
#[derive(Clone, Debug, Error)]
#[error("{stage}: {detail}")]
pub struct OnnxError {
    stage: &'static str,
    detail: String,
}

impl OnnxError {
    pub(crate) fn new(stage: &'static str, detail: impl ToString) -> Self {
        Self { stage, detail: detail.to_string() }
    }
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
    /// Reads and optimises an ONNX file whose only input is pictures of the shape `input`.
    pub(crate) fn load(bytes: &[u8], input: [usize; 4]) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let model = read(bytes)?.with_input_fact(0, f32::fact(input).into())?;
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
}

impl TokenNetwork {
    /// Reads and optimises an ONNX file whose only input is tokens, each of which is up to
    /// `rows` rows of an `EmbeddingBag`, for up to `tokens` of them.
    pub(crate) fn load(bytes: &[u8], tokens: usize, rows: usize) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let model = read(bytes)?;
            let symbol = model.symbols.sym("tokens");
            let input = i32::fact([symbol.to_dim(), rows.to_dim()]);
            let model = model.with_input_fact(0, input.into())?.into_typed()?.into_decluttered()?;
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

fn read(bytes: &[u8]) -> TractResult<InferenceModel> {
    let mut onnx = tract_onnx::onnx();
    onnx.op_register.insert("EmbeddingBag", |_, _| Ok((expand(EmbeddingBag), vec![])));
    onnx.op_register.insert("Pool", |_, _| Ok((expand(Pool), vec![])));
    let mut proto = onnx.proto_model_for_read(&mut &*bytes)?;
    expand_dequantize(&mut proto)?;
    onnx.model_for_proto_model(&proto)
}

fn run(plan: &Arc<TypedRunnableModel>, input: Tensor) -> TractResult<Vec<f32>> {
    let outputs = plan.run(tvec!(input.into()))?;
    let Some(output) = outputs.first() else { bail!("the model has no output") };
    Ok(output.to_plain_array_view::<f32>()?.iter().copied().collect())
}

/// `EmbeddingBag(table int8 [rows, n], scale float [n], ids int32 [tokens, k])`: for each token
/// the sum of its rows, times the scale, over the root of how many rows it has; id 0 is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct EmbeddingBag;

impl Expansion for EmbeddingBag {
    fn name(&self) -> StaticName {
        "EmbeddingBag".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([table, scale, ids], [output]) = (inputs, outputs) else {
            bail!("EmbeddingBag takes table, scale and ids");
        };
        solver.equals(&table.datum_type, i8::datum_type())?;
        solver.equals(&scale.datum_type, f32::datum_type())?;
        solver.equals(&ids.datum_type, i32::datum_type())?;
        for (matrix, rank) in [(table, 2), (scale, 1), (ids, 2), (output, 2)] {
            solver.equals(&matrix.rank, rank)?;
        }
        solver.equals(&output.datum_type, f32::datum_type())?;
        solver.equals(&table.shape[1], &scale.shape[0])?;
        solver.equals(&output.shape[0], &ids.shape[0])?;
        solver.equals(&output.shape[1], &table.shape[1])
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, Self, inputs)
    }
}

impl Op for EmbeddingBag {
    fn name(&self) -> StaticName {
        "EmbeddingBag".into()
    }

    op_as_typed_op!();
}

impl EvalOp for EmbeddingBag {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (table, scale, ids) = args_3!(inputs);
        let table = table.to_plain_array_view::<i8>()?;
        let scale = scale.to_plain_array_view::<f32>()?;
        let ids = ids.to_plain_array_view::<i32>()?;
        let (&[rows, n], &[tokens, k]) = (table.shape(), ids.shape()) else {
            bail!("a table and ids have two dimensions");
        };
        let (Some(table), Some(scale), Some(ids)) =
            (table.as_slice(), scale.as_slice(), ids.as_slice())
        else {
            bail!("inputs must be contiguous");
        };
        ensure!(n > 0 && k > 0 && scale.len() == n, "as many scales as columns");
        let mut output = Vec::with_capacity(tokens * n);
        let mut sum = vec![0_i32; n];
        for token in ids.chunks_exact(k) {
            sum.fill(0);
            let mut found = 0_u16;
            for id in token.iter().filter(|id| **id != 0) {
                let start = usize::try_from(*id)? * n;
                let Some(row) = table.get(start..start + n) else {
                    bail!("row {id} of a table with {rows}");
                };
                sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += i32::from(*value));
                found += 1;
            }
            let share = f32::from(found.max(1)).sqrt().recip();
            output.extend(sum.iter().zip(scale).map(|(sum, scale)| *sum as f32 * share * scale));
        }
        Ok(tvec!(Tensor::from(Array2::from_shape_vec((tokens, n), output)?).into()))
    }
}

impl TypedOp for EmbeddingBag {
    as_op!();

    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let [table, _, ids] = inputs else { bail!("EmbeddingBag takes table, scale and ids") };
        let (Some(n), Some(tokens)) = (table.shape.get(1), ids.shape.first()) else {
            bail!("a table and ids have two dimensions");
        };
        Ok(tvec!(f32::fact([tokens.clone(), n.clone()])))
    }
}

/// `Pool(found float [tokens, n], ids int32 [tokens, k])`: of each column the largest value and
/// then the mean, over the tokens that have an id other than 0; values are not negative.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Pool;

impl Expansion for Pool {
    fn name(&self) -> StaticName {
        "Pool".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([found, ids], [output]) = (inputs, outputs) else {
            bail!("Pool takes values and ids");
        };
        solver.equals(&found.datum_type, f32::datum_type())?;
        solver.equals(&ids.datum_type, i32::datum_type())?;
        solver.equals(&output.datum_type, f32::datum_type())?;
        for matrix in [found, ids, output] {
            solver.equals(&matrix.rank, 2)?;
        }
        solver.equals(&found.shape[0], &ids.shape[0])?;
        solver.equals(&output.shape[0], 1.to_dim())?;
        solver.given(&found.shape[1], move |solver, n| solver.equals(&output.shape[1], n * 2))
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        model.wire_node(prefix, Self, inputs)
    }
}

impl Op for Pool {
    fn name(&self) -> StaticName {
        "Pool".into()
    }

    op_as_typed_op!();
}

impl EvalOp for Pool {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let (found, ids) = args_2!(inputs);
        let found = found.to_plain_array_view::<f32>()?;
        let ids = ids.to_plain_array_view::<i32>()?;
        let (&[tokens, n], &[tokens_, k]) = (found.shape(), ids.shape()) else {
            bail!("values and ids have two dimensions");
        };
        let (Some(found), Some(ids)) = (found.as_slice(), ids.as_slice()) else {
            bail!("inputs must be contiguous");
        };
        ensure!(n > 0 && k > 0 && tokens == tokens_, "as many rows of values as of ids");
        let mut output = vec![0.0_f32; 2 * n];
        let (most, mean) = output.split_at_mut(n);
        let mut used = 0_u16;
        for (row, token) in found.chunks_exact(n).zip(ids.chunks_exact(k)) {
            if token.iter().all(|id| *id == 0) {
                continue;
            }
            used += 1;
            for ((most, mean), value) in most.iter_mut().zip(mean.iter_mut()).zip(row) {
                *most = most.max(*value);
                *mean += value;
            }
        }
        let share = f32::from(used.max(1)).recip();
        mean.iter_mut().for_each(|mean| *mean *= share);
        Ok(tvec!(Tensor::from(Array2::from_shape_vec((1, 2 * n), output)?).into()))
    }
}

impl TypedOp for Pool {
    as_op!();

    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let [found, _] = inputs else { bail!("Pool takes values and ids") };
        let Some(n) = found.shape.get(1) else { bail!("values have two dimensions") };
        Ok(tvec!(f32::fact([1.to_dim(), n.clone() * 2])))
    }
}

/// Model files may come from outside: whatever tract does with one ends in an error, not in
/// a panic that takes the host down.
fn guarded<T>(stage: &'static str, work: impl FnOnce() -> TractResult<T>) -> Result<T, OnnxError> {
    match fenced(work) {
        Some(result) => result.map_err(|error| OnnxError::new(stage, format!("{error:#}"))),
        None => Err(OnnxError::new(stage, "the engine gave up on this model")),
    }
}

/// Replaces `DequantizeLinear` over constants by the constants that it yields.
fn expand_dequantize(proto: &mut ModelProto) -> TractResult<()> {
    let Some(graph) = proto.graph.as_mut() else {
        return Ok(());
    };
    let constants: HashMap<String, TensorProto> =
        graph.initializer.iter().map(|tensor| (tensor.name.clone(), tensor.clone())).collect();
    let mut expanded: HashMap<String, TensorProto> = HashMap::new();
    let mut total = 0;
    for node in graph.node.iter().filter(|node| node.op_type == "DequantizeLinear") {
        let Some(tensor) = dequantized(node, &constants)? else {
            continue;
        };
        total += tensor.float_data.len();
        if total > MAX_EXPANDED {
            bail!("its weights expand to more than {MAX_EXPANDED} values");
        }
        expanded.insert(tensor.name.clone(), tensor);
    }
    graph.node.retain(|node| !node.output.first().is_some_and(|o| expanded.contains_key(o)));
    graph.initializer.extend(expanded.into_values());
    let used: HashSet<&String> = graph.node.iter().flat_map(|node| &node.input).collect();
    graph.initializer.retain(|tensor| used.contains(&tensor.name));
    Ok(())
}

/// The constant that a `DequantizeLinear` node yields, or `None` where it is not over `uint8`
/// constants.
fn dequantized(
    node: &NodeProto,
    constants: &HashMap<String, TensorProto>,
) -> TractResult<Option<TensorProto>> {
    let constant = |index: usize| node.input.get(index).and_then(|name| constants.get(name));
    let (Some(codes), Some(scale), Some(zero)) = (constant(0), constant(1), constant(2)) else {
        return Ok(None);
    };
    let Some(name) = node.output.first() else {
        return Ok(None);
    };
    let is = |tensor: &TensorProto, kind: DataType| tensor.data_type == kind as i32;
    if !(is(codes, DataType::Uint8) && is(zero, DataType::Uint8) && is(scale, DataType::Float)) {
        return Ok(None);
    }
    let dims: Vec<usize> =
        codes.dims.iter().map(|dim| usize::try_from(*dim)).collect::<Result<_, _>>()?;
    let size = dims.iter().try_fold(1_usize, |size, dim| size.checked_mul(*dim));
    if size != Some(codes.raw_data.len()) {
        bail!("weights `{}` do not have the size that their shape says", codes.name);
    }
    let scales: Vec<f32> = if scale.raw_data.is_empty() {
        scale.float_data.clone()
    } else {
        let (values, _) = scale.raw_data.as_chunks::<4>();
        values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
    };
    let zeros = &zero.raw_data;
    let attribute = node.attribute.iter().find(|attribute| attribute.name == "axis");
    let axis = usize::try_from(attribute.map_or(1, |attribute| attribute.i))?;
    let channels = if scales.len() == 1 { 1 } else { dims.get(axis).copied().unwrap_or(0) };
    if channels == 0 || scales.len() != channels || zeros.len() != channels {
        bail!("`{name}` has as many scales and zero points as no axis of its weights");
    }
    let stride: usize = dims.get(axis + 1..).map_or(1, |inner| inner.iter().product());
    let stride = if channels == 1 { codes.raw_data.len().max(1) } else { stride.max(1) };
    let values = codes.raw_data.chunks(stride).enumerate().flat_map(|(block, codes)| {
        let channel = block % channels;
        let scale = scales.get(channel).copied().unwrap_or(0.0);
        let zero = f32::from(zeros.get(channel).copied().unwrap_or(0));
        codes.iter().map(move |code| (f32::from(*code) - zero) * scale)
    });
    Ok(Some(TensorProto {
        name: name.clone(),
        dims: codes.dims.clone(),
        data_type: DataType::Float as i32,
        float_data: values.collect(),
        ..TensorProto::default()
    }))
}
