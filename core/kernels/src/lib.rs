//! Loops over vector instructions that Himaya runs its networks on: convolutions channels last, on
//! what the processor has when the program runs, and sums of embeddings.
//!
//! `unsafe` for speed: `vector` names the instructions, `tiles` the loops. What leaves this crate is
//! safe: lengths are checked before a loop runs. A crate of its own, so that it can be compiled for
//! speed where what is around it is compiled for size.

#![allow(unsafe_code, reason = "vector instructions; every use is checked in this file")]

mod aligned;
pub mod bag;
mod rows;
mod separable;
mod tiles;
mod vector;
mod weights;

use aligned::Aligned;
use thiserror::Error;

pub use separable::{Scratch, Separable};
use tiles::MAX_VECTORS;
use weights::Weights;

/// The instructions that kernels run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    /// Whatever the target's baseline has.
    Plain,
    /// 256-bit registers and fused products (x86-64).
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// 512-bit registers (x86-64).
    #[cfg(target_arch = "x86_64")]
    Avx512,
    /// 128-bit registers (AArch64, where they are part of the baseline).
    #[cfg(target_arch = "aarch64")]
    Neon,
    /// 128-bit registers (WebAssembly built with `simd128`); with the feature `relaxed-simd` fused
    /// products as well.
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
}

impl Engine {
    /// All that this processor has, the slowest first.
    pub fn available() -> Vec<Self> {
        let mut engines = vec![Self::Plain];
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma") {
                engines.push(Self::Avx2);
            }
            if is_x86_feature_detected!("avx512f") {
                engines.push(Self::Avx512);
            }
        }
        #[cfg(target_arch = "aarch64")]
        engines.push(Self::Neon);
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        engines.push(Self::Simd128);
        engines
    }

    /// The fastest that this processor has.
    pub fn fastest() -> Self {
        Self::available().last().copied().unwrap_or(Self::Plain)
    }

    /// This one, or the plain one where the processor lacks its instructions: anybody can name one.
    fn or_plain(self) -> Self {
        if Self::available().contains(&self) { self } else { Self::Plain }
    }

    /// Numbers of a register, and how many registers side by side a panel of weights has.
    const fn panel(self) -> (usize, usize) {
        match self {
            Self::Plain => (4, 2),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => (8, 2),
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => (16, 2),
            #[cfg(target_arch = "aarch64")]
            Self::Neon => (4, 3),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Self::Simd128 => (4, if cfg!(feature = "relaxed-simd") { 3 } else { 2 }),
        }
    }
}

