//! Operators that are composed of simpler ones once the shapes are known.

use std::sync::Arc;

use tract_onnx::pb::NodeProto;
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::{AxesMapping, StaticName, bail, ensure, format_err, tvec};
use tract_onnx::tract_core::ops::TypedOp;
use tract_onnx::tract_core::ops::binary::TypedBinOp;
use tract_onnx::tract_core::ops::cast::cast as cast_to;
use tract_onnx::tract_core::ops::einsum::EinSum;
use tract_onnx::tract_core::ops::logic::{Iff, comp_gt};
use tract_onnx::tract_core::ops::math::{
    add, div, erf, max, min, mul, round_half_to_even, rsqrt, square, sub,
};
use tract_onnx::tract_core::ops::nn::{Reduce, Reducer, gelu_approximate::gelu_approximate};
use tract_onnx::tract_core::ops::quant::{
    DequantizeLinearF32, quantize_linear_i8, quantize_linear_u8,
};
use tract_onnx::tract_hir::infer::rules::{InferenceResult, Solver, TensorProxy};
use tract_onnx::tract_hir::ops::element_wise::ElementWiseIntoHir;
use tract_onnx::tract_hir::ops::expandable::Expansion;
use tract_onnx::tract_hir::ops::logic::wire_with_rank_broadcast;

use super::{Made, expanded, made, number};

pub(super) fn batch_normalization(node: &NodeProto) -> Made {
    ensure!(
        node.get_attr_opt("spatial")?.unwrap_or(1) == 1
            && node.get_attr_opt("training_mode")?.unwrap_or(0) == 0,
        "BatchNormalization in training is not supported"
    );
    expanded(Composed::BatchNormalization { epsilon: number(node, "epsilon", 1e-5)? })
}

pub(super) fn layer_normalization(node: &NodeProto) -> Made {
    ensure!(
        node.get_attr_opt("stash_type")?.unwrap_or(1) == 1,
        "LayerNormalization in other numbers than float is not supported"
    );
    expanded(Composed::LayerNormalization {
        axis: node.get_attr_opt("axis")?.unwrap_or(-1),
        epsilon: number(node, "epsilon", 1e-5)?,
    })
}

pub(super) fn gelu(node: &NodeProto) -> Made {
    match node.get_attr_opt("approximate")? {
        Some("tanh") => made(gelu_approximate(false).into_hir()),
        _ => expanded(Composed::Gelu),
    }
}

pub(super) fn prelu() -> Made {
    expanded(Composed::Prelu)
}

pub(super) fn cast(node: &NodeProto) -> Made {
    let to = node.get_attr::<DatumType>("to")?;
    ensure!(to != String::datum_type(), "Cast to text is not supported");
    // What computes shapes does so symbolically.
    expanded(Composed::Cast { to: if to == i64::datum_type() { TDim::datum_type() } else { to } })
}

pub(super) fn quantize(node: &NodeProto) -> Made {
    expanded(Composed::Quantize { axis: quantization_axis(node)? })
}

pub(super) fn dequantize(node: &NodeProto) -> Made {
    expanded(Composed::Dequantize { axis: quantization_axis(node)? })
}

fn quantization_axis(node: &NodeProto) -> TractResult<i64> {
    let block = node.get_attr_opt::<i64>("block_size")?.unwrap_or(0);
    ensure!(block == 0, "quantisation in blocks is not supported");
    Ok(node.get_attr_opt("axis")?.unwrap_or(1))
}

pub(super) fn gemm(node: &NodeProto) -> Made {
    expanded(Gemm {
        alpha: number(node, "alpha", 1.0)?,
        beta: number(node, "beta", 1.0)?,
        transposed: [
            node.get_attr_opt("transA")?.unwrap_or(false),
            node.get_attr_opt("transB")?.unwrap_or(false),
        ],
    })
}

/// Operators whose result has the shape of their first input.
#[derive(Clone, Debug)]
enum Composed {
    BatchNormalization { epsilon: f32 },
    LayerNormalization { axis: i64, epsilon: f32 },
    Gelu,
    Prelu,
    Cast { to: DatumType },
    Quantize { axis: i64 },
    Dequantize { axis: i64 },
}

