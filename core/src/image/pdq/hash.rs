//! 256 bits.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Bits of a hash.
const BITS: u32 = 256;
/// Hex digits of a hash.
const DIGITS: usize = 64;

/// A PDQ hash: 256 bits, shown as 64 hex digits in the order of the reference.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PdqHash {
    /// From the most significant on.
    words: [u64; 4],
}

/// Text that is not a hash. What it is instead is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a PDQ hash; it has 64 hex digits")]
pub struct PdqHashError;

impl PdqHash {
    pub(crate) const ZERO: Self = Self { words: [0; 4] };

    /// Differing bits, 0..=256. Up to 31 is held for the same picture.
    pub fn distance(&self, other: &Self) -> u32 {
        self.words.iter().zip(other.words).map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    /// Bits from the least significant on.
    pub(super) fn from_bits(bits: impl Iterator<Item = bool>) -> Self {
        let mut words = [0; 4];
        for (place, _) in bits.enumerate().filter(|(_, bit)| *bit).take(BITS as usize) {
            if let Some(word) = words.get_mut(3 - place / 64) {
                *word |= 1 << (place % 64);
            }
        }
        Self { words }
    }

    pub(crate) fn words(&self) -> [u64; 4] {
        self.words
    }

    pub(crate) fn from_words(words: [u64; 4]) -> Self {
        Self { words }
    }
}

impl fmt::Display for PdqHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.words.iter().try_for_each(|word| write!(f, "{word:016x}"))
    }
}

impl fmt::Debug for PdqHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PdqHash({self})")
    }
}

impl FromStr for PdqHash {
    type Err = PdqHashError;

    fn from_str(text: &str) -> Result<Self, PdqHashError> {
        let digits = text.as_bytes();
        if digits.len() != DIGITS {
            return Err(PdqHashError);
        }
        let mut words = [0; 4];
        for (word, digits) in words.iter_mut().zip(digits.chunks_exact(DIGITS / 4)) {
            for digit in digits {
                let value = char::from(*digit).to_digit(16).ok_or(PdqHashError)?;
                *word = *word << 4 | u64::from(value);
            }
        }
        Ok(Self { words })
    }
}
