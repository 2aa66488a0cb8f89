//! Inputs that must be constants, as attributes: so operator sets had them before they became
//! inputs, and so tract's operators take them.

use std::collections::HashMap;

use tract_hir::prelude::*;
use tract_hir::tract_core::internal::bail;

use crate::onnx::proto::{
    AttributeProto, AttributeType, DataType, GraphProto, NodeProto, TensorProto,
};
use crate::onnx::shown;
use crate::onnx::tensors::tensor;

/// Values that such a constant has at most.
const MAX_VALUES: i64 = 64;

/// What the inputs of an operator after its first are called as attributes, in their order.
fn attributes(operator: &str) -> &'static [(&'static str, AttributeType)] {
    use AttributeType::{Float, Ints};
    match operator {
        "Clip" => &[("min", Float), ("max", Float)],
        "Dropout" => &[("ratio", Float), ("training_mode", Float)],
        "Pad" => &[("pads", Ints), ("value", Float)],
        "Split" => &[("split", Ints)],
        "ReduceL2" | "ReduceMax" | "ReduceMean" | "ReduceMin" | "ReduceSum" | "Squeeze"
        | "Unsqueeze" => &[("axes", Ints)],
        _ => &[],
    }
}

/// Makes initialisers of `Constant` nodes, and attributes of inputs that must be constants; takes
/// away outputs that no classifier reads.
pub(super) fn settle(graph: &mut GraphProto) -> TractResult<()> {
    let constants: Vec<TensorProto> = graph.node.iter().filter_map(constant).collect();
    graph.node.retain(|node| constant(node).is_none());
    graph.initializer.extend(constants);
    let small = graph.initializer.iter().filter(|tensor| {
        let values = tensor.dims.iter().try_fold(1_i64, |values, side| values.checked_mul(*side));
        values.is_some_and(|values| (0..=MAX_VALUES).contains(&values))
    });
    let known: HashMap<&str, &TensorProto> = small.map(|tensor| (&*tensor.name, tensor)).collect();
    for node in &mut graph.node {
        // What else some give is for training.
        if matches!(
            &*node.op_type,
            "BatchNormalization" | "Dropout" | "LayerNormalization" | "MaxPool"
        ) {
            node.output.truncate(1);
        }
        let attributes = attributes(&node.op_type);
        if attributes.is_empty() || node.input.len() < 2 {
            continue;
        }
        let inputs = node.input.split_off(1);
        for (place, input) in inputs.iter().enumerate().filter(|(_, input)| !input.is_empty()) {
            let (Some(attribute), Some(tensor)) = (attributes.get(place), known.get(&**input))
            else {
                bail!(
                    "input {} of operator `{}` must be a constant of at most {MAX_VALUES} values",
                    place + 2,
                    shown(&node.op_type)
                );
            };
            node.attribute.push(filled(*attribute, tensor)?);
        }
    }
    Ok(())
}

fn filled(
    (name, kind): (&str, AttributeType),
    constant: &TensorProto,
) -> TractResult<AttributeProto> {
    let tensor = tensor(constant.clone())?;
    let mut attribute =
        AttributeProto { name: name.to_owned(), r#type: kind as i32, ..AttributeProto::default() };
    match kind {
        AttributeType::Float => attribute.f = tensor.cast_to_scalar()?,
        _ => {
            let values = tensor.cast_to::<i64>()?;
            attribute.ints = values.to_plain_array_view::<i64>()?.iter().copied().collect();
        }
    }
    Ok(attribute)
}

/// The value of a `Constant` node, by the name of its output.
fn constant(node: &NodeProto) -> Option<TensorProto> {
    let (true, [output], [attribute]) =
        (node.op_type == "Constant", node.output.as_slice(), node.attribute.as_slice())
    else {
        return None;
    };
    let count = |values: usize| i64::try_from(values).map(|values| vec![values]).ok();
    let tensor = match &*attribute.name {
        "value" => attribute.t.clone()?,
        "value_float" => TensorProto { float_data: vec![attribute.f], ..of(DataType::Float) },
        "value_floats" => TensorProto {
            dims: count(attribute.floats.len())?,
            float_data: attribute.floats.clone(),
            ..of(DataType::Float)
        },
        "value_int" => TensorProto { int64_data: vec![attribute.i], ..of(DataType::Int64) },
        "value_ints" => TensorProto {
            dims: count(attribute.ints.len())?,
            int64_data: attribute.ints.clone(),
            ..of(DataType::Int64)
        },
        _ => return None,
    };
    Some(TensorProto { name: output.clone(), ..tensor })
}

fn of(kind: DataType) -> TensorProto {
    TensorProto { data_type: kind as i32, ..TensorProto::default() }
}
