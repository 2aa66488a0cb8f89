//! What an ONNX file may hold: counted and checked before tract, which trusts what it reads, makes
//! anything of it.

mod parts;

use std::collections::HashSet;

use anyhow::{Result, bail, ensure, format_err};
use prost::Message as _;

use super::proto::{AttributeProto, DataType, GraphProto, ModelProto, NodeProto, TensorProto};
use super::shown;

/// Operators that a network may have.
const MAX_NODES: usize = 4096;
/// Values that one tensor may have (256 MiB as 32-bit numbers).
pub(super) const MAX_VALUES: u64 = 64 << 20;
/// Values of all results of a network together (1 GiB as 32-bit numbers).
#[cfg(any(feature = "image-model", feature = "onnx"))]
pub(super) const MAX_ALL_VALUES: u64 = 256 << 20;
/// Multiplications and values moved, for one run: a few seconds to a minute.
#[cfg(any(feature = "image-model", feature = "onnx"))]
pub(super) const MAX_WORK: u64 = 1 << 36;
/// Weights of all operators together, as they are laid out (512 MiB).
#[cfg(any(feature = "image-model", feature = "onnx"))]
pub(super) const MAX_LAID_OUT: u64 = 128 << 20;
/// Columns that a matrix of weights is filled up to at most, whatever the processor's registers hold.
#[cfg(any(feature = "image-model", feature = "onnx"))]
const WIDEST: u64 = 64;
/// Inputs, or results, that one operator may have.
const MAX_PORTS: usize = 1024;
/// The longest side of a window, of what is added around it, and of a step.
const MAX_WINDOW: i64 = 4096;
/// Places in a window.
const MAX_WINDOW_PLACES: i64 = 1 << 16;

/// Parses a file that has no more parts than a network needs.
pub(super) fn decode(bytes: &[u8]) -> Result<ModelProto> {
    parts::count(bytes)?;
    Ok(ModelProto::decode(bytes)?)
}

/// Checks every tensor and attribute, and how many there are.
pub(super) fn check_sizes(graph: &GraphProto) -> Result<()> {
    ensure!(
        graph.node.len() <= MAX_NODES,
        "it has {} operators; at most {MAX_NODES} are read",
        graph.node.len()
    );
    ensure!(graph.sparse_initializer.is_empty(), "sparse weights are not supported");
    graph.initializer.iter().try_for_each(check_tensor)?;
    graph.node.iter().try_for_each(check_node)
}

/// How many values a matrix of weights has at most once it is laid out for a processor. A file may give
/// the same weights to thousands of operators, each of which lays them out for itself.
#[cfg(any(feature = "image-model", feature = "onnx"))]
pub(super) fn laid_out(columns: usize, depth: usize) -> Option<u64> {
    let columns = u64::try_from(columns).ok()?.checked_next_multiple_of(WIDEST)?;
    columns.checked_mul(u64::try_from(depth).ok()?)
}

/// Checks the attributes that were inputs in the file.
#[cfg(feature = "onnx")]
pub(super) fn check_attributes(graph: &GraphProto) -> Result<()> {
    graph.node.iter().try_for_each(|node| {
        node.attribute.iter().try_for_each(|attribute| check_attribute(node, attribute))
    })
}

/// Checks that each operator takes what stands before it, as ONNX demands: then nothing is
/// missing, nothing is given twice, and nothing goes round in a circle.
pub(super) fn check_order(graph: &GraphProto) -> Result<()> {
    let mut known: HashSet<&str> = HashSet::new();
    for tensor in &graph.initializer {
        ensure!(known.insert(&tensor.name), "weights `{}` stand twice in it", shown(&tensor.name));
    }
    let weights = known.clone();
    for input in graph.input.iter().filter(|input| !weights.contains(&*input.name)) {
        ensure!(known.insert(&input.name), "input `{}` stands twice in it", shown(&input.name));
    }
    for node in &graph.node {
        let inputs = node.input.iter().filter(|input| !input.is_empty());
        for input in inputs {
            ensure!(
                known.contains(&**input),
                "operator `{}` takes `{}`, which nothing before it gives",
                shown(&node.op_type),
                shown(input)
            );
        }
        for output in node.output.iter().filter(|output| !output.is_empty()) {
            ensure!(known.insert(output), "`{}` is given twice", shown(output));
        }
    }
    match graph.output.iter().find(|output| !known.contains(&*output.name)) {
        Some(output) => bail!("output `{}` is given by no operator", shown(&output.name)),
        None => Ok(()),
    }
}

