//! Quantising and back, of models in the QDQ form.

use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{bail, ensure, tvec};
use tract_hir::tract_core::ops::cast::cast as cast_to;
use tract_hir::tract_core::ops::math::{add, div, max, min, mul, round_half_to_even, sub};
use tract_hir::tract_core::ops::quant::{
    DequantizeLinearF32, quantize_linear_i8, quantize_linear_u8,
};

use super::NodeProto;
use super::wiring::{Wiring, place};

/// The axis with a scale and zero point for each place.
pub(super) fn quantization_axis(node: &NodeProto) -> TractResult<i64> {
    let block = node.optional::<i64>("block_size")?.unwrap_or(0);
    ensure!(block == 0, "quantisation in blocks is not supported");
    Ok(node.optional("axis")?.unwrap_or(1))
}

impl Wiring<'_> {
    pub(super) fn quantize(
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

    pub(super) fn dequantize(
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
