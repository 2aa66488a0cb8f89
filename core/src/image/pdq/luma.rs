//! Brightness, of a picture as it is or made smaller first.

use super::filter::{SIDE, Small};
use crate::image::pixels::Pixels;

/// Longer sides are shrunk to this: the side that is as near to hashes of pictures that were not
/// shrunk as to hashes of pictures that were shrunk to 512.
const LARGEST: u32 = 768;
/// Thousandths of red, green and blue in brightness (ITU-R BT.601). A whole number of them,
/// divided once, is what `pdqhash` gets in doubles and then rounds.
const WEIGHTS: [u32; 3] = [299, 587, 114];

/// Brightness 0..=255.
pub(super) enum Luma<'a> {
    /// Of the pixels as they are.
    Plain(&'a Pixels<'a>),
    /// Computed, row by row.
    Shrunk { width: usize, values: Vec<f32> },
}

impl<'a> Luma<'a> {
    /// Each side above [`LARGEST`] shrunk to it by averaging blocks.
    pub(super) fn shrunk(pixels: &'a Pixels<'_>) -> Self {
        if pixels.width().max(pixels.height()) <= LARGEST {
            return Self::Plain(pixels);
        }
        let width = pixels.width().min(LARGEST) as usize;
        let height = pixels.height().min(LARGEST) as usize;
        let mut values = Vec::with_capacity(width * height);
        let channels = usize::from(pixels.channels());
        let mut sums = vec![0_u32; pixels.width() as usize * channels];
        let mut line = vec![0.0; pixels.width() as usize];
        let mut rows = pixels.rows();
        let columns: Vec<usize> = blocks(pixels.width(), width).collect();
        for tall in blocks(pixels.height(), height) {
            sums.fill(0);
            for row in rows.by_ref().take(tall) {
                sums.iter_mut().zip(row).for_each(|(sum, byte)| *sum += u32::from(*byte));
            }
            match channels {
                3 => weigh(&mut line, sums.chunks_exact(3)),
                channels => weigh(&mut line, sums.chunks_exact(channels)),
            }
            let mut line = line.iter();
            values.extend(
                columns
                    .iter()
                    .map(|wide| line.by_ref().take(*wide).sum::<f32>() / (wide * tall) as f32),
            );
        }
        Self::Shrunk { width, values }
    }

    pub(super) fn width(&self) -> usize {
        match self {
            Self::Plain(pixels) => pixels.width() as usize,
            Self::Shrunk { width, .. } => *width,
        }
    }

    pub(super) fn height(&self) -> usize {
        match self {
            Self::Plain(pixels) => pixels.height() as usize,
            Self::Shrunk { width, values } => values.len() / width,
        }
    }

    /// A picture of 64x64, which is not filtered.
    pub(super) fn as_small(&self) -> Option<Small> {
        if (self.width(), self.height()) != (SIDE, SIDE) {
            return None;
        }
        let mut small = [[0.0; SIDE]; SIDE];
        for (row, line) in small.iter_mut().enumerate() {
            let mut band = [[0.0]; SIDE];
            self.read(row, &mut band);
            line.iter_mut().zip(band).for_each(|(to, [from])| *to = from);
        }
        Some(small)
    }

    /// Reads as many rows as there are lanes, from `first` on, each into a lane of `band`.
    pub(super) fn read<const LANES: usize>(&self, first: usize, band: &mut [[f32; LANES]]) {
        match self {
            Self::Plain(pixels) => {
                for (lane, row) in pixels.rows().skip(first).take(LANES).enumerate() {
                    let cells = band.iter_mut().filter_map(|cell| cell.get_mut(lane));
                    match pixels.channels() {
                        // A size that is known here is read twice as fast.
                        3 => fill(cells, row.chunks_exact(3)),
                        channels => fill(cells, row.chunks_exact(usize::from(channels))),
                    }
                }
                band.iter_mut().flatten().for_each(|value| *value /= 1000.0);
            }
            Self::Shrunk { width, values } => {
                for (lane, row) in values.chunks_exact(*width).skip(first).take(LANES).enumerate() {
                    let cells = band.iter_mut().filter_map(|cell| cell.get_mut(lane));
                    cells.zip(row).for_each(|(cell, value)| *cell = *value);
                }
            }
        }
    }
}

fn fill<'a>(cells: impl Iterator<Item = &'a mut f32>, pixels: impl Iterator<Item = &'a [u8]>) {
    cells.zip(pixels).for_each(|(cell, pixel)| *cell = thousandths(pixel));
}

/// Brightness of a pixel in thousandths: a whole number up to 255,000, exact in `f32`.
fn thousandths(pixel: &[u8]) -> f32 {
    let sum = match pixel {
        [red, green, blue, ..] => {
            let [r, g, b] = WEIGHTS;
            r * u32::from(*red) + g * u32::from(*green) + b * u32::from(*blue)
        }
        [grey, ..] => 1000 * u32::from(*grey),
        [] => 0,
    };
    // Through `i32`, which vector instructions convert.
    sum as i32 as f32
}

/// Sizes of the parts when `side` is cut into `parts`.
fn blocks(side: u32, parts: usize) -> impl Iterator<Item = usize> {
    let at = move |part: usize| (part as u64 * u64::from(side) / parts as u64) as usize;
    (0..parts).map(move |part| at(part + 1) - at(part))
}

/// Brightness of columns of pixels, from the sums of their channels.
fn weigh<'a>(line: &mut [f32], columns: impl Iterator<Item = &'a [u32]>) {
    let [r, g, b] = WEIGHTS.map(|weight| weight as f32 / 1000.0);
    for (value, column) in line.iter_mut().zip(columns) {
        *value = match column {
            [red, green, blue, ..] => {
                r * *red as i32 as f32 + g * *green as i32 as f32 + b * *blue as i32 as f32
            }
            [grey, ..] => *grey as i32 as f32,
            [] => 0.0,
        };
    }
}
