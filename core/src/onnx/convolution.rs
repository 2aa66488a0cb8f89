//! Convolutions of pictures on our own kernels, the channels of a pixel side by side.
//!
//! tract runs them plane by plane, and has no kernel for x86 that convolves each channel by
//! itself. Every convolution is exchanged for an operator that takes and gives channel-last
//! pictures; what cuts its results to bounds (`Clip`, `Relu`) or adds another picture to them
//! becomes part of it, and so do the three convolutions of an inverted residual.

use std::sync::Arc;

use himaya_kernels::{Bounds, Scratch, Window};
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{
    AxisOp, EvalContext, EvalOp, Op, StaticName, as_op, bail, ensure, format_err, op_as_typed_op,
    op_out_of_plan,
};
use tract_hir::tract_core::model::{Rewriter, TypedModelPatch};
use tract_hir::tract_core::ops::TypedOp;
use tract_hir::tract_core::ops::binary::TypedBinOp;
use tract_hir::tract_core::ops::cnn::conv::{Conv, KernelFormat};
use tract_hir::tract_core::ops::math::{Add, Max, Min};
use tract_hir::tract_core::ops::nn::DataFormat;

use super::kernel::{Kernel, UNBOUNDED, separable};

/// Exchanges every convolution that the kernels can run.
pub(super) fn channels_last(mut model: TypedModel) -> TractResult<TypedModel> {
    model.prop_consts()?;
    Rewriter::default().with_rule_for("channels last", exchange).rewrite(&(), &mut model)?;
    Rewriter::default().with_rule_for("separable", join).rewrite(&(), &mut model)?;
    Ok(model)
}

/// A convolution over `[pictures, rows, columns, channels]`; where it has a second input, that is
/// added to the results.
#[derive(Clone, Debug)]
struct ChannelsLast {
    window: Window,
    kernel: Kernel,
}

impl PartialEq for ChannelsLast {
    /// Weights are compared by where they lie.
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.kernel, &other.kernel) {
            (Kernel::Dense(a, c), Kernel::Dense(b, d)) => Arc::ptr_eq(a, b) && c == d,
            (Kernel::Depthwise(a, c), Kernel::Depthwise(b, d)) => Arc::ptr_eq(a, b) && c == d,
            (Kernel::Separable(a), Kernel::Separable(b)) => Arc::ptr_eq(a, b),
            _ => false,
        };
        same && self.window == other.window
    }
}

impl Eq for ChannelsLast {}

impl Op for ChannelsLast {
    fn name(&self) -> StaticName {
        self.kernel.name().into()
    }

    op_as_typed_op!();
}

impl EvalOp for ChannelsLast {
    op_out_of_plan!();

    fn eval(&self, _: &EvalContext<'_>, inputs: TVec<TValue>) -> TractResult<TVec<TValue>> {
        let Some(input) = inputs.first() else { bail!("a convolution takes a picture") };
        let input = input.to_plain_array_view::<f32>()?;
        let add = inputs.get(1).map(|add| add.to_plain_array_view::<f32>()).transpose()?;
        let (Some(pictures), Some(values)) = (input.shape().first(), input.as_slice()) else {
            bail!("a convolution takes pictures in one piece");
        };
        let (rows, columns) = self.window.out_size;
        let shape = [*pictures, rows, columns, self.kernel.out_channels()];
        let mut output = Tensor::zero::<f32>(&shape)?;
        let results = rows * columns * self.kernel.out_channels();
        let add = add.as_ref().map(|add| add.as_slice().unwrap_or_default());
        ensure!(add.is_none_or(|add| add.len() == results * pictures), "an addend of another size");
        let mut view = output.to_plain_array_view_mut::<f32>()?;
        let Some(out) = view.as_slice_mut() else { bail!("an output in one piece") };
        let mut scratch = Scratch::default();
        let each = values.len() / (*pictures).max(1);
        let pictures = values.chunks(each.max(1)).zip(out.chunks_mut(results.max(1)));
        for (index, (input, out)) in pictures.enumerate() {
            let add = add.and_then(|add| add.get(index * results..(index + 1) * results));
            self.kernel.run(&self.window, input, add, &mut scratch, out)?;
        }
        Ok(tvec!(output.into()))
    }
}

