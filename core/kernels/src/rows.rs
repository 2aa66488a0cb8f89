//! Rows of 32 numbers of 8 bits, as the standard classifier's table has them, added up in registers.
//!
//! In instructions that every processor of a kind has, so that nothing need be asked for; by hand,
//! since of a library that is linked for size the compiler vectorises no loop.

#![allow(unused_unsafe, reason = "on some targets the intrinsics are safe")]

/// Sums of rows, in 16 bits.
#[derive(Clone, Copy)]
pub(super) struct Sums([Register; Self::COLUMNS / 8]);

impl Default for Sums {
    fn default() -> Self {
        // SAFETY: zeros are a register of whole numbers.
        Self(unsafe { std::mem::zeroed() })
    }
}

impl Sums {
    /// Columns of a row.
    pub(super) const COLUMNS: usize = 32;

    /// Adds a row; more than 255 may overflow.
    #[inline(always)]
    pub(super) fn add(&mut self, row: &[i8; Self::COLUMNS]) {
        for (sum, eight) in self.0.iter_mut().zip(row.as_chunks().0) {
            *sum = add(*sum, eight.map(i8::cast_unsigned));
        }
    }

    /// The sums, column by column.
    pub(super) fn get(self) -> [i16; Self::COLUMNS] {
        // SAFETY: registers of eight numbers each, in their order.
        unsafe { std::mem::transmute(self.0) }
    }
}

/// Eight numbers of 16 bits.
#[cfg(target_arch = "x86_64")]
use core::arch::x86_64::__m128i as Register;

/// Adds eight numbers of 8 bits.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn add(sum: Register, eight: [u8; 8]) -> Register {
    use core::arch::x86_64::{_mm_add_epi16, _mm_cvtsi64_si128, _mm_srai_epi16, _mm_unpacklo_epi8};
    // SAFETY: SSE2 is part of x86-64.
    unsafe {
        let eight = _mm_cvtsi64_si128(i64::from_le_bytes(eight));
        _mm_add_epi16(sum, _mm_srai_epi16::<8>(_mm_unpacklo_epi8(eight, eight)))
    }
}

#[cfg(target_arch = "aarch64")]
use core::arch::aarch64::int16x8_t as Register;

#[cfg(target_arch = "aarch64")]
#[inline(always)]
fn add(sum: Register, eight: [u8; 8]) -> Register {
    use core::arch::aarch64::{vaddw_s8, vcreate_s8};
    // SAFETY: NEON is part of AArch64.
    unsafe { vaddw_s8(sum, vcreate_s8(u64::from_le_bytes(eight))) }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use core::arch::wasm32::v128 as Register;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn add(sum: Register, eight: [u8; 8]) -> Register {
    use core::arch::wasm32::{i16x8_add, i16x8_extend_low_i8x16, u64x2};
    i16x8_add(sum, i16x8_extend_low_i8x16(u64x2(u64::from_le_bytes(eight), 0)))
}

#[cfg(not(any(
    target_arch = "aarch64",
    target_arch = "x86_64",
    all(target_arch = "wasm32", target_feature = "simd128")
)))]
type Register = [i16; 8];

#[cfg(not(any(
    target_arch = "aarch64",
    target_arch = "x86_64",
    all(target_arch = "wasm32", target_feature = "simd128")
)))]
fn add(mut sum: Register, eight: [u8; 8]) -> Register {
    sum.iter_mut().zip(eight).for_each(|(sum, value)| *sum += i16::from(value.cast_signed()));
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOST: usize = if cfg!(miri) { 5 } else { 255 };

    proptest! {
        #[test]
        fn sums_are_those_of_the_definition(rows in proptest::collection::vec(any::<[i8; 32]>(), 0..=MOST)) {
            let mut sums = Sums::default();
            rows.iter().for_each(|row| sums.add(row));
            for (column, sum) in sums.get().iter().enumerate() {
                prop_assert_eq!(*sum, rows.iter().map(|row| i16::from(row[column])).sum::<i16>());
            }
        }
    }
}
