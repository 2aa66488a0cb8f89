//! The operators that a network may have: what classifiers are made of, and no more.
//!
//! tract's own register has more: each is code that a stranger's file may reach. Whatever is
//! registered here is made as tract makes it (a test compares both), save that inputs which must be
//! constants become attributes first (`settled`). `docs/bring-a-model.md` lists them.

mod bag;
mod composed;
mod matrices;
mod quantised;
mod settled;
#[cfg(test)]
mod tests;
mod windows;
mod wiring;

use tract_hir::internal::InferenceOp;
use tract_hir::ops::binary::{BinIntoHir, Nary};
use tract_hir::ops::element_wise::ElementWiseIntoHir;
use tract_hir::ops::expandable::{Expansion, expand};
use tract_hir::ops::nn::Reducer;
use tract_hir::ops::{self, activations, array, nn};
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{bail, ensure};
use tract_hir::tract_core::ops::{logic, math, nn as core_nn};

use super::proto::{GraphProto, ModelProto, NodeProto, TensorProto};
use super::tensors::tensor;
use super::{bounds, graph, shown};
use bag::{EmbeddingBag, Pool};

type Made = TractResult<Box<dyn InferenceOp>>;
/// What makes an operator, by the version of the operator set.
pub(super) type Maker = fn(i64, &NodeProto) -> Made;

#[cfg(any(feature = "image-model", test))]
/// Reads a file's graph; an operator that is not listed ends in an error that names it.
pub(super) fn parse(mut proto: ModelProto) -> TractResult<InferenceModel> {
    prepare(&mut proto)?;
    read(proto)
}

/// Checks a file's graph and makes attributes of inputs that must be constants.
pub(super) fn prepare(proto: &mut ModelProto) -> TractResult<()> {
    if let Some(graph) = proto.graph.as_mut() {
        bounds::check_sizes(graph)?;
        settled::settle(graph)?;
        bounds::check_attributes(graph)?;
        check(graph)?;
        bounds::check_order(graph)?;
    }
    Ok(())
}

/// Reads a graph that was prepared.
pub(super) fn read(mut proto: ModelProto) -> TractResult<InferenceModel> {
    super::weights::expand(&mut proto)?;
    graph::read(proto, maker)
}

fn maker(operator: &str) -> Option<Maker> {
    OPERATORS.iter().find(|(name, _)| *name == operator).map(|(_, make)| *make)
}

fn check(graph: &GraphProto) -> TractResult<()> {
    if let Some(node) = graph.node.iter().find(|node| maker(&node.op_type).is_none()) {
        bail!(
            "operator `{}` is not supported; docs/bring-a-model.md lists those that are",
            shown(&node.op_type)
        );
    }
    Ok(())
}

fn made(op: Box<dyn InferenceOp>) -> Made {
    Ok(op)
}

fn expanded(op: impl Expansion) -> Made {
    made(expand(op))
}

