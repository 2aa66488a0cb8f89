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
    /// The input that a model asks for, its channels where the network wants them.
    pub(crate) fn to_input(&self, config: &InputConfig, layout: Layout) -> Array4<f32> {
        let &InputConfig { width, height, .. } = config;
        let (across, down) = axes(self.width(), self.height(), config);
        let mut input = Input { config, layout, values: vec![0.0; width * height * 3] };
        match config.resize {
            Resize::AlignCorners => self.interpolate(&across, &down, aligned, &mut input),
            Resize::HalfPixel => self.interpolate(&across, &down, centred, &mut input),
            Resize::Antialias => self.average(&across, &down, &mut input),
        }
        let shape = match layout {
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
        let step = usize::from(self.channels());
        (step, if step < 3 { [0; 3] } else { [0, 1, 2] })
    }
}

/// The input while it is filled.
struct Input<'a> {
    config: &'a InputConfig,
    layout: Layout,
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
        let (start, step) = match self.layout {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn config(change: &str) -> InputConfig {
        let base = r#"{"width": 3, "height": 2, "layout": "nchw", "channels": "rgb",
            "resize": "bilinear-align-corners", "aspect": "squash"}"#;
        let mut value: serde_json::Value = serde_json::from_str(base).unwrap();
        let change: serde_json::Value = serde_json::from_str(change).unwrap();
        for (name, change) in change.as_object().unwrap() {
            value[name] = change.clone();
        }
        serde_json::from_value(value).unwrap()
    }

    fn input(pixels: &Pixels<'_>, change: &str) -> Vec<f32> {
        let config = config(change);
        pixels.to_input(&config, config.layout).into_raw_vec_and_offset().0
    }

    fn grey(width: u32, levels: &[u8]) -> Pixels<'static> {
        let height = levels.len() as u32 / width;
        Pixels::new(width, height, 1, levels.to_vec().into()).unwrap()
    }

    /// The picture that the figures of Pillow 13.0.0 below were computed from.
    fn pattern(width: u32, height: u32) -> Pixels<'static> {
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let colours =
            places.flat_map(|(x, y)| [x * 37 + y * 11, x * x * 13 + y * 29, x * y * 17 + 5]);
        Pixels::rgb(width, height, colours.map(|level| level as u8).collect::<Vec<u8>>()).unwrap()
    }

    fn levels(pixels: &Pixels<'_>, change: &str) -> Vec<u32> {
        let values = input(pixels, change);
        values.iter().map(|value| value.round() as u32).collect()
    }

    /// A sum that depends on every level and its place.
    fn sum(levels: &[u32]) -> u32 {
        (1..).zip(levels).map(|(place, level)| place * level).sum()
    }

    #[test]
    fn aligned_corners_meet_corners() {
        let pixels = Pixels::rgb(2, 1, vec![0, 0, 0, 255, 255, 255]).unwrap();
        assert_eq!(input(&pixels, "{}")[..3], [0.0, 0.5, 1.0]);
        assert_eq!(input(&grey(1, &[51]), "{}"), [0.2; 18]);
    }

    #[test]
    fn half_pixels_meet_areas_and_end_at_the_rim() {
        let half =
            r#"{"resize": "bilinear-half-pixel", "width": 4, "height": 1, "range": [0, 255]}"#;
        // (i + 0.5) / 2 - 0.5 = -0.25, 0.25, 0.75, 1.25
        let close = |found: &[f32], expected: &[f32]| {
            let both = found.iter().zip(expected);
            assert!(both.clone().all(|(a, b)| (a - b).abs() < 1e-4), "{found:?}, not {expected:?}");
        };
        close(&input(&grey(2, &[0, 200]), half)[..4], &[0.0, 50.0, 150.0, 200.0]);
        // 2 i + 0.5: the neighbours' mean, and nothing of those further off.
        let eight = grey(8, &[0, 10, 200, 220, 0, 0, 30, 50]);
        close(&input(&eight, half)[..4], &[5.0, 210.0, 0.0, 40.0]);
    }

    #[test]
    fn antialiasing_gives_the_levels_that_pillow_gives() {
        let pillow = |width, height| {
            format!(
                r#"{{"resize": "bilinear-antialias", "layout": "nhwc", "range": [0, 255],
                    "width": {width}, "height": {height}}}"#
            )
        };
        let smaller = [
            [43, 46, 20],
            [122, 127, 55],
            [201, 139, 83],
            [65, 104, 49],
            [144, 144, 128],
            [194, 98, 104],
        ];
        assert_eq!(levels(&pattern(7, 5), &pillow(3, 2)), smaller.concat());
        let across_and_up = [
            [19, 8, 5],
            [77, 62, 5],
            [145, 155, 5],
            [203, 151, 5],
            [24, 21, 9],
            [82, 75, 20],
            [150, 168, 34],
            [208, 164, 46],
        ];
        assert_eq!(levels(&pattern(7, 5), &pillow(4, 8))[..24], across_and_up.concat());
    }

    #[test]
    fn the_middle_of_a_larger_square_is_cut_out_as_for_open_nsfw() {
        let found = levels(
            &pattern(90, 40),
            r#"{"resize": "bilinear-antialias", "layout": "nhwc", "range": [0, 255],
                "width": 8, "height": 8, "resize_side": 10}"#,
        );
        assert_eq!((&found[..3], &found[189..]), (&[126, 136, 122][..], &[127, 136, 128][..]));
        assert_eq!(sum(&found), 2_393_728);
    }

    #[test]
    fn the_aspect_is_kept_as_torchvision_keeps_it() {
        // 90x40 becomes 22x10, of which the columns from 7 and the rows from 1 on stay.
        let found = levels(
            &pattern(90, 40),
            r#"{"resize": "bilinear-antialias", "layout": "nhwc", "range": [0, 255],
                "width": 8, "height": 8, "resize_side": 10, "aspect": "center-crop"}"#,
        );
        assert_eq!(found[..3], [139, 115, 153]);
        assert_eq!(sum(&found), 2_402_763);
    }

    #[test]
    fn every_resize_cuts_the_same_middle() {
        // 4 levels, each 10 pixels wide: the middle half of them is 100 and 150. Antialiasing
        // takes in a little of what lies beside.
        let bars: Vec<u8> = (0..40).map(|x| 50 + 50 * (x / 10)).collect();
        for (resize, expected) in [
            ("bilinear-align-corners", [100, 100, 150, 150]),
            ("bilinear-half-pixel", [100, 100, 150, 150]),
            ("bilinear-antialias", [94, 106, 144, 156]),
        ] {
            let change = format!(
                r#"{{"resize": "{resize}", "width": 4, "height": 4, "resize_side": 8,
                    "range": [0, 255]}}"#
            );
            assert_eq!(levels(&grey(40, &bars), &change)[..4], expected, "{resize}");
        }
    }

    #[test]
    fn values_are_spread_then_shifted_then_scaled_in_the_models_order_of_channels() {
        let pixel = Pixels::rgb(1, 1, vec![51, 102, 255]).unwrap();
        let change = r#"{"width": 1, "height": 1, "range": [0, 10], "mean": [1, 2, 3],
            "std": [1, 2, 4], "channels": "CHANNELS"}"#;
        assert_eq!(input(&pixel, &change.replace("CHANNELS", "rgb")), [1.0, 1.0, 1.75]);
        assert_eq!(input(&pixel, &change.replace("CHANNELS", "bgr")), [9.0, 1.0, -0.25]);
        let both_sides = r#"{"width": 1, "height": 1, "range": [-1, 1]}"#;
        assert_eq!(input(&grey(1, &[0]), both_sides), [-1.0; 3]);
    }

    #[test]
    fn layouts_hold_the_same_values_in_another_order() {
        let pixels = pattern(3, 2);
        let planes = input(&pixels, r#"{"layout": "nchw"}"#);
        let interleaved = input(&pixels, r#"{"layout": "nhwc"}"#);
        for (place, value) in planes.iter().enumerate() {
            assert_eq!(*value, interleaved[place % 6 * 3 + place / 6]);
        }
        assert_ne!(planes, interleaved);
    }

    #[test]
    fn pictures_of_any_shape_take_little_memory_and_time() {
        for (width, height) in [(1, 1), (400_000, 1), (1, 400_000), (3, 50_000)] {
            let pixels = grey(width, &vec![255; (width * height) as usize]);
            for resize in ["bilinear-align-corners", "bilinear-half-pixel", "bilinear-antialias"] {
                for aspect in ["squash", "center-crop"] {
                    let change = format!(
                        r#"{{"resize": "{resize}", "aspect": "{aspect}", "resize_side": 64,
                            "width": 64, "height": 64}}"#
                    );
                    let found = input(&pixels, &change);
                    assert!(found.iter().all(|value| *value == 1.0), "{width}x{height} {change}");
                }
            }
        }
    }
}
