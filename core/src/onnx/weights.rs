//! Weights stored as `uint8` behind `DequantizeLinear`, expanded while the file is read: tract
//! would otherwise keep the operator in the graph, at ten times the loading time.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail};

use super::proto::{DataType, ModelProto, NodeProto, TensorProto};

/// Values that expanding may produce at most (256 MiB).
const MAX_EXPANDED: usize = 64 << 20;

/// Replaces `DequantizeLinear` over constants by the constants that it yields.
pub(super) fn expand(proto: &mut ModelProto) -> Result<()> {
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
) -> Result<Option<TensorProto>> {
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
    // A piece at a time, so that the compiler sees plain loops over slices.
    let mut values = Vec::with_capacity(codes.raw_data.len());
    for (block, codes) in codes.raw_data.chunks(stride).enumerate() {
        let channel = block % channels;
        let scale = scales.get(channel).copied().unwrap_or(0.0);
        let zero = f32::from(zeros.get(channel).copied().unwrap_or(0));
        values.extend(codes.iter().map(|code| (f32::from(*code) - zero) * scale));
    }
    Ok(Some(TensorProto {
        name: name.clone(),
        dims: codes.dims.clone(),
        data_type: DataType::Float as i32,
        float_data: values,
        ..TensorProto::default()
    }))
}
