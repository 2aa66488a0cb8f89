//! Convolution, pooling and padding.

use tract_hir::ops::array::{Pad, PadMode};
use tract_hir::ops::cnn::{Conv, HirMaxPool, HirSumPool, PaddingSpec, PoolSpec};
use tract_hir::ops::nn::DataFormat;
use tract_hir::prelude::*;
use tract_hir::tract_core::internal::{bail, tvec};

use super::{Made, NodeProto, expanded, made};
use crate::onnx::shown;

pub(super) fn conv(node: &NodeProto) -> Made {
    let mut conv = Conv::default().padding(padding(node, false)?);
    if let Some(kernel) = node.optional("kernel_shape")? {
        conv = conv.kernel_shape(kernel);
    }
    if let Some(group) = node.optional("group")? {
        conv = conv.group(group);
    }
    if let Some(dilations) = node.optional("dilations")? {
        conv = conv.dilations(dilations);
    }
    if let Some(strides) = node.optional("strides")? {
        conv = conv.strides(strides);
    }
    if node.input.len() == 3 {
        conv = conv.bias_input(2);
    }
    expanded(conv)
}

pub(super) fn average_pool(node: &NodeProto) -> Made {
    let padded = node.optional("count_include_pad")?.unwrap_or(false);
    expanded(HirSumPool::new(pool(node)?, padded, true))
}

pub(super) fn max_pool(node: &NodeProto) -> Made {
    expanded(HirMaxPool::new(pool(node)?, None))
}

fn pool(node: &NodeProto) -> TractResult<PoolSpec> {
    let kernel = node.required("kernel_shape")?;
    let dilations = node.optional("dilations")?;
    let strides = node.optional("strides")?;
    let padding = padding(node, true)?;
    Ok(PoolSpec::new(DataFormat::NCHW, kernel, padding, dilations, strides, 0, 0))
}

fn padding(node: &NodeProto, pool: bool) -> TractResult<PaddingSpec> {
    let round_up = node.optional::<i64>("ceil_mode")?.unwrap_or(0) == 1;
    let explicit = |before, after| {
        if pool {
            PaddingSpec::ExplicitOnnxPool(before, after, round_up)
        } else {
            PaddingSpec::Explicit(before, after)
        }
    };
    if let Some(pads) = node.optional::<TVec<usize>>("pads")? {
        let (before, after) = pads.split_at(pads.len() / 2);
        return Ok(explicit(before.into(), after.into()));
    }
    Ok(match node.optional("auto_pad")? {
        None | Some("NOTSET") => match node.optional::<TVec<usize>>("kernel_shape")? {
            Some(kernel) => explicit(tvec![0; kernel.len()], tvec![0; kernel.len()]),
            None => PaddingSpec::Valid,
        },
        Some("VALID") => PaddingSpec::Valid,
        Some("SAME_UPPER") => PaddingSpec::SameUpper,
        Some("SAME_LOWER") => PaddingSpec::SameLower,
        Some(other) => bail!("auto_pad `{}` is not known", shown(other)),
    })
}

pub(super) fn pad(node: &NodeProto) -> Made {
    let pads = node.required::<TVec<usize>>("pads")?;
    let (before, after) = pads.split_at(pads.len() / 2);
    let pads = before.iter().copied().zip(after.iter().copied()).collect();
    let mode = match node.optional("mode")? {
        None | Some("constant") => {
            let value = node.optional::<f32>("value")?.unwrap_or(0.0);
            PadMode::Constant(tensor0(value).into())
        }
        Some("reflect") => PadMode::Reflect,
        Some("edge") => PadMode::Edge,
        Some(other) => bail!("Pad in mode `{}` is not supported", shown(other)),
    };
    made(Box::new(Pad::new(pads, mode)))
}