impl Expansion for Composed {
    fn name(&self) -> StaticName {
        match self {
            Self::BatchNormalization { .. } => "BatchNormalization",
            Self::LayerNormalization { .. } => "LayerNormalization",
            Self::Gelu => "Gelu",
            Self::Prelu => "PRelu",
            Self::Cast { .. } => "Cast",
            Self::Quantize { .. } => "QuantizeLinear",
            Self::Dequantize { .. } => "DequantizeLinear",
        }
        .into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([first, others @ ..], [output]) = (inputs, outputs) else {
            bail!("it takes an input and gives one result");
        };
        let expected = match self {
            Self::BatchNormalization { .. } => 4..=4,
            Self::LayerNormalization { .. } | Self::Quantize { .. } | Self::Dequantize { .. } => {
                1..=2
            }
            Self::Prelu => 1..=1,
            Self::Gelu | Self::Cast { .. } => 0..=0,
        };
        ensure!(expected.contains(&others.len()), "it takes another number of inputs");
        solver.equals(&first.shape, &output.shape)?;
        match self {
            Self::Cast { to } => return solver.equals(&output.datum_type, *to),
            Self::Quantize { .. } => match others {
                [_, zero] => return solver.equals(&output.datum_type, &zero.datum_type),
                _ => return solver.equals(&output.datum_type, u8::datum_type()),
            },
            Self::Dequantize { .. } => return solver.equals(&output.datum_type, f32::datum_type()),
            Self::BatchNormalization { .. } => {
                for other in others {
                    solver.equals(&other.shape[0], &first.shape[1])?;
                }
            }
            _ => {}
        }
        solver.equals(&first.datum_type, &output.datum_type)
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        let mut wiring = Wiring { prefix, model };
        let output = match (self, inputs) {
            (Self::BatchNormalization { epsilon }, [x, parameters @ ..]) => {
                wiring.batch_normalization(*x, parameters, *epsilon)
            }
            (Self::LayerNormalization { axis, epsilon }, [x, scale, bias @ ..]) => {
                wiring.layer_normalization(*x, *scale, bias.first(), *axis, *epsilon)
            }
            (Self::Gelu, [x]) => wiring.gelu(*x),
            (Self::Prelu, [x, slope]) => wiring.prelu(*x, *slope),
            (Self::Cast { to }, [x]) => wiring.node("cast", cast_to(*to), &[*x]),
            (Self::Quantize { axis }, [x, scale, zero @ ..]) => {
                wiring.quantize(*x, *scale, zero.first(), *axis)
            }
            (Self::Dequantize { axis }, [x, scale, zero @ ..]) => {
                wiring.dequantize(*x, *scale, zero.first(), *axis)
            }
            _ => Err(format_err!("it takes another number of inputs")),
        };
        Ok(tvec!(output?))
    }
}

/// A model to which an operator is added.
struct Wiring<'a> {
    prefix: &'a str,
    model: &'a mut TypedModel,
}

