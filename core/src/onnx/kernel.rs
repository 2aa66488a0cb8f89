//! A convolution over pictures, its bounds with it, as both the engine's networks and our own run it.

use std::sync::Arc;

use anyhow::{Result, ensure};
use himaya_kernels::{Bounds, Dense, Depthwise, Engine, KernelError, Scratch, Separable, Window};

use super::bounds::{MAX_VALUES, laid_out};

pub(super) const UNBOUNDED: Bounds = (f32::NEG_INFINITY, f32::INFINITY);

/// A convolution, or the three of an inverted residual as one.
#[derive(Clone, Debug)]
pub(super) enum Kernel {
    Dense(Arc<Dense>, Bounds),
    Depthwise(Arc<Depthwise>, Bounds),
    Separable(Arc<Separable>),
}

impl Kernel {
    /// For weights `[out channel][channel of the group][tap]` and a bias for each out channel, without
    /// bounds; `None` for groups of other sizes than all channels or one.
    pub(super) fn new(
        weights: &[f32],
        bias: &[f32],
        channels: usize,
        group: usize,
        taps: usize,
    ) -> Result<Option<Self>> {
        let engine = Engine::fastest();
        if group == 1 {
            let values = channels.checked_mul(taps).and_then(|depth| laid_out(bias.len(), depth));
            ensure!(
                values.is_some_and(|values| values <= MAX_VALUES),
                "weights of more than {MAX_VALUES} values"
            );
            let dense = Dense::new(engine, weights, bias, channels, taps)?;
            Ok(Some(Self::Dense(Arc::new(dense), UNBOUNDED)))
        } else if group == channels && bias.len() == channels {
            let depthwise = Depthwise::new(engine, weights, bias, taps)?;
            Ok(Some(Self::Depthwise(Arc::new(depthwise), UNBOUNDED)))
        } else {
            Ok(None)
        }
    }

    /// What it is, in a profile.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Dense(..) => "Dense",
            Self::Depthwise(..) => "Depthwise",
            Self::Separable(..) => "Separable",
        }
    }

    #[cfg(feature = "onnx")]
    pub(super) fn out_channels(&self) -> usize {
        match self {
            Self::Dense(dense, _) => dense.out_channels(),
            Self::Depthwise(depthwise, _) => depthwise.channels(),
            Self::Separable(block) => block.narrow.0.out_channels(),
        }
    }

    /// One picture, channels last; `add` is added to the results, which a depthwise convolution by
    /// itself does not do.
    pub(super) fn run(
        &self,
        window: &Window,
        input: &[f32],
        add: Option<&[f32]>,
        scratch: &mut Scratch,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        match self {
            Self::Dense(dense, bounds) => dense.run(window, input, add, *bounds, scratch, out),
            Self::Depthwise(depthwise, bounds) => depthwise.run(window, input, *bounds, out),
            Self::Separable(block) => block.run(window, input, add, scratch, out),
        }
    }
}

/// The inverted residual of convolutions that follow one another, the middle one with its window:
/// `None` unless that is depthwise and the others take each pixel by itself.
pub(super) fn separable(
    widen: Option<(&Window, &Kernel)>,
    middle: &Kernel,
    narrow: (&Window, &Kernel),
) -> Option<Kernel> {
    let pointwise = |(window, kernel): (&Window, &Kernel)| match kernel {
        Kernel::Dense(dense, bounds) if window.is_pointwise() => Some((Arc::clone(dense), *bounds)),
        _ => None,
    };
    let Kernel::Depthwise(depthwise, bounds) = middle else { return None };
    Some(Kernel::Separable(Arc::new(Separable {
        widen: widen.and_then(pointwise),
        depthwise: (Arc::clone(depthwise), *bounds),
        narrow: pointwise(narrow)?,
    })))
}
