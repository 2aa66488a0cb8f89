//! Rows of numbers written as they lie in memory, little-endian: read far sooner than numbers of
//! varying length. For `#[serde(with = "raw")]`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// A number, or a few.
pub(super) trait Raw: Copy {
    /// Bytes that it takes.
    const SIZE: usize;

    fn write(self, out: &mut Vec<u8>);

    /// `None` unless there are as many bytes as it takes, and they mean something.
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

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Rows {
        #[serde(with = "super")]
        numbers: Vec<u32>,
        #[serde(with = "super")]
        pairs: Vec<(u8, (u64, u32))>,
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
}
