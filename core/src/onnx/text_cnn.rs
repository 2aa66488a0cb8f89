//! Networks of the form that the standard text classifier has, run on our own kernels.
//!
//! Bags of n-grams, a convolution over neighbouring tokens, the largest value and the mean of each
//! filter over the message, two dense layers: Kim, "Convolutional Neural Networks for Sentence
//! Classification" (EMNLP 2014), over embeddings that are sums. Operator by operator tract spends
//! most of its time on what lies between them; here a run is six loops. A network of any other
//! form goes through tract.

use tract_hir::internal::{Datum, TractResult};

use super::bag;
use super::proto::{GraphProto, ModelProto, NodeProto};
use super::tensors::tensor;
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

const RELU: (f32, f32) = (0.0, f32::INFINITY);
const LINEAR: (f32, f32) = (f32::NEG_INFINITY, f32::INFINITY);

/// A network that reads a message in one go.
#[derive(Debug)]
pub(super) struct TextCnn {
    table: Vec<i8>,
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
            is(axis, "axes", &[0])?;
        }
        for gemm in [dense, out] {
            has_only(gemm, &[])?;
        }

        let (table, [rows, n]) = weights::<i8, 2>(graph, bags.input.first()?)?;
        let (scale, [scales]) = weights::<f32, 1>(graph, bags.input.get(1)?)?;
        let (filters, [filters_, channels, taps]) = weights::<f32, 3>(graph, conv.input.get(1)?)?;
        let (filter_bias, [_]) = weights::<f32, 1>(graph, conv.input.get(2)?)?;
        if rows == 0 || n == 0 || scales != n || channels != n || filter_bias.len() != filters_ {
            return None;
        }
        let before = same_padding(conv, taps)?;
        let hidden = dense_layer(graph, dense)?;
        let odds = dense_layer(graph, out)?;
        let fits = hidden.channels() == 2 * filters_ && odds.channels() == hidden.out_channels();
        let near = Dense::new(Engine::fastest(), &filters, &filter_bias, channels, taps).ok()?;
        fits.then_some(Self { table, scale, near, taps, before, hidden, odds })
    }

    /// The scores of tokens, each of which is `k` ids, those that it lacks 0.
    pub(super) fn run(&self, ids: &[i32], k: usize) -> TractResult<Vec<f32>> {
        let vectors = bag::embed(&self.table, &self.scale, ids, k)?;
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
fn numbers(node: &NodeProto, name: &str) -> Option<Option<Vec<i64>>> {
    node.optional(name).ok()
}

/// The zeros before the first token of a convolution that gives as many tokens as it takes.
fn same_padding(conv: &NodeProto, taps: usize) -> Option<usize> {
    has_only(conv, &["dilations", "group", "kernel_shape", "pads", "strides"])?;
    let ones = |name| numbers(conv, name).map(|ones| ones.iter().flatten().all(|one| *one == 1));
    let group: Option<i64> = conv.optional("group").ok()?;
    let kernel = numbers(conv, "kernel_shape")?;
    let plain = ones("dilations")?
        && ones("strides")?
        && group.unwrap_or(1) == 1
        && kernel.is_none_or(|kernel| kernel == [taps as i64]);
    let pads = numbers(conv, "pads")?.unwrap_or_else(|| vec![0, 0]);
    let ([before, after], true) = (&*pads, plain) else {
        return None;
    };
    let (before, after) = (usize::try_from(*before).ok()?, usize::try_from(*after).ok()?);
    (before + after + 1 == taps).then_some(before)
}

/// `Gemm` of one row: weights `[from, to]`, a bias for each `to`.
fn dense_layer(graph: &GraphProto, gemm: &NodeProto) -> Option<Dense> {
    let (values, [from, to]) = weights::<f32, 2>(graph, gemm.input.get(1)?)?;
    let (bias, [biases]) = weights::<f32, 1>(graph, gemm.input.get(2)?)?;
    if to == 0 || biases != to {
        return None;
    }
    let turned = (0..to).flat_map(|column| values.iter().skip(column).step_by(to).copied());
    Dense::new(Engine::fastest(), &turned.collect::<Vec<f32>>(), &bias, from, 1).ok()
}

/// Constants of a type and a number of dimensions.
fn weights<T: Datum + Copy, const N: usize>(
    graph: &GraphProto,
    name: &str,
) -> Option<(Vec<T>, [usize; N])> {
    let proto = graph.initializer.iter().find(|tensor| tensor.name == name)?;
    let tensor = tensor(proto.clone()).ok()?;
    let sides = tensor.shape().try_into().ok()?;
    let values = tensor.to_plain_array_view::<T>().ok()?;
    Some((values.as_slice()?.to_vec(), sides))
}
