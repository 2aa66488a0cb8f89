//! A picture of 16x16 cells, to tell cheaply whether two frames show the same.

use std::array;
use std::fmt;
use std::hint::black_box;

use super::pixels::Pixels;

/// Cells a side.
const SIDE: usize = 16;
/// Pixels that are read for a cell, a side: averaging them quiets a camera's noise.
const SAMPLES: usize = 4;
const CELLS: usize = SIDE * SIDE;

/// Two frames are the same when no cell differs by more than this, of 255 …
const SAME_CELL: u8 = 10;
/// … and all together not by more than this on average.
const SAME_MEAN: u32 = 2;
/// A cell that differs by this much shows something else.
const CUT_CELL: u8 = 20;
/// A scene was cut when this many cells show something else: a third.
const CUT_CELLS: usize = CELLS / 3;

/// Brightness of 256 cells. Overwritten when dropped; `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Thumbnail([u8; CELLS]);

impl Thumbnail {
    /// Reads 4096 pixels, however large the picture is.
    pub(crate) fn of(pixels: &Pixels<'_>) -> Self {
        const READ: usize = SIDE * SAMPLES;
        let middles = |side: u32| -> [u32; READ] {
            array::from_fn(|index| {
                let at = (2 * index as u64 + 1) * u64::from(side) / (2 * READ as u64);
                u32::try_from(at).unwrap_or(u32::MAX)
            })
        };
        let (columns, rows) = (middles(pixels.width()), middles(pixels.height()));
        let mut sums = [0_u32; CELLS];
        let (of_cells, _) = columns.as_chunks::<SAMPLES>();
        let (of_lines, _) = rows.as_chunks::<SAMPLES>();
        for (line, rows) in sums.chunks_exact_mut(SIDE).zip(of_lines) {
            for (sum, columns) in line.iter_mut().zip(of_cells) {
                let read = |row: &u32| {
                    columns.iter().map(|column| luma(pixels.rgb_at(*column, *row))).sum::<u32>()
                };
                *sum = rows.iter().map(read).sum();
            }
        }
        Self(sums.map(|sum| (sum / (SAMPLES * SAMPLES) as u32) as u8))
    }

    /// Whether both show the same, but for noise.
    pub(crate) fn same_as(&self, other: &Self) -> bool {
        let sum: u32 = self.differences(other).map(u32::from).sum();
        sum <= SAME_MEAN * CELLS as u32 && self.differences(other).all(|cell| cell <= SAME_CELL)
    }

    /// Whether a scene was cut between the two.
    pub(crate) fn cut_from(&self, other: &Self) -> bool {
        self.differences(other).filter(|cell| *cell >= CUT_CELL).count() >= CUT_CELLS
    }

    /// How far apart two pictures are: the sum of squared differences.
    pub(crate) fn distance(&self, other: &Self) -> u32 {
        self.differences(other).map(|cell| u32::from(cell) * u32::from(cell)).sum()
    }

    fn differences(&self, other: &Self) -> impl Iterator<Item = u8> {
        self.0.iter().zip(&other.0).map(|(a, b)| a.abs_diff(*b))
    }
}

/// Brightness of a pixel, 0..=255 (ITU-R BT.601).
fn luma([red, green, blue]: [u8; 3]) -> u32 {
    (77 * u32::from(red) + 150 * u32::from(green) + 29 * u32::from(blue)) >> 8
}

impl Drop for Thumbnail {
    fn drop(&mut self) {
        self.0 = [0; CELLS];
        black_box(&mut self.0);
    }
}

impl fmt::Debug for Thumbnail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thumbnail").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of `brightness(x, y)`.
    fn picture(width: u32, height: u32, brightness: impl Fn(u32, u32) -> u8) -> Thumbnail {
        let at = |index: u32| brightness(index % width, index / width);
        let data: Vec<u8> = (0..width * height).flat_map(|index| [at(index); 3]).collect();
        Thumbnail::of(&Pixels::rgb(width, height, data).unwrap())
    }

    #[test]
    fn every_part_of_a_picture_counts_and_sizes_do_not() {
        let ramp = |side| picture(side, side, |x, y| ((x + y) * 255 / (2 * side)) as u8);
        assert!(ramp(640).same_as(&ramp(200)));
        let plain = picture(160, 160, |_, _| 90);
        for cell in 0..256 {
            let (left, top) = (cell % 16 * 10, cell / 16 * 10);
            let spot = picture(160, 160, |x, y| {
                let inside = (left..left + 10).contains(&x) && (top..top + 10).contains(&y);
                if inside { 140 } else { 90 }
            });
            assert!(!spot.same_as(&plain), "{cell}");
            assert!(!spot.cut_from(&plain), "{cell}");
        }
        let tiny = picture(1, 1, |_, _| 200);
        assert!(tiny.same_as(&picture(3, 5, |_, _| 200)));
    }

    #[test]
    fn noise_is_the_same_and_another_scene_is_a_cut() {
        let noisy = |seed: u32| {
            picture(320, 240, move |x, y| {
                let hash = (x * 7919 + y * 104_729 + seed * 1_299_709).wrapping_mul(2_654_435_761);
                120 + (hash >> 24) as u8 % 16
            })
        };
        assert!(noisy(1).same_as(&noisy(2)));
        assert!(!noisy(1).cut_from(&noisy(2)));
        let other = picture(320, 240, |x, _| if x < 160 { 40 } else { 230 });
        assert!(other.cut_from(&noisy(1)) && other.distance(&noisy(1)) > 0);
    }

    #[test]
    fn nothing_of_a_picture_is_printed() {
        assert_eq!(format!("{:?}", picture(4, 4, |_, _| 7)), "Thumbnail { .. }");
    }
}
