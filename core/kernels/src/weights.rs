//! Weights in memory: those of a network that was quantised to 8 bits as its codes, a quarter of the bytes.
//!
//! Every picture reads all weights once, more than the nearer caches hold. Numbers are made of a panel's codes when
//! its sums are about to run, the very numbers that the network's file stands for.

use super::aligned::Aligned;
use super::tiles;

/// Fewer are not worth it: numbers would stay in the nearer caches (128 KiB). Miri is too slow for so many.
const MANY: usize = if cfg!(miri) { 64 } else { 32 << 10 };

/// A layer's weights in the order in which its loops read them.
#[derive(Debug)]
pub(super) enum Weights {
    Numbers(Aligned),
    /// `(code + lowest) * step`, to the last bit.
    Codes {
        codes: Vec<u8>,
        lowest: f32,
        step: f32,
    },
}

impl Weights {
    /// Codes where there are many weights and all are multiples of one step, 256 of them at most.
    pub(super) fn of(numbers: Aligned) -> Self {
        let many = numbers.numbers().len() >= MANY;
        match many.then(|| codes(numbers.numbers())).flatten() {
            Some((codes, lowest, step)) => Self::Codes { codes, lowest, step },
            None => Self::Numbers(numbers),
        }
    }

    pub(super) fn lent(&self) -> tiles::Weights<'_> {
        match self {
            Self::Numbers(numbers) => tiles::Weights::Numbers(numbers.numbers()),
            Self::Codes { codes, lowest, step } => {
                tiles::Weights::Codes { codes, lowest: *lowest, step: *step }
            }
        }
    }

    /// Numbers of room that a panel of so many takes.
    pub(super) fn room(&self, panel: usize) -> usize {
        match self {
            Self::Numbers(_) => 0,
            Self::Codes { .. } => panel,
        }
    }
}

/// Added to a number below 2²² and taken away again, it rounds that to a whole one, which the lower bits of the
/// sum hold meanwhile: on any processor in two instructions, which the compiler vectorises.
const ROUNDS: f32 = 12_582_912.0;

/// Numbers looked at before those that follow.
const SOME: usize = 1 << 10;

/// Numbers as codes, the lowest multiple and the step; the smallest number has to be one step.
fn codes(numbers: &[f32]) -> Option<(Vec<u8>, f32, f32)> {
    // Bits without the sign are in the order of the sizes; zero comes last.
    let sizes = numbers.iter().map(|number| (number.to_bits() << 1).wrapping_sub(1));
    let step = f32::from_bits(sizes.min()?.wrapping_add(1) >> 1);
    if !step.is_normal() {
        return None;
    }
    // Rounded to a whole number it is the quotient; whether it stands for the number is looked at.
    let inverse = step.recip();
    let zero = ROUNDS.to_bits().cast_signed();
    let (mut lowest, mut highest) = (zero, zero);
    let mut codes = Vec::with_capacity(numbers.len());
    for some in numbers.chunks(SOME) {
        let mut all = true;
        codes.extend(some.iter().map(|number| {
            let multiple = (number * inverse + ROUNDS).to_bits().cast_signed();
            all &= (f32::from_bits(multiple.cast_unsigned()) - ROUNDS) * step == *number;
            (lowest, highest) = (lowest.min(multiple), highest.max(multiple));
            multiple as u8
        }));
        if !all || highest.checked_sub(lowest)? > i32::from(u8::MAX) {
            return None;
        }
    }
    // Of numbers that lie so near each other the lower bits tell how far.
    codes.iter_mut().for_each(|code| *code = code.wrapping_sub(lowest as u8));
    Some((codes, f32::from_bits(lowest.cast_unsigned()) - ROUNDS, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn back(numbers: &[f32]) -> Option<Vec<f32>> {
        let (codes, lowest, step) = codes(numbers)?;
        Some(codes.iter().map(|code| (f32::from(*code) + lowest) * step).collect())
    }

    #[test]
    fn codes_stand_for_the_very_numbers() {
        for (lowest, step) in [(-128, 0.003_283_46_f32), (0, 0.1), (-255, 1e-30), (-3, 7.0)] {
            let numbers: Vec<f32> =
                (0..256).map(|code| (code as f32 + lowest as f32) * step).collect();
            assert_eq!(back(&numbers), Some(numbers));
        }
        assert_eq!(back(&[0.5, -0.5, 0.0]), Some(vec![0.5, -0.5, 0.0]));
    }

    #[test]
    fn other_numbers_stay_numbers() {
        let wide: Vec<f32> = vec![1.0, 257.0];
        for numbers in
            [&[][..], &[0.0], &wide, &[1.0, 1.5], &[f32::NAN, 1.0], &[f32::INFINITY, 1.0], &[1e-40]]
        {
            assert_eq!(back(numbers), None, "{numbers:?}");
        }
        assert_eq!(back(&[1.0, 255.0]).map(|numbers| numbers.len()), Some(2));
        assert_eq!(back(&[-1.0, 255.0]), None);
    }

    #[test]
    fn few_weights_are_kept_as_numbers() {
        assert!(matches!(Weights::of(Aligned::zeros(16)), Weights::Numbers(_)));
        let mut many = Aligned::zeros(MANY);
        many.numbers_mut().fill(0.25);
        assert!(matches!(Weights::of(many), Weights::Codes { .. }));
    }
}