impl Wiring<'_> {
    fn node(
        &mut self,
        name: &str,
        op: impl Into<Box<dyn TypedOp>>,
        inputs: &[OutletId],
    ) -> TractResult<OutletId> {
        let name = format!("{}.{name}", self.prefix);
        only(self.model.wire_node(name, op, inputs)?)
    }

    /// The same for inputs of different ranks.
    fn broadcast(
        &mut self,
        name: &str,
        op: impl Into<Box<dyn TypedOp>>,
        inputs: &[OutletId],
    ) -> TractResult<OutletId> {
        let name = format!("{}.{name}", self.prefix);
        only(wire_with_rank_broadcast(name, self.model, op, inputs)?)
    }

    fn constant(&mut self, name: &str, value: Tensor) -> TractResult<OutletId> {
        self.model.add_const(format!("{}.{name}", self.prefix), value)
    }

    /// A number of the type and rank of `like`.
    fn scalar(&mut self, name: &str, value: f32, like: OutletId) -> TractResult<OutletId> {
        let fact = self.model.outlet_fact(like)?;
        let (kind, rank) = (fact.datum_type, fact.rank());
        let value = tensor0(value).cast_to_dt(kind)?.into_owned().broadcast_into_rank(rank)?;
        self.constant(name, value)
    }

    fn value(&self, outlet: OutletId) -> TractResult<Arc<Tensor>> {
        let value = self.model.outlet_fact(outlet)?.konst.clone();
        value.ok_or_else(|| format_err!("its parameters must be constants"))
    }

    fn batch_normalization(
        &mut self,
        x: OutletId,
        parameters: &[OutletId],
        epsilon: f32,
    ) -> TractResult<OutletId> {
        let &[scale, bias, mean, variance] = parameters else {
            bail!("it takes another number of inputs");
        };
        let rank = self.model.outlet_fact(x)?.rank();
        ensure!(
            self.model.outlet_fact(x)?.datum_type == f32::datum_type() && rank >= 2,
            "it takes floats, channels second"
        );
        let values = |outlet| -> TractResult<Vec<f32>> {
            let value = self.value(outlet)?;
            Ok(value.to_plain_array_view::<f32>()?.iter().copied().collect())
        };
        let (scale, bias) = (values(scale)?, values(bias)?);
        let (mean, variance) = (values(mean)?, values(variance)?);
        let channels = scale.len();
        ensure!([&bias, &mean, &variance].iter().all(|v| v.len() == channels), "as many of each");
        let deviations = variance.iter().map(|variance| (variance + epsilon).sqrt());
        let pairs = scale.iter().zip(deviations).zip(bias.iter().zip(&mean));
        let (slopes, intercepts): (Vec<f32>, Vec<f32>) = pairs
            .map(|((scale, deviation), (bias, mean))| {
                (scale / deviation, bias - (mean * scale) / deviation)
            })
            .unzip();
        let mut shape = tvec![1; rank];
        if let Some(side) = shape.get_mut(1) {
            *side = channels;
        }
        let slopes = self.constant("slope", Tensor::from_shape(&shape, &slopes)?)?;
        let intercepts = self.constant("inter", Tensor::from_shape(&shape, &intercepts)?)?;
        let scaled = self.node("mul", mul(), &[slopes, x])?;
        self.node("add", add(), &[intercepts, scaled])
    }

    fn layer_normalization(
        &mut self,
        x: OutletId,
        scale: OutletId,
        bias: Option<&OutletId>,
        axis: i64,
        epsilon: f32,
    ) -> TractResult<OutletId> {
        let fact = self.model.outlet_fact(x)?.clone();
        let start = place(axis, fact.rank())?;
        let axes: TVec<usize> = (start..fact.rank()).collect();
        let float = f32::datum_type();
        let x = self.node("cast_x", cast_to(float), &[x])?;
        let scale = self.node("cast_scale", cast_to(float), &[scale])?;
        let count: TDim = fact.shape.iter().skip(start).cloned().product();
        let count = self.constant("len", tensor0(count))?;
        let count = self.node("cast_len", cast_to(float), &[count])?;
        let reduce = |axes: &TVec<usize>| Reduce { axes: axes.clone(), reducer: Reducer::Sum };
        let sum = self.node("reduced_sum", reduce(&axes), &[x])?;
        let mean = self.broadcast("reduced_mean_x", div(), &[sum, count])?;
        let difference = self.node("d", sub(), &[x, mean])?;
        let squared = self.node("dd", square(), &[difference])?;
        let sum = self.node("reduced_sum_dd", reduce(&axes), &[squared])?;
        let variance = self.broadcast("var", div(), &[sum, count])?;
        let epsilon = self.constant("epsilon", tensor0(epsilon))?;
        let variance = self.broadcast("var_eps", add(), &[variance, epsilon])?;
        let inverse = self.node("inv_std_dev", rsqrt(), &[variance])?;
        let normal = self.node("normalized", mul(), &[difference, inverse])?;
        let mut result = self.broadcast("normalized_scaled", mul(), &[normal, scale])?;
        if let Some(bias) = bias {
            let bias = self.node("cast_bias", cast_to(float), &[*bias])?;
            result = self.broadcast("biased", add(), &[result, bias])?;
        }
        self.node("cast_y", cast_to(fact.datum_type), &[result])
    }

    /// `x * 0.5 * (1 + erf(x / sqrt(2)))`.
    fn gelu(&mut self, x: OutletId) -> TractResult<OutletId> {
        let factor = self.scalar("inv_sqrt2", 2_f32.sqrt().recip(), x)?;
        let scaled = self.node("scale", mul(), &[x, factor])?;
        let erf = self.node("erf", erf(), &[scaled])?;
        let one = self.scalar("one", 1.0, x)?;
        let sum = self.node("add_one", add(), &[erf, one])?;
        let half = self.scalar("half", 0.5, x)?;
        let half = self.node("half_x", mul(), &[x, half])?;
        self.node("out", mul(), &[half, sum])
    }

    fn prelu(&mut self, x: OutletId, slope: OutletId) -> TractResult<OutletId> {
        let below = self.broadcast("mul", mul(), &[x, slope])?;
        let zero = self.scalar("zero", 0.0, x)?;
        let is_below = self.node("test", TypedBinOp(comp_gt(), None), &[zero, x])?;
        self.node("iff", Iff, &[is_below, below, x])
    }

    fn quantize(
        &mut self,
        x: OutletId,
        scale: OutletId,
        zero: Option<&OutletId>,
        axis: i64,
    ) -> TractResult<OutletId> {
        let scale = self.value(scale)?;
        let zero = zero.map_or_else(|| Ok(tensor0(0_u8).into()), |zero| self.value(*zero))?;
        let kind = zero.datum_type();
        if scale.len() == 1 && zero.len() == 1 {
            let factor = scale.cast_to_scalar::<f32>()?.recip();
            return match kind {
                DatumType::U8 => {
                    self.node("u8", quantize_linear_u8(factor, zero.cast_to_scalar()?), &[x])
                }
                DatumType::I8 => {
                    self.node("i8", quantize_linear_i8(factor, zero.cast_to_scalar()?), &[x])
                }
                _ => bail!("quantised numbers must be int8 or uint8"),
            };
        }
        let (least, most) = match kind {
            DatumType::U8 => (f32::from(u8::MIN), f32::from(u8::MAX)),
            DatumType::I8 => (f32::from(i8::MIN), f32::from(i8::MAX)),
            _ => bail!("quantised numbers must be int8 or uint8"),
        };
        let x = self.node("cast", cast_to(f32::datum_type()), &[x])?;
        let scale = self.along("scale", &scale, axis, x)?;
        let zero = self.along("zero_point", &zero, axis, x)?;
        let (least, most) = (self.scalar("lo", least, x)?, self.scalar("hi", most, x)?);
        let divided = self.node("div", div(), &[x, scale])?;
        let rounded = self.node("round", round_half_to_even(), &[divided])?;
        let moved = self.node("add", add(), &[rounded, zero])?;
        let above = self.node("max", max(), &[moved, least])?;
        let between = self.node("min", min(), &[above, most])?;
        self.node("to", cast_to(kind), &[between])
    }

    fn dequantize(
        &mut self,
        x: OutletId,
        scale: OutletId,
        zero: Option<&OutletId>,
        axis: i64,
    ) -> TractResult<OutletId> {
        let scale = self.value(scale)?;
        let zero = zero.map_or_else(|| Ok(tensor0(0_u8).into()), |zero| self.value(*zero))?;
        if scale.len() == 1 && zero.len() == 1 {
            let (scale, zero) = (scale.cast_to_scalar()?, zero.cast_to_scalar()?);
            return self.node("f32", DequantizeLinearF32::new(scale, zero), &[x]);
        }
        let x = self.node("cast", cast_to(f32::datum_type()), &[x])?;
        let scale = self.along("scale", &scale, axis, x)?;
        let zero = self.along("zero_point", &zero, axis, x)?;
        let moved = self.node("sub", sub(), &[x, zero])?;
        self.node("mul", mul(), &[moved, scale])
    }

    /// A parameter of each place along an axis of `x`.
    fn along(
        &mut self,
        name: &str,
        parameter: &Tensor,
        axis: i64,
        x: OutletId,
    ) -> TractResult<OutletId> {
        let mut shape = tvec![1; self.model.outlet_fact(x)?.rank()];
        let axis = place(axis, shape.len())?;
        if let Some(side) = shape.get_mut(axis) {
            *side = parameter.len();
        }
        let parameter = parameter.cast_to::<f32>()?.into_owned().into_shape(&shape)?;
        self.constant(name, parameter)
    }
}

