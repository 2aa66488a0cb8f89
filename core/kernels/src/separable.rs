//! Depthwise separable blocks, some rows at a time.

use std::sync::Arc;

use super::aligned::Aligned;
use super::{Bounds, Dense, Depthwise, KernelError, Window, fits};

/// Numbers of the widened picture that are kept at a time (128 KiB): what the second cache holds
/// beside the weights.
const STRIP: usize = 32 << 10;

/// The inverted residual of M. Sandler et al., "MobileNetV2: Inverted Residuals and Linear
/// Bottlenecks", CVPR 2018: widen each pixel, convolve each channel by itself, narrow each pixel.
///
/// The widened picture is several times as large as what comes in and goes out, and is never
/// whole in memory: each strip of it is used while it is in the caches.
#[derive(Debug)]
pub struct Separable {
    /// If there is none, the depthwise convolution takes what comes in.
    pub widen: Option<(Arc<Dense>, Bounds)>,
    /// Over what was widened.
    pub depthwise: (Arc<Depthwise>, Bounds),
    /// Gives what goes out.
    pub narrow: (Arc<Dense>, Bounds),
}

/// Room for strips and weights, which layers use one after another: what one leaves there the next overwrites.
#[derive(Debug, Default)]
pub struct Scratch {
    widened: Aligned,
    filtered: Aligned,
    panel: Aligned,
}

impl Scratch {
    /// Room for a panel of weights.
    pub(super) fn panel(&mut self) -> &mut Aligned {
        &mut self.panel
    }
}

impl Separable {
    /// `out = narrow(depthwise(widen(input))) + add`, cut to the bounds of `narrow`; `window` is
    /// the depthwise convolution's.
    ///
    /// # Errors
    /// When a buffer, a layer or the window does not fit the others.
    pub fn run(
        &self,
        window: &Window,
        input: &[f32],
        add: Option<&[f32]>,
        scratch: &mut Scratch,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        let (depthwise, depthwise_bounds) = &self.depthwise;
        let (narrow, narrow_bounds) = &self.narrow;
        let (height, width) = window.size;
        let (out_height, out_width) = window.out_size;
        let wide = depthwise.channels();
        let channels = self.widen.as_ref().map_or(wide, |(widen, _)| widen.channels());
        let out_channels = narrow.out_channels();
        window.check()?;
        fits("input", input.len(), window.numbers(channels))?;
        fits("addend", add.map_or(out.len(), <[f32]>::len), out.len())?;
        fits("output", out.len(), window.out_numbers(out_channels))?;
        if out.is_empty() || input.is_empty() {
            return Ok(());
        }

        fits("widened", self.widen.as_ref().map_or(wide, |(widen, _)| widen.out_channels()), wide)?;
        let row = width * wide;
        // Weights are read anew for each strip: a strip shall be no smaller than they are.
        let weights = wide * (out_channels + self.widen.as_ref().map_or(0, |_| channels));
        let most = (STRIP.max(weights) / (row * window.stride.0).max(1)).clamp(1, out_height);
        let lines = out_height.div_ceil(out_height.div_ceil(most));
        // Row `y` of the widened picture lies in slot `y % slots`, until another takes its place.
        let slots = ((lines - 1) * window.stride.0 + window.kernel.0).min(height);
        let Scratch { widened, filtered, panel } = scratch;
        let widened = widened.room(if self.widen.is_some() { slots * row } else { 0 });
        let filtered = filtered.room(lines * out_width * wide);
        let mut done = 0;
        for (index, out) in out.chunks_mut(lines * out_width * out_channels).enumerate() {
            let first = index * lines;
            let lines = out.len() / (out_width * out_channels);
            let top = first * window.stride.0;
            let start = top.saturating_sub(window.before.0).min(height);
            let end = top + (lines - 1) * window.stride.0 + window.kernel.0;
            let end = end.saturating_sub(window.before.0).clamp(start, height);
            let (strip, slots) = match &self.widen {
                None => (input, height),
                Some((widen, bounds)) => {
                    done = start.max(done);
                    while done < end {
                        let slot = done % slots;
                        let count = (end - done).min(slots - slot);
                        let from = done * width * channels..(done + count) * width * channels;
                        let from = input.get(from).unwrap_or_default();
                        let into = slot * row..(slot + count) * row;
                        let into = widened.get_mut(into).unwrap_or_default();
                        let window = Window::pointwise(count, width);
                        widen.run_within(&window, from, None, *bounds, panel, into)?;
                        done += count;
                    }
                    (&*widened, slots)
                }
            };
            let rows: Vec<usize> = (start..end).map(|y| y % slots * row).collect();
            let cut = Window {
                size: (end - start, width),
                out_size: (lines, out_width),
                before: (window.before.0.saturating_sub(top), window.before.1),
                ..*window
            };
            let filtered = filtered.get_mut(..lines * out_width * wide).unwrap_or_default();
            depthwise.run_over(&cut, strip, &rows, *depthwise_bounds, filtered)?;
            let at = first * out_width * out_channels;
            let add = add.and_then(|add| add.get(at..at + out.len()));
            let window = Window::pointwise(lines, out_width);
            narrow.run_within(&window, filtered, add, *narrow_bounds, panel, out)?;
        }
        Ok(())
    }
}
