//! Networks of the form that the standard text classifier has, run on our own kernels.
//!
//! Bags of n-grams, a convolution over neighbouring tokens, the largest value and the mean of each
//! filter over the message, two dense layers: Kim, "Convolutional Neural Networks for Sentence
//! Classification" (EMNLP 2014), over embeddings that are sums. Operator by operator tract spends
//! most of its time on what lies between them; here a run is six loops. A network of any other
//! form goes through tract.

use anyhow::Result;

use super::bag;
use super::proto::{AttributeType, DataType, GraphProto, ModelProto, NodeProto, TensorProto};
use crate::kernels::{Dense, Engine, LengthError, Window};

/// The operators, each of which takes first what the one before it gives.
const FORM: [&str; 12] = [
    "EmbeddingBag",
    "Transpose",
    "Unsqueeze",
    "Conv",
    "Relu",
    "Squeeze",
    "Transpose",
    "Pool",
    "Gemm",
    "Relu",
    "Gemm",
    "Sigmoid",
];

/// Bytes.
const CACHE_LINE: usize = 64;

const RELU: (f32, f32) = (0.0, f32::INFINITY);
const LINEAR: (f32, f32) = (f32::NEG_INFINITY, f32::INFINITY);

/// A network that reads a message in one go.
#[derive(Debug)]
pub(super) struct TextCnn {
    table: Vec<i8>,
    /// Where the table begins: rows of the standard one then lie in one cache line each.
    table_start: usize,
    scale: Vec<f32>,
    near: Dense,
    /// Tokens that a filter sees, and how many of them stand before its own.
    taps: usize,
    before: usize,
    hidden: Dense,
    odds: Dense,
}

impl TextCnn {
    /// Takes the weights of a file that was checked, if it has the form; `None` for any other.
    pub(super) fn of(proto: &ModelProto) -> Option<Self> {
        let graph = proto.graph.as_ref()?;
        let nodes: [&NodeProto; 12] = graph.node.iter().collect::<Vec<_>>().try_into().ok()?;
        let form = nodes.iter().map(|node| &*node.op_type).eq(FORM);
        let ([input], [output]) = (&*graph.input, &*graph.output) else {
            return None;
        };
        let [bags, turned, line, conv, _, columns, back, pool, dense, _, out, odds] = nodes;
        let chained = nodes.windows(2).all(|pair| match pair {
            [before, after] => {
                before.output.len() == 1 && after.input.first() == before.output.first()
            }
            _ => false,
        });
        let given = bags.input.get(2) == Some(&input.name)
            && pool.input.get(1) == Some(&input.name)
            && odds.output == [output.name.clone()];
        if !(form && chained && given) {
            return None;
        }
        for transpose in [turned, back] {
            has_only(transpose, &["perm"])?;
            is(transpose, "perm", &[1, 0])?;
        }
        for axis in [line, columns] {
            has_only(axis, &["axes"])?;
            // An input since operator set 13, an attribute before.
            match axis.input.get(1) {
                Some(axes) => (whole_numbers(graph, axes)? == [0]).then_some(())?,
                None => is(axis, "axes", &[0])?,
            }
        }
        for gemm in [dense, out] {
            has_only(gemm, &[])?;
        }

        let (table, [rows, n]) = weights::<i8, 2>(graph, bags.input.first()?, small)?;
        let (scale, [scales]) = weights::<f32, 1>(graph, bags.input.get(1)?, floats)?;
        let (filters, [filters_, channels, taps]) =
            weights::<f32, 3>(graph, conv.input.get(1)?, floats)?;
        let (filter_bias, [_]) = weights::<f32, 1>(graph, conv.input.get(2)?, floats)?;
        if rows == 0 || n == 0 || scales != n || channels != n || filter_bias.len() != filters_ {
            return None;
        }
        let before = same_padding(conv, taps)?;
        let hidden = dense_layer(graph, dense)?;
        let odds = dense_layer(graph, out)?;
        let fits = hidden.channels() == 2 * filters_ && odds.channels() == hidden.out_channels();
        let near = Dense::new(Engine::fastest(), &filters, &filter_bias, channels, taps).ok()?;
        let (table, table_start) = aligned(&table);
        fits.then_some(Self { table, table_start, scale, near, taps, before, hidden, odds })
    }

    /// The scores of tokens, each of which is `k` ids, those that it lacks 0.
    pub(super) fn run(&self, ids: &[i32], k: usize) -> Result<Vec<f32>> {
        let table = self.table.get(self.table_start..).unwrap_or_default();
        let vectors = bag::embed(table, &self.scale, ids, k)?;
        let tokens = vectors.len() / self.scale.len().max(1);
        let window = Window {
            kernel: (1, self.taps),
            stride: (1, 1),
            before: (0, self.before),
            size: (1, tokens),
            out_size: (1, tokens),
        };
        let mut found = vec![0.0; tokens * self.near.out_channels()];
        self.near.run(&window, &vectors, None, RELU, &mut found)?;
        let pooled = bag::pool(&found, self.near.out_channels(), ids, k)?;
        let hidden = layer(&self.hidden, &pooled, RELU)?;
        let odds = layer(&self.odds, &hidden, LINEAR)?;
        Ok(odds.into_iter().map(|odds| 1.0 / (1.0 + (-odds).exp())).collect())
    }
}