impl TypedOp for ChannelsLast {
    as_op!();

    fn output_facts(&self, inputs: &[&TypedFact]) -> TractResult<TVec<TypedFact>> {
        let Some(pictures) = inputs.first().and_then(|input| input.shape.first()) else {
            bail!("a convolution takes pictures");
        };
        let (rows, columns) = self.window.out_size;
        let shape = [
            pictures.clone(),
            rows.to_dim(),
            columns.to_dim(),
            self.kernel.out_channels().to_dim(),
        ];
        Ok(tvec!(f32::fact(shape)))
    }
}

/// A convolution with what follows it, as one operator; `None` for one that is left to tract.
fn exchange(
    _: &(),
    model: &TypedModel,
    node: &TypedNode,
    name: &str,
    conv: &Conv,
) -> TractResult<Option<TypedModelPatch>> {
    let Some((window, kernel)) = kernel(model, node, conv)? else { return Ok(None) };
    let followed = Followed::of(model, node, matches!(kernel, Kernel::Dense(..)))?;
    let kernel = match kernel {
        Kernel::Dense(dense, _) => Kernel::Dense(dense, followed.bounds),
        Kernel::Depthwise(depthwise, _) => Kernel::Depthwise(depthwise, followed.bounds),
        block @ Kernel::Separable(_) => block,
    };
    let Some(input) = node.inputs.first() else { return Ok(None) };
    let mut patch = TypedModelPatch::default();
    let mut inputs = tvec!(channel_last(model, &mut patch, &format!("{name}.in"), *input)?);
    if let Some(add) = followed.add {
        inputs.push(channel_last(model, &mut patch, &format!("{name}.add"), add)?);
    }
    let out = patch.wire_node(name, ChannelsLast { window, kernel }, &inputs)?;
    let out = patch.wire_node(format!("{name}.out"), AxisOp::Move(3, 1), &out)?;
    for out in out {
        patch.shunt_outside(model, followed.last.into(), out)?;
    }
    Ok(Some(patch))
}

/// A picture with its channels last: moved there, or taken before they were moved away.
fn channel_last(
    model: &TypedModel,
    patch: &mut TypedModelPatch,
    name: &str,
    picture: OutletId,
) -> TractResult<OutletId> {
    let node = model.node(picture.node);
    if let (Some(AxisOp::Move(3, 1)), [before]) = (node.op_as::<AxisOp>(), &*node.inputs) {
        return patch.tap_model(model, *before);
    }
    let tap = patch.tap_model(model, picture)?;
    let moved = patch.wire_node(name, AxisOp::Move(1, 3), &[tap])?;
    moved.first().copied().ok_or_else(|| format_err!("moving an axis gives one result"))
}

/// A convolution's kernel, without bounds yet.
fn kernel(
    model: &TypedModel,
    node: &TypedNode,
    conv: &Conv,
) -> TractResult<Option<(Window, Kernel)>> {
    let &[input, weights, bias] = &*node.inputs else { return Ok(None) };
    let spec = &conv.pool_spec;
    let input = model.outlet_fact(input)?;
    let (Some(&[_, channels, height, width]), Some(weights), Some(bias)) = (
        input.shape.as_concrete(),
        &model.outlet_fact(weights)?.konst,
        &model.outlet_fact(bias)?.konst,
    ) else {
        return Ok(None);
    };
    let known = conv.q_params.is_none()
        && conv.kernel_fmt == KernelFormat::OIHW
        && spec.data_format == DataFormat::NCHW
        && input.datum_type == f32::datum_type()
        && weights.datum_type() == f32::datum_type()
        && spec.dilations().iter().all(|dilation| *dilation == 1)
        && spec.strides().iter().all(|stride| *stride > 0);
    let (&[rows, columns], [down, across], true) = (&*spec.kernel_shape, &*spec.strides(), known)
    else {
        return Ok(None);
    };
    let padding = spec.computed_padding(&[height, width]);
    let [vertical, horizontal] = &*padding else { return Ok(None) };
    let window = Window {
        kernel: (rows, columns),
        stride: (*down, *across),
        before: (vertical.pad_before, horizontal.pad_before),
        size: (height, width),
        out_size: (vertical.convoluted, horizontal.convoluted),
    };
    let weights = weights.to_plain_array_view::<f32>()?;
    let bias = bias.cast_to::<f32>()?;
    let bias = bias.to_plain_array_view::<f32>()?;
    let (Some(weights), Some(bias)) = (weights.as_slice(), bias.as_slice()) else {
        return Ok(None);
    };
    let bias = match bias {
        [same] => &vec![*same; spec.output_channels],
        each => each,
    };
    let kernel = Kernel::new(weights, bias, channels, conv.group, rows * columns)?;
    Ok(kernel.map(|kernel| (window, kernel)))
}

