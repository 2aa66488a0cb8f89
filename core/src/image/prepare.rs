//! From pixels to the network's input: resizing, cutting, normalising.
//!
//! Three ways of resizing are known, because a network sees what it was trained on only if the
//! resampling is the same. The order of operations is fixed: resize (in 0..1), cut out the middle,
//! spread to `range`, subtract `mean`, divide by `std`, order the channels.

use ndarray::Array4;

use super::pack::{Aspect, Channels, InputConfig, Layout, Resize};
use super::pixels::Pixels;

/// Rows that are resized across at a time: bounds memory, whatever the picture's shape.
const ROWS: u32 = 32;
/// Fixed-point bits of Pillow's coefficients.
const PRECISION: u32 = 22;

impl Pixels<'_> {
    /// The input that a model asks for.
    pub(crate) fn to_input(&self, config: &InputConfig) -> Array4<f32> {
        let &InputConfig { width, height, .. } = config;
        let (across, down) = axes(self.width(), self.height(), config);
        let mut input = Input { config, values: vec![0.0; width * height * 3] };
        match config.resize {
            Resize::BilinearAlignCorners => self.interpolate(&across, &down, aligned, &mut input),
            Resize::BilinearHalfPixel => self.interpolate(&across, &down, centred, &mut input),
            Resize::BilinearAntialias => self.average(&across, &down, &mut input),
        }
        let shape = match config.layout {
            Layout::Nchw => (1, 3, height, width),
            Layout::Nhwc => (1, height, width, 3),
        };
        // The length is that of the shape.
        Array4::from_shape_vec(shape, input.values).unwrap_or_else(|_| Array4::zeros(shape))
    }

    /// Bilinear between the two nearest pixels of each axis, over pixels divided by 255 first.
    fn interpolate(
        &self,
        across: &Axis,
        down: &Axis,
        place: fn(&Axis, usize) -> f64,
        input: &mut Input<'_>,
    ) {
        let (step, offsets) = self.interleaving();
        let columns: Vec<Tap> = across.taps(place).collect();
        let lerp = |a: f64, b: f64, part: f64| a + (b - a) * part;
        for (row, vertical) in down.taps(place).enumerate() {
            let (upper, lower) = (self.row(vertical.low), self.row(vertical.high));
            for (channel, offset) in offsets.into_iter().enumerate() {
                let line = columns.iter().map(|horizontal| {
                    let low = horizontal.low as usize * step + offset;
                    let high = horizontal.high as usize * step + offset;
                    let across = |source: &[u8]| match (source.get(low), source.get(high)) {
                        (Some(left), Some(right)) => {
                            lerp(unit(*left), unit(*right), horizontal.part)
                        }
                        _ => 0.0,
                    };
                    lerp(across(upper), across(lower), vertical.part)
                });
                input.write(channel, row, line);
            }
        }
    }

    /// Bilinear as Pillow's `Image.resize` does it (`Resample.c`, 8 bits a channel): a triangle
    /// over all pixels that a target covers, across and then down, rounded to levels each time.
    fn average(&self, across: &Axis, down: &Axis, input: &mut Input<'_>) {
        const HALF: i32 = 1 << (PRECISION - 1);
        let level = |sum: i32| (sum >> PRECISION).clamp(0, 255);
        let (step, offsets) = self.interleaving();
        let columns: Vec<Triangle> = (0..across.cut).map(|i| Triangle::new(across, i)).collect();
        let rows: Vec<Triangle> = (0..down.cut).map(|i| Triangle::new(down, i)).collect();
        let width = across.cut * 3;
        let mut sums = vec![HALF; width * rows.len()];
        let first = rows.iter().map(|row| row.start).min().unwrap_or(0);
        let last = rows.iter().map(|row| row.start + row.length).max().unwrap_or(0);
        let mut coefficients = Vec::new();
        for top in (first..last).step_by(ROWS as usize) {
            let bottom = (top + ROWS).min(last);
            let mut block = vec![0; width * (bottom - top) as usize];
            for (column, triangle) in columns.iter().enumerate() {
                coefficients.clear();
                coefficients.extend((0..triangle.length).map(|k| triangle.coefficient(k)));
                let start = triangle.start as usize * step;
                for (line, y) in block.chunks_exact_mut(width).zip(top..bottom) {
                    let mut sum = [HALF; 3];
                    let pixels = self.row(y).get(start..).unwrap_or(&[]).chunks_exact(step);
                    for (pixel, coefficient) in pixels.zip(&coefficients) {
                        for (sum, offset) in sum.iter_mut().zip(offsets) {
                            let level = pixel.get(offset).copied().unwrap_or(0);
                            *sum += i32::from(level) * coefficient;
                        }
                    }
                    let place = line.iter_mut().skip(column * 3);
                    place.zip(sum).for_each(|(place, sum)| *place = level(sum));
                }
            }
            for (row, sums) in rows.iter().zip(sums.chunks_exact_mut(width)) {
                let (from, to) = (row.start.max(top), (row.start + row.length).min(bottom));
                for y in from..to {
                    let coefficient = row.coefficient(y - row.start);
                    let line = block.chunks_exact(width).nth((y - top) as usize).unwrap_or(&[]);
                    let both = sums.iter_mut().zip(line);
                    both.for_each(|(sum, level)| *sum += level * coefficient);
                }
            }
        }
        for (row, sums) in sums.chunks_exact(width).enumerate() {
            for channel in 0..3 {
                let levels = sums.iter().skip(channel).step_by(3);
                input.write(channel, row, levels.map(|sum| f64::from(level(*sum)) / 255.0));
            }
        }
    }

    /// Bytes a pixel, and where red, green and blue lie in them.
    fn interleaving(&self) -> (usize, [usize; 3]) {
        let step = self.channels();
        (step, if step < 3 { [0; 3] } else { [0, 1, 2] })
    }
}