const OPERATORS: &[(&str, Maker)] = &[
    // Of our own: the local functions of a text model.
    ("EmbeddingBag", |_, _| expanded(EmbeddingBag)),
    ("Pool", |_, _| expanded(Pool)),
    // Windows over pictures.
    ("AveragePool", |_, node| windows::average_pool(node)),
    ("Conv", |_, node| windows::conv(node)),
    ("GlobalAveragePool", |_, _| expanded(nn::GlobalAvgPool)),
    ("GlobalMaxPool", |_, _| expanded(nn::GlobalMaxPool)),
    ("MaxPool", |_, node| windows::max_pool(node)),
    // Matrices and normalisation.
    ("BatchNormalization", |_, node| composed::batch_normalization(node)),
    ("Gemm", |_, node| matrices::gemm(node)),
    ("LayerNormalization", |_, node| composed::layer_normalization(node)),
    ("MatMul", |_, _| expanded(ops::matmul::MatMulInference::default())),
    // Activations.
    ("Celu", |_, node| expanded(activations::Celu(number(node, "alpha", 1.0)?))),
    ("Clip", |_, node| clip(node)),
    ("Dropout", |_, node| dropout(node)),
    ("Elu", |_, node| expanded(activations::Elu(number(node, "alpha", 1.0)?))),
    ("Gelu", |_, node| composed::gelu(node)),
    ("HardSigmoid", |_, node| {
        let (alpha, beta) = (number(node, "alpha", 0.2)?, number(node, "beta", 0.5)?);
        expanded(activations::HardSigmoid(alpha, beta))
    }),
    ("HardSwish", |_, _| made(core_nn::hard_swish().into_hir())),
    ("LeakyRelu", |_, node| expanded(activations::LeakyRelu(number(node, "alpha", 0.01)?))),
    ("LogSoftmax", log_softmax),
    ("PRelu", |_, _| composed::prelu()),
    ("Relu", |_, _| expanded(activations::Clip::new(Some(0.0), None))),
    ("Selu", |_, node| {
        let (alpha, gamma) = (number(node, "alpha", 1.67326)?, number(node, "gamma", 1.0507)?);
        expanded(activations::Selu(alpha, gamma))
    }),
    ("Sigmoid", |_, _| made(core_nn::sigmoid().into_hir())),
    ("Softmax", softmax),
    ("Softplus", |_, _| expanded(activations::Softplus)),
    ("Swish", |_, _| made(core_nn::silu::silu().into_hir())),
    ("Tanh", |_, _| made(math::tanh().into_hir())),
    // Numbers one by one.
    ("Abs", |_, _| made(math::abs().into_hir())),
    ("Add", |_, _| made(math::Add.into_hir())),
    ("Ceil", |_, _| made(math::ceil().into_hir())),
    ("Div", |_, _| made(math::Div.into_hir())),
    ("Erf", |_, _| made(math::erf().into_hir())),
    ("Exp", |_, _| made(math::exp().into_hir())),
    ("Floor", |_, _| made(math::floor().into_hir())),
    ("Log", |_, _| made(math::ln().into_hir())),
    ("Max", |_, _| made(Box::new(Nary(Box::new(math::Max), false)))),
    ("Mean", |_, _| made(Box::new(Nary(Box::new(math::Add), true)))),
    ("Min", |_, _| made(Box::new(Nary(Box::new(math::Min), false)))),
    ("Mul", |_, _| made(math::Mul.into_hir())),
    ("Neg", |_, _| made(math::neg().into_hir())),
    ("Pow", |_, _| matrices::pow()),
    ("Reciprocal", |_, _| made(math::recip().into_hir())),
    ("Round", |_, _| made(math::round_half_to_even().into_hir())),
    ("Sign", |_, _| made(math::sign().into_hir())),
    ("Sqrt", |_, _| made(math::sqrt().into_hir())),
    ("Sub", |_, _| made(math::Sub.into_hir())),
    ("Sum", |_, _| made(Box::new(Nary(Box::new(math::Add), false)))),
    // Conditions.
    ("And", |_, _| made(logic::And.into_hir())),
    ("Equal", |_, _| made(logic::CompEq.into_hir())),
    ("Greater", |_, _| made(logic::CompGT.into_hir())),
    ("GreaterOrEqual", |_, _| made(logic::CompGTE.into_hir())),
    ("Less", |_, _| made(logic::CompLT.into_hir())),
    ("LessOrEqual", |_, _| made(logic::CompLTE.into_hir())),
    ("Not", |_, _| made(logic::not().into_hir())),
    ("Or", |_, _| made(logic::Or.into_hir())),
    ("Where", |_, _| expanded(ops::logic::Iff)),
    // Sums over axes.
    ("ArgMax", |_, node| reduce_to_index(node)),
    ("ReduceL2", |_, node| reduce(node, Reducer::L2)),
    ("ReduceMax", |_, node| reduce(node, Reducer::Max)),
    ("ReduceMean", |_, node| reduce(node, Reducer::Mean)),
    ("ReduceMin", |_, node| reduce(node, Reducer::Min)),
    ("ReduceSum", |_, node| reduce(node, Reducer::Sum)),
    // Shapes.
    ("Cast", |_, node| composed::cast(node)),
    ("Concat", |_, node| expanded(array::Concat::new(node.required("axis")?))),
    ("ConstantOfShape", |_, node| constant_of_shape(node)),
    ("Expand", |_, _| expanded(array::MultiBroadcastTo)),
    ("Flatten", |_, node| expanded(array::Flatten::new(node.optional("axis")?.unwrap_or(1)))),
    ("Gather", |_, node| expanded(array::Gather::new(node.optional("axis")?.unwrap_or(0)))),
    ("Identity", |_, _| made(Box::new(ops::identity::Identity))),
    ("Pad", |_, node| windows::pad(node)),
    ("Reshape", |_, node| {
        expanded(array::Reshape::new(node.optional("allowzero")?.unwrap_or(false)))
    }),
    ("Shape", |_, node| {
        ensure!(node.attribute.is_empty(), "Shape with `start` or `end` is not supported");
        expanded(array::Shape::new(TDim::datum_type()))
    }),
    ("Slice", slice),
    ("Split", |_, node| {
        let axis = node.optional("axis")?.unwrap_or(0);
        let parts = node.optional::<TVec<usize>>("split")?.map(|parts| parts.into_vec());
        expanded(array::Split::new(axis, node.output.len(), parts))
    }),
    ("Squeeze", |_, node| expanded(array::Squeeze::new(node.optional("axes")?))),
    ("Tile", |_, _| expanded(array::Tile)),
    ("Transpose", |_, node| expanded(array::PermuteAxes::new(node.optional("perm")?))),
    ("Unsqueeze", |_, node| expanded(array::AddDims::new(node.required("axes")?))),
    // Quantised models in the QDQ form.
    ("DequantizeLinear", |_, node| composed::dequantize(node)),
    ("QuantizeLinear", |_, node| composed::quantize(node)),
];