fn check_node(node: &NodeProto) -> Result<()> {
    let ports = node.input.len().max(node.output.len());
    ensure!(ports <= MAX_PORTS, "an operator has {ports} inputs or results");
    ensure!(
        node.output.first().is_some_and(|output| !output.is_empty()),
        "operator `{}` gives nothing",
        shown(&node.op_type)
    );
    node.attribute.iter().try_for_each(|attribute| check_attribute(node, attribute))
}

fn check_attribute(node: &NodeProto, attribute: &AttributeProto) -> Result<()> {
    let place = || format!("`{}` of operator `{}`", shown(&attribute.name), shown(&node.op_type));
    let graphs = attribute.g.is_some() || !attribute.graphs.is_empty();
    ensure!(!graphs, "{}: graphs inside of operators are not supported", place());
    attribute.t.iter().chain(&attribute.tensors).try_for_each(check_tensor)?;
    if matches!(&*attribute.name, "dilations" | "kernel_shape" | "pads" | "strides") {
        let sides = attribute.ints.iter().all(|side| (0..=MAX_WINDOW).contains(side));
        ensure!(sides, "{}: not between 0 and {MAX_WINDOW}", place());
    }
    if &*attribute.name == "kernel_shape" {
        let places = attribute.ints.iter().try_fold(1_i64, |n, side| n.checked_mul(*side));
        ensure!(
            places.is_some_and(|places| (1..=MAX_WINDOW_PLACES).contains(&places)),
            "{}: a window has 1 to {MAX_WINDOW_PLACES} places",
            place()
        );
    }
    // tract looks for a way from one order of axes to another, and finds none where one is missing.
    if &*attribute.name == "perm" {
        let mut axes = attribute.ints.clone();
        axes.sort_unstable();
        let each = axes.iter().zip(0..).all(|(axis, place)| *axis == place);
        ensure!(each, "{}: not every axis once", place());
    }
    if &*attribute.name == "axes" {
        let mut axes = attribute.ints.clone();
        axes.sort_unstable();
        axes.dedup();
        ensure!(axes.len() == attribute.ints.len(), "{}: an axis twice", place());
    }
    if matches!(&*attribute.name, "dilations" | "strides") {
        ensure!(!attribute.ints.contains(&0), "{}: 0 leads nowhere", place());
    }
    Ok(())
}

fn check_tensor(tensor: &TensorProto) -> Result<()> {
    let name = || shown(&tensor.name);
    ensure!(
        tensor.data_location == 0 && tensor.external_data.is_empty(),
        "weights `{}` lie in another file, which is not read",
        name()
    );
    let sides = tensor.dims.iter().map(|side| u64::try_from(*side).ok());
    let sides: Option<Vec<u64>> = sides.collect();
    let sides = sides.ok_or_else(|| format_err!("weights `{}` have a side below 0", name()))?;
    let values = sides.iter().try_fold(1_u64, |values, side| values.checked_mul(*side));
    let values = values
        .filter(|values| *values <= MAX_VALUES && sides.iter().all(|side| *side <= MAX_VALUES));
    let Some(values) = values else {
        bail!("weights `{}` have more than {MAX_VALUES} values", name());
    };
    let held = held(tensor)
        .ok_or_else(|| format_err!("weights `{}` are of no type that is read", name()))?;
    ensure!(
        held == Some(values),
        "weights `{}` do not have the size that their shape says",
        name()
    );
    Ok(())
}

/// How many values a tensor holds: `None` where its type is not read, `Some(None)` where its bytes
/// are no whole number of values.
#[allow(clippy::option_option, reason = "two answers")]
fn held(tensor: &TensorProto) -> Option<Option<u64>> {
    use DataType::{Bool, Double, Float, Float16, Int8, Int16, Int32, Int64};
    use DataType::{Uint8, Uint16, Uint32, Uint64};
    let kind = DataType::try_from(tensor.data_type).ok()?;
    let (bytes, listed) = match kind {
        Bool | Int8 | Uint8 => (1, tensor.int32_data.len()),
        Float16 | Int16 | Uint16 => (2, tensor.int32_data.len()),
        Int32 => (4, tensor.int32_data.len()),
        Uint32 => (4, tensor.uint64_data.len()),
        Float => (4, tensor.float_data.len()),
        Int64 => (8, tensor.int64_data.len()),
        Uint64 => (8, tensor.uint64_data.len()),
        Double => (8, tensor.double_data.len()),
        _ => return None,
    };
    Some(match tensor.raw_data.len() {
        0 => u64::try_from(listed).ok(),
        raw if raw % bytes == 0 => u64::try_from(raw / bytes).ok(),
        _ => None,
    })
}
