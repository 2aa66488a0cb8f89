//! Running ONNX networks. The only file that names tract.
//!
//! Weights stored as `uint8` behind `DequantizeLinear` are expanded while the file is read:
//! tract would otherwise keep the operator in the graph, at ten times the loading time.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ndarray::Array4;
use thiserror::Error;
use tract_onnx::pb::{ModelProto, NodeProto, TensorProto, tensor_proto::DataType};
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::bail;

use crate::fence::fenced;

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
    fn new(stage: &'static str, detail: impl ToString) -> Self {
        Self { stage, detail: detail.to_string() }
    }
}

/// A network with one input of fixed shape and one output, ready to run from any thread.
pub(crate) struct Network {
    plan: Arc<TypedRunnableModel>,
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network").finish_non_exhaustive()
    }
}

impl Network {
    /// Reads and optimises an ONNX file whose only input has the shape `input`.
    pub(crate) fn load(bytes: &[u8], input: [usize; 4]) -> Result<Self, OnnxError> {
        guarded("loading the model", || {
            let onnx = tract_onnx::onnx();
            let mut proto = onnx.proto_model_for_read(&mut &*bytes)?;
            expand_dequantize(&mut proto)?;
            let plan = onnx
                .model_for_proto_model(&proto)?
                .with_input_fact(0, f32::fact(input).into())?
                .into_optimized()?
                .into_runnable()?;
            Ok(Self { plan })
        })
    }

    /// Runs the network; gives the first output's values.
    pub(crate) fn run(&self, input: Array4<f32>) -> Result<Vec<f32>, OnnxError> {
        guarded("running the model", || {
            let outputs = self.plan.run(tvec!(Tensor::from(input).into()))?;
            let Some(output) = outputs.first() else { bail!("the model has no output") };
            Ok(output.to_plain_array_view::<f32>()?.iter().copied().collect())
        })
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