fn number(node: &NodeProto, attribute: &str, otherwise: f32) -> TractResult<f32> {
    Ok(node.optional(attribute)?.unwrap_or(otherwise))
}

fn clip(node: &NodeProto) -> Made {
    expanded(activations::Clip::new(node.optional("min")?, node.optional("max")?))
}

/// What drops nothing but in training gives its input.
fn dropout(node: &NodeProto) -> Made {
    let training = node.optional::<f32>("training_mode")?.unwrap_or(0.0) != 0.0;
    ensure!(!training, "Dropout in training is not supported");
    made(Box::new(ops::identity::Identity))
}

fn constant_of_shape(node: &NodeProto) -> Made {
    let value = match node.optional::<&TensorProto>("value")? {
        Some(value) => tensor(value.clone())?,
        None => tensor0(0_f32),
    };
    ensure!(value.len() == 1, "ConstantOfShape takes one value");
    expanded(array::ConstantOfShape::new(value.into_shape(&[])?.into_arc_tensor()))
}

/// Up to operator set 12 all axes from one on count together.
fn softmax(set: i64, node: &NodeProto) -> Made {
    let axis = node.optional("axis")?;
    if set < 13 {
        expanded(nn::LayerSoftmax::new(axis.unwrap_or(1), true))
    } else {
        expanded(nn::Softmax::new(axis.unwrap_or(-1)))
    }
}

fn log_softmax(set: i64, node: &NodeProto) -> Made {
    let (together, axis) = match set {
        ..13 => (true, 1),
        _ => (false, -1),
    };
    let axis = node.optional("axis")?.unwrap_or(axis);
    expanded(nn::LayerLogSoftmax::new(axis, together))
}

fn reduce(node: &NodeProto, reducer: Reducer) -> Made {
    let axes = node.optional("axes")?.filter(|axes: &Vec<i64>| !axes.is_empty());
    if axes.is_none() && node.optional("noop_with_empty_axes")?.unwrap_or(false) {
        return made(Box::new(ops::identity::Identity));
    }
    expanded(nn::Reduce::new(axes, node.optional("keepdims")?.unwrap_or(true), reducer))
}

/// The place among the inputs that are given of one that may be left out.
fn given(node: &NodeProto, place: usize) -> Option<usize> {
    let is = |input: &String| !input.is_empty();
    node.input.get(place).filter(|input| is(input))?;
    Some(node.input.iter().take(place).filter(|input| is(input)).count())
}

fn reduce_to_index(node: &NodeProto) -> Made {
    let axis = node.optional("axis")?.unwrap_or(0);
    let keep = node.optional("keepdims")?.unwrap_or(true);
    let last = node.optional("select_last_index")?.unwrap_or(false);
    expanded(nn::Reduce::new(Some(vec![axis]), keep, Reducer::ArgMax(last)))
}

fn slice(set: i64, node: &NodeProto) -> Made {
    ensure!(set >= 10, "Slice of operator sets before 10 is not supported");
    made(Box::new(array::StridedSlice {
        begin_mask: 0,
        end_mask: 0,
        shrink_axis_mask: 0,
        optional_axes_input: given(node, 3),
        optional_steps_input: given(node, 4),
    }))
}
