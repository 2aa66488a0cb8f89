//! From a 64x64 picture to bits: cosine transform, median, quality, and the eight ways to turn
//! and mirror.

use super::filter::{SIDE, Small};
use super::hash::PdqHash;

/// Frequencies each way, from the second on.
const KEPT: usize = 16;

pub(super) type Frequencies = [[f32; KEPT]; KEPT];

/// `sqrt(2 / 64) * cos(pi / 128 * (row + 1) * (2 column + 1))`, by column and row.
const COSINES: [[f32; KEPT]; SIDE] = {
    let mut matrix = [[0.0; KEPT]; SIDE];
    let mut column = 0;
    while column < SIDE {
        let mut row = 0;
        while row < KEPT {
            // The reference has this factor as a float, the cosine as a double.
            let scale = (std::f32::consts::SQRT_2 / 8.0) as f64;
            matrix[column][row] = (scale * cosine((row + 1) * (2 * column + 1))) as f32;
            row += 1;
        }
        column += 1;
    }
    matrix
};

/// `cos(step * pi / 128)` by its series: the same on every machine, and before anything runs.
const fn cosine(step: usize) -> f64 {
    let step = step % 256;
    let step = if step > 128 { 256 - step } else { step };
    let (step, sign) = if step > 64 { (128 - step, -1.0) } else { (step, 1.0) };
    let angle = step as f64 * (std::f64::consts::PI / 128.0);
    let (mut sum, mut term, mut n) = (1.0, 1.0, 1);
    while n < 24 {
        term *= -angle * angle / (n * (n + 1)) as f64;
        sum += term;
        n += 2;
    }
    sign * sum
}

pub(super) fn transform(small: &Small) -> Frequencies {
    let mut half = [[0.0; SIDE]; KEPT];
    for (line, cosines) in small.iter().zip(&COSINES) {
        for (sums, cosine) in half.iter_mut().zip(cosines) {
            sums.iter_mut().zip(line).for_each(|(sum, value)| *sum += cosine * value);
        }
    }
    half.map(|line| {
        let mut sums = [0.0; KEPT];
        for (value, cosines) in line.iter().zip(&COSINES) {
            sums.iter_mut().zip(cosines).for_each(|(sum, cosine)| *sum += value * cosine);
        }
        sums
    })
}

/// 0..=100: how much the picture changes from cell to cell, in whole hundredths of white.
pub(super) fn quality(small: &Small) -> u8 {
    let step = |a: &f32, b: &f32| ((a - b) * 100.0 / 255.0) as i32;
    let mut sum = 0;
    for (upper, lower) in small.iter().zip(small.iter().skip(1)) {
        sum += upper.iter().zip(lower).map(|(a, b)| step(a, b).abs()).sum::<i32>();
    }
    for line in small {
        sum += line.iter().zip(line.iter().skip(1)).map(|(a, b)| step(a, b).abs()).sum::<i32>();
    }
    (sum / 90).min(100) as u8
}

/// A bit for each frequency that is stronger than the (lower) median.
pub(super) fn bits(frequencies: &Frequencies) -> PdqHash {
    let values = frequencies.as_flattened();
    let mut sorted = [0.0; KEPT * KEPT];
    sorted.iter_mut().zip(values).for_each(|(to, from)| *to = *from);
    let (_, median, _) = sorted.select_nth_unstable_by(KEPT * KEPT / 2 - 1, f32::total_cmp);
    let median = *median;
    PdqHash::from_bits(values.iter().map(|value| *value > median))
}

/// Transposed, mirrored top to bottom, mirrored left to right: [`super::Dihedral::hashes`].
const WAYS: [[bool; 3]; 8] = [
    [false, false, false],
    [true, false, true],
    [false, true, true],
    [true, true, false],
    [false, true, false],
    [false, false, true],
    [true, false, false],
    [true, true, true],
];

/// Turning and mirroring a picture transposes its frequencies and turns signs over.
pub(super) fn dihedral(frequencies: &Frequencies) -> [PdqHash; 8] {
    WAYS.map(|[transposed, upside_down, mirrored]| {
        let mut turned = [[0.0; KEPT]; KEPT];
        for (row, line) in turned.iter_mut().enumerate() {
            for (column, value) in line.iter_mut().enumerate() {
                let (row, column) = if transposed { (column, row) } else { (row, column) };
                let negative = (upside_down && row % 2 == 0) != (mirrored && column % 2 == 0);
                let from = frequencies[row][column];
                *value = if negative { -from } else { from };
            }
        }
        bits(&turned)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_are_those_of_the_standard_library() {
        let scale = f64::from((2.0_f64 / 64.0).sqrt() as f32);
        for (column, cosines) in COSINES.iter().enumerate() {
            for (row, found) in cosines.iter().enumerate() {
                let angle = std::f64::consts::PI / 2.0 / 64.0 * (row + 1) as f64;
                let expected = (scale * (angle * (2 * column + 1) as f64).cos()) as f32;
                assert_eq!(found.to_bits(), expected.to_bits(), "row {row}, column {column}");
            }
        }
    }
}