/// The loops, compiled for a processor's instructions: rows at a time for panels of one, two and
/// three registers, as many as the registers hold.
macro_rules! compiled {
    ($module:ident, $register:ty, $rows:tt $(, $features:literal)?) => {
        compiled!(@ $module, $register, $rows, $(#[target_feature(enable = $features)])?);
    };
    (@ $module:ident, $register:ty, [$r1:literal, $r2:literal, $r3:literal], $(#[$feature:meta])?) => {
        mod $module {
            #[allow(unused_imports, reason = "registers of other targets are not there")]
            use super::arch::*;
            use super::tiles;

            /// # Safety
            /// As [`tiles::product`] says.
            $(#[$feature])?
            pub(super) unsafe fn product(job: &mut tiles::Product<'_>) {
                // SAFETY: the caller's.
                unsafe { tiles::product::<$register, $r1, $r2, $r3>(job) }
            }

            /// # Safety
            /// As [`tiles::depthwise`] says.
            $(#[$feature])?
            pub(super) unsafe fn depthwise(job: &mut tiles::Depthwise<'_>) {
                // SAFETY: the caller's.
                unsafe { tiles::depthwise::<$register>(job) }
            }
        }
    };
}

#[cfg(target_arch = "aarch64")]
use core::arch::aarch64 as arch;
#[cfg(target_arch = "wasm32")]
use core::arch::wasm32 as arch;
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64 as arch;
#[cfg(not(any(target_arch = "aarch64", target_arch = "wasm32", target_arch = "x86_64")))]
mod arch {}

compiled!(plain, [f32; 4], [4, 4, 4]);
#[cfg(target_arch = "x86_64")]
compiled!(avx2, __m256, [6, 6, 4], "avx2,fma");
#[cfg(target_arch = "x86_64")]
compiled!(avx512, __m512, [12, 12, 8], "avx512f");
#[cfg(target_arch = "aarch64")]
compiled!(neon, float32x4_t, [8, 8, 8], "neon");
#[cfg(all(target_arch = "wasm32", target_feature = "simd128", not(feature = "relaxed-simd")))]
compiled!(simd128, v128, [4, 4, 4]);
#[cfg(all(target_arch = "wasm32", target_feature = "simd128", feature = "relaxed-simd"))]
compiled!(simd128, v128, [8, 4, 3], "relaxed-simd");

impl Engine {
    fn product(self, job: &mut tiles::Product<'_>) {
        // SAFETY: `Dense` holds an engine only where the processor has its instructions, and checks
        // lengths.
        unsafe {
            match self {
                Self::Plain => plain::product(job),
                #[cfg(target_arch = "x86_64")]
                Self::Avx2 => avx2::product(job),
                #[cfg(target_arch = "x86_64")]
                Self::Avx512 => avx512::product(job),
                #[cfg(target_arch = "aarch64")]
                Self::Neon => neon::product(job),
                #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
                Self::Simd128 => simd128::product(job),
            }
        }
    }

    fn depthwise(self, job: &mut tiles::Depthwise<'_>) {
        // SAFETY: as in `product`; `Depthwise` checks lengths.
        unsafe {
            match self {
                Self::Plain => plain::depthwise(job),
                #[cfg(target_arch = "x86_64")]
                Self::Avx2 => avx2::depthwise(job),
                #[cfg(target_arch = "x86_64")]
                Self::Avx512 => avx512::depthwise(job),
                #[cfg(target_arch = "aarch64")]
                Self::Neon => neon::depthwise(job),
                #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
                Self::Simd128 => simd128::depthwise(job),
            }
        }
    }
}

/// Why a kernel does not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KernelError {
    /// A buffer does not fit what it is said to hold.
    #[error("a convolution's {what} has {found} numbers, not {expected}")]
    Length {
        /// What the buffer is for.
        what: &'static str,
        /// Numbers that it has.
        found: usize,
        /// Numbers that it should have.
        expected: usize,
    },
    /// A window takes no steps, or leaves what can be counted.
    #[error("a convolution's windows take steps of {0:?} (rows, columns), which cannot be")]
    Window((usize, usize)),
    /// A token of a bag has none or too many ids.
    #[error("a token has 1 to {most} ids, not {0}", most = bag::MAX_IDS)]
    Ids(usize),
    /// An id that no row of the table has.
    #[error("row {0} is not in the table")]
    Row(i32),
}

fn fits(what: &'static str, found: usize, expected: usize) -> Result<(), KernelError> {
    if found == expected { Ok(()) } else { Err(KernelError::Length { what, found, expected }) }
}

/// The product, or what no buffer holds.
fn product(factors: &[usize]) -> usize {
    factors.iter().fold(1, |product, factor| product.saturating_mul(*factor))
}

/// Where a convolution's windows lie: (rows, columns) each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Of a window.
    pub kernel: (usize, usize),
    /// From a window to the next, at least 1.
    pub stride: (usize, usize),
    /// Zeros above and left of the picture.
    pub before: (usize, usize),
    /// Of the picture.
    pub size: (usize, usize),
    /// Of the result.
    pub out_size: (usize, usize),
}

impl Window {
    /// Each pixel by itself.
    pub const fn pointwise(rows: usize, columns: usize) -> Self {
        Self {
            kernel: (1, 1),
            stride: (1, 1),
            before: (0, 0),
            size: (rows, columns),
            out_size: (rows, columns),
        }
    }

    /// Whether each pixel is taken by itself.
    pub const fn is_pointwise(&self) -> bool {
        matches!((self.kernel, self.stride, self.before), ((1, 1), (1, 1), (0, 0)))
            && self.size.0 == self.out_size.0
            && self.size.1 == self.out_size.1
    }

    /// Whether each place that a window reaches can be counted: loops rely on it.
    fn check(&self) -> Result<(), KernelError> {
        let rows = (self.stride.0, self.out_size.0, self.kernel.0, self.size.0, self.before.0);
        let columns = (self.stride.1, self.out_size.1, self.kernel.1, self.size.1, self.before.1);
        let counts = |(stride, out, kernel, side, before): (usize, usize, usize, usize, usize)| {
            let reach = out.checked_mul(stride).and_then(|reach| reach.checked_add(kernel));
            stride > 0 && reach.is_some() && side.checked_add(before).is_some()
        };
        if counts(rows) && counts(columns) { Ok(()) } else { Err(KernelError::Window(self.stride)) }
    }

    /// Numbers of a picture, and of a result, of so many channels.
    fn numbers(&self, channels: usize) -> usize {
        product(&[self.size.0, self.size.1, channels])
    }

    fn out_numbers(&self, channels: usize) -> usize {
        product(&[self.out_size.0, self.out_size.1, channels])
    }

    fn taps(&self) -> usize {
        product(&[self.kernel.0, self.kernel.1])
    }
}

/// Bounds that results are cut to: (0, 6) for `relu6`.
pub type Bounds = (f32, f32);

/// A convolution over all channels, its weights laid out for an engine.
#[derive(Debug)]
pub struct Dense {
    engine: Engine,
    channels: usize,
    out_channels: usize,
    taps: usize,
    panels: Vec<usize>,
    weights: Weights,
    bias: Vec<f32>,
}

impl Dense {
    /// `weights[out channel][channel][tap]` as ONNX has them, a bias for each out channel. An
    /// engine that the processor has not gives way to the plain one.
    ///
    /// # Errors
    /// When there are more or fewer weights.
    pub fn new(
        engine: Engine,
        weights: &[f32],
        bias: &[f32],
        channels: usize,
        taps: usize,
    ) -> Result<Self, KernelError> {
        let engine = engine.or_plain();
        let out_channels = bias.len();
        let depth = product(&[channels, taps]);
        fits("weight", weights.len(), product(&[out_channels, depth]))?;
        let (lanes, most) = engine.panel();
        let panels = panels(out_channels.div_ceil(lanes), most);
        let columns = panels.iter().sum::<usize>() * lanes;
        // Panel by panel, in each `[tap][channel][column]`; columns beyond the last are zeros.
        let mut laid_out = Aligned::zeros(columns * depth);
        let mut rows = weights.chunks_exact(depth.max(1));
        let mut rest = laid_out.numbers_mut();
        for vectors in &panels {
            let width = vectors * lanes;
            let (panel, after) = rest.split_at_mut(width * depth);
            rest = after;
            for (column, row) in rows.by_ref().take(width).enumerate() {
                for (channel, row) in row.chunks_exact(taps.max(1)).enumerate() {
                    for (tap, weight) in row.iter().enumerate() {
                        if let Some(at) = panel.get_mut((tap * channels + channel) * width + column)
                        {
                            *at = *weight;
                        }
                    }
                }
            }
        }
        let mut bias = bias.to_vec();
        bias.resize(columns, 0.0);
        let weights = Weights::of(laid_out);
        Ok(Self { engine, channels, out_channels, taps, panels, weights, bias })
    }

    /// Channels of what it takes.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Channels of what it gives.
    pub fn out_channels(&self) -> usize {
        self.out_channels
    }

    /// Adds to the bias of each out channel.
    pub fn add_to_bias(&mut self, more: &[f32]) {
        self.bias.iter_mut().zip(more).for_each(|(bias, more)| *bias += more);
    }

    /// `out = clamp(convolution(input) + add)`; all are `[row][column][channel]`.
    ///
    /// # Errors
    /// When a buffer or the window does not fit the others; nothing was written then.
    pub fn run(
        &self,
        window: &Window,
        input: &[f32],
        add: Option<&[f32]>,
        bounds: Bounds,
        scratch: &mut Scratch,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        self.run_within(window, input, add, bounds, scratch.panel(), out)
    }

    /// The same with room for a panel of weights.
    fn run_within(
        &self,
        window: &Window,
        input: &[f32],
        add: Option<&[f32]>,
        bounds: Bounds,
        room: &mut Aligned,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        let (depth, width) = (self.channels * self.taps, self.out_channels);
        let results = window.out_numbers(width);
        window.check()?;
        fits("kernel", window.taps(), self.taps)?;
        fits("input", input.len(), window.numbers(self.channels))?;
        fits("addend", add.map_or(results, <[f32]>::len), results)?;
        fits("output", out.len(), results)?;
        if results == 0 || depth == 0 {
            return Ok(());
        }
        if window.is_pointwise() {
            return self.product(input, add, bounds, room, out);
        }
        // Windows side by side, some rows of the output at a time.
        let lines = (GATHERED / product(&[depth, window.out_size.1])).clamp(1, window.out_size.0);
        let chunk = lines * window.out_size.1;
        let mut gathered = Vec::with_capacity(chunk * depth);
        for (index, out) in out.chunks_mut(chunk * width).enumerate() {
            let first = index * lines;
            gathered.clear();
            for y in first..(first + lines).min(window.out_size.0) {
                gather(&mut gathered, window, input, self.channels, y);
            }
            let start = index * chunk * width;
            let add = add.and_then(|add| add.get(start..start + out.len()));
            self.product(&gathered, add, bounds, room, out)?;
        }
        Ok(())
    }

    /// As many rows as `out` has, each a window's numbers in `input`.
    fn product(
        &self,
        input: &[f32],
        add: Option<&[f32]>,
        (low, high): Bounds,
        room: &mut Aligned,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        let (depth, rows) = (self.channels * self.taps, out.len() / self.out_channels);
        fits("product", input.len(), rows * depth)?;
        fits("addend", add.map_or(out.len(), <[f32]>::len), out.len())?;
        let (lanes, _) = self.engine.panel();
        let panel = self.panels.iter().max().map_or(0, |vectors| vectors * lanes * depth);
        self.engine.product(&mut tiles::Product {
            rows,
            depth,
            width: self.out_channels,
            input,
            weights: self.weights.lent(),
            room: room.room(self.weights.room(panel)),
            panels: &self.panels,
            bias: &self.bias,
            add,
            out,
            low,
            high,
        });
        Ok(())
    }
}

/// Numbers of gathered windows at a time (256 KiB).
const GATHERED: usize = 64 << 10;

/// Appends the windows of output row `y`, zeros where they leave the picture.
fn gather(out: &mut Vec<f32>, window: &Window, input: &[f32], channels: usize, y: usize) {
    let (height, width) = window.size;
    let (rows, columns) = window.kernel;
    for x in 0..window.out_size.1 {
        let left = x * window.stride.1;
        for ky in 0..rows {
            let line = (y * window.stride.0 + ky)
                .checked_sub(window.before.0)
                .filter(|row| *row < height)
                .and_then(|row| input.get(row * width * channels..(row + 1) * width * channels));
            let Some(line) = line else {
                out.resize(out.len() + columns * channels, 0.0);
                continue;
            };
            // Columns before, within and after the picture.
            let before = window.before.1.saturating_sub(left).min(columns);
            let end = (width + window.before.1).saturating_sub(left).clamp(before, columns);
            let start = (left + before).saturating_sub(window.before.1);
            out.resize(out.len() + before * channels, 0.0);
            let inner = line.get(start * channels..(start + end - before) * channels);
            out.extend_from_slice(inner.unwrap_or_default());
            out.resize(out.len() + (columns - end) * channels, 0.0);
        }
    }
}

/// `vectors` registers of columns, cut into panels of at most `most`, none narrower than need be.
fn panels(vectors: usize, most: usize) -> Vec<usize> {
    let most = most.min(MAX_VECTORS);
    let count = vectors.div_ceil(most).max(1);
    let (each, wider) = (vectors / count, vectors % count);
    (0..count).map(|index| each + usize::from(index < wider)).filter(|width| *width > 0).collect()
}

/// A convolution of each channel by itself.
#[derive(Debug)]
pub struct Depthwise {
    engine: Engine,
    channels: usize,
    taps: usize,
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Depthwise {
    /// `weights[channel][tap]` as ONNX has them, a bias for each channel. The engine
    /// as in [`Dense::new`].
    ///
    /// # Errors
    /// When there are more or fewer weights.
    pub fn new(
        engine: Engine,
        weights: &[f32],
        bias: &[f32],
        taps: usize,
    ) -> Result<Self, KernelError> {
        let engine = engine.or_plain();
        let channels = bias.len();
        fits("weight", weights.len(), product(&[channels, taps]))?;
        let by_tap = (0..taps).flat_map(|tap| weights.iter().skip(tap).step_by(taps.max(1)));
        let weights = by_tap.copied().collect();
        Ok(Self { engine, channels, taps, weights, bias: bias.to_vec() })
    }

    /// Channels of what it takes and gives.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// `out = clamp(convolution(input))`; both are `[row][column][channel]`.
    ///
    /// # Errors
    /// When a buffer or the window does not fit the others; nothing was written then.
    pub fn run(
        &self,
        window: &Window,
        input: &[f32],
        bounds: Bounds,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        fits("input", input.len(), window.numbers(self.channels))?;
        if input.is_empty() {
            fits("output", out.len(), window.out_numbers(self.channels))?;
            for out in out.chunks_exact_mut(self.channels.max(1)) {
                let biases = out.iter_mut().zip(&self.bias);
                biases.for_each(|(out, bias)| *out = bias.max(bounds.0).min(bounds.1));
            }
            return Ok(());
        }
        let rows: Vec<usize> =
            (0..window.size.0).map(|row| row * window.size.1 * self.channels).collect();
        self.run_over(window, input, &rows, bounds, out)
    }

    /// The same over rows that begin anywhere in `input`.
    fn run_over(
        &self,
        window: &Window,
        input: &[f32],
        rows: &[usize],
        (low, high): Bounds,
        out: &mut [f32],
    ) -> Result<(), KernelError> {
        let row = product(&[window.size.1, self.channels]);
        let last = rows.iter().max().map_or(0, |last| last.saturating_add(row));
        window.check()?;
        fits("kernel", window.taps(), self.taps)?;
        fits("picture", rows.len(), window.size.0)?;
        fits("input", input.len().min(last), last)?;
        fits("output", out.len(), window.out_numbers(self.channels))?;
        if out.is_empty() {
            return Ok(());
        }
        self.engine.depthwise(&mut tiles::Depthwise {
            channels: self.channels,
            size: window.size,
            out_size: window.out_size,
            kernel: window.kernel,
            stride: window.stride,
            before: window.before,
            input,
            rows,
            weights: &self.weights,
            bias: &self.bias,
            out,
            low,
            high,
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