/// Values behind so many others that they begin at a cache line, and how many those are.
fn aligned(values: &[i8]) -> (Vec<i8>, usize) {
    let mut room: Vec<i8> = Vec::with_capacity(values.len() + CACHE_LINE);
    let start = room.as_ptr().align_offset(CACHE_LINE).min(CACHE_LINE);
    room.resize(start, 0);
    room.extend_from_slice(values);
    (room, start)
}

fn layer(dense: &Dense, input: &[f32], bounds: (f32, f32)) -> Result<Vec<f32>, LengthError> {
    let mut out = vec![0.0; dense.out_channels()];
    dense.run(&Window::pointwise(1, 1), input, None, bounds, &mut out)?;
    Ok(out)
}

/// Whether a node has no other attributes.
fn has_only(node: &NodeProto, names: &[&str]) -> Option<()> {
    node.attribute.iter().all(|attribute| names.contains(&&*attribute.name)).then_some(())
}

/// Whether an attribute is there and has this value.
fn is(node: &NodeProto, name: &str, value: &[i64]) -> Option<()> {
    (numbers(node, name)?? == value).then_some(())
}

/// An attribute of numbers that may be missing; `None` where it is of another type.
fn numbers<'n>(node: &'n NodeProto, name: &str) -> Option<Option<&'n [i64]>> {
    let Some(attribute) = node.attribute.iter().find(|attribute| attribute.name == name) else {
        return Some(None);
    };
    let listed = attribute.r#type == AttributeType::Ints as i32;
    listed.then_some(Some(&*attribute.ints))
}

/// The zeros before the first token of a convolution that gives as many tokens as it takes.
fn same_padding(conv: &NodeProto, taps: usize) -> Option<usize> {
    has_only(conv, &["dilations", "group", "kernel_shape", "pads", "strides"])?;
    let ones =
        |name| numbers(conv, name).map(|ones| ones.unwrap_or(&[]).iter().all(|one| *one == 1));
    let one_group = conv.attribute.iter().all(|attribute| {
        attribute.name != "group"
            || attribute.r#type == AttributeType::Int as i32 && attribute.i == 1
    });
    let kernel = numbers(conv, "kernel_shape")?;
    let plain = ones("dilations")?
        && ones("strides")?
        && one_group
        && kernel.is_none_or(|kernel| kernel == [taps as i64]);
    let ([before, after], true) = (numbers(conv, "pads")?.unwrap_or(&[0, 0]), plain) else {
        return None;
    };
    let (before, after) = (usize::try_from(*before).ok()?, usize::try_from(*after).ok()?);
    (before + after + 1 == taps).then_some(before)
}

/// `Gemm` of one row: weights `[from, to]`, a bias for each `to`.
fn dense_layer(graph: &GraphProto, gemm: &NodeProto) -> Option<Dense> {
    let (values, [from, to]) = weights::<f32, 2>(graph, gemm.input.get(1)?, floats)?;
    let (bias, [biases]) = weights::<f32, 1>(graph, gemm.input.get(2)?, floats)?;
    if to == 0 || biases != to {
        return None;
    }
    let turned = (0..to).flat_map(|column| values.iter().skip(column).step_by(to).copied());
    Dense::new(Engine::fastest(), &turned.collect::<Vec<f32>>(), &bias, from, 1).ok()
}

/// Constants with a number of dimensions, as `read` has them.
fn weights<T, const N: usize>(
    graph: &GraphProto,
    name: &str,
    read: impl Fn(&TensorProto) -> Option<Vec<T>>,
) -> Option<(Vec<T>, [usize; N])> {
    let tensor = graph.initializer.iter().find(|tensor| tensor.name == name)?;
    let sides: [i64; N] = (&*tensor.dims).try_into().ok()?;
    let sides = sides.map(|side| usize::try_from(side).unwrap_or(usize::MAX));
    let count = sides.iter().try_fold(1_usize, |count, side| count.checked_mul(*side))?;
    let values = read(tensor)?;
    (values.len() == count).then_some((values, sides))
}

fn floats(tensor: &TensorProto) -> Option<Vec<f32>> {
    if tensor.data_type != DataType::Float as i32 {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return Some(tensor.float_data.clone());
    }
    let (values, rest) = tensor.raw_data.as_chunks();
    rest.is_empty().then(|| values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
}

fn small(tensor: &TensorProto) -> Option<Vec<i8>> {
    let bytes = tensor.data_type == DataType::Int8 as i32 && tensor.int32_data.is_empty();
    bytes.then(|| tensor.raw_data.iter().map(|byte| byte.cast_signed()).collect())
}

/// A constant list of whole numbers.
fn whole_numbers(graph: &GraphProto, name: &str) -> Option<Vec<i64>> {
    let tensor = graph.initializer.iter().find(|tensor| tensor.name == name)?;
    if tensor.data_type != DataType::Int64 as i32 || tensor.dims.len() != 1 {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return Some(tensor.int64_data.clone());
    }
    let (values, rest) = tensor.raw_data.as_chunks();
    rest.is_empty().then(|| values.iter().map(|bytes| i64::from_le_bytes(*bytes)).collect())
}
