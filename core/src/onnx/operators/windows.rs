//! Convolution, pooling and padding.

use tract_onnx::pb::NodeProto;
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::{bail, tvec};
use tract_onnx::tract_hir::ops::array::{Pad, PadMode};
use tract_onnx::tract_hir::ops::cnn::{Conv, HirMaxPool, HirSumPool, PaddingSpec, PoolSpec};
use tract_onnx::tract_hir::ops::nn::DataFormat;

use super::{Made, expanded, made, shown};

pub(super) fn conv(node: &NodeProto) -> Made {
    let mut conv = Conv::default().padding(padding(node, false)?);
    if let Some(kernel) = node.get_attr_opt_tvec("kernel_shape")? {
        conv = conv.kernel_shape(kernel);
    }
    if let Some(group) = node.get_attr_opt("group")? {
        conv = conv.group(group);
    }
    if let Some(dilations) = node.get_attr_opt_tvec("dilations")? {
        conv = conv.dilations(dilations);
    }
    if let Some(strides) = node.get_attr_opt_tvec("strides")? {
        conv = conv.strides(strides);
    }
    if node.input.len() == 3 {
        conv = conv.bias_input(2);
    }
    expanded(conv)
}

pub(super) fn average_pool(node: &NodeProto) -> Made {
    let padded = node.get_attr_opt("count_include_pad")?.unwrap_or(false);
    expanded(HirSumPool::new(pool(node)?, padded, true))
}

pub(super) fn max_pool(node: &NodeProto) -> Made {
    expanded(HirMaxPool::new(pool(node)?, None))
}

fn pool(node: &NodeProto) -> TractResult<PoolSpec> {
    let kernel = node.get_attr_tvec("kernel_shape")?;
    let dilations = node.get_attr_opt_tvec("dilations")?;
    let strides = node.get_attr_opt_tvec("strides")?;
    let padding = padding(node, true)?;
    Ok(PoolSpec::new(DataFormat::NCHW, kernel, padding, dilations, strides, 0, 0))
}

fn padding(node: &NodeProto, pool: bool) -> TractResult<PaddingSpec> {
    let round_up = node.get_attr_opt::<i64>("ceil_mode")?.unwrap_or(0) == 1;
    let explicit = |before, after| {
        if pool {
            PaddingSpec::ExplicitOnnxPool(before, after, round_up)
        } else {
            PaddingSpec::Explicit(before, after)
        }
    };
    if let Some(pads) = node.get_attr_opt_tvec::<usize>("pads")? {
        let (before, after) = pads.split_at(pads.len() / 2);
        return Ok(explicit(before.into(), after.into()));
    }
    Ok(match node.get_attr_opt("auto_pad")? {
        None | Some("NOTSET") => match node.get_attr_opt_vec::<usize>("kernel_shape")? {
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
    let pads = node.get_attr_vec::<usize>("pads")?;
    let (before, after) = pads.split_at(pads.len() / 2);
    let pads = before.iter().copied().zip(after.iter().copied()).collect();
    let mode = match node.get_attr_opt("mode")? {
        None | Some("constant") => {
            let value = node.get_attr_opt::<f32>("value")?.unwrap_or(0.0);
            PadMode::Constant(tensor0(value).into())
        }
        Some("reflect") => PadMode::Reflect,
        Some("edge") => PadMode::Edge,
        Some(other) => bail!("Pad in mode `{}` is not supported", shown(other)),
    };
    made(Box::new(Pad::new(pads, mode)))
}
