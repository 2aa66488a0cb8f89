//! Rows of numbers as prepared rules hold them: as they lie in memory, or as steps from the one
//! before. For `#[serde(with = "raw")]` and `#[serde(with = "raw::steps")]`; both are read far sooner
//! than serde reads numbers one by one.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// A number, or a few.
pub(super) trait Raw: Copy {
    /// Bytes that it takes.
    const SIZE: usize;

    fn write(self, out: &mut Vec<u8>);

    /// `None` unless there are as many bytes as it takes.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! raw_number {
    ($($number:ty),+) => {$(
        impl Raw for $number {
            const SIZE: usize = size_of::<$number>();

            fn write(self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn read(bytes: &[u8]) -> Option<Self> {
                Some(Self::from_le_bytes(bytes.try_into().ok()?))
            }
        }
    )+};
}
raw_number!(u8, u32, u64);

impl<A: Raw, B: Raw> Raw for (A, B) {
    const SIZE: usize = A::SIZE + B::SIZE;

    fn write(self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    #[inline]
    fn read(bytes: &[u8]) -> Option<Self> {
        let (first, second) = bytes.split_at_checked(A::SIZE)?;
        Some((A::read(first)?, B::read(second)?))
    }
}

pub(super) fn serialize<T: Raw, S: Serializer>(
    values: &[T],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(values.len() * T::SIZE);
    values.iter().for_each(|value| value.write(&mut bytes));
    serializer.serialize_bytes(&bytes)
}

pub(super) fn deserialize<'de, T: Raw, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_bytes(Rows(PhantomData))
}

struct Rows<T>(PhantomData<T>);

impl<T: Raw> Visitor<'_> for Rows<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "numbers of {} bytes each", T::SIZE)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        let rows = bytes.chunks_exact(T::SIZE);
        let whole = rows.remainder().is_empty();
        let values = if whole { rows.map(T::read).collect() } else { None };
        values.ok_or_else(|| E::invalid_length(bytes.len(), &self))
    }
}

/// Numbers as what each is more or less than the one before: how many, then zigzag and LEB128, as
/// Protocol Buffers writes `sint32`.
pub(super) mod steps {
    use std::fmt;

    use serde::de::{Deserializer, Error, Unexpected, Visitor};
    use serde::ser::Serializer;

    use super::Raw;

    /// Bits of a number that a byte holds; the highest says whether more follow.
    const BITS: u32 = 7;
    const MORE: u8 = 1 << BITS;

    pub(in super::super) fn serialize<S: Serializer>(
        numbers: &[u32],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut bytes = Vec::with_capacity(numbers.len() * 2);
        (numbers.len() as u32).write(&mut bytes);
        let mut before = 0_u32;
        for number in numbers {
            let step = number.wrapping_sub(before).cast_signed();
            before = *number;
            let mut rest = (step << 1 ^ step >> (i32::BITS - 1)).cast_unsigned();
            while rest >= MORE.into() {
                bytes.push(rest as u8 | MORE);
                rest >>= BITS;
            }
            bytes.push(rest as u8);
        }
        serializer.serialize_bytes(&bytes)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<u32>, D::Error> {
        deserializer.deserialize_bytes(Steps)
    }

    struct Steps;

    impl Visitor<'_> for Steps {
        type Value = Vec<u32>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("as many whole differences as are announced")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
            let broken = || E::invalid_value(Unexpected::Other("something else"), &self);
            let (number, steps) = bytes.split_at_checked(u32::SIZE).ok_or_else(broken)?;
            let number = u32::read(number).ok_or_else(broken)? as usize;
            if number > steps.len() {
                return Err(broken());
            }
            let mut numbers = Vec::with_capacity(number);
            let (mut last, mut rest, mut shift) = (0_u32, 0_u32, 0_u32);
            for byte in steps {
                rest |= u32::from(byte & !MORE).wrapping_shl(shift);
                if *byte >= MORE {
                    shift += BITS;
                    continue;
                }
                last = last.wrapping_add(rest >> 1 ^ (rest & 1).wrapping_neg());
                numbers.push(last);
                (rest, shift) = (0, 0);
            }
            if shift == 0 && numbers.len() == number { Ok(numbers) } else { Err(broken()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Rows {
        #[serde(with = "super")]
        numbers: Vec<u32>,
        #[serde(with = "super")]
        pairs: Vec<(u8, (u64, u32))>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Stepped {
        #[serde(with = "super::steps")]
        numbers: Vec<u32>,
    }

    #[test]
    fn rows_come_back_and_parts_of_numbers_are_refused() {
        let rows = Rows { numbers: vec![0, 1, u32::MAX], pairs: vec![(7, (u64::MAX - 1, 9))] };
        let bytes = postcard::to_stdvec(&rows).unwrap();
        assert_eq!(bytes.len(), 1 + 12 + 1 + 13);
        assert_eq!(postcard::from_bytes::<Rows>(&bytes), Ok(rows));
        let mut odd = bytes;
        odd[0] = 11;
        assert!(postcard::from_bytes::<Rows>(&odd).is_err());
    }

    #[test]
    fn small_steps_take_a_byte_and_a_number_without_an_end_is_refused() {
        let stepped = Stepped { numbers: vec![3, 4, 4, 2, 2 + 63] };
        let mut bytes = postcard::to_stdvec(&stepped).unwrap();
        assert_eq!(bytes, [9, 5, 0, 0, 0, 6, 2, 0, 3, 126]);
        assert_eq!(postcard::from_bytes::<Stepped>(&bytes), Ok(stepped));
        for (at, byte) in [(9, 254), (1, 4), (1, 6), (4, 255), (0, 3)] {
            let good = std::mem::replace(&mut bytes[at], byte);
            assert!(postcard::from_bytes::<Stepped>(&bytes).is_err(), "{at}: {byte}");
            bytes[at] = good;
        }
    }

    proptest! {
        #[test]
        fn steps_come_back(numbers in proptest::collection::vec(any::<u32>(), 0..50)) {
            let stepped = Stepped { numbers };
            let bytes = postcard::to_stdvec(&stepped).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Stepped>(&bytes), Ok(stepped));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..50)) {
            drop(postcard::from_bytes::<Stepped>(&bytes));
        }
    }
}