/// `alpha A B + beta C`.
#[derive(Clone, Debug)]
struct Gemm {
    alpha: f32,
    beta: f32,
    transposed: [bool; 2],
}

impl Expansion for Gemm {
    fn name(&self) -> StaticName {
        "Gemm".into()
    }

    fn rules<'r, 'p: 'r, 's: 'r>(
        &'s self,
        solver: &mut Solver<'r>,
        inputs: &'p [TensorProxy],
        outputs: &'p [TensorProxy],
    ) -> InferenceResult {
        let ([a, b, others @ ..], [output]) = (inputs, outputs) else {
            bail!("Gemm takes two matrices and gives one");
        };
        for matrix in [a, b, output] {
            solver.equals(&matrix.rank, 2)?;
        }
        for factor in [a, b].into_iter().chain(others) {
            solver.equals(&factor.datum_type, &output.datum_type)?;
        }
        let [a_transposed, b_transposed] = self.transposed;
        let (a_rows, a_columns) = if a_transposed { (1, 0) } else { (0, 1) };
        let (b_rows, b_columns) = if b_transposed { (1, 0) } else { (0, 1) };
        solver.equals(&a.shape[a_rows], &output.shape[0])?;
        solver.equals(&a.shape[a_columns], &b.shape[b_rows])?;
        solver.equals(&b.shape[b_columns], &output.shape[1])
    }

    fn wire(
        &self,
        prefix: &str,
        model: &mut TypedModel,
        inputs: &[OutletId],
    ) -> TractResult<TVec<OutletId>> {
        let [a, b, others @ ..] = inputs else { bail!("Gemm takes two matrices") };
        let [a_transposed, b_transposed] = self.transposed;
        let axes = AxesMapping::for_numpy_matmul(2, a_transposed, b_transposed, false)?;
        let kind = model.outlet_fact(*a)?.datum_type;
        let mut wiring = Wiring { prefix, model };
        let mut result = wiring.node("ab", EinSum::new(axes, kind), &[*a, *b])?;
        if self.alpha != 1.0 {
            let alpha = wiring.scalar("alpha", self.alpha, result)?;
            result = wiring.node("alpha_ab", mul(), &[alpha, result])?;
        }
        if let (Some(c), true) = (others.first(), self.beta != 0.0) {
            let beta = wiring.scalar("beta", self.beta, result)?;
            let c = wiring.broadcast("beta_c", mul(), &[beta, *c])?;
            result = wiring.node("sum", add(), &[result, c])?;
        }
        Ok(tvec!(result))
    }
}

fn only(outlets: TVec<OutletId>) -> TractResult<OutletId> {
    outlets.first().copied().ok_or_else(|| format_err!("an operator without a result"))
}

/// An axis that may be counted from the end.
fn place(axis: i64, rank: usize) -> TractResult<usize> {
    let place = if axis < 0 { axis.checked_add(i64::try_from(rank)?) } else { Some(axis) };
    let place = place.and_then(|place| usize::try_from(place).ok());
    place.filter(|place| *place < rank).ok_or_else(|| format_err!("axis {axis} of rank {rank}"))
}
