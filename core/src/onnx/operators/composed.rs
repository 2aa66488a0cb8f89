//! Operators that are composed of simpler ones once the shapes are known.

use tract_hir::infer::rules::{InferenceResult, Solver, TensorProxy};
use tract_hir::ops::element_wise::ElementWiseIntoHir;
use tract_hir::ops::expandable::Expansion;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{StaticName, bail, ensure, format_err, tvec};
use tract_hir::tract_core::ops::binary::TypedBinOp;
use tract_hir::tract_core::ops::cast::cast as cast_to;
use tract_hir::tract_core::ops::logic::{Iff, comp_gt};
use tract_hir::tract_core::ops::math::{add, div, erf, mul, rsqrt, square, sub};
use tract_hir::tract_core::ops::nn::{Reduce, Reducer, gelu_approximate::gelu_approximate};

use super::quantised::quantization_axis;
use super::wiring::{Wiring, place};
use super::{Made, NodeProto, expanded, made, number};

pub(super) fn batch_normalization(node: &NodeProto) -> Made {
    ensure!(
        node.optional::<i64>("spatial")?.unwrap_or(1) == 1
            && node.optional::<i64>("training_mode")?.unwrap_or(0) == 0,
        "BatchNormalization in training is not supported"
    );
    expanded(Composed::BatchNormalization { epsilon: number(node, "epsilon", 1e-5)? })
}

pub(super) fn layer_normalization(node: &NodeProto) -> Made {
    ensure!(
        node.optional::<i64>("stash_type")?.unwrap_or(1) == 1,
        "LayerNormalization in other numbers than float is not supported"
    );
    expanded(Composed::LayerNormalization {
        axis: node.optional("axis")?.unwrap_or(-1),
        epsilon: number(node, "epsilon", 1e-5)?,
    })
}

pub(super) fn gelu(node: &NodeProto) -> Made {
    match node.optional("approximate")? {
        Some("tanh") => made(gelu_approximate(false).into_hir()),
        _ => expanded(Composed::Gelu),
    }
}

pub(super) fn prelu() -> Made {
    expanded(Composed::Prelu)
}

pub(super) fn cast(node: &NodeProto) -> Made {
    let to = node.required::<DatumType>("to")?;
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

impl Wiring<'_> {
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
}