/// The input while it is filled.
struct Input<'a> {
    config: &'a InputConfig,
    values: Vec<f32>,
}

impl Input<'_> {
    /// Writes one row of a channel (0 red, 1 green, 2 blue), values 0..1.
    fn write(&mut self, channel: usize, row: usize, line: impl Iterator<Item = f64>) {
        let &InputConfig { width, height, range, mean, std, .. } = self.config;
        let channel = match self.config.channels {
            Channels::Rgb => channel,
            Channels::Bgr => 2 - channel,
        };
        let (start, step) = match self.config.layout {
            Layout::Nchw => ((channel * height + row) * width, 1),
            Layout::Nhwc => (row * width * 3 + channel, 3),
        };
        let [low, high] = range.map(f64::from);
        let of_channel = |values: [f32; 3]| f64::from(values.get(channel).copied().unwrap_or(1.0));
        let (mean, std) = (of_channel(mean), of_channel(std));
        let places = self.values.get_mut(start..).unwrap_or(&mut []).iter_mut().step_by(step);
        for (place, value) in places.zip(line.take(width)) {
            *place = ((low + value * (high - low) - mean) / std) as f32;
        }
    }
}

/// One axis of the picture and what is to become of it.
struct Axis {
    /// Pixels that there are.
    side: u32,
    /// Pixels that it is resized to.
    full: f64,
    /// Of those, how many are left out before the part that is kept,
    before: f64,
    /// and how many are kept.
    cut: usize,
}

fn axes(width: u32, height: u32, config: &InputConfig) -> (Axis, Axis) {
    let axis = |side, full: u64, cut: usize| {
        // As torchvision's `CenterCrop` rounds: half a pixel goes to the even side.
        let before = (full.saturating_sub(cut as u64) as f64 / 2.0).round_ties_even();
        Axis { side, full: full as f64, before, cut }
    };
    let (shorter, resized) = (width.min(height), config.resize_side.map(|side| side as u64));
    let full = |side: u32, target: usize| match (config.aspect, resized) {
        (_, None) => target as u64,
        (Aspect::Squash, Some(resized)) => resized,
        // As torchvision's `Resize` rounds: down.
        (Aspect::CenterCrop, Some(resized)) => resized * u64::from(side) / u64::from(shorter),
    };
    (
        axis(width, full(width, config.width), config.width),
        axis(height, full(height, config.height), config.height),
    )
}

/// Two neighbours and how far between them to read.
struct Tap {
    low: u32,
    high: u32,
    part: f64,
}

impl Axis {
    fn taps(&self, place: fn(&Self, usize) -> f64) -> impl Iterator<Item = Tap> {
        (0..self.cut).map(move |index| {
            let at = place(self, index);
            let low = (at.floor() as u32).min(self.side - 1);
            Tap { low, high: (at.ceil() as u32).min(self.side - 1), part: at - f64::from(low) }
        })
    }
}

/// Where a target lies among the pixels: the first on the first, the last on the last.
fn aligned(axis: &Axis, index: usize) -> f64 {
    let step = if axis.full > 1.0 { f64::from(axis.side - 1) / (axis.full - 1.0) } else { 0.0 };
    step * (axis.before + index as f64)
}

/// Where the middle of a target lies among the middles of pixels.
fn centred(axis: &Axis, index: usize) -> f64 {
    let middle = axis.before + index as f64 + 0.5;
    (middle * (f64::from(axis.side) / axis.full) - 0.5).clamp(0.0, f64::from(axis.side - 1))
}

/// The pixels that a target covers, weighted by a triangle (`precompute_coeffs` of Pillow).
struct Triangle {
    start: u32,
    length: u32,
    middle: f64,
    /// One over half the triangle's width.
    slope: f64,
    total: f64,
}

impl Triangle {
    fn new(axis: &Axis, index: usize) -> Self {
        let scale = f64::from(axis.side) / axis.full;
        let support = scale.max(1.0);
        let middle = (axis.before + index as f64 + 0.5) * scale;
        let start = (middle - support + 0.5).max(0.0) as u32;
        let end = ((middle + support + 0.5) as u32).min(axis.side);
        let length = end.saturating_sub(start);
        let mut triangle = Self { start, length, middle, slope: support.recip(), total: 0.0 };
        triangle.total = (0..length).map(|k| triangle.weight(k)).sum();
        triangle
    }

    fn weight(&self, k: u32) -> f64 {
        let distance = (f64::from(k + self.start) - self.middle + 0.5) * self.slope;
        (1.0 - distance.abs()).max(0.0)
    }

    /// Of the `k`th pixel, in fixed point.
    fn coefficient(&self, k: u32) -> i32 {
        let share = if self.total == 0.0 { 0.0 } else { self.weight(k) / self.total };
        (0.5 + share * f64::from(1 << PRECISION)) as i32
    }
}

/// A byte as 0..1, rounded as TensorFlow rounds it.
fn unit(byte: u8) -> f64 {
    const UNITS: [f64; 256] = {
        let mut units = [0.0; 256];
        let mut byte = 0;
        while byte < 256 {
            units[byte] = (byte as f32 / 255.0) as f64;
            byte += 1;
        }
        units
    };
    UNITS[usize::from(byte)]
}