/// What follows a convolution and can be done with it.
struct Followed {
    last: usize,
    bounds: Bounds,
    add: Option<OutletId>,
}

impl Followed {
    fn of(model: &TypedModel, node: &TypedNode, may_add: bool) -> TractResult<Self> {
        let mut found = Self { last: node.id, bounds: UNBOUNDED, add: None };
        while !model.outputs.contains(&found.last.into())
            && let Some(next) = model.single_succ(found.last)?
            && let (Some(TypedBinOp(op, None)), &[a, b]) = (next.op_as(), &*next.inputs)
        {
            let other = if a.node == found.last { b } else { a };
            let fact = model.outlet_fact(other)?;
            let (low, high) = &mut found.bounds;
            match fact.konst.as_ref().filter(|constant| constant.len() == 1) {
                Some(constant) if op.is::<Max>() || op.is::<Min>() => {
                    let bound = constant.cast_to::<f32>()?;
                    let bound = bound.to_plain_array_view::<f32>()?.sum();
                    let cut = if op.is::<Max>() { f32::max } else { f32::min };
                    (*low, *high) = (cut(*low, bound), cut(*high, bound));
                }
                None if op.is::<Add>()
                    && may_add
                    && found.add.is_none()
                    && found.bounds == UNBOUNDED
                    && other.node != found.last
                    && fact.shape == model.outlet_fact(found.last.into())?.shape =>
                {
                    found.add = Some(other);
                }
                _ => break,
            }
            found.last = next.id;
        }
        Ok(found)
    }
}

/// Joins a convolution of pixels to the depthwise one before it, and that to the convolution of
/// pixels before.
fn join(
    _: &(),
    model: &TypedModel,
    node: &TypedNode,
    name: &str,
    last: &ChannelsLast,
) -> TractResult<Option<TypedModelPatch>> {
    let before = |node: &TypedNode| {
        let input = *node.inputs.first()?;
        let node = model.node(input.node);
        let alone = node.outputs.iter().map(|output| output.successors.len()).sum::<usize>() == 1;
        let op = node.op_as::<ChannelsLast>()?;
        (alone && !model.outputs.contains(&input)).then_some((node, op))
    };
    let Some((middle, filter)) = before(node) else { return Ok(None) };
    let first = before(middle).filter(|(first, op)| {
        let dense = matches!(op.kernel, Kernel::Dense(..));
        dense && op.window.is_pointwise() && first.inputs.len() == 1
    });
    let widen = first.map(|(_, op)| (&op.window, &op.kernel));
    let Some(kernel) = separable(widen, &filter.kernel, (&last.window, &last.kernel)) else {
        return Ok(None);
    };
    let start = first.map_or(middle, |(first, _)| first);
    let op = ChannelsLast { window: filter.window, kernel };
    let mut patch = TypedModelPatch::default();
    let inputs = start.inputs.iter().take(1).chain(node.inputs.iter().skip(1));
    let inputs = patch.taps(model, inputs)?;
    for out in patch.wire_node(name, op, &inputs)? {
        patch.shunt_outside(model, node.id.into(), out)?;
    }
    Ok(Some(patch))
}
