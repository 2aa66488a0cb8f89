//! Networks of the form that the standard text classifier has, run on our own kernels.
//!
//! Bags of n-grams, a convolution over neighbouring tokens, the largest value and the mean of each
//! filter over the message, two dense layers: Kim, "Convolutional Neural Networks for Sentence
//! Classification" (EMNLP 2014), over embeddings that are sums. Operator by operator tract spends
//! most of its time on what lies between them; here a run is six loops. A network of any other
//! form goes through tract.

use anyhow::Result;
use himaya_kernels::{Dense, Engine, KernelError, Scratch, Window, bag};

use super::activations::sigmoid;
use super::constants::{Constants, floats, small, whole_numbers};
use super::proto::{ModelProto, NodeProto};

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
        let constants = Constants::of(graph);
        for transpose in [turned, back] {
            transpose.has_only(&["perm"])?;
            is(transpose, "perm", &[1, 0])?;
        }
        for axis in [line, columns] {
            axis.has_only(&["axes"])?;
            // An input since operator set 13, an attribute before.
            match axis.input.get(1) {
                Some(axes) => {
                    let (axes, [_]) = constants.sized(axes, whole_numbers)?;
                    (axes == [0]).then_some(())?;
                }
                None => is(axis, "axes", &[0])?,
            }
        }
        for gemm in [dense, out] {
            gemm.has_only(&[])?;
        }

        let (table, [rows, n]) = constants.sized::<i8, 2>(bags.input.first()?, small)?;
        let (scale, [scales]) = constants.sized::<f32, 1>(bags.input.get(1)?, floats)?;
        let (filters, [filters_, channels, taps]) =
            constants.sized::<f32, 3>(conv.input.get(1)?, floats)?;
        let (filter_bias, [_]) = constants.sized::<f32, 1>(conv.input.get(2)?, floats)?;
        if rows == 0 || n == 0 || scales != n || channels != n || filter_bias.len() != filters_ {
            return None;
        }
        let before = same_padding(conv, taps)?;
        let hidden = dense_layer(&constants, dense)?;
        let odds = dense_layer(&constants, out)?;
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
        let mut scratch = Scratch::default();
        self.near.run(&window, &vectors, None, RELU, &mut scratch, &mut found)?;
        let pooled = bag::pool(&found, self.near.out_channels(), ids, k)?;
        let hidden = layer(&self.hidden, &pooled, RELU, &mut scratch)?;
        let odds = layer(&self.odds, &hidden, LINEAR, &mut scratch)?;
        Ok(odds.into_iter().map(sigmoid).collect())
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

fn layer(
    dense: &Dense,
    input: &[f32],
    bounds: (f32, f32),
    scratch: &mut Scratch,
) -> Result<Vec<f32>, KernelError> {
    let mut out = vec![0.0; dense.out_channels()];
    dense.run(&Window::pointwise(1, 1), input, None, bounds, scratch, &mut out)?;
    Ok(out)
}

/// Whether an attribute is there and has this value.
fn is(node: &NodeProto, name: &str, value: &[i64]) -> Option<()> {
    (node.required::<&[i64]>(name).ok()? == value).then_some(())
}

/// The zeros before the first token of a convolution that gives as many tokens as it takes.
fn same_padding(conv: &NodeProto, taps: usize) -> Option<usize> {
    conv.has_only(&["dilations", "group", "kernel_shape", "pads", "strides"])?;
    let numbers = |name| conv.optional::<&[i64]>(name).ok();
    let ones = |name| numbers(name).map(|ones| ones.unwrap_or(&[]).iter().all(|one| *one == 1));
    let plain = ones("dilations")?
        && ones("strides")?
        && conv.optional::<i64>("group").ok()?.is_none_or(|group| group == 1)
        && numbers("kernel_shape")?.is_none_or(|kernel| kernel == [taps as i64]);
    let ([before, after], true) = (numbers("pads")?.unwrap_or(&[0, 0]), plain) else {
        return None;
    };
    let (before, after) = (usize::try_from(*before).ok()?, usize::try_from(*after).ok()?);
    (before + after + 1 == taps).then_some(before)
}

/// `Gemm` of one row: weights `[from, to]`, a bias for each `to`.
fn dense_layer(constants: &Constants<'_>, gemm: &NodeProto) -> Option<Dense> {
    let (values, [from, to]) = constants.sized::<f32, 2>(gemm.input.get(1)?, floats)?;
    let (bias, [biases]) = constants.sized::<f32, 1>(gemm.input.get(2)?, floats)?;
    if to == 0 || biases != to {
        return None;
    }
    let turned = (0..to).flat_map(|column| values.iter().skip(column).step_by(to).copied());
    Dense::new(Engine::fastest(), &turned.collect::<Vec<f32>>(), &bias, from, 1).ok()
}
